/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-history-in.h"
#include "charter-merged.h"

G_BEGIN_DECLS

/* How many entries are new, how many were there already, and how many were erased. Returns: (transfer full) */
char *charter_import_words_dup_counts (const CharterMerged *merged);

/* What an import would bring, and what of the file is left out, line by line. Returns: (transfer full) */
char *charter_import_words_dup (CharterHistoryRead *read, const CharterMerged *weighed);

G_END_DECLS
