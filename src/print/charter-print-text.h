/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "charter-text.h"

G_BEGIN_DECLS

/* A copy of its own, its blanks as numbered lines to write on. text's plain may be NULL for no words. */
CharterText charter_print_text_copy (CharterText text);
void charter_print_text_clear (CharterText *text);
/* How its markup looks on paper. Returns: (transfer full) */
PangoAttrList *charter_print_text_get_attributes (const CharterText *text);
/* Whether words are written from right to left. */
gboolean charter_print_text_is_rtl (const char *words);

/* The language of the words around what is printed, as a web page has it: "es-MX". Returns: (transfer full) */
char *charter_print_text_dup_language (void);

G_END_DECLS
