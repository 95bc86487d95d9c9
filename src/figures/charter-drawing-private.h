/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-drawing.h"

G_BEGIN_DECLS

/* One kind of drawing, as charter-drawing.h has it; here x counts from where reading begins. */
typedef struct {
  double (*get_least_width) (const CharterDiagram *diagram, CharterCanvas *canvas);
  double (*measure) (const CharterDiagram *diagram, CharterCanvas *canvas);
  void (*draw) (const CharterDiagram *diagram, CharterCanvas *canvas);
  gboolean (*find) (const CharterDiagram *diagram, CharterCanvas *canvas, const char *id, CharterArea *area);
} CharterDrawingKind;

/* In which ink, as a tint, a node is filled. */
CharterInk charter_drawing_get_tint (CharterNodeKind kind);

extern const CharterDrawingKind charter_drawing_flow;
extern const CharterDrawingKind charter_drawing_network;
extern const CharterDrawingKind charter_drawing_curves;
extern const CharterDrawingKind charter_drawing_risks;

G_END_DECLS
