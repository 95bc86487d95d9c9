/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-settings.h"

G_BEGIN_DECLS

/* What of an exam is shown while it is sat, for those whom a clock makes nervous: set for this computer.
 * Returns: (transfer none) (nullable) NULL in a program that has no settings, which shows all of it */
CharterSettings *charter_exam_show_get_settings (void);

/* key: CHARTER_SETTINGS_SHOW_TIME or _PACE */
gboolean charter_exam_show_get (CharterSettingsKey key);

/* The action’s state is what is set, and the other way round. Stateful; to be added to an action map. Returns:
 * (transfer full) */
GAction *charter_exam_show_create_action (const char *name, CharterSettingsKey key);

G_END_DECLS
