/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-report.h"

#include <glib/gi18n-lib.h>

#include "charter-exam-words.h"
#include "charter-print-text.h"

static int
percent_of (double share)
{
  return (int)(share * 100 + 0.5);
}

static void
begin (CharterDocument *document, const char *heading, const char *about, guint n_columns)
{
  charter_document_add_words (document, CHARTER_STYLE_HEADING, heading);
  charter_document_add_words (document, CHARTER_STYLE_NOTE, about);
  charter_document_begin_table (document, n_columns, FALSE, TRUE);
}

static void
add_row (CharterDocument *document, const char *head, const char *words)
{
  charter_document_add_cell_words (document, head);
  charter_document_add_cell_words (document, words);
}

static void
add_result (CharterDocument *document, const CharterExamReport *exam)
{
  const CharterReport *report = exam->report;
  g_autofree char *percent = g_strdup_printf (_ ("%d %%"), (int)(report->percent + 0.5));
  g_autofree char *right
    = g_strdup_printf (ngettext ("%'u of %'u question wholly right", "%'u of %'u questions wholly right", report->n),
                       report->n_right, report->n);
  g_autofree char *range
    = g_strdup_printf (_ ("From so many answers, what you know lies probably between %d %% and %d %%."),
                       percent_of (report->interval.low), percent_of (report->interval.high));
  g_autofree char *mark = charter_exam_words_dup_mark (exam);

  charter_document_add_words (document, CHARTER_STYLE_HEADING, percent);
  charter_document_add_words (document, CHARTER_STYLE_BODY, right);
  charter_document_add_words (document, CHARTER_STYLE_BODY, report->too_few ? NULL : range);
  charter_document_add_words (document, CHARTER_STYLE_BODY, mark);
}

static void
add_next (CharterDocument *document, const CharterExamReport *exam)
{
  if (exam->next->len == 0)
    return;
  begin (document, _ ("What Next"), NULL, 2);
  for (guint i = 0; i < exam->next->len; i++)
    {
      const CharterExamNext *next = &g_array_index (exam->next, CharterExamNext, i);
      g_autofree char *title = charter_exam_words_dup_next (next);
      g_autofree char *reason = charter_exam_words_dup_next_reason (next);

      add_row (document, title, reason);
    }
  charter_document_end_table (document);
}

static void
add_domains (CharterDocument *document, const CharterExamReport *exam)
{
  g_autofree char *about = charter_exam_words_dup_about_bands (exam);

  begin (document, _ ("By Domain"), about, 3);
  for (guint i = 0; i < exam->n_domains; i++)
    {
      const CharterExamDomain *domain = &exam->domains[i];
      g_autofree char *words = charter_exam_words_dup_domain (domain);

      if (domain->n == 0)
        continue;
      add_row (document, charter_exam_words_get_domain_title (domain), words);
      charter_document_add_cell_words (document, charter_band_get_title (domain->band));
    }
  charter_document_end_table (document);
}

static void
add_bands (CharterDocument *document, const CharterExamReport *exam)
{
  begin (document, _ ("What the Words Mean"), NULL, 2);
  for (int band = CHARTER_BAND_SECURE; band >= CHARTER_BAND_NONE; band--)
    {
      g_autofree char *meaning = charter_band_dup_meaning ((CharterBand)band, exam->mark);

      add_row (document, charter_band_get_title ((CharterBand)band), meaning);
    }
  charter_document_end_table (document);
}

static const char *
get_topic_title (const CharterReportTopic *topic)
{
  if (topic->topic != NULL)
    return topic->topic->title.plain;
  return topic->ref != NULL ? topic->ref : _ ("Other");
}

static void
add_topics (CharterDocument *document, const CharterReport *report)
{
  if (report->n_topics == 0)
    return;
  begin (document, _ ("By Topic"), NULL, 2);
  for (guint i = 0; i < report->n_topics; i++)
    {
      const CharterReportTopic *topic = &report->topics[i];
      g_autofree char *count = g_strdup_printf (_ ("%'u of %'u right"), topic->n_right, topic->n);
      g_autofree char *share
        = g_strdup_printf (_ ("%'u of %'u right · probably between %d %% and %d %%"), topic->n_right, topic->n,
                           percent_of (topic->interval.low), percent_of (topic->interval.high));

      add_row (document, get_topic_title (topic), topic->too_few ? count : share);
    }
  charter_document_end_table (document);
}

/* facts: (transfer full) */
static void
add_facts (CharterDocument *document, const char *title, const char *about, GArray *facts)
{
  if (facts->len > 0)
    {
      begin (document, title, about, 2);
      for (guint i = 0; i < facts->len; i++)
        add_row (document, g_array_index (facts, CharterExamFact, i).title,
                 g_array_index (facts, CharterExamFact, i).words);
      charter_document_end_table (document);
    }
  g_array_unref (facts);
}

static const char *
get_outcome (const CharterReportItem *item)
{
  if (!item->is_answered)
    return _ ("Not answered");
  if (item->score.correct)
    return _ ("Correct");
  return item->score.points > 0 ? _ ("Partly right") : _ ("Not quite");
}

static void
add_item (CharterDocument *document, const CharterReportItem *item)
{
  g_autofree char *stem = charter_blocks_to_plain (item->step->item->stem);
  g_autofree char *head = g_strdup_printf ("%u. %s", item->position + 1, stem);
  g_autofree char *sure = charter_report_item_is_sure_but_wrong (item)
                            ? g_strdup_printf ("%s · %s", get_outcome (item), _ ("you were sure"))
                            : NULL;
  g_autofree char *guessed = charter_report_item_is_guessed_right (item)
                               ? g_strdup_printf ("%s · %s", get_outcome (item), _ ("guessed"))
                               : NULL;

  add_row (document, head, sure != NULL ? sure : guessed != NULL ? guessed : get_outcome (item));
}

/* Those that count, or those that don't. */
static void
add_items (CharterDocument *document, const char *title, const CharterReport *report, gboolean unscored)
{
  guint n = 0;

  for (guint i = 0; i < report->n_items; i++)
    n += report->items[i].step->unscored == unscored;
  if (n == 0)
    return;
  begin (document, title, NULL, 2);
  for (guint i = 0; i < report->n_items; i++)
    if (report->items[i].step->unscored == unscored)
      add_item (document, &report->items[i]);
  charter_document_end_table (document);
}

CharterDocument *
charter_print_report_new (const CharterExamReport *exam, const char *title, const char *date, const char *language)
{
  g_autofree char *foot = g_strdup_printf ("%s · %s", title, date);
  g_autofree char *changes = charter_exam_words_dup_changes (exam);
  CharterDocument *document = charter_document_new (title, foot, language, charter_print_text_is_rtl (_ ("What Next")));

  charter_document_add_words (document, CHARTER_STYLE_TITLE, title);
  charter_document_add_words (document, CHARTER_STYLE_NOTE, date);
  add_result (document, exam);
  add_next (document, exam);
  add_domains (document, exam);
  add_bands (document, exam);
  add_topics (document, exam->report);
  add_facts (document, _ ("Time"), NULL, charter_exam_words_list_pace (exam));
  add_facts (document, _ ("Changed Answers"), changes, charter_exam_words_list_changes (exam));
  add_items (document, _ ("Question by Question"), exam->report, FALSE);
  add_items (document, _ ("Not Counted"), exam->report, TRUE);
  return document;
}
