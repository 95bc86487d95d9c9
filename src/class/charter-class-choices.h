/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-item.h"

G_BEGIN_DECLS

/* Fills an item's choices, and the sizes of the thirds. Where the pack is not at hand, what is right is known from the
 * answers that have all points; what nobody chose is then not known at all. */
void charter_class_choices_add (CharterClassItem *item, const gint8 *thirds);

G_END_DECLS
