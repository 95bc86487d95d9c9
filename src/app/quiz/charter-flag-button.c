/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-flag-button.h"

#include <glib/gi18n.h>

struct _CharterFlagButton {
  GtkToggleButton parent_instance;

  /* owned */
  CharterStudy *study;
  CharterLook look; /* its session */
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (CharterFlagButton, charter_flag_button, GTK_TYPE_TOGGLE_BUTTON)

static GSimpleAction *
get_action (CharterFlagButton *self)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "toggle"));
}

/* The button follows its action. */
static void
show_flagged (CharterFlagButton *self)
{
  gboolean flagged = charter_session_get_flagged (self->look.session, self->look.position);

  g_simple_action_set_state (get_action (self), g_variant_new_boolean (flagged));
  gtk_button_set_icon_name (GTK_BUTTON (self), flagged ? "flag-filled-symbolic" : "flag-symbolic");
}

static void
toggle_action (GSimpleAction *action, GVariant *value, gpointer data)
{
  CharterFlagButton *self = data;

  charter_session_set_flagged (self->look.session, self->look.position, g_variant_get_boolean (value));
  charter_study_keep_place (self->study, self->look.session);
  show_flagged (self);
}

GActionGroup *
charter_flag_button_get_actions (CharterFlagButton *self)
{
  return G_ACTION_GROUP (self->actions);
}

void
charter_flag_button_show (CharterFlagButton *self, CharterStudy *study, const CharterLook *look, gboolean open)
{
  g_set_object (&self->study, study);
  g_set_object (&self->look.session, look->session);
  self->look.position = look->position;
  g_simple_action_set_enabled (get_action (self), open);
  show_flagged (self);
}

static void
charter_flag_button_finalize (GObject *object)
{
  CharterFlagButton *self = CHARTER_FLAG_BUTTON (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->look.session);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_flag_button_parent_class)->finalize (object);
}

static void
charter_flag_button_class_init (CharterFlagButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_flag_button_finalize;
}

static const GActionEntry actions[] = {
  { "toggle", NULL, NULL, "false", toggle_action },
};

static void
charter_flag_button_init (CharterFlagButton *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_button_set_icon_name (GTK_BUTTON (self), "flag-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Flag for Later (Alt+F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Flag for Later"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "flag.toggle");
}
