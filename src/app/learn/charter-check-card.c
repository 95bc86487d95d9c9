/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-check-card.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-item-notes.h"
#include "charter-item-view.h"
#include "charter-quiz.h"
#include "charter-report-words.h"
#include "charter-study.h"
#include "charter-window.h"

struct _CharterCheckCard {
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *content;
  GtkWidget *kind;
  GtkWidget *stem;
  GtkWidget *place;
  GtkWidget *verdict;
  GtkWidget *verdict_icon;
  GtkWidget *verdict_words;
  GtkWidget *rationale;
  GtkWidget *check;
  GtkWidget *again;

  /* owned */
  CharterPack *pack;
  CharterStudy *study;
  CharterSession *session;

  const CharterItem *item; /* the pack's */
  CharterItemView *view;   /* borrowed: the child of place */
};

G_DEFINE_FINAL_TYPE (CharterCheckCard, charter_check_card, GTK_TYPE_WIDGET)

static void
update_check (CharterCheckCard *self)
{
  CharterResponse *response = charter_item_view_get_response (self->view);

  gtk_widget_set_sensitive (self->check, charter_response_is_complete (response, self->item));
}

static void
response_changed (CharterCheckCard *self)
{
  charter_session_set_response (self->session, charter_item_view_get_response (self->view));
  update_check (self);
}

/* --- feedback ----------------------------------------------------------------------------------------------------- */

static void
show_verdict (CharterCheckCard *self, const CharterScore *score)
{
  const char *class = score->correct ? "right" : score->points > 0 ? "partly" : "wrong";
  const char *icon = score->correct      ? "check-circle-symbolic"
                     : score->points > 0 ? "partly-circle-symbolic"
                                         : "cross-circle-symbolic";

  gtk_label_set_label (GTK_LABEL (self->verdict_words), charter_report_words_get_verdict (score));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->verdict_icon), icon);
  gtk_widget_set_css_classes (self->verdict_icon, (const char *[]){ "outcome", class, NULL });
  gtk_widget_set_visible (self->verdict, TRUE);
}

static void
show_feedback (CharterCheckCard *self)
{
  CharterScore score;

  if (!charter_study_get_score (self->study, self->session, 0, &score))
    return;
  charter_item_view_set_feedback (self->view, TRUE);
  show_verdict (self, &score);
  gtk_widget_set_visible (self->rationale, self->item->rationale.n_blocks > 0);
  gtk_box_append (GTK_BOX (self->place), charter_item_notes_new (self->study, self->pack, self->item,
                                                                 charter_session_get_response (self->session, 0)));
  gtk_widget_set_visible (self->check, FALSE);
  gtk_widget_set_visible (self->again, !score.correct);
  charter_study_end (self->study, self->session);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterCheckCard) self = data;
  g_autoptr (GError) error = NULL;
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (charter_study_answer_finish (CHARTER_STUDY (source), result, &error))
    show_feedback (self);
  else if (window != NULL)
    charter_window_toast_fault (window, error->message);
  if (self->view != NULL && error != NULL)
    charter_item_view_set_locked (self->view, FALSE);
}

static void
answer (CharterCheckCard *self)
{
  if (self->session == NULL || !gtk_widget_get_sensitive (self->check) || charter_item_view_get_feedback (self->view))
    return;
  charter_item_view_set_locked (self->view, TRUE);
  charter_study_answer_async (self->study, self->session, NULL, on_answered, g_object_ref (self));
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

static void
update_narrow (CharterCheckCard *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (self->view != NULL)
    charter_item_view_set_narrow (self->view, window == NULL || charter_window_get_narrow (window));
}

static void
show_words (CharterCheckCard *self, const CharterItem *item)
{
  charter_blocks_view_set_blocks (CHARTER_BLOCKS_VIEW (self->stem), self->pack, item->stem);
  charter_blocks_view_set_blocks (CHARTER_BLOCKS_VIEW (self->rationale), self->pack, item->rationale);
}

static void
show_view (CharterCheckCard *self)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (self->place)) != NULL)
    gtk_box_remove (GTK_BOX (self->place), old);
  self->view = charter_item_view_new (charter_session_get_path (self->session), 0);
  if (self->item->drill != NULL) /* its words are others each time */
    show_words (self, charter_session_get_current (self->session)->item);
  gtk_box_append (GTK_BOX (self->place), GTK_WIDGET (self->view));
  update_narrow (self);
  g_signal_connect_swapped (self->view, "response-changed", G_CALLBACK (response_changed), self);
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (answer), self);
}

/* A session of this one item, which belongs to no scenario, so that a scenario's score stays its own. It begins with
 * its first answer: what is only looked at leaves no trace. */
static void
ask (CharterCheckCard *self)
{
  const char *items[] = { self->item->id, NULL };
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->session);
  self->session
    = charter_study_begin (self->study, self->pack, NULL, items, charter_quiz_draw_seed (), CHARTER_MOOD_STUDY, &error);
  if (self->session == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      g_warning ("%s can't be asked: %s", self->item->id, error->message);
      return;
    }
  show_view (self);
  gtk_widget_set_visible (self->verdict, FALSE);
  gtk_widget_set_visible (self->rationale, FALSE);
  gtk_widget_set_visible (self->again, FALSE);
  gtk_widget_set_visible (self->check, TRUE);
  update_check (self);
}

/* What is placed rightly stays where it is; only the misses come back. */
static CharterResponse *
keep_what_was_right (CharterCheckCard *self)
{
  CharterResponse *given = charter_item_view_get_response (self->view);
  CharterResponse *kept = charter_response_new_empty (charter_response_get_shape (given));

  if (charter_response_get_shape (given) != CHARTER_RESPONSE_PAIRS)
    return kept;
  for (guint i = 0; i < charter_response_get_n (given); i++)
    {
      CharterPairing pairing = charter_response_get (given, i);
      CharterResponse *more;

      if (charter_scoring_mark (self->item, given, pairing.source) != CHARTER_MARK_RIGHT)
        continue;
      more = charter_response_with_pair (kept, pairing.source, pairing.target, FALSE);
      charter_response_unref (kept);
      kept = more;
    }
  return kept;
}

static void
ask_again (CharterCheckCard *self)
{
  g_autoptr (CharterResponse) kept = keep_what_was_right (self);

  ask (self);
  if (self->session == NULL)
    return;
  charter_item_view_set_response (self->view, kept);
  response_changed (self);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* The study is the window's, so that nothing is asked before the card is in one. Elsewhere nothing is kept. */
static void
charter_check_card_map (GtkWidget *widget)
{
  CharterCheckCard *self = CHARTER_CHECK_CARD (widget);
  CharterWindow *window = charter_window_of (widget);

  if (self->study == NULL && window != NULL)
    {
      g_set_object (&self->study, charter_window_get_study (window, self->pack));
      g_signal_connect_object (window, "notify::narrow", G_CALLBACK (update_narrow), self, G_CONNECT_SWAPPED);
    }
  else if (self->study == NULL)
    self->study = charter_study_new (NULL, charter_clock_system ());
  if (self->session == NULL && self->study != NULL)
    ask (self);
  GTK_WIDGET_CLASS (charter_check_card_parent_class)->map (widget);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_check_card_dispose (GObject *object)
{
  CharterCheckCard *self = CHARTER_CHECK_CARD (object);

  self->view = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->study);
  g_clear_pointer (&self->pack, charter_pack_unref);

  G_OBJECT_CLASS (charter_check_card_parent_class)->dispose (object);
}

static void
charter_check_card_class_init (CharterCheckCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_check_card_dispose;
  widget_class->map = charter_check_card_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/learn/charter-check-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, content);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, kind);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, stem);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, place);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, verdict_words);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, rationale);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, check);
  gtk_widget_class_bind_template_child (widget_class, CharterCheckCard, again);
  gtk_widget_class_bind_template_callback (widget_class, answer);
  gtk_widget_class_bind_template_callback (widget_class, ask_again);
}

static void
charter_check_card_init (CharterCheckCard *self)
{
  g_type_ensure (CHARTER_TYPE_BLOCKS_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_check_card_new (CharterPack *pack, const CharterItem *item)
{
  CharterCheckCard *self = g_object_new (CHARTER_TYPE_CHECK_CARD, NULL);

  self->pack = charter_pack_ref (pack);
  self->item = item;
  if (item->kind == CHARTER_ITEM_CLASSIFY || item->kind == CHARTER_ITEM_MATCH)
    gtk_button_set_label (GTK_BUTTON (self->again), _ ("Try the Missed Ones Again"));
  gtk_widget_set_visible (self->kind, item->stem.n_blocks > 0);
  gtk_widget_set_visible (self->stem, item->stem.n_blocks > 0);
  show_words (self, item);
  return GTK_WIDGET (self);
}
