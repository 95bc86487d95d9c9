/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-blocks.h"

#include "charter-diagram-rows.h"
#include "charter-print-drawing.h"

static void
add_table (CharterDocument *document, const CharterDiagram *diagram)
{
  g_autoptr (CharterDiagramRows) rows = charter_diagram_rows_new (diagram);

  charter_document_begin_table (document, charter_diagram_rows_get_n_columns (rows), TRUE, TRUE);
  for (guint i = 0; i < charter_diagram_rows_get_n_cells (rows); i++)
    charter_document_add_cell (document, *charter_diagram_rows_get_cell (rows, i));
  charter_document_end_table (document);
}

/* What a picture shows a table says as well, but takes no paper for it; what has no picture has its table. */
void
charter_print_diagram (CharterDocument *document,
                       CharterPack *pack,
                       const CharterDiagram *diagram,
                       const CharterItem *marks)
{
  CharterPicture *picture = charter_print_drawing_new (pack, diagram, marks, charter_document_get_language (document),
                                                       charter_document_is_rtl (document));

  if (picture == NULL)
    {
      charter_document_add_caption (document, diagram->caption);
      add_table (document, diagram);
      return;
    }
  charter_document_add_picture (document, picture, diagram->alt);
  add_table (document, diagram);
  charter_document_set_off_paper (document);
  charter_document_add_text (document, CHARTER_STYLE_NOTE, diagram->caption);
}
