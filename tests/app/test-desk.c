/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies on the desk in an exam whose profile says so, in a window, by the actions that keys are bound to. */
#include <adwaita.h>
#include <locale.h>

#include "charter-check-card.h"
#include "charter-question-page.h"
#include "charter-test-pack.h"
#include "charter-window.h"

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
  GtkWidget *page;
} Exam;

static void
exam_init (Exam *exam)
{
  const CharterClock clock = { get_fake, get_fake, NULL };
  const CharterPaperSection section = { { "", NULL }, 3, 0 };
  g_autoptr (CharterPath) form = NULL;
  CharterPaperItem items[3] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (CharterPaperItem){ pack, pack->items[i], 0, FALSE };
  form = charter_paper_new_form (pack, "mock", items, G_N_ELEMENTS (items), &section, 1, 1, NULL);
  exam->study = charter_study_new (NULL, clock);
  exam->session = charter_study_begin_form (exam->study, form, 20 * G_TIME_SPAN_MINUTE);
  exam->window = g_object_new (CHARTER_TYPE_WINDOW, NULL);
  exam->page = charter_question_page_new (exam->study, exam->session);
  charter_window_push (exam->window, exam->page);
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

/* Returns: whether a label with these words is on the screen, or a question in a lesson where words is NULL */
static gboolean
shows (GtkWidget *widget, const char *words)
{
  gboolean found = words == NULL
                     ? CHARTER_IS_CHECK_CARD (widget)
                     : GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = gtk_widget_get_mapped (child) && shows (child, words);
  return found;
}

static gboolean
reads (Exam *exam, const char *words)
{
  return shows (GTK_WIDGET (exam->window), words);
}

static void
wait_for (Exam *exam, const char *words)
{
  g_test_message ("waiting for “%s”", words);
  while (!reads (exam, words))
    g_main_context_iteration (NULL, TRUE);
}

static void
act (Exam *exam, const char *action)
{
  gtk_widget_activate_action (exam->page, action, NULL);
}

/* The lesson is read in the place of the question, without what could be answered in it, and its time is the exam's. */
static void
test_formulae (void)
{
  g_auto (Exam) exam = { 0 };
  g_autoptr (CharterResponse) response = charter_response_new_typed ("62");

  exam_init (&exam);
  charter_session_set_response (exam.session, response);
  g_assert_false (reads (&exam, "EAC = BAC ÷ CPI"));
  act (&exam, "desk.sheet");
  wait_for (&exam, "EAC = BAC ÷ CPI");
  g_assert_false (reads (&exam, NULL));
  g_assert_false (reads (&exam, "Type a number"));
  act (&exam, "desk.calculator"); /* there is no question to work out */
  g_assert_false (reads (&exam, "Calculator"));
  now += G_TIME_SPAN_MINUTE;
  wait_for (&exam, "19:00");
  act (&exam, "question.back");
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

  exam_init (&exam);
  act (&exam, "desk.sheet");
  wait_for (&exam, "EAC = BAC ÷ CPI");
  act (&exam, "exam.review");
  wait_for (&exam, "All Questions");
  act (&exam, "desk.sheet"); /* it belongs to a question */
  g_assert_false (reads (&exam, "EAC = BAC ÷ CPI"));
  act (&exam, "exam.review");
  wait_for (&exam, "Type a number");
}

/* At every question, as the profile says so. */
static void
test_calculator (void)
{
  g_auto (Exam) exam = { 0 };

  exam_init (&exam);
  act (&exam, "desk.calculator");
  wait_for (&exam, "Calculator");
  g_assert_true (reads (&exam, "Use as the Answer"));
  act (&exam, "question.go-on");
  wait_for (&exam, "Wait and see");
  g_assert_true (reads (&exam, "Calculator"));
  g_assert_false (reads (&exam, "Use as the Answer"));
  act (&exam, "desk.calculator");
  g_assert_false (reads (&exam, "Calculator"));
}

/* When the profile says, and not when all others are warned. */
static void
test_warnings (void)
{
  g_auto (Exam) exam = { 0 };

  exam_init (&exam);
  now += 5 * G_TIME_SPAN_MINUTE;
  wait_for (&exam, "15 minutes left");
  now += 6 * G_TIME_SPAN_MINUTE;
  wait_for (&exam, "9:00");
  g_assert_false (reads (&exam, "10 minutes left"));
  now += 7 * G_TIME_SPAN_MINUTE;
  wait_for (&exam, "2 minutes left");
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
