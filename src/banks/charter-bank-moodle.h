/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank-private.h"

G_BEGIN_DECLS

gboolean charter_bank_moodle_read (GBytes *bytes, CharterBankBook *book, GError **error);
GBytes *charter_bank_moodle_write (CharterBankSheet *sheet, GError **error);

/* ---- between the reader's files ---- */

/* A question of Moodle that is being read. */
typedef struct {
  CharterBankQuestion *question;
  const CharterBankNode *node;
  GHashTable *pictures; /* name of an embedded file → its place in the pack */
  const char *id;       /* or NULL */
} CharterBankMoodle;

/* An element's "text", in the format that it names. Returns: (transfer full) (nullable) */
char *charter_bank_moodle_dup_blocks (CharterBankMoodle *self, const CharterBankNode *element);
char *charter_bank_moodle_dup_inline (CharterBankMoodle *self, const CharterBankNode *element);
/* Its HTML. Returns: (transfer full) (not nullable) */
char *charter_bank_moodle_dup_html (const CharterBankNode *element);
char *
charter_bank_moodle_flow (CharterBankMoodle *self, const char *html, gboolean is_inline, const char *const *inserts);
/* An item with what all kinds have: id, points, rationale, hint, tags; the stem where it is not a cloze. */
CharterBankItem *charter_bank_moodle_begin (CharterBankMoodle *self, CharterItemKind kind);

/* "multianswer": a text with {1:MULTICHOICE:=a~b} in it. */
void charter_bank_moodle_read_cloze (CharterBankMoodle *self);
/* "gapselect" and "ddwtos": a text with [[1]] in it, and choices that stand apart. */
void charter_bank_moodle_read_gaps (CharterBankMoodle *self);

G_END_DECLS
