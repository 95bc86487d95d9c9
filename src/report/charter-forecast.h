/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-record.h"

G_BEGIN_DECLS

/* How many reviews fall due on each of n_days days from today on, days without any included. What is overdue is due
 * today. due: (element-type CharterDueDay). n_overdue: (out) how many of today's were due before.
 * Returns: (transfer full) (element-type CharterDueDay) */
GArray *charter_forecast_new (const GArray *due, int today, guint n_days, guint *n_overdue);

G_END_DECLS
