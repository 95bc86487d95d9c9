/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study-walk.h"

G_BEGIN_DECLS

/* A scene of a branching case: what is happening, how the gauges stand, and the moves that one can make; after a move,
 * why it was good or not and what it changed, and the way on. It follows its walk to the ending, whose page takes its
 * place. */
#define CHARTER_TYPE_CASE_PAGE (charter_case_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterCasePage, charter_case_page, CHARTER, CASE_PAGE, AdwBin)

/* Both are kept; walk is not over. Returns: (transfer floating) */
GtkWidget *charter_case_page_new (CharterStudy *study, CharterWalk *walk);

G_END_DECLS
