/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study-walk.h"

G_BEGIN_DECLS

/* How a case ended: the ending, the gauges, what the moves are worth together, and each of them with its grade and why.
 * From here the case can be played again. */
#define CHARTER_TYPE_ENDING_PAGE (charter_ending_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterEndingPage, charter_ending_page, CHARTER, ENDING_PAGE, AdwBin)

/* study: kept, and told that the walk has ended. walk: over. Returns: (transfer floating) */
GtkWidget *charter_ending_page_new (CharterStudy *study, CharterWalk *walk);

G_END_DECLS
