/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-search.h"

G_BEGIN_DECLS

/* Blocks of an item as plain words, with “…” where a drill puts its numbers. Returns: (transfer full) (not nullable) */
char *charter_search_dup_words (const CharterItem *item, CharterBlocks blocks);

G_END_DECLS
