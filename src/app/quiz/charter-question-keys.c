/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question-keys.h"

#include "charter-grade.h"

void
charter_question_keys_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, GDK_ALT_MASK, "question.hint", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, GDK_CONTROL_MASK, "question.highlight", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_ALT_MASK, "flag.toggle", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_ALT_MASK, "question.skip", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_ALT_MASK, "question.take-back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "question.take-back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "note.write", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "note.dispute", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, GDK_CONTROL_MASK, "exam.review", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, GDK_CONTROL_MASK, "desk.calculator", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "desk.sheet", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_ALT_MASK, "question.look-back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Page_Up, GDK_ALT_MASK, "question.look-back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_ALT_MASK, "question.look-forward", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Page_Down, GDK_ALT_MASK, "question.look-forward", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, GDK_CONTROL_MASK, "review.leave-out", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, GDK_CONTROL_MASK, "review.tell-why", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "question.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_1, GDK_CONTROL_MASK, "sure.say", "i", CHARTER_CONFIDENCE_GUESS);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_2, GDK_CONTROL_MASK, "sure.say", "i",
                                       CHARTER_CONFIDENCE_THINK_SO);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_3, GDK_CONTROL_MASK, "sure.say", "i", CHARTER_CONFIDENCE_SURE);
}
