/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-window.h"

G_BEGIN_DECLS

/* The packs that reviews ask from: all at hand, but none that is only looked at.
 * Returns: (transfer full) (element-type CharterPack) */
GPtrArray *charter_review_list_packs (CharterWindow *window);

/* Goes on with today's review that was left half-way, or begins one, or says that nothing is due and what comes next.
 * portions: of a day's. replace: in the place of the topmost page. Not awaited. */
void charter_review_begin (CharterWindow *window, guint portions, gboolean replace);

G_END_DECLS
