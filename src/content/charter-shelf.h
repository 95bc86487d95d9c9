/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* The packs at hand, so that a ref leads from one of them into another ("pack#id"). Packs refer to one another in
 * circles, so that none of them could keep the others: a shelf keeps them all, and they know it as long as it stands.
 * May be used from any thread. */
typedef struct _CharterShelf CharterShelf;

/* packs: (element-type CharterPack) kept; of two with one id the first is found. Those that stand on another shelf are
 * moved to this one. Returns: (transfer full) */
CharterShelf *charter_shelf_new (GPtrArray *packs);
/* What was found through it before stays as it is. */
void charter_shelf_free (CharterShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterShelf, charter_shelf_free)

/* The pack into which a ref leads: pack itself, or one on the same shelf, whose charter_pack_find_… then find what is
 * meant. ref: may be NULL. Returns: (transfer full) (nullable) NULL where there is no ref, or its pack is not at hand */
CharterPack *charter_pack_follow (CharterPack *pack, const char *ref);

G_END_DECLS
