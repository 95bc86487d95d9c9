/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-report.h"

typedef struct {
  CharterExamReport report; /* first, so that one is the other */
  CharterDomains *domains;
  GArray *rows; /* CharterExamDomain */
  GPtrArray *packs;
} Data;

static void
add_item (Data *self, const CharterReportItem *item)
{
  guint index;

  self->report.n_unscored += item->step->unscored;
  self->report.n_guessed_right += item->counts && charter_report_item_is_guessed_right (item);
  if (!item->counts || !charter_domains_find (self->domains, item->step->pack, item->step->item->topic, &index))
    return;
  g_array_index (self->rows, CharterExamDomain, index).n++;
  g_array_index (self->rows, CharterExamDomain, index).n_right += item->score.correct;
}

static void
read_domains (Data *self)
{
  CharterExamReport *report = &self->report;

  for (guint i = 0; i < charter_domains_get_n (self->domains); i++)
    {
      const CharterDomain *domain = charter_domains_get (self->domains, i);
      const CharterExamDomain row = { .title = domain->title, .weight = domain->weight };

      g_array_append_val (self->rows, row);
    }
  for (guint i = 0; i < report->report->n_items; i++)
    add_item (self, &report->report->items[i]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CharterExamDomain *row = &g_array_index (self->rows, CharterExamDomain, i);

      row->interval = charter_interval_wilson (row->n_right, row->n);
      row->too_few = row->n < CHARTER_INTERVAL_MIN_N;
      row->band = charter_band_find (row->n_right, row->n, report->mark);
    }
  report->domains = (const CharterExamDomain *)(void *)self->rows->data;
  report->n_domains = self->rows->len;
}

static void
read_mark (CharterExamReport *self)
{
  self->has_pass = self->exam != NULL && self->exam->pass >= 0;
  self->mark = self->has_pass ? self->exam->pass / 100 : CHARTER_BAND_MARK;
  self->passed = self->has_pass && self->report->maximum > 0 && self->report->percent >= self->exam->pass;
}

CharterExamReport *
charter_exam_report_new (CharterSession *session, GPtrArray *packs, GHashTable *held)
{
  Data *self = g_new0 (Data, 1);
  CharterExamReport *report = &self->report;
  CharterPath *path = charter_session_get_path (session);
  gint64 limit = charter_session_get_limit (session);

  report->report = charter_report_new (session);
  report->exam = charter_path_get_exam (path);
  self->packs = g_ptr_array_ref (packs);
  self->domains = charter_domains_new (charter_path_get_pack (path), report->exam, packs);
  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterExamDomain));
  read_mark (report);
  read_domains (self);
  report->pace = charter_exam_pace_find (report->report, limit, charter_session_get_time_left (session));
  report->changes = charter_exam_changes_find (report->report);
  report->next = charter_exam_next_list (report->report, report->exam, charter_path_get_pack (path), &report->pace,
                                         self->domains, packs, held, charter_path_get_seed (path));
  return report;
}

void
charter_exam_report_free (CharterExamReport *report)
{
  Data *self = (Data *)report;

  g_array_unref (report->next);
  g_array_unref (self->rows);
  charter_domains_free (self->domains);
  charter_report_free (report->report);
  g_ptr_array_unref (self->packs);
  g_free (self);
}

guint
charter_exam_report_find_domain (const CharterExamReport *report, const CharterReportTopic *topic)
{
  const Data *self = (const Data *)report;
  const CharterStep *step = report->report->items[topic->first].step;
  guint index;

  return charter_domains_find (self->domains, step->pack, topic->ref, &index) ? index : report->n_domains;
}

GPtrArray *
charter_exam_report_list_topics (const CharterExamReport *report, guint domain)
{
  GPtrArray *topics = g_ptr_array_new ();

  for (guint i = 0; i < report->report->n_topics; i++)
    {
      const CharterReportTopic *topic = &report->report->topics[i];
      gboolean is_all = domain < report->n_domains && topic->n == report->domains[domain].n;

      if (charter_exam_report_find_domain (report, topic) == domain && !is_all)
        g_ptr_array_add (topics, (gpointer)topic);
    }
  return topics;
}
