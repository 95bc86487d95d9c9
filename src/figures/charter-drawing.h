/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-canvas.h"
#include "charter-diagram.h"

G_BEGIN_DECLS

/* Diagrams: a cycle, a flow, a network, a burn-down, a risk matrix, earned value. Each is a pure function of its data
 * and of a canvas, its width and its font. */

/* Whether it is of these, and no larger than can be looked at: others are shown as a table. */
gboolean charter_drawing_can_draw (const CharterDiagram *diagram);

/* In less width things stand on each other. */
double charter_drawing_get_least_width (const CharterDiagram *diagram, CharterCanvas *canvas);
/* The height that it takes in the canvas's width. */
double charter_drawing_measure (const CharterDiagram *diagram, CharterCanvas *canvas);
void charter_drawing_draw (const CharterDiagram *diagram, CharterCanvas *canvas);

/* Where a place stands that a hotspot can name: a node, a point, a cell. Here x counts from the left, also where the
 * canvas begins at the right. Returns: FALSE where there is none such */
gboolean charter_drawing_find (const CharterDiagram *diagram, CharterCanvas *canvas, const char *id, CharterArea *area);

G_END_DECLS
