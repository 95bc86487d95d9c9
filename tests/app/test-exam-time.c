/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exam in a window, whose clock the test turns on. The window looks at it each second, so the test waits for what
 * it is to see; what it is not to see it has looked for all the while. */
#include <adwaita.h>
#include <locale.h>

#include "charter-exam-window.h"
#include "charter-test-pack.h"
#include "charter-widget.h"

#define LIMIT (11 * G_TIME_SPAN_MINUTE)

static CharterPack *pack;

static void
begin (Exam *exam)
{
  g_autoptr (GError) error = NULL;

  exam_init (exam);
  exam->session = charter_study_begin_exam (exam->study, pack, "ferry", NULL, 1, LIMIT, &error);
  g_assert_no_error (error);
  exam_show (exam);
}

static void
answer_first (Exam *exam)
{
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_CHOICE, "a", NULL);

  charter_session_set_response (exam->session, response);
  gtk_widget_activate_action (exam_get_page (exam), "question.go-on", NULL);
  wait_for (exam, "Question 2 of 3");
}

static gint64
seconds_left (Exam *exam)
{
  return charter_session_get_time_left (exam->session) / G_TIME_SPAN_SECOND;
}

static void
test_time_runs_out (void)
{
  g_auto (Exam) exam = { 0 };

  begin (&exam);
  wait_for (&exam, "11:00");
  answer_first (&exam);
  turn_clock_on (59 * G_TIME_SPAN_SECOND);
  wait_for (&exam, "10:01");
  g_assert_false (reads (&exam, "Less than 10 minutes are left."));
  turn_clock_on (2 * G_TIME_SPAN_SECOND);
  wait_for (&exam, "Less than 10 minutes are left.");
  wait_for (&exam, "9:59");
  turn_clock_on (9 * G_TIME_SPAN_MINUTE);
  wait_for (&exam, "Less than 1 minute is left.");
  g_assert_false (reads (&exam, "Less than 10 minutes are left."));
  wait_for (&exam, "0:59");
  turn_clock_on (G_TIME_SPAN_MINUTE);
  wait_for (&exam, "The time is up. What was answered is scored.");
  wait_for (&exam, "Your Score");
  g_assert_true (reads (&exam, "33%"));
  g_assert_true (reads (&exam, "The time ran out."));
  g_assert_true (reads (&exam, "2 were not answered and count as not right."));
}

/* It stays until somebody has seen it, pushes the question down and does not lie on it, and is not told again. */
static void
test_warning_stays (void)
{
  g_auto (Exam) exam = { 0 };
  graphene_rect_t banner, question;

  begin (&exam);
  turn_clock_on (61 * G_TIME_SPAN_SECOND);
  wait_for (&exam, "Less than 10 minutes are left.");
  answer_first (&exam);
  g_assert_true (reads (&exam, "Less than 10 minutes are left."));
  g_assert_true (gtk_widget_compute_bounds (find_label (GTK_WIDGET (exam.window), "Less than 10 minutes are left."),
                                            GTK_WIDGET (exam.window), &banner));
  g_assert_true (
    gtk_widget_compute_bounds (find_label (GTK_WIDGET (exam.window), "What is the crossing at eight each morning?"),
                               GTK_WIDGET (exam.window), &question));
  g_assert_cmpfloat (banner.origin.y + banner.size.height, <=, question.origin.y);
  exam_press (&exam, "Got It");
  wait_until_gone (&exam, "Less than 10 minutes are left.");
  turn_clock_on (9 * G_TIME_SPAN_SECOND);
  wait_for (&exam, "9:50");
  g_assert_false (reads (&exam, "Less than 10 minutes are left."));
  g_assert_nonnull (exam_get_page (&exam));
}

static void
begin_sections (Exam *exam)
{
  const CharterPaperSection sections[] = { { { "", NULL }, 1, 1 }, { { "", NULL }, 2, 0 } };
  g_autoptr (CharterPack) home = load_pack ("../fixtures/exam/home.xml");
  g_autoptr (CharterPath) form = NULL;
  CharterPaperItem items[3] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (CharterPaperItem){ home, home->items[i], i > 0, FALSE };
  form = charter_paper_new_form (home, "mock", items, G_N_ELEMENTS (items), sections, 2, 1, NULL);
  exam_init (exam);
  exam->session = charter_study_begin_form (exam->study, form, LIMIT);
  exam_show (exam);
}

/* A break ends by itself only in so far as the clock runs again: nobody is sent to a question they don’t see. */
static void
test_break_runs_out (void)
{
  g_auto (Exam) exam = { 0 };

  begin_sections (&exam);
  turn_clock_on (G_TIME_SPAN_MINUTE);
  exam_act (&exam, "exam.end-section");
  wait_for (&exam, "The clock of the exam stands still.");
  turn_clock_on (59 * G_TIME_SPAN_SECOND);
  wait_for (&exam, "0:01");
  g_assert_cmpint (seconds_left (&exam), ==, 600);
  turn_clock_on (31 * G_TIME_SPAN_SECOND);
  wait_for (&exam, "The break is over, and the clock of the exam runs again.");
  wait_for (&exam, "9:30");
  exam_press (&exam, "Go On");
  wait_for (&exam, "Question 2 of 3");
  g_assert_cmpint (seconds_left (&exam), ==, 570);
  g_assert_cmpint (charter_session_get_time (exam.session, 1), ==, 30 * G_TIME_SPAN_SECOND);
}

/* Told to whoever hears it, too. */
static void
test_told_aloud (void)
{
  g_auto (Exam) exam = { 0 };
  GtkWidget *label;

  begin (&exam);
  turn_clock_on (61 * G_TIME_SPAN_SECOND);
  wait_for (&exam, "Less than 10 minutes are left.");
  label = find_label (GTK_WIDGET (exam.window), "Less than 10 minutes are left.");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), CHARTER_ROLE_STATUS);
}

/* As the clock may do it at any moment. What is on its way to the disk is waited for. */
static void
test_handed_in_while_saving (void)
{
  g_auto (Exam) exam = { 0 };
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_CHOICE, "a", NULL);

  begin (&exam);
  charter_session_set_response (exam.session, response);
  gtk_widget_activate_action (exam_get_page (&exam), "question.go-on", NULL);
  g_assert_cmpint (charter_session_get_stand (exam.session, 0), ==, CHARTER_STAND_LOCKED);
  gtk_widget_activate_action (exam_get_page (&exam), "exam.hand-in", NULL);
  wait_for (&exam, "Your Score");
  g_assert_true (reads (&exam, "33%"));
  g_assert_false (reads (&exam, "The time ran out."));
}

/* The question whether to finish goes with the exam. */
static void
test_time_runs_out_while_asked (void)
{
  g_auto (Exam) exam = { 0 };
  guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

  begin (&exam);
  gtk_widget_activate_action (exam_get_page (&exam), "exam.review", NULL);
  wait_for (&exam, "All Questions");
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (exam.window)), "sheet.finish", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 2);
  turn_clock_on (LIMIT);
  wait_for (&exam, "Your Score");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 1);
}

/* Whatever leads away from it stops its clock, and what leads back sets it going again. */
static void
test_leaving_stops_the_clock (void)
{
  g_auto (Exam) exam = { 0 };
  GtkWidget *page;

  begin (&exam);
  page = exam_get_page (&exam);
  turn_clock_on (10 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (seconds_left (&exam), ==, 650);

  charter_window_push (exam.window, gtk_button_new_with_label ("Something else"));
  while (gtk_widget_get_mapped (page)) /* for a frame both are there */
    g_main_context_iteration (NULL, TRUE);
  turn_clock_on (G_TIME_SPAN_HOUR);
  g_assert_cmpint (seconds_left (&exam), ==, 650);
  gtk_widget_activate_action (GTK_WIDGET (exam.window), "win.back", NULL);
  wait_for (&exam, "Question 1 of 3");
  turn_clock_on (10 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (seconds_left (&exam), ==, 640);

  gtk_widget_activate_action (GTK_WIDGET (exam.window), "win.show-page", "s", "learn");
  turn_clock_on (G_TIME_SPAN_HOUR);
  g_assert_cmpint (seconds_left (&exam), ==, 640);
  charter_window_push (exam.window, charter_question_page_new (exam.study, exam.session));
  wait_for (&exam, "10:40");
  turn_clock_on (10 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (seconds_left (&exam), ==, 630);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pack = load_pack ("exam.xml");

  g_test_add_func ("/exam-time/runs-out", test_time_runs_out);
  g_test_add_func ("/exam-time/warning-stays", test_warning_stays);
  g_test_add_func ("/exam-time/break-runs-out", test_break_runs_out);
  g_test_add_func ("/exam-time/told-aloud", test_told_aloud);
  g_test_add_func ("/exam-time/handed-in-while-saving", test_handed_in_while_saving);
  g_test_add_func ("/exam-time/runs-out-while-asked", test_time_runs_out_while_asked);
  g_test_add_func ("/exam-time/leaving-stops-the-clock", test_leaving_stops_the_clock);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
