/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank-private.h"

G_BEGIN_DECLS

/* Tables as spreadsheets write them (RFC 4180): commas, semicolons or tabs, whichever is most frequent in the first
 * line; cells in quotes may hold line feeds. */
typedef struct {
  guint line;   /* from 1 */
  char **cells; /* NULL-terminated */
} CharterBankRow;

/* Returns: (transfer full) (element-type CharterBankRow) without empty rows */
GPtrArray *charter_bank_csv_parse (const char *text);
/* Adds a cell. What a spreadsheet would take for a formula gets an apostrophe before it. */
void charter_bank_csv_add (GString *csv, const char *cell, gboolean is_last);

gboolean charter_bank_csv_read (GBytes *bytes, CharterBankBook *book, GError **error);
GBytes *charter_bank_csv_write (CharterBankSheet *sheet, GError **error);

/* A side of a pair and the other: "Paris => Seine". */
#define CHARTER_BANK_ARROW "=>"

G_END_DECLS
