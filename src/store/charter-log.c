/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-log-private.h"

#include "charter-erase.h"
#include "charter-item-fold.h"
#include "charter-refold.h"
#include "charter-scene-move.h"
#include "charter-tables.h"

/* Counted up with every change of what is folded, or how. */
#define FOLD_VERSION "7"

gboolean
charter_log_read_position (CharterLog *log, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (log->db,
                                "SELECT value, (SELECT ifnull(max(seq), 0) FROM event WHERE device = value),"
                                "  (SELECT ifnull(max(hlc), 0) FROM event),"
                                "  (SELECT value FROM meta WHERE name = 'lead') FROM meta WHERE name = 'device'",
                                error);
  int row = s != NULL ? charter_database_step (log->db, s, error) : -1;

  if (row == 0)
    charter_database_set_error (log->db, SQLITE_CORRUPT, error);
  if (row <= 0)
    return FALSE;
  g_free (log->device);
  log->device = charter_statement_dup_text (s, 0);
  log->last_seq = sqlite3_column_int64 (s, 1);
  log->last_hlc = sqlite3_column_int64 (s, 2);
  log->lead = sqlite3_column_int64 (s, 3);
  return TRUE;
}

gboolean
charter_log_load_standing (CharterLog *log, GError **error)
{
  CharterStanding *standing = charter_standing_load (log->db, error);

  if (standing == NULL)
    return FALSE;
  g_clear_pointer (&log->standing, charter_standing_free);
  log->standing = standing;
  return TRUE;
}

/* A release that folds otherwise, and a merge on its way, leave another word there. */
gboolean
charter_log_is_folded (CharterLog *log)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (log->db, "SELECT value FROM meta WHERE name = 'folded'", NULL);

  return s != NULL && charter_database_step (log->db, s, NULL) > 0
         && g_strcmp0 ((const char *)sqlite3_column_text (s, 0), FOLD_VERSION) == 0;
}

CharterLog *
charter_log_new (sqlite3 *db, GError **error)
{
  CharterLog *log = g_new0 (CharterLog, 1);

  log->db = db;
  log->folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)charter_session_fold_free);
  if (charter_log_read_position (log, error) && charter_log_load_standing (log, error)
      && (charter_log_is_folded (log) || charter_log_rebuild (log, error)))
    return log;
  charter_log_free (log);
  return NULL;
}

void
charter_log_free (CharterLog *log)
{
  g_hash_table_unref (log->folds);
  g_clear_pointer (&log->standing, charter_standing_free);
  charter_database_close (log->db);
  g_free (log->device);
  g_free (log);
}

sqlite3 *
charter_log_get_database (CharterLog *log)
{
  return log->db;
}

const char *
charter_log_get_device (CharterLog *log)
{
  return log->device;
}

const CharterStanding *
charter_log_get_standing (CharterLog *log)
{
  return log->standing;
}

static CharterSessionFold *
load_fold (CharterLog *log, const char *session, GError **error)
{
  g_autoptr (GPtrArray) events = charter_tables_load_session_events (log->db, session, error);
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (CharterTally));
  CharterSessionFold *fold;

  if (events == NULL)
    return NULL;
  fold = charter_session_fold_new (session);
  for (guint i = 0; i < events->len; i++)
    charter_session_fold_apply (fold, g_ptr_array_index (events, i), tallies);
  return fold;
}

static CharterSessionFold *
get_fold (CharterLog *log, const char *session, GError **error)
{
  CharterSessionFold *fold = g_hash_table_lookup (log->folds, session);

  if (fold != NULL)
    return fold;
  fold = load_fold (log, session, error);
  if (fold != NULL)
    g_hash_table_insert (log->folds, g_strdup (session), fold);
  return fold;
}

static gboolean
save_lead (CharterLog *log, gint64 lead, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("REPLACE INTO meta VALUES ('lead', '%" G_GINT64_FORMAT "')", lead);

  log->lead = lead;
  return charter_database_exec (log->db, sql, error);
}

static gboolean
stamp (CharterLog *log, CharterEvent *event, GError **error)
{
  gint64 lead = charter_hlc_lead (log->lead, log->last_hlc, event->wall);

  if (lead != log->lead && !save_lead (log, lead, error))
    return FALSE;
  g_free (event->device);
  event->device = g_strdup (log->device);
  event->seq = ++log->last_seq;
  event->hlc = log->last_hlc = charter_hlc_next (log->last_hlc, event->wall + lead);
  return TRUE;
}

static gboolean
fold_group (CharterLog *log, const CharterSessionFold *fold, CharterChanges *changes, GError **error)
{
  const CharterSessionRecord *session = charter_session_fold_get_record (fold);
  g_autoptr (CharterGroupRecord) record = charter_tables_load_group (log->db, session->pack, session->group, error);

  if (record == NULL)
    return FALSE;
  charter_group_record_add (record, fold);
  if (record->n_sessions > 0 && !charter_tables_save_group (log->db, record, error))
    return FALSE;
  g_ptr_array_add (changes->groups, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
fold_tallies (CharterLog *log, GArray *tallies, CharterChanges *changes, GError **error)
{
  for (guint i = 0; i < tallies->len; i++)
    if (!charter_tables_add_tally (log->db, &g_array_index (tallies, CharterTally, i), error))
      return FALSE;
  g_array_append_vals (changes->tallies, tallies->data, tallies->len);
  return TRUE;
}

static gboolean
fold_session (CharterLog *log, const CharterEvent *event, CharterChanges *changes, GError **error)
{
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (CharterTally));
  CharterSessionFold *fold = get_fold (log, event->session, error);
  const CharterSessionRecord *record;

  if (fold == NULL)
    return FALSE;
  if (!charter_session_fold_apply (fold, event, tallies))
    return TRUE;
  record = charter_session_fold_get_record (fold);
  g_ptr_array_add (changes->sessions, charter_session_record_copy (record));
  if (!charter_tables_save_session (log->db, record, error) || !fold_tallies (log, tallies, changes, error)
      || !charter_scene_moves_follow (log->db, event, record, error))
    return FALSE;
  if (record->state == CHARTER_SESSION_OPEN)
    return TRUE;
  return charter_tables_save_session_place (log->db, record->session, NULL, error)
         && (record->state != CHARTER_SESSION_FINISHED || fold_group (log, fold, changes, error));
}

static gboolean
fold_item (CharterLog *log, const CharterEvent *event, GError **error)
{
  g_autoptr (CharterItemRecord) record = NULL;
  gboolean answered;

  record = charter_tables_load_item (log->db, event->pack, event->item, event->key_hash, error);
  if (record == NULL || !charter_tables_find_other_answer (log->db, event, &answered, error))
    return FALSE;
  if (!charter_item_record_add (record, event, answered, charter_standing_get_scheme (log->standing))
      && !charter_refold_item (log->db, log->standing, record, error))
    return FALSE;
  return charter_tables_save_item (log->db, record, error);
}

static gboolean
fold_note (CharterLog *log, const CharterEvent *event, CharterChanges *changes, GError **error)
{
  CharterNote *note = charter_note_from_event (event);

  if (note == NULL)
    return TRUE;
  g_ptr_array_add (changes->notes, note);
  return charter_tables_put_note (log->db, note, event->device, event->seq, error);
}

/* A deleted session is no more, whatever is still said of it. */
static gboolean
fold_event (CharterLog *log, CharterEvent *event, CharterChanges *changes, GError **error)
{
  if (charter_standing_is_deleted (log->standing, event->session))
    return TRUE;
  return (event->session == NULL || fold_session (log, event, changes, error))
         && (!charter_event_is_about_item (event) || fold_item (log, event, error))
         && (event->kind != CHARTER_EVENT_NOTE || fold_note (log, event, changes, error));
}

gboolean
charter_log_append (CharterLog *log, CharterEvent *event, CharterChanges *changes, GError **error)
{
  if (event->session != NULL && get_fold (log, event->session, error) == NULL)
    return FALSE;
  g_ptr_array_add (changes->events, charter_event_ref (event));
  return charter_tables_insert_event (log->db, event, error) && fold_event (log, event, changes, error);
}

static gboolean
write_event (CharterLog *log, CharterEvent *event, CharterChanges *changes, GError **error)
{
  CharterSessionFold *fold = event->session != NULL ? get_fold (log, event->session, error) : NULL;

  if (event->session != NULL && fold == NULL)
    return FALSE;
  if (event->kind == CHARTER_EVENT_SESSION_BEGUN && fold != NULL && charter_session_fold_has_begun (fold))
    return TRUE;
  return stamp (log, event, error) && charter_log_append (log, event, changes, error);
}

static gboolean
write_places (CharterLog *log, const CharterPlaces *places, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, places->session_places);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!charter_tables_save_session_place (log->db, key, value, error))
      return FALSE;
  g_hash_table_iter_init (&iter, places->reading_places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!charter_tables_save_reading_place (log->db, key, error))
      return FALSE;
  return TRUE;
}

/* A session that is over by now has no place any more. */
gboolean
charter_log_refold (CharterLog *log, GError **error)
{
  g_autoptr (CharterRefold) anew = charter_refold_new (log->db, log->standing, error);

  g_hash_table_remove_all (log->folds);
  return anew != NULL && charter_refold_store (anew, log->db, error)
         && charter_database_exec (log->db,
                                   "DELETE FROM session_place WHERE session IN"
                                   "  (SELECT session FROM session_state WHERE state <> 0);"
                                   "REPLACE INTO meta VALUES ('folded', '" FOLD_VERSION "')",
                                   error);
}

gboolean
charter_log_fall_behind (CharterLog *log, GError **error)
{
  return charter_database_exec (log->db, "REPLACE INTO meta VALUES ('folded', 'behind')", error);
}

static gboolean
any_event (GPtrArray *events, gboolean (*is_one) (const CharterEvent *event))
{
  for (guint i = 0; i < events->len; i++)
    if (is_one (g_ptr_array_index (events, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_erase (const CharterEvent *event)
{
  return event->kind == CHARTER_EVENT_ERASE;
}

/* Few events change what others mean, and seldom: all is then folded anew, in the same transaction. */
static gboolean
follow_standing (CharterLog *log, CharterChanges *changes, GError **error)
{
  if (!any_event (changes->events, charter_event_changes_standing))
    return TRUE;
  changes->refolded = TRUE;
  if (any_event (changes->events, is_erase) && !charter_erase_scrub (log->db, TRUE, &changes->scrubbed, error))
    return FALSE;
  return charter_log_load_standing (log, error)
         && (!any_event (changes->events, charter_event_reaches_back) || charter_log_refold (log, error));
}

/* Places come first: an event that ends a session takes its place away. */
static gboolean
write_all (CharterLog *log, GPtrArray *events, const CharterPlaces *places, CharterChanges *changes, GError **error)
{
  if (!charter_database_begin (log->db, error) || !write_places (log, places, error))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!write_event (log, g_ptr_array_index (events, i), changes, error))
      return FALSE;
  return follow_standing (log, changes, error) && charter_database_commit (log->db, error);
}

static gboolean
is_over (gpointer key, gpointer value, gpointer data)
{
  return charter_session_fold_get_record (value)->state != CHARTER_SESSION_OPEN;
}

CharterMark
charter_log_get_mark (CharterLog *log)
{
  return (CharterMark){ log->last_seq, log->last_hlc, log->lead };
}

CharterChanges *
charter_log_conclude (CharterLog *log, CharterChanges *changes, gboolean done, CharterMark mark)
{
  if (done)
    {
      g_hash_table_foreach_remove (log->folds, is_over, NULL);
      return changes;
    }
  charter_database_rollback (log->db);
  g_hash_table_remove_all (log->folds);
  log->last_seq = mark.seq;
  log->last_hlc = mark.hlc;
  log->lead = mark.lead;
  if (changes->refolded)
    charter_log_load_standing (log, NULL);
  charter_changes_free (changes);
  return NULL;
}

CharterChanges *
charter_log_write (CharterLog *log, GPtrArray *events, const CharterPlaces *places, GError **error)
{
  CharterChanges *changes = charter_changes_new ();
  CharterMark mark = charter_log_get_mark (log);

  return charter_log_conclude (log, changes, write_all (log, events, places, changes, error), mark);
}

gboolean
charter_log_verify (CharterLog *log, GError **error)
{
  g_autoptr (CharterRefold) refold = NULL;

  if (!charter_database_check (log->db, error) || (!charter_log_is_folded (log) && !charter_log_rebuild (log, error)))
    return FALSE;
  refold = charter_refold_new (log->db, log->standing, error);
  return refold != NULL && charter_refold_compare (refold, log->db, error);
}

gboolean
charter_log_rebuild (CharterLog *log, GError **error)
{
  if (charter_database_begin (log->db, error) && charter_log_load_standing (log, error)
      && charter_log_refold (log, error) && charter_database_commit (log->db, error))
    return TRUE;
  charter_database_rollback (log->db);
  return FALSE;
}
