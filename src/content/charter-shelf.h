/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* The packs at hand, so that a ref leads from one of them into another ("pack#id"). Packs refer to one another in
 * circles, so that none of them could keep the others: a shelf keeps them all. A pack knows the shelf that it was last
 * put on for as long as it lives: one that was read anew and is gone from the shelf, but not from whoever shows it,
 * still finds those that stand there now.
 *
 * May be used from any thread: what stands on a shelf, and which shelf a pack knows, are read and changed under one
 * lock of all shelves. It is never held while packs are freed or more is done than to look one up by its id. */
typedef struct _CharterShelf CharterShelf;

/* Returns: (transfer full) with nothing on it. Whoever makes it takes the packs off it before it goes: as long as any
 * stand there, shelf and packs keep each other. */
CharterShelf *charter_shelf_new (void);
CharterShelf *charter_shelf_ref (CharterShelf *shelf);
void charter_shelf_unref (CharterShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterShelf, charter_shelf_unref)

/* These stand there from now on, in the place of all before. packs: (element-type CharterPack) (nullable) kept; of two
 * with one id the first is found; one that knows another shelf knows this one from now on. What was found through the
 * shelf before stays as it is. */
void charter_shelf_set_packs (CharterShelf *shelf, GPtrArray *packs);

/* The pack knows the shelf from now on, and so finds what stands there, without standing there itself. */
void charter_shelf_lend (CharterShelf *shelf, CharterPack *pack);

/* The pack into which a ref leads: pack itself, or one on the shelf that it knows, whose charter_pack_find_… then find
 * what is meant. ref: may be NULL. Returns: (transfer full) (nullable) NULL where there is no ref, or its pack is not
 * at hand */
CharterPack *charter_pack_follow (CharterPack *pack, const char *ref);

/* What a ref of pack means, by the name that it has from every pack: "pack#id". Returns: (transfer full) */
char *charter_pack_dup_name (const CharterPack *pack, const char *ref);

G_END_DECLS
