/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* A session as people know it, from what the history has of it. */

/* The title of its scenario, bank, case or exam; of what is of many, what it is. group: as the history has it, or NULL.
 * Returns: (transfer none) the pack's or a word */
const char *charter_session_words_get_title (const CharterPack *pack, const char *group);

/* A date and time by the learner's clock. wall: microseconds since 1970. Returns: (transfer full) */
char *charter_session_words_dup_when (gint64 wall);

G_END_DECLS
