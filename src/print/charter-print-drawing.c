/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-drawing.h"

#include "charter-drawing.h"
#include "charter-print-font.h"
#include "charter-print-letter.h"

/* Points. */
#define WIDTH 360.0  /* where nothing needs more */
#define ROW 470.0    /* what a page has, for stages that stand in a row */
#define WIDEST 600.0 /* it is made smaller to fit on a page, and smaller still can't be read */
#define HIGHEST 560.0
#define RAISED 5.0 /* from a place to the middle of its letter, which leaves its words alone */
#define ROOM 14.0  /* above, for the letters of the uppermost places */

typedef struct {
  CharterPack *pack; /* owned */
  const CharterDiagram *diagram;
  const CharterItem *marks; /* or NULL */
  char *language;
  gboolean is_rtl;
  double width, height, above;
} Drawing;

/* A font belongs to a thread, and a page may be drawn in another than it was laid out in. */
static void
init_canvas (CharterCanvas *canvas, const Drawing *self)
{
  PangoContext *context = charter_print_font_create_context (self->language, self->is_rtl);

  charter_canvas_init_paper (canvas, context, self->is_rtl, self->width);
  g_object_unref (context);
  canvas->height = self->height;
}

static gboolean
is_node (const CharterDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->n_nodes; i++)
    if (g_str_equal (diagram->nodes[i].id, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_point (const CharterDiagram *diagram, guint point, const char *id)
{
  return diagram->n_points > 0 && g_strcmp0 (diagram->points[point].id, id) == 0;
}

/* Above its date: the places of the first and the last one reach no further than the curves. The first letter leaves
 * the figures of the axis alone. */
static double
get_x_of_point (const Drawing *self, const char *id, const CharterArea *area)
{
  double inset = CHARTER_PRINT_LETTER_RADIUS + 1;

  if (is_point (self->diagram, 0, id))
    return self->is_rtl ? area->x + area->width - inset : area->x + inset;
  if (is_point (self->diagram, self->diagram->n_points - 1, id))
    return self->is_rtl ? area->x : area->x + area->width;
  return area->x + area->width / 2;
}

/* Where it is told apart from its neighbours: on the corner of what has an outline, which is the upper one where lines
 * end; in that corner of a cell; in the middle above a date. */
static void
draw_letter (const Drawing *self, CharterCanvas *canvas, guint part)
{
  const char *id = self->marks->parts[part].id;
  double inset = CHARTER_PRINT_LETTER_RADIUS + 1;
  CharterArea area;
  double x;

  if (!charter_drawing_find (self->diagram, canvas, id, &area))
    return;
  x = self->is_rtl ? area.x : area.x + area.width;
  if (is_node (self->diagram, id))
    charter_print_letter_draw (canvas->cr, part, x, area.y - RAISED);
  else if (self->diagram->n_points > 0)
    charter_print_letter_draw (canvas->cr, part, get_x_of_point (self, id, &area), area.y - RAISED);
  else
    charter_print_letter_draw (canvas->cr, part, self->is_rtl ? x + inset : x - inset, area.y + inset);
}

static void
draw (cairo_t *cr, double width, double height, gpointer data)
{
  const Drawing *self = data;
  g_auto (CharterCanvas) canvas = { 0 };

  init_canvas (&canvas, self);
  canvas.cr = cr;
  cairo_save (cr);
  cairo_scale (cr, width / self->width, width / self->width);
  cairo_translate (cr, 0, self->above);
  charter_drawing_draw (self->diagram, &canvas);
  for (guint i = 0; self->marks != NULL && i < self->marks->n_parts; i++)
    draw_letter (self, &canvas, i);
  cairo_restore (cr);
}

static void
free_drawing (gpointer data)
{
  Drawing *self = data;

  charter_pack_unref (self->pack);
  g_free (self->language);
  g_free (self);
}

static double
get_width (const CharterDiagram *diagram)
{
  return diagram->kind == CHARTER_DIAGRAM_CYCLE || diagram->kind == CHARTER_DIAGRAM_FLOW ? ROW : WIDTH;
}

static void
measure (Drawing *self)
{
  g_auto (CharterCanvas) canvas = { 0 };

  init_canvas (&canvas, self);
  self->width = canvas.width
    = MAX (get_width (self->diagram), charter_drawing_get_least_width (self->diagram, &canvas));
  self->height = charter_drawing_measure (self->diagram, &canvas);
}

static CharterPicture *
make_picture (const Drawing *self)
{
  CharterPicture *picture = g_new0 (CharterPicture, 1);

  picture->width = self->width;
  picture->height = self->above + self->height;
  picture->draw = draw;
  picture->data = g_memdup2 (self, sizeof (Drawing));
  picture->destroy = free_drawing;
  return picture;
}

CharterPicture *
charter_print_drawing_new (
  CharterPack *pack, const CharterDiagram *diagram, const CharterItem *marks, const char *language, gboolean is_rtl)
{
  Drawing self = { pack, diagram, marks, (char *)language, is_rtl, WIDTH, 0, marks != NULL ? ROOM : 0 };

  if (!charter_drawing_can_draw (diagram))
    return NULL;
  measure (&self);
  if (self.width > WIDEST || self.height > HIGHEST)
    return NULL;
  self.pack = charter_pack_ref (pack);
  self.language = g_strdup (language);
  return make_picture (&self);
}
