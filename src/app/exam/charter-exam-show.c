/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-show.h"

#include "charter-application.h"

CharterSettings *
charter_exam_show_get_settings (void)
{
  GApplication *app = g_application_get_default ();

  return CHARTER_IS_APPLICATION (app) ? charter_application_get_settings (CHARTER_APPLICATION (app)) : NULL;
}

gboolean
charter_exam_show_get (CharterSettingsKey key)
{
  CharterSettings *settings = charter_exam_show_get_settings ();

  return settings == NULL || charter_settings_get (settings, key);
}

/* Where it can’t be kept, it stays as it was. */
static void
on_change_state (GSimpleAction *action, GVariant *value, gpointer data)
{
  CharterSettings *settings = charter_exam_show_get_settings ();

  if (settings != NULL)
    charter_settings_set (settings, (CharterSettingsKey)GPOINTER_TO_INT (data), g_variant_get_boolean (value), NULL);
  g_simple_action_set_state (action, g_variant_new_boolean (
                                       charter_exam_show_get ((CharterSettingsKey)GPOINTER_TO_INT (data))));
}

GAction *
charter_exam_show_create_action (const char *name, CharterSettingsKey key)
{
  GSimpleAction *action
    = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (charter_exam_show_get (key)));

  g_signal_connect (action, "change-state", G_CALLBACK (on_change_state), GINT_TO_POINTER (key));
  return G_ACTION (action);
}
