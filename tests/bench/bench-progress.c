/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-progress FILE PACK ROUNDS: how long it takes until all that Progress shows is known, of a history that is open:
 * days, certainty, what falls due, topics, misconceptions, and one question's curve. Prints the milliseconds, median
 * and slowest of ROUNDS, and how many answers the history has. */
#include <stdlib.h>

#include "charter-calibration.h"
#include "charter-curve.h"
#include "charter-days.h"
#include "charter-forecast.h"
#include "charter-loader.h"
#include "charter-mastery.h"
#include "charter-misconception-rank.h"
#include "charter-study-hindsight.h"
#include "charter-study-progress.h"
#include "charter-study-say.h"

#define DAYS (26 * 7)

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

static void
add_up_days (CharterStudy *study, int today)
{
  const GArray *tallies = charter_study_get_tallies (study);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GArray) days = charter_days_new (tallies, charter_study_get_scheme (study), zone, today - DAYS, today);
  CharterCalibration words[CHARTER_N_CONFIDENCES];

  charter_calibration_fill (tallies, words);
}

static void
forecast (CharterStudy *study, int today)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) due = NULL;
  g_autoptr (GArray) days = NULL;
  guint n_overdue;

  charter_study_load_forecast_async (study, NULL, on_result, &result);
  due = charter_study_load_forecast_finish (study, wait_for (&result), NULL);
  days = charter_forecast_new (due, today, 30, &n_overdue);
}

static void
draw_curve (CharterStudy *study, CharterPack *pack, int today)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterItemHistory) history = NULL;
  g_autoptr (CharterCurve) curve = NULL;

  charter_study_load_history_async (study, pack, pack->items[0], NULL, on_result, &result);
  history = charter_study_load_history_finish (study, wait_for (&result), NULL);
  if (history->reviews->len > 0)
    curve = charter_curve_new (history, &charter_study_get_scheme (study)->weights, today, today);
}

static void
judge_pack (CharterStudy *study, CharterPack *pack, int today)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) topics = NULL;

  charter_study_load_records_async (study, pack, NULL, on_result, &result);
  records = charter_study_load_records_finish (study, wait_for (&result), NULL);
  topics = charter_mastery_new (pack, records, &charter_study_get_scheme (study)->weights, today);
}

static void
rank_ideas (CharterStudy *study, CharterPack *pack)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterHindsight) past = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) scenes = NULL;
  g_autoptr (GPtrArray) ranks = NULL;

  charter_study_load_hindsight_async (study, TRUE, NULL, on_result, &result);
  past = charter_study_load_hindsight_finish (study, wait_for (&result), NULL);
  records = charter_hindsight_list_records (past, pack);
  scenes = charter_hindsight_list_scenes (past, pack);
  ranks = charter_misconception_rank_new (&(CharterRankedPack){ pack, records, scenes }, 1, past->held);
}

static double
measure (CharterStudy *study, CharterPack *pack)
{
  gint64 begin = g_get_monotonic_time ();
  int today = charter_study_get_today (study);

  add_up_days (study, today);
  forecast (study, today);
  judge_pack (study, pack, today);
  rank_ideas (study, pack);
  draw_curve (study, pack, today);
  return (double)(g_get_monotonic_time () - begin) / 1000.0;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

static void
run (CharterStudy *study, CharterPack *pack, int rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_answers, n_right;

  for (int i = 0; i < rounds; i++)
    {
      double time = measure (study, pack);
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_times);
  charter_study_count_answers (study, 0, &n_answers, &n_right);
  g_print ("%.1f %.1f %u\n", g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1), n_answers);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPack) pack = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;

  if (argc != 4 || atoi (argv[3]) < 1)
    {
      g_printerr ("Usage: bench-progress FILE PACK ROUNDS\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  source = g_file_new_for_commandline_arg (argv[2]);
  pack = charter_loader_load_file (source, &diagnostics, NULL, NULL);
  store = charter_store_open (file, g_get_real_time (), &error);
  if (pack == NULL || store == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "The pack can't be read.");
      return 1;
    }
  study = charter_study_new (store, charter_clock_system ());
  run (study, pack, atoi (argv[3]));
  return 0;
}
