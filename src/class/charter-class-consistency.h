/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-table.h"

G_BEGIN_DECLS

/* The internal consistency of a test in per cent (charter-class-analysis.h). mean_items: that a learner was asked.
 * Returns: NAN where it can't be told, or where more would have to be compared than can be in a moment */
double charter_class_consistency (const CharterClassTable *table, double mean_items);

G_END_DECLS
