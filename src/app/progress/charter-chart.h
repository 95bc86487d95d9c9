/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-canvas.h"

G_BEGIN_DECLS

/* One way of drawing. Both are pure functions of what is drawn and of the canvas's width and font. */
typedef struct {
  double (*measure) (gconstpointer data, CharterCanvas *canvas); /* the height that it takes */
  void (*draw) (gconstpointer data, CharterCanvas *canvas);
} CharterChartKind;

/* A chart: an image with a name and a description for who does not see it. */
#define CHARTER_TYPE_CHART (charter_chart_get_type ())
G_DECLARE_FINAL_TYPE (CharterChart, charter_chart, CHARTER, CHART, GtkWidget)

/* Returns: (transfer floating) */
GtkWidget *charter_chart_new (void);

/* kind: static. data: (transfer full) freed by free_data. title, summary: plain text, for screen readers. */
void charter_chart_show (CharterChart *self,
                         const CharterChartKind *kind,
                         gpointer data,
                         GDestroyNotify free_data,
                         const char *title,
                         const char *summary);

/* The chart on white paper, with its title above. Returns: (transfer full) (nullable) NULL while nothing is shown */
GBytes *charter_chart_to_svg (CharterChart *self);
GBytes *charter_chart_to_png (CharterChart *self);

G_END_DECLS
