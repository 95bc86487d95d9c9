/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-report-csv.h"

#include <string.h>

#define COLUMNS                                                                                                        \
  "what,name,pack,position,counts,questions,answered,right,points,maximum,low,high,band,seconds,changes,first_right,"  \
  "sure,flagged\r\n"

/* ---- cells ---- */

static void
add_cell (GString *csv, const char *text)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  g_string_append (csv, text);
}

/* The first cell of a row is a word of ours, so that none is empty there. */
static void
add_text (GString *csv, const char *text)
{
  const char *guard = text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? "'" : "";
  g_autoptr (GString) cell = g_string_new (guard);

  g_string_append (cell, text != NULL ? text : "");
  if (strpbrk (cell->str, ",\"\r\n") != NULL)
    {
      g_string_replace (cell, "\"", "\"\"", 0);
      g_string_prepend_c (cell, '"');
      g_string_append_c (cell, '"');
    }
  add_cell (csv, cell->str);
}

static void
add_number (GString *csv, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_cell (csv, g_ascii_formatd (text, sizeof text, "%.6g", number));
}

static void
add_boolean (GString *csv, gboolean boolean)
{
  add_cell (csv, boolean ? "true" : "false");
}

static void
add_empty (GString *csv, guint n)
{
  for (guint i = 0; i < n; i++)
    add_cell (csv, "");
}

static void
add_interval (GString *csv, const CharterInterval *interval, gboolean too_few)
{
  if (too_few)
    {
      add_empty (csv, 2);
      return;
    }
  add_number (csv, interval->low);
  add_number (csv, interval->high);
}

static void
end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}

/* ---- rows ---- */

static void
add_total (GString *csv, const CharterReport *report)
{
  const CharterExamChanges changes = charter_exam_changes_find (report);

  add_text (csv, "total");
  add_empty (csv, 4);
  add_number (csv, report->n);
  add_number (csv, report->n_answered);
  add_number (csv, report->n_right);
  add_number (csv, report->points);
  add_number (csv, report->maximum);
  add_interval (csv, &report->interval, report->too_few);
  add_empty (csv, 1);
  add_number (csv, (double)report->time / G_TIME_SPAN_SECOND);
  add_number (csv, changes.n_changed);
  add_empty (csv, 3);
  end_row (csv);
}

static void
add_domain (GString *csv, const CharterExamDomain *domain)
{
  add_text (csv, "domain");
  add_text (csv, domain->title);
  add_empty (csv, 3);
  add_number (csv, domain->n);
  add_empty (csv, 1);
  add_number (csv, domain->n_right);
  add_empty (csv, 2);
  add_interval (csv, &domain->interval, domain->too_few);
  add_text (csv, charter_band_get_name (domain->band));
  add_empty (csv, 5);
  end_row (csv);
}

static void
add_topic (GString *csv, const CharterReportTopic *topic)
{
  add_text (csv, "topic");
  add_text (csv, topic->topic != NULL ? topic->topic->title.plain : topic->ref);
  add_empty (csv, 3);
  add_number (csv, topic->n);
  add_empty (csv, 1);
  add_number (csv, topic->n_right);
  add_number (csv, topic->points);
  add_number (csv, topic->maximum);
  add_interval (csv, &topic->interval, topic->too_few);
  add_empty (csv, 6);
  end_row (csv);
}

static void
add_item (GString *csv, const CharterReportItem *item)
{
  static const char *const sure[] = { "", "guess", "think", "sure" };

  add_text (csv, "item");
  add_text (csv, item->step->item->id);
  add_text (csv, item->step->pack->id);
  add_number (csv, item->position + 1);
  add_boolean (csv, item->counts);
  add_empty (csv, 1);
  add_boolean (csv, item->is_answered);
  add_boolean (csv, item->score.correct);
  add_number (csv, item->score.points);
  add_number (csv, item->score.maximum);
  add_empty (csv, 3);
  add_number (csv, (double)item->time / G_TIME_SPAN_SECOND);
  add_number (csv, item->n_changes);
  if (item->first_known)
    add_boolean (csv, item->first_correct);
  else
    add_empty (csv, 1);
  add_text (csv, item->confidence < G_N_ELEMENTS (sure) ? sure[item->confidence] : "");
  add_boolean (csv, item->flagged);
  end_row (csv);
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
