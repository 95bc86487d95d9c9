/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-path.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* How an item is put on paper in the terminal. What is chosen has letters (options, steps, categories, right sides,
 * choices); what something is given to has numbers (cards, left sides, blanks). Both go by the order shown. */

guint tool_item_count_numbered (const CharterStep *step);
/* Returns: the id that stands before the "=" of a response. index: from 0 */
const char *tool_item_get_numbered (const CharterStep *step, guint index);

/* number: the index of the blank whose choices are meant; of no matter for other kinds than cloze. */
guint tool_item_count_lettered (const CharterStep *step, guint number);
const char *tool_item_get_lettered (const CharterStep *step, guint number, guint index);

/* A, B … Z, AA, AB … Returns: (transfer full) */
char *tool_item_dup_letter (guint index);
/* Capitals and small letters are equal. Returns: FALSE where word is none of the first n letters */
gboolean tool_item_read_letter (const char *word, gsize length, guint n, guint *index);

/* The words of the part or slot. Returns: (transfer full) "" for a blank */
char *tool_item_dup_part_text (const CharterStep *step, const CharterPart *part);
char *tool_item_dup_slot_text (const CharterStep *step, const CharterSlot *slot);

/* The item with its parts and slots as they are written, for showing what nobody is asked. A drill has
 * the seed's numbers. Returns: (transfer full) the item is borrowed */
CharterStep *tool_item_new_step (const CharterItem *item, guint64 seed);
void tool_item_free_step (CharterStep *step);

/* Whether it can be asked without a picture. */
gboolean tool_item_can_be_asked (const CharterItem *item);

G_END_DECLS
