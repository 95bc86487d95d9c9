/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question.h"

#define LAID_OUT 200 /* ms, until a dialog has been drawn; nobody has read it by then */

static gboolean
focus_default (gpointer data)
{
  GtkWidget *button = gtk_window_get_default_widget (data);

  if (button != NULL)
    gtk_widget_grab_focus (button);
  return G_SOURCE_REMOVE;
}

/* Each response has a button for when there is room and one for when there is not. Which of the two is seen, and so the
 * default, is known once the dialog has been drawn: until then GTK moves the keyboard by itself. */
void
charter_question_present (AdwMessageDialog *dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
  g_timeout_add_full (G_PRIORITY_DEFAULT, LAID_OUT, focus_default, g_object_ref (dialog), g_object_unref);
}
