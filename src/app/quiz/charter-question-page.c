/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question-page.h"

#include <glib/gi18n.h>

#include "charter-banner.h"
#include "charter-desk.h"
#include "charter-formulae-view.h"
#include "charter-host.h"
#include "charter-key.h"
#include "charter-lead.h"
#include "charter-look.h"
#include "charter-question-footer.h"
#include "charter-question-header.h"
#include "charter-question-keys.h"
#include "charter-question-marker.h"
#include "charter-question-view.h"
#include "charter-review-lead.h"
#include "charter-sides.h"
#include "charter-sure-row.h"
#include "charter-widget.h"
#include "charter-window.h"

struct _CharterQuestionPage {
  AdwBin parent_instance;

  /* template widgets */
  CharterQuestionHeader *header;
  AdwBin *line_place;
  CharterBanner *banner;
  GtkProgressBar *progress;
  GtkStack *stack;
  AdwBin *sheet_place;
  AdwBin *formulae_place;
  CharterSides *sides;
  CharterQuestionView *view;
  CharterDesk *desk;
  CharterSureRow *sure;
  AdwBin *grade_place;
  CharterQuestionFooter *footer;

  /* owned */
  CharterStudy *study;
  CharterLead *lead;
  CharterQuestionMarker *marker;
  CharterLook look; /* its session */

  GtkRoot *root;     /* borrowed while rooted */
  CharterHost *host; /* the same */
};

G_DEFINE_FINAL_TYPE (CharterQuestionPage, charter_question_page, ADW_TYPE_BIN)

/* ---- where things stand ---- */

/* Something else stands in the place of the question, as an exam's list of all. */
static gboolean
is_at_sheet (CharterQuestionPage *self)
{
  return charter_lead_get_sheet_title (self->lead) != NULL;
}

/* What the exam lets one look at stands there, for as long as one looks. */
static gboolean
is_at_formulae (CharterQuestionPage *self)
{
  return charter_desk_get_sheet_title (self->desk) != NULL;
}

/* ---- showing the question ---- */

/* Asked for as long as it can be said. */
static void
show_sure (CharterQuestionPage *self)
{
  charter_sure_row_show (self->sure, self->look.session, self->look.position,
                         !charter_look_is_answered (&self->look) && !charter_look_is_back (&self->look));
}

static void
show_actions (CharterQuestionPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean answered = charter_look_is_answered (&self->look);
  gboolean open = !answered && charter_look_get_stand (&self->look) != CHARTER_STAND_LOCKED;
  gboolean complete = charter_response_is_complete (charter_question_view_get_response (self->view),
                                                    charter_look_get_item (&self->look));

  gtk_widget_action_set_enabled (widget, "question.go-on",
                                 answered || (open && (complete || charter_look_is_exam (&self->look))));
  gtk_widget_action_set_enabled (widget, "question.skip", open && !charter_look_is_exam (&self->look));
  gtk_widget_action_set_enabled (widget, "question.highlight", open && !charter_look_is_back (&self->look));
  gtk_widget_action_set_enabled (widget, "question.hint", open && charter_look_has_hint (&self->look));
  gtk_widget_action_set_enabled (widget, "question.take-back", answered && !charter_look_is_back (&self->look));
}

static void
show_header (CharterQuestionPage *self)
{
  const char *formulae = charter_desk_get_sheet_title (self->desk);
  const char *sheet = formulae != NULL ? formulae : charter_lead_get_sheet_title (self->lead);
  gboolean back = sheet == NULL && charter_look_find (&self->look, -1) >= 0;
  gboolean forward = sheet == NULL && charter_look_find (&self->look, 1) >= 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.look-back", back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "question.look-forward", forward);
  charter_question_header_show (self->header, &self->look, sheet, back || forward);
}

static void
show_progress (CharterQuestionPage *self)
{
  guint position = charter_session_get_position (self->look.session);

  gtk_progress_bar_set_fraction (self->progress, (position + 1.0) / charter_session_get_n_steps (self->look.session));
}

/* What may change while a question stands there. */
static void
show_state (CharterQuestionPage *self)
{
  charter_question_view_show (self->view);
  show_actions (self);
  show_header (self);
  show_progress (self);
  show_sure (self);
  charter_desk_show (self->desk, &self->look, !is_at_sheet (self));
  charter_question_footer_show (self->footer, self->lead, &self->look);
  charter_lead_look (self->lead, self->look.position);
}

static void
on_response_changed (CharterQuestionPage *self)
{
  if (charter_look_is_back (&self->look))
    return;
  charter_session_set_response (self->look.session, charter_question_view_get_response (self->view));
  charter_question_view_show_struck (self->view);
  charter_study_keep_place (self->study, self->look.session);
  show_actions (self);
}

static void
on_marked (CharterQuestionPage *self)
{
  charter_study_keep_place (self->study, self->look.session);
}

static void
on_told (CharterQuestionPage *self, const char *words)
{
  charter_question_view_tell (self->view, words);
}

static void
on_marker_left (CharterQuestionPage *self)
{
  charter_question_view_focus (self->view);
}

static void
on_insert (CharterQuestionPage *self, const char *words)
{
  charter_question_view_type (self->view, words);
}

static void
go_on (CharterQuestionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "question.go-on", NULL);
}

static void
show_question (CharterQuestionPage *self)
{
  charter_question_view_set_look (self->view, &self->look);
  charter_sides_show (self->sides, &self->look);
  charter_question_marker_set_look (self->marker, charter_sides_get_situation (self->sides),
                                    charter_question_view_get_stem (self->view), &self->look);
  charter_banner_set_revealed (self->banner, FALSE);
  show_state (self);
}

/* The clock runs for a question that is being answered, and stands still while the window is not in use or another page
 * lies on top. A break goes on where the window is only not in use: that is what breaks are for. */
static void
run_clock (CharterQuestionPage *self)
{
  gboolean active = !GTK_IS_WINDOW (self->root) || gtk_window_is_active (GTK_WINDOW (self->root))
                    || charter_session_get_break_left (self->look.session) > 0;

  charter_session_set_paused (self->look.session, !active || charter_look_is_back (&self->look)
                                                    || !gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
show_step (CharterQuestionPage *self, guint position)
{
  self->look.position = position;
  show_question (self);
  run_clock (self);
}

/* To what is most useful next: the answer to give, or the way on. */
static gboolean
focus_best (CharterQuestionPage *self)
{
  if (is_at_sheet (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->sheet_place), GTK_DIR_TAB_FORWARD);
  return charter_look_is_answered (&self->look) ? charter_question_footer_focus (self->footer)
                                                : charter_question_view_focus (self->view);
}

static void
come_back (CharterQuestionPage *self)
{
  show_step (self, charter_session_get_position (self->look.session));
  focus_best (self);
}

/* ---- being led ---- */

/* All questions of an exam have the place of one. */
static void
show_sheet (CharterQuestionPage *self)
{
  GtkWidget *sheet;

  charter_desk_close_sheet (self->desk);
  adw_bin_set_child (self->formulae_place, NULL);
  sheet = charter_lead_create_sheet (self->lead);
  adw_bin_set_child (self->sheet_place, sheet);
  gtk_stack_set_visible_child_name (self->stack, sheet != NULL ? "sheet" : "question");
}

static void
on_formulae (CharterQuestionPage *self)
{
  gboolean open = is_at_formulae (self);

  adw_bin_set_child (self->formulae_place, open ? charter_desk_create_sheet (self->desk) : NULL);
  gtk_stack_set_visible_child_name (self->stack, open ? "formulae" : is_at_sheet (self) ? "sheet" : "question");
  show_state (self);
  if (open)
    charter_formulae_view_focus (CHARTER_FORMULAE_VIEW (adw_bin_get_child (self->formulae_place)));
  else
    focus_best (self);
}

/* A review may have gone on to another session. */
static gboolean
take_session (CharterQuestionPage *self)
{
  return g_set_object (&self->look.session, charter_lead_get_session (self->lead));
}

static void
on_arrived (CharterQuestionPage *self)
{
  gboolean moved = take_session (self) || charter_look_is_back (&self->look);

  charter_banner_set_revealed (self->banner, FALSE);
  show_sheet (self);
  if (moved)
    show_step (self, charter_session_get_position (self->look.session));
  else
    show_state (self);
  focus_best (self);
}

static void
on_done (CharterQuestionPage *self)
{
  charter_banner_set_revealed (self->banner, FALSE);
  show_state (self);
}

static void
on_answered (CharterQuestionPage *self)
{
  charter_banner_set_revealed (self->banner, FALSE);
  show_state (self);
  focus_best (self);
}

static void
on_failed (CharterQuestionPage *self, const GError *error)
{
  if (charter_look_is_back (&self->look))
    come_back (self);
  charter_banner_tell_failure (self->banner, error);
}

static void
on_retry (CharterQuestionPage *self)
{
  charter_banner_set_revealed (self->banner, FALSE);
  charter_lead_retry (self->lead);
}

static void
on_over (CharterQuestionPage *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL)
    charter_window_replace (window, charter_lead_create_end (self->lead));
}

static void
follow (CharterQuestionPage *self)
{
  self->lead = charter_lead_new (self->study, self->look.session);
  g_signal_connect_object (self->lead, "waiting", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lead, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lead, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lead, "arrived", G_CALLBACK (on_arrived), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lead, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lead, "over", G_CALLBACK (on_over), self, G_CONNECT_SWAPPED);
  charter_lead_insert_actions (self->lead, GTK_WIDGET (self));
  charter_widget_fill_place (self->line_place, charter_lead_create_line (self->lead));
  charter_widget_fill_place (self->grade_place, charter_lead_get_bar (self->lead));
  charter_question_header_follow (self->header, self->lead, GTK_WIDGET (self));
  charter_question_view_follow (self->view, self->lead, GTK_WIDGET (self));
}

/* ---- the way through ---- */

static void
look (CharterQuestionPage *self, int by)
{
  int position = charter_look_find (&self->look, by);

  if (position < 0 || charter_lead_go_to (self->lead, (guint)position))
    return;
  show_step (self, (guint)position);
  focus_best (self);
}

/* Somebody who leaves an order as it was has changed nothing, and still gives it as the answer. */
static void
check (CharterQuestionPage *self)
{
  charter_session_set_response (self->look.session, charter_question_view_get_response (self->view));
  charter_lead_answer (self->lead);
}

static void
go_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);

  switch (charter_look_get_way (&self->look))
    {
    case CHARTER_WAY_BACK:
      come_back (self);
      break;
    case CHARTER_WAY_CHECK:
      check (self);
      break;
    case CHARTER_WAY_LEAVE:
      gtk_widget_activate_action (widget, "win.back", NULL);
      break;
    case CHARTER_WAY_ON:
      charter_lead_go_on (self->lead);
      break;
    }
}

static void
look_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  look (CHARTER_QUESTION_PAGE (widget), -1);
}

static void
look_forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  look (CHARTER_QUESTION_PAGE (widget), 1);
}

/* The last one left can't be skipped to another: it stays. */
static void
skip_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);
  CharterWindow *window = charter_window_of (widget);
  guint before = charter_session_get_position (self->look.session);

  charter_session_skip (self->look.session);
  if (charter_session_get_position (self->look.session) != before)
    {
      charter_study_keep_place (self->study, self->look.session);
      come_back (self);
    }
  else if (window != NULL)
    charter_window_toast (window, _ ("This is the only question left"));
}

static void
hint_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);

  charter_session_use_hint (self->look.session);
  charter_study_keep_place (self->study, self->look.session);
  charter_question_view_show (self->view);
}

static void
highlight_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);

  if (!is_at_sheet (self) && !is_at_formulae (self))
    charter_question_marker_act (self->marker);
}

static void
on_sure_failed (CharterQuestionPage *self, const GError *error)
{
  charter_banner_tell_note (self->banner, error->message);
}

/* ---- taking back ---- */

static void
take_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);

  if (charter_look_is_answered (&self->look) && !charter_look_is_back (&self->look))
    charter_lead_take_back (self->lead);
}

/* From the formulae to the question, from the list of all questions to the one that was left for it; from there, and
 * from a break, away. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);
  gboolean at_list = is_at_sheet (self) && !charter_session_is_in_break (self->look.session);

  gtk_widget_activate_action (widget,
                              is_at_formulae (self) ? "desk.sheet"
                              : at_list             ? "exam.review"
                                                    : "win.back",
                              NULL);
}

/* ---- keys ---- */

static gboolean
on_key_pressed (CharterQuestionPage *self, guint keyval, guint code, GdkModifierType modifiers)
{
  int number = charter_key_get_number (keyval);

  if (is_at_sheet (self) || is_at_formulae (self) || !charter_key_is_free (self->root, modifiers))
    return GDK_EVENT_PROPAGATE;
  if (number >= 0 && charter_lead_press (self->lead, (guint)number))
    return GDK_EVENT_STOP;
  return charter_question_view_press (self->view, keyval, modifiers);
}

/* ---- narrow, pause and the rest of the window ---- */

static void
on_narrow (CharterQuestionPage *self)
{
  gboolean narrow = charter_host_get_narrow (self->host);

  charter_question_header_set_narrow (self->header, narrow);
  charter_sides_set_narrow (self->sides, narrow);
  charter_sure_row_set_narrow (self->sure, narrow);
  charter_question_footer_set_narrow (self->footer, narrow);
  show_header (self);
}

static void
on_is_active (CharterQuestionPage *self)
{
  run_clock (self);
  if (!gtk_window_is_active (GTK_WINDOW (self->root)))
    charter_study_keep_place (self->study, self->look.session);
}

static void
charter_question_page_root (GtkWidget *widget)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);

  GTK_WIDGET_CLASS (charter_question_page_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  self->host = charter_host_of (widget);
  if (self->host != NULL)
    {
      g_signal_connect_swapped (self->host, "notify::narrow", G_CALLBACK (on_narrow), self);
      on_narrow (self);
    }
  if (GTK_IS_WINDOW (self->root))
    g_signal_connect_swapped (self->root, "notify::is-active", G_CALLBACK (on_is_active), self);
}

static void
charter_question_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (charter_question_page_parent_class)->map (widget);
  run_clock (CHARTER_QUESTION_PAGE (widget));
}

static void
charter_question_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (charter_question_page_parent_class)->unmap (widget);
  run_clock (CHARTER_QUESTION_PAGE (widget));
}

/* Keeps the place, whichever way the page was left. */
static void
charter_question_page_unroot (GtkWidget *widget)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (widget);

  g_signal_handlers_disconnect_by_data (self->root, self);
  if (self->host != NULL)
    g_signal_handlers_disconnect_by_data (self->host, self);
  self->root = NULL;
  self->host = NULL;
  if (!charter_session_is_finished (self->look.session) || charter_look_is_exam (&self->look))
    charter_study_keep_place (self->study, self->look.session);
  else if (charter_look_is_lone (&self->look))
    charter_study_end (self->study, self->look.session);
  charter_session_set_paused (self->look.session, TRUE);
  GTK_WIDGET_CLASS (charter_question_page_parent_class)->unroot (widget);
}

/* The focus comes in at the question, not at the header bar. */
static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  focus_best (CHARTER_QUESTION_PAGE (widget));
}

static void
charter_question_page_dispose (GObject *object)
{
  g_clear_object (&CHARTER_QUESTION_PAGE (object)->marker);
  G_OBJECT_CLASS (charter_question_page_parent_class)->dispose (object);
}

static void
charter_question_page_finalize (GObject *object)
{
  CharterQuestionPage *self = CHARTER_QUESTION_PAGE (object);

  g_clear_object (&self->lead);
  g_clear_object (&self->look.session);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_question_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/charterstudy/Charter/quiz/charter-question-page.ui");
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, header);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, line_place);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, banner);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, progress);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, stack);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, sheet_place);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, formulae_place);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, sides);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, view);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, desk);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, sure);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, grade_place);
  gtk_widget_class_bind_template_child (klass, CharterQuestionPage, footer);
  gtk_widget_class_bind_template_callback (klass, go_on);
  gtk_widget_class_bind_template_callback (klass, on_formulae);
  gtk_widget_class_bind_template_callback (klass, on_insert);
  gtk_widget_class_bind_template_callback (klass, on_marked);
  gtk_widget_class_bind_template_callback (klass, on_response_changed);
  gtk_widget_class_bind_template_callback (klass, on_retry);
  gtk_widget_class_bind_template_callback (klass, on_sure_failed);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (klass, "question.go-on", NULL, go_on_action);
  gtk_widget_class_install_action (klass, "question.skip", NULL, skip_action);
  gtk_widget_class_install_action (klass, "question.hint", NULL, hint_action);
  gtk_widget_class_install_action (klass, "question.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (klass, "question.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (klass, "question.look-back", NULL, look_back_action);
  gtk_widget_class_install_action (klass, "question.look-forward", NULL, look_forward_action);
  gtk_widget_class_install_action (klass, "question.back", NULL, back_action);
}

static void
charter_question_page_class_init (CharterQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_question_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_question_page_finalize;
  widget_class->root = charter_question_page_root;
  widget_class->unroot = charter_question_page_unroot;
  widget_class->map = charter_question_page_map;
  widget_class->unmap = charter_question_page_unmap;

  g_type_ensure (CHARTER_TYPE_BANNER);
  g_type_ensure (CHARTER_TYPE_DESK);
  g_type_ensure (CHARTER_TYPE_QUESTION_FOOTER);
  g_type_ensure (CHARTER_TYPE_QUESTION_HEADER);
  g_type_ensure (CHARTER_TYPE_QUESTION_VIEW);
  g_type_ensure (CHARTER_TYPE_SIDES);
  g_type_ensure (CHARTER_TYPE_SURE_ROW);
  bind_template (widget_class);
  install_actions (widget_class);
  charter_question_keys_bind (widget_class);
}

static void
charter_question_page_init (CharterQuestionPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->marker = charter_question_marker_new (GTK_WIDGET (self));
  g_signal_connect_object (self->marker, "changed", G_CALLBACK (on_marked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker, "told", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker, "left", G_CALLBACK (on_marker_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* What could not be brought back from a session that was left is told once. */
static void
show_resume_note (CharterQuestionPage *self)
{
  g_autofree char *note = charter_study_dup_resume_note (self->study, self->look.session);

  charter_banner_tell_note (self->banner, note);
}

gboolean
charter_question_page_is_exam (CharterQuestionPage *self)
{
  return charter_look_is_exam (&self->look);
}

CharterRecall *
charter_question_page_get_recall (CharterQuestionPage *self)
{
  return CHARTER_IS_REVIEW_LEAD (self->lead) ? charter_review_lead_get_recall (CHARTER_REVIEW_LEAD (self->lead)) : NULL;
}

GtkWidget *
charter_question_page_new (CharterStudy *study, CharterSession *session)
{
  CharterQuestionPage *self = g_object_new (CHARTER_TYPE_QUESTION_PAGE, NULL);

  self->study = g_object_ref (study);
  self->look.session = g_object_ref (session);
  self->look.position = charter_session_get_position (session);
  charter_sure_row_set_study (self->sure, study);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sure", charter_sure_row_get_actions (self->sure));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "desk", charter_desk_get_actions (self->desk));
  charter_session_set_paused (session, FALSE);
  follow (self);
  show_sheet (self);
  show_question (self);
  show_resume_note (self);
  return GTK_WIDGET (self);
}
