/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-proof.h"

G_BEGIN_DECLS

/* What a draft consists of, one row below the other, to find one's way in it: with a mark at what has problems, and a
 * search for titles, first words and ids. The row of the place where the author is is selected; the keys that move
 * through the list go to each row's place, and Return stays there. It emits
 *
 *   chosen   offset (guint64), stay (gboolean)   somebody goes to what stands there in the draft, to stay there or not
 *   left                                         Escape: somebody goes back to where they were */
#define CHARTER_TYPE_CONTENTS_VIEW (charter_contents_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterContentsView, charter_contents_view, CHARTER, CONTENTS_VIEW, AdwBin)

/* proof: kept */
void charter_contents_view_show (CharterContentsView *self, CharterProof *proof);
/* offset: where the author is */
void charter_contents_view_point (CharterContentsView *self, gsize offset);
/* Puts the cursor into the search. */
void charter_contents_view_focus (CharterContentsView *self);

G_END_DECLS
