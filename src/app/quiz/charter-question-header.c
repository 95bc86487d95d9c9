/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question-header.h"

#include <glib/gi18n.h>

#include "charter-flag-button.h"
#include "charter-quiz.h"
#include "charter-way-out.h"
#include "charter-widget.h"

#define NARROWEST 360 /* px */

struct _CharterQuestionHeader {
  AdwBin parent_instance;

  /* template widgets */
  AdwHeaderBar *bar;
  AdwWindowTitle *title;
  GtkWidget *looks;
  AdwBin *tools_place;
  CharterFlagButton *flag;
  GtkWidget *formulae;
  GtkWidget *calculator;

  CharterLead *lead; /* owned */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (CharterQuestionHeader, charter_question_header, ADW_TYPE_BIN)

static void
show_title (CharterQuestionHeader *self, const CharterLook *look, const char *sheet)
{
  guint n = charter_session_get_n_steps (look->session);
  gboolean brief = self->narrow && charter_look_is_exam (look);
  g_autofree char *words
    = g_strdup_printf (self->narrow ? _ ("%'u of %'u") : _ ("Question %'u of %'u"), look->position + 1, n);
  const char *where = sheet != NULL ? sheet : words;

  adw_window_title_set_title (self->title, brief ? where : charter_quiz_get_title (look->session));
  adw_window_title_set_subtitle (self->title, brief ? "" : where);
}

static int
measure_title (CharterQuestionHeader *self)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (self->title), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return natural - minimum;
}

/* Whether the bar has room for all that is in it, of the title each word, on the narrowest of windows. */
static gboolean
fits (CharterQuestionHeader *self)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->bar), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum + measure_title (self) <= NARROWEST;
}

/* It belongs to one question, and is gone where none is shown. Where the time and large text leave no room for it, it
 * is in the menu still. */
static void
show_flag (CharterQuestionHeader *self, const CharterLook *look, gboolean open)
{
  charter_flag_button_show (self->flag, charter_lead_get_study (self->lead), look, open);
  gtk_widget_set_visible (GTK_WIDGET (self->flag), open);
  if (open && self->narrow && charter_look_is_exam (look) && !fits (self))
    gtk_widget_set_visible (GTK_WIDGET (self->flag), FALSE);
}

/* The formulae stay at hand while they are open, and so does the way back. */
static gboolean
has_formulae (const CharterLook *look)
{
  g_autoptr (CharterPack) pack = NULL;

  return charter_look_find_sheet (look, &pack) != NULL;
}

void
charter_question_header_show (CharterQuestionHeader *self, const CharterLook *look, const char *sheet, gboolean looks)
{
  show_title (self, look, sheet);
  gtk_widget_set_visible (self->looks, !self->narrow && looks);
  gtk_widget_set_visible (self->formulae, !self->narrow && has_formulae (look));
  gtk_widget_set_visible (self->calculator, !self->narrow && sheet == NULL && charter_look_has_calculator (look));
  show_flag (self, look, sheet == NULL);
}

void
charter_question_header_set_narrow (CharterQuestionHeader *self, gboolean narrow)
{
  self->narrow = narrow;
  adw_header_bar_set_centering_policy (self->bar, narrow ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
}

void
charter_question_header_follow (CharterQuestionHeader *self, CharterLead *lead, GtkWidget *page)
{
  self->lead = g_object_ref (lead);
  charter_widget_fill_place (self->tools_place, charter_lead_create_tools (lead));
  gtk_widget_insert_action_group (page, "flag", charter_flag_button_get_actions (self->flag));
}

static void
charter_question_header_dispose (GObject *object)
{
  g_clear_object (&CHARTER_QUESTION_HEADER (object)->lead);
  G_OBJECT_CLASS (charter_question_header_parent_class)->dispose (object);
}

static void
charter_question_header_class_init (CharterQuestionHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_question_header_dispose;
  g_type_ensure (CHARTER_TYPE_FLAG_BUTTON);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/quiz/charter-question-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionHeader, title);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionHeader, looks);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionHeader, tools_place);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionHeader, flag);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionHeader, formulae);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionHeader, calculator);
}

static void
charter_question_header_init (CharterQuestionHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
