/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item-view.h"

G_BEGIN_DECLS

/* single, multiple and truefalse: options in a boxed list, lettered; a hotspot has its places in front of them. */
#define CHARTER_TYPE_CHOICE_VIEW (charter_choice_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (CharterChoiceView, charter_choice_view, CHARTER, CHOICE_VIEW, CharterItemView)

struct _CharterChoiceViewClass {
  CharterItemViewClass parent_class;
};

/* "A" for 0. After Z come numbers. Returns: (transfer full) */
char *charter_choice_letter (guint index);

/* What a mark says of an option. Returns: (nullable) NULL for NONE */
const char *charter_choice_mark_words (CharterMark mark);

/* Whether a choice is added to the others, or takes their place. */
gboolean charter_choice_view_takes_several (CharterChoiceView *self);
/* Takes the option as the person's choice, or away from it. */
void charter_choice_view_choose_id (CharterChoiceView *self, const char *id);
GtkWidget *charter_choice_view_get_list (CharterChoiceView *self);

G_END_DECLS
