/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-outline.h"

G_BEGIN_DECLS

/* help: what it stands for, or NULL */
typedef void (*CharterAuthorValue) (const char *value, const char *help, gpointer data);

/* Calls with each value that an attribute of an element may have, as far as they can be told: words of the format, and
 * ids of what it may refer to. */
void charter_author_values_list (const CharterOutline *outline,
                                 guint element,
                                 const CharterAttributeRule *rule,
                                 CharterAuthorValue call,
                                 gpointer data);
/* Whether an attribute of such an element is one of what is listed, but for what another pack has. */
gboolean charter_author_values_are_listed (CharterElementKind kind, const CharterAttributeRule *rule);

G_END_DECLS
