/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report of an exam shows beyond that of a quiz. */
#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "charter-exam-part.h"
#include "charter-print-html.h"
#include "charter-print-report.h"
#include "charter-test-exam.h"
#include "charter-test-pack.h"

#define PHONE 360  /* px */
#define PADDING 24 /* px: of a page, both sides */

static CharterPack *pack;
/* The first six wrong, one of them sure, one changed; the last left open. */
static GtkWidget *
create_part (void)
{
  g_autoptr (CharterStudy) study = charter_study_new (NULL, charter_clock_system ());
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");

  g_ptr_array_add (packs, pack);
  for (guint i = 0; i + 1 < SITTING_N_ITEMS; i++)
    sitting_answer (session, i, i < 6 ? "b" : "a", 45, i == 2 ? CHARTER_CONFIDENCE_SURE : CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 0, "c", 45, CHARTER_CONFIDENCE_NONE);
  return charter_exam_part_new (study, charter_exam_report_new (session, packs, NULL));
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static const char *const words[] = {
  "People",
  "4 of 10 right · probably between 17% and 69% · 60% of the exam",
  "The team",
  "0 of 6 right · probably between",
  "Leading",
  "4 of 4 right",
  "Unsettled",
  "Secure",
  "What the Words Mean",
  "The whole range is at 60% or above.",
  "held against the mark of this exam, 60%",
  "1 question, which counts as not right",
  "From Wrong to Wrong",
  "Changing answers made no difference to the score.",
  "Put Right What You Were Sure Of",
  "Practise: The team",
  "Practise the Pace",
};

/* Each figure stands there in words, and each band's meaning beside it. */
static void
test_words (void)
{
  g_autoptr (GtkWidget) part = g_object_ref_sink (create_part ());

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_true (says (part, words[i]));
    }
}

/* On paper it says the same. */
static void
test_print (void)
{
  g_autoptr (GtkWidget) part = g_object_ref_sink (create_part ());
  const CharterExamReport *exam = charter_exam_part_get_report (CHARTER_EXAM_PART (part));
  const CharterPrintReport what
    = { .report = exam->report, .exam = exam, .title = "Exam", .date = "Today", .language = "en" };
  g_autoptr (CharterDocument) document = charter_print_report_new (&what);
  g_autofree char *html = charter_print_html_write (document);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (html, words[i]));
    }
  g_assert_nonnull (strstr (html, "Question by Question"));
  g_assert_null (strstr (html, "By Topic"));
  g_assert_nonnull (strstr (html, "you were sure"));
}

/* Nothing is told while nothing is known, but what it takes. */
static void
test_readiness (void)
{
  g_autoptr (GtkWidget) part = g_object_ref_sink (create_part ());
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  g_ptr_array_add (packs, pack);
  charter_exam_part_load_readiness (CHARTER_EXAM_PART (part), packs);
  g_assert_null (charter_exam_part_get_readiness (CHARTER_EXAM_PART (part)));
  while (!says (part, "It can be told from 30 first answers on; so far there are 0."))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (charter_exam_part_get_readiness (CHARTER_EXAM_PART (part))->len, ==, 1);
}

/* data: the font. */
static void
test_fits (gconstpointer data)
{
  g_autoptr (GtkWidget) part = NULL;
  int least;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", data, NULL);
  part = g_object_ref_sink (create_part ());
  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, PHONE - PADDING);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pack = load_pack ("exam.xml");
  g_test_add_func ("/exam-part/words", test_words);
  g_test_add_func ("/exam-part/print", test_print);
  g_test_add_func ("/exam-part/readiness", test_readiness);
  g_test_add_data_func ("/exam-part/fits", "Cantarell 11", test_fits);
  g_test_add_data_func ("/exam-part/fits-large", "Cantarell 22", test_fits);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
