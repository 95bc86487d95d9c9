/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-outline.h"

G_BEGIN_DECLS

/* As charter_suggestion_dup_element. */
char *charter_author_snippet_dup (
  const CharterOutline *outline, guint parent, CharterElementKind kind, guint indent, gsize *caret);

G_END_DECLS
