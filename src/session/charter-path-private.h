/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-path.h"

G_BEGIN_DECLS

/* For whatever lays out a path. pack is kept; group may be NULL. Returns: (transfer full) */
CharterPath *charter_path_new (CharterPack *pack, const CharterGroup *group, guint64 seed);
/* Makes it a form of an exam. sections: copied. Only before the path is given to others, as what follows. */
void
charter_path_make_form (CharterPath *path, const char *exam_id, const CharterPaperSection *sections, guint n_sections);
/* Adds a step at the end, its orders as written. Returns: the order of its parts, to be shuffled in place; owned by
 * the path. */
guint *charter_path_add_step (CharterPath *path, const CharterPaperItem *asked, guint64 seed);

G_END_DECLS
