/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-suggestion.h"

G_BEGIN_DECLS

/* A list below the cursor of what may stand there, each with what the schema says of it. The text keeps the focus: who
 * shows it hands it the keys. It emits “taken” with a suggestion (gpointer), which is its own. */
#define CHARTER_TYPE_PROPOSALS (charter_proposals_get_type ())
G_DECLARE_FINAL_TYPE (CharterProposals, charter_proposals, CHARTER, PROPOSALS, GtkWidget)

/* Returns: (transfer floating) */
GtkWidget *charter_proposals_new (void);

/* suggestions: of CharterSuggestion, kept. written: what has been written of one of them: only those that begin so are
 * shown. place: of the cursor, in its parent. Where none is left it closes. */
void
charter_proposals_show (CharterProposals *self, GPtrArray *suggestions, const char *written, const GdkRectangle *place);
void charter_proposals_close (CharterProposals *self);
gboolean charter_proposals_is_open (CharterProposals *self);

/* Up, down, Enter, Tab and Escape. Returns: whether it was one of them, and it is open */
gboolean charter_proposals_press (CharterProposals *self, guint keyval);

G_END_DECLS
