/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives out total whole things by largest remainder (Hamilton's method): each part gets the whole number in
 * total · weight / whole, and what is left goes to the largest remainders, of equal ones to the first. What the weights
 * lack to make the whole is a part of its own, the last one, which gets the rest. All is counted in millionths of a
 * weight, so the result is the same everywhere.
 * weights: n of them, at least 0. whole: is raised to their sum where it is less. parts: n numbers to be filled.
 * Returns: what no part got */
guint charter_apportion (const double *weights, guint n, double whole, guint total, guint *parts);

G_END_DECLS
