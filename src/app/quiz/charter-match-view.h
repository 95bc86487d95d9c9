/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* match: each left side with a drop-down of the right sides; one that is taken elsewhere moves. */
#define CHARTER_TYPE_MATCH_VIEW (charter_match_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterMatchView, charter_match_view, CHARTER, MATCH_VIEW, CharterItemView)

G_END_DECLS
