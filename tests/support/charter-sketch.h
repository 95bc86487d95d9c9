/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item.h"

G_BEGIN_DECLS

/* An item written in one line, as tests/scoring/cases.txt explains at its head. */
typedef struct _CharterSketch CharterSketch;

/* Ends the program where text is no sketch; where tells the place, such as "cases.txt:12". id is copied.
 * Returns: (transfer full) */
CharterSketch *charter_sketch_new (const char *id, const char *text, const char *where);
void charter_sketch_free (CharterSketch *sketch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterSketch, charter_sketch_free)

/* Returns: owned by the sketch; a test may change it. */
CharterItem *charter_sketch_get_item (CharterSketch *sketch);
guint64 charter_sketch_get_seed (CharterSketch *sketch); /* 0 unless told */

G_END_DECLS
