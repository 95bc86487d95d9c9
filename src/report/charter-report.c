/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-report.h"

typedef struct {
  CharterReport report; /* first, so that one is the other */
  CharterPath *path;
  GArray *items;  /* of CharterReportItem */
  GArray *topics; /* of CharterReportTopic */
} Data;

static void
clear_item (gpointer data)
{
  charter_response_unref (((CharterReportItem *)data)->response);
}

void
charter_report_free (CharterReport *report)
{
  Data *self = (Data *)report;

  g_array_unref (self->items);
  g_array_unref (self->topics);
  charter_path_unref (self->path);
  g_free (self);
}

/* ---- items ---- */

gboolean
charter_report_item_is_sure_but_wrong (const CharterReportItem *item)
{
  return item->is_answered && !item->score.correct && item->confidence == CHARTER_CONFIDENCE_SURE;
}

gboolean
charter_report_item_is_guessed_right (const CharterReportItem *item)
{
  return item->is_answered && item->score.correct && item->confidence == CHARTER_CONFIDENCE_GUESS;
}

/* The answer itself is the first choice where it was never changed. */
static void
read_first (CharterReportItem *item, CharterResponse *first)
{
  item->first_known = first != NULL;
  item->first_correct = first != NULL && charter_scoring_score (item->step->item, first, item->step->seed).correct;
}

static CharterReportItem
read_item (CharterSession *session, guint i)
{
  const CharterStep *step = charter_path_get_step (charter_session_get_path (session), i);
  CharterResponse *answer = charter_session_get_answer (session, i);
  CharterReportItem item = {
    .position = i,
    .step = step,
    .response = charter_response_ref (answer != NULL ? answer : charter_session_get_response (session, i)),
    .is_answered = answer != NULL,
    .counts = !step->unscored && (answer != NULL || charter_session_get_mood (session) == CHARTER_MOOD_EXAM),
    .score = { 0, step->item->points, FALSE },
    .time = charter_session_get_time (session, i),
    .n_changes = charter_session_get_n_changes (session, i),
    .hint_used = charter_session_get_hint_used (session, i),
    .flagged = charter_session_get_flagged (session, i),
    .taken_back = charter_session_get_taken_back (session, i),
    .confidence = charter_session_get_confidence (session, i),
  };

  if (answer != NULL)
    item.score = charter_scoring_score (step->item, answer, step->seed);
  read_first (&item, charter_session_get_first_choice (session, i));
  return item;
}

static void
add_item (Data *self, CharterReportItem item)
{
  CharterReport *report = &self->report;

  g_array_append_val (self->items, item);
  report->n_items++;
  report->n_answered += item.is_answered;
  report->time += item.time;
  report->n_sure_but_wrong += charter_report_item_is_sure_but_wrong (&item);
  if (!item.counts)
    return;
  report->n++;
  report->n_right += item.score.correct;
  report->points += item.score.points;
  report->maximum += item.score.maximum;
}

/* ---- topics ---- */

static CharterReportTopic *
find_topic (Data *self, const CharterReportItem *item)
{
  const CharterStep *step = item->step;
  const char *ref = step->item->topic;
  CharterPack *pack = charter_path_follow (self->path, step, ref);
  const CharterTopic *topic = pack != NULL ? charter_pack_find_topic (pack, ref) : NULL;
  CharterReportTopic added = { .ref = ref, .topic = topic, .first = item->position };

  for (guint i = 0; i < self->topics->len; i++)
    {
      CharterReportTopic *other = &g_array_index (self->topics, CharterReportTopic, i);

      if (topic != NULL ? other->topic == topic : g_strcmp0 (other->ref, ref) == 0)
        return other;
    }
  g_array_append_val (self->topics, added);
  return &g_array_index (self->topics, CharterReportTopic, self->topics->len - 1);
}

static void
add_to_topic (Data *self, const CharterReportItem *item)
{
  CharterReportTopic *topic = find_topic (self, item);

  topic->n++;
  topic->n_right += item->score.correct;
  topic->points += item->score.points;
  topic->maximum += item->score.maximum;
}

static guint
get_rank (const CharterReportTopic *self, CharterPack *pack)
{
  for (guint i = 0; i < pack->n_topics; i++)
    if (pack->topics[i] == self->topic)
      return i;
  return self->ref != NULL ? pack->n_topics : pack->n_topics + 1;
}

static int
compare_topics (gconstpointer a, gconstpointer b, gpointer pack)
{
  const CharterReportTopic *left = a, *right = b;
  guint left_rank = get_rank (left, pack), right_rank = get_rank (right, pack);

  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;
  return g_strcmp0 (left->ref, right->ref);
}

static void
read_topics (Data *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const CharterReportItem *item = &g_array_index (self->items, CharterReportItem, i);

      if (item->counts)
        add_to_topic (self, item);
    }
  g_array_sort_with_data (self->topics, compare_topics, charter_path_get_pack (self->path));
  for (guint i = 0; i < self->topics->len; i++)
    {
      CharterReportTopic *topic = &g_array_index (self->topics, CharterReportTopic, i);

      topic->interval = charter_interval_wilson (topic->n_right, topic->n);
      topic->too_few = topic->n < CHARTER_INTERVAL_MIN_N;
    }
}

CharterReport *
charter_report_new (CharterSession *session)
{
  Data *self = g_new0 (Data, 1);
  CharterReport *report = &self->report;

  self->path = charter_path_ref (charter_session_get_path (session));
  self->items = g_array_new (FALSE, FALSE, sizeof (CharterReportItem));
  g_array_set_clear_func (self->items, clear_item);
  self->topics = g_array_new (FALSE, FALSE, sizeof (CharterReportTopic));
  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    add_item (self, read_item (session, i));
  read_topics (self);

  report->percent = report->maximum > 0 ? 100 * report->points / report->maximum : 0;
  report->interval = charter_interval_wilson (report->n_right, report->n);
  report->too_few = report->n < CHARTER_INTERVAL_MIN_N;
  report->time_up = charter_session_get_time_left (session) == 0;
  report->items = (const CharterReportItem *)self->items->data;
  report->topics = (const CharterReportTopic *)self->topics->data;
  report->n_topics = self->topics->len;
  return report;
}
