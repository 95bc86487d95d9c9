/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-log.h"
#include "charter-merged.h"

G_BEGIN_DECLS

/* Logs of several devices as one set of events. What is folded depends on the set alone, not on the way or the order
 * in which its events came: the log's order is (hlc, device, seq), a delete or a reset may arrive before what it is
 * about, an undo before what it undoes. */

/* Adds stamped events in one transaction. more: a further part of the same set comes right after this one; what is
 * folded then stays as it was, and falls behind the log until the last part has come, so that a long history is folded
 * once and never held in memory as a whole. Should that part never come, because the program is killed, opening the log
 * folds what did. The last part may be empty.
 *
 * Those that are there already are left out. One that differs from an event
 * of the same device and number is refused, and so is one whose stamp makes no sense; the others are taken. Where all
 * that is new comes after all that is there, it is folded event by event; else everything is folded anew.
 *
 * The log's clock is then ahead of every event taken, so that whatever is said next comes after what was seen. What
 * becomes of a stamp from years ahead: see charter_hlc_lead.
 *
 * Events of this device that come back are events like others. Where one of them is refused, two devices write under
 * one name (a copied home folder): this one takes a new name.
 *
 * Events before an erasure, here or among the new, are emptied (charter-erase.h).
 *
 * merged: (out) (transfer full). Returns: (transfer full) (nullable) what changed; on an error nothing did. */
CharterChanges *
charter_log_merge (CharterLog *log, GPtrArray *events, gboolean more, CharterMerged **merged, GError **error);

/* What a merge would do; nothing is changed, and n_missing is not counted. Returns: (transfer full) (nullable) */
CharterMerged *charter_log_weigh (CharterLog *log, GPtrArray *events, GError **error);

G_END_DECLS
