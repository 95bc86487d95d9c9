/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-window.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* Asks for versions, paper and key, and the seed, which is shown, and prints or saves a paper. id: of a scenario or
 * bank of the pack, or of an exam of it, whose questions are then drawn from packs (element-type CharterPack): those at
 * hand. What somebody answered plays no part in it. */
void charter_paper_dialog_show (CharterWindow *window, CharterPack *pack, const char *id, GPtrArray *packs);

G_END_DECLS
