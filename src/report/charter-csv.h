/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables as RFC 4180 has them, cell by cell; numbers have a point everywhere. The first cell of a row is not empty. */

/* A text that a spreadsheet would take for a formula gets an apostrophe before it. text: may be NULL */
void charter_csv_add_text (GString *csv, const char *text);
/* Six digits; empty for what is no number. */
void charter_csv_add_number (GString *csv, double number);
void charter_csv_add_boolean (GString *csv, gboolean boolean);
void charter_csv_add_empty (GString *csv, guint n);
void charter_csv_end_row (GString *csv);

G_END_DECLS
