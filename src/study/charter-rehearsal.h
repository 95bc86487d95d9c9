/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which exam by rules to sit now. Pure: what is known is handed in. */

/* One that a pack has rules for. */
typedef struct {
  guint n_items; /* that it has */
  guint n_new;   /* that it could have and were never met */
  int since;     /* days since it was finished last; -1 for never */
} CharterRehearsal;

/* The longest of a pack's is its whole exam, the shortest a little one, and of those between the middle one. The first
 * line that fits decides:
 *
 *   the exam is today or tomorrow      none: rest
 *   in 2 or 3 days                     the little one, not on the day of any
 *   in 4 to 21 days                    the whole one, not within 7 days of the last whole one, nor on the day of any;
 *                                      otherwise the middle one, not within 3 days of any
 *   in 22 to 60 days                   the middle one, not within 7 days of any
 *   four of five questions were met    the middle one; the whole one where the middle one was sat; not within 14 days
 *                                      of any
 *
 * One that would have to ask more than half of its questions again tells little: a shorter one takes its place, as long
 * as there is one. These are our own rules: no examiner has any.
 *
 * days: until the exam; -1 where no day is set. met: the part of all questions that were met, 0 to 1.
 * Returns: an index, or -1 for none */
int charter_rehearsal_pick (const CharterRehearsal *rehearsals, guint n, int days, double met);

/* Since any of them was finished, in days. Returns: -1 for never */
int charter_rehearsal_get_since (const CharterRehearsal *rehearsals, guint n);

G_END_DECLS
