/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* cloze: a passage with a drop-down in each blank. */
#define CHARTER_TYPE_CLOZE_VIEW (charter_cloze_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterClozeView, charter_cloze_view, CHARTER, CLOZE_VIEW, CharterItemView)

G_END_DECLS
