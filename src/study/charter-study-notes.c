/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-study-private.h"

/* Ends of lines as one character; what can't be seen and is no space goes. */
static char *
drop_controls (const char *text)
{
  GString *words = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean ends_line = c == '\r' || c == 0x2028 || c == 0x2029;
      if (c == '\r' && at[1] == '\n')
        continue;
      if (ends_line)
        g_string_append_c (words, '\n');
      else if (!g_unichar_iscntrl (c) || c == '\n' || c == '\t')
        g_string_append_unichar (words, c);
    }
  return g_string_free (words, FALSE);
}

static char *
strip (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, end - start);
}

char *
charter_study_tidy_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *words = drop_controls (valid);
  g_autofree char *composed = g_utf8_normalize (words, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return strip (composed);
}

static gboolean
check (const CharterNote *note, GError **error)
{
  gboolean needs_words = note->kind == CHARTER_NOTE_NOTE || note->kind == CHARTER_NOTE_DISPUTE;

  if (needs_words && *note->text == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("There is nothing written to keep."));
      return FALSE;
    }
  if (g_utf8_strlen (note->text, -1) > CHARTER_NOTE_LONGEST)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("This is too long to be kept as one note: %d characters are the most."), CHARTER_NOTE_LONGEST);
      return FALSE;
    }
  return TRUE;
}

static void
on_committed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CharterNote *note = g_task_get_task_data (task);
  GError *error = NULL;

  if (charter_store_commit_finish (CHARTER_STORE (store), result, &error))
    g_task_return_pointer (task, charter_note_copy (note), (GDestroyNotify)charter_note_free);
  else
    g_task_return_error (task, error);
}

/* said: what the event says of the note. */
static void
commit (CharterStudy *self, const CharterNote *said, GTask *task)
{
  g_autoptr (CharterEvent) event = charter_study_make_event (self, CHARTER_EVENT_NOTE, NULL, NULL);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  charter_note_to_event (said, event);
  g_ptr_array_add (events, event);
  charter_store_commit_async (self->store, events, g_task_get_cancellable (task), on_committed, task);
}

/* What has been saved is not to be called cancelled. */
static GTask *
task_new (CharterStudy *self,
          gpointer tag,
          const CharterNote *note,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, charter_note_copy (note), (GDestroyNotify)charter_note_free);
  return task;
}

void
charter_study_keep_note_async (CharterStudy *self,
                               const CharterNote *note,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  CharterNote *kept;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (note != NULL && note->pack != NULL && note->id != NULL);

  task = task_new (self, charter_study_keep_note_async, note, cancellable, callback, user_data);
  kept = g_task_get_task_data (task);
  kept->removed = FALSE;
  g_free (kept->text);
  kept->text = charter_study_tidy_words (note->text);
  if (check (kept, &error))
    commit (self, kept, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

CharterNote *
charter_study_keep_note_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
charter_study_remove_note_async (CharterStudy *self,
                                 const CharterNote *note,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  CharterNote said;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (note != NULL);

  said = *note;
  said.removed = TRUE;
  commit (self, &said, task_new (self, charter_study_remove_note_async, note, cancellable, callback, user_data));
}

CharterNote *
charter_study_remove_note_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
charter_study_list_notes (CharterStudy *self, const char *pack_id)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), g_ptr_array_new ());

  return charter_store_list_notes (self->store, pack_id);
}

/* Drops those of another place. */
static GPtrArray *
list_where (CharterStudy *self,
            const char *pack_id,
            gboolean (*fits) (const CharterNote *, const char *),
            const char *id)
{
  GPtrArray *notes = charter_study_list_notes (self, pack_id);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    if (fits (notes->pdata[i], id))
      notes->pdata[n++] = notes->pdata[i];
  g_ptr_array_set_size (notes, (int)n);
  return notes;
}

static gboolean
is_in_lesson (const CharterNote *note, const char *id)
{
  return g_strcmp0 (note->lesson, id) == 0;
}

GPtrArray *
charter_study_list_lesson_notes (CharterStudy *self, const char *pack_id, const char *lesson_id)
{
  return list_where (self, pack_id, is_in_lesson, lesson_id);
}

static gboolean
is_note_on_item (const CharterNote *note, const char *id)
{
  return note->kind == CHARTER_NOTE_NOTE && g_strcmp0 (note->item, id) == 0;
}

static gboolean
is_dispute_of_item (const CharterNote *note, const char *id)
{
  return note->kind == CHARTER_NOTE_DISPUTE && g_strcmp0 (note->item, id) == 0;
}

GPtrArray *
charter_study_list_item_notes (CharterStudy *self, const char *pack_id, const char *item_id, CharterNoteKind kind)
{
  return list_where (self, pack_id, kind == CHARTER_NOTE_DISPUTE ? is_dispute_of_item : is_note_on_item, item_id);
}

const CharterNote *
charter_study_find_section_note (
  CharterStudy *self, CharterNoteKind kind, const char *pack_id, const char *lesson_id, const char *section_id)
{
  g_autoptr (GPtrArray) notes = charter_study_list_lesson_notes (self, pack_id, lesson_id);

  for (guint i = 0; i < notes->len; i++)
    {
      const CharterNote *note = notes->pdata[i];
      if (note->kind == kind && g_strcmp0 (note->section, section_id) == 0)
        return note;
    }
  return NULL;
}

const CharterNote *
charter_study_get_note (CharterStudy *self, const char *id)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  return charter_store_get_note (self->store, id);
}
