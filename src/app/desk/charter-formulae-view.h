/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* The lesson that an exam lets one look at, such as its formulae: to be read only. The questions in it are left out,
 * and nothing is kept of the reading. */
#define CHARTER_TYPE_FORMULAE_VIEW (charter_formulae_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterFormulaeView, charter_formulae_view, CHARTER, FORMULAE_VIEW, AdwBin)

/* pack: kept; lesson: the pack's. Returns: (transfer floating) */
GtkWidget *charter_formulae_view_new (CharterPack *pack, const CharterLesson *lesson);

/* To the text, which the arrow keys and Page Down then move. */
void charter_formulae_view_focus (CharterFormulaeView *self);

G_END_DECLS
