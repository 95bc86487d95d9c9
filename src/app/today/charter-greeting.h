/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one says at that hour. hour: 0 to 23. Returns: (not nullable) translated, static */
const char *charter_greeting_for_hour (int hour);

/* The same to somebody. name: or NULL. Returns: (transfer full) (not nullable) */
char *charter_greeting_dup (int hour, const char *name);

/* A day as people say it: “Monday, 23 November”. Returns: (transfer full) (not nullable) */
char *charter_greeting_day (GDateTime *when);

G_END_DECLS
