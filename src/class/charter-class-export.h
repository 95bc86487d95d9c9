/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-analysis.h"

G_BEGIN_DECLS

/* All of an analysis as tables for other programs. Numbers have a point everywhere; shares are 0 to 1, times seconds,
 * discrimination, efficiency, consistency and error ratio per cent. What can't be told is empty, or null.
 * faults: (element-type CharterClassFault) what is to be said of files. */

/* RFC 4180: a row a figure of the class ("figure"), an item, a choice of an item, a misconception of it, one of the
 * whole class ("idea"), a caution and a fault. Text that a spreadsheet would take for a formula gets an apostrophe
 * before it. Returns: (transfer full) UTF-8 */
char *charter_class_export_csv (const CharterClassAnalysis *analysis, GPtrArray *faults);
/* Returns: (transfer full) UTF-8 */
char *charter_class_export_json (const CharterClassAnalysis *analysis, GPtrArray *faults);

/* Pile's and table's together. Returns: (transfer container) (element-type CharterClassFault) */
GPtrArray *charter_class_list_faults (const CharterClassPile *pile, const CharterClassTable *table);

/* The figures of a class as files name them. */
typedef struct {
  const char *name;
  double value;
  gboolean is_small;
} CharterClassNamed;
#define CHARTER_CLASS_N_NAMED 12
void charter_class_list_named (const CharterClassFigures *figures, CharterClassNamed named[CHARTER_CLASS_N_NAMED]);

G_END_DECLS
