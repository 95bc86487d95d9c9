/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-pile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-class-file.h"

static void
sheet_free (gpointer data)
{
  CharterClassSheet *sheet = data;

  charter_class_result_free (sheet->result);
  g_free (sheet->file);
  g_free (sheet);
}

CharterClassFault *
charter_class_fault_new (const char *file, const char *sentence)
{
  CharterClassFault *fault = g_new (CharterClassFault, 1);

  *fault = (CharterClassFault){ g_strdup (file), g_strdup (sentence) };
  return fault;
}

void
charter_class_fault_free (CharterClassFault *fault)
{
  g_free (fault->file);
  g_free (fault->sentence);
  g_free (fault);
}

/* ---- adding ---- */

typedef struct {
  CharterClassPile pile; /* first, so that one is the other */
  GHashTable *attempts;  /* CharterClassSheet by its attempt */
} Pile;

CharterClassPile *
charter_class_pile_new (void)
{
  Pile *self = g_new (Pile, 1);

  self->pile.sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->pile.faults = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_class_fault_free);
  self->attempts = g_hash_table_new (g_str_hash, g_str_equal);
  return &self->pile;
}

void
charter_class_pile_free (CharterClassPile *pile)
{
  g_hash_table_unref (((Pile *)pile)->attempts);
  g_ptr_array_unref (pile->sheets);
  g_ptr_array_unref (pile->faults);
  g_free (pile);
}

void
charter_class_pile_tell (CharterClassPile *pile, const char *file, const char *sentence)
{
  g_ptr_array_add (pile->faults, charter_class_fault_new (file, sentence));
}

void
charter_class_pile_add (CharterClassPile *pile, const char *file, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterClassResult) result = charter_class_file_read (text, length, &error);
  const CharterClassSheet *other
    = result != NULL ? g_hash_table_lookup (((Pile *)pile)->attempts, result->attempt) : NULL;
  CharterClassSheet *sheet;

  if (result == NULL || other != NULL)
    {
      g_autofree char *twice
        = other != NULL ? g_strdup_printf (_ ("It holds the same attempt as “%s”, so it was left out."), other->file)
                        : NULL;

      charter_class_pile_tell (pile, file, twice != NULL ? twice : error->message);
      return;
    }
  sheet = g_new (CharterClassSheet, 1);
  *sheet = (CharterClassSheet){ g_steal_pointer (&result), g_strdup (file) };
  g_ptr_array_add (pile->sheets, sheet);
  g_hash_table_insert (((Pile *)pile)->attempts, sheet->result->attempt, sheet);
}

/* ---- reading ---- */

typedef struct {
  GFile *file;
  char *name;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->file);
  g_free (entry->name);
  g_free (entry);
}

static void
add_entry (GPtrArray *entries, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){ g_object_ref (file), g_filename_display_name (base) };
  g_ptr_array_add (entries, entry);
}

/* The order in which a folder lists its files is no order. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = *(Entry *const *)a, *right = *(Entry *const *)b;

  return strcmp (left->name, right->name);
}

static gboolean
list_folder (GFile *folder, GPtrArray *entries, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) files
    = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                 cancellable, error);
  GFileInfo *info;
  GFile *file;

  if (files == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (files, &info, &file, cancellable, error))
    {
      if (info == NULL)
        return TRUE;
      if (g_str_has_suffix (g_file_info_get_name (info), "." CHARTER_CLASS_FILE_ENDING))
        add_entry (entries, file);
    }
  return FALSE;
}

static gboolean
list_place (GFile *place, GPtrArray *entries, GCancellable *cancellable, GError **error)
{
  if (g_file_query_file_type (place, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return list_folder (place, entries, cancellable, error);
  add_entry (entries, place);
  return TRUE;
}

/* Looked at before it is opened: a pipe would keep one waiting for ever. */
static gboolean
may_be_read (GFile *file, const char **sentence)
{
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);

  *sentence = NULL;
  if (info == NULL)
    *sentence = _ ("It can’t be read.");
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    *sentence = _ ("It is no file.");
  else if (g_file_info_get_size (info) > CHARTER_CLASS_MOST_BYTES)
    *sentence = _ ("It is larger than any result file.");
  return *sentence == NULL;
}

/* together: bytes of all that was read before, and then with it. */
static void
read_entry (CharterClassPile *pile, const Entry *entry, gsize *together, GCancellable *cancellable)
{
  g_autofree char *text = NULL;
  const char *sentence;
  gsize length = 0;

  if (!may_be_read (entry->file, &sentence))
    charter_class_pile_tell (pile, entry->name, sentence);
  else if (*together > CHARTER_CLASS_MOST_TOGETHER)
    charter_class_pile_tell (pile, entry->name, _ ("The files before it are so large that it was left out."));
  else if (!g_file_load_contents (entry->file, cancellable, &text, &length, NULL, NULL))
    charter_class_pile_tell (pile, entry->name, _ ("It can’t be read."));
  else
    charter_class_pile_add (pile, entry->name, text, length);
  *together += length;
}

static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  const CharterClassSheet *left = *(CharterClassSheet *const *)a, *right = *(CharterClassSheet *const *)b;
  int order = strcmp (left->result->day, right->result->day);

  return order != 0 ? order : strcmp (left->file, right->file);
}

static void
read_entries (CharterClassPile *pile, GPtrArray *entries, GCancellable *cancellable)
{
  gsize together = 0;

  for (guint i = 0; i < MIN (entries->len, CHARTER_CLASS_MOST_FILES); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return;
      read_entry (pile, entries->pdata[i], &together, cancellable);
    }
  for (guint i = CHARTER_CLASS_MOST_FILES; i < entries->len; i++)
    charter_class_pile_tell (pile, ((Entry *)entries->pdata[i])->name,
                             _ ("There are more files than can be read at once, so it was left out."));
}

CharterClassPile *
charter_class_pile_read (GPtrArray *places, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();

  for (guint i = 0; i < places->len; i++)
    if (!list_place (places->pdata[i], entries, cancellable, error))
      return NULL;
  g_ptr_array_sort (entries, compare_entries);
  read_entries (pile, entries, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_ptr_array_sort (pile->sheets, compare_sheets);
  return g_steal_pointer (&pile);
}

/* ---- what it is of ---- */

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  const CharterClassSubject *left = a, *right = b;
  int order = strcmp (left->pack, right->pack);

  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  return order != 0 ? order : strcmp (left->group, right->group);
}

GArray *
charter_class_pile_list_subjects (const CharterClassPile *pile)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (CharterClassSubject));

  for (guint i = 0; i < pile->sheets->len; i++)
    {
      const CharterClassResult *result = ((CharterClassSheet *)pile->sheets->pdata[i])->result;
      CharterClassSubject added = { result->pack, result->group, 1 };
      guint j = 0;

      while (j < subjects->len
             && (g_array_index (subjects, CharterClassSubject, j).pack != result->pack
                 || g_array_index (subjects, CharterClassSubject, j).group != result->group))
        j++;
      if (j < subjects->len)
        g_array_index (subjects, CharterClassSubject, j).n++;
      else
        g_array_append_val (subjects, added);
    }
  g_array_sort (subjects, compare_subjects);
  return subjects;
}
