/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-sitting.h"

#define GOAL_END G_MAXUINT /* to hand in */

struct _CharterSitting {
  GObject parent_instance;

  /* owned */
  CharterStudy *study;
  CharterSession *session;
  GSimpleActionGroup *actions;

  guint goal; /* where one is going to, or was when it failed: a position, the number of steps for the list, the end */
  gboolean leaving;
  gboolean reviewing;
};

G_DEFINE_FINAL_TYPE (CharterSitting, charter_sitting, G_TYPE_OBJECT)

enum { LEAVING, ARRIVED, FAILED, OVER, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- from question to question ---- */

static guint
get_list_goal (CharterSitting *self)
{
  return charter_session_get_n_steps (self->session);
}

static void
arrive (CharterSitting *self)
{
  if (self->goal == GOAL_END)
    {
      charter_study_hand_in (self->study, self->session);
      g_signal_emit (self, signals[OVER], 0);
      return;
    }
  self->reviewing = self->goal == get_list_goal (self);
  if (!self->reviewing)
    charter_session_go_to (self->session, self->goal);
  charter_study_keep_place (self->study, self->session);
  g_signal_emit (self, signals[ARRIVED], 0);
}

/* When the time is up, what could not be saved can't be waited for. */
static gboolean
is_time_up (CharterSitting *self)
{
  return self->goal == GOAL_END && charter_session_get_time_left (self->session) == 0;
}

static void
on_secured (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterSitting) self = data;
  g_autoptr (GError) error = NULL;
  gboolean safe = charter_study_secure_finish (CHARTER_STUDY (study), result, &error);

  self->leaving = FALSE;
  if (safe || is_time_up (self))
    arrive (self);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
set_out (CharterSitting *self, guint goal)
{
  self->goal = goal;
  self->leaving = TRUE;
  charter_study_secure_async (self->study, self->session, NULL, on_secured, g_object_ref (self));
  g_signal_emit (self, signals[LEAVING], 0);
}

void
charter_sitting_go_to (CharterSitting *self, guint position)
{
  if (!self->leaving)
    set_out (self, MIN (position, get_list_goal (self)));
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

void
charter_sitting_retry (CharterSitting *self)
{
  if (!self->leaving)
    set_out (self, self->goal);
}

/* Nothing is chosen at the list, so it is left at once. */
static void
review_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterSitting *self = data;

  if (!self->reviewing)
    charter_sitting_go_to (self, get_list_goal (self));
  else if (!self->leaving)
    {
      self->reviewing = FALSE;
      g_signal_emit (self, signals[ARRIVED], 0);
    }
}

static void
show_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_sitting_go_to (data, g_variant_get_uint32 (parameter));
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
  g_clear_object (&self->session);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_sitting_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, CHARTER_TYPE_SITTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       type != G_TYPE_NONE ? 1 : 0, type);
}

static void
charter_sitting_class_init (CharterSittingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_sitting_finalize;

  signals[LEAVING] = add_signal ("leaving", G_TYPE_NONE);
  signals[ARRIVED] = add_signal ("arrived", G_TYPE_NONE);
  signals[FAILED] = add_signal ("failed", G_TYPE_ERROR);
  signals[OVER] = add_signal ("over", G_TYPE_NONE);
}

static const GActionEntry actions[] = {
  { "review", review_action, NULL, NULL, NULL },
  { "show", show_action, "u", NULL, NULL },
  { "hand-in", hand_in_action, NULL, NULL, NULL },
};

static void
charter_sitting_init (CharterSitting *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
}

CharterSitting *
charter_sitting_new (CharterStudy *study, CharterSession *session)
{
  CharterSitting *self = g_object_new (CHARTER_TYPE_SITTING, NULL);

  self->study = g_object_ref (study);
  self->session = g_object_ref (session);
  return self;
}

GActionGroup *
charter_sitting_get_actions (CharterSitting *self)
{
  return G_ACTION_GROUP (self->actions);
}

CharterSession *
charter_sitting_get_session (CharterSitting *self)
{
  return self->session;
}

gboolean
charter_sitting_is_reviewing (CharterSitting *self)
{
  return self->reviewing;
}

void
charter_sitting_keep_time (CharterSitting *self)
{
  charter_study_keep_place (self->study, self->session);
}
