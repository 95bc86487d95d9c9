/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-held.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* Before an exam ends, nothing is told of what was answered in it, and none of its questions is proposed: neither right
 * nor wrong may be known before the report. What it asks is held, answered yet or not; what was known of it before
 * waits too, for what the store has folded of an item can't be told apart again. With its end all of it is there. */

/* What open exams hold. Needs no pack: the log says what they ask. but_for: (nullable) the id of a session that holds
 * nothing, for one that ends may still be open in the store. Returns: (transfer full) charter-held.h */
GHashTable *charter_study_list_held (CharterStudy *self, const char *but_for);

/* Takes the answers given in open exams out of tallies. tallies: (element-type CharterTally) by quarter. Returns:
 * (transfer full) (nullable) NULL where there are none to take out */
GArray *charter_study_hold_tallies (CharterStudy *self, const GArray *tallies);

G_END_DECLS
