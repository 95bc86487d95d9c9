/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* A kind that the window has no view for: it says so, and the item can only be skipped. */
#define CHARTER_TYPE_UNSHOWN_VIEW (charter_unshown_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterUnshownView, charter_unshown_view, CHARTER, UNSHOWN_VIEW, CharterItemView)

G_END_DECLS
