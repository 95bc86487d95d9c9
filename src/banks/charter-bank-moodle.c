/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moodle's XML: its row of the table. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-moodle.h"

static gboolean
recognize (GBytes *bytes, const char *text)
{
  return g_regex_match_simple ("<quiz[\\s>]", text, 0, 0)
         && (strstr (text, "<question") != NULL || strstr (text, "</quiz>") != NULL);
}

const CharterBankFormat charter_bank_moodle = {
  .name = "moodle",
  .title = N_ ("Moodle XML"),
  .extensions = (const char *const[]){ "xml", NULL },
  .recognize = recognize,
  .read = charter_bank_moodle_read,
  .write = charter_bank_moodle_write,
};
