/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-recall-notes.h"

#include <glib/gi18n.h>

#include "charter-review-words.h"
#include "charter-rows.h"

struct _CharterRecallNotes {
  AdwBin parent_instance;

  AdwActionRow *grade;
  AdwExpanderRow *why;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (CharterRecallNotes, charter_recall_notes, ADW_TYPE_BIN)

static void
charter_recall_notes_class_init (CharterRecallNotesClass *klass)
{
}

static GtkWidget *
create_reason (CharterRecallNotes *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "margin-top", 12, "margin-bottom", 12,
                                   "margin-start", 14, "margin-end", 14, NULL);

  self->reason = GTK_LABEL (label);
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "activatable", FALSE, "focusable", FALSE, NULL);
}

static void
charter_recall_notes_init (CharterRecallNotes *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  self->grade = charter_row_new (NULL, "", "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->grade), FALSE);
  self->why = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _ ("Why Is This Due Now?"), NULL);
  adw_expander_row_add_row (self->why, create_reason (self));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->grade));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->why));
  gtk_widget_add_css_class (list, "boxed-list");
  adw_bin_set_child (ADW_BIN (self), list);
}

GtkWidget *
charter_recall_notes_new (void)
{
  return g_object_new (CHARTER_TYPE_RECALL_NOTES, NULL);
}

/* An answer that was taken back and given again says nothing of what was remembered. */
static void
show_grade (CharterRecallNotes *self, const CharterGrading *grading)
{
  g_autofree char *title = NULL;

  if (grading->grade == 0)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->grade), _ ("Not Graded"));
      adw_action_row_set_subtitle (self->grade, _ ("You had seen the answer already."));
      return;
    }
  title = g_strdup_printf (_ ("Graded “%s”"), charter_grade_get_name (grading->grade));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->grade), title);
  adw_action_row_set_subtitle (self->grade, grading->grade == grading->rule->grade
                                              ? charter_grade_rule_get_why (grading->rule)
                                              : _ ("You chose this grade yourself."));
}

void
charter_recall_notes_show (CharterRecallNotes *self, const CharterGrading *grading, gboolean answered)
{
  g_autofree char *why = grading != NULL ? charter_review_dup_why (&grading->due) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), grading != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->grade), grading != NULL && answered);
  if (grading == NULL)
    return;
  gtk_label_set_label (self->reason, why);
  if (answered)
    show_grade (self, grading);
}

void
charter_recall_notes_tell_why (CharterRecallNotes *self)
{
  adw_expander_row_set_expanded (self->why, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
}
