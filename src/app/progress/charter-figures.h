/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a chart shows, in words: columns with names, and rows of as many cells. */
typedef struct {
  GPtrArray *names; /* of char* */
  GPtrArray *cells; /* of char*, row by row */
} CharterFigures;

/* The names of the columns, ended by NULL. Returns: (transfer full) */
CharterFigures *charter_figures_new (const char *first, ...) G_GNUC_NULL_TERMINATED;
void charter_figures_free (CharterFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterFigures, charter_figures_free)

/* As many texts as there are columns, each (transfer full); ended by NULL. */
void charter_figures_add (CharterFigures *self, char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
