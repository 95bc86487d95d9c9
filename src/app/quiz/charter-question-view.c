/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question-view.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-feedback.h"
#include "charter-item-view.h"
#include "charter-item-words.h"
#include "charter-key.h"
#include "charter-question-notes.h"
#include "charter-report-words.h"
#include "charter-stem.h"
#include "charter-widget.h"

struct _CharterQuestionView {
  AdwBin parent_instance;

  /* template widgets */
  GtkScrolledWindow *scroll;
  AdwBin *stem;
  GtkLabel *task;
  GtkLabel *help;
  AdwBin *item_place;
  GtkWidget *hint_card;
  GtkBox *hint;
  CharterFeedback *feedback;
  AdwBin *lead_notes;
  CharterQuestionNotes *notes;

  CharterItemView *item; /* owned by its place */
  CharterLook look;      /* its session is owned */
};

G_DEFINE_FINAL_TYPE (CharterQuestionView, charter_question_view, ADW_TYPE_BIN)

enum { RESPONSE_CHANGED, MARKED, ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- as it stands ---- */

static char *
dup_taken_words (const CharterLook *look)
{
  const CharterTopic *topic
    = charter_pack_find_topic (charter_look_get_pack (look), charter_look_get_item (look)->topic);
  g_autofree char *time = charter_report_words_dup_time (charter_session_get_time (look->session, look->position));

  if (topic == NULL)
    return g_strdup_printf (_ ("You took %s"), time);
  /* Translators: a topic's name, and how long the answer took. */
  return g_strdup_printf (_ ("%s · you took %s"), topic->title.plain, time);
}

static void
show_task (CharterQuestionView *self)
{
  const CharterItem *item = charter_look_get_item (&self->look);
  gboolean answered = charter_look_is_answered (&self->look);
  g_autofree char *words = answered ? dup_taken_words (&self->look) : charter_item_words_dup_task (item);
  const char *help = answered ? NULL : charter_item_words_get_help (item);

  gtk_label_set_label (self->task, words);
  gtk_label_set_label (self->help, help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), help != NULL);
}

static void
show_hint (CharterQuestionView *self)
{
  gtk_widget_set_visible (self->hint_card,
                          charter_look_has_hint (&self->look)
                            && charter_session_get_hint_used (self->look.session, self->look.position));
}

void
charter_question_view_show (CharterQuestionView *self)
{
  gboolean answered = charter_look_is_answered (&self->look);

  charter_item_view_set_locked (self->item, charter_look_get_stand (&self->look) == CHARTER_STAND_LOCKED);
  show_task (self);
  show_hint (self);
  charter_item_view_set_feedback (self->item, answered);
  charter_feedback_show (self->feedback, answered);
  charter_question_notes_show (self->notes);
}

/* ---- another question ---- */

static void
on_response_changed (CharterQuestionView *self)
{
  g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

static void
on_activated (CharterQuestionView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

void
charter_question_view_show_struck (CharterQuestionView *self)
{
  charter_item_view_set_struck (self->item, charter_session_get_struck (self->look.session, self->look.position));
}

static void
on_strike (CharterQuestionView *self, guint part)
{
  guint64 struck = charter_session_get_struck (self->look.session, self->look.position);

  if (part >= 64 || charter_look_is_back (&self->look))
    return;
  charter_session_set_struck (self->look.session, self->look.position, struck ^ G_GUINT64_CONSTANT (1) << part);
  charter_question_view_show_struck (self);
  g_signal_emit (self, signals[MARKED], 0);
}

void
charter_question_view_tell (CharterQuestionView *self, const char *words)
{
  charter_item_view_tell (self->item, words);
}

GtkWidget *
charter_question_view_get_stem (CharterQuestionView *self)
{
  return GTK_WIDGET (self->stem);
}

static void
fill_item (CharterQuestionView *self)
{
  self->item = charter_item_view_new (charter_session_get_path (self->look.session), self->look.position);
  g_signal_connect_swapped (self->item, "response-changed", G_CALLBACK (on_response_changed), self);
  g_signal_connect_swapped (self->item, "strike", G_CALLBACK (on_strike), self);
  g_signal_connect_swapped (self->item, "activated", G_CALLBACK (on_activated), self);
  charter_item_view_set_response (self->item, charter_look_get_response (&self->look));
  charter_question_view_show_struck (self);
  adw_bin_set_child (self->item_place, GTK_WIDGET (self->item));
}

void
charter_question_view_set_look (CharterQuestionView *self, const CharterLook *look)
{
  CharterPack *pack = charter_look_get_pack (look);
  const CharterItem *item = charter_look_get_item (look);

  g_set_object (&self->look.session, look->session);
  self->look.position = look->position;
  fill_item (self);
  adw_bin_set_child (self->stem, charter_stem_new (pack, item->stem));
  charter_blocks_view_fill_card (self->hint, pack, item->hint);
  charter_feedback_set_step (self->feedback, look->session, look->position);
  charter_question_notes_set_look (self->notes, look);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  charter_question_view_show (self);
}

/* ---- what is chosen ---- */

CharterResponse *
charter_question_view_get_response (CharterQuestionView *self)
{
  return charter_item_view_get_response (self->item);
}

void
charter_question_view_type (CharterQuestionView *self, const char *words)
{
  CharterItemKind kind = charter_look_get_item (&self->look)->kind;
  g_autoptr (CharterResponse) response = NULL;

  if (charter_item_kind_response_shape (kind) != CHARTER_RESPONSE_TYPED)
    return;
  response = charter_response_new_typed (words);
  charter_item_view_take (self->item, response);
}

/* What comes after is reached with Tab and the arrows. */
gboolean
charter_question_view_press (CharterQuestionView *self, guint keyval, GdkModifierType modifiers)
{
  CharterItemKind kind = charter_look_get_item (&self->look)->kind;
  gboolean lettered = charter_item_kind_response_shape (kind) == CHARTER_RESPONSE_CHOICE;
  int number = charter_key_get_number (keyval);
  int index = number < 0 && lettered ? charter_key_get_letter (keyval) : number;

  if (index >= 0 && number < 0 && (modifiers & GDK_SHIFT_MASK) != 0)
    return charter_item_view_strike (self->item, (guint)index);
  return index >= 0 && charter_item_view_choose (self->item, (guint)index);
}

gboolean
charter_question_view_focus (CharterQuestionView *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->item));
}

/* ---- the object ---- */

void
charter_question_view_follow (CharterQuestionView *self, CharterLead *lead, GtkWidget *page)
{
  charter_widget_fill_place (self->lead_notes, charter_lead_get_notes (lead));
  charter_question_notes_set_study (self->notes, charter_lead_get_study (lead));
  gtk_widget_insert_action_group (page, "note", charter_question_notes_get_actions (self->notes));
}

static void
charter_question_view_finalize (GObject *object)
{
  g_clear_object (&CHARTER_QUESTION_VIEW (object)->look.session);
  G_OBJECT_CLASS (charter_question_view_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, CHARTER_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_question_view_class_init (CharterQuestionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_question_view_finalize;
  signals[RESPONSE_CHANGED] = add_signal ("response-changed");
  signals[MARKED] = add_signal ("marked");
  signals[ACTIVATED] = add_signal ("activated");

  g_type_ensure (CHARTER_TYPE_FEEDBACK);
  g_type_ensure (CHARTER_TYPE_QUESTION_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/quiz/charter-question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, scroll);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, stem);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, task);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, help);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, item_place);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, hint_card);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, hint);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, feedback);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, lead_notes);
  gtk_widget_class_bind_template_child (widget_class, CharterQuestionView, notes);
}

static void
charter_question_view_init (CharterQuestionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
