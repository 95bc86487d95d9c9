/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports as documents and files. */
#include "charter-exam-words.h"
#include "charter-print-html.h"
#include "charter-print-report.h"
#include "charter-test-exam.h"
#include "charter-test-pack.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

static CharterPack *pack;
static GPtrArray *packs;

typedef struct {
  CharterSession *session;
  CharterReport *report;
  CharterExamReport *exam;
} Fixture;

/* The team all wrong, the third of them sure; two answers from one idea. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = sitting_new (pack, "whole");
  for (guint i = 0; i < SITTING_N_ITEMS; i++)
    sitting_answer (fixture->session, i,
                    i < 6     ? "b"
                    : i == 12 ? "c"
                              : "a",
                    45, i == 2 ? CHARTER_CONFIDENCE_SURE : CHARTER_CONFIDENCE_NONE);
  fixture->exam = charter_exam_report_new (fixture->session, packs, NULL);
  fixture->report = charter_report_new (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  charter_report_free (fixture->report);
  charter_exam_report_free (fixture->exam);
  g_object_unref (fixture->session);
}

static CharterPrintReport
describe (Fixture *fixture, gboolean is_exam)
{
  return (CharterPrintReport){
    .report = fixture->report,
    .exam = is_exam ? fixture->exam : NULL,
    .title = "Risk & <Reward>",
    .date = "today",
    .language = "en",
    .drawn = is_exam ? 0 : 4711,
  };
}

static char *
write_html (const CharterPrintReport *what)
{
  g_autoptr (CharterDocument) document = charter_print_report_new (what);

  return charter_print_html_write (document);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
assert_says (const char *html, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (html, words[i]));
    }
}

/* Whatever the texts, it is well-formed; what does not count stands apart. */
static void
test_exam (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "<html lang=\"en\" dir=\"ltr\">",
    "<h1>Risk &amp; &lt;Reward&gt;</h1>",
    "<h2>61%</h2>",
    "11 of 18 points",
    "The mark that this exam sets, 60%, is reached.",
    "11 of 18 questions wholly right · 15 min 0 s",
    "4 of 10 right · probably between 17% and 69% · 60% of the exam</td><td>Unsettled",
    "<h2>Sure, but Wrong</h2>",
    "Put Right What You Were Sure Of",
    NULL,
  };
  const CharterPrintReport what = describe (fixture, TRUE);
  g_autofree char *html = write_html (&what);
  const char *apart = strstr (html, "<h2>Not Counted</h2>");

  assert_says (html, words);
  g_assert_nonnull (apart);
  g_assert_cmpuint (count (apart, "<tr>"), ==, 2);
  g_assert_null (strstr (html, "<h2>Readiness</h2>"));
  g_assert_null (strstr (html, "Drawn with the Number"));
  g_assert_cmpuint (count (html, "<table"), ==, count (html, "</table>"));
  g_assert_cmpuint (count (html, "<td>"), ==, count (html, "</td>"));
}

/* The same without what only exams have. */
static void
test_quiz (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "<h2>61%</h2>",
    "From so many answers, what you know lies probably between 39% and 80%.",
    "3. m3?</td><td>Not quite · you were sure · 45 s",
    "<h2>Ideas to Put Right</h2>",
    "Projects never end</td><td>In 2 answers",
    "The team</td><td>0 of 6 right",
    "<td>Drawn with the Number</td><td>4711</td>",
    NULL,
  };
  const CharterPrintReport what = describe (fixture, FALSE);
  g_autofree char *html = write_html (&what);

  g_test_message ("%s", html);
  assert_says (html, words);
  g_assert_null (strstr (html, "By Domain"));
  g_assert_null (strstr (html, "What Next"));
}

/* Each question stands in one list. */
static void
test_items (Fixture *fixture, gconstpointer data)
{
  const CharterPrintReport what = describe (fixture, TRUE);
  g_autofree char *html = write_html (&what);

  for (guint i = 1; i <= SITTING_N_ITEMS; i++)
    {
      g_autofree char *head = g_strdup_printf ("<td>%u. ", i);

      g_assert_cmpuint (count (html, head), ==, 1);
    }
}

static void
test_readiness (Fixture *fixture, gconstpointer data)
{
  CharterPrintReport what = describe (fixture, TRUE);
  g_autoptr (GArray) facts = charter_exam_facts_new ();
  g_autofree char *html = NULL;

  charter_exam_facts_add (facts, "Whole exam", g_strdup ("Between 50 and 60\nFrom 40 answers"));
  what.readiness = facts;
  html = write_html (&what);
  g_assert_nonnull (strstr (html, "<h2>Readiness</h2>"));
  g_assert_nonnull (strstr (html, "<td>Whole exam</td><td>Between 50 and 60<br>From 40 answers</td>"));
}

static void
assert_begins (GFile *file, const char *beginning)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, beginning));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  const CharterPrintReport what = describe (fixture, FALSE);
  g_autofree char *folder = g_dir_make_tmp ("charter-XXXXXX", NULL);
  g_autoptr (GFile) csv = g_file_new_build_filename (folder, "a.csv", NULL);
  g_autoptr (GFile) html = g_file_new_build_filename (folder, "a.html", NULL);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (folder, "none", "a.html", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (charter_print_report_save (&what, csv, NULL));
  g_assert_true (charter_print_report_save (&what, html, NULL));
  g_assert_false (charter_print_report_save (&what, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_begins (csv, "what,");
  assert_begins (html, "<!DOCTYPE html>");
  g_file_delete (place, NULL, NULL);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("exam.xml");
  packs = g_ptr_array_new ();
  g_ptr_array_add (packs, pack);
  ADD ("/print-report/exam", test_exam);
  ADD ("/print-report/quiz", test_quiz);
  ADD ("/print-report/items", test_items);
  ADD ("/print-report/readiness", test_readiness);
  ADD ("/print-report/save", test_save);
  status = g_test_run ();
  g_ptr_array_unref (packs);
  charter_pack_unref (pack);
  return status;
}
