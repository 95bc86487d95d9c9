/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* Misconceptions in their order, each a row that opens: what mends it, the section to read, and the questions that can
 * show it, to be practised. */
#define CHARTER_TYPE_MISCONCEPTION_LIST (charter_misconception_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterMisconceptionList, charter_misconception_list, CHARTER, MISCONCEPTION_LIST, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_misconception_list_new (void);

/* ranks: (transfer full) (element-type CharterMisconceptionRank) of the questions of pack, which is kept. */
void charter_misconception_list_show (CharterMisconceptionList *self, CharterPack *pack, GPtrArray *ranks);

G_END_DECLS
