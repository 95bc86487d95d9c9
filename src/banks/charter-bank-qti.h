/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-archive.h"
#include "charter-bank-private.h"

G_BEGIN_DECLS

/* QTI in its dialects. Names differ between them in hyphens, capitals and a prefix only (choiceInteraction,
 * qti-choice-interaction), so they are compared without these: "choiceinteraction". */

/* ---- packages ---- */

/* The files of a zip; or of XML alone, one without a name. Returns: (transfer full) (nullable) CharterArchiveEntry */
GPtrArray *charter_bank_package_open (GBytes *bytes, GError **error);
gboolean charter_bank_package_is_xml (const CharterArchiveEntry *entry);
/* Has each file of XML read, with the book knowing which it is. Returns: FALSE where the package can't be opened */
typedef void (*CharterBankReadEntry) (CharterBankBook *book, GPtrArray *entries, const CharterArchiveEntry *entry);
gboolean charter_bank_package_read (GBytes *bytes, CharterBankBook *book, CharterBankReadEntry read, GError **error);
/* Whether one of its first bytes' files holds that start tag: "questestinterop". */
gboolean charter_bank_package_holds (GBytes *bytes, const char *const *names);

/* A question that is being read, and where its pictures are. */
typedef struct {
  CharterBankQuestion *question;
  GPtrArray *entries;
  const char *file; /* the XML's name in the package, or "" */
  const CharterBankNode *node;
} CharterBankQti;

/* For flows: data is a CharterBankQti. */
char *charter_bank_qti_find_picture (const char *src, gpointer data);

/* ---- nodes ---- */

gboolean charter_bank_qti_is (const CharterBankNode *node, const char *name);
CharterBankNode *charter_bank_qti_find (const CharterBankNode *node, const char *name);   /* a child */
CharterBankNode *charter_bank_qti_search (const CharterBankNode *node, const char *name); /* however deep */
const char *charter_bank_qti_get (const CharterBankNode *node, const char *name);

/* What an element becomes in place of its HTML. Returns: (transfer full) (nullable) XML to be put into the line, ""
 * to leave it out, or NULL to take it as HTML */
typedef char *(*CharterBankReplace) (const CharterBankNode *node, gpointer data);
/* Its content as BLOCKS or INLINE. node: or NULL. Returns: (transfer full) (nullable) */
char *charter_bank_qti_flow (
  CharterBankQti *self, const CharterBankNode *node, gboolean is_inline, CharterBankReplace replace, gpointer data);

/* Reads an assessment item of QTI 2 or 3. */
void charter_bank_qti_read_item (CharterBankQti *self);

gboolean charter_bank_qti_read (GBytes *bytes, CharterBankBook *book, GError **error);
gboolean charter_bank_canvas_read (GBytes *bytes, CharterBankBook *book, GError **error);
GBytes *charter_bank_qti_write (CharterBankSheet *sheet, GError **error);

G_END_DECLS
