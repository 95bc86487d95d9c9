/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-reminder.h"

#include <glib/gi18n-lib.h>

#include "charter-study-proposals.h"

#define JULIAN_1970 719163 /* g_date_get_julian() of the 1st of January 1970 */

/* ---- when ---- */

int
charter_reminder_get_day (GDateTime *now)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (int)g_date_get_julian (&date) - JULIAN_1970;
}

static gboolean
is_done_with (GDateTime *now, int last)
{
  int today = charter_reminder_get_day (now);

  return last == today || last == today + 1;
}

static int
get_seconds (GDateTime *now)
{
  return (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60 + g_date_time_get_second (now);
}

gboolean
charter_reminder_is_time (GDateTime *now, int minute, int last)
{
  return !is_done_with (now, last) && get_seconds (now) >= minute * 60;
}

guint
charter_reminder_get_wait (GDateTime *now, int minute, int last)
{
  int left = minute * 60 - get_seconds (now);

  if (is_done_with (now, last) || left <= 0)
    return CHARTER_REMINDER_WAIT;
  return (guint)MIN (left, CHARTER_REMINDER_WAIT);
}

/* ---- whether ---- */

guint
charter_reminder_count_new (const CharterReminder *self)
{
  return self->days < 0 ? 0 : charter_proposals_count_a_day (self->n_seen, self->n_items, self->days);
}

static guint
count_left (const CharterReminder *self)
{
  return self->n_due + charter_reminder_count_new (self);
}

gboolean
charter_reminder_has_reason (const CharterReminder *self)
{
  return count_left (self) > self->n_answered;
}

/* ---- in which words ---- */

char *
charter_reminder_dup_title (const CharterReminder *self)
{
  guint n_new = charter_reminder_count_new (self);

  if (self->n_due == 0)
    return g_strdup_printf (ngettext ("%'u new question for today", "%'u new questions for today", n_new), n_new);
  return g_strdup_printf (ngettext ("%'u question is due", "%'u questions are due", self->n_due), self->n_due);
}

static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
dup_fading (const CharterReminder *self)
{
  if (self->n_due == 1)
    return g_strdup (_ ("It is likely forgotten by tomorrow."));
  return g_strdup_printf (ngettext ("%'u of them is likely forgotten by tomorrow.",
                                    "%'u of them are likely forgotten by tomorrow.", self->n_fading),
                          self->n_fading);
}

/* As Today has it, where new questions are left to meet. */
static char *
dup_exam (const CharterReminder *self)
{
  CharterProposal round = { .kind = CHARTER_PROPOSAL_ROUND,
                            .n = charter_reminder_count_new (self),
                            .days = self->days,
                            .n_seen = self->n_seen,
                            .n_items = self->n_items };

  return round.n > 0 ? charter_proposal_dup_reason (&round) : charter_proposals_dup_exam (self->days);
}

static char *
dup_minutes (const CharterReminder *self)
{
  guint minutes = charter_proposals_count_minutes (count_left (self), self->pace);

  return g_strdup_printf (ngettext ("About %'u minute.", "About %'u minutes.", minutes), minutes);
}

char *
charter_reminder_dup_body (const CharterReminder *self)
{
  GString *text = g_string_new (NULL);

  if (self->n_fading > 0)
    add_sentence (text, dup_fading (self));
  if (self->days >= 0)
    add_sentence (text, dup_exam (self));
  add_sentence (text, dup_minutes (self));
  return g_string_free (text, FALSE);
}
