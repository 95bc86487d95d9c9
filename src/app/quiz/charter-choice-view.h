/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* single, multiple and truefalse: options in a boxed list, lettered. */
#define CHARTER_TYPE_CHOICE_VIEW (charter_choice_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterChoiceView, charter_choice_view, CHARTER, CHOICE_VIEW, CharterItemView)

/* "A" for 0. After Z come numbers. Returns: (transfer full) */
char *charter_choice_letter (guint index);

G_END_DECLS
