/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-draft.h"

G_BEGIN_DECLS

/* A draft in fields, for those who don't want XML: the question, section, scenario or other unit at a place, with its
 * words, its parts and what they carry. What is in it goes by the grammar, so that every kind has its form. Units
 * inside it are rows that lead to them. Each edit is one of the draft; what others change in it is seen here. It emits
 *
 *   moved   offset (guint64)   the author is now at what stands there in the draft
 *
 * Its actions, with the number of a part: form.open, form.move-up, form.move-down, form.move-to, form.duplicate,
 * form.remove, and form.exchange of a picture for a drawing; with that, of which words, and a kind: form.add; and
 * form.up to what the unit is in, and form.show-more of many. */
#define CHARTER_TYPE_FORM_VIEW (charter_form_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterFormView, charter_form_view, CHARTER, FORM_VIEW, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_form_view_new (void);

/* draft: kept */
void charter_form_view_set_draft (CharterFormView *self, CharterDraft *draft);
/* Shows the unit that stands at offset. */
void charter_form_view_show (CharterFormView *self, gsize offset);
/* Puts the cursor where one would begin to write. */
void charter_form_view_focus (CharterFormView *self);

G_END_DECLS
