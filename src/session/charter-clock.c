/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-clock.h"

static gint64
get_wall (gpointer data)
{
  return g_get_real_time ();
}

/* Stands still while the machine sleeps, as a session's time should. */
static gint64
get_ticks (gpointer data)
{
  return g_get_monotonic_time ();
}

CharterClock
charter_clock_system (void)
{
  return (CharterClock){ get_wall, get_ticks, NULL };
}
