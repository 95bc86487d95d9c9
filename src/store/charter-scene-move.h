/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-event.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* A move that stands, in a scene some moves of which stand for misconceptions. What a whole scene shows is added up
 * when it is asked for: moves are few, and each can be taken out again by itself. */
typedef struct {
  char *device; /* of its event, as is seq */
  gint64 seq, hlc, wall;
  char *session;
  guint position;
  char *pack, *story, *scene;
  char **offered; /* ids of the misconceptions that the scene's moves stand for */
  char *shown;    /* that the move stands for, or NULL */
} CharterSceneMove;

/* story: the case. Returns: (transfer full) (nullable) NULL where no move of the scene stands for any */
CharterSceneMove *charter_scene_move_new (const CharterEvent *event, const char *story);
void charter_scene_move_free (CharterSceneMove *move);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterSceneMove, charter_scene_move_free)
gboolean charter_scene_move_equal (const CharterSceneMove *a, const CharterSceneMove *b);

/* What they come to. moves: (element-type CharterSceneMove) in the order of the log within each scene, the moves of a
 * scene together. Returns: (transfer full) (element-type CharterSceneRecord) */
GPtrArray *charter_scene_moves_add_up (GPtrArray *moves);

/* Their table. Each runs on whichever thread has the connection. */

/* As the session's fold has applied an event: a move takes the place of those from its position on, an undo takes one
 * away. */
gboolean charter_scene_moves_follow (sqlite3 *db,
                                     const CharterEvent *event,
                                     const CharterSessionRecord *session,
                                     GError **error);
gboolean charter_scene_move_save (sqlite3 *db, const CharterSceneMove *move, GError **error);
/* pack: NULL for all. Returns: (transfer full) (nullable) (element-type CharterSceneMove) as adding up wants them */
GPtrArray *charter_scene_moves_load (sqlite3 *db, const char *pack, GError **error);

/* The same in memory, for all that is folded anew. moves: (element-type CharterSceneMove) of the event's session.
 * counts: whether a move that is made is put there, and not only what it replaces taken away. */
void charter_scene_moves_apply (GPtrArray *moves,
                                const CharterEvent *event,
                                const CharterSessionRecord *session,
                                gboolean counts);

G_END_DECLS
