/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Moves things along a line until none stands on another, each as little from where it wants to be as the others allow:
 * least squares, by pooling adjacent violators (Ayer and others, “An empirical distribution function for sampling with
 * incomplete information”, 1955). Their order is kept.
 * middles: (inout) where each wants to be, and then is. sizes: of each. gap: between two. low, high: what none leaves
 * as long as all fit in it. */
void charter_spread (double *middles, const double *sizes, guint n, double gap, double low, double high);

G_END_DECLS
