/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* classify: cards to be put into categories, by drag, by click and click, or by keys: the number of the category, or
 * Space to pick up, arrows to choose the category, Space to put down, Esc to put back. */
#define CHARTER_TYPE_CLASSIFY_VIEW (charter_classify_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterClassifyView, charter_classify_view, CHARTER, CLASSIFY_VIEW, CharterItemView)

G_END_DECLS
