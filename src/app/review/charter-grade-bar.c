/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-grade-bar.h"

#include <glib/gi18n.h>

#include "charter-review-words.h"

struct _CharterGradeBar {
  AdwBin parent_instance;

  GtkWidget *buttons[CHARTER_N_GRADES];
  GtkLabel *intervals[CHARTER_N_GRADES];
};

G_DEFINE_FINAL_TYPE (CharterGradeBar, charter_grade_bar, ADW_TYPE_BIN)

static void
charter_grade_bar_class_init (CharterGradeBarClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_label (const char *words, const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
create_button (CharterGradeBar *self, guint i)
{
  CharterGrade grade = (CharterGrade)(i + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *interval = create_label ("", "caption");
  /* Translators: what a grade's button tells when the pointer is on it: the key to press. */
  g_autofree char *key = g_strdup_printf (_ ("Press %u"), i + 1);

  gtk_box_append (GTK_BOX (box), create_label (charter_grade_get_name (grade), "heading"));
  gtk_box_append (GTK_BOX (box), interval);
  self->intervals[i] = GTK_LABEL (interval);
  self->buttons[i] = g_object_new (GTK_TYPE_BUTTON, "child", box, "tooltip-text", key, "action-name", "review.grade",
                                   "action-target", g_variant_new_uint32 (grade), NULL);
  gtk_widget_add_css_class (self->buttons[i], "grade");
  return self->buttons[i];
}

static void
charter_grade_bar_init (CharterGradeBar *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 6, NULL);

  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    gtk_box_append (GTK_BOX (box), create_button (self, i));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How well did you know it?"),
                                  -1);
}

GtkWidget *
charter_grade_bar_new (void)
{
  return g_object_new (CHARTER_TYPE_GRADE_BAR, NULL);
}

static void
show_button (CharterGradeBar *self, guint i, const CharterGrading *grading)
{
  g_autofree char *interval = charter_review_dup_interval (grading->days[i]);
  g_autofree char *words = charter_review_dup_interval_words (grading->days[i]);
  gboolean stands = grading->grade == i + 1;
  /* Translators: a grade, and when its question comes back: “Good, in 6 days”. */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), charter_grade_get_name ((CharterGrade)(i + 1)), words);
  g_autofree char *chosen = stands ? g_strdup_printf (_ ("%s, chosen"), name) : NULL;

  gtk_label_set_label (self->intervals[i], interval);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chosen != NULL ? chosen : name, -1);
  if (stands)
    gtk_widget_add_css_class (self->buttons[i], "stands");
  else
    gtk_widget_remove_css_class (self->buttons[i], "stands");
}

void
charter_grade_bar_show (CharterGradeBar *self, const CharterGrading *grading)
{
  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    show_button (self, i, grading);
}
