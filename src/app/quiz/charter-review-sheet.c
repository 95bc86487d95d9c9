/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-review-sheet.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-question.h"
#include "charter-rows.h"
#include "charter-sitting-words.h"
#include "charter-widget.h"

struct _CharterReviewSheet {
  AdwBin parent_instance;

  CharterSession *session; /* owned */

  /* template widgets */
  GtkLabel *sum;
  AdwBin *questions;
  GtkWidget *back_button;
  GtkLabel *back; /* in it */
  GtkButton *finish;
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
  charter_row_set_action (row, "exam.show", "u", i);
  charter_row_add_arrow (row);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

/* Of the section where one is: the others can't be gone to. */
typedef struct {
  guint n, n_open, n_flagged;
} Counts;

static Counts
count (CharterSession *session)
{
  Counts counts = { 0 };

  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    if (charter_session_can_go_to (session, i))
      {
        counts.n++;
        counts.n_open += !is_answered (session, i);
        counts.n_flagged += charter_session_get_flagged (session, i);
      }
  return counts;
}

static char *
dup_sum (CharterSession *session)
{
  Counts counts = count (session);
  g_autofree char *flagged
    = g_strdup_printf (ngettext ("%'u flagged", "%'u flagged", counts.n_flagged), counts.n_flagged);
  g_autofree char *answered
    = g_strdup_printf (ngettext ("%'u of %'u question answered", "%'u of %'u questions answered", counts.n),
                       counts.n - counts.n_open, counts.n);

  if (counts.n_flagged == 0)
    return g_steal_pointer (&answered);
  return g_strdup_printf ("%s · %s", answered, flagged);
}

/* ---- finishing ---- */

static gboolean
is_last (CharterReviewSheet *self)
{
  return charter_sitting_words_is_last_section (self->session);
}

static void
on_response (CharterReviewSheet *self, const char *response)
{
  if (g_str_equal (response, "finish"))
    gtk_widget_activate_action (GTK_WIDGET (self), is_last (self) ? "exam.hand-in" : "exam.end-section", NULL);
}

/* When the time runs out meanwhile, the question goes with the sheet. */
static void
ask (CharterReviewSheet *self, const char *heading, const char *body, const char *finish)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _ ("Go Back"), "finish", finish, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "destroy", G_CALLBACK (gtk_window_destroy), dialog, G_CONNECT_SWAPPED);
  charter_question_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
ask_whether_to_finish (CharterReviewSheet *self, guint n_open)
{
  g_autofree char *heading
    = g_strdup_printf (ngettext ("%'u Question Is Open", "%'u Questions Are Open", n_open), n_open);

  ask (self, heading, _ ("A question without an answer is worth nothing, as in the exam."), _ ("Finish Anyway"));
}

/* What is open and flagged is told, because nobody can come back to it. */
static void
ask_whether_to_end (CharterReviewSheet *self)
{
  Counts counts = count (self->session);
  GString *body = g_string_new (_ ("You can’t come back to its questions."));
  g_autofree char *words = NULL;

  if (counts.n_open > 0)
    {
      g_string_append (body, " ");
      g_string_append_printf (body,
                              ngettext ("%'u is open and worth nothing.", "%'u are open and worth nothing.",
                                        counts.n_open),
                              counts.n_open);
    }
  if (counts.n_flagged > 0)
    {
      g_string_append (body, " ");
      g_string_append_printf (body, ngettext ("%'u is flagged.", "%'u are flagged.", counts.n_flagged),
                              counts.n_flagged);
    }
  words = g_string_free (body, FALSE);
  ask (self, _ ("End This Section?"), words, _ ("End Section"));
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterReviewSheet *self = CHARTER_REVIEW_SHEET (widget);
  guint n_open = count (self->session).n_open;

  if (!is_last (self))
    ask_whether_to_end (self);
  else if (n_open > 0)
    ask_whether_to_finish (self, n_open);
  else
    gtk_widget_activate_action (widget, "exam.hand-in", NULL);
}

/* ---- the object ---- */

static void
charter_review_sheet_finalize (GObject *object)
{
  g_clear_object (&CHARTER_REVIEW_SHEET (object)->session);
  G_OBJECT_CLASS (charter_review_sheet_parent_class)->finalize (object);
}

static void
charter_review_sheet_class_init (CharterReviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_review_sheet_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/quiz/charter-review-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, sum);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, questions);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, back_button);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, back);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewSheet, finish);
  gtk_widget_class_install_action (widget_class, "sheet.finish", NULL, finish_action);
}

static void
charter_review_sheet_init (CharterReviewSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (CharterReviewSheet *self)
{
  gboolean last = is_last (self);
  GtkListBox *list;

  adw_bin_set_child (
    self->questions,
    charter_group_new (charter_session_get_n_sections (self->session) > 1 ? _ ("Questions of This Section")
                                                                          : _ ("All Questions"),
                       last ? _ ("Answers can be changed until you finish.")
                            : _ ("Answers can be changed until you end this section. You can’t come back to it."),
                       &list));
  for (guint i = 0; i < charter_session_get_n_steps (self->session); i++)
    if (charter_session_can_go_to (self->session, i))
      add_question (list, self->session, i);
  gtk_button_set_label (self->finish, last ? _ ("Finish") : _ ("End This Section"));
}

GtkWidget *
charter_review_sheet_new (CharterSession *session)
{
  CharterReviewSheet *self = g_object_new (CHARTER_TYPE_REVIEW_SHEET, NULL);
  g_autofree char *sum = dup_sum (session);
  g_autofree char *back = g_strdup_printf (_ ("Back to Question %'u"), charter_session_get_position (session) + 1);

  self->session = g_object_ref (session);
  fill (self);
  gtk_label_set_label (self->sum, sum);
  gtk_label_set_label (self->back, is_last (self) ? back : _ ("Back")); /* a phone has no room for more */
  charter_widget_set_spoken_name (self->back_button, back);
  return GTK_WIDGET (self);
}
