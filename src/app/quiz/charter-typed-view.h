/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* number and short: a field to type into. */
#define CHARTER_TYPE_TYPED_VIEW (charter_typed_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterTypedView, charter_typed_view, CHARTER, TYPED_VIEW, CharterItemView)

G_END_DECLS
