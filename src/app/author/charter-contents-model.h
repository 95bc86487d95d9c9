/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-contents.h"

G_BEGIN_DECLS

/* The rows of a draft's contents, or those of them in which words are found, as a list. What is the same after the
 * draft was read anew stays; so an edit of one question changes one row, among however many. Its items are
 * CharterContentsEntry, made when they are asked for. */
#define CHARTER_TYPE_CONTENTS_MODEL (charter_contents_model_get_type ())
G_DECLARE_FINAL_TYPE (CharterContentsModel, charter_contents_model, CHARTER, CONTENTS_MODEL, GObject)

/* One row as it was when it was asked for. */
#define CHARTER_TYPE_CONTENTS_ENTRY (charter_contents_entry_get_type ())
G_DECLARE_FINAL_TYPE (CharterContentsEntry, charter_contents_entry, CHARTER, CONTENTS_ENTRY, GObject)

/* Returns: (transfer none); its element is of another time */
const CharterContentsRow *charter_contents_entry_get_row (CharterContentsEntry *self);

/* Returns: (transfer full) */
CharterContentsModel *charter_contents_model_new (void);
/* contents: kept */
void charter_contents_model_show (CharterContentsModel *self, CharterContents *contents);
/* words: "" for all rows. */
void charter_contents_model_search (CharterContentsModel *self, const char *words);

/* As it is now. Returns: (transfer none) (nullable) NULL for a position that there is not */
const CharterContentsRow *charter_contents_model_get_row (CharterContentsModel *self, guint position);
/* Where a row of the contents is in the list. Returns: CHARTER_OUTLINE_NONE where it is not */
guint charter_contents_model_find (CharterContentsModel *self, guint row);

G_END_DECLS
