/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Time is handed in. wall: microseconds since 1970 UTC, may jump. ticks: microseconds that never go back. */
typedef struct {
  gint64 (*wall) (gpointer data);
  gint64 (*ticks) (gpointer data);
  gpointer data;
} CharterClock;

/* The machine's own clock. */
CharterClock charter_clock_system (void);

G_END_DECLS
