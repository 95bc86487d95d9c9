/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that answers as fast as it can is killed at random moments: 50, or $CHARTER_KILLS. Nothing that it was told
 * to be safe is missing afterwards, what is folded agrees with the log, and the session goes on at the right step. */
#include "study-support.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define N_KILLS "50"
#define LONGEST 120 /* ms that it lives, every second time from its first answer on: it may take longer to start */

typedef struct {
  Place place;
  CharterPack *pack;
  const char *program, *pack_path;
  GHashTable *safe; /* "SESSION POSITION" to the response that was said to be safe */
  guint n_resumed;
} Trial;

static void
note_line (Trial *trial, char *line)
{
  char *end = strrchr (line, '\n');
  char *first = strchr (line, ' ');
  char *second = first != NULL ? strchr (first + 1, ' ') : NULL;

  g_assert_nonnull (end);
  g_assert_nonnull (second);
  *end = *second = '\0';
  g_hash_table_replace (trial->safe, g_strdup (line), g_strdup (second + 1));
}

/* Everything that it said, also what was still on its way when it died. */
static void
note_what_was_said (Trial *trial, int fd)
{
  FILE *said = fdopen (fd, "r");
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, said) > 0)
    note_line (trial, line);
  free (line);
  fclose (said);
}

static void
run_and_kill (Trial *trial, gboolean answered, guint milliseconds)
{
  const char *argv[] = { trial->program, g_file_peek_path (trial->place.file), trial->pack_path, "case", NULL };
  g_autoptr (GError) error = NULL;
  int out, status;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL,
                            &error);
  g_assert_no_error (error);
  if (answered)
    wait_for_word (out);
  g_usleep (milliseconds * 1000);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  note_what_was_said (trial, out);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* and it did not end by a fault of its own */
}

/* The log itself is asked, as it stands in the file. */
static void
check_answer (Trial *trial, const char *session, const char *payload, GHashTable *missing)
{
  g_auto (CharterAnswer) answer = { 0 };
  g_autofree char *key = NULL;
  const char *said;

  g_assert_true (charter_answer_from_json (&answer, payload));
  key = g_strdup_printf ("%s %u", session, answer.position);
  said = g_hash_table_lookup (trial->safe, key);
  g_assert_true (said == NULL || g_str_equal (said, answer.response));
  g_hash_table_remove (missing, key);
}

static void
check_log (Trial *trial)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (trial->safe, NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *s = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (missing, keys[i]);
  g_assert_cmpint (sqlite3_open (g_file_peek_path (trial->place.file), &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT session, payload FROM event WHERE kind = 'answer'", -1, &s, NULL);
  while (sqlite3_step (s) == SQLITE_ROW)
    check_answer (trial, (const char *)sqlite3_column_text (s, 0), (const char *)sqlite3_column_text (s, 1), missing);
  sqlite3_finalize (s);
  sqlite3_close (db);
  g_assert_cmpuint (g_hash_table_size (missing), ==, 0);
}

/* What was answered is answered, in a row from the first; the next step is the first without an answer. */
static void
check_session (Trial *trial, CharterStudy *study, CharterStore *store, const CharterOpenSession *open)
{
  guint n_answered = charter_store_get_open_session (store, open->session)->n_answered;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterSession) session = resume_of (study, trial->pack, open->session, &error);
  guint n_steps;

  g_assert_no_error (error);
  trial->n_resumed++;
  n_steps = charter_session_get_n_steps (session);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s %u", open->session, i);
      g_autofree char *response = charter_response_to_string (charter_session_get_response (session, i));
      const char *said = g_hash_table_lookup (trial->safe, key);
      g_assert_cmpint (charter_session_get_stand (session, i) == CHARTER_STAND_ANSWERED, ==, i < n_answered);
      g_assert_true (said == NULL || i < n_answered);
      if (said != NULL)
        g_assert_cmpstr (response, ==, said);
    }
  if (charter_session_get_stand (session, charter_session_get_position (session)) == CHARTER_STAND_ANSWERED)
    charter_session_next (session);
  g_assert_cmpuint (charter_session_get_position (session), ==, MIN (n_answered, n_steps - 1));
}

static void
check (Trial *trial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = charter_store_open (trial->place.file, g_get_real_time (), &error);
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  g_assert_no_error (error);
  g_assert_null (charter_store_get_notice (store));
  assert_verified (store);
  study = charter_study_new (store, charter_clock_system ());
  sessions = charter_study_list_open_sessions (study);
  g_assert_cmpuint (sessions->len, <=, 1);
  for (guint i = 0; i < sessions->len; i++)
    check_session (trial, study, store, g_ptr_array_index (sessions, i));
  charter_store_close (store);
  check_log (trial);
}

static void
test_kill (void)
{
  Trial trial = { .program = g_getenv ("CHARTER_ANSWER_FOREVER") };
  const char *wish = g_getenv ("CHARTER_KILLS");
  guint n_kills = g_ascii_strtoull (wish != NULL ? wish : N_KILLS, NULL, 10);
  g_autofree char *pack_path = g_test_build_filename (G_TEST_DIST, "pack.xml", NULL);

  g_assert_nonnull (trial.program);
  place_init (&trial.place);
  trial.pack = load_pack ("pack.xml");
  trial.pack_path = pack_path;
  trial.safe = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n_kills; i++)
    {
      run_and_kill (&trial, i % 2 == 0, g_test_rand_int_range (5, LONGEST));
      check (&trial);
    }
  g_test_message ("%u kills: %u answers were confirmed and none is missing, %u sessions were gone on with", n_kills,
                  g_hash_table_size (trial.safe), trial.n_resumed);
  g_assert_cmpuint (g_hash_table_size (trial.safe), >=, n_kills / 2);
  g_assert_cmpuint (trial.n_resumed, >, 5);
  g_hash_table_unref (trial.safe);
  charter_pack_unref (trial.pack);
  place_clear (&trial.place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/at-random", test_kill);
  return g_test_run ();
}
