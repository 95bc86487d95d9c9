/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-report-csv.h"

#include "charter-csv.h"

#define COLUMNS                                                                                                        \
  "what,name,pack,position,counts,questions,answered,right,points,maximum,low,high,band,seconds,changes,first_right,"  \
  "sure,flagged\r\n"

static void
add_interval (GString *csv, const CharterInterval *interval, gboolean too_few)
{
  if (too_few)
    {
      charter_csv_add_empty (csv, 2);
      return;
    }
  charter_csv_add_number (csv, interval->low);
  charter_csv_add_number (csv, interval->high);
}

/* ---- rows ---- */

static void
add_total (GString *csv, const CharterReport *report)
{
  const CharterExamChanges changes = charter_exam_changes_find (report);

  charter_csv_add_text (csv, "total");
  charter_csv_add_empty (csv, 4);
  charter_csv_add_number (csv, report->n);
  charter_csv_add_number (csv, report->n_answered);
  charter_csv_add_number (csv, report->n_right);
  charter_csv_add_number (csv, report->points);
  charter_csv_add_number (csv, report->maximum);
  add_interval (csv, &report->interval, report->too_few);
  charter_csv_add_empty (csv, 1);
  charter_csv_add_number (csv, (double)report->time / G_TIME_SPAN_SECOND);
  charter_csv_add_number (csv, changes.n_changed);
  charter_csv_add_empty (csv, 3);
  charter_csv_end_row (csv);
}

static void
add_domain (GString *csv, const CharterExamDomain *domain)
{
  charter_csv_add_text (csv, "domain");
  charter_csv_add_text (csv, domain->title);
  charter_csv_add_empty (csv, 3);
  charter_csv_add_number (csv, domain->n);
  charter_csv_add_empty (csv, 1);
  charter_csv_add_number (csv, domain->n_right);
  charter_csv_add_empty (csv, 2);
  add_interval (csv, &domain->interval, domain->too_few);
  charter_csv_add_text (csv, charter_band_get_name (domain->band));
  charter_csv_add_empty (csv, 5);
  charter_csv_end_row (csv);
}

static void
add_topic (GString *csv, const CharterReportTopic *topic)
{
  charter_csv_add_text (csv, "topic");
  charter_csv_add_text (csv, topic->topic != NULL ? topic->topic->title.plain : topic->ref);
  charter_csv_add_empty (csv, 3);
  charter_csv_add_number (csv, topic->n);
  charter_csv_add_empty (csv, 1);
  charter_csv_add_number (csv, topic->n_right);
  charter_csv_add_number (csv, topic->points);
  charter_csv_add_number (csv, topic->maximum);
  add_interval (csv, &topic->interval, topic->too_few);
  charter_csv_add_empty (csv, 6);
  charter_csv_end_row (csv);
}

static void
add_item (GString *csv, const CharterReportItem *item)
{
  static const char *const sure[] = { "", "guess", "think", "sure" };

  charter_csv_add_text (csv, "item");
  charter_csv_add_text (csv, item->step->item->id);
  charter_csv_add_text (csv, item->step->pack->id);
  charter_csv_add_number (csv, item->position + 1);
  charter_csv_add_boolean (csv, item->counts);
  charter_csv_add_empty (csv, 1);
  charter_csv_add_boolean (csv, item->is_answered);
  charter_csv_add_boolean (csv, item->score.correct);
  charter_csv_add_number (csv, item->score.points);
  charter_csv_add_number (csv, item->score.maximum);
  charter_csv_add_empty (csv, 3);
  charter_csv_add_number (csv, (double)item->time / G_TIME_SPAN_SECOND);
  charter_csv_add_number (csv, item->n_changes);
  if (item->first_known)
    charter_csv_add_boolean (csv, item->first_correct);
  else
    charter_csv_add_empty (csv, 1);
  charter_csv_add_text (csv, item->confidence < G_N_ELEMENTS (sure) ? sure[item->confidence] : "");
  charter_csv_add_boolean (csv, item->flagged);
  charter_csv_end_row (csv);
}

char *
charter_report_to_csv (const CharterReport *report, const CharterExamReport *exam)
{
  GString *csv = g_string_new (COLUMNS);

  add_total (csv, report);
  for (guint i = 0; exam != NULL && i < exam->n_domains; i++)
    add_domain (csv, &exam->domains[i]);
  for (guint i = 0; i < report->n_topics; i++)
    add_topic (csv, &report->topics[i]);
  for (guint i = 0; i < report->n_items; i++)
    add_item (csv, &report->items[i]);
  return g_string_free (csv, FALSE);
}
