/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What belongs to this computer and not to the learner's history: charter/settings.ini in the user's config folder
 * ($XDG_CONFIG_HOME). It is read once; nothing is written until something is set. A file that is none is set aside as
 * settings.ini.damaged, and a value that makes no sense is as if it were not there.
 *
 * It emits "changed" (a CharterSettingsKey, as int) when one has another value. */
#define CHARTER_TYPE_SETTINGS (charter_settings_get_type ())
G_DECLARE_FINAL_TYPE (CharterSettings, charter_settings, CHARTER, SETTINGS, GObject)

typedef enum {
  CHARTER_SETTINGS_REMIND,    /* 0 or 1: whether to remind of what is due */
  CHARTER_SETTINGS_REMIND_AT, /* the minute after midnight, 0 to 1439 */
  CHARTER_SETTINGS_REMINDED,  /* the day that needs no reminder any more, by charter_reminder_get_day; 0 for none */
  CHARTER_SETTINGS_TEXT_SIZE, /* per cent of the desktop's own, 50 to 300 */
  CHARTER_SETTINGS_SHOW_TIME, /* 0 or 1: whether an exam shows the time that is left */
  CHARTER_SETTINGS_SHOW_PACE, /* 0 or 1: and whether one is ahead of its pace */
} CharterSettingsKey;

#define CHARTER_N_SETTINGS (CHARTER_SETTINGS_SHOW_PACE + 1)

/* file: need not be there. Returns: (transfer full) */
CharterSettings *charter_settings_new (GFile *file);
CharterSettings *charter_settings_new_default (void);

int charter_settings_get (CharterSettings *self, CharterSettingsKey key);
/* The file has it when this comes back, or nothing has changed. error: what the disk says, for the person. */
gboolean charter_settings_set (CharterSettings *self, CharterSettingsKey key, int value, GError **error);

/* That a damaged file was set aside, for the person. Returns: (nullable) */
const char *charter_settings_get_notice (CharterSettings *self);

G_END_DECLS
