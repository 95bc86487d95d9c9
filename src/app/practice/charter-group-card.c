/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-group-card.h"

#include <glib/gi18n.h>

#include "charter-case-start.h"
#include "charter-case-words.h"
#include "charter-exam-dialog.h"
#include "charter-quiz.h"
#include "charter-sitting-words.h"
#include "charter-widget.h"

#define BESIDE 200 /* px: buttons that are wider, with large text or long words, stand below the words */

struct _CharterGroupCard {
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *facts;
  GtkLabel *left;
  GtkProgressBar *progress;
  GtkWidget *buttons;
  GtkButton *start;
  GtkWidget *anew;
  GtkWidget *exam;
  GtkWidget *print;

  /* owned */
  CharterStudy *study;
  CharterPack *pack;
  CharterGroupState state;

  /* the pack's: one of the three */
  const CharterGroup *group;
  const CharterCase *story;
  const CharterExam *rehearsal;
  guint n_questions;
};

G_DEFINE_FINAL_TYPE (CharterGroupCard, charter_group_card, GTK_TYPE_LIST_BOX_ROW)

/* ---- starting ---- */

static gboolean
show_rules (CharterGroupCard *self)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.show-exam", "(ss)", self->pack->id, self->rehearsal->id);
}

static gboolean
begin (CharterGroupCard *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (self->rehearsal != NULL)
    return show_rules (self);
  if (window != NULL && self->story != NULL)
    return charter_case_begin (window, self->study, self->pack, self->story->id, charter_quiz_draw_seed (), FALSE);
  return window != NULL
         && charter_quiz_begin (window, self->study, self->pack, self->group->id, NULL, charter_quiz_draw_seed (),
                                FALSE);
}

void
charter_group_card_start (CharterGroupCard *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (!charter_group_card_is_open (self))
    begin (self);
  else if (window != NULL && self->story != NULL)
    charter_case_resume (window, self->study, self->pack, self->state.open_session);
  else if (window != NULL)
    charter_quiz_resume (window, self->study, self->pack, self->state.open_session);
}

static void
on_case_anew (CharterGroupCard *self)
{
  g_autoptr (CharterWalk) old = charter_study_resume_walk (self->study, self->pack, self->state.open_session, NULL);

  if (begin (self) && old != NULL)
    charter_study_end_walk (self->study, old);
}

static void
on_group_anew (CharterGroupCard *self)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterSession) old = NULL;

  g_ptr_array_add (packs, self->pack);
  old = charter_study_resume (self->study, packs, self->state.open_session, NULL);
  if (begin (self) && old != NULL)
    charter_study_end (self->study, old);
}

/* The old session is ended only when the new one has begun, and what was answered in it stays in the history. */
static void
on_anew (CharterGroupCard *self)
{
  if (self->rehearsal != NULL)
    show_rules (self);
  else if (self->story != NULL)
    on_case_anew (self);
  else
    on_group_anew (self);
}

static void
on_exam (CharterGroupCard *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL)
    charter_exam_dialog_show (window, self->study, self->pack, self->group);
}

/* A case can't be played on paper. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterGroupCard *self = CHARTER_GROUP_CARD (widget);

  if (gtk_widget_get_visible (self->print))
    gtk_widget_activate (self->print);
}

/* ---- words ---- */

static const char *
get_title (CharterGroupCard *self)
{
  if (self->rehearsal != NULL)
    return self->rehearsal->title.plain;
  return self->story != NULL ? self->story->title.plain : self->group->title.plain;
}

static const char *
get_summary (CharterGroupCard *self)
{
  if (self->rehearsal != NULL)
    return self->rehearsal->summary.plain;
  return self->story != NULL ? self->story->summary.plain : self->group->summary.plain;
}

static const char *
get_id (CharterGroupCard *self)
{
  if (self->rehearsal != NULL)
    return self->rehearsal->id;
  return self->story != NULL ? self->story->id : self->group->id;
}

/* Days in words, as the learner's calendar counts them. */
static char *
dup_ago (gint64 then, gint64 now)
{
  g_autoptr (GDateTime) then_time = g_date_time_new_from_unix_local (then / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now_time = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);
  GDate then_day, now_day;
  int days;

  g_date_clear (&then_day, 1);
  g_date_clear (&now_day, 1);
  g_date_set_dmy (&then_day, (GDateDay)g_date_time_get_day_of_month (then_time),
                  (GDateMonth)g_date_time_get_month (then_time), (GDateYear)g_date_time_get_year (then_time));
  g_date_set_dmy (&now_day, (GDateDay)g_date_time_get_day_of_month (now_time),
                  (GDateMonth)g_date_time_get_month (now_time), (GDateYear)g_date_time_get_year (now_time));
  days = g_date_days_between (&then_day, &now_day);
  if (days <= 0)
    return g_strdup (_ ("last try today"));
  if (days == 1)
    return g_strdup (_ ("last try yesterday"));
  return g_strdup_printf (ngettext ("last try %'d day ago", "last try %'d days ago", (gulong)days), days);
}

static void
append_case_facts (CharterGroupCard *self, GString *words)
{
  const CharterScene *ending = charter_study_get_last_ending (self->study, self->pack, self->story);

  g_string_append (words, _ ("A case: you decide what happens next"));
  if (ending != NULL)
    {
      g_string_append (words, " · ");
      /* Translators: the title of an ending. */
      g_string_append_printf (words, _ ("last ending “%s”"), charter_case_words_get_ending (ending));
    }
}

static void
append_group_facts (CharterGroupCard *self, GString *words)
{
  g_string_append_printf (words, ngettext ("%'u question", "%'u questions", self->n_questions), self->n_questions);
}

static void
append_exam_facts (CharterGroupCard *self, GString *words)
{
  g_autofree char *facts = charter_sitting_words_dup_facts (self->rehearsal);

  g_string_append (words, facts);
}

static char *
dup_facts (CharterGroupCard *self, gint64 now)
{
  GString *words = g_string_new (NULL);

  if (self->rehearsal != NULL)
    append_exam_facts (self, words);
  else if (self->story != NULL)
    append_case_facts (self, words);
  else
    append_group_facts (self, words);
  if (self->state.best >= 0)
    {
      g_autofree char *ago = dup_ago (self->state.last_wall, now);

      g_string_append (words, " · ");
      g_string_append_printf (words, _ ("best %d%%"), (int)(self->state.best * 100 + 0.5));
      g_string_append_printf (words, " · %s", ago);
    }
  return g_string_free (words, FALSE);
}

static const char *
again_words (CharterGroupCard *self)
{
  if (self->rehearsal != NULL)
    return _ ("Sit Again");
  return self->story != NULL ? _ ("Play Again") : _ ("Try Again");
}

static void
show_start (CharterGroupCard *self)
{
  gboolean open = charter_group_card_is_open (self);
  const char *words = open                         ? _ ("Continue")
                      : self->state.n_sessions > 0 ? again_words (self)
                      : self->rehearsal != NULL    ? _ ("Rules")
                                                   : _ ("Start");
  /* Translators: what a button does (Start, Continue), and the title of the scenario. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), words, get_title (self));
  g_autofree char *anew = g_strdup_printf (_ ("%s: %s"), _ ("Start Over"), get_title (self));
  g_autofree char *exam = g_strdup_printf (_ ("%s: %s"), _ ("As an Exam"), get_title (self));
  g_autofree char *print = g_strdup_printf (_ ("%s: %s"), _ ("On Paper…"), get_title (self));

  gtk_button_set_label (self->start, words);
  charter_widget_set_spoken_name (GTK_WIDGET (self->start), name);
  charter_widget_set_spoken_name (self->anew, anew);
  gtk_widget_set_visible (self->buttons, charter_group_card_can_start (self));
  gtk_widget_set_visible (self->anew, open);
  charter_widget_set_spoken_name (self->exam, exam);
  gtk_widget_set_visible (self->exam, !open && self->group != NULL);
  charter_widget_set_spoken_name (self->print, print);
}

static const char *
reason (CharterGroupCard *self)
{
  return self->group->n_items > 0 ? _ ("Its questions are kept for rehearsals of the exam.")
                                  : _ ("It has no questions that can be used.");
}

/* How many moves a case takes nobody knows beforehand. */
static gboolean
has_progress (CharterGroupCard *self)
{
  return charter_group_card_is_open (self) && self->state.open_n_steps > 0;
}

static void
show_left (CharterGroupCard *self)
{
  gboolean open = charter_group_card_is_open (self);
  g_autofree char *words = NULL;

  if (open && self->story != NULL)
    words = g_strdup_printf (ngettext ("Left after %'u move", "Left after %'u moves", self->state.open_position),
                             self->state.open_position);
  else if (open)
    words = charter_sitting_words_dup_place (self->state.open_position, self->state.open_n_steps,
                                             self->state.open_time_left);
  else if (!charter_group_card_can_start (self))
    words = g_strdup (reason (self));
  gtk_label_set_label (self->left, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left), words != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), has_progress (self));
  if (has_progress (self))
    gtk_progress_bar_set_fraction (self->progress, (double)self->state.open_position / self->state.open_n_steps);
}

/* ---- the object ---- */

static void
charter_group_card_finalize (GObject *object)
{
  CharterGroupCard *self = CHARTER_GROUP_CARD (object);

  charter_group_state_clear (&self->state);
  g_clear_object (&self->study);
  g_clear_pointer (&self->pack, charter_pack_unref);
  G_OBJECT_CLASS (charter_group_card_parent_class)->finalize (object);
}

static void
charter_group_card_class_init (CharterGroupCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_group_card_finalize;
  gtk_widget_class_install_action (widget_class, "card.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "card.print", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/practice/charter-group-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, box);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, title);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, summary);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, facts);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, left);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, progress);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, start);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, anew);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, exam);
  gtk_widget_class_bind_template_child (widget_class, CharterGroupCard, print);
  gtk_widget_class_bind_template_callback (widget_class, charter_group_card_start);
  gtk_widget_class_bind_template_callback (widget_class, on_anew);
  gtk_widget_class_bind_template_callback (widget_class, on_exam);
}

static void
charter_group_card_init (CharterGroupCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_words (CharterGroupCard *self)
{
  gtk_label_set_label (self->title, get_title (self));
  gtk_label_set_label (self->summary, get_summary (self));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *get_summary (self) != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (self), -1);
}

void
charter_group_card_update (CharterGroupCard *self, gint64 now)
{
  g_autofree char *facts = NULL;

  charter_group_state_clear (&self->state);
  charter_study_get_group_state (self->study, self->pack->id, get_id (self), &self->state);
  facts = dup_facts (self, now);
  gtk_label_set_label (self->facts, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), charter_group_card_can_start (self));
  show_left (self);
  show_start (self);
}

GtkWidget *
charter_group_card_new (CharterStudy *study, CharterPack *pack, const CharterGroup *group, gint64 now)
{
  CharterGroupCard *self = g_object_new (CHARTER_TYPE_GROUP_CARD, NULL);

  self->study = g_object_ref (study);
  self->pack = charter_pack_ref (pack);
  self->group = group;
  self->n_questions = charter_group_count_open (group);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print), "(ss)", pack->id, group->id);
  show_words (self);
  charter_group_card_update (self, now);
  return GTK_WIDGET (self);
}

GtkWidget *
charter_group_card_new_for_case (CharterStudy *study, CharterPack *pack, const CharterCase *story, gint64 now)
{
  CharterGroupCard *self = g_object_new (CHARTER_TYPE_GROUP_CARD, NULL);

  self->study = g_object_ref (study);
  self->pack = charter_pack_ref (pack);
  self->story = story;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), NULL);
  gtk_widget_set_visible (self->print, FALSE);
  show_words (self);
  charter_group_card_update (self, now);
  return GTK_WIDGET (self);
}

GtkWidget *
charter_group_card_new_for_exam (CharterStudy *study, CharterPack *pack, const CharterExam *rehearsal, gint64 now)
{
  CharterGroupCard *self = g_object_new (CHARTER_TYPE_GROUP_CARD, NULL);

  self->study = g_object_ref (study);
  self->pack = charter_pack_ref (pack);
  self->rehearsal = rehearsal;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print), "(ss)", pack->id, rehearsal->id);
  show_words (self);
  charter_group_card_update (self, now);
  return GTK_WIDGET (self);
}

gboolean
charter_group_card_can_start (CharterGroupCard *self)
{
  return self->group == NULL || self->n_questions > 0;
}

gboolean
charter_group_card_is_open (CharterGroupCard *self)
{
  return self->state.open_session != NULL;
}

void
charter_group_card_set_suggested (CharterGroupCard *self, gboolean suggested)
{
  charter_widget_set_class (GTK_WIDGET (self->start), "suggested-action", suggested);
}

void
charter_group_card_set_narrow (CharterGroupCard *self, gboolean narrow)
{
  charter_widget_place_buttons (GTK_ORIENTABLE (self->box), self->buttons, narrow, BESIDE);
}
