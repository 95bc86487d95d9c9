/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes of a pack's file while somebody writes it. All edits, by hand or in a form, are splices of these bytes, so
 * that nothing else of the file moves, and undoing them gives it back byte for byte. It knows nothing of XML.
 * It belongs to one thread. It emits
 *
 *   spliced  offset (guint64), removed, inserted (GBytes)   one splice was made, by an edit, an undo or a redo
 *   changed                                                 after a splice alone, or after a whole group of them
 */
#define CHARTER_TYPE_DRAFT (charter_draft_get_type ())
G_DECLARE_FINAL_TYPE (CharterDraft, charter_draft, CHARTER, DRAFT, GObject)

/* bytes: what stands in the file. Returns: (transfer full) */
CharterDraft *charter_draft_new (GBytes *bytes);

/* As it now stands; it can be handed to any thread. Returns: (transfer full) (not nullable) */
GBytes *charter_draft_dup_bytes (CharterDraft *self);
/* The same without a copy. Returns: (transfer none) not NULL; valid until the next splice, and ends with a zero */
const char *charter_draft_peek (CharterDraft *self, gsize *length);
/* Counts up with each splice. */
guint64 charter_draft_get_version (CharterDraft *self);

/* Replaces n_removed bytes at offset. inserted: n_inserted bytes, or -1 where they end with a zero. */
void charter_draft_splice (CharterDraft *self, gsize offset, gsize n_removed, const char *inserted, gssize n_inserted);

/* What stands between them is undone and redone in one; groups may stand in groups. Groups of one splice, and
 * splices outside a group, that follow upon one another, as in typing, become one by themselves, word by word. */
void charter_draft_begin_group (CharterDraft *self);
void charter_draft_end_group (CharterDraft *self);
/* The next splice is undone by itself, though it follows upon the last. */
void charter_draft_break_group (CharterDraft *self);

gboolean charter_draft_can_undo (CharterDraft *self);
gboolean charter_draft_can_redo (CharterDraft *self);
/* at: (out) (optional) where it changed the draft, for a cursor. Returns: FALSE where there is nothing to do. */
gboolean charter_draft_undo (CharterDraft *self, gsize *at);
gboolean charter_draft_redo (CharterDraft *self, gsize *at);

/* Whether it differs from what was saved; undoing as far as there makes it the same again. */
gboolean charter_draft_is_modified (CharterDraft *self);
void charter_draft_mark_saved (CharterDraft *self);
/* What was saved is gone, or was another text: modified until saved. */
void charter_draft_mark_unsaved (CharterDraft *self);

/* Makes it the same as bytes, as one edit that can be undone: only the stretch that differs is spliced. */
void charter_draft_become (CharterDraft *self, GBytes *bytes);

G_END_DECLS
