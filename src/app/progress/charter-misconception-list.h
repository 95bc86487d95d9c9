/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* Misconceptions in their order, each a row that opens: what mends it, the section to read, and the questions that can
 * show it, to be practised. One is told of all packs at once, for what one explains another may show. */
#define CHARTER_TYPE_MISCONCEPTION_LIST (charter_misconception_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterMisconceptionList, charter_misconception_list, CHARTER, MISCONCEPTION_LIST, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_misconception_list_new (void);

/* Reads the history, and then shows what it finds; until then what was shown stays. packs: (element-type CharterPack)
 * kept. */
void charter_misconception_list_show (CharterMisconceptionList *self, CharterStudy *study, GPtrArray *packs);

G_END_DECLS
