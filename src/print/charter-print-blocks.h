/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-document.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* What is written in a pack, on paper. Pictures are looked for in the pack's folder; where one is not there, its words
 * stand for it. */
void charter_print_blocks (CharterDocument *document, CharterPack *pack, CharterBlocks blocks);
/* marks: letters for the regions of a hotspot, drawn into the picture; or NULL */
void charter_print_figure (CharterDocument *document,
                           CharterPack *pack,
                           const CharterFigure *figure,
                           const CharterItem *marks);
/* marks: as above */
void charter_print_diagram (CharterDocument *document,
                            CharterPack *pack,
                            const CharterDiagram *diagram,
                            const CharterItem *marks);

G_END_DECLS
