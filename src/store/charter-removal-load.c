/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-removal-load.h"

#include "charter-fold.h"
#include "charter-tables.h"

/* --- what there is ------------------------------------------------------------------------------------------------ */

static CharterRemoval *
add (CharterRemovals *removals, CharterEvent *event)
{
  CharterRemoval *removal = charter_removal_new (event);

  g_ptr_array_add (removals->list, removal);
  return removal;
}

static void
add_standing (CharterRemovals *removals, const CharterStanding *standing)
{
  g_autoptr (GHashTable) deleted = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *events = charter_standing_get_removals (standing);

  for (guint i = 0; i < events->len; i++)
    {
      CharterEvent *event = g_ptr_array_index (events, i);
      CharterRemoval *same = event->kind == CHARTER_EVENT_DELETE ? g_hash_table_lookup (deleted, event->session) : NULL;
      if (same != NULL)
        g_ptr_array_add (same->events, charter_event_ref (event));
      else if (event->kind == CHARTER_EVENT_DELETE)
        g_hash_table_insert (deleted, event->session, add (removals, event));
      else
        add (removals, event);
    }
}

static char *
dup_item_key (const CharterEvent *event)
{
  return g_strjoin ("\n", event->pack, event->item, event->key_hash, NULL);
}

/* Of what was said of one item, time and again, the last holds. */
static gboolean
keep_last (CharterEvent *event, gpointer data, GError **error)
{
  g_hash_table_replace (data, dup_item_key (event), charter_event_ref (event));
  return TRUE;
}

static gboolean
add_suspended (CharterRemovals *removals, sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) last
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)charter_event_unref);
  GHashTableIter iter;
  gpointer event;

  if (!charter_tables_visit_events (db,
                                    "WHERE rowid IN (SELECT e.rowid FROM item_state AS i CROSS JOIN event AS e"
                                    " WHERE i.suspended = 1 AND e.item = i.item AND e.pack = i.pack"
                                    " AND e.key_hash = i.key_hash AND e.kind = 'suspend')"
                                    " ORDER BY hlc, device, seq",
                                    NULL, keep_last, last, error))
    return FALSE;
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &event))
    add (removals, event);
  return TRUE;
}

/* --- what it is about --------------------------------------------------------------------------------------------- */

static gboolean
look_at_session (CharterRemoval *removal, sqlite3 *db, GError **error)
{
  const char *session = charter_removal_get_latest (removal)->session;
  g_autoptr (GPtrArray) events = charter_tables_load_session_events (db, session, error);
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (CharterTally));
  g_autoptr (CharterSessionFold) fold = charter_session_fold_new (session);
  const CharterSessionRecord *record = charter_session_fold_get_record (fold);

  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    charter_session_fold_apply (fold, g_ptr_array_index (events, i), tallies);
  removal->pack = g_strdup (record->pack);
  removal->group = g_strdup (record->group);
  removal->begun_wall = record->begun_wall;
  removal->n_steps = record->n_steps;
  removal->n_answers = record->n_answered;
  return TRUE;
}

/* The reset of the same before this one, which it does not undo. */
static gint64
find_hlc_before (const CharterRemoval *removal, const CharterStanding *standing)
{
  GPtrArray *events = charter_standing_get_removals (standing);
  const CharterEvent *reset = charter_removal_get_latest (removal);
  gint64 hlc = 0;

  for (guint i = 0; i < events->len && g_ptr_array_index (events, i) != reset; i++)
    {
      const CharterEvent *before = g_ptr_array_index (events, i);
      if (before->kind == CHARTER_EVENT_RESET && g_str_equal (before->pack, reset->pack)
          && g_strcmp0 (before->item, reset->item) == 0)
        hlc = before->hlc;
    }
  return hlc;
}

/* As attempts are counted: a question once in a session, and not where its answer was taken back. */
#define COUNT(what)                                                                                                    \
  "SELECT count(*) FROM (SELECT DISTINCT session, item FROM event AS e WHERE kind = 'answer' AND " what                \
  " AND hlc > ?2 AND hlc < ?3 AND NOT EXISTS (SELECT 1 FROM event AS u WHERE u.undo_device = e.device"                 \
  " AND u.undo_seq = e.seq AND u.kind = 'undo'))"

static gboolean
look_at_reset (CharterRemoval *removal, const CharterStanding *standing, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, removal->item != NULL ? COUNT ("pack = ?1 AND item = ?4") : COUNT ("pack = ?1"),
                                error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, removal->pack);
  sqlite3_bind_int64 (s, 2, find_hlc_before (removal, standing));
  sqlite3_bind_int64 (s, 3, charter_removal_get_latest (removal)->hlc);
  if (removal->item != NULL)
    charter_statement_bind_text (s, 4, removal->item);
  if (charter_database_step (db, s, error) <= 0)
    return FALSE;
  removal->n_answers = (guint)sqlite3_column_int (s, 0);
  return TRUE;
}

static gboolean
look_at (CharterRemoval *removal, const CharterStanding *standing, sqlite3 *db, GError **error)
{
  removal->wall = charter_removal_get_latest (removal)->wall;
  if (removal->kind == CHARTER_EVENT_DELETE)
    return look_at_session (removal, db, error);
  return removal->kind != CHARTER_EVENT_RESET || look_at_reset (removal, standing, db, error);
}

CharterRemovals *
charter_removals_load (sqlite3 *db, const CharterStanding *standing, guint limit, GError **error)
{
  g_autoptr (CharterRemovals) removals = charter_removals_new ();

  add_standing (removals, standing);
  if (!add_suspended (removals, db, error))
    return NULL;
  g_ptr_array_sort (removals->list, charter_removal_compare);
  removals->n_all = removals->list->len;
  g_ptr_array_set_size (removals->list, (int)MIN (removals->n_all, limit));
  for (guint i = 0; i < removals->list->len; i++)
    if (!look_at (g_ptr_array_index (removals->list, i), standing, db, error))
      return NULL;
  return g_steal_pointer (&removals);
}
