/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns running HTML, whatever its state, into what packs hold: BLOCKS, or INLINE for the words of an option. What
 * comes out is well-formed and follows the grammar. Unclosed, crossed and unknown tags do no harm. */
typedef struct _CharterBankFlow CharterBankFlow;

/* The place in the pack of a picture that HTML names by src. Returns: (transfer full) (nullable) NULL where it is not
 * at hand */
typedef char *(*CharterBankFindPicture) (const char *src, gpointer data);

CharterBankFlow *charter_bank_flow_new (gboolean is_inline);
void charter_bank_flow_free (CharterBankFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBankFlow, charter_bank_flow_free)
void charter_bank_flow_set_pictures (CharterBankFlow *self, CharterBankFindPicture find, gpointer data);

/* Parts of a page as a parser meets them. name: in lower case. attributes: names and values in turn, NULL at the end;
 * or NULL */
void charter_bank_flow_open (CharterBankFlow *self, const char *name, const char *const *attributes);
void charter_bank_flow_close (CharterBankFlow *self, const char *name);
/* White space is folded as HTML does. */
void charter_bank_flow_text (CharterBankFlow *self, const char *text, gsize length);
/* Puts XML into the line where it is, outside of all markup. */
void charter_bank_flow_insert (CharterBankFlow *self, const char *xml);
/* A stretch of HTML as text. Each U+E000 in it gives its place to the next of inserts (XML, or NULL). */
void charter_bank_flow_html (CharterBankFlow *self, const char *html, const char *const *inserts);

/* What can't be taken along, each once: "video", "picture board.png". (element-type utf8) */
GPtrArray *charter_bank_flow_get_lost (CharterBankFlow *self);
/* Returns: (transfer full) (nullable) NULL where there was not a word */
char *charter_bank_flow_finish (CharterBankFlow *self);

/* All words of HTML in one line, unescaped. Returns: (transfer full) (not nullable) */
char *charter_bank_flow_plain (const char *html);

G_END_DECLS
