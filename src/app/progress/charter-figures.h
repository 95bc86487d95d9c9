/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a chart shows, in words: columns with names, and rows of as many cells. */
typedef struct {
  GPtrArray *names; /* of char* */
  GPtrArray *cells; /* of char*, row by row */
} CharterFigures;

/* names: of the columns. Returns: (transfer full) */
CharterFigures *charter_figures_new (const char *const *names, guint n);
/* With the names as arguments. */
#define CHARTER_FIGURES(...)                                                                                           \
  charter_figures_new ((const char *const[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })))
void charter_figures_free (CharterFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterFigures, charter_figures_free)

/* A row. cells: each (transfer full), as many as there are columns, NULL-terminated */
void charter_figures_add (CharterFigures *self, char *const *cells);
/* With the cells as arguments. */
#define CHARTER_FIGURES_ADD(self, ...) charter_figures_add (self, (char *const[]){ __VA_ARGS__, NULL })

G_END_DECLS
