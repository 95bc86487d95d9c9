/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says, as pure functions: markup, greetings, tables for other programs. */
#include <locale.h>
#include <string.h>

#include "charter-cases.h"
#include "charter-comparison-text.h"
#include "charter-greeting.h"
#include "charter-line.h"
#include "charter-loader.h"
#include "charter-markup.h"
#include "charter-report-words.h"

static CharterPack *
load (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *words = charter_diagnostic_to_string (diagnostics->pdata[i], NULL);

      g_test_message ("%s", words);
    }
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_nonnull (pack);
  return pack;
}

static void
check_markup (const CharterTestCase *test_case)
{
  g_autofree char *xml = g_strdup_printf (
    "<pack xmlns='urn:charter:pack:1' format='1.0' id='org.example.t' release='1' xml:lang='en'><info><title>T</title>"
    "<summary>S</summary><author>A</author></info><lesson id='l'><title>L</title><section id='part'><title>P</title>"
    "<p>%s</p></section></lesson><glossary><entry id='word'><name>W</name><p>M</p></entry></glossary></pack>",
    test_case->columns[0]);
  g_autoptr (CharterPack) pack = load (xml);
  g_autofree char *markup = charter_markup_from_text (&pack->lessons[0]->sections[0].blocks.blocks[0].p);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (markup, test_case->columns[1]) != 0)
    g_error ("%s:%u: %s and not %s", test_case->file, test_case->line, markup, test_case->columns[1]);
}

/* Addresses that a program could be made to run are no links. */
static void
test_unsafe_links (void)
{
  static const char *const unsafe[]
    = { "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "no-scheme", "term:0:x" };

  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    {
      const CharterSpan spans[] = { { CHARTER_SPAN_LINK, 0, 4, unsafe[i] }, { CHARTER_SPAN_END, 0, 0, NULL } };
      const CharterText text = { "here", spans };
      g_autofree char *markup = charter_markup_from_text (&text);

      g_assert_cmpstr (markup, ==, "here");
    }
}

static void
test_quotes_in_refs (void)
{
  const CharterSpan spans[] = { { CHARTER_SPAN_TERM, 0, 4, "a\"><b>" }, { CHARTER_SPAN_END, 0, 0, NULL } };
  const CharterText text = { "here", spans };
  g_autofree char *markup = charter_markup_from_text (&text);

  g_assert_cmpstr (markup, ==, "<a href=\"term:0:a&quot;&gt;&lt;b&gt;\">here</a>");
}

static void
test_targets (void)
{
  guint span;
  const char *ref;

  g_assert_cmpint (charter_markup_parse_target ("term:12:pack#word", &span, &ref), ==, CHARTER_TARGET_TERM);
  g_assert_cmpuint (span, ==, 12);
  g_assert_cmpstr (ref, ==, "pack#word");
  g_assert_cmpint (charter_markup_parse_target ("see:0:part", &span, &ref), ==, CHARTER_TARGET_SEE);
  g_assert_cmpstr (ref, ==, "part");
  g_assert_cmpint (charter_markup_parse_target ("https://example.org", &span, &ref), ==, CHARTER_TARGET_OUT);
}

static void
test_greeting (void)
{
  static const struct {
    int hour;
    const char *words;
  } cases[] = {
    { 0, "Good evening" },    { 4, "Good evening" },    { 5, "Good morning" },  { 11, "Good morning" },
    { 12, "Good afternoon" }, { 17, "Good afternoon" }, { 18, "Good evening" }, { 23, "Good evening" },
  };
  g_autoptr (GDateTime) when = g_date_time_new_utc (2026, 11, 3, 9, 0, 0);
  g_autofree char *day = charter_greeting_day (when);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (charter_greeting_for_hour (cases[i].hour), ==, cases[i].words);
  g_assert_cmpstr (day, ==, "Tuesday, 3 November");
}

static void
test_line_begins_large (void)
{
  static const struct {
    const char *words, *line;
  } cases[] = {
    { "lunes 23", "Lunes 23" }, { "élève", "Élève" }, { "23 de mayo", "23 de mayo" }, { "", "" }, { "«a»", "«a»" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = charter_line_begin_large (cases[i].words);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static const CharterComparison *
load_comparison (CharterPack **pack)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "comparison.xml", NULL);
  g_autofree char *xml = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (name, &xml, NULL, &error);
  g_assert_no_error (error);
  *pack = load (xml);
  return charter_pack_find_comparison (*pack, "fruit");
}

static void
test_copies (void)
{
  g_autoptr (CharterPack) pack = NULL;
  const CharterComparison *comparison = load_comparison (&pack);
  g_autofree char *text = charter_comparison_to_text (comparison);
  g_autofree char *markdown = charter_comparison_to_markdown (comparison);
  g_autofree char *html = charter_comparison_to_html (comparison);

  g_assert_cmpstr (text, ==, "\tApple\tLeek\nTaste\tSweet | sour\tSharp & green\nGrows\tOn a tree\tIn a row\n");
  g_assert_cmpstr (markdown, ==,
                   "|  | Apple | Leek |\n| --- | --- | --- |\n"
                   "| Taste | Sweet \\| sour | Sharp & green |\n| Grows | On a tree | In a row |\n");
  g_assert_cmpstr (html, ==,
                   "<table>\n<tr><th></th><th>Apple</th><th>Leek</th></tr>\n"
                   "<tr><th>Taste</th><td>Sweet | sour</td><td>Sharp &amp; green</td></tr>\n"
                   "<tr><th>Grows</th><td>On a tree</td><td>In a row</td></tr>\n</table>\n");
}

static void
test_time (void)
{
  static const struct {
    double seconds;
    const char *words;
  } cases[] = {
    { 0, "less than a second" }, { .4, "less than a second" }, { .6, "1 s" }, { 59.4, "59 s" }, { 72, "1 min 12 s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = charter_report_words_dup_time ((gint64)(cases[i].seconds * G_USEC_PER_SEC));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  charter_cases_add ("markup.txt", "/words/markup", 2, check_markup);
  g_test_add_func ("/words/markup/unsafe-links", test_unsafe_links);
  g_test_add_func ("/words/markup/quotes-in-refs", test_quotes_in_refs);
  g_test_add_func ("/words/markup/targets", test_targets);
  g_test_add_func ("/words/greeting", test_greeting);
  g_test_add_func ("/words/line-begins-large", test_line_begins_large);
  g_test_add_func ("/words/copies", test_copies);
  g_test_add_func ("/words/time", test_time);
  return g_test_run ();
}
