/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-pack.h"
#include "charter-session.h"

G_BEGIN_DECLS

/* A test blueprint, as the field calls it: what a quiz that somebody builds is to be made of. */
typedef struct {
  char **topics;          /* ids; a topic holds its subtopics, and "" stands for items without a topic of the pack.
                           * NULL for all */
  guint kinds;            /* a bit (1 << CharterItemKind) for each; 0 for all */
  guint easiest, hardest; /* 1 to 5. Items without a difficulty fit only the whole range. */
  gboolean only_mistakes;
  guint number; /* at most so many; 0 for all that fit */
  CharterMood mood;
  guint pace; /* of an exam: seconds a question; 0 for no limit */
} CharterBlueprint;

#define CHARTER_BLUEPRINT_PACE 80 /* seconds: what exams of the field give for a question, more or less */
#define CHARTER_EASIEST 1
#define CHARTER_HARDEST 5

/* Everything fits, 20 items, for study. */
void charter_blueprint_init (CharterBlueprint *self);
void charter_blueprint_clear (CharterBlueprint *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterBlueprint, charter_blueprint_clear)

/* How many of the pack's items fit; those kept for mocks never do. number makes no difference. mistakes: a set of ids
 * of items, may be NULL where only_mistakes is not wished. */
guint charter_blueprint_count (const CharterBlueprint *self, const CharterPack *pack, GHashTable *mistakes);

/* Draws a quiz: number of the items that fit. Those of one scenario stand together, so that its situation is read
 * once. The same blueprint, pack, mistakes and seed give the same items in the same order everywhere, and an item's
 * chances do not hang on where it is written.
 * Returns: (transfer container) NULL-terminated ids, owned by the pack */
const char **
charter_blueprint_draw (const CharterBlueprint *self, const CharterPack *pack, GHashTable *mistakes, guint64 seed);

/* Brings items, of any packs, into another order, those of one scenario together: in their place. */
void charter_blueprint_arrange (CharterPaperItem *items, guint n_items, guint64 seed);

/* What stands in the way where nothing fits: each wish that, left out alone, would let something fit. */
typedef enum {
  CHARTER_WISH_TOPICS = 1 << 0,
  CHARTER_WISH_KINDS = 1 << 1,
  CHARTER_WISH_DIFFICULTY = 1 << 2,
  CHARTER_WISH_MISTAKES = 1 << 3,
} CharterWish;

CharterWish
charter_blueprint_find_obstacles (const CharterBlueprint *self, const CharterPack *pack, GHashTable *mistakes);
/* What to loosen. Returns: (transfer full) "No question fits. Choose more topics, or more kinds." */
char *charter_blueprint_dup_advice (CharterWish obstacles);

/* How long so many questions are given at a pace of seconds each. Returns: minutes, rounded up, at least 1 */
guint charter_blueprint_count_minutes (guint n_questions, guint pace);

/* Blueprints as a key file remembers them, a group for each pack. load: what is missing or makes no sense is as init
 * has it. save: keeps what the file says of other packs. */
void charter_blueprint_load (CharterBlueprint *self, GFile *file, const char *pack_id);
gboolean charter_blueprint_save (const CharterBlueprint *self, GFile *file, const char *pack_id, GError **error);

G_END_DECLS
