/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When to remind of what is due, whether there is a reason to, and in which words. Pure functions: what is known is
 * handed in.
 *
 * A day is one of the calendar where the learner is, and has one reminder at most, from its hour to midnight: whoever
 * begins later that day is reminded then. What counts is what the clock on the wall shows, so an hour that does not
 * come (summer time) has come with the next one, and one that comes twice is the same one. */

/* now: local time. Returns: the day, numbered from the 1st of January 1970 */
int charter_reminder_get_day (GDateTime *now);

/* Whether it is time to see if there is a reason to remind. minute: after midnight. last: the day that was done with,
 * 0 for none. Where the clock was set back over midnight, the day before is done with too; further on, the clock that
 * told last was wrong. */
gboolean charter_reminder_is_time (GDateTime *now, int minute, int last);

/* How long to wait before asking that again. Not until the time itself: meanwhile the machine may sleep and the clock
 * be set. Returns: seconds, 1 to CHARTER_REMINDER_WAIT */
guint charter_reminder_get_wait (GDateTime *now, int minute, int last);
#define CHARTER_REMINDER_WAIT 60

/* What is known of the day. */
typedef struct {
  guint n_due, n_fading; /* questions due, and those of them likely forgotten by tomorrow */
  guint n_answered;      /* today */
  int days;              /* until the exam; below 0 where none is set, or it has passed */
  guint n_seen, n_items; /* questions met, and all there are to meet */
  double pace;           /* seconds a question */
} CharterReminder;

/* How many new questions the exam asks for today: each shall have been met once when it comes. */
guint charter_reminder_count_new (const CharterReminder *self);
/* Whether there is something to do, and more than was done already: who has answered as many questions today as are
 * left needs no reminder. */
gboolean charter_reminder_has_reason (const CharterReminder *self);

/* What to do: “12 questions are due”. Returns: (transfer full) */
char *charter_reminder_dup_title (const CharterReminder *self);
/* Why, until when, and how long it takes, in sentences. Returns: (transfer full) */
char *charter_reminder_dup_body (const CharterReminder *self);

G_END_DECLS
