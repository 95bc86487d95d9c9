/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-sitting.h"

G_BEGIN_DECLS

/* What is left of an exam's time, in a header bar; nothing for one without a limit, and where it is not to be shown.
 * While its page is on the screen it tells when 10 minutes are left and when 1 is, keeps the time and the place safe
 * every few seconds, and hands in when none is left. */
#define CHARTER_TYPE_TIME_LEFT (charter_time_left_get_type ())
G_DECLARE_FINAL_TYPE (CharterTimeLeft, charter_time_left, CHARTER, TIME_LEFT, AdwBin)

/* sitting: kept. Returns: (transfer floating) */
GtkWidget *charter_time_left_new (CharterSitting *sitting);

G_END_DECLS
