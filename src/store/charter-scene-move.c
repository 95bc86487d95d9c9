/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-scene-move.h"

#include "charter-payload.h"

CharterSceneMove *
charter_scene_move_new (const CharterEvent *event, const char *story)
{
  g_auto (CharterMoveMade) made = { 0 };
  CharterSceneMove *move;

  if (event->pack == NULL || event->session == NULL || !charter_move_made_from_json (&made, event->payload)
      || made.offered[0] == NULL)
    return NULL;
  move = g_new0 (CharterSceneMove, 1);
  move->device = g_strdup (event->device);
  move->seq = event->seq;
  move->hlc = event->hlc;
  move->wall = event->wall;
  move->session = g_strdup (event->session);
  move->position = made.position;
  move->pack = g_strdup (event->pack);
  move->story = g_strdup (story);
  move->scene = g_steal_pointer (&made.scene);
  move->offered = g_steal_pointer (&made.offered);
  move->shown = g_steal_pointer (&made.misconception);
  return move;
}

void
charter_scene_move_free (CharterSceneMove *move)
{
  g_free (move->device);
  g_free (move->session);
  g_free (move->pack);
  g_free (move->story);
  g_free (move->scene);
  g_strfreev (move->offered);
  g_free (move->shown);
  g_free (move);
}

gboolean
charter_scene_move_equal (const CharterSceneMove *a, const CharterSceneMove *b)
{
  return g_str_equal (a->device, b->device) && a->seq == b->seq && a->hlc == b->hlc && a->wall == b->wall
         && g_str_equal (a->session, b->session) && a->position == b->position && g_str_equal (a->pack, b->pack)
         && g_str_equal (a->story, b->story) && g_str_equal (a->scene, b->scene)
         && g_strv_equal ((const char *const *)a->offered, (const char *const *)b->offered)
         && g_strcmp0 (a->shown, b->shown) == 0;
}

/* ---- what they come to ---- */

static gboolean
is_of (const CharterSceneRecord *record, const CharterSceneMove *move)
{
  return g_str_equal (record->scene, move->scene) && g_str_equal (record->story, move->story)
         && g_str_equal (record->pack, move->pack);
}

static void
add_move (CharterSceneRecord *record, const CharterSceneMove *move)
{
  for (guint i = 0; move->offered[i] != NULL; i++)
    charter_slip_add (charter_slips_get (&record->slips, move->offered[i]),
                      g_strcmp0 (move->offered[i], move->shown) == 0, move->wall);
}

GPtrArray *
charter_scene_moves_add_up (GPtrArray *moves)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_scene_record_free);
  CharterSceneRecord *record = NULL;

  for (guint i = 0; i < moves->len; i++)
    {
      const CharterSceneMove *move = moves->pdata[i];

      if (record == NULL || !is_of (record, move))
        {
          record = charter_scene_record_new (move->pack, move->story, move->scene);
          g_ptr_array_add (records, record);
        }
      add_move (record, move);
    }
  return records;
}

/* ---- in memory ---- */

static void
take_from (GPtrArray *moves, guint position)
{
  for (guint i = moves->len; i > 0; i--)
    if (((CharterSceneMove *)moves->pdata[i - 1])->position >= position)
      g_ptr_array_remove_index (moves, i - 1);
}

static void
take_named (GPtrArray *moves, const char *device, gint64 seq)
{
  for (guint i = moves->len; i > 0; i--)
    {
      const CharterSceneMove *move = moves->pdata[i - 1];

      if (move->seq == seq && g_strcmp0 (move->device, device) == 0)
        g_ptr_array_remove_index (moves, i - 1);
    }
}

static guint
get_position (const CharterEvent *event)
{
  g_auto (CharterMoveMade) made = { 0 };

  charter_move_made_from_json (&made, event->payload);
  return made.position;
}

void
charter_scene_moves_apply (GPtrArray *moves,
                           const CharterEvent *event,
                           const CharterSessionRecord *session,
                           gboolean counts)
{
  CharterSceneMove *move;

  if (event->kind == CHARTER_EVENT_UNDO)
    take_named (moves, event->undo_device, event->undo_seq);
  if (event->kind != CHARTER_EVENT_MOVE)
    return;
  take_from (moves, get_position (event));
  move = counts ? charter_scene_move_new (event, session->group) : NULL;
  if (move != NULL)
    g_ptr_array_add (moves, move);
}

/* ---- the table ---- */

static gboolean
forget_from (sqlite3 *db, const char *session, guint position, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "DELETE FROM scene_move WHERE session = ? AND position >= ?", error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, session);
  sqlite3_bind_int64 (s, 2, position);
  return charter_database_run (db, s, error);
}

static gboolean
forget_named (sqlite3 *db, const char *device, gint64 seq, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "DELETE FROM scene_move WHERE device = ? AND seq = ?", error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, device);
  sqlite3_bind_int64 (s, 2, seq);
  return charter_database_run (db, s, error);
}

gboolean
charter_scene_move_save (sqlite3 *db, const CharterSceneMove *move, GError **error)
{
  g_autofree char *offered = g_strjoinv (" ", move->offered);
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db,
                                "INSERT INTO scene_move (device, seq, hlc, wall, session, position, pack, grp, scene,"
                                "  offered, shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, move->device);
  sqlite3_bind_int64 (s, 2, move->seq);
  sqlite3_bind_int64 (s, 3, move->hlc);
  sqlite3_bind_int64 (s, 4, move->wall);
  charter_statement_bind_text (s, 5, move->session);
  sqlite3_bind_int64 (s, 6, move->position);
  charter_statement_bind_text (s, 7, move->pack);
  charter_statement_bind_text (s, 8, move->story);
  charter_statement_bind_text (s, 9, move->scene);
  charter_statement_bind_text (s, 10, offered);
  charter_statement_bind_text (s, 11, move->shown);
  return charter_database_run (db, s, error);
}

gboolean
charter_scene_moves_follow (sqlite3 *db, const CharterEvent *event, const CharterSessionRecord *session, GError **error)
{
  g_autoptr (CharterSceneMove) move = NULL;

  if (event->kind == CHARTER_EVENT_UNDO && session->n_steps == 0)
    return forget_named (db, event->undo_device, event->undo_seq, error);
  if (event->kind != CHARTER_EVENT_MOVE)
    return TRUE;
  move = charter_scene_move_new (event, session->group);
  return forget_from (db, event->session, get_position (event), error)
         && (move == NULL || charter_scene_move_save (db, move, error));
}

static CharterSceneMove *
read_move (sqlite3_stmt *s)
{
  CharterSceneMove *move = g_new0 (CharterSceneMove, 1);

  move->device = charter_statement_dup_text (s, 0);
  move->seq = sqlite3_column_int64 (s, 1);
  move->hlc = sqlite3_column_int64 (s, 2);
  move->wall = sqlite3_column_int64 (s, 3);
  move->session = charter_statement_dup_text (s, 4);
  move->position = (guint)sqlite3_column_int64 (s, 5);
  move->pack = charter_statement_dup_text (s, 6);
  move->story = charter_statement_dup_text (s, 7);
  move->scene = charter_statement_dup_text (s, 8);
  move->offered = g_strsplit ((const char *)sqlite3_column_text (s, 9), " ", -1);
  move->shown = charter_statement_dup_text (s, 10);
  return move;
}

GPtrArray *
charter_scene_moves_load (sqlite3 *db, const char *pack, GError **error)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_scene_move_free);
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (
    db,
    "SELECT device, seq, hlc, wall, session, position, pack, grp, scene, offered, shown FROM scene_move"
    "  WHERE ?1 IS NULL OR pack = ?1 ORDER BY pack, grp, scene, hlc, device, seq",
    error);
  int row;

  if (s == NULL)
    return NULL;
  charter_statement_bind_text (s, 1, pack);
  while ((row = charter_database_step (db, s, error)) > 0)
    g_ptr_array_add (moves, read_move (s));
  return row == 0 ? g_steal_pointer (&moves) : NULL;
}
