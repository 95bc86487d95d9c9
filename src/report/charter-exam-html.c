/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-exam-words.h"

static const char style[]
  = "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 "
    "1rem;color:#222;background:#fff}"
    "h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem}p{margin:.3rem 0}"
    ".score{font-size:2.6rem;font-weight:700}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;"
    "border-bottom:1px solid #bbb}th{font-weight:600}"
    "@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}";

static int
percent_of (double share)
{
  return (int)(share * 100 + 0.5);
}

/* ---- marks ---- */

/* before, after: markup. */
static void
add (GString *html, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (html, before);
  g_string_append (html, escaped);
  g_string_append (html, after);
}

static void
add_row (GString *html, const char *head, const char *first, const char *second)
{
  add (html, "<tr><th scope=\"row\">", head, "</th>");
  add (html, "<td>", first, "</td>");
  if (second != NULL)
    add (html, "<td>", second, "</td>");
  g_string_append (html, "</tr>\n");
}

/* ---- what it says ---- */

static void
add_result (GString *html, const CharterExamReport *exam)
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

  add (html, "<p class=\"score\">", percent, "</p>\n");
  add (html, "<p>", right, "</p>\n");
  if (!report->too_few)
    add (html, "<p>", range, "</p>\n");
  if (mark != NULL)
    add (html, "<p>", mark, "</p>\n");
}

static void
add_next (GString *html, const CharterExamReport *exam)
{
  if (exam->next->len == 0)
    return;
  add (html, "<h2>", _ ("What Next"), "</h2>\n<table>\n");
  for (guint i = 0; i < exam->next->len; i++)
    {
      const CharterExamNext *next = &g_array_index (exam->next, CharterExamNext, i);
      g_autofree char *title = charter_exam_words_dup_next (next);
      g_autofree char *reason = charter_exam_words_dup_next_reason (next);

      add_row (html, title, reason, NULL);
    }
  g_string_append (html, "</table>\n");
}

static void
add_domains (GString *html, const CharterExamReport *exam)
{
  g_autofree char *about = charter_exam_words_dup_about_bands (exam);

  add (html, "<h2>", _ ("By Domain"), "</h2>\n");
  add (html, "<p>", about, "</p>\n<table>\n");
  for (guint i = 0; i < exam->n_domains; i++)
    {
      g_autofree char *words = charter_exam_words_dup_domain (&exam->domains[i]);

      if (exam->domains[i].n > 0)
        add_row (html, charter_exam_words_get_domain_title (&exam->domains[i]), words,
                 charter_band_get_title (exam->domains[i].band));
    }
  g_string_append (html, "</table>\n");
  add (html, "<h2>", _ ("What the Words Mean"), "</h2>\n<table>\n");
  for (int band = CHARTER_BAND_SECURE; band >= CHARTER_BAND_NONE; band--)
    {
      g_autofree char *meaning = charter_band_dup_meaning ((CharterBand)band, exam->mark);

      add_row (html, charter_band_get_title ((CharterBand)band), meaning, NULL);
    }
  g_string_append (html, "</table>\n");
}

static void
add_topics (GString *html, const CharterReport *report)
{
  add (html, "<h2>", _ ("By Topic"), "</h2>\n<table>\n");
  for (guint i = 0; i < report->n_topics; i++)
    {
      const CharterReportTopic *topic = &report->topics[i];
      g_autofree char *count = g_strdup_printf (_ ("%'u of %'u right"), topic->n_right, topic->n);
      g_autofree char *share
        = g_strdup_printf (_ ("%'u of %'u right · probably between %d %% and %d %%"), topic->n_right, topic->n,
                           percent_of (topic->interval.low), percent_of (topic->interval.high));

      add_row (html,
               topic->topic != NULL ? topic->topic->title.plain
               : topic->ref != NULL ? topic->ref
                                    : _ ("Other"),
               topic->too_few ? count : share, NULL);
    }
  g_string_append (html, "</table>\n");
}

/* facts: (transfer full). about: may be NULL. */
static void
add_facts (GString *html, const char *title, const char *about, GArray *facts)
{
  if (facts->len > 0)
    {
      add (html, "<h2>", title, "</h2>\n");
      if (about != NULL)
        add (html, "<p>", about, "</p>\n");
      g_string_append (html, "<table>\n");
      for (guint i = 0; i < facts->len; i++)
        {
          const CharterExamFact *fact = &g_array_index (facts, CharterExamFact, i);

          add_row (html, fact->title, fact->words, NULL);
        }
      g_string_append (html, "</table>\n");
    }
  g_array_unref (facts);
}

/* ---- items ---- */

static const char *
get_outcome (const CharterReportItem *item)
{
  if (!item->is_answered)
    return _ ("Not answered");
  if (item->score.correct)
    return _ ("Correct");
  return item->score.points > 0 ? _ ("Partly right") : _ ("Not quite");
}

static char *
dup_outcome (const CharterReportItem *item)
{
  GString *words = g_string_new (get_outcome (item));

  if (charter_report_item_is_sure_but_wrong (item))
    g_string_append_printf (words, " · %s", _ ("you were sure"));
  if (charter_report_item_is_guessed_right (item))
    g_string_append_printf (words, " · %s", _ ("guessed"));
  return g_string_free (words, FALSE);
}

static void
add_item (GString *html, const CharterReportItem *item)
{
  g_autofree char *stem = charter_blocks_to_plain (item->step->item->stem);
  g_autofree char *head = g_strdup_printf ("%u. %s", item->position + 1, stem);
  g_autofree char *outcome = dup_outcome (item);

  add_row (html, head, outcome, NULL);
}

static void
add_items (GString *html, const char *title, const CharterReport *report, gboolean unscored)
{
  gboolean any = FALSE;

  for (guint i = 0; i < report->n_items; i++)
    {
      if (report->items[i].step->unscored != unscored)
        continue;
      if (!any)
        add (html, "<h2>", title, "</h2>\n<table>\n");
      any = TRUE;
      add_item (html, &report->items[i]);
    }
  if (any)
    g_string_append (html, "</table>\n");
}

/* ---- the page ---- */

static gboolean
is_right_to_left (const char *language)
{
  static const char *const codes[] = { "ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", NULL };
  g_autofree char *code = g_strndup (language, strcspn (language, "-_"));

  return g_strv_contains (codes, code);
}

char *
charter_exam_to_html (const CharterExamReport *report, const char *title, const char *date, const char *language)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *changes = charter_exam_words_dup_changes (report);

  add (html, "<html lang=\"", language, is_right_to_left (language) ? "\" dir=\"rtl\">" : "\">");
  g_string_append (html, "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n");
  add (html, "<title>", title, "</title>\n");
  g_string_append_printf (html, "<style>%s</style></head>\n<body>\n", style);
  add (html, "<h1>", title, "</h1>\n");
  add (html, "<p>", date, "</p>\n");
  add_result (html, report);
  add_next (html, report);
  add_domains (html, report);
  add_topics (html, report->report);
  add_facts (html, _ ("Time"), NULL, charter_exam_words_list_pace (report));
  add_facts (html, _ ("Changed Answers"), changes, charter_exam_words_list_changes (report));
  add_items (html, _ ("Question by Question"), report->report, FALSE);
  add_items (html, _ ("Not Counted"), report->report, TRUE);
  g_string_append (html, "</body></html>\n");
  return g_string_free (html, FALSE);
}

gboolean
charter_exam_save (const CharterExamReport *report,
                   GFile *file,
                   const char *title,
                   const char *date,
                   const char *language,
                   GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_str_has_suffix (name, ".csv") ? charter_exam_to_csv (report)
                                                          : charter_exam_to_html (report, title, date, language);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}
