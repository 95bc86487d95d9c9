/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* A comparison as words for other programs; pure functions. Returns: (transfer full) (not nullable) */
char *charter_comparison_to_text (const CharterComparison *comparison); /* columns between tabs */
char *charter_comparison_to_markdown (const CharterComparison *comparison);
char *charter_comparison_to_html (const CharterComparison *comparison);

G_END_DECLS
