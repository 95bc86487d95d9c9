/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies on the desk in an exam whose profile says so, in a window, by the actions that keys are bound to. */
#include <adwaita.h>
#include <locale.h>

#include "charter-check-card.h"
#include "charter-exam-window.h"
#include "charter-test-pack.h"

static CharterPack *pack;

static void
begin (Exam *exam)
{
  const CharterPaperSection section = { { "", NULL }, 3, 0 };
  g_autoptr (CharterPath) form = NULL;
  CharterPaperItem items[3] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (CharterPaperItem){ pack, pack->items[i], 0, FALSE };
  form = charter_paper_new_form (pack, "mock", items, G_N_ELEMENTS (items), &section, 1, 1, NULL);
  exam_init (exam);
  exam->session = charter_study_begin_form (exam->study, form, 20 * G_TIME_SPAN_MINUTE);
  exam_show (exam);
}

/* Returns: whether a question of a lesson can be seen below widget */
static gboolean
has_question (GtkWidget *widget)
{
  gboolean found = CHARTER_IS_CHECK_CARD (widget) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_question (child);
  return found;
}

/* The lesson is read in the place of the question, without what could be answered in it, and its time is the exam's. */
static void
test_formulae (void)
{
  g_auto (Exam) exam = { 0 };
  g_autoptr (CharterResponse) response = charter_response_new_typed ("62");

  begin (&exam);
  charter_session_set_response (exam.session, response);
  g_assert_false (reads (&exam, "EAC = BAC ÷ CPI"));
  exam_act (&exam, "desk.sheet");
  wait_for (&exam, "EAC = BAC ÷ CPI");
  g_assert_false (has_question (GTK_WIDGET (exam.window)));
  g_assert_false (reads (&exam, "Type a number"));
  exam_act (&exam, "desk.calculator"); /* there is no question to work out */
  g_assert_false (reads (&exam, "Calculator"));
  turn_clock_on (G_TIME_SPAN_MINUTE);
  wait_for (&exam, "19:00");
  exam_act (&exam, "question.back");
  wait_for (&exam, "Type a number");
  g_assert_false (reads (&exam, "EAC = BAC ÷ CPI"));
  g_assert_cmpstr (charter_response_get_typed (charter_session_get_response (exam.session, 0)), ==, "62");
  g_assert_cmpint (charter_session_get_time (exam.session, 0), ==, G_TIME_SPAN_MINUTE);
}

/* Where one goes from there, it is closed. */
static void
test_formulae_give_way (void)
{
  g_auto (Exam) exam = { 0 };

  begin (&exam);
  exam_act (&exam, "desk.sheet");
  wait_for (&exam, "EAC = BAC ÷ CPI");
  exam_act (&exam, "exam.review");
  wait_for (&exam, "All Questions");
  exam_act (&exam, "desk.sheet"); /* it belongs to a question */
  g_assert_false (reads (&exam, "EAC = BAC ÷ CPI"));
  exam_act (&exam, "exam.review");
  wait_for (&exam, "Type a number");
}

/* At every question, as the profile says so. */
static void
test_calculator (void)
{
  g_auto (Exam) exam = { 0 };

  begin (&exam);
  exam_act (&exam, "desk.calculator");
  wait_for (&exam, "Calculator");
  g_assert_true (reads (&exam, "Use as the Answer"));
  exam_act (&exam, "question.go-on");
  wait_for (&exam, "Wait and see");
  g_assert_true (reads (&exam, "Calculator"));
  g_assert_false (reads (&exam, "Use as the Answer"));
  exam_act (&exam, "desk.calculator");
  g_assert_false (reads (&exam, "Calculator"));
}

/* When the profile says, and not when all others are warned. */
static void
test_warnings (void)
{
  g_auto (Exam) exam = { 0 };

  begin (&exam);
  turn_clock_on (5 * G_TIME_SPAN_MINUTE);
  wait_for (&exam, "Less than 15 minutes are left.");
  turn_clock_on (6 * G_TIME_SPAN_MINUTE);
  wait_for (&exam, "9:00");
  g_assert_false (reads (&exam, "Less than 10 minutes are left."));
  turn_clock_on (7 * G_TIME_SPAN_MINUTE);
  wait_for (&exam, "Less than 2 minutes are left.");
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pack = load_pack ("desk.xml");

  g_test_add_func ("/desk/formulae", test_formulae);
  g_test_add_func ("/desk/formulae-give-way", test_formulae_give_way);
  g_test_add_func ("/desk/calculator", test_calculator);
  g_test_add_func ("/desk/warnings", test_warnings);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
