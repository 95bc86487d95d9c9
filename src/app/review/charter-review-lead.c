/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-review-lead.h"

#include <glib/gi18n.h>

#include "charter-grade-bar.h"
#include "charter-look.h"
#include "charter-recall-notes.h"
#include "charter-review-end-page.h"
#include "charter-review.h"

struct _CharterReviewLead {
  CharterLead parent_instance;

  /* owned */
  CharterRecall *recall;
  GSimpleActionGroup *actions;
  CharterRecallNotes *notes;
  CharterGradeBar *bar;

  guint shown;      /* the step on the screen */
  gboolean grading; /* on the way from an answer to the next question */
};

G_DEFINE_FINAL_TYPE (CharterReviewLead, charter_review_lead, CHARTER_TYPE_LEAD)

static CharterSession *
get_session (CharterReviewLead *self)
{
  return charter_recall_get_session (self->recall);
}

/* Returns: (nullable) NULL once its page is off the window */
static CharterWindow *
find_window (CharterReviewLead *self)
{
  return charter_window_of (GTK_WIDGET (self->notes));
}

static gboolean
is_answered (CharterReviewLead *self)
{
  return charter_session_get_stand (get_session (self), self->shown) == CHARTER_STAND_ANSWERED;
}

static gboolean
is_looking_back (CharterReviewLead *self)
{
  return charter_look_is_back (&(const CharterLook){ get_session (self), self->shown });
}

/* ---- what is known ---- */

static void
enable_action (CharterReviewLead *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What the schedule says of the question, as far as it is known. */
static void
show_recall (CharterReviewLead *self)
{
  const CharterGrading *grading = charter_recall_get_grading (self->recall);
  gboolean graded = is_answered (self) && grading != NULL && grading->grade != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->bar), graded);
  charter_recall_notes_show (self->notes, grading, is_answered (self) && grading != NULL);
  if (graded)
    charter_grade_bar_show (self->bar, grading);
  enable_action (self, "grade", graded);
  enable_action (self, "leave-out", grading != NULL && !grading->suspended);
  enable_action (self, "tell-why", grading != NULL);
}

/* While an answer is made safe there is nothing to know yet. */
static void
look (CharterLead *lead, guint position)
{
  CharterReviewLead *self = CHARTER_REVIEW_LEAD (lead);

  self->shown = position;
  if (charter_session_get_stand (get_session (self), position) != CHARTER_STAND_LOCKED)
    charter_recall_look (self->recall, position);
  show_recall (self);
}

/* ---- going on ---- */

static void
finish (CharterReviewLead *self)
{
  CharterWindow *window = find_window (self);
  g_autoptr (GPtrArray) packs = window != NULL ? charter_review_list_packs (window) : g_ptr_array_new ();

  charter_recall_finish (self->recall, packs);
}

static void
move_on (CharterReviewLead *self)
{
  if (!charter_recall_next (self->recall))
    {
      finish (self);
      return;
    }
  charter_study_keep_place (charter_lead_get_study (CHARTER_LEAD (self)), get_session (self));
  g_signal_emit_by_name (self, "arrived");
}

static void
on_graded (CharterReviewLead *self)
{
  if (!self->grading)
    return;
  self->grading = FALSE;
  move_on (self);
}

/* The grade is safe before the next question comes. grade: 0 for the one that stands. */
static void
grade (CharterReviewLead *self, CharterGrade grade)
{
  self->grading = !is_looking_back (self);
  charter_recall_grade (self->recall, grade);
}

static void
go_on (CharterLead *lead)
{
  grade (CHARTER_REVIEW_LEAD (lead), 0);
}

/* The next session of the same review takes the place of the one that is over. */
static void
on_arrived (CharterReviewLead *self)
{
  self->shown = charter_session_get_position (get_session (self));
  charter_lead_set_session (CHARTER_LEAD (self), get_session (self));
  g_signal_emit_by_name (self, "arrived");
}

static void
on_over (CharterReviewLead *self)
{
  g_signal_emit_by_name (self, "over");
}

static void
retry (CharterLead *lead)
{
  charter_recall_retry (CHARTER_REVIEW_LEAD (lead)->recall);
}

static void
on_failed (CharterReviewLead *self, const GError *error)
{
  charter_lead_fail (CHARTER_LEAD (self), error, retry);
}

/* After a review comes what is due next. */
static gboolean
is_ending (CharterLead *lead)
{
  return FALSE;
}

static GtkWidget *
create_end (CharterLead *lead)
{
  return charter_review_end_page_new (charter_lead_get_study (lead), CHARTER_REVIEW_LEAD (lead)->recall);
}

/* ---- leaving out ---- */

static void
take_in_again (AdwToast *toast, CharterReviewLead *self)
{
  charter_recall_take_in_again (self->recall);
}

/* Wherever one has gone meanwhile. */
static void
toast_left_out (CharterReviewLead *self)
{
  CharterWindow *window = find_window (self);

  if (window != NULL)
    charter_window_toast_with_button (window, _ ("Left out of reviews"), _ ("Undo"), G_CALLBACK (take_in_again),
                                      g_object_ref (self), (GClosureNotify)G_CALLBACK (g_object_unref));
}

/* What is left out without an answer is gone past. */
static void
on_left_out (CharterReviewLead *self, gboolean left_out)
{
  if (left_out)
    toast_left_out (self);
  if (left_out && !is_answered (self) && !is_looking_back (self))
    move_on (self);
  else
    g_signal_emit_by_name (self, "done");
}

/* ---- keys and actions ---- */

static gboolean
press (CharterLead *lead, guint number)
{
  CharterReviewLead *self = CHARTER_REVIEW_LEAD (lead);

  if (!is_answered (self) || number >= CHARTER_N_GRADES)
    return FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "grade", g_variant_new_uint32 (number + 1));
  return TRUE;
}

static void
grade_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  grade (data, (CharterGrade)g_variant_get_uint32 (parameter));
}

static void
leave_out_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_recall_leave_out (CHARTER_REVIEW_LEAD (data)->recall);
}

static void
tell_why_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_recall_notes_tell_why (CHARTER_REVIEW_LEAD (data)->notes);
}

static const GActionEntry actions[] = {
  { "grade", grade_action, "u", NULL, NULL },
  { "leave-out", leave_out_action, NULL, NULL, NULL },
  { "tell-why", tell_why_action, NULL, NULL, NULL },
};

/* ---- the object ---- */

static GActionGroup *
get_actions (CharterLead *lead)
{
  return G_ACTION_GROUP (CHARTER_REVIEW_LEAD (lead)->actions);
}

static GtkWidget *
get_notes (CharterLead *lead)
{
  return GTK_WIDGET (CHARTER_REVIEW_LEAD (lead)->notes);
}

static GtkWidget *
get_bar (CharterLead *lead)
{
  return GTK_WIDGET (CHARTER_REVIEW_LEAD (lead)->bar);
}

static void
charter_review_lead_finalize (GObject *object)
{
  CharterReviewLead *self = CHARTER_REVIEW_LEAD (object);

  g_clear_object (&self->bar);
  g_clear_object (&self->notes);
  g_clear_object (&self->actions);
  g_clear_object (&self->recall);
  G_OBJECT_CLASS (charter_review_lead_parent_class)->finalize (object);
}

static void
charter_review_lead_class_init (CharterReviewLeadClass *klass)
{
  CharterLeadClass *lead = CHARTER_LEAD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_review_lead_finalize;
  lead->actions_name = "review";
  lead->get_actions = get_actions;
  lead->get_notes = get_notes;
  lead->get_bar = get_bar;
  lead->create_end = create_end;
  lead->look = look;
  lead->go_on = go_on;
  lead->press = press;
  lead->is_ending = is_ending;
}

static void
charter_review_lead_init (CharterReviewLead *self)
{
  self->notes = g_object_ref_sink (CHARTER_RECALL_NOTES (charter_recall_notes_new ()));
  self->bar = g_object_ref_sink (CHARTER_GRADE_BAR (charter_grade_bar_new ()));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
}

static void
connect_recall (CharterReviewLead *self)
{
  const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "changed", G_CALLBACK (show_recall) },  { "graded", G_CALLBACK (on_graded) },
    { "left-out", G_CALLBACK (on_left_out) }, { "arrived", G_CALLBACK (on_arrived) },
    { "over", G_CALLBACK (on_over) },         { "failed", G_CALLBACK (on_failed) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->recall, handlers[i].signal, handlers[i].callback, self, G_CONNECT_SWAPPED);
}

CharterReviewLead *
charter_review_lead_new (CharterStudy *study, CharterSession *session)
{
  CharterReviewLead *self = CHARTER_REVIEW_LEAD (charter_lead_new_of_type (CHARTER_TYPE_REVIEW_LEAD, study, session));

  self->recall = charter_recall_new (study, session);
  self->shown = charter_session_get_position (session);
  connect_recall (self);
  return self;
}

CharterRecall *
charter_review_lead_get_recall (CharterReviewLead *self)
{
  return self->recall;
}
