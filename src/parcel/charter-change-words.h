/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack-change.h"

G_BEGIN_DECLS

/* All changes in one sentence, those of keys last: "3 questions have other words, 1 question is new." Who learns from
 * the pack keeps what was answered; that is for the caller to say. Returns: (transfer full) */
char *charter_change_words_dup_summary (const CharterPackChange *change);

/* What became of one unit: "another key: it comes up again". Returns: static, translated */
const char *charter_change_words_get (CharterChangeKind kind);

/* What it is called: an item's stem, another unit's title; its id where there is neither. Returns: (transfer full) */
char *charter_change_words_dup_title (const CharterPackChange *change, const CharterChange *unit);

G_END_DECLS
