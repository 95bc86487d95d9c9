/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-blueprint.h"
#include "charter-study.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What somebody wishes of a quiz that is to be built, as it stands on the command line; NULL where nothing is said. */
typedef struct {
  char **topics;
  char **kinds;
  char *difficulty; /* "3", "2-4" */
  gboolean only_mistakes;
  char *number;
} ToolWishes;

gboolean tool_build_is_wished (const ToolWishes *wishes);
/* Returns: an exit status; what can't be understood is said */
int tool_build_read (const ToolWishes *wishes, const CharterPack *pack, CharterBlueprint *blueprint);
/* Waits for what was not wholly right the last time. Returns: (transfer full) (nullable) a set of ids */
GHashTable *tool_build_load_mistakes (CharterStudy *study, CharterPack *pack, GError **error);
/* Draws, and tells how many fit. Returns: (transfer container) (nullable) ids of the pack; NULL where nothing fits,
 * which is said, with what to loosen */
const char **tool_build_draw (
  const CharterBlueprint *blueprint, const CharterPack *pack, GHashTable *mistakes, guint64 seed, ToolOut *out);

G_END_DECLS
