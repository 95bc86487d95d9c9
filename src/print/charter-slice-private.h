/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "charter-document.h"

G_BEGIN_DECLS

/* What is drawn, at a place relative to its slice. */
typedef enum {
  CHARTER_STROKE_WORDS,  /* a line of a layout; y is its baseline */
  CHARTER_STROKE_RULE,   /* from x, y as wide as it is */
  CHARTER_STROKE_CIRCLE, /* in the square of its width */
  CHARTER_STROKE_SQUARE,
  CHARTER_STROKE_PICTURE,
} CharterStrokeKind;

typedef struct {
  CharterStrokeKind kind;
  double x, y, width, height;
  double grey;           /* 0 is black */
  PangoLayout *layout;   /* words; owned */
  PangoLayoutLine *line; /* words; owned */
  const CharterPicture *picture;
} CharterStroke;

/* How much is lost where a page ends above a slice. */
typedef enum {
  CHARTER_CUT_FREE,
  CHARTER_CUT_UNIT,  /* tears apart what belongs together */
  CHARTER_CUT_LINES, /* and a paragraph with it */
  CHARTER_CUT_WORST, /* leaves a single line, or a heading alone */
  CHARTER_CUT_FORCED,
} CharterCut;

/* What no page's end goes through: a line, a row, a picture. */
typedef struct {
  guint piece;
  CharterCut cut;
  double before; /* points above it, dropped at the top of a page */
  double height;
  int head; /* index of the slice that is repeated where a page begins with this one, or −1 */
  GArray *strokes;
} CharterSlice;

/* Cuts a document into slices for pages whose text is so many points wide and high.
 * Returns: (transfer full) (element-type CharterSlice) */
GArray *charter_slices_new (const CharterDocument *document, PangoContext *context, double width, double height);

G_END_DECLS
