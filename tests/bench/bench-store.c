/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-store make FILE ANSWERS ITEMS   a history of that many answers to so many items, over three years
 * bench-store open FILE                 milliseconds to open it
 * bench-store commit FILE N ITEMS       microseconds of N answers to so many items in sessions of 20, each a commit:
 *                                       half of them less, 95 in 100 less, most
 * bench-store change FILE N ITEMS       the same of answers that are changed afterwards: all of the item is then folded
 * bench-store check FILE                milliseconds to look through all of it, and its events and answers
 * bench-store rebuild FILE              milliseconds to fold all of it anew
 * bench-store events FILE               milliseconds to read all events, as handing out does
 * bench-store step FILE FOLDER          milliseconds to come into step with a folder, events that came in and went out,
 * and the most memory that the program ever had, in MB */
#include "charter-backups.h"
#include "charter-log.h"
#include "charter-payload.h"
#include "charter-store.h"
#include "charter-tables.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define START (G_GINT64_CONSTANT (1700000000) * G_TIME_SPAN_SECOND)
#define SPAN (3 * 365 * G_TIME_SPAN_DAY)
#define SESSION 20 /* answers */

typedef struct {
  CharterLog *log;
  GRand *random;
  gint64 seq, hlc, wall;
  guint n_items;
} Maker;

static void
put (Maker *maker, CharterEvent *event)
{
  g_autoptr (CharterEvent) owned = event;
  g_autoptr (GError) error = NULL;

  event->device = g_strdup ("00000000000be9c4");
  event->seq = ++maker->seq;
  event->hlc = maker->hlc = charter_hlc_next (maker->hlc, event->wall);
  if (!charter_tables_insert_event (charter_log_get_database (maker->log), event, &error))
    g_error ("%s", error->message);
}

static CharterEvent *
make_event (CharterEventKind kind, const char *session, gint64 wall)
{
  CharterEvent *event = charter_event_new (kind, session, wall);

  event->pack = g_strdup ("org.charterstudy.bench");
  return event;
}

/* Seven in ten are right, one in two says how sure it is, and every wrong one shows a misconception. */
static CharterEvent *
make_answer (GRand *random, const char *session, guint position, guint item, gint64 wall)
{
  CharterEvent *event = make_event (CHARTER_EVENT_ANSWER, session, wall);
  gboolean right = g_rand_double (random) < 0.7;
  g_auto (CharterAnswer) answer = {
    .position = position,
    .response = g_strdup (right ? "option-a" : "option-b"),
    .parts = g_strsplit ("option-a option-b option-c option-d", " ", -1),
    .slots = g_new0 (char *, 1),
    .seed = g_rand_int (random),
    .points = right,
    .maximum = 1,
    .correct = right,
    .rule = g_strdup ("exact"),
    .time = g_rand_int_range (random, 2000, 60000),
    .grade = right ? 3 : 1,
    .confidence = g_rand_int_range (random, 0, 2) * g_rand_int_range (random, 1, 4),
    .offered = g_strsplit (item % 2 ? "slow-is-safe more-is-better" : "more-is-better", " ", -1),
    .shown = g_strsplit (right ? "" : "more-is-better", " ", -1),
  };

  event->item = g_strdup_printf ("item-%u", item);
  event->key_hash = g_strdup_printf ("%016x", item * 2654435761U);
  event->payload = charter_answer_to_json (&answer);
  return event;
}

static void
make_session (Maker *maker, gint64 wall)
{
  g_autofree char *session = g_strdup_printf ("%08x-bench-%08x", g_rand_int (maker->random), (guint)maker->seq);
  g_auto (CharterBeginning) beginning = { .group = g_strdup_printf ("group-%u", g_rand_int (maker->random) % 50) };
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  CharterEvent *begun = make_event (CHARTER_EVENT_SESSION_BEGUN, session, wall);
  guint first = g_rand_int (maker->random) % maker->n_items;
  CharterEvent *ended;

  for (guint i = 0; i < SESSION; i++)
    {
      g_autofree char *item = g_strdup_printf ("item-%u", (first + i) % maker->n_items);
      g_strv_builder_add (items, item);
    }
  beginning.items = g_strv_builder_end (items);
  beginning.mood = g_strdup ("study");
  begun->payload = charter_beginning_to_json (&beginning);
  put (maker, begun);
  for (guint i = 0; i < SESSION; i++)
    put (maker, make_answer (maker->random, session, i, (first + i) % maker->n_items, wall + i * G_TIME_SPAN_MINUTE));
  ended = make_event (CHARTER_EVENT_SESSION_ENDED, session, wall + SESSION * G_TIME_SPAN_MINUTE);
  ended->payload = charter_ending_to_json (&(CharterEnding){ .finished = TRUE });
  put (maker, ended);
}

static int
make (const char *path, guint n_answers, guint n_items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (n_answers);
  Maker maker = { .random = random, .n_items = n_items };
  guint n_sessions = n_answers / SESSION;
  sqlite3 *db;

  charter_database_remove (path);
  db = charter_database_open (path, FALSE, NULL, NULL, &error);
  maker.log = db != NULL ? charter_log_new (db, &error) : NULL;
  if (maker.log == NULL || !charter_database_begin (db, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < n_sessions; i++)
    make_session (&maker, START + SPAN / n_sessions * i);
  if (!charter_database_commit (db, &error) || !charter_log_rebuild (maker.log, &error))
    g_error ("%s", error->message);
  charter_log_free (maker.log);
  return 0;
}

/* As if the day's backup had been made, so that it is not made beside what is measured. */
static void
pretend_backup (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = charter_backups_new_path (path, CHARTER_BACKUP_DAILY, 0, START, &error);

  if (backup == NULL || !g_file_set_contents (backup, "", 0, &error))
    g_error ("%s", error->message);
}

static CharterStore *
open_store (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CharterStore *store = charter_store_open (file, START, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

static double
get_ms_since (gint64 begun)
{
  return (g_get_monotonic_time () - begun) / 1000.0;
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

static int
measure_open (const char *path)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (CharterStore) store = open_store (path);

  g_print ("%.1f\n", get_ms_since (begun));
  return 0;
}

/* From the answer to the word that it is safe, as the page waits for it. */
static double
commit (CharterStore *store, CharterEvent *event)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  g_ptr_array_add (events, event);
  charter_store_commit_async (store, events, NULL, on_result, &result);
  wait_for (&result);
  if (!charter_store_commit_finish (store, result, &error))
    g_error ("%s", error->message);
  return get_ms_since (begun) * 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

static void
begin_measured (CharterStore *store, const char *session, gint64 wall)
{
  CharterEvent *begun = make_event (CHARTER_EVENT_SESSION_BEGUN, session, wall);

  begun->payload
    = charter_beginning_to_json (&(CharterBeginning){ .group = (char *)"group-1", .mood = (char *)"study" });
  commit (store, begun);
}

/* As somebody answers: some items of the many, each once in a session. */
static void
measure_session (CharterStore *store, GRand *random, guint first, guint n_items, gboolean change, GArray *times)
{
  g_autofree char *session = g_strdup_printf ("%08x-measured-%u", g_rand_int (random), first);
  gint64 wall = START + SPAN + first * G_TIME_SPAN_MINUTE;

  begin_measured (store, session, wall);
  for (guint i = 0; i < SESSION; i++)
    {
      guint item = (first + i) * 7919 % n_items;
      double time = commit (store, make_answer (random, session, i, item, wall + i * G_TIME_SPAN_MINUTE));
      if (change)
        time = commit (store, make_answer (random, session, i, item, wall + i * G_TIME_SPAN_MINUTE));
      g_array_append_val (times, time);
    }
}

static int
measure_commit (const char *path, guint n, guint n_items, gboolean change)
{
  g_autoptr (CharterStore) store = open_store (path);
  g_autoptr (GRand) random = g_rand_new_with_seed (change ? n + 1 : n);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  while (times->len < n)
    measure_session (store, random, times->len, n_items, change, times);
  g_array_sort (times, compare);
  g_print ("%.0f %.0f %.0f\n", g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100), g_array_index (times, double, times->len - 1));
  return 0;
}

static int
measure_check (const char *path)
{
  g_autoptr (CharterStore) store = open_store (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree CharterCheckup *checkup = NULL;

  charter_store_check_async (store, NULL, on_result, &result);
  wait_for (&result);
  checkup = charter_store_check_finish (store, result, &error);
  if (checkup == NULL)
    g_error ("%s", error->message);
  g_print ("%.0f %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", checkup->time / 1000.0, checkup->n_events,
           checkup->n_answers);
  return 0;
}

static int
measure_rebuild (const char *path)
{
  g_autoptr (CharterStore) store = open_store (path);
  gint64 begun = g_get_monotonic_time ();

  if (!charter_store_rebuild (store, NULL))
    g_error ("It can't be folded anew");
  g_print ("%.0f\n", get_ms_since (begun));
  return 0;
}

static int
measure_events (const char *path)
{
  g_autoptr (CharterStore) store = open_store (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  gint64 begun = g_get_monotonic_time ();

  charter_store_load_events_async (store, NULL, on_result, &result);
  wait_for (&result);
  events = charter_store_load_events_finish (store, result, NULL);
  g_print ("%.0f %u\n", get_ms_since (begun), events->len);
  return 0;
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

static int
measure_step (const char *path, const char *folder)
{
  g_autoptr (CharterStore) store = open_store (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterInStep) in_step = NULL;
  double before = get_peak_mb ();
  gint64 begun = g_get_monotonic_time ();

  charter_store_keep_in_step_async (store, folder, NULL, on_result, &result);
  wait_for (&result);
  in_step = charter_store_keep_in_step_finish (store, result, &error);
  if (in_step == NULL)
    g_error ("%s", error->message);
  g_print ("%.0f %u %u %.0f (%.0f before)\n", get_ms_since (begun), in_step->n_in, in_step->n_out, get_peak_mb (),
           before);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc >= 3)
    pretend_backup (argv[2]);
  if (argc == 5 && strcmp (argv[1], "make") == 0)
    return make (argv[2], atoi (argv[3]), atoi (argv[4]));
  if (argc == 3 && strcmp (argv[1], "open") == 0)
    return measure_open (argv[2]);
  if (argc == 5 && (strcmp (argv[1], "commit") == 0 || strcmp (argv[1], "change") == 0))
    return measure_commit (argv[2], atoi (argv[3]), atoi (argv[4]), strcmp (argv[1], "change") == 0);
  if (argc == 3 && strcmp (argv[1], "check") == 0)
    return measure_check (argv[2]);
  if (argc == 3 && strcmp (argv[1], "rebuild") == 0)
    return measure_rebuild (argv[2]);
  if (argc == 3 && strcmp (argv[1], "events") == 0)
    return measure_events (argv[2]);
  if (argc == 4 && strcmp (argv[1], "step") == 0)
    return measure_step (argv[2], argv[3]);
  return 2;
}
