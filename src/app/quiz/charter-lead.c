/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lead.h"

#include "charter-report-page.h"
#include "charter-review-lead.h"
#include "charter-sitting.h"

typedef struct {
  /* owned */
  CharterStudy *study;
  CharterSession *session;

  void (*again) (CharterLead *self); /* what tries once more what failed last; NULL where nothing has */
} CharterLeadPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CharterLead, charter_lead, G_TYPE_OBJECT)

#define PRIVATE(self) ((CharterLeadPrivate *)charter_lead_get_instance_private (self))

/* ---- answering ---- */

static void
tell_answered (CharterLead *self, const GError *error, void (*again) (CharterLead *self))
{
  g_signal_emit_by_name (self, "answered");
  if (error != NULL)
    charter_lead_fail (self, error, again);
}

static void
on_answered (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterLead) self = data;
  g_autoptr (GError) error = NULL;

  charter_study_answer_finish (CHARTER_STUDY (study), result, &error);
  tell_answered (self, error, charter_lead_answer);
}

static void
on_taken_back (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterLead) self = data;
  g_autoptr (GError) error = NULL;

  charter_study_take_back_finish (CHARTER_STUDY (study), result, &error);
  tell_answered (self, error, charter_lead_take_back);
}

static CharterStand
get_stand (CharterSession *session)
{
  return charter_session_get_stand (session, charter_session_get_position (session));
}

static gboolean
can_answer (CharterSession *session)
{
  CharterStand stand = get_stand (session);

  return stand != CHARTER_STAND_LOCKED && stand != CHARTER_STAND_ANSWERED
         && charter_response_is_complete (charter_session_get_response (session,
                                                                        charter_session_get_position (session)),
                                          charter_session_get_current (session)->item);
}

void
charter_lead_answer (CharterLead *self)
{
  CharterLeadPrivate *priv = PRIVATE (self);

  if (!can_answer (priv->session))
    return;
  charter_study_answer_async (priv->study, priv->session, NULL, on_answered, g_object_ref (self));
  g_signal_emit_by_name (self, "waiting");
}

void
charter_lead_take_back (CharterLead *self)
{
  CharterLeadPrivate *priv = PRIVATE (self);

  if (get_stand (priv->session) == CHARTER_STAND_ANSWERED)
    charter_study_take_back_async (priv->study, priv->session, NULL, on_taken_back, g_object_ref (self));
}

/* ---- practice ---- */

static void
go_on (CharterLead *self)
{
  CharterLeadPrivate *priv = PRIVATE (self);

  if (charter_session_next (priv->session))
    {
      charter_study_keep_place (priv->study, priv->session);
      g_signal_emit_by_name (self, "arrived");
      return;
    }
  charter_study_end (priv->study, priv->session);
  g_signal_emit_by_name (self, "over");
}

static gboolean
is_ending (CharterLead *self)
{
  CharterSession *session = PRIVATE (self)->session;

  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    if (charter_session_get_stand (session, i) != CHARTER_STAND_ANSWERED)
      return FALSE;
  return TRUE;
}

static GtkWidget *
create_end (CharterLead *self)
{
  return charter_report_page_new (PRIVATE (self)->study, PRIVATE (self)->session);
}

/* ---- what a page asks ---- */

void
charter_lead_insert_actions (CharterLead *self, GtkWidget *page)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  if (klass->actions_name != NULL)
    gtk_widget_insert_action_group (page, klass->actions_name, klass->get_actions (self));
}

GtkWidget *
charter_lead_create_tools (CharterLead *self)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->create_tools != NULL ? klass->create_tools (self) : NULL;
}

GtkWidget *
charter_lead_create_line (CharterLead *self)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->create_line != NULL ? klass->create_line (self) : NULL;
}

const char *
charter_lead_get_sheet_title (CharterLead *self)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->get_sheet_title != NULL ? klass->get_sheet_title (self) : NULL;
}

GtkWidget *
charter_lead_create_sheet (CharterLead *self)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->create_sheet != NULL ? klass->create_sheet (self) : NULL;
}

GtkWidget *
charter_lead_get_notes (CharterLead *self)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->get_notes != NULL ? klass->get_notes (self) : NULL;
}

GtkWidget *
charter_lead_get_bar (CharterLead *self)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->get_bar != NULL ? klass->get_bar (self) : NULL;
}

GtkWidget *
charter_lead_create_end (CharterLead *self)
{
  return CHARTER_LEAD_GET_CLASS (self)->create_end (self);
}

void
charter_lead_look (CharterLead *self, guint position)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  if (klass->look != NULL)
    klass->look (self, position);
}

gboolean
charter_lead_go_to (CharterLead *self, guint position)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->go_to != NULL && klass->go_to (self, position);
}

void
charter_lead_go_on (CharterLead *self)
{
  CHARTER_LEAD_GET_CLASS (self)->go_on (self);
}

void
charter_lead_retry (CharterLead *self)
{
  if (PRIVATE (self)->again != NULL)
    PRIVATE (self)->again (self);
}

gboolean
charter_lead_press (CharterLead *self, guint number)
{
  CharterLeadClass *klass = CHARTER_LEAD_GET_CLASS (self);

  return klass->press != NULL && klass->press (self, number);
}

gboolean
charter_lead_is_ending (CharterLead *self)
{
  return CHARTER_LEAD_GET_CLASS (self)->is_ending (self);
}

/* ---- the object ---- */

static void
charter_lead_finalize (GObject *object)
{
  CharterLeadPrivate *priv = PRIVATE (CHARTER_LEAD (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->study);
  G_OBJECT_CLASS (charter_lead_parent_class)->finalize (object);
}

static void
add_signal (const char *name, GType type)
{
  g_signal_new (name, CHARTER_TYPE_LEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                type != G_TYPE_NONE ? 1 : 0, type);
}

static void
charter_lead_class_init (CharterLeadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_lead_finalize;
  klass->go_on = go_on;
  klass->is_ending = is_ending;
  klass->create_end = create_end;

  add_signal ("waiting", G_TYPE_NONE);
  add_signal ("answered", G_TYPE_NONE);
  add_signal ("done", G_TYPE_NONE);
  add_signal ("arrived", G_TYPE_NONE);
  add_signal ("over", G_TYPE_NONE);
  add_signal ("failed", G_TYPE_ERROR);
}

static void
charter_lead_init (CharterLead *self)
{
}

CharterLead *
charter_lead_new_of_type (GType type, CharterStudy *study, CharterSession *session)
{
  CharterLead *self = g_object_new (type, NULL);

  PRIVATE (self)->study = g_object_ref (study);
  PRIVATE (self)->session = g_object_ref (session);
  return self;
}

CharterLead *
charter_lead_new (CharterStudy *study, CharterSession *session)
{
  if (charter_session_get_mood (session) == CHARTER_MOOD_EXAM)
    return CHARTER_LEAD (charter_sitting_new (study, session));
  if (charter_study_is_review (session))
    return CHARTER_LEAD (charter_review_lead_new (study, session));
  return charter_lead_new_of_type (CHARTER_TYPE_LEAD, study, session);
}

CharterStudy *
charter_lead_get_study (CharterLead *self)
{
  return PRIVATE (self)->study;
}

CharterSession *
charter_lead_get_session (CharterLead *self)
{
  return PRIVATE (self)->session;
}

void
charter_lead_set_session (CharterLead *self, CharterSession *session)
{
  g_set_object (&PRIVATE (self)->session, session);
}

void
charter_lead_fail (CharterLead *self, const GError *error, void (*again) (CharterLead *self))
{
  PRIVATE (self)->again = again;
  g_signal_emit_by_name (self, "failed", error);
}
