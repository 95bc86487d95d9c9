/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-draft.h"
#include "charter-journal.h"

G_BEGIN_DECLS

/* A draft and the file it belongs to. What is not saved is journaled a moment after it was written. What another
 * program writes into the file becomes the draft where that has nothing unsaved; where both changed, it says so and
 * leaves the choice. For one thread with a main loop. It emits
 *
 *   changed-outside   the file has another text than the draft is built upon: take_outside or keep_mine
 *   followed          the draft has become what another program wrote
 *   notify::file, notify::modified */
#define CHARTER_TYPE_DRAFT_FILE (charter_draft_file_get_type ())
G_DECLARE_FINAL_TYPE (CharterDraftFile, charter_draft_file, CHARTER, DRAFT_FILE, GObject)

/* One that has no file yet. journals: the folder of journals, kept. text: what it begins with. Returns: (transfer full)
 */
CharterDraftFile *charter_draft_file_new (GFile *journals, GBytes *text);
/* One that had no file yet, as its journal has it. Returns: (transfer full) */
CharterDraftFile *charter_draft_file_new_from_journal (GFile *journals, const CharterJournal *journal);

/* error: of the disk, or G_IO_ERROR_INVALID_DATA where the file is too large. */
void charter_draft_file_open_async (
  GFile *file, GFile *journals, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
CharterDraftFile *charter_draft_file_open_finish (GAsyncResult *result, GError **error);

CharterDraft *charter_draft_file_get_draft (CharterDraftFile *self); /* (transfer none) */
GFile *charter_draft_file_get_file (CharterDraftFile *self);         /* (transfer none) (nullable) */
/* Whether something is written that is not in the file; one that has no file is so from its first edit. */
gboolean charter_draft_file_is_modified (CharterDraftFile *self);

/* What was written the last time and not saved, and is not what the file has. Returns: (transfer none) (nullable) */
const CharterJournal *charter_draft_file_get_unsaved (CharterDraftFile *self);
/* Makes that the draft, which can be undone; or lets go of it for good. */
void charter_draft_file_recover (CharterDraftFile *self);
void charter_draft_file_forget_unsaved (CharterDraftFile *self);

/* Saves into its file, or into another one, which then is its file. to: may be NULL where it has a file. error: of the
 * disk; G_IO_ERROR_WRONG_ETAG where the file was changed outside and neither take_outside nor keep_mine was called. */
void charter_draft_file_save_async (
  CharterDraftFile *self, GFile *to, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean charter_draft_file_save_finish (CharterDraftFile *self, GAsyncResult *result, GError **error);

/* What the file has becomes the draft, which can be undone. */
void charter_draft_file_take_outside (CharterDraftFile *self);
/* The draft goes on as it is; saving it writes over what the file has. */
void charter_draft_file_keep_mine (CharterDraftFile *self);

/* Nothing of it is to be kept any more: its journal goes. */
void charter_draft_file_discard (CharterDraftFile *self);
/* Writes the journal now, where something is not saved; when the program may end. */
void charter_draft_file_journal_now (CharterDraftFile *self);

G_END_DECLS
