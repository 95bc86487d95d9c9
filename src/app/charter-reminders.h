/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-application.h"

G_BEGIN_DECLS

/* While reminders are on, it keeps the application running without a window, looks at the clock about once a minute,
 * and at its hour at what is due; where there is a reason (charter-reminder.h) and nobody is in a window, the desktop
 * shows one notification. Its actions are app.today, app.review and app.not-today. */
#define CHARTER_TYPE_REMINDERS (charter_reminders_get_type ())
G_DECLARE_FINAL_TYPE (CharterReminders, charter_reminders, CHARTER, REMINDERS, GObject)

/* app: borrowed; it outlives this. Returns: (transfer full) */
CharterReminders *charter_reminders_new (CharterApplication *app);

/* Turns reminders on or off, and with them the start at login. error: why neither has changed, for the person. */
gboolean charter_reminders_switch (CharterSettings *settings, gboolean on, GError **error);

/* Takes the notification away, and reminds no more on this day. */
void charter_reminders_leave_today (CharterReminders *self);
/* Takes the notification away, where one is shown. */
void charter_reminders_withdraw (CharterReminders *self);

G_END_DECLS
