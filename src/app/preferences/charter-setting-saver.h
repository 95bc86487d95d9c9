/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* Writes what somebody sets, one setting after the other, and of each only the latest wish: an arrow that is held down
 * is one event in the history, and not fifty. What could not be written stays wished until it is.
 *
 * It emits "failed" (GError) when the disk did not take a setting, and "saved" when nothing is left to be written. */
#define CHARTER_TYPE_SETTING_SAVER (charter_setting_saver_get_type ())
G_DECLARE_FINAL_TYPE (CharterSettingSaver, charter_setting_saver, CHARTER, SETTING_SAVER, GObject)

/* Returns: (transfer full) */
CharterSettingSaver *charter_setting_saver_new (CharterStudy *study);

/* Wishes a setting to be value; it is written when there was no other wish for a moment. */
void charter_setting_saver_set (CharterSettingSaver *self, const char *name, const char *value);
/* Writes what is wished now, and what failed once more. */
void charter_setting_saver_flush (CharterSettingSaver *self);

/* What a setting is, or is wished to be. Returns: (nullable) valid until it changes */
const char *charter_setting_saver_get (CharterSettingSaver *self, const char *name);
/* The same as a number, and fallback where it is none, or none within these. */
double charter_setting_saver_get_number (
  CharterSettingSaver *self, const char *name, double least, double most, double fallback);
/* Whether all that was wished is in the history. */
gboolean charter_setting_saver_is_done (CharterSettingSaver *self);

G_END_DECLS
