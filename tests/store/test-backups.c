/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups are listed, made when asked for, and restored; whatever happens meanwhile, nothing is lost. */
#include "charter-backups.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>

#define N_KILLS 40

static char *
dup_folder (const Place *place)
{
  g_autofree char *learner = g_path_get_dirname (g_file_peek_path (place->file));

  return g_build_filename (learner, "backups", NULL);
}

/* Answers to steps from (included) to to (not) of a session "one" with 50. */
static void
answer (CharterStore *store, guint from, guint to)
{
  if (from == 0)
    commit (store, make_begun ("one", 50, NOW));
  for (guint i = from; i < to; i++)
    {
      g_autofree char *item = g_strdup_printf ("item-%u", i);
      commit (store, make_answer ("one", i, item, i % 2, NOW));
    }
}

static guint
count (CharterStore *store)
{
  const CharterSessionRecord *session = charter_store_get_open_session (store, "one");

  return session != NULL ? session->n_answered : 0;
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
back_up (CharterStore *store, gint64 wall, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_back_up_async (store, wall, NULL, on_result, &result);
  wait_for (&result);
  return charter_store_back_up_finish (store, result, error);
}

static gboolean
restore (CharterStore *store, const char *name, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_restore_async (store, name, NOW, NULL, on_result, &result);
  wait_for (&result);
  return charter_store_restore_finish (store, result, error);
}

/* Returns: (transfer full) the latest of a kind */
static char *
dup_name (const Place *place, CharterBackupKind kind, gint64 *n_answers)
{
  g_autoptr (GPtrArray) backups = charter_backups_list (place->file);

  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      if (backup->kind != kind)
        continue;
      *n_answers = backup->n_answers;
      return g_strdup (backup->name);
    }
  return NULL;
}

static void
test_names (void)
{
  static const struct {
    const char *name;
    int kind; /* -1: none of ours */
  } cases[] = {
    { "charter-before-restore-2026-11-24-080000-2.db", CHARTER_BACKUP_ASIDE },
    { "charter-before-restore-2026-11-24-080000.db", CHARTER_BACKUP_ASIDE },
    { "charter-2026-11-23-101500.db", CHARTER_BACKUP_ASKED },
    { "charter-v10-2026-11-23.db", CHARTER_BACKUP_MIGRATION },
    { "charter-v2-2026-11-23-2.db", CHARTER_BACKUP_MIGRATION },
    { "charter-v2-2026-11-23.db", CHARTER_BACKUP_MIGRATION },
    { "charter-2026-11-23.db", CHARTER_BACKUP_DAILY },
    { "charter-2026-11-22.db", CHARTER_BACKUP_DAILY },
    { "charter-2026-11-21.db.partial", -1 },
    { "charter-last.db", -1 },
    { "another-2026-11-23.db", -1 },
    { "charter-.db", -1 },
  };
  g_auto (Place) place = { 0 };
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  guint n = 0;

  place_init (&place);
  folder = dup_folder (&place);
  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  backups = charter_backups_list (place.file);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CharterBackupFile *backup = cases[i].kind >= 0 ? g_ptr_array_index (backups, n) : NULL;
      if (backup == NULL)
        continue;
      g_assert_cmpstr (backup->name, ==, cases[i].name);
      g_assert_cmpint ((int)backup->kind, ==, cases[i].kind);
      g_assert_cmpint (backup->n_answers, ==, -1);
      n++;
    }
  g_assert_cmpuint (backups->len, ==, n);
}

static void
test_asked (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  place_init (&place);
  store = open_store (&place);
  answer (store, 0, 5);
  g_assert_true (back_up (store, NOW, NULL));
  answer (store, 5, 8);
  g_assert_true (back_up (store, NOW, NULL)); /* of the same second */
  charter_backups_list_async (place.file, NULL, on_result, &result);
  wait_for (&result);
  backups = charter_backups_list_finish (place.file, result, NULL);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      g_assert_cmpint (backup->kind, ==, CHARTER_BACKUP_ASKED);
      g_assert_cmpint (backup->n_answers, ==, i == 0 ? 8 : 5);
      g_assert_cmpint (backup->last_wall, ==, NOW);
    }
}

/* The second is asked for before the first is done; each has what was there when its turn came. */
static void
test_asked_twice_at_once (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  store = open_store (&place);
  answer (store, 0, 400);
  charter_store_back_up_async (store, NOW, NULL, on_result, &first);
  charter_store_back_up_async (store, NOW, NULL, on_result, &second);
  wait_for (&first);
  wait_for (&second);
  charter_store_back_up_finish (store, first, &error);
  g_assert_no_error (error);
  charter_store_back_up_finish (store, second, &error);
  g_assert_no_error (error);
  backups = charter_backups_list (place.file);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      GStatBuf info;

      g_assert_cmpint (backup->n_answers, ==, 400);
      g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
      g_assert_cmpint (info.st_size, >, 64 * 4096); /* so that it takes more than one turn */
    }
}

static void
put (const char *folder, const char *name, gint64 wall)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct timeval times[2] = { { wall / G_TIME_SPAN_SECOND, 0 }, { wall / G_TIME_SPAN_SECOND, 0 } };

  g_assert_true (g_file_set_contents (path, "half of it", -1, NULL));
  g_assert_cmpint (utimes (path, times), ==, 0);
}

/* What a killed program leaves goes when the store is opened; what may still be made, and what is not ours, stays. */
static void
test_leftovers (void)
{
  static const struct {
    const char *name;
    gint64 age;
    gboolean stays;
  } cases[] = {
    { "charter-2026-01-02-101500.db.partial", 2 * G_TIME_SPAN_HOUR, FALSE },
    { "charter-2026-01-02-101500.db.partial-journal", 2 * G_TIME_SPAN_HOUR, FALSE },
    { "charter-2026-01-02-101500-2.db.partial-wal", 2 * G_TIME_SPAN_HOUR, FALSE },
    { "charter-2026-01-02.db.partial", G_TIME_SPAN_DAY, FALSE },
    { "charter-v2-2026-01-02.db.partial", G_TIME_SPAN_DAY, FALSE },
    { "charter-before-restore-2026-01-02-101500.db.partial", G_TIME_SPAN_DAY, FALSE },
    { "charter-2026-01-03-101500.db.partial", G_TIME_SPAN_MINUTE, TRUE },
    { "charter-2026-01-03-101500.db", G_TIME_SPAN_DAY, TRUE },
    { "charter-mine.db.partial", G_TIME_SPAN_DAY, TRUE },
    { "charter-2026-01-02.db.partial.txt", G_TIME_SPAN_DAY, TRUE },
    { "charter-2026-01-02.partial", G_TIME_SPAN_DAY, TRUE },
    { "another-2026-01-02.db.partial", G_TIME_SPAN_DAY, TRUE },
    { "thesis.partial", G_TIME_SPAN_DAY, TRUE },
  };
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *folder = NULL;

  place_init (&place);
  folder = dup_folder (&place);
  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    put (folder, cases[i].name, NOW - cases[i].age);
  store = open_store (&place);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].stays);
    }
}

static void
test_asked_of_a_closed_store (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  store = open_store (&place);
  charter_store_close (store);
  g_assert_false (back_up (store, NOW, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* There and back again, and on from there. */
static void
test_restored (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  gint64 n_answers = 0;

  place_init (&place);
  store = open_store (&place);
  answer (store, 0, 5);
  g_assert_true (back_up (store, NOW, NULL));
  answer (store, 5, 10);
  charter_store_set_session_place (store, "one", "{}", FALSE);
  backup = dup_name (&place, CHARTER_BACKUP_ASKED, &n_answers);
  restore (store, backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (store), ==, 5);
  g_assert_null (charter_store_get_session_place (store, "one"));
  assert_verified (store);
  answer (store, 5, 6);
  aside = dup_name (&place, CHARTER_BACKUP_ASIDE, &n_answers);
  g_assert_nonnull (aside);
  g_assert_cmpint (n_answers, ==, 10);
  restore (store, aside, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (store), ==, 10);
  g_assert_cmpstr (charter_store_get_session_place (store, "one"), ==, "{}");
  answer (store, 10, 12);
  g_clear_object (&store);
  store = open_store (&place);
  g_assert_null (charter_store_get_notice (store));
  g_assert_cmpuint (count (store), ==, 12);
  assert_verified (store);
  g_assert_null (place_find (&place, ".restored"));
}

static void
assert_refused (CharterStore *store, const char *name, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;
  guint n = count (store);

  g_assert_false (restore (store, name, &error));
  g_assert_error (error, G_IO_ERROR, (int)code);
  g_assert_cmpuint (count (store), ==, n);
  answer (store, n, n + 1);
  assert_verified (store);
}

static void
test_refused (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *torn = NULL;
  g_autofree char *foreign = NULL;
  g_autofree char *good = NULL;
  g_autofree char *name = NULL;
  g_autofree char *bytes = NULL;
  gint64 n_answers;
  gsize size;

  place_init (&place);
  folder = dup_folder (&place);
  store = open_store (&place);
  answer (store, 0, 20);
  g_assert_true (back_up (store, NOW, NULL));
  name = dup_name (&place, CHARTER_BACKUP_ASKED, &n_answers);
  good = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_get_contents (good, &bytes, &size, NULL));
  torn = g_build_filename (folder, "charter-2026-01-01.db", NULL);
  g_assert_true (g_file_set_contents (torn, bytes, size / 2, NULL));
  foreign = g_build_filename (folder, "charter-2026-01-02.db", NULL);
  g_assert_true (g_file_set_contents (foreign, "Dear diary", -1, NULL));
  empty = g_build_filename (folder, "charter-2026-01-04.db", NULL);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  assert_refused (store, "charter-2026-01-01.db", G_IO_ERROR_INVALID_DATA);
  assert_refused (store, "charter-2026-01-02.db", G_IO_ERROR_INVALID_DATA);
  assert_refused (store, "charter-2026-01-04.db", G_IO_ERROR_INVALID_DATA);
  assert_refused (store, "charter-2026-01-03.db", G_IO_ERROR_NOT_FOUND);
  assert_refused (store, "../charter.db", G_IO_ERROR_NOT_FOUND);
  g_assert_null (dup_name (&place, CHARTER_BACKUP_ASIDE, &n_answers));
}

/* Restores whatever there is, the oldest first, until somebody kills it. */
static int
restore_forever (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CharterStore) store = charter_store_open (file, NOW, NULL);

  for (guint i = 0; store != NULL; i++)
    {
      g_autoptr (GPtrArray) backups = charter_backups_find (path);
      const CharterBackupFile *backup = g_ptr_array_index (backups, (backups->len - 1) * (i % 2));
      g_autoptr (GError) error = NULL;
      if (!restore (store, backup->name, &error))
        g_error ("%s", error->message);
    }
  return 1;
}

static void
kill_while_restoring (const Place *place)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const argv[] = { self, "--restore", g_file_peek_path (place->file), NULL };
  g_autoptr (GError) error = NULL;
  int status;
  GPid pid;

  g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_usleep (g_test_rand_int_range (5, 60) * 1000);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

/* The file is the one or the other, and what it is not is among the backups. */
static void
assert_nothing_lost (const Place *place, guint *n_missing)
{
  g_autoptr (CharterStore) store = open_store (place);
  g_autoptr (GPtrArray) backups = charter_backups_list (place->file);
  guint seen = 1U << (count (store) / 10);

  *n_missing += charter_store_get_notice (store) != NULL;
  assert_verified (store);
  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      g_assert_cmpint (backup->n_answers, >=, 0);
      seen |= 1U << (backup->n_answers / 10);
    }
  g_assert_cmpuint (seen, ==, 1 << 1 | 1 << 2);
}

/* Two are enough; the older copies are all alike. */
static void
tidy (const Place *place)
{
  g_autoptr (GPtrArray) backups = charter_backups_list (place->file);
  guint seen = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      if (seen & 1U << backup->n_answers / 10)
        g_unlink (backup->path);
      seen |= 1U << backup->n_answers / 10;
    }
}

static void
test_killed (void)
{
  g_auto (Place) place = { 0 };
  guint n_missing = 0;

  place_init (&place);
  {
    g_autoptr (CharterStore) store = open_store (&place);
    answer (store, 0, 10);
    g_assert_true (back_up (store, NOW, NULL));
    answer (store, 10, 20);
    g_assert_true (back_up (store, NOW + G_TIME_SPAN_MINUTE, NULL));
  }
  for (guint i = 0; i < N_KILLS; i++)
    {
      kill_while_restoring (&place);
      assert_nothing_lost (&place, &n_missing);
      tidy (&place);
    }
  g_test_message ("%u of %u kills found no file in place", n_missing, N_KILLS);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--restore"))
    return restore_forever (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backups/names", test_names);
  g_test_add_func ("/backups/asked", test_asked);
  g_test_add_func ("/backups/asked-twice-at-once", test_asked_twice_at_once);
  g_test_add_func ("/backups/leftovers", test_leftovers);
  g_test_add_func ("/backups/asked-of-a-closed-store", test_asked_of_a_closed_store);
  g_test_add_func ("/backups/restored", test_restored);
  g_test_add_func ("/backups/refused", test_refused);
  g_test_add_func ("/backups/killed", test_killed);
  return g_test_run ();
}
