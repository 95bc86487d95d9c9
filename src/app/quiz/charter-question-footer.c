/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question-footer.h"

#include <glib/gi18n.h>

#include "charter-verdict.h"

#define NARROW_LINE 312 /* px of the footer on a phone, less what stands between */

struct _CharterQuestionFooter {
  AdwBin parent_instance;

  /* template widgets */
  GtkOrientable *box;
  GtkWidget *helpers;
  GtkWidget *hint_button;
  GtkWidget *skip_button;
  GtkWidget *review;
  CharterVerdict *verdict;
  GtkButton *primary;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (CharterQuestionFooter, charter_question_footer, ADW_TYPE_BIN)

/* ---- its places ---- */

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* With large text or long words they don't fit beside one another on a phone. */
static gboolean
fits_one_line (CharterQuestionFooter *self)
{
  return natural_width (self->helpers) + natural_width (GTK_WIDGET (self->primary)) <= NARROW_LINE;
}

/* Narrow, the verdict takes a line of its own, and the way on is as wide as it can be. */
static void
lay_out (CharterQuestionFooter *self)
{
  gboolean answered = gtk_widget_get_visible (GTK_WIDGET (self->verdict));
  gboolean two_lines = self->narrow && (answered || !fits_one_line (self));

  gtk_orientable_set_orientation (self->box, two_lines ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->helpers, !self->narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->primary), self->narrow);
}

/* ---- what it says ---- */

static char *
dup_primary_words (CharterLead *lead, const CharterLook *look)
{
  switch (charter_look_get_way (look))
    {
    case CHARTER_WAY_BACK:
      return g_strdup_printf (_ ("Back to Question %'u"), charter_session_get_position (look->session) + 1);
    case CHARTER_WAY_CHECK:
      return g_strdup (_ ("Check"));
    case CHARTER_WAY_LEAVE:
      return g_strdup (_ ("Done"));
    case CHARTER_WAY_ON:
      return g_strdup (charter_lead_is_ending (lead) ? _ ("See Your Score") : _ ("Next"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show_verdict (CharterQuestionFooter *self, CharterLead *lead, const CharterLook *look)
{
  const CharterStep *step = charter_look_get_step (look);
  CharterScore score;

  if (charter_study_get_score (charter_lead_get_study (lead), look->session, look->position, &score))
    charter_verdict_show (self->verdict, step, charter_look_get_response (look), &score);
}

void
charter_question_footer_show (CharterQuestionFooter *self, CharterLead *lead, const CharterLook *look)
{
  gboolean answered = charter_look_is_answered (look);
  gboolean exam = charter_look_is_exam (look);
  g_autofree char *words = dup_primary_words (lead, look);

  if (answered)
    show_verdict (self, lead, look);
  gtk_button_set_label (self->primary, words);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), answered);
  gtk_widget_set_visible (self->helpers, !answered);
  gtk_widget_set_visible (self->hint_button, charter_look_has_hint (look));
  gtk_widget_set_visible (self->skip_button, !exam);
  gtk_widget_set_visible (self->review, exam);
  lay_out (self);
}

void
charter_question_footer_set_narrow (CharterQuestionFooter *self, gboolean narrow)
{
  self->narrow = narrow;
  lay_out (self);
}

gboolean
charter_question_footer_focus (CharterQuestionFooter *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->primary));
}

/* ---- the object ---- */

static void
charter_question_footer_class_init (CharterQuestionFooterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CHARTER_TYPE_VERDICT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/quiz/charter-question-footer.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionFooter, box);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionFooter, helpers);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionFooter, hint_button);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionFooter, skip_button);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionFooter, review);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionFooter, verdict);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionFooter, primary);
}

static void
charter_question_footer_init (CharterQuestionFooter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
