/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* Running text as Pango markup. All words are escaped. Terms become links to "term:N:REF", ways to a section
 * "see:N:REF", where N is the index of the span; links out of the pack are kept where they are http, https or mailto,
 * and else are plain words. A blank is shown as a line. Returns: (transfer full) (not nullable) */
char *charter_markup_from_text (const CharterText *text);

typedef enum { CHARTER_TARGET_TERM, CHARTER_TARGET_SEE, CHARTER_TARGET_OUT } CharterTargetKind;

/* Takes such a link apart. span: (out) the index of its span; 0 for a link out. ref: (out) a part of uri. */
CharterTargetKind charter_markup_parse_target (const char *uri, guint *span, const char **ref);

G_END_DECLS
