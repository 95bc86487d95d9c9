/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-review-sheet.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-rows.h"
#include "charter-widget.h"

struct _CharterReviewSheet {
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *sum;
  AdwBin *questions;
  GtkWidget *back_button;
  GtkLabel *back; /* in it */
};

G_DEFINE_FINAL_TYPE (CharterReviewSheet, charter_review_sheet, ADW_TYPE_BIN)

static gboolean
is_answered (CharterSession *session, guint i)
{
  return charter_session_get_answer (session, i) != NULL;
}

static char *
dup_state (CharterSession *session, guint i)
{
  const char *answered = is_answered (session, i) ? _ ("Answered") : _ ("Open");

  if (!charter_session_get_flagged (session, i))
    return g_strdup (answered);
  /* Translators: what is said of one question, “Answered” or “Open” and “flagged”. */
  return g_strdup_printf ("%s · %s", answered, _ ("flagged"));
}

static GtkWidget *
create_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
add_question (GtkListBox *list, CharterSession *session, guint i)
{
  const CharterItem *item = charter_path_get_step (charter_session_get_path (session), i)->item;
  g_autofree char *question = charter_item_words_dup_question (item);
  g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, question);
  g_autofree char *state = dup_state (session, i);
  AdwActionRow *row
    = charter_row_new (is_answered (session, i) ? "object-select-symbolic" : "radio-symbolic", title, state);

  adw_action_row_set_title_lines (row, 2);
  if (charter_session_get_flagged (session, i))
    adw_action_row_add_suffix (row, create_icon ("flag-filled-symbolic"));
  charter_row_set_action (row, "question.show", "u", i);
  charter_row_add_arrow (row);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static char *
dup_sum (CharterSession *session)
{
  guint n = charter_session_get_n_steps (session);
  guint n_answered = 0;
  guint n_flagged = 0;
  g_autofree char *answered = NULL;
  g_autofree char *flagged = NULL;

  for (guint i = 0; i < n; i++)
    {
      n_answered += is_answered (session, i);
      n_flagged += charter_session_get_flagged (session, i);
    }
  answered = g_strdup_printf (ngettext ("%u of %u question answered", "%u of %u questions answered", n), n_answered, n);
  if (n_flagged == 0)
    return g_steal_pointer (&answered);
  flagged = g_strdup_printf (ngettext ("%u flagged", "%u flagged", n_flagged), n_flagged);
  return g_strdup_printf ("%s · %s", answered, flagged);
}

static void
charter_review_sheet_class_init (CharterReviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/quiz/charter-review-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, sum);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, questions);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, back_button);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, back);
}

static void
charter_review_sheet_init (CharterReviewSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_review_sheet_new (CharterSession *session)
{
  CharterReviewSheet *self = g_object_new (CHARTER_TYPE_REVIEW_SHEET, NULL);
  g_autofree char *sum = dup_sum (session);
  g_autofree char *back = g_strdup_printf (_ ("Back to Question %u"), charter_session_get_position (session) + 1);
  GtkListBox *list;

  adw_bin_set_child (self->questions,
                     charter_group_new (_ ("All Questions"), _ ("Answers can be changed until you finish."), &list));
  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    add_question (list, session, i);
  gtk_label_set_label (self->sum, sum);
  gtk_label_set_label (self->back, back);
  charter_widget_set_spoken_name (self->back_button, back);
  return GTK_WIDGET (self);
}
