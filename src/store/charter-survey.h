/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-folder.h"

G_BEGIN_DECLS

/* Holds a log against what is in a folder. Nothing is remembered of what was read or written before: a segment is known
 * where the log has all its events and the stamps of its first and last; and what the log has and no segment names is
 * unsaid, whichever device it is from. So a new, another or an emptied folder gets everything.
 *
 * So that files stay few, a segment that is written takes in those of this device right before it that are no longer
 * than itself: of n events there are about log2 n files, and each event is written about as often.
 *
 * What was erased is written once more as such, in the place of the file that still has it, whoever wrote that.
 *
 * device: this one. segments: (element-type CharterSegment) in the order of device, first.
 * Returns: (transfer full) (nullable) */
CharterErrand *charter_survey (sqlite3 *db, const char *device, GPtrArray *segments, GError **error);

G_END_DECLS
