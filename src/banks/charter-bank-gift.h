/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank-private.h"

G_BEGIN_DECLS

/* A question as it is taken apart. Its texts are still hidden. */
typedef struct {
  CharterBankQuestion *question;
  char *format; /* "html", "plain" … */
  char *stem;   /* what stands before the braces, */
  char *answer; /* in them, or NULL */
  char *behind; /* and after them */
  char *rationale;
  char *id;
  char **tags;
} CharterBankGift;

/* What stands behind a backslash is put out of the way of the signs, as one of U+E010 and on. Returns: (transfer full)
 */
char *charter_bank_gift_hide (const char *text);
/* The other way round. line_feed: for "\n". Returns: (transfer full) */
char *charter_bank_gift_reveal (const char *text, const char *line_feed);
/* A text may begin with its own format in brackets, which replaces *format. Returns: behind it */
const char *charter_bank_gift_skip_format (const char *text, char **format);

/* BLOCKS, INLINE and plain words of a hidden text in the question’s format, if it names none itself.
 * Returns: (transfer full) (nullable) */
char *charter_bank_gift_dup_blocks (CharterBankGift *gift, const char *text);
char *charter_bank_gift_dup_inline (CharterBankGift *gift, const char *text);
char *charter_bank_gift_dup_plain (CharterBankGift *gift, const char *text);
/* HTML as BLOCKS or INLINE; inserts: as charter_bank_flow_html() takes them, or NULL. Returns: (transfer full)
 * (nullable) */
char *
charter_bank_gift_dup_flow (CharterBankGift *gift, const char *text, gboolean is_inline, const char *const *inserts);

/* Makes the question's item of what stands in its braces, or lists it. */
void charter_bank_gift_read_body (CharterBankGift *gift);

gboolean charter_bank_gift_read (GBytes *bytes, CharterBankBook *book, GError **error);
GBytes *charter_bank_gift_write (CharterBankSheet *sheet, GError **error);

G_END_DECLS
