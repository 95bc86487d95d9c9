/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* A row that opens to the kinds of question that a pack has, with tick boxes. It emits "changed" when somebody ticks.
 */
#define CHARTER_TYPE_KIND_ROW (charter_kind_row_get_type ())
G_DECLARE_FINAL_TYPE (CharterKindRow, charter_kind_row, CHARTER, KIND_ROW, AdwExpanderRow)

/* kinds: as in a blueprint, 0 for all. Returns: (transfer floating) */
GtkWidget *charter_kind_row_new (const CharterPack *pack, guint kinds);

/* What is ticked, as in a blueprint: 0 where all is, and a bit that is no kind's where nothing is. */
guint charter_kind_row_get_kinds (CharterKindRow *self);

G_END_DECLS
