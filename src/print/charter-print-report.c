/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-exam-words.h"
#include "charter-print-html.h"
#include "charter-print-text.h"
#include "charter-report-csv.h"
#include "charter-report-ideas.h"
#include "charter-report-words.h"

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
add_result (CharterDocument *document, const CharterPrintReport *what)
{
  g_autofree char *percent = charter_report_words_dup_percent (what->report);
  g_autofree char *points = charter_report_words_dup_points (what->report);
  g_autofree char *mark = what->exam != NULL ? charter_exam_words_dup_mark (what->exam) : NULL;
  g_auto (GStrv) facts = charter_report_words_list_facts (what->report);

  charter_document_add_words (document, CHARTER_STYLE_HEADING, percent);
  charter_document_add_words (document, CHARTER_STYLE_BODY, points);
  charter_document_add_words (document, CHARTER_STYLE_BODY, mark);
  for (guint i = 0; facts[i] != NULL; i++)
    charter_document_add_words (document, CHARTER_STYLE_BODY, facts[i]);
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

/* Under their domain, further in. */
static void
add_topics_of (CharterDocument *document, const CharterExamReport *exam, guint domain)
{
  g_autoptr (GPtrArray) topics = charter_exam_report_list_topics (exam, domain);

  for (guint i = 0; i < topics->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("\u2003%s", charter_report_words_get_topic_title (topics->pdata[i]));
      g_autofree char *words = charter_report_words_dup_topic (topics->pdata[i]);

      add_row (document, title, words);
      charter_document_add_cell_words (document, "");
    }
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
      add_topics_of (document, exam, i);
    }
  add_topics_of (document, exam, exam->n_domains);
  charter_document_end_table (document);
}

static void
add_bands (CharterDocument *document, const CharterExamReport *exam)
{
  charter_document_begin_unit (document);
  begin (document, _ ("What the Words Mean"), NULL, 2);
  for (int band = CHARTER_BAND_SECURE; band >= CHARTER_BAND_NONE; band--)
    {
      g_autofree char *meaning = charter_band_dup_meaning ((CharterBand)band, exam->mark);

      add_row (document, charter_band_get_title ((CharterBand)band), meaning);
    }
  charter_document_end_table (document);
  charter_document_end_unit (document);
}

static void
add_topics (CharterDocument *document, const CharterReport *report)
{
  if (report->n_topics == 0)
    return;
  begin (document, _ ("By Topic"), NULL, 2);
  for (guint i = 0; i < report->n_topics; i++)
    {
      g_autofree char *words = charter_report_words_dup_topic (&report->topics[i]);

      add_row (document, charter_report_words_get_topic_title (&report->topics[i]), words);
    }
  charter_document_end_table (document);
}

/* How to put it right stands beside it: paper has no row that opens. */
static void
add_ideas (CharterDocument *document, const CharterReport *report)
{
  g_autoptr (GArray) ideas = charter_report_list_ideas (report);

  if (ideas->len == 0)
    return;
  begin (document, _ ("Ideas to Put Right"), _ ("Your wrong choices often come from these."), 2);
  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterReportIdea *idea = &g_array_index (ideas, CharterReportIdea, i);
      g_autofree char *shown = charter_report_words_dup_shown (idea->n_shown);
      g_autofree char *remedy = charter_blocks_to_plain (idea->misconception->remedy);
      g_autofree char *words = g_strjoin ("\n", shown, *remedy != '\0' ? remedy : NULL, NULL);

      charter_document_add_cell (document, idea->misconception->title);
      charter_document_add_cell_words (document, words);
    }
  charter_document_end_table (document);
}

/* facts: NULL where there are none. */
static void
add_facts (CharterDocument *document, const char *title, const char *about, GArray *facts)
{
  if (facts == NULL || facts->len == 0)
    return;
  begin (document, title, about, 2);
  for (guint i = 0; i < facts->len; i++)
    add_row (document, g_array_index (facts, CharterExamFact, i).title,
             g_array_index (facts, CharterExamFact, i).words);
  charter_document_end_table (document);
}

static void
add_pace (CharterDocument *document, const CharterExamReport *exam)
{
  g_autoptr (GArray) pace = charter_exam_words_list_pace (exam);
  g_autoptr (GArray) changes = charter_exam_words_list_changes (exam);
  g_autofree char *about = charter_exam_words_dup_changes (exam);

  add_facts (document, _ ("Time"), NULL, pace);
  add_facts (document, _ ("Changed Answers"), about, changes);
}

/* ---- items ---- */

static void
add_item (CharterDocument *document, const CharterReportItem *item)
{
  g_autofree char *stem = charter_blocks_to_plain (item->step->item->stem);
  g_autofree char *head = g_strdup_printf ("%u. %s", item->position + 1, stem);
  g_autofree char *outcome = charter_report_words_dup_outcome (item);

  add_row (document, head, outcome);
}

typedef gboolean (*Chooser) (const CharterReportItem *item);

static gboolean
is_unscored (const CharterReportItem *item)
{
  return item->step->unscored && !charter_report_item_is_sure_but_wrong (item);
}

static gboolean
is_ordinary (const CharterReportItem *item)
{
  return !item->step->unscored && !charter_report_item_is_sure_but_wrong (item);
}

/* Each question stands in one of the lists, as on the page. */
static void
add_items (
  CharterDocument *document, const char *title, const char *about, const CharterReport *report, Chooser is_chosen)
{
  guint n = 0;

  for (guint i = 0; i < report->n_items; i++)
    n += is_chosen (&report->items[i]);
  if (n == 0)
    return;
  begin (document, title, about, 2);
  for (guint i = 0; i < report->n_items; i++)
    if (is_chosen (&report->items[i]))
      add_item (document, &report->items[i]);
  charter_document_end_table (document);
}

static void
add_drawn (CharterDocument *document, guint64 drawn)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, drawn);

  begin (document, NULL, NULL, 2);
  add_row (document, _ ("Drawn with the Number"), number);
  charter_document_end_table (document);
}

/* ---- the whole ---- */

static CharterDocument *
make_document (const CharterPrintReport *what)
{
  g_autofree char *foot = g_strdup_printf ("%s · %s", what->title, what->date);

  return charter_document_new (what->title, foot, what->language, charter_print_text_is_rtl (_ ("By Topic")));
}

static void
add_exam (CharterDocument *document, const CharterPrintReport *what)
{
  add_next (document, what->exam);
  add_facts (document, _ ("Readiness"), NULL, what->readiness);
  add_domains (document, what->exam);
  add_bands (document, what->exam);
  add_pace (document, what->exam);
}

CharterDocument *
charter_print_report_new (const CharterPrintReport *what)
{
  CharterDocument *document = make_document (what);
  const CharterReport *report = what->report;

  charter_document_add_words (document, CHARTER_STYLE_TITLE, what->title);
  charter_document_add_words (document, CHARTER_STYLE_NOTE, what->date);
  add_result (document, what);
  if (what->exam != NULL)
    add_exam (document, what);
  add_items (document, _ ("Sure, but Wrong"),
             _ ("Look at these first: what one is sure of, one does not look up. They are quickly put right, and stay "
                "right when they are asked again."),
             report, charter_report_item_is_sure_but_wrong);
  add_ideas (document, report);
  if (what->exam == NULL)
    add_topics (document, report);
  add_items (document, _ ("Question by Question"), NULL, report, is_ordinary);
  add_items (document, _ ("Not Counted"), _ ("These were asked like the others, and count for nothing in this report."),
             report, is_unscored);
  if (what->drawn != 0)
    add_drawn (document, what->drawn);
  return document;
}

static char *
write_html (const CharterPrintReport *what)
{
  g_autoptr (CharterDocument) document = charter_print_report_new (what);

  return charter_print_html_write (document);
}

gboolean
charter_print_report_save (const CharterPrintReport *what, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text
    = g_str_has_suffix (name, ".csv") ? charter_report_to_csv (what->report, what->exam) : write_html (what);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}
