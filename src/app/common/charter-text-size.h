/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-settings.h"

G_BEGIN_DECLS

/* Has all text in all windows as large as CHARTER_SETTINGS_TEXT_SIZE says, from now on, also where the desktop changes
 * its own size of text. settings: kept; for the default display. */
void charter_text_size_follow (CharterSettings *settings);

G_END_DECLS
