/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawings of the example packs, of the course, and those that are hard to draw, at each width, with small and
 * large words, from both sides: nothing is drawn outside, and each place that can be pointed at stands inside and apart
 * from the others. */
#include <locale.h>
#include <math.h>

#include "charter-drawing.h"
#include "charter-item.h"
#include "charter-loader.h"
#include "charter-pack.h"

#define NARROWEST 240 /* no page and no phone leaves less */
#define WIDEST 700
#define STEP 45

static GPtrArray *diagrams; /* of CharterDiagram, borrowed from the packs */

static void
gather_blocks (CharterBlocks blocks)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    if (blocks.blocks[i].kind == CHARTER_BLOCK_DIAGRAM && charter_drawing_can_draw (blocks.blocks[i].diagram))
      g_ptr_array_add (diagrams, (gpointer)blocks.blocks[i].diagram);
}

static void
gather (const CharterPack *pack)
{
  for (guint i = 0; i < pack->n_lessons; i++)
    for (guint j = 0; j < pack->lessons[i]->n_sections; j++)
      gather_blocks (pack->lessons[i]->sections[j].blocks);
  for (guint i = 0; i < pack->n_items; i++)
    {
      gather_blocks (pack->items[i]->stem);
      if (pack->items[i]->hotspot != NULL && pack->items[i]->hotspot->diagram != NULL)
        g_ptr_array_add (diagrams, (gpointer)pack->items[i]->hotspot->diagram);
    }
}

static CharterPack *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHARTER_FIXTURES"), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_file (file, &diagnostics, NULL, NULL);

  g_assert_nonnull (pack);
  gather (pack);
  return pack;
}

/* What is drawn, as the ink that a surface without edges gets. */
static void
assert_ink (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  double x, y, width, height;

  canvas->height = charter_drawing_measure (diagram, canvas);
  canvas->cr = cairo_create (surface);
  charter_drawing_draw (diagram, canvas);
  g_assert_cmpint (cairo_status (canvas->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (g_steal_pointer (&canvas->cr));
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (x, >=, -6); /* half a mark, and what letters lean out */
  g_assert_cmpfloat (y, >=, -1);
  g_assert_cmpfloat (x + width, <=, canvas->width + 6);
  g_assert_cmpfloat (y + height, <=, canvas->height + 6);
  g_assert_cmpfloat (width, >, 50);
}

static gboolean
overlap (const CharterArea *a, const CharterArea *b)
{
  return a->x + 1e-6 < b->x + b->width && b->x + 1e-6 < a->x + a->width && a->y + 1e-6 < b->y + b->height
         && b->y + 1e-6 < a->y + a->height;
}

static void
assert_inside (CharterCanvas *canvas, const CharterArea *area)
{
  g_assert_cmpfloat (MIN (area->x, area->y), >=, -1e-6);
  g_assert_cmpfloat (area->x + area->width, <=, canvas->width + 1e-6);
  g_assert_cmpfloat (area->y + area->height, <=, canvas->height + 1e-6);
}

static void
assert_places (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_autofree CharterArea *areas = g_new0 (CharterArea, diagram->n_nodes + diagram->n_points + 1);
  guint n = 0;

  for (guint i = 0; i < diagram->n_nodes; i++)
    g_assert_true (charter_drawing_find (diagram, canvas, diagram->nodes[i].id, &areas[n++]));
  for (guint i = 0; i < diagram->n_points; i++)
    if (diagram->points[i].id != NULL)
      g_assert_true (charter_drawing_find (diagram, canvas, diagram->points[i].id, &areas[n++]));
  for (guint i = 0; i < n; i++)
    {
      assert_inside (canvas, &areas[i]);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&areas[i], &areas[j]));
    }
  g_assert_false (charter_drawing_find (diagram, canvas, "nowhere", &areas[0]));
}

typedef struct {
  const char *font;
  gboolean rtl;
} Look;

static void
check_at (const CharterDiagram *diagram, PangoContext *context, const Look *look, double width)
{
  g_auto (CharterCanvas) canvas = { 0 };

  charter_canvas_init_paper (&canvas, context, look->rtl, width);
  assert_ink (diagram, &canvas);
  assert_places (diagram, &canvas);
}

static double
get_least_width (const CharterDiagram *diagram, PangoContext *context, const Look *look)
{
  g_auto (CharterCanvas) canvas = { 0 };

  charter_canvas_init_paper (&canvas, context, look->rtl, WIDEST);
  return ceil (charter_drawing_get_least_width (diagram, &canvas));
}

static void
test_drawings (gconstpointer data)
{
  const Look *look = data;
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (look->font);

  pango_context_set_font_description (context, font);
  g_assert_cmpuint (diagrams->len, >=, 24);
  for (guint i = 0; i < diagrams->len; i++)
    {
      const CharterDiagram *diagram = diagrams->pdata[i];
      double least = get_least_width (diagram, context, look);

      if (diagram->kind != CHARTER_DIAGRAM_CYCLE && diagram->kind != CHARTER_DIAGRAM_FLOW) /* drawn on paper only */
        g_assert_cmpfloat (least, <=, 328);                                                /* what a phone leaves */
      for (double width = MAX (least, NARROWEST); width <= WIDEST; width += STEP)
        check_at (diagram, context, look, width);
    }
  g_object_unref (context);
}

/* A cell is a fifth of the matrix on each side; in right to left it stands on the other side. */
static void
test_cells (void)
{
  const CharterNode risk
    = { .id = "rain", .text = { .plain = "Rain" }, .note = { .plain = "" }, .probability = 4, .impact = 4 };
  const CharterDiagram diagram = { .kind = CHARTER_DIAGRAM_RISK_MATRIX, .nodes = &risk, .n_nodes = 1 };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  CharterArea chip, cell, other;

  for (gboolean rtl = FALSE; rtl <= TRUE; rtl++)
    {
      g_auto (CharterCanvas) canvas = { 0 };

      charter_canvas_init_paper (&canvas, context, rtl, 400);
      g_assert_true (charter_drawing_find (&diagram, &canvas, "rain", &chip));
      g_assert_true (charter_drawing_find (&diagram, &canvas, "p4-i4", &cell));
      g_assert_true (charter_drawing_find (&diagram, &canvas, "p3-i5", &other));
      g_assert_true (overlap (&chip, &cell));
      g_assert_false (overlap (&chip, &other));
      g_assert_cmpfloat (other.y, >, cell.y);
      g_assert_cmpint (other.x > cell.x, ==, !rtl);
      g_assert_false (charter_drawing_find (&diagram, &canvas, "p6-i1", &other));
    }
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  static const Look small = { "Sans 10", FALSE }, large = { "Sans 18", FALSE }, mirrored = { "Sans 10", TRUE };
  g_autoptr (CharterPack) questions = NULL;
  g_autoptr (CharterPack) lesson = NULL;
  g_autoptr (CharterPack) hard = NULL;
  g_autoptr (CharterPack) course = NULL;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  diagrams = g_ptr_array_new ();
  questions = load ("example-drawings.xml");
  lesson = load ("example-diagrams.xml");
  hard = load ("../../../app/diagrams.xml");
  course = load ("../../../../data/packs/projects-and-operations.xml");
  g_test_add_data_func ("/drawing/small", &small, test_drawings);
  g_test_add_data_func ("/drawing/large", &large, test_drawings);
  g_test_add_data_func ("/drawing/mirrored", &mirrored, test_drawings);
  g_test_add_func ("/drawing/cells", test_cells);
  status = g_test_run ();
  g_ptr_array_unref (diagrams);
  return status;
}
