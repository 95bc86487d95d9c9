/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item.h"
#include "charter-note.h"
#include "charter-pack.h"
#include "charter-response.h"

G_BEGIN_DECLS

/* Notes as words: on the screen, as Markdown, and as a letter to a pack's author. pack: the note's, perhaps of a later
 * release; NULL where it is no longer there. Each: Returns: (transfer full) (not nullable) */

/* What stands for the note in a list: its words, or the words it marks, or the section's title. */
char *charter_note_dup_title (const CharterNote *note, CharterPack *pack);
/* Where it is: “The cycle · How it begins”, or a question's last line. */
char *charter_note_dup_place (const CharterNote *note, CharterPack *pack);
/* What its title does not tell of that; empty where it tells all. */
char *charter_note_dup_place_beside_title (const CharterNote *note, CharterPack *pack);

/* A response in words, parts by what they say: “Operations; Finance”, “Card → Category”. */
char *charter_note_dup_response_words (const CharterItem *item, const CharterResponse *response);

/* All of a pack's notes (element-type CharterNote) under its title, in the order of its lessons and questions. */
char *charter_notes_to_markdown (GPtrArray *notes, CharterPack *pack);

/* A dispute with what its author needs: pack, release, the item's id, its key, the answer, the reason. */
char *charter_note_to_letter (const CharterNote *dispute, CharterPack *pack);

G_END_DECLS
