/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* What a learner writes beside a pack or marks in it: notes, bookmarks, highlights, disputes. Each change is one event;
 * it is kept when the call comes back, and not before: whoever shows a field keeps what stands in it until then. */

/* Characters of a note's own words. */
#define CHARTER_NOTE_LONGEST 10000

/* Words as they are kept: in Unicode's composed form, lines ended by "\n", without white space around, without control
 * characters. text: may be NULL. Returns: (transfer full) "" where there are none */
char *charter_study_tidy_words (const char *text);

/* Adds a note, or changes the one with the same id; says a removed one again. Its words are tidied.
 * error: G_IO_ERROR_INVALID_ARGUMENT where a note or dispute has no words, or more than the longest; else as for an
 * answer. Nothing was changed then. Returns from finish: (transfer full) (nullable) the note as it is kept */
void charter_study_keep_note_async (CharterStudy *self,
                                    const CharterNote *note,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
CharterNote *charter_study_keep_note_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Removes a note. Undone by keeping it again as it was: note is handed back for that.
 * Returns from finish: (transfer full) (nullable) */
void charter_study_remove_note_async (CharterStudy *self,
                                      const CharterNote *note,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
CharterNote *charter_study_remove_note_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* The oldest first. pack_id: NULL for all.
 * Returns: (transfer container) (element-type CharterNote) each valid until "changed" */
GPtrArray *charter_study_list_notes (CharterStudy *self, const char *pack_id);
GPtrArray *charter_study_list_lesson_notes (CharterStudy *self, const char *pack_id, const char *lesson_id);
/* Of an item: kind CHARTER_NOTE_NOTE or CHARTER_NOTE_DISPUTE. */
GPtrArray *
charter_study_list_item_notes (CharterStudy *self, const char *pack_id, const char *item_id, CharterNoteKind kind);

/* The note or bookmark of a section, of which there is at most one each made here; of several, as devices may bring
 * them together, the oldest. section_id: NULL for the lesson's beginning.
 * Returns: (transfer none) (nullable) valid until "changed" */
const CharterNote *charter_study_find_section_note (
  CharterStudy *self, CharterNoteKind kind, const char *pack_id, const char *lesson_id, const char *section_id);
/* Returns: (transfer none) (nullable) valid until "changed" */
const CharterNote *charter_study_get_note (CharterStudy *self, const char *id);

G_END_DECLS
