/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GIFT, Moodle's text format: its row of the table. */
#include <glib/gi18n-lib.h>

#include "charter-bank-gift.h"

static gboolean
recognize (GBytes *bytes, const char *text)
{
  if (*text == '<' || g_regex_match_simple ("^\\s*<", text, 0, 0))
    return FALSE;
  return g_regex_match_simple ("^[ \\t]*(\\$CATEGORY:|::[^\\n]+::)", text, G_REGEX_MULTILINE, 0)
         || g_regex_match_simple ("[^\\\\]\\{\\s*(=|~|#|T\\b|F\\b|TRUE\\b|FALSE\\b|\\})", text, 0, 0);
}

const CharterBankFormat charter_bank_gift = {
  .name = "gift",
  .title = N_ ("GIFT, Moodle’s text format"),
  .extensions = (const char *const[]){ "gift", NULL },
  .recognize = recognize,
  .read = charter_bank_gift_read,
  .write = charter_bank_gift_write,
};
