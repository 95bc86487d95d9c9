/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "charter-clock.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* One move that was made. */
typedef struct {
  const CharterScene *scene; /* in which it was made */
  const CharterMove *move;
  const double *gauges; /* as they stood after it, in the case's order, 0 to 100 */
  gint64 time;          /* microseconds for which it was thought about */
} CharterTurn;

typedef enum {
  CHARTER_WALK_CHOOSING, /* a move is to be chosen */
  CHARTER_WALK_LOCKED,   /* it is being made safe, and can't be changed meanwhile */
  CHARTER_WALK_TOLD,     /* it is safe; why it is good or not, and what it changed, can be read */
  CHARTER_WALK_OVER,     /* at an ending */
} CharterWalkStand;

/* A way through a branching case, one move after the other. Each move changes the gauges; each of its effects stops at
 * 0 and at 100. Like a session it knows nothing of what grades are worth, of disks or of screens. */
#define CHARTER_TYPE_WALK (charter_walk_get_type ())
G_DECLARE_FINAL_TYPE (CharterWalk, charter_walk, CHARTER, WALK, GObject)

/* id: unique among all sessions, handed in. pack is kept; story is one of its cases. */
CharterWalk *
charter_walk_new (const char *id, CharterPack *pack, const CharterCase *story, guint64 seed, CharterClock clock);

const char *charter_walk_get_id (CharterWalk *self);
CharterPack *charter_walk_get_pack (CharterWalk *self);       /* (transfer none) */
const CharterCase *charter_walk_get_case (CharterWalk *self); /* the pack's */
guint64 charter_walk_get_seed (CharterWalk *self);
CharterWalkStand charter_walk_get_stand (CharterWalk *self);

/* The scene where one is; while TOLD that in which the move was made, when OVER the ending. */
const CharterScene *charter_walk_get_scene (CharterWalk *self);
/* Indices into the scene's moves as they are shown: shuffled by the seed and the scene's id, so that the same seed
 * shows a scene in the same order whichever way one comes to it. Owned by the walk, until it goes on. */
const guint *charter_walk_get_order (CharterWalk *self);

/* Chooses one of the scene's moves; NULL takes the choice back. Ignored unless CHOOSING. */
void charter_walk_choose (CharterWalk *self, const CharterMove *move);
/* Returns: (nullable) */
const CharterMove *charter_walk_get_chosen (CharterWalk *self);

/* The moves made so far. index: below n_turns. */
guint charter_walk_get_n_turns (CharterWalk *self);
const CharterTurn *charter_walk_get_turn (CharterWalk *self, guint index);
/* The gauges after that many moves, 0 for the beginning. n_turns: no more than were made. */
const double *charter_walk_get_gauges (CharterWalk *self, guint n_turns);

/* From TOLD on to the next scene, or to the ending. */
void charter_walk_go_on (CharterWalk *self);
/* The window lost its place on the screen, or came back: time stands still in between. */
void charter_walk_set_paused (CharterWalk *self, gboolean paused);

/* Study calls these around a commit. lock: what the chosen move is going to be as a turn, NULL where none is chosen or
 * it is locked already; owned by the walk. settle: safe makes it one and the walk TOLD; otherwise it is CHOOSING. */
const CharterTurn *charter_walk_lock (CharterWalk *self);
void charter_walk_settle (CharterWalk *self, gboolean safe);

/* Put back a walk that was left: make the same move again, and go on. All are as the log has them.
 * Returns: FALSE where the case has changed so that this can't be the same move; nothing is then changed. */
gboolean charter_walk_repeat (
  CharterWalk *self, const char *scene, const char *move, const char *to, const char *grade, gint64 time);
/* Back to the last turn, as though one had not gone on from it yet. There has to be one. */
void charter_walk_look_back (CharterWalk *self);

G_END_DECLS
