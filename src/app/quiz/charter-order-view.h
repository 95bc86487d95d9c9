/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* order: steps to be put in sequence, by drag, by click and click, or by keys: Alt with an arrow moves a step, Space
 * picks it up and puts it down, Esc puts it back. */
#define CHARTER_TYPE_ORDER_VIEW (charter_order_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterOrderView, charter_order_view, CHARTER, ORDER_VIEW, CharterItemView)

G_END_DECLS
