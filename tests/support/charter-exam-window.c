/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-window.h"

static gint64 now = G_TIME_SPAN_DAY;

static gint64
get_now (gpointer unused)
{
  return now;
}

void
turn_clock_on (gint64 by)
{
  now += by;
}

void
exam_init (Exam *exam)
{
  const CharterClock clock = { get_now, get_now, NULL };

  exam->study = charter_study_new (NULL, clock);
}

void
exam_show (Exam *exam)
{
  exam->window = g_object_new (CHARTER_TYPE_WINDOW, NULL);
  charter_window_push (exam->window, charter_question_page_new (exam->study, exam->session));
  gtk_window_present (GTK_WINDOW (exam->window));
  while (!gtk_window_is_active (GTK_WINDOW (exam->window)))
    g_main_context_iteration (NULL, TRUE);
}

void
exam_clear (Exam *exam)
{
  gtk_window_destroy (GTK_WINDOW (exam->window));
  g_clear_object (&exam->session);
  g_clear_object (&exam->study);
}

GtkWidget *
exam_get_page (Exam *exam)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (exam->window));
  GtkWidget *page = gtk_widget_get_ancestor (focus, CHARTER_TYPE_QUESTION_PAGE);

  g_assert_nonnull (page);
  return page;
}

void
exam_act (Exam *exam, const char *action)
{
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (exam->window)), action, NULL);
}

void
exam_press (Exam *exam, const char *button)
{
  GtkWidget *label = find_label (GTK_WIDGET (exam->window), button);

  g_assert_nonnull (label);
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

static gboolean
has_line (GtkWidget *widget, const char *words)
{
  g_auto (GStrv) lines = GTK_IS_LABEL (widget) ? g_strsplit (gtk_label_get_text (GTK_LABEL (widget)), "\n", -1) : NULL;

  return lines != NULL && g_strv_contains ((const char *const *)lines, words);
}

GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  GtkWidget *found = has_line (widget, words) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      found = find_label (child, words);
  return found;
}

gboolean
reads (Exam *exam, const char *words)
{
  return find_label (GTK_WIDGET (exam->window), words) != NULL;
}

void
wait_for (Exam *exam, const char *words)
{
  g_test_message ("waiting for “%s”", words);
  while (!reads (exam, words))
    g_main_context_iteration (NULL, TRUE);
}

void
wait_until_gone (Exam *exam, const char *words)
{
  g_test_message ("waiting until “%s” is gone", words);
  while (reads (exam, words))
    g_main_context_iteration (NULL, TRUE);
}
