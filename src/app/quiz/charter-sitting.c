/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-sitting.h"

#include <glib/gi18n.h>

#include "charter-break-sheet.h"
#include "charter-exam-line.h"
#include "charter-exam-show.h"
#include "charter-exam-warning.h"
#include "charter-review-sheet.h"
#include "charter-time-left.h"

#define GOAL_END G_MAXUINT           /* to hand in */
#define GOAL_SECTION (G_MAXUINT - 1) /* to close the section */

struct _CharterSitting {
  CharterLead parent_instance;

  /* owned */
  GSimpleActionGroup *actions;

  guint goal; /* where one is going to, or was when it failed: a position, the number of steps for the list, the end of
               * the section or of all */
  guint section; /* where one was on setting out */
  gboolean leaving;
  gboolean reviewing;
};

G_DEFINE_FINAL_TYPE (CharterSitting, charter_sitting, CHARTER_TYPE_LEAD)

static CharterSession *
get_session (CharterSitting *self)
{
  return charter_lead_get_session (CHARTER_LEAD (self));
}

static CharterStudy *
get_study (CharterSitting *self)
{
  return charter_lead_get_study (CHARTER_LEAD (self));
}

enum { WARNING, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- from question to question ---- */

static guint
get_list_goal (CharterSitting *self)
{
  return charter_session_get_n_steps (get_session (self));
}

/* At what the session has now: a question, or a break. */
static void
arrive_here (CharterSitting *self)
{
  self->reviewing = FALSE;
  g_signal_emit_by_name (self, "arrived");
}

static void
arrive (CharterSitting *self)
{
  if (self->goal == GOAL_END)
    {
      charter_study_hand_in (get_study (self), get_session (self));
      g_signal_emit_by_name (self, "over");
      return;
    }
  self->reviewing = self->goal == get_list_goal (self);
  if (!self->reviewing)
    charter_session_go_to (get_session (self), self->goal);
  charter_study_keep_place (get_study (self), get_session (self));
  g_signal_emit_by_name (self, "arrived");
}

/* When the time is up, what could not be saved can't be waited for. */
static gboolean
is_time_up (CharterSitting *self)
{
  return self->goal == GOAL_END && charter_session_get_time_left (get_session (self)) == 0;
}

static void retry (CharterLead *lead);

static void
on_secured (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterSitting) self = data;
  g_autoptr (GError) error = NULL;
  gboolean safe = charter_study_secure_finish (CHARTER_STUDY (study), result, &error);

  self->leaving = FALSE;
  if (safe || is_time_up (self))
    {
      arrive (self);
      return;
    }
  g_signal_emit_by_name (self, "done");
  charter_lead_fail (CHARTER_LEAD (self), error, retry);
}

/* The last section is handed in by closing it. One that is closed stays so, even where that could not be written: it is
 * with what comes next. */
static void
on_section_closed (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterSitting) self = data;
  g_autoptr (GError) error = NULL;
  gboolean safe = charter_study_close_section_finish (CHARTER_STUDY (study), result, &error);

  self->leaving = FALSE;
  if (charter_session_is_closed (get_session (self)))
    g_signal_emit_by_name (self, "over");
  else if (is_time_up (self))
    arrive (self);
  else if (charter_session_get_section (get_session (self)) != self->section)
    arrive_here (self);
  else
    g_signal_emit_by_name (self, "done");
  if (!safe && !charter_session_is_closed (get_session (self)) && !is_time_up (self))
    charter_lead_fail (CHARTER_LEAD (self), error, retry);
}

static void
set_out (CharterSitting *self, guint goal)
{
  self->goal = goal;
  self->leaving = TRUE;
  self->section = charter_session_get_section (get_session (self));
  if (goal == GOAL_SECTION)
    charter_study_close_section_async (get_study (self), get_session (self), NULL, on_section_closed,
                                       g_object_ref (self));
  else
    charter_study_secure_async (get_study (self), get_session (self), NULL, on_secured, g_object_ref (self));
  g_signal_emit_by_name (self, "waiting");
}

/* Nowhere during a break. */
static gboolean
can_leave (CharterSitting *self)
{
  return !self->leaving && !charter_session_is_in_break (get_session (self));
}

/* What can't be gone to is in another section: the list of this one is where it ends. */
static gboolean
go_to (CharterLead *lead, guint position)
{
  CharterSitting *self = CHARTER_SITTING (lead);

  if (can_leave (self))
    set_out (self, charter_session_can_go_to (get_session (self), position) ? position : get_list_goal (self));
  return TRUE;
}

/* What comes after the last question of a section is the list. */
static void
go_on (CharterLead *lead)
{
  go_to (lead, charter_session_get_position (charter_lead_get_session (lead)) + 1);
}

/* Time may run out while one is on the way to somewhere else. */
void
charter_sitting_hand_in (CharterSitting *self)
{
  if (self->leaving)
    self->goal = GOAL_END;
  else
    set_out (self, GOAL_END);
}

/* A section that is closed is not closed again: what failed was to write it. */
static void
retry (CharterLead *lead)
{
  CharterSitting *self = CHARTER_SITTING (lead);

  if (self->leaving)
    return;
  if (self->goal == GOAL_SECTION && charter_session_get_section (get_session (self)) != self->section)
    {
      charter_study_keep_place (get_study (self), get_session (self));
      g_signal_emit_by_name (self, "done");
    }
  else
    set_out (self, self->goal);
}

/* Nothing is chosen at the list, so it is left at once. */
static void
review_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterSitting *self = data;

  if (!self->reviewing)
    go_to (CHARTER_LEAD (self), get_list_goal (self));
  else if (!self->leaving)
    arrive_here (self);
}

static void
show_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to (data, g_variant_get_uint32 (parameter));
}

static void
end_section_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (can_leave (data))
    set_out (data, GOAL_SECTION);
}

static void
end_break_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterSitting *self = data;

  if (self->leaving || !charter_session_is_in_break (get_session (self)))
    return;
  charter_session_end_break (get_session (self));
  charter_study_keep_place (get_study (self), get_session (self));
  arrive_here (self);
}

static void
hand_in_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_sitting_hand_in (data);
}

/* ---- the object ---- */

static void
charter_sitting_finalize (GObject *object)
{
  CharterSitting *self = CHARTER_SITTING (object);

  g_clear_object (&self->actions);
  G_OBJECT_CLASS (charter_sitting_parent_class)->finalize (object);
}

static GActionGroup *
get_actions (CharterLead *lead)
{
  return G_ACTION_GROUP (CHARTER_SITTING (lead)->actions);
}

static GtkWidget *
create_tools (CharterLead *lead)
{
  return charter_time_left_new (CHARTER_SITTING (lead));
}

static GtkWidget *
create_line (CharterLead *lead)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), charter_exam_line_new (charter_lead_get_session (lead)));
  gtk_box_append (GTK_BOX (box), charter_exam_warning_new (CHARTER_SITTING (lead)));
  return box;
}

static const char *
get_sheet_title (CharterLead *lead)
{
  if (charter_session_is_in_break (charter_lead_get_session (lead)))
    return _ ("Break");
  return CHARTER_SITTING (lead)->reviewing ? _ ("Review") : NULL;
}

static GtkWidget *
create_sheet (CharterLead *lead)
{
  if (charter_session_is_in_break (charter_lead_get_session (lead)))
    return charter_break_sheet_new (charter_lead_get_session (lead));
  return CHARTER_SITTING (lead)->reviewing ? charter_review_sheet_new (charter_lead_get_session (lead)) : NULL;
}

/* At the last question comes the list, not the score. */
static gboolean
is_ending (CharterLead *lead)
{
  return FALSE;
}

static void
charter_sitting_class_init (CharterSittingClass *klass)
{
  CharterLeadClass *lead = CHARTER_LEAD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_sitting_finalize;
  lead->actions_name = "exam";
  lead->get_actions = get_actions;
  lead->create_tools = create_tools;
  lead->create_line = create_line;
  lead->get_sheet_title = get_sheet_title;
  lead->create_sheet = create_sheet;
  lead->go_to = go_to;
  lead->go_on = go_on;
  lead->is_ending = is_ending;
  signals[WARNING] = g_signal_new ("warning", CHARTER_TYPE_SITTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_UINT);
}

static const GActionEntry actions[] = {
  { "review", review_action, NULL, NULL, NULL },           { "show", show_action, "u", NULL, NULL },
  { "end-section", end_section_action, NULL, NULL, NULL }, { "end-break", end_break_action, NULL, NULL, NULL },
  { "hand-in", hand_in_action, NULL, NULL, NULL },
};

static void
add_show_action (CharterSitting *self, const char *name, CharterSettingsKey key)
{
  g_autoptr (GAction) action = charter_exam_show_create_action (name, key);

  g_action_map_add_action (G_ACTION_MAP (self->actions), action);
}

static void
charter_sitting_init (CharterSitting *self)
{
  self->actions = g_simple_action_group_new ();
  add_show_action (self, "show-time", CHARTER_SETTINGS_SHOW_TIME);
  add_show_action (self, "show-pace", CHARTER_SETTINGS_SHOW_PACE);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
}

CharterSitting *
charter_sitting_new (CharterStudy *study, CharterSession *session)
{
  return CHARTER_SITTING (charter_lead_new_of_type (CHARTER_TYPE_SITTING, study, session));
}

gint64
charter_sitting_get_time_left (CharterSitting *self)
{
  return charter_session_get_time_left (get_session (self));
}

void
charter_sitting_keep_time (CharterSitting *self)
{
  charter_study_keep_place (get_study (self), get_session (self));
}

void
charter_sitting_warn (CharterSitting *self, guint minutes)
{
  g_signal_emit (self, signals[WARNING], 0, minutes);
}
