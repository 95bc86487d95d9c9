/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-search.h"

G_BEGIN_DECLS

/* A row that shows a hit, its words bold, and opens what was found: a lesson at the section, a scenario, a question to
 * answer; an entry's meaning in a popover. hit: copied from. tell_pack: whether the pack is named.
 * Returns: (transfer floating) */
GtkWidget *charter_hit_row_new (const CharterHit *hit, const char *const *words, gboolean tell_pack);

G_END_DECLS
