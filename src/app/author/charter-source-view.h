/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-draft.h"
#include "charter-suggestion.h"

G_BEGIN_DECLS

/* A draft as the text that it is. What is typed is a splice of the draft, and each splice of the draft, whoever made
 * it, is seen here; undoing is the draft's. With GtkSourceView it has colours, line numbers, and proposes what may
 * stand where one types; without it, it is a plain text. All places are bytes of the draft. It emits
 *
 *   moved   the cursor is elsewhere */
#define CHARTER_TYPE_SOURCE_VIEW (charter_source_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterSourceView, charter_source_view, CHARTER, SOURCE_VIEW, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_source_view_new (void);

/* draft: kept. Returns: FALSE where it can't be shown as text: it is not UTF-8 */
gboolean charter_source_view_set_draft (CharterSourceView *self, CharterDraft *draft);

/* Returns: (transfer none) (nullable) NULL until set, and where it can't be shown as text */
CharterDraft *charter_source_view_get_draft (CharterSourceView *self);

gsize charter_source_view_get_cursor (CharterSourceView *self);
/* Goes there and has it seen. */
void charter_source_view_set_cursor (CharterSourceView *self, gsize offset);
/* Selects from start to end, with the cursor at start. */
void charter_source_view_select (CharterSourceView *self, gsize start, gsize end);
void charter_source_view_focus (CharterSourceView *self);

/* Writes what was suggested at the cursor, in the place of what had been written of it. */
void charter_source_view_take (CharterSourceView *self, const CharterSuggestion *suggestion);
/* Shows at the cursor what may stand there. */
void charter_source_view_propose (CharterSourceView *self);
/* Tells at the cursor what the schema says of what stands there. */
void charter_source_view_show_help (CharterSourceView *self);

/* Finds the next place of words after the cursor, or before it, and around the end; capitals are as small letters.
 * Returns: FALSE where there is none */
gboolean charter_source_view_find (CharterSourceView *self, const char *words, gboolean backward);

G_END_DECLS
