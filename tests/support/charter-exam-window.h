/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-question-page.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* An exam in a window, whose clock the test turns on, and what is to be read in it. The window looks at its clock each
 * second: a test waits for what it is to see. */

typedef struct {
  CharterWindow *window;
  CharterStudy *study;
  CharterSession *session;
} Exam;

/* Microseconds, for every exam's clock. */
void turn_clock_on (gint64 by);

/* Two steps, between which the study begins the session: makes the study; then shows exam->session in a window and
 * waits until that has the keyboard. */
void exam_init (Exam *exam);
void exam_show (Exam *exam);
void exam_clear (Exam *exam);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Exam, exam_clear)

/* The page on which the focus is. */
GtkWidget *exam_get_page (Exam *exam);
/* An action of that page or of what has the focus, without a parameter. */
void exam_act (Exam *exam, const char *action);
void exam_press (Exam *exam, const char *button);

/* Returns: (transfer none) (nullable) the label that can be seen below widget and has a line of these words */
GtkWidget *find_label (GtkWidget *widget, const char *words);
gboolean reads (Exam *exam, const char *words);
void wait_for (Exam *exam, const char *words);
void wait_until_gone (Exam *exam, const char *words);

G_END_DECLS
