/* SPDX-License-Identifier: GPL-3.0-or-later */
/* live-forever FILE PACK GROUP FOLDER: does all that a learner can do, one thing after the other and at random, until
 * somebody kills it. A line tells what was confirmed to be safe, and not before, in one write:
 *   DEVICE SEQ KIND   an event of the log
 *   note ID WORDS     a note as it is now; "-" for one that was removed
 *   in-step           all that FOLDER holds is in the log, and the other way round
 *   backup            a backup was made
 *   restoring         the file is about to be set aside for a backup; and then: restored */
#include "charter-backups.h"
#include "charter-loader.h"
#include "charter-study-notes.h"
#include "charter-study-say.h"
#include "charter-study.h"

#include <string.h>
#include <unistd.h>

typedef struct {
  CharterStudy *study;
  CharterStore *store;
  CharterPack *pack;
  CharterSession *session; /* NULL where none is open */
  char *finished;          /* the session finished last, or NULL */
  CharterEvent *undoable;  /* a reset or a deletion, or NULL */
  CharterNote *note;       /* the one kept last, or NULL */
  const char *path, *group, *folder;
} Life;

static void G_GNUC_PRINTF (1, 2) say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize)strlen (line))
    g_error ("Nobody listens");
}

static void
say_event (const CharterEvent *event)
{
  say ("%s %" G_GINT64_FORMAT " %s\n", event->device, event->seq, charter_event_get_kind_name (event));
}

static void
require (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "It was not done");
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static const CharterItem *
pick_item (Life *life)
{
  return life->pack->items[g_random_int_range (0, (gint32)life->pack->n_items)];
}

/* ---- a session ---- */

static void
say_last_of_session (Life *life)
{
  GPtrArray *events = charter_store_get_open_session_events (life->store, charter_session_get_id (life->session));

  say_event (g_ptr_array_index (events, events->len - 1));
}

static gboolean
is_answered (Life *life)
{
  return life->session != NULL
         && charter_session_get_stand (life->session, charter_session_get_position (life->session))
              == CHARTER_STAND_ANSWERED;
}

static void
begin_session (Life *life)
{
  g_autoptr (GError) error = NULL;

  life->session
    = charter_study_begin (life->study, life->pack, life->group, NULL, g_random_int (), CHARTER_MOOD_STUDY, &error);
  require (life->session != NULL, error);
}

static void
finish_session (Life *life)
{
  g_free (life->finished);
  life->finished = g_strdup (charter_session_get_id (life->session));
  charter_study_end (life->study, life->session);
  g_clear_object (&life->session);
}

static void
answer (Life *life)
{
  g_autoptr (CharterResponse) key = NULL;
  g_autoptr (GError) error = NULL;
  const CharterStep *step;

  if (is_answered (life) && !charter_session_next (life->session))
    finish_session (life);
  if (life->session == NULL)
    begin_session (life);
  step = charter_session_get_current (life->session);
  key = charter_scoring_dup_key (step->item, step->seed);
  charter_session_set_response (life->session, key);
  require (charter_study_answer (life->study, life->session, &error), error);
  say_last_of_session (life);
}

static void
take_back (Life *life)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_answered (life))
    return;
  charter_study_take_back_async (life->study, life->session, NULL, on_result, &result);
  require (charter_study_take_back_finish (life->study, wait_for (&result), &error), error);
  say_last_of_session (life);
}

/* ---- what is said beside answering ---- */

/* Returns: (transfer full) */
static CharterEvent *
finish_saying (Life *life, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  CharterEvent *event = charter_study_say_finish (life->study, wait_for (result), &error);

  require (event != NULL, error);
  say_event (event);
  return event;
}

static void
grade (Life *life)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!is_answered (life))
    return;
  charter_study_grade_async (life->study, life->session, charter_session_get_position (life->session),
                             (CharterGrade)g_random_int_range (CHARTER_GRADE_AGAIN, CHARTER_GRADE_EASY + 1), NULL,
                             on_result, &result);
  charter_event_unref (finish_saying (life, &result));
}

static void
suspend (Life *life)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_suspend_async (life->study, life->pack, pick_item (life), g_random_boolean (), NULL, on_result,
                               &result);
  charter_event_unref (finish_saying (life, &result));
}

static void
change_setting (Life *life)
{
  g_autofree char *value = g_strdup_printf ("%d", g_random_int_range (1, 50));
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_set_setting_async (life->study, "new-per-day", value, NULL, on_result, &result);
  charter_event_unref (finish_saying (life, &result));
}

static void
keep_undoable (Life *life, CharterEvent *event)
{
  g_clear_pointer (&life->undoable, charter_event_unref);
  life->undoable = event;
}

static void
reset (Life *life)
{
  g_autoptr (GAsyncResult) result = NULL;
  const char *item = g_random_boolean () ? pick_item (life)->id : NULL;

  charter_study_reset_async (life->study, life->pack->id, item, NULL, on_result, &result);
  keep_undoable (life, finish_saying (life, &result));
}

static void
delete_session (Life *life)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (life->finished == NULL)
    return;
  charter_study_delete_async (life->study, life->finished, NULL, on_result, &result);
  keep_undoable (life, finish_saying (life, &result));
  g_clear_pointer (&life->finished, g_free);
}

static void
undo (Life *life)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (life->undoable == NULL)
    return;
  charter_study_undo_async (life->study, life->undoable, NULL, on_result, &result);
  charter_event_unref (finish_saying (life, &result));
  keep_undoable (life, NULL);
}

/* ---- notes ---- */

static void
keep_note (Life *life)
{
  CharterNoteKind kind = g_random_boolean () ? CHARTER_NOTE_NOTE : CHARTER_NOTE_BOOKMARK;
  g_autoptr (CharterNote) note = charter_note_new (kind, NULL, life->pack->id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  note->item = kind == CHARTER_NOTE_NOTE ? g_strdup (pick_item (life)->id) : NULL;
  note->lesson = kind == CHARTER_NOTE_BOOKMARK ? g_strdup ("lesson") : NULL;
  note->section = g_strdup (note->lesson);
  note->text = g_strdup_printf ("%08x", g_random_int ());
  charter_study_keep_note_async (life->study, note, NULL, on_result, &result);
  g_clear_pointer (&life->note, charter_note_free);
  life->note = charter_study_keep_note_finish (life->study, wait_for (&result), &error);
  require (life->note != NULL, error);
  say ("note %s %s\n", life->note->id, life->note->text);
}

static void
remove_note (Life *life)
{
  g_autoptr (CharterNote) removed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (life->note == NULL)
    return;
  charter_study_remove_note_async (life->study, life->note, NULL, on_result, &result);
  removed = charter_study_remove_note_finish (life->study, wait_for (&result), &error);
  require (removed != NULL, error);
  say ("note %s -\n", life->note->id);
  g_clear_pointer (&life->note, charter_note_free);
}

/* ---- files ---- */

static void
keep_in_step (Life *life)
{
  g_autoptr (CharterInStep) in_step = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  charter_study_keep_in_step_async (life->study, life->folder, NULL, on_result, &result);
  in_step = charter_study_keep_in_step_finish (life->study, wait_for (&result), &error);
  require (in_step != NULL, error);
  say ("in-step\n");
}

static void
back_up (Life *life)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  charter_store_back_up_async (life->store, g_get_real_time (), NULL, on_result, &result);
  require (charter_store_back_up_finish (life->store, wait_for (&result), &error), error);
  say ("backup\n");
}

/* What was shown before is out of date then. */
static void
forget (Life *life)
{
  g_clear_object (&life->session);
  g_clear_pointer (&life->finished, g_free);
  g_clear_pointer (&life->note, charter_note_free);
  keep_undoable (life, NULL);
}

static void
restore (Life *life)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (life->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (backups->len == 0)
    return;
  say ("restoring\n");
  charter_store_restore_async (life->store, ((CharterBackupFile *)g_ptr_array_index (backups, 0))->name,
                               g_get_real_time (), NULL, on_result, &result);
  require (charter_store_restore_finish (life->store, wait_for (&result), &error), error);
  say ("restored\n");
  forget (life);
}

/* How often each is done, of a hundred times. */
static const struct {
  void (*act) (Life *life);
  int weight;
} acts[] = {
  { answer, 40 }, { take_back, 6 },      { grade, 6 },        { suspend, 6 },    { change_setting, 4 },
  { reset, 4 },   { delete_session, 4 }, { undo, 6 },         { keep_note, 10 }, { remove_note, 4 },
  { back_up, 3 }, { restore, 1 },        { keep_in_step, 6 },
};

static void
act (Life *life)
{
  int drawn = g_random_int_range (0, 100);
  guint i = 0;

  while (drawn >= acts[i].weight)
    drawn -= acts[i++].weight;
  acts[i].act (life);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  g_autoptr (GFile) pack_file = g_file_new_for_path (argv[2]);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  CharterClock clock = charter_clock_system ();
  Life life = { .path = argv[1], .group = argv[3], .folder = argv[4] };

  life.pack = charter_loader_load_file (pack_file, &diagnostics, NULL, &error);
  require (life.pack != NULL, error);
  life.store = charter_store_open (file, clock.wall (clock.data), &error);
  require (life.store != NULL, error);
  life.study = charter_study_new (life.store, clock);
  while (TRUE)
    act (&life);
}
