/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What charts and diagrams are drawn on: a widget of the screen, or paper. It counts from the edge where reading
 * begins, so that nobody who draws needs to think of right to left; words are never mirrored. All sizes are in the
 * units of the cairo context (px on the screen, points on paper) at the size of text that is asked for. */

typedef struct {
  double red, green, blue, alpha; /* 0 to 1 */
} CharterColor;

typedef enum {
  CHARTER_INK_TEXT,
  CHARTER_INK_DIM,     /* words beside the chart */
  CHARTER_INK_GRID,    /* lines that lead the eye */
  CHARTER_INK_FILL,    /* areas that count */
  CHARTER_INK_LINE,    /* lines that count */
  CHARTER_INK_SURFACE, /* what all of it stands on */
  CHARTER_INK_GOOD,    /* what is no trouble, is to be looked at, is grave: as tints */
  CHARTER_INK_FAIR,
  CHARTER_INK_POOR,
  CHARTER_N_INKS
} CharterInk;

typedef enum {
  CHARTER_DASH_NONE,
  CHARTER_DASH_LONG, /* as for what is only foretold */
  CHARTER_DASH_DOTS,
  CHARTER_DASH_BOTH,
} CharterDash;

typedef struct {
  double x, y;
} CharterDot;

/* x, y: the corner where reading begins. */
typedef struct {
  double x, y, width, height;
} CharterArea;

typedef struct {
  cairo_t *cr; /* NULL while something is only measured: then nothing is drawn */
  PangoLayout *layout;
  gboolean rtl;
  double width, height;
  double line; /* the height of a line of words */
  CharterColor inks[CHARTER_N_INKS];
} CharterCanvas;

/* context: its font, of which words in a chart are a little smaller. inks: copied. */
void charter_canvas_init (
  CharterCanvas *self, PangoContext *context, gboolean rtl, double width, const CharterColor inks[CHARTER_N_INKS]);
/* The same on white paper, whatever the screen looks like. */
void charter_canvas_init_paper (CharterCanvas *self, PangoContext *context, gboolean rtl, double width);
void charter_canvas_clear (CharterCanvas *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterCanvas, charter_canvas_clear)

/* The source of its context becomes the ink, times alpha (0 to 1). */
void charter_canvas_set_ink (CharterCanvas *self, CharterInk ink, double alpha);

/* x, y: of the corner where reading begins, from the canvas's own. */
void charter_canvas_fill (CharterCanvas *self, CharterInk ink, double x, double y, double width, double height);
/* The line, 1 px wide, lies inside of the area. */
void charter_canvas_outline (CharterCanvas *self, CharterInk ink, double x, double y, double width, double height);
void charter_canvas_rule (
  CharterCanvas *self, CharterInk ink, double thick, double from_x, double from_y, double to_x, double to_y);

/* An area with its outline inside, and round corners. alpha: of the tint in it. */
void charter_canvas_box (CharterCanvas *self,
                         const CharterArea *area,
                         double radius,
                         CharterInk tint,
                         double alpha,
                         CharterInk ink,
                         double thick);
/* An area in faint slanting lines; crossed: in both directions. */
void charter_canvas_hatch (CharterCanvas *self, CharterInk ink, const CharterArea *area, double gap, gboolean crossed);

/* Several points joined by a line. */
void charter_canvas_trace (CharterCanvas *self, CharterInk ink, const CharterDot *points, guint n, CharterDash dash);
/* The same, rounded, with the head of an arrow at its end. It leaves and reaches each point in the direction in which
 * the arrows run: down, or across. */
void charter_canvas_arrow (
  CharterCanvas *self, CharterInk ink, double thick, const CharterDot *points, guint n, gboolean down);
/* A mark on a point: a disc, or a ring with a cross in it. */
void charter_canvas_mark (CharterCanvas *self, double x, double y, gboolean crossed);

/* Words on one line. align: which part of them stands at x, 0 the beginning, 1 the end. */
void charter_canvas_write (CharterCanvas *self, CharterInk ink, double x, double y, double align, const char *words);
double charter_canvas_get_width (CharterCanvas *self, const char *words);
/* Of the longest of the words: in less they would be broken. */
double charter_canvas_get_least_width (CharterCanvas *self, const char *words);
/* Begins a new line of a legend where a sign, key px wide, with its words does not fit on this one. x, y: (inout) */
void charter_canvas_flow (CharterCanvas *self, double *x, double *y, double key, const char *words);
/* Words that wrap in a width; nothing is drawn while something is only measured. Returns: the height */
double
charter_canvas_write_lines (CharterCanvas *self, CharterInk ink, double x, double y, double width, const char *words);
/* The same, each line in the middle of the width. */
double
charter_canvas_write_middle (CharterCanvas *self, CharterInk ink, double x, double y, double width, const char *words);

G_END_DECLS
