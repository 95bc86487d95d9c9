/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-survey.h"

#include "charter-tables.h"

typedef enum {
  UNREAD,
  KNOWN,
  STALE, /* what was erased since is still in it */
} Standing;

typedef struct {
  sqlite3 *db;
  const char *device;
  GPtrArray *segments;
  GPtrArray *known; /* CharterSegment, of segments */
  CharterErrand *errand;
  GArray *runs; /* CharterSegment, whose devices are owned: what no segment names */
} Survey;

static void
run_clear (gpointer data)
{
  charter_segment_clear (data);
}

static void
survey_init (Survey *survey, sqlite3 *db, const char *device, GPtrArray *segments)
{
  *survey = (Survey){ db, device, segments, g_ptr_array_new (), charter_errand_new (), NULL };
  survey->errand->device = g_strdup (device);
  survey->runs = g_array_new (FALSE, FALSE, sizeof (CharterSegment));
  g_array_set_clear_func (survey->runs, run_clear);
}

static void
survey_clear (Survey *survey)
{
  g_ptr_array_unref (survey->known);
  g_array_unref (survey->runs);
  g_clear_pointer (&survey->errand, charter_errand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

/* What is erased comes first in a device's log. */
static Standing
compare_stamps (const CharterSegment *segment, gint64 from, gint64 hlc)
{
  if (from == segment->from && hlc == segment->hlc)
    return KNOWN;
  return from == CHARTER_HLC_ERASED && segment->from != from ? STALE : UNREAD;
}

/* find: bound and reset here. */
static gboolean
find_standing (Survey *survey, sqlite3_stmt *find, const CharterSegment *segment, Standing *standing, GError **error)
{
  charter_statement_bind_text (find, 1, segment->device);
  sqlite3_bind_int64 (find, 2, segment->first);
  sqlite3_bind_int64 (find, 3, segment->last);
  if (charter_database_step (survey->db, find, error) < 0)
    return FALSE;
  *standing = UNREAD;
  if (sqlite3_column_int64 (find, 0) == segment->last - segment->first + 1)
    *standing = compare_stamps (segment, sqlite3_column_int64 (find, 1), sqlite3_column_int64 (find, 2));
  sqlite3_reset (find);
  return TRUE;
}

static gboolean
sort_out (Survey *survey, sqlite3_stmt *find, CharterSegment *segment, GError **error)
{
  Standing standing;

  if (!find_standing (survey, find, segment, &standing, error))
    return FALSE;
  if (standing == KNOWN)
    g_ptr_array_add (survey->known, segment);
  else if (standing == STALE)
    charter_errand_say (survey->errand, segment, TRUE);
  else
    charter_segment_array_add (survey->errand->unread, segment);
  return TRUE;
}

static gboolean
sort_all_out (Survey *survey, GError **error)
{
  g_autoptr (sqlite3_stmt) find
    = charter_database_prepare (survey->db,
                                "SELECT count(*), (SELECT hlc FROM event WHERE device = ?1 AND seq = ?2),"
                                "  (SELECT hlc FROM event WHERE device = ?1 AND seq = ?3)"
                                " FROM event WHERE device = ?1 AND seq BETWEEN ?2 AND ?3",
                                error);

  for (guint i = 0; find != NULL && i < survey->segments->len; i++)
    if (!sort_out (survey, find, g_ptr_array_index (survey->segments, i), error))
      return FALSE;
  return find != NULL;
}

/* What no segment names. Rows and segments come in the same order, so that one pass tells. */

typedef struct {
  guint next; /* segment */
  char *device;
  gint64 covered_to; /* of that device */
} Pass;

static gboolean
is_covered (Survey *survey, Pass *pass, const char *device, gint64 seq)
{
  if (g_strcmp0 (pass->device, device) != 0)
    {
      g_free (pass->device);
      pass->device = g_strdup (device);
      pass->covered_to = 0;
    }
  for (; pass->next < survey->segments->len; pass->next++)
    {
      const CharterSegment *segment = g_ptr_array_index (survey->segments, pass->next);
      int order = g_strcmp0 (segment->device, device);
      if (order > 0 || (order == 0 && segment->first > seq))
        break;
      if (order == 0)
        pass->covered_to = MAX (pass->covered_to, segment->last);
    }
  return seq <= pass->covered_to;
}

static void
add_to_runs (GArray *runs, const char *device, gint64 seq)
{
  CharterSegment *last = runs->len > 0 ? &g_array_index (runs, CharterSegment, runs->len - 1) : NULL;

  if (last != NULL && last->last == seq - 1 && g_str_equal (last->device, device)
      && seq - last->first < CHARTER_SEGMENT_MOST_EVENTS)
    {
      last->last = seq;
      return;
    }
  g_array_set_size (runs, runs->len + 1);
  g_array_index (runs, CharterSegment, runs->len - 1) = (CharterSegment){ g_strdup (device), seq, seq, 0, 0 };
}

static gboolean
find_runs (Survey *survey, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (survey->db, "SELECT device, seq FROM event ORDER BY device, seq", error);
  Pass pass = { 0 };
  int row = -1;

  while (s != NULL && (row = charter_database_step (survey->db, s, error)) > 0)
    {
      const char *device = (const char *)sqlite3_column_text (s, 0);
      gint64 seq = sqlite3_column_int64 (s, 1);
      if (is_covered (survey, &pass, device, seq))
        continue;
      add_to_runs (survey->runs, device, seq);
      survey->errand->n_unsaid++;
    }
  g_free (pass.device);
  return row == 0;
}

/* Few files */

static gint64
count (const CharterSegment *segment)
{
  return segment->last - segment->first + 1;
}

static gboolean
is_own (Survey *survey, const CharterSegment *segment)
{
  return g_str_equal (segment->device, survey->device);
}

/* Returns: (nullable) (transfer none) this device's segment right before the run that it can take in */
static const CharterSegment *
find_before (Survey *survey, const CharterSegment *run)
{
  for (guint i = 0; i < survey->known->len; i++)
    {
      const CharterSegment *segment = g_ptr_array_index (survey->known, i);
      if (is_own (survey, segment) && segment->last == run->first - 1 && count (segment) <= count (run)
          && count (segment) + count (run) <= CHARTER_SEGMENT_MOST_EVENTS)
        return segment;
    }
  return NULL;
}

static void
take_in (Survey *survey, CharterSegment *run)
{
  const CharterSegment *before;

  while (is_own (survey, run) && (before = find_before (survey, run)) != NULL)
    {
      run->first = before->first;
      charter_segment_array_add (survey->errand->absorbed, before);
    }
}

/* What an earlier run left behind when it was stopped after writing. Segments that begin alike come longest first. */
static void
find_leftovers (Survey *survey)
{
  const CharterSegment *widest = NULL;

  for (guint i = 0; i < survey->known->len; i++)
    {
      const CharterSegment *segment = g_ptr_array_index (survey->known, i);
      if (!is_own (survey, segment))
        continue;
      if (widest != NULL && segment->last <= widest->last)
        charter_segment_array_add (survey->errand->absorbed, segment);
      else
        widest = segment;
    }
}

static void
say_runs (Survey *survey)
{
  for (guint i = 0; i < survey->runs->len; i++)
    {
      CharterSegment *run = &g_array_index (survey->runs, CharterSegment, i);
      take_in (survey, run);
      charter_errand_say (survey->errand, run, is_own (survey, run));
    }
}

CharterErrand *
charter_survey (sqlite3 *db, const char *device, GPtrArray *segments, GError **error)
{
  g_auto (Survey) survey = { 0 };

  survey_init (&survey, db, device, segments);
  if (!sort_all_out (&survey, error) || !find_runs (&survey, error))
    return NULL;
  find_leftovers (&survey);
  say_runs (&survey);
  return g_steal_pointer (&survey.errand);
}
