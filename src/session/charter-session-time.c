/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose time it is, and how much of it. */
#include "charter-session-private.h"

/* An exam's answer can be thought over as long as the exam lasts. */
static gboolean
is_worked_on (CharterSession *self)
{
  CharterStand stand = session_get_current_place (self)->stand;

  return session_is_running (self)
         && (stand == CHARTER_STAND_OPEN || (stand == CHARTER_STAND_ANSWERED && self->mood == CHARTER_MOOD_EXAM));
}

static gint64
get_now (CharterSession *self)
{
  return self->clock.ticks (self->clock.data);
}

static gint64
get_elapsed (CharterSession *self, gint64 now)
{
  return self->paused ? 0 : MAX (now - self->since, 0);
}

/* What a break lasts too long is the step's that waits. */
static gint64
get_running_time (CharterSession *self, gint64 now)
{
  if (self->in_break)
    return MAX (get_elapsed (self, now) - self->break_left, 0);
  return is_worked_on (self) ? get_elapsed (self, now) : 0;
}

void
session_count_time (CharterSession *self)
{
  gint64 now = get_now (self);

  session_get_current_place (self)->time += get_running_time (self, now);
  self->break_left = MAX (self->break_left - get_elapsed (self, now), 0);
  self->since = now;
}

gint64
charter_session_get_time (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, 0);

  return session_get_place (self, position)->time
         + (position == self->position ? get_running_time (self, get_now (self)) : 0);
}

gint64
charter_session_get_time_spent (CharterSession *self)
{
  gint64 time = self->time_gone + get_running_time (self, get_now (self));

  for (guint i = 0; i < self->n_steps; i++)
    time += session_get_place (self, i)->time;
  return time;
}

void
charter_session_set_limit (CharterSession *self, gint64 limit)
{
  self->limit = MAX (limit, 0);
}

gint64
charter_session_get_limit (CharterSession *self)
{
  return self->limit;
}

gint64
charter_session_get_time_left (CharterSession *self)
{
  if (self->limit == 0)
    return G_MAXINT64;
  return MAX (self->limit - charter_session_get_time_spent (self), 0);
}

gint64
charter_session_get_break_left (CharterSession *self)
{
  return self->in_break ? MAX (self->break_left - get_elapsed (self, get_now (self)), 0) : 0;
}

void
charter_session_set_paused (CharterSession *self, gboolean paused)
{
  if (self->paused == !!paused)
    return;
  session_count_time (self);
  self->paused = !!paused;
  session_tell_changed (self);
}
