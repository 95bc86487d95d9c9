/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-application.h"

G_BEGIN_DECLS

/* What is set for this computer alone: reminders, and how large text is. It emits "told" (AdwToast) when there is
 * something to say. */
#define CHARTER_TYPE_COMPUTER_GROUP (charter_computer_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterComputerGroup, charter_computer_group, CHARTER, COMPUTER_GROUP, AdwPreferencesGroup)

/* app: borrowed; it outlives the group. */
void charter_computer_group_show (CharterComputerGroup *self, CharterApplication *app);

G_END_DECLS
