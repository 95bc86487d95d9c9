/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exam in a window, whose clock the test turns on. The window looks at it each second, so the test waits for what
 * it is to see; what it is not to see it has looked for all the while. */
#include <adwaita.h>
#include <locale.h>

#include "charter-question-page.h"
#include "charter-test-pack.h"
#include "charter-widget.h"
#include "charter-window.h"

#define LIMIT (11 * G_TIME_SPAN_MINUTE)

static CharterPack *pack;
static gint64 now = G_TIME_SPAN_DAY;

static gint64
get_fake (gpointer data)
{
  return now;
}

typedef struct {
  CharterWindow *window;
  CharterStudy *study;
  CharterSession *session;
} Exam;

/* ---- what is to be read ---- */

/* Returns: (transfer none) (nullable) the label with these words, or words that hold a line of them */
static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget))
    {
      g_auto (GStrv) lines = g_strsplit (gtk_label_get_text (GTK_LABEL (widget)), "\n", -1);

      return g_strv_contains ((const char *const *)lines, words) ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_mapped (child) ? find_label (child, words) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
reads (Exam *exam, const char *words)
{
  return find_label (GTK_WIDGET (exam->window), words) != NULL;
}

static void
wait_for (Exam *exam, const char *words)
{
  g_test_message ("waiting for “%s”", words);
  while (!reads (exam, words))
    g_main_context_iteration (NULL, TRUE);
}

/* A toast comes and goes. Returns: for how many times words came, from now until they have gone for a while */
static guint
count_told (Exam *exam, const char *words)
{
  gint64 end = g_get_monotonic_time () + 3 * G_TIME_SPAN_SECOND; /* three looks at the clock */
  gboolean told = FALSE;
  guint n = 0;

  while (told || g_get_monotonic_time () < end)
    {
      gboolean tells = reads (exam, words);

      n += tells && !told;
      if (told && !tells)
        end = g_get_monotonic_time () + 3 * G_TIME_SPAN_SECOND;
      told = tells;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
  return n;
}

static void
assert_told_once (Exam *exam, const char *words)
{
  g_assert_cmpuint (count_told (exam, words), ==, 1);
}

/* ---- an exam ---- */

static GtkWidget *
get_page (Exam *exam)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (exam->window));
  GtkWidget *page = gtk_widget_get_ancestor (focus, CHARTER_TYPE_QUESTION_PAGE);

  g_assert_nonnull (page);
  return page;
}

static void
exam_init (Exam *exam)
{
  const CharterClock clock = { get_fake, get_fake, NULL };
  g_autoptr (GError) error = NULL;

  exam->study = charter_study_new (NULL, clock);
  exam->session = charter_study_begin_exam (exam->study, pack, "ferry", NULL, 1, LIMIT, &error);
  g_assert_no_error (error);
  exam->window = g_object_new (CHARTER_TYPE_WINDOW, NULL);
  charter_window_push (exam->window, charter_question_page_new (exam->study, exam->session));
  gtk_window_present (GTK_WINDOW (exam->window));
  while (!gtk_window_is_active (GTK_WINDOW (exam->window)))
    g_main_context_iteration (NULL, TRUE);
}

static void
exam_clear (Exam *exam)
{
  gtk_window_destroy (GTK_WINDOW (exam->window));
  g_clear_object (&exam->session);
  g_clear_object (&exam->study);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Exam, exam_clear)

static void
answer_first (Exam *exam)
{
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_CHOICE, "a", NULL);

  charter_session_set_response (exam->session, response);
  gtk_widget_activate_action (get_page (exam), "question.go-on", NULL);
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

  exam_init (&exam);
  wait_for (&exam, "11:00");
  answer_first (&exam);
  now += 59 * G_TIME_SPAN_SECOND;
  wait_for (&exam, "10:01");
  g_assert_false (reads (&exam, "10 minutes left"));
  now += 2 * G_TIME_SPAN_SECOND;
  assert_told_once (&exam, "10 minutes left");
  now += 9 * G_TIME_SPAN_MINUTE;
  assert_told_once (&exam, "1 minute left");
  wait_for (&exam, "0:59");
  now += G_TIME_SPAN_MINUTE;
  wait_for (&exam, "The time is up. What was answered is scored.");
  wait_for (&exam, "Your Score");
  g_assert_true (reads (&exam, "33 %"));
  g_assert_true (reads (&exam, "The time ran out."));
  g_assert_true (reads (&exam, "2 were not answered and count as not right."));
}

/* Told to whoever hears it, too. */
static void
test_told_aloud (void)
{
  g_auto (Exam) exam = { 0 };
  GtkWidget *label;

  exam_init (&exam);
  now += 61 * G_TIME_SPAN_SECOND;
  wait_for (&exam, "10 minutes left");
  label = find_label (GTK_WIDGET (exam.window), "10 minutes left");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), CHARTER_ROLE_STATUS);
}

/* As the clock may do it at any moment. What is on its way to the disk is waited for. */
static void
test_handed_in_while_saving (void)
{
  g_auto (Exam) exam = { 0 };
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_CHOICE, "a", NULL);

  exam_init (&exam);
  charter_session_set_response (exam.session, response);
  gtk_widget_activate_action (get_page (&exam), "question.go-on", NULL);
  g_assert_cmpint (charter_session_get_stand (exam.session, 0), ==, CHARTER_STAND_LOCKED);
  gtk_widget_activate_action (get_page (&exam), "exam.hand-in", NULL);
  wait_for (&exam, "Your Score");
  g_assert_true (reads (&exam, "33 %"));
  g_assert_false (reads (&exam, "The time ran out."));
}

/* The question whether to finish goes with the exam. */
static void
test_time_runs_out_while_asked (void)
{
  g_auto (Exam) exam = { 0 };
  guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

  exam_init (&exam);
  gtk_widget_activate_action (get_page (&exam), "exam.review", NULL);
  wait_for (&exam, "All Questions");
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (exam.window)), "sheet.finish", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 2);
  now += LIMIT;
  wait_for (&exam, "Your Score");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 1);
}

/* Whatever leads away from it stops its clock, and what leads back sets it going again. */
static void
test_leaving_stops_the_clock (void)
{
  g_auto (Exam) exam = { 0 };
  GtkWidget *page;

  exam_init (&exam);
  page = get_page (&exam);
  now += 10 * G_TIME_SPAN_SECOND;
  g_assert_cmpint (seconds_left (&exam), ==, 650);

  charter_window_push (exam.window, gtk_button_new_with_label ("Something else"));
  while (gtk_widget_get_mapped (page)) /* for a frame both are there */
    g_main_context_iteration (NULL, TRUE);
  now += G_TIME_SPAN_HOUR;
  g_assert_cmpint (seconds_left (&exam), ==, 650);
  gtk_widget_activate_action (GTK_WIDGET (exam.window), "win.back", NULL);
  wait_for (&exam, "Question 1 of 3");
  now += 10 * G_TIME_SPAN_SECOND;
  g_assert_cmpint (seconds_left (&exam), ==, 640);

  gtk_widget_activate_action (GTK_WIDGET (exam.window), "win.show-page", "s", "learn");
  now += G_TIME_SPAN_HOUR;
  g_assert_cmpint (seconds_left (&exam), ==, 640);
  charter_window_push (exam.window, charter_question_page_new (exam.study, exam.session));
  wait_for (&exam, "10:40");
  now += 10 * G_TIME_SPAN_SECOND;
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
  g_test_add_func ("/exam-time/told-aloud", test_told_aloud);
  g_test_add_func ("/exam-time/handed-in-while-saving", test_handed_in_while_saving);
  g_test_add_func ("/exam-time/runs-out-while-asked", test_time_runs_out_while_asked);
  g_test_add_func ("/exam-time/leaving-stops-the-clock", test_leaving_stops_the_clock);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
