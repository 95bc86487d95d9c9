/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"
#include "charter-scoring.h"

G_BEGIN_DECLS

/* One option, card, step or side in a boxed list: a badge, its words, and after the check the mark in words with an
 * icon and a tint, and the why. */
#define CHARTER_TYPE_PART_ROW (charter_part_row_get_type ())
G_DECLARE_FINAL_TYPE (CharterPartRow, charter_part_row, CHARTER, PART_ROW, GtkListBoxRow)

/* id: of the part, copied. pack: kept. role: what it is to a screen reader. */
CharterPartRow *charter_part_row_new (CharterPack *pack, const char *id, CharterText text, GtkAccessibleRole role);

const char *charter_part_row_get_id (CharterPartRow *self);
/* The words without markup; owned by the row. */
const char *charter_part_row_get_words (CharterPartRow *self);
/* Words that the content has not: true and false. */
void charter_part_row_set_words (CharterPartRow *self, const char *words);
/* badge: a letter or number, NULL for none. */
void charter_part_row_set_badge (CharterPartRow *self, const char *badge);
/* Tints the row as chosen, strikes it out, or shows it as held; tells the screen reader where it stands (place: may be
 * NULL). */
void charter_part_row_set_chosen (CharterPartRow *self, gboolean chosen);
void charter_part_row_set_struck (CharterPartRow *self, gboolean struck);
void charter_part_row_set_held (CharterPartRow *self, gboolean held);
void charter_part_row_set_place (CharterPartRow *self, const char *place);
/* words: what the mark means here, NULL to show none. why: shown where it has blocks. Below all else, in the order in
 * which they are set: mark first. */
void charter_part_row_set_mark (CharterPartRow *self, CharterMark mark, const char *words);
void charter_part_row_set_why (CharterPartRow *self, CharterBlocks why);
/* Below the words, or at the end. child: (transfer floating) */
void charter_part_row_add_below (CharterPartRow *self, GtkWidget *child);
void charter_part_row_add_suffix (CharterPartRow *self, GtkWidget *child);

/* A boxed list of such rows. Returns: (transfer floating) */
GtkWidget *charter_part_list_new (GtkAccessibleRole role, const char *label);
/* The icon that goes with a mark. */
const char *charter_mark_icon (CharterMark mark);
/* Gives widget the style class that belongs to mark, and no other. */
void charter_mark_tint (GtkWidget *widget, CharterMark mark);

G_END_DECLS
