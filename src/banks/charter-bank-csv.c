/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: their row of the table. They tell nothing certain of themselves, so only their name is looked at. */
#include "charter-bank-csv.h"

#include <glib/gi18n-lib.h>

const CharterBankFormat charter_bank_csv = {
  .name = "csv",
  .title = N_ ("CSV, a table of a spreadsheet"),
  .extensions = (const char *const[]){ "csv", "tsv", NULL },
  .read = charter_bank_csv_read,
  .write = charter_bank_csv_write,
};
