/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What charts are drawn on: a widget of the screen, or paper. It counts from the edge where reading begins, so that
 * nobody who draws needs to think of right to left; words are never mirrored. All sizes are in px at the size of text
 * that the user chose. */

typedef enum {
  CHARTER_INK_TEXT,
  CHARTER_INK_DIM,     /* words beside the chart */
  CHARTER_INK_GRID,    /* lines that lead the eye */
  CHARTER_INK_FILL,    /* areas that count */
  CHARTER_INK_LINE,    /* lines that count */
  CHARTER_INK_SURFACE, /* what all of it stands on */
  CHARTER_N_INKS
} CharterInk;

typedef struct {
  cairo_t *cr; /* NULL while something is only measured: then nothing is drawn */
  PangoLayout *layout;
  gboolean rtl;
  double width, height;
  double line; /* the height of a line of words */
  GdkRGBA inks[CHARTER_N_INKS];
} CharterCanvas;

/* On a widget: its font, direction and the theme's colours. */
void charter_canvas_init (CharterCanvas *self, GtkWidget *widget, double width);
/* The same on white paper, whatever the screen looks like. */
void charter_canvas_init_paper (CharterCanvas *self, GtkWidget *widget, double width);
void charter_canvas_clear (CharterCanvas *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterCanvas, charter_canvas_clear)

/* x, y: of the corner where reading begins, from the canvas's own. */
void charter_canvas_fill (CharterCanvas *self, CharterInk ink, double x, double y, double width, double height);
/* The line, 1 px wide, lies inside of the area. */
void charter_canvas_outline (CharterCanvas *self, CharterInk ink, double x, double y, double width, double height);
void charter_canvas_rule (
  CharterCanvas *self, CharterInk ink, double thick, double from_x, double from_y, double to_x, double to_y);

/* Several points joined by a line. dashed: as for what is only foretold. */
void
charter_canvas_trace (CharterCanvas *self, CharterInk ink, const graphene_point_t *points, guint n, gboolean dashed);
/* A mark on a point: a disc, or a ring with a cross in it. */
void charter_canvas_mark (CharterCanvas *self, double x, double y, gboolean crossed);

/* Words on one line. align: which part of them stands at x, 0 the beginning, 1 the end. */
void charter_canvas_write (CharterCanvas *self, CharterInk ink, double x, double y, double align, const char *words);
double charter_canvas_get_width (CharterCanvas *self, const char *words);
/* Begins a new line of a legend where a sign, key px wide, with its words does not fit on this one. x, y: (inout) */
void charter_canvas_flow (CharterCanvas *self, double *x, double *y, double key, const char *words);
/* Words that wrap in a width; nothing is drawn while something is only measured. Returns: the height */
double
charter_canvas_write_lines (CharterCanvas *self, CharterInk ink, double x, double y, double width, const char *words);

G_END_DECLS
