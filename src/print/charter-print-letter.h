/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define CHARTER_PRINT_LETTER_RADIUS 7.5 /* points */

/* Draws the letter of a place that can be pointed at, on a disc with its middle at x, y. index: 0 for A */
void charter_print_letter_draw (cairo_t *cr, guint index, double x, double y);

G_END_DECLS
