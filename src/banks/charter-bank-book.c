/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-bank-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-words.h"

#define MOST_TAGS 1000                       /* bytes of them */
#define MOST_FILE_BYTES (256u * 1024 * 1024) /* of all pictures together */

static void
part_free (CharterBankPart *part)
{
  g_free (part->text);
  g_free (part->match);
  g_free (part->why);
  g_free (part->value);
  g_free (part->tolerance);
  g_free (part->at);
  g_free (part);
}

static void
item_free (CharterBankItem *item)
{
  g_free (item->id);
  g_free (item->stem);
  g_free (item->hint);
  g_free (item->rationale);
  g_free (item->points);
  g_free (item->tags);
  g_free (item->unit);
  g_free (item->passage);
  g_free (item->picture);
  g_free (item->alt);
  g_ptr_array_unref (item->parts);
  g_free (item);
}

static void
question_free (CharterBankQuestion *question)
{
  g_free (question->name);
  g_free (question->file);
  g_ptr_array_unref (question->items);
  g_free (question);
}

static void
group_free (CharterBankGroup *group)
{
  g_free (group->path);
  g_free (group->title);
  g_free (group->id);
  g_free (group->situation);
  g_ptr_array_unref (group->questions);
  g_free (group);
}

CharterBankNote *
charter_bank_note_new (CharterSeverity severity,
                       const char *code,
                       guint line,
                       const char *file,
                       const char *question,
                       char *found,
                       char *expected,
                       char *mend)
{
  CharterBankNote *note = g_new0 (CharterBankNote, 1);

  note->diagnostic = g_new0 (CharterDiagnostic, 1);
  *note->diagnostic = (CharterDiagnostic){ severity, code, line, 0, found, expected, mend };
  note->file = g_strdup (file);
  note->question = g_strdup (question);
  return note;
}

void
charter_bank_note_free (CharterBankNote *note)
{
  charter_diagnostic_free (note->diagnostic);
  g_free (note->file);
  g_free (note->question);
  g_free (note);
}

void
charter_bank_file_free (CharterBankFile *file)
{
  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

CharterBankBook *
charter_bank_book_new (void)
{
  CharterBankBook *self = g_new0 (CharterBankBook, 1);

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)group_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_bank_note_free);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_bank_file_free);
  charter_bank_book_enter (self, "");
  return self;
}

void
charter_bank_book_free (CharterBankBook *self)
{
  g_free (self->title);
  g_free (self->language);
  g_free (self->file);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* ---- groups ---- */

static CharterBankGroup *
add_group (CharterBankBook *self, const char *path)
{
  CharterBankGroup *group = g_new0 (CharterBankGroup, 1);

  group->path = g_strdup (path);
  group->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)question_free);
  g_ptr_array_add (self->groups, group);
  return group;
}

void
charter_bank_book_enter (CharterBankBook *self, const char *path)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      self->group = g_ptr_array_index (self->groups, i);
      if (self->group->situation == NULL && strcmp (self->group->path, path) == 0)
        return;
    }
  self->group = add_group (self, path);
}

void
charter_bank_book_enter_scenario (CharterBankBook *self, const char *id, const char *title, char *situation)
{
  self->group = add_group (self, self->group->path);
  self->group->id = g_strdup (id);
  self->group->title = g_strdup (title);
  self->group->situation = situation;
}

/* ---- questions ---- */

CharterBankQuestion *
charter_bank_book_begin (CharterBankBook *self, guint line, const char *name)
{
  CharterBankQuestion *question = g_new0 (CharterBankQuestion, 1);

  question->book = self;
  question->line = line;
  question->name = name != NULL && *name != '\0' ? charter_bank_words_fold (name) : NULL;
  question->file = g_strdup (self->file);
  question->place = self->notes->len;
  question->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  g_ptr_array_add (self->group->questions, question);
  return question;
}

void
charter_bank_book_tell (CharterBankBook *self,
                        CharterSeverity severity,
                        const char *code,
                        guint line,
                        char *found,
                        char *expected,
                        char *mend)
{
  g_ptr_array_add (self->notes, charter_bank_note_new (severity, code, line, self->file, NULL, found, expected, mend));
}

static void
tell_of (CharterBankQuestion *self, CharterSeverity severity, const char *code, char *found, char *expected, char *mend)
{
  g_ptr_array_add (self->book->notes,
                   charter_bank_note_new (severity, code, self->line, self->file, self->name, found, expected, mend));
}

/* What was lost of it no longer matters. */
static void
forget_warnings (CharterBankQuestion *self)
{
  GPtrArray *notes = self->book->notes;

  for (guint i = notes->len; i > self->place; i--)
    {
      const CharterBankNote *note = g_ptr_array_index (notes, i - 1);

      if (note->diagnostic->severity == CHARTER_SEVERITY_WARNING && note->diagnostic->line == self->line
          && g_strcmp0 (note->question, self->name) == 0 && g_strcmp0 (note->file, self->file) == 0)
        g_ptr_array_remove_index (notes, i - 1);
    }
}

void
charter_bank_question_list (CharterBankQuestion *self, const char *code, char *found, char *expected, char *mend)
{
  if (self->is_listed)
    {
      g_free (found);
      g_free (expected);
      g_free (mend);
      return;
    }
  forget_warnings (self);
  tell_of (self, CHARTER_SEVERITY_ERROR, code, found, expected, mend);
  g_ptr_array_set_size (self->items, 0);
  self->is_listed = TRUE;
}

void
charter_bank_question_list_type (CharterBankQuestion *self, const char *type)
{
  charter_bank_question_list (self, "unsupported-type", g_strdup_printf (_ ("a question of the type “%s”"), type),
                              g_strdup (_ ("Charter has no such kind")),
                              g_strdup (_ ("write it anew as one of Charter’s kinds, if it is worth it")));
}

void
charter_bank_question_warn (CharterBankQuestion *self, const char *code, char *found, char *expected, char *mend)
{
  if (!self->is_listed)
    {
      tell_of (self, CHARTER_SEVERITY_WARNING, code, found, expected, mend);
      return;
    }
  g_free (found);
  g_free (expected);
  g_free (mend);
}

/* ---- items ---- */

CharterBankItem *
charter_bank_question_add (CharterBankQuestion *self, CharterItemKind kind)
{
  CharterBankItem *item = g_new0 (CharterBankItem, 1);

  item->kind = kind;
  item->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  g_ptr_array_add (self->items, item);
  return item;
}

CharterBankPart *
charter_bank_item_add (CharterBankItem *self)
{
  CharterBankPart *part = g_new0 (CharterBankPart, 1);

  g_ptr_array_add (self->parts, part);
  return part;
}

guint
charter_bank_item_count_right (const CharterBankItem *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((const CharterBankPart *)g_ptr_array_index (self->parts, i))->correct;
  return n;
}

void
charter_bank_item_tag (CharterBankItem *self, const char *tag)
{
  g_autofree char *slug = charter_bank_words_slug (tag, 60);
  char *tags;

  if (*slug == '\0' || (self->tags != NULL && strlen (self->tags) > MOST_TAGS))
    return;
  tags = self->tags != NULL ? g_strconcat (self->tags, " ", slug, NULL) : g_strdup (slug);
  g_free (self->tags);
  self->tags = tags;
}

/* ---- pictures ---- */

/* What the bytes are, not what their name says. */
static const char *
find_extension (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data, MIN (length, 1000));

  if (head == NULL) /* no bytes at all */
    return NULL;
  if (length >= 8 && memcmp (data, "\x89PNG\r\n\x1A\n", 8) == 0)
    return "png";
  if (length >= 3 && memcmp (data, "\xFF\xD8\xFF", 3) == 0)
    return "jpg";
  if (length >= 6 && (memcmp (data, "GIF87a", 6) == 0 || memcmp (data, "GIF89a", 6) == 0))
    return "gif";
  return strstr (head, "<svg") != NULL ? "svg" : NULL;
}

static gboolean
is_taken (CharterBankBook *self, const char *name)
{
  for (guint i = 0; i < self->files->len; i++)
    if (strcmp (((const CharterBankFile *)g_ptr_array_index (self->files, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* Nothing of a hostile name is left but its letters and digits. */
static char *
dup_place (CharterBankBook *self, const char *name, const char *extension)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');
  g_autofree char *slug = NULL;
  char *place;

  if (dot != NULL)
    *dot = '\0';
  slug = charter_bank_words_slug (base, 60);
  if (*slug == '\0')
    {
      g_free (slug);
      slug = g_strdup ("picture");
    }
  place = g_strdup_printf ("media/%s.%s", slug, extension);
  for (guint n = 2; is_taken (self, place); n++)
    {
      g_free (place);
      place = g_strdup_printf ("media/%s-%u.%s", slug, n, extension);
    }
  return place;
}

char *
charter_bank_book_keep (CharterBankBook *self, const char *name, GBytes *bytes)
{
  const char *extension = find_extension (bytes);
  CharterBankFile *file;

  if (extension == NULL || self->n_file_bytes + g_bytes_get_size (bytes) > MOST_FILE_BYTES)
    return NULL;
  for (guint i = 0; i < self->files->len; i++)
    {
      file = g_ptr_array_index (self->files, i);
      if (g_bytes_equal (file->bytes, bytes))
        return g_strdup (file->name);
    }
  file = g_new0 (CharterBankFile, 1);
  file->name = dup_place (self, name, extension);
  file->bytes = g_bytes_ref (bytes);
  self->n_file_bytes += g_bytes_get_size (bytes);
  g_ptr_array_add (self->files, file);
  return g_strdup (file->name);
}
