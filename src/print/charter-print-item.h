/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-document.h"
#include "charter-path.h"

G_BEGIN_DECLS

/* A question as it is answered with a pen:
 *
 *   single, truefalse   circles to tick      classify   a square to tick in the column where a card belongs
 *   multiple            squares to tick      order      a square for the number of each step
 *   match               a square for the letter of what goes with each line
 *   cloze               numbered lines, and circles to tick for each
 *   hotspot             letters on the picture, and circles to tick; or the diagram's names
 *   number, short, drill  a line to write on
 */

/* number: as printed. with_points: says what it is worth. */
void charter_print_item (CharterDocument *document, const CharterStep *step, guint number, gboolean with_points);
/* The answer in letters and numbers as such a question shows them: "B", "1 A, 2 C". Returns: (transfer full) */
char *charter_print_item_dup_key (const CharterStep *step);
/* "1 point", "2.5 points". Returns: (transfer full) */
char *charter_print_item_dup_points (double points);

G_END_DECLS
