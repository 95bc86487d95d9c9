/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagrams and figures on paper. */
#include "charter-drawing.h"
#include "charter-print-blocks.h"
#include "charter-print-drawing.h"
#include "charter-print-html.h"
#include "charter-print-pdf.h"
#include "charter-test-pack.h"

#include <glib/gstdio.h>
#include <string.h>

static CharterPack *pack;

static const CharterItem *
find_hotspot (CharterDiagramKind kind)
{
  for (guint i = 0; i < pack->n_items; i++)
    {
      const CharterItem *item = pack->items[i];

      if (item->hotspot != NULL && item->hotspot->diagram != NULL && item->hotspot->diagram->kind == kind)
        return item;
    }
  return NULL;
}

/* A picture and, beside paper, a table that says the same. */
static void
test_picture_and_table (void)
{
  const CharterDiagram *diagram = find_hotspot (CHARTER_DIAGRAM_NETWORK)->hotspot->diagram;
  g_autoptr (CharterDocument) document = charter_document_new ("Title", "Foot", "en", FALSE);
  g_autofree char *html = NULL;

  charter_print_diagram (document, pack, diagram, NULL);
  g_assert_cmpint (charter_document_get_piece (document, 0)->kind, ==, CHARTER_PIECE_PICTURE);
  g_assert_cmpint (charter_document_get_piece (document, 1)->kind, ==, CHARTER_PIECE_TABLE);
  g_assert_true (charter_document_get_piece (document, 1)->off_paper);
  html = charter_print_html_write (document);
  g_assert_nonnull (strstr (html, "<details><summary>Show as a Table</summary>"));
  g_assert_nonnull (strstr (html, "<td>Lease</td>"));
  g_assert_nonnull (strstr (html, diagram->alt));
}

/* What is too large to be read as a picture is a table on paper. */
static void
test_too_large (void)
{
  CharterDiagram diagram = *find_hotspot (CHARTER_DIAGRAM_RISK_MATRIX)->hotspot->diagram;
  g_autofree CharterNode *nodes = g_new0 (CharterNode, 60);
  g_autoptr (CharterDocument) document = charter_document_new ("Title", "Foot", "en", FALSE);

  for (guint i = 0; i < 60; i++)
    nodes[i] = diagram.nodes[0];
  diagram.nodes = nodes;
  diagram.n_nodes = 60;
  g_assert_true (charter_drawing_can_draw (&diagram));
  charter_print_diagram (document, pack, &diagram, NULL);
  for (guint i = 0; i < charter_document_get_n_pieces (document); i++)
    {
      g_assert_cmpint (charter_document_get_piece (document, i)->kind, !=, CHARTER_PIECE_PICTURE);
      g_assert_false (charter_document_get_piece (document, i)->off_paper);
    }
}

static void
find_ink (const CharterPicture *picture, double *x, double *y, double *width, double *height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  picture->draw (cr, picture->width, picture->height, picture->data);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, x, y, width, height);
  cairo_surface_destroy (surface);
}

/* Nothing leaves the picture at the top or the sides, neither letters nor lines. A letter may stand out at the side, by
 * less than its width, for the page has a margin there. */
static void
test_letters (void)
{
  for (CharterDiagramKind kind = CHARTER_DIAGRAM_NETWORK; kind <= CHARTER_DIAGRAM_EARNED_VALUE; kind++)
    for (gboolean is_rtl = FALSE; is_rtl <= TRUE; is_rtl++)
      {
        const CharterItem *item = find_hotspot (kind);
        g_autoptr (CharterPicture) picture
          = charter_print_drawing_new (pack, item->hotspot->diagram, item, "en", is_rtl);
        double x, y, width, height;

        find_ink (picture, &x, &y, &width, &height);
        g_test_message ("%u: from %g, %g by %g, %g in %g, %g", kind, x, y, width, height, picture->width,
                        picture->height);
        g_assert_cmpfloat (x, >=, -9);
        g_assert_cmpfloat (y, >=, 0);
        g_assert_cmpfloat (x + width, <=, picture->width + 9);
        g_assert_cmpfloat (y + height, <=, picture->height + 1);
      }
}

/* A page that begins with a figure: its structure is the first that the page has. */
static void
test_first_on_page (void)
{
  g_autoptr (CharterPack) whole = load_pack ("whole.xml");
  g_autofree char *folder = g_dir_make_tmp ("charter-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figure.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CharterDocument) document = charter_document_new ("Title", "Foot", "en", FALSE);
  const CharterFigure figure = { .src = "media/board.png", .alt = "A board", .caption = { "" } };
  g_autoptr (CharterLayout) layout = NULL;
  g_autoptr (GError) error = NULL;

  charter_print_figure (document, whole, &figure, NULL);
  g_assert_cmpint (charter_document_get_piece (document, 0)->kind, ==, CHARTER_PIECE_PICTURE);
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  charter_print_pdf_save (layout, NULL, file, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("example-drawings.xml");
  g_test_add_func ("/pictures/picture-and-table", test_picture_and_table);
  g_test_add_func ("/pictures/too-large", test_too_large);
  g_test_add_func ("/pictures/letters", test_letters);
  g_test_add_func ("/pictures/first-on-page", test_first_on_page);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
