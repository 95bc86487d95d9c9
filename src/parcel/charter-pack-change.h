/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

typedef enum {
  CHARTER_CHANGE_ADDED,
  CHARTER_CHANGE_REMOVED,
  CHARTER_CHANGE_TEXT, /* words or facts about it; its key is the same */
  CHARTER_CHANGE_KEY,  /* what is right: earlier answers say nothing of it, so it comes up again */
  CHARTER_N_CHANGES,
} CharterChangeKind;

/* What became of one unit of a pack: an item, a lesson, a glossary entry, a scenario or bank (without its items), a
 * case, an exam. */
typedef struct {
  CharterChangeKind kind;
  const char *element; /* its name in the format: "single", "lesson" */
  const char *id;
  const CharterItem *item; /* as it is now, or as it was where it is gone; NULL where it is none */
} CharterChange;

/* How a pack differs from an earlier release of it. It keeps both. */
typedef struct {
  CharterPack *before, *after;
  CharterChange *changes; /* in the order of the pack; then what is gone */
  guint n_changes;
  guint n_items[CHARTER_N_CHANGES]; /* how many of them are items, by kind */
  guint n_others;                   /* how many are not */
} CharterPackChange;

/* before, after: kept. The bytes are those that each was read from. Comments, the order of attributes and of units, and
 * how a file is laid out make no difference; items by other ids are other items.
 * Returns: (transfer full) */
CharterPackChange *
charter_pack_change_new (CharterPack *before, GBytes *before_bytes, CharterPack *after, GBytes *after_bytes);
void charter_pack_change_free (CharterPackChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPackChange, charter_pack_change_free)

G_END_DECLS
