/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagram.h"

G_BEGIN_DECLS

/* What a diagram shows as the rows of a table, the first of which says what the columns are: for those who don't see
 * the diagram, and where it can't be drawn. It tells no more than the diagram does. */
typedef struct _CharterDiagramRows CharterDiagramRows;

/* diagram: must live as long. Returns: (transfer full) */
CharterDiagramRows *charter_diagram_rows_new (const CharterDiagram *diagram);
void charter_diagram_rows_free (CharterDiagramRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterDiagramRows, charter_diagram_rows_free)

guint charter_diagram_rows_get_n_columns (const CharterDiagramRows *self);
/* Of all rows together. */
guint charter_diagram_rows_get_n_cells (const CharterDiagramRows *self);
/* From left to right and row by row. */
const CharterText *charter_diagram_rows_get_cell (const CharterDiagramRows *self, guint index);

G_END_DECLS
