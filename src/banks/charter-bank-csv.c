/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: their row of the table of formats. */
#include "charter-bank-csv.h"

#include <glib/gi18n-lib.h>

/* A file is a table for certain where its columns are named, or where its rows begin as a platform writes them. */
static gboolean
recognize (GBytes *bytes, const char *text)
{
  g_autoptr (GPtrArray) rows = charter_bank_csv_parse (text);

  for (guint i = 0; i < rows->len && i < CHARTER_BANK_LOWEST_HEAD; i++)
    if (charter_bank_csv_names_columns (g_ptr_array_index (rows, i)))
      return TRUE;
  return charter_bank_csv_is_blackboard (rows) || charter_bank_csv_is_brightspace (rows);
}

const CharterBankFormat charter_bank_csv = {
  .name = "csv",
  .title = N_ ("CSV, a table of a spreadsheet"),
  .extensions = (const char *const[]){ "csv", "tsv", NULL },
  .recognize = recognize,
  .read = charter_bank_csv_read,
  .write = charter_bank_csv_write,
};
