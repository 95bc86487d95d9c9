/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"
#include "charter-picture.h"

G_BEGIN_DECLS

/* A diagram that is drawn from figures, with the letters of the places that can be pointed at. marks: the hotspot whose
 * diagram it is, or NULL. language, is_rtl: the document's. pack: kept.
 * Returns: (transfer full) (nullable) NULL where it can't be drawn, or would be too small to be read on a page */
CharterPicture *charter_print_drawing_new (
  CharterPack *pack, const CharterDiagram *diagram, const CharterItem *marks, const char *language, gboolean is_rtl);

G_END_DECLS
