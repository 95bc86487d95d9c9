/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-library.h"

#include <glib/gi18n.h>

#include "charter-install.h"
#include "charter-pack-head.h"
#include "charter-shelf.h"

struct _CharterLibrary {
  GObject parent_instance;

  GFile *installed;
  GFile *added;
  GStrv languages;
  GPtrArray *files;    /* of CharterPackFile */
  GPtrArray *guests;   /* of CharterPackFile, the latest last */
  CharterShelf *shelf; /* of the packs at hand */
  gpointer latest;     /* the GTask of the load that was begun last, for comparison only */
  gboolean loaded;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterLibrary,
                               charter_library,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- the model ---------------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return CHARTER_TYPE_PACK_FILE;
}

static guint
get_n_items (GListModel *model)
{
  return CHARTER_LIBRARY (model)->files->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CharterLibrary *self = CHARTER_LIBRARY (model);

  return position < self->files->len ? g_object_ref (self->files->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static gboolean
has_pack (GPtrArray *files, const char *id)
{
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (charter_pack_file_get_pack (files->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static void
read_file (GPtrArray *files, GFile *file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPackFile) read = charter_pack_file_read (file, cancellable, &error);
  CharterPack *pack = read != NULL ? charter_pack_file_get_pack (read) : NULL;

  if (error != NULL)
    g_info ("%s", error->message);
  if (pack != NULL && !has_pack (files, pack->id))
    g_ptr_array_add (files, g_steal_pointer (&read));
}

/* A pack, or a translation of one. */
typedef struct {
  GFile *file;
  CharterPackHead head;
  guint rank;
} Candidate;

static void
candidate_clear (Candidate *candidate)
{
  g_clear_object (&candidate->file);
  charter_pack_head_clear (&candidate->head);
}

static void
add_candidate (CharterLibrary *self, GArray *candidates, GFile *file, GCancellable *cancellable)
{
  Candidate candidate = { .file = g_object_ref (file) };

  charter_pack_head_read (&candidate.head, file, cancellable);
  candidate.rank = charter_pack_head_rank (&candidate.head, (const char *const *)self->languages);
  g_array_append_val (candidates, candidate);
}

/* Packs lie in the folder itself or in folders of their own; what begins with a dot is not for reading. */
static void
list_folder (CharterLibrary *self, GArray *candidates, GFile *folder, gboolean deeper, GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                 G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  GFile *child;
  GFileInfo *info;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);

      if (*name == '.')
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && deeper)
        list_folder (self, candidates, child, FALSE, cancellable);
      else if (g_str_has_suffix (name, ".xml"))
        add_candidate (self, candidates, child, cancellable);
    }
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  return first->rank < second->rank ? -1 : first->rank > second->rank;
}

/* Of a pack and its translations the one that is read best, unless it can't be used. */
static void
read_folder (CharterLibrary *self, GPtrArray *files, GFile *folder, GCancellable *cancellable)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, (GDestroyNotify)candidate_clear);
  list_folder (self, candidates, folder, TRUE, cancellable);
  g_array_sort (candidates, compare_ranks);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->head.id == NULL || !has_pack (files, candidate->head.id))
        read_file (files, candidate->file, cancellable);
    }
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  CharterPack *first = charter_pack_file_get_pack (*(CharterPackFile **)a);
  CharterPack *second = charter_pack_file_get_pack (*(CharterPackFile **)b);

  return g_utf8_collate (first->title.plain, second->title.plain);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CharterLibrary *self = source;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean first = GPOINTER_TO_INT (data);

  if (first)
    charter_install_clean_up (self->added);
  read_folder (self, files, self->added, cancellable);
  read_folder (self, files, self->installed, cancellable);
  if (first)
    charter_pack_file_clean_up (); /* now that those of the library have been asked for */
  g_ptr_array_sort (files, compare_titles);
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify)g_ptr_array_unref);
}

void
charter_library_load_async (CharterLibrary *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, charter_library_load_async);
  g_task_set_task_data (task, GINT_TO_POINTER (!self->loaded), NULL);
  self->latest = task;
  g_task_run_in_thread (task, load_in_thread);
}

/* So that refs lead from one of the packs into another. */
static void
shelve (CharterLibrary *self)
{
  g_autoptr (GPtrArray) packs = charter_library_list_packs (self);

  charter_shelf_set_packs (self->shelf, packs);
}

gboolean
charter_library_load_finish (CharterLibrary *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), error);
  guint n_before = self->files->len;

  if (files == NULL)
    return FALSE;
  if (self->latest != result)
    return TRUE; /* it saw the folders as they were before what was done since */
  g_ptr_array_unref (self->files);
  self->files = g_steal_pointer (&files);
  self->loaded = TRUE;
  shelve (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->files->len);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
charter_library_lend (CharterLibrary *self, CharterPack *pack)
{
  charter_shelf_lend (self->shelf, pack);
}

gboolean
charter_library_is_loaded (CharterLibrary *self)
{
  return self->loaded;
}

/* --- adding ------------------------------------------------------------------------------------------------------- */

static CharterPack *
find_in (GPtrArray *files, const char *pack_id)
{
  for (guint i = files->len; i > 0; i--)
    {
      CharterPack *pack = charter_pack_file_get_pack (files->pdata[i - 1]);

      if (pack != NULL && g_str_equal (pack->id, pack_id))
        return pack;
    }
  return NULL;
}

CharterPackFile *
charter_library_find_file (CharterLibrary *self, const char *pack_id)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_str_equal (charter_pack_file_get_pack (self->files->pdata[i])->id, pack_id))
      return self->files->pdata[i];
  return NULL;
}

gboolean
charter_library_is_added (CharterLibrary *self, CharterPackFile *file)
{
  return g_file_has_prefix (charter_pack_file_get_file (file), self->added);
}

static gboolean
may_add (CharterLibrary *self, CharterPackFile *file, GError **error)
{
  CharterPack *pack = charter_pack_file_get_pack (file);
  CharterPack *there = pack != NULL ? find_in (self->files, pack->id) : NULL;
  g_autofree char *authors = NULL;

  if (there == NULL || g_strv_equal (there->authors, pack->authors))
    return TRUE;
  authors = g_strjoinv (", ", (char **)there->authors);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” by %s has the same id, “%s”. Nothing was changed. Give one of the two packs another id."),
               there->title.plain, authors, pack->id);
  return FALSE;
}

static void
add_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GVariant *undo = charter_install_pack (CHARTER_LIBRARY (source)->added, data, cancellable, &error);

  if (undo != NULL)
    g_task_return_pointer (task, undo, (GDestroyNotify)g_variant_unref);
  else
    g_task_return_error (task, error);
}

void
charter_library_add_async (CharterLibrary *self,
                           CharterPackFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, charter_library_add_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  if (may_add (self, file, &error))
    g_task_run_in_thread (task, add_in_thread);
  else
    g_task_return_error (task, error);
}

static void
on_loaded_again (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!charter_library_load_finish (CHARTER_LIBRARY (source), result, &error))
    g_warning ("%s", error->message);
}

void
charter_library_follow (CharterLibrary *self, GFile *file)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_file_equal (charter_pack_file_get_file (self->files->pdata[i]), file))
      {
        charter_library_load_async (self, NULL, on_loaded_again, NULL);
        return;
      }
}

GVariant *
charter_library_add_finish (CharterLibrary *self, GAsyncResult *result, GError **error)
{
  GVariant *undo = g_task_propagate_pointer (G_TASK (result), error);

  if (undo != NULL)
    charter_library_load_async (self, NULL, on_loaded_again, NULL);
  return undo;
}

gboolean
charter_library_undo (CharterLibrary *self, GVariant *undo, GError **error)
{
  gboolean undone = charter_install_undo (self->added, undo, error);

  charter_library_load_async (self, NULL, on_loaded_again, NULL);
  return undone;
}

GVariant *
charter_library_remove (CharterLibrary *self, CharterPackFile *file, GError **error)
{
  GVariant *undo = charter_install_remove (self->added, charter_pack_file_get_file (file), error);

  if (undo != NULL)
    charter_library_load_async (self, NULL, on_loaded_again, NULL);
  return undo;
}

/* --- comparing ---------------------------------------------------------------------------------------------------- */

typedef struct {
  CharterPackFile *before, *after;
} Compared;

static void
compared_free (gpointer data)
{
  Compared *compared = data;

  g_object_unref (compared->before);
  g_object_unref (compared->after);
  g_free (compared);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Compared *compared = data;
  GError *error = NULL;
  g_autoptr (GBytes) before
    = g_file_load_bytes (charter_pack_file_get_xml (compared->before), cancellable, NULL, &error);
  g_autoptr (GBytes) after
    = before != NULL ? g_file_load_bytes (charter_pack_file_get_xml (compared->after), cancellable, NULL, &error)
                     : NULL;

  if (after == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           charter_pack_change_new (charter_pack_file_get_pack (compared->before), before,
                                                    charter_pack_file_get_pack (compared->after), after),
                           (GDestroyNotify)charter_pack_change_free);
}

void
charter_library_compare_async (CharterLibrary *self,
                               CharterPackFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  CharterPack *pack = charter_pack_file_get_pack (file);
  CharterPackFile *there = pack != NULL ? charter_library_find_file (self, pack->id) : NULL;
  Compared *compared;

  g_task_set_source_tag (task, charter_library_compare_async);
  if (there == NULL || !g_strv_equal (charter_pack_file_get_pack (there)->authors, pack->authors))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  compared = g_new (Compared, 1);
  *compared = (Compared){ .before = g_object_ref (there), .after = g_object_ref (file) };
  g_task_set_task_data (task, compared, compared_free);
  g_task_run_in_thread (task, compare_in_thread);
}

CharterPackChange *
charter_library_compare_finish (CharterLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- guests ------------------------------------------------------------------------------------------------------- */

void
charter_library_welcome (CharterLibrary *self, CharterPackFile *guest)
{
  g_ptr_array_add (self->guests, g_object_ref (guest));
  shelve (self);
}

void
charter_library_dismiss (CharterLibrary *self, CharterPackFile *guest)
{
  g_ptr_array_remove (self->guests, guest);
  shelve (self);
}

gboolean
charter_library_is_guest (CharterLibrary *self, CharterPack *pack)
{
  for (guint i = 0; i < self->guests->len; i++)
    if (charter_pack_file_get_pack (self->guests->pdata[i]) == pack)
      return TRUE;
  return FALSE;
}

CharterPack *
charter_library_find_pack (CharterLibrary *self, const char *pack_id)
{
  CharterPack *guest = find_in (self->guests, pack_id);

  return guest != NULL ? guest : find_in (self->files, pack_id);
}

static void
add_pack (CharterLibrary *self, GPtrArray *packs, CharterPackFile *file)
{
  CharterPack *pack = charter_pack_file_get_pack (file);

  if (pack != NULL && charter_library_find_pack (self, pack->id) == pack)
    g_ptr_array_add (packs, charter_pack_ref (pack));
}

GPtrArray *
charter_library_list_packs (CharterLibrary *self)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);

  for (guint i = self->guests->len; i > 0; i--)
    add_pack (self, packs, self->guests->pdata[i - 1]);
  for (guint i = 0; i < self->files->len; i++)
    add_pack (self, packs, self->files->pdata[i]);
  return packs;
}

GPtrArray *
charter_library_list_packs_with (CharterLibrary *self, CharterPack *pack)
{
  GPtrArray *packs = charter_library_list_packs (self);

  for (guint i = packs->len; i > 0; i--)
    if (g_str_equal (((CharterPack *)packs->pdata[i - 1])->id, pack->id))
      g_ptr_array_remove_index (packs, i - 1);
  g_ptr_array_insert (packs, 0, charter_pack_ref (pack));
  return packs;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_library_finalize (GObject *object)
{
  CharterLibrary *self = CHARTER_LIBRARY (object);

  g_clear_object (&self->installed);
  g_clear_object (&self->added);
  g_clear_pointer (&self->languages, g_strfreev);
  charter_shelf_set_packs (self->shelf, NULL);
  charter_shelf_unref (self->shelf);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->guests);

  G_OBJECT_CLASS (charter_library_parent_class)->finalize (object);
}

static void
charter_library_class_init (CharterLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_library_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", CHARTER_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_library_init (CharterLibrary *self)
{
  self->shelf = charter_shelf_new ();
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->guests = g_ptr_array_new_with_free_func (g_object_unref);
}

CharterLibrary *
charter_library_new (GFile *installed, GFile *added, const char *const *languages)
{
  CharterLibrary *self = g_object_new (CHARTER_TYPE_LIBRARY, NULL);

  self->installed = g_object_ref (installed);
  self->added = g_object_ref (added);
  self->languages = g_strdupv ((char **)languages);
  return self;
}
