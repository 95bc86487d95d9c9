/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that does all that a learner can do is killed at random moments: 20, or $CHARTER_KILLS. Another device
 * answers between, and both are kept in step through a folder. Nothing of which the program said that it was safe is
 * missing afterwards, neither from the log nor, where a backup had taken the file's place, from what was set aside;
 * what is folded agrees with the log; backups that were made are whole; and in the end both devices know the same. */
#include "charter-backups.h"
#include "study-support.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define N_KILLS "20"
#define LONGEST 150 /* ms that it lives, every second time from its first word on: it may take longer to start */

typedef struct {
  Place place, other;
  CharterPack *pack;
  char *pack_path, *folder;
  GHashTable *safe;      /* what must be in the log */
  GHashTable *aside;     /* what must be in it, or in a file that was set aside */
  GHashTable *in_folder; /* what the other device had written there when the program was started */
  guint n_backups;       /* that were said to be made */
  gboolean restoring;    /* when it was killed last, or since it was started */
  guint n_safe, n_steps, n_restored;
} Trial;

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_all (GHashTable *set, GHashTable *more)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (set, g_strdup (name));
}

/* ---- what is said ---- */

/* What was safe before may be set aside from here on. */
static void
note_restoring (Trial *trial)
{
  trial->restoring = TRUE;
  add_all (trial->aside, trial->safe);
  g_hash_table_remove_all (trial->safe);
}

static void
note_line (Trial *trial, const char *line)
{
  if (g_str_equal (line, "in-step"))
    {
      trial->n_steps++;
      add_all (trial->safe, trial->in_folder);
    }
  else if (g_str_equal (line, "backup"))
    trial->n_backups++;
  else if (g_str_equal (line, "restoring"))
    note_restoring (trial);
  else if (g_str_equal (line, "restored"))
    trial->n_restored++;
  else
    {
      trial->n_safe++;
      g_hash_table_add (trial->safe, g_strdup (line));
    }
}

static void
note_what_was_said (Trial *trial, int fd)
{
  FILE *said = fdopen (fd, "r");
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, said) > 0)
    note_line (trial, g_strchomp (line));
  free (line);
  fclose (said);
}

static void
run_and_kill (Trial *trial, gboolean begun, guint milliseconds)
{
  const char *argv[] = { g_getenv ("CHARTER_LIVE_FOREVER"),
                         g_file_peek_path (trial->place.file),
                         trial->pack_path,
                         "case",
                         trial->folder,
                         NULL };
  g_autoptr (GError) error = NULL;
  int out, status;
  GPid pid;

  trial->restoring = FALSE;
  g_spawn_async_with_pipes (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL,
                            &error);
  g_assert_no_error (error);
  if (begun)
    wait_for_word (out);
  g_usleep (milliseconds * 1000);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  note_what_was_said (trial, out);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* and it did not end by a fault of its own */
}

/* ---- what is there ---- */

static void
add_event (GHashTable *there, const CharterEvent *event)
{
  g_autoptr (CharterNote) note = event->kind == CHARTER_EVENT_NOTE ? charter_note_from_event (event) : NULL;

  g_hash_table_add (there, g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", event->device, event->seq,
                                            charter_event_get_kind_name (event)));
  if (note != NULL)
    g_hash_table_add (there, g_strdup_printf ("note %s %s", note->id, note->removed ? "-" : note->text));
}

/* The file is asked as it stands. */
static void
add_file (GHashTable *there, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = charter_backup_load_events (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    add_event (there, g_ptr_array_index (events, i));
}

static void
assert_there (GHashTable *wanted, GHashTable *there)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (there, name))
      g_error ("“%s” was said to be safe, and is missing", (char *)name);
}

static gboolean
is_there (gpointer name, gpointer value, gpointer there)
{
  return g_hash_table_contains (there, name);
}

/* What is in the log still is asked for there from here on. */
static void
check_aside (Trial *trial, GHashTable *there)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (trial->place.file));
  g_autoptr (GHashTable) aside = new_set ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, trial->aside);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_hash_table_contains (there, name))
      g_hash_table_add (trial->safe, g_strdup (name));
  g_hash_table_foreach_remove (trial->aside, is_there, there);
  if (g_hash_table_size (trial->aside) == 0)
    return;
  for (guint i = 0; i < backups->len; i++)
    if (((CharterBackupFile *)g_ptr_array_index (backups, i))->kind == CHARTER_BACKUP_ASIDE)
      add_file (aside, ((CharterBackupFile *)g_ptr_array_index (backups, i))->path);
  assert_there (trial->aside, aside);
  g_hash_table_remove_all (trial->aside); /* such a file never changes any more */
}

static void
check_backups (Trial *trial)
{
  g_autoptr (GPtrArray) backups = charter_backups_list (trial->place.file);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      g_assert_cmpint (backup->n_answers, >=, 0);
      n += backup->kind == CHARTER_BACKUP_ASKED;
    }
  g_assert_cmpuint (n, >=, trial->n_backups);
}

/* A file that was being exchanged may have been missing, and then that is told. */
static void
check (Trial *trial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = charter_store_open (trial->place.file, g_get_real_time (), &error);
  g_autoptr (GHashTable) there = new_set ();

  g_assert_no_error (error);
  if (!trial->restoring)
    g_assert_null (charter_store_get_notice (store));
  assert_verified (store);
  charter_store_close (store);
  add_file (there, g_file_peek_path (trial->place.file));
  assert_there (trial->safe, there);
  check_aside (trial, there);
}

/* ---- the other device ---- */

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
keep_in_step (CharterStudy *study, const char *folder)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterInStep) in_step = NULL;
  g_autoptr (GError) error = NULL;

  charter_study_keep_in_step_async (study, folder, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  in_step = charter_study_keep_in_step_finish (study, result, &error);
  g_assert_no_error (error);
}

static void
answer_one (Trial *trial, CharterStudy *study)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (study, trial->pack, "case", NULL, 1, CHARTER_MOOD_STUDY, NULL);

  answer_key (study, session);
}

/* place: this device's. Opens it, does one thing, and puts what it knows into the folder. */
static void
be_in_step (Trial *trial, const Place *place, gboolean answering)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = charter_store_open (place->file, g_get_real_time (), &error);
  g_autoptr (CharterStudy) study = NULL;

  g_assert_no_error (error);
  study = charter_study_new (store, charter_clock_system ());
  if (answering)
    answer_one (trial, study);
  keep_in_step (study, trial->folder);
  assert_verified (store);
  charter_store_close (store);
}

static void
go_on_elsewhere (Trial *trial)
{
  be_in_step (trial, &trial->other, TRUE);
  g_hash_table_remove_all (trial->in_folder);
  add_file (trial->in_folder, g_file_peek_path (trial->other.file));
}

static void
check_both_the_same (Trial *trial)
{
  g_autoptr (GHashTable) here = new_set ();
  g_autoptr (GHashTable) elsewhere = new_set ();

  be_in_step (trial, &trial->place, FALSE);
  be_in_step (trial, &trial->other, FALSE);
  be_in_step (trial, &trial->place, FALSE);
  add_file (here, g_file_peek_path (trial->place.file));
  add_file (elsewhere, g_file_peek_path (trial->other.file));
  assert_there (here, elsewhere);
  assert_there (elsewhere, here);
}

static void
trial_init (Trial *trial)
{
  *trial = (Trial){ .safe = new_set (), .aside = new_set (), .in_folder = new_set () };
  place_init (&trial->place);
  place_init (&trial->other);
  trial->pack = load_pack ("pack.xml");
  trial->pack_path = g_test_build_filename (G_TEST_DIST, "pack.xml", NULL);
  trial->folder = g_build_filename (trial->other.folder, "shared", NULL);
  g_assert_cmpint (g_mkdir_with_parents (trial->folder, 0700), ==, 0);
}

static void
trial_clear (Trial *trial)
{
  g_hash_table_unref (trial->safe);
  g_hash_table_unref (trial->aside);
  g_hash_table_unref (trial->in_folder);
  charter_pack_unref (trial->pack);
  g_free (trial->pack_path);
  g_free (trial->folder);
  place_clear (&trial->place);
  place_clear (&trial->other);
}

static void
test_kill_all (void)
{
  const char *wish = g_getenv ("CHARTER_KILLS");
  guint n_kills = (guint)g_ascii_strtoull (wish != NULL ? wish : N_KILLS, NULL, 10);
  Trial trial;

  trial_init (&trial);
  for (guint i = 0; i < n_kills; i++)
    {
      if (i % 5 == 0)
        go_on_elsewhere (&trial);
      run_and_kill (&trial, i % 2 == 0, (guint)g_test_rand_int_range (5, LONGEST));
      check (&trial);
    }
  check_backups (&trial);
  check_both_the_same (&trial);
  g_test_message ("%u kills: %u things said or answered were confirmed, %u times in step, %u backups, %u restored; "
                  "none is missing",
                  n_kills, trial.n_safe, trial.n_steps, trial.n_backups, trial.n_restored);
  g_assert_cmpuint (trial.n_safe, >=, n_kills / 2);
  trial_clear (&trial);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/whatever-it-does", test_kill_all);
  return g_test_run ();
}
