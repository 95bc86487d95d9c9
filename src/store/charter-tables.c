/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-tables.h"

#define EVENT_COLUMNS                                                                                                  \
  "device, seq, hlc, wall, tz, v, session, kind, pack, item, key_hash, payload, undo_device, undo_seq"
#define N_EVENT_COLUMNS 14
#define SESSION_COLUMNS                                                                                                \
  "session, pack, grp, state, n_steps, n_answered, n_right, position, points, maximum, time, begun_wall, last_wall, "  \
  "last_hlc"
#define ITEM_COLUMNS                                                                                                   \
  "pack, item, key_hash, n_attempts, n_right, time, has_first, spoilt, first_points, first_maximum, first_correct, "   \
  "first_wall, first_time, last_points, last_maximum, last_correct, last_wall, last_time, last_session, "              \
  "spoilt_session, n_reviews, n_lapses, stability, difficulty, last_day, due_day, last_grade, suspended"
#define SLIP_COLUMNS "pack, item, key_hash, misconception, n_offered, n_shown, last_shown, shows_still"
#define TALLY_COLUMNS "quarter, n_answers, n_right, time, guess, guess_right, think, think_right, sure, sure_right"
#define GROUP_COLUMNS "pack, grp, n_sessions, best, last, last_wall, last_ending"

gboolean
charter_tables_insert_event (sqlite3 *db, const CharterEvent *event, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db,
                                                         "INSERT INTO event (" EVENT_COLUMNS
                                                         ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                                         error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, event->device);
  sqlite3_bind_int64 (s, 2, event->seq);
  sqlite3_bind_int64 (s, 3, event->hlc);
  sqlite3_bind_int64 (s, 4, event->wall);
  sqlite3_bind_int (s, 5, event->tz);
  sqlite3_bind_int (s, 6, event->v);
  charter_statement_bind_text (s, 7, event->session);
  charter_statement_bind_text (s, 8, charter_event_get_kind_name (event));
  charter_statement_bind_text (s, 9, event->pack);
  charter_statement_bind_text (s, 10, event->item);
  charter_statement_bind_text (s, 11, event->key_hash);
  charter_statement_bind_text (s, 12, event->payload);
  charter_statement_bind_text (s, 13, event->undo_device);
  if (event->undo_device != NULL)
    sqlite3_bind_int64 (s, 14, event->undo_seq);
  return charter_database_run (db, s, error);
}

static CharterEvent *
read_event (sqlite3_stmt *s)
{
  CharterEvent *event = charter_event_new (charter_event_kind_from_name ((const char *)sqlite3_column_text (s, 7)),
                                           (const char *)sqlite3_column_text (s, 6), sqlite3_column_int64 (s, 3));

  if (event->kind == CHARTER_EVENT_OTHER)
    event->other = charter_statement_dup_text (s, 7);
  event->device = charter_statement_dup_text (s, 0);
  event->seq = sqlite3_column_int64 (s, 1);
  event->hlc = sqlite3_column_int64 (s, 2);
  event->tz = sqlite3_column_int (s, 4);
  event->v = sqlite3_column_int (s, 5);
  event->pack = charter_statement_dup_text (s, 8);
  event->item = charter_statement_dup_text (s, 9);
  event->key_hash = charter_statement_dup_text (s, 10);
  event->payload = charter_statement_dup_text (s, 11);
  event->undo_device = charter_statement_dup_text (s, 12);
  event->undo_seq = sqlite3_column_int64 (s, 13);
  return event;
}

gboolean
charter_tables_visit_events (
  sqlite3 *db, const char *where, const char *const *texts, CharterEventVisit visit, gpointer data, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT " EVENT_COLUMNS " FROM event ", where, NULL);
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, sql, error);
  int row;

  if (s == NULL)
    return FALSE;
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    charter_statement_bind_text (s, i + 1, texts[i]);
  while ((row = charter_database_step (db, s, error)) > 0)
    {
      g_autoptr (CharterEvent) event = read_event (s);
      if (!visit (event, data, error))
        return FALSE;
    }
  return row == 0;
}

static gboolean
collect_event (CharterEvent *event, gpointer data, GError **error)
{
  g_ptr_array_add (data, charter_event_ref (event));
  return TRUE;
}

GPtrArray *
charter_tables_load_events (sqlite3 *db, const char *where, const char *const *texts, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);

  if (!charter_tables_visit_events (db, where, texts, collect_event, events, error))
    return NULL;
  return g_steal_pointer (&events);
}

/* Numbers are bound as texts, which the column's type makes numbers of. */
GPtrArray *
charter_tables_load_run (sqlite3 *db, const char *device, gint64 first, gint64 last, GError **error)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, last);

  return charter_tables_load_events (db, "WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq",
                                     (const char *[]){ device, from, to, NULL }, error);
}

gboolean
charter_tables_find_event (
  sqlite3 *db, sqlite3_stmt **find, const char *device, gint64 seq, CharterEvent **found, GError **error)
{
  int row;

  *found = NULL;
  if (*find == NULL)
    *find = charter_database_prepare (db, "SELECT " EVENT_COLUMNS " FROM event WHERE device = ? AND seq = ?", error);
  if (*find == NULL)
    return FALSE;
  charter_statement_bind_text (*find, 1, device);
  sqlite3_bind_int64 (*find, 2, seq);
  row = charter_database_step (db, *find, error);
  if (row > 0)
    *found = read_event (*find);
  sqlite3_reset (*find);
  return row >= 0;
}

/* By the index of sessions, of which each has few events; an item may have very many. */
gboolean
charter_tables_find_other_answer (sqlite3 *db, const CharterEvent *event, gboolean *answered, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db,
                                "SELECT 1 FROM event WHERE session = ? AND +item = ? AND pack = ? AND key_hash = ?"
                                "  AND kind = 'answer' AND (device, seq) <> (?, ?) LIMIT 1",
                                error);
  int row;

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, event->session);
  charter_statement_bind_text (s, 2, event->item);
  charter_statement_bind_text (s, 3, event->pack);
  charter_statement_bind_text (s, 4, event->key_hash);
  charter_statement_bind_text (s, 5, event->device);
  sqlite3_bind_int64 (s, 6, event->seq);
  row = charter_database_step (db, s, error);
  *answered = row > 0;
  return row >= 0;
}

GPtrArray *
charter_tables_load_session_events (sqlite3 *db, const char *session, GError **error)
{
  return charter_tables_load_events (db, "WHERE session = ? ORDER BY hlc, device, seq",
                                     (const char *[]){ session, NULL }, error);
}

static gpointer
read_session (sqlite3_stmt *s)
{
  CharterSessionRecord *record = g_new0 (CharterSessionRecord, 1);

  record->session = charter_statement_dup_text (s, 0);
  record->pack = charter_statement_dup_text (s, 1);
  record->group = charter_statement_dup_text (s, 2);
  record->state = sqlite3_column_int (s, 3);
  record->n_steps = sqlite3_column_int (s, 4);
  record->n_answered = sqlite3_column_int (s, 5);
  record->n_right = sqlite3_column_int (s, 6);
  record->position = sqlite3_column_int (s, 7);
  record->points = sqlite3_column_double (s, 8);
  record->maximum = sqlite3_column_double (s, 9);
  record->time = sqlite3_column_int64 (s, 10);
  record->begun_wall = sqlite3_column_int64 (s, 11);
  record->last_wall = sqlite3_column_int64 (s, 12);
  record->last_hlc = sqlite3_column_int64 (s, 13);
  return record;
}

static CharterAttempt
read_attempt (sqlite3_stmt *s, int column)
{
  return (CharterAttempt){
    .points = sqlite3_column_double (s, column),
    .maximum = sqlite3_column_double (s, column + 1),
    .correct = sqlite3_column_int (s, column + 2),
    .wall = sqlite3_column_int64 (s, column + 3),
    .time = sqlite3_column_int64 (s, column + 4),
  };
}

static gpointer
read_item (sqlite3_stmt *s)
{
  CharterItemRecord *record
    = charter_item_record_new ((const char *)sqlite3_column_text (s, 0), (const char *)sqlite3_column_text (s, 1),
                               (const char *)sqlite3_column_text (s, 2));

  record->n_attempts = sqlite3_column_int (s, 3);
  record->n_right = sqlite3_column_int (s, 4);
  record->time = sqlite3_column_int64 (s, 5);
  record->has_first = sqlite3_column_int (s, 6);
  record->spoilt = sqlite3_column_int (s, 7);
  record->first = read_attempt (s, 8);
  record->last = read_attempt (s, 13);
  record->last_session = charter_statement_dup_text (s, 18);
  record->spoilt_session = charter_statement_dup_text (s, 19);
  record->n_reviews = sqlite3_column_int (s, 20);
  record->n_lapses = sqlite3_column_int (s, 21);
  record->memory.stability = sqlite3_column_double (s, 22);
  record->memory.difficulty = sqlite3_column_double (s, 23);
  record->last_day = sqlite3_column_int (s, 24);
  record->due_day = sqlite3_column_int (s, 25);
  record->last_grade = sqlite3_column_int (s, 26);
  record->suspended = sqlite3_column_int (s, 27);
  return record;
}

static gpointer
read_group (sqlite3_stmt *s)
{
  CharterGroupRecord *record
    = charter_group_record_new ((const char *)sqlite3_column_text (s, 0), (const char *)sqlite3_column_text (s, 1));

  record->n_sessions = sqlite3_column_int (s, 2);
  record->best = sqlite3_column_double (s, 3);
  record->last = sqlite3_column_double (s, 4);
  record->last_wall = sqlite3_column_int64 (s, 5);
  record->last_ending = charter_statement_dup_text (s, 6);
  return record;
}

static gpointer
read_reading_place (sqlite3_stmt *s)
{
  CharterReadingPlace *place = g_new0 (CharterReadingPlace, 1);

  place->pack = charter_statement_dup_text (s, 0);
  place->lesson = charter_statement_dup_text (s, 1);
  place->section = charter_statement_dup_text (s, 2);
  place->fraction = sqlite3_column_double (s, 3);
  place->opened = sqlite3_column_int64 (s, 4);
  return place;
}

/* All rows of a SELECT that binds the given texts. */
static GPtrArray *
load (sqlite3 *db,
      const char *sql,
      const char *const *texts,
      gpointer (*read) (sqlite3_stmt *),
      GDestroyNotify free_row,
      GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, sql, error);
  int row;

  if (s == NULL)
    return NULL;
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    charter_statement_bind_text (s, i + 1, texts[i]);
  while ((row = charter_database_step (db, s, error)) > 0)
    g_ptr_array_add (rows, read (s));
  return row == 0 ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
charter_tables_load_open_sessions (sqlite3 *db, GError **error)
{
  return load (db, "SELECT " SESSION_COLUMNS " FROM session_state WHERE state = 0 ORDER BY last_hlc", NULL,
               read_session, (GDestroyNotify)charter_session_record_free, error);
}

GPtrArray *
charter_tables_load_some_sessions (sqlite3 *db, const char *rest, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT " SESSION_COLUMNS " FROM session_state ", rest, NULL);

  return load (db, sql, NULL, read_session, (GDestroyNotify)charter_session_record_free, error);
}

GPtrArray *
charter_tables_load_sessions (sqlite3 *db, GError **error)
{
  return charter_tables_load_some_sessions (db, "", error);
}

GPtrArray *
charter_tables_load_groups (sqlite3 *db, GError **error)
{
  return load (db, "SELECT " GROUP_COLUMNS " FROM group_state", NULL, read_group,
               (GDestroyNotify)charter_group_record_free, error);
}

static CharterItemRecord *
find_item (GPtrArray *items, guint *from, sqlite3_stmt *s)
{
  for (; *from < items->len; (*from)++)
    {
      CharterItemRecord *record = g_ptr_array_index (items, *from);
      if (g_strcmp0 (record->pack, (const char *)sqlite3_column_text (s, 0)) == 0
          && g_strcmp0 (record->item, (const char *)sqlite3_column_text (s, 1)) == 0
          && g_strcmp0 (record->key_hash, (const char *)sqlite3_column_text (s, 2)) == 0)
        return record;
    }
  return NULL;
}

static void
read_slip (CharterItemRecord *record, sqlite3_stmt *s)
{
  CharterSlip *slip = charter_item_record_get_slip (record, (const char *)sqlite3_column_text (s, 3));

  slip->n_offered = sqlite3_column_int (s, 4);
  slip->n_shown = sqlite3_column_int (s, 5);
  slip->last_shown = sqlite3_column_int64 (s, 6);
  slip->shows_still = sqlite3_column_int (s, 7);
}

/* Both come in the order of their keys, so that one pass joins them. */
static gboolean
load_slips (sqlite3 *db, GPtrArray *items, const char *where, const char *const *texts, GError **error)
{
  g_autofree char *sql
    = g_strconcat ("SELECT " SLIP_COLUMNS " FROM slip ", where, " ORDER BY pack, item, key_hash", NULL);
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, sql, error);
  CharterItemRecord *record;
  guint from = 0;
  int row;

  if (s == NULL)
    return FALSE;
  for (guint i = 0; texts[i] != NULL; i++)
    charter_statement_bind_text (s, i + 1, texts[i]);
  while ((row = charter_database_step (db, s, error)) > 0)
    if ((record = find_item (items, &from, s)) != NULL)
      read_slip (record, s);
  return row == 0;
}

static GPtrArray *
load_items (sqlite3 *db, const char *where, const char *const *texts, GError **error)
{
  g_autofree char *sql
    = g_strconcat ("SELECT " ITEM_COLUMNS " FROM item_state ", where, " ORDER BY pack, item, key_hash", NULL);
  g_autoptr (GPtrArray) items = load (db, sql, texts, read_item, (GDestroyNotify)charter_item_record_free, error);

  if (items == NULL || !load_slips (db, items, where, texts, error))
    return NULL;
  return g_steal_pointer (&items);
}

GPtrArray *
charter_tables_load_items (sqlite3 *db, const char *pack, GError **error)
{
  return load_items (db, pack != NULL ? "WHERE pack = ?" : "", (const char *[]){ pack, NULL }, error);
}

GPtrArray *
charter_tables_load_due (sqlite3 *db, const char *pack, int day, guint limit, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT " ITEM_COLUMNS " FROM item_state WHERE n_reviews > 0 AND suspended = 0 AND due_day <= %d"
                       " AND (?1 IS NULL OR pack = ?1) ORDER BY due_day, pack, item LIMIT %u",
                       day, limit);

  return load (db, sql, (const char *[]){ pack, NULL }, read_item, (GDestroyNotify)charter_item_record_free, error);
}

GArray *
charter_tables_load_forecast (sqlite3 *db, const char *pack, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (CharterDueDay));
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db,
                                "SELECT due_day, count(*) FROM item_state WHERE n_reviews > 0 AND suspended = 0"
                                " AND (?1 IS NULL OR pack = ?1) GROUP BY due_day ORDER BY due_day",
                                error);
  int row;

  if (s == NULL)
    return NULL;
  charter_statement_bind_text (s, 1, pack);
  while ((row = charter_database_step (db, s, error)) > 0)
    {
      CharterDueDay day = { sqlite3_column_int (s, 0), sqlite3_column_int (s, 1) };
      g_array_append_val (days, day);
    }
  return row == 0 ? g_steal_pointer (&days) : NULL;
}

GHashTable *
charter_tables_load_met (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db,
                                                         "SELECT pack || ' ' || item || ' ' || key_hash FROM item_state"
                                                         " WHERE n_reviews > 0 OR suspended = 1",
                                                         error);
  int row;

  if (s == NULL)
    return NULL;
  while ((row = charter_database_step (db, s, error)) > 0)
    g_hash_table_add (met, charter_statement_dup_text (s, 0));
  return row == 0 ? g_steal_pointer (&met) : NULL;
}

/* An item is met for the first time on a day where its first answer was given since the day began. */
gboolean
charter_tables_load_day (sqlite3 *db, int day, gint64 since_wall, CharterDayRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db,
                                "SELECT count(*), total(has_first AND first_wall >= ?1) FROM item_state"
                                " WHERE n_reviews > 0 AND last_day = ?2",
                                error);

  if (s == NULL)
    return FALSE;
  sqlite3_bind_int64 (s, 1, since_wall);
  sqlite3_bind_int (s, 2, day);
  if (charter_database_step (db, s, error) <= 0)
    return FALSE;
  record->n_new = (guint)sqlite3_column_double (s, 1);
  record->n_again = (guint)sqlite3_column_int (s, 0) - record->n_new;
  return TRUE;
}

GPtrArray *
charter_tables_load_reading_places (sqlite3 *db, GError **error)
{
  return load (db, "SELECT pack, lesson, section, fraction, opened FROM reading_place", NULL, read_reading_place,
               (GDestroyNotify)charter_reading_place_free, error);
}

static gpointer
read_note (sqlite3_stmt *s)
{
  g_autoptr (CharterEvent) event = read_event (s);
  CharterNote *note = charter_note_from_event (event);

  if (note != NULL)
    note->made = sqlite3_column_int64 (s, N_EVENT_COLUMNS);
  return note;
}

GPtrArray *
charter_tables_load_notes (sqlite3 *db, GError **error)
{
  return load (db,
               "SELECT " EVENT_COLUMNS
               ", made FROM note JOIN event USING (device, seq) WHERE removed = 0 ORDER BY made",
               NULL, read_note, (GDestroyNotify)charter_note_free, error);
}

gboolean
charter_tables_put_note (sqlite3 *db, CharterNote *note, const char *device, gint64 seq, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (
    db,
    "INSERT INTO note (id, device, seq, made, removed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET device = excluded.device, seq = excluded.seq, removed = excluded.removed RETURNING made",
    error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, note->id);
  charter_statement_bind_text (s, 2, device);
  sqlite3_bind_int64 (s, 3, seq);
  sqlite3_bind_int64 (s, 4, note->made);
  sqlite3_bind_int (s, 5, note->removed);
  if (charter_database_step (db, s, error) <= 0)
    return FALSE;
  note->made = sqlite3_column_int64 (s, 0);
  return charter_database_run (db, s, error);
}

static CharterTally
read_tally (sqlite3_stmt *s)
{
  CharterTally tally = { sqlite3_column_int64 (s, 0), sqlite3_column_int (s, 1), sqlite3_column_int (s, 2),
                         sqlite3_column_int64 (s, 3) };

  for (int i = 0; i < CHARTER_N_CONFIDENCES; i++)
    {
      tally.n_said[i] = sqlite3_column_int (s, 4 + 2 * i);
      tally.n_said_right[i] = sqlite3_column_int (s, 5 + 2 * i);
    }
  return tally;
}

GArray *
charter_tables_load_tallies (sqlite3 *db, GError **error)
{
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (CharterTally));
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "SELECT " TALLY_COLUMNS " FROM tally ORDER BY quarter", error);
  int row;

  if (s == NULL)
    return NULL;
  while ((row = charter_database_step (db, s, error)) > 0)
    {
      CharterTally tally = read_tally (s);
      g_array_append_val (tallies, tally);
    }
  return row == 0 ? g_steal_pointer (&tallies) : NULL;
}

GHashTable *
charter_tables_load_session_places (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, "SELECT session, place FROM session_place", error);
  int row;

  if (s == NULL)
    return NULL;
  while ((row = charter_database_step (db, s, error)) > 0)
    g_hash_table_insert (places, charter_statement_dup_text (s, 0), charter_statement_dup_text (s, 1));
  return row == 0 ? g_steal_pointer (&places) : NULL;
}

CharterGroupRecord *
charter_tables_load_group (sqlite3 *db, const char *pack, const char *group, GError **error)
{
  g_autoptr (GPtrArray) rows
    = load (db, "SELECT " GROUP_COLUMNS " FROM group_state WHERE pack = ? AND grp = ?",
            (const char *[]){ pack, group, NULL }, read_group, (GDestroyNotify)charter_group_record_free, error);

  if (rows == NULL)
    return NULL;
  return rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : charter_group_record_new (pack, group);
}

CharterItemRecord *
charter_tables_load_item (sqlite3 *db, const char *pack, const char *item, const char *key_hash, GError **error)
{
  g_autoptr (GPtrArray) rows = load_items (db, "WHERE pack = ? AND item = ? AND key_hash = ?",
                                           (const char *[]){ pack, item, key_hash, NULL }, error);

  if (rows == NULL)
    return NULL;
  return rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : charter_item_record_new (pack, item, key_hash);
}

gboolean
charter_tables_save_session (sqlite3 *db, const CharterSessionRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db,
                                                         "REPLACE INTO session_state (" SESSION_COLUMNS
                                                         ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                                         error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, record->session);
  charter_statement_bind_text (s, 2, record->pack != NULL ? record->pack : "");
  charter_statement_bind_text (s, 3, record->group);
  sqlite3_bind_int (s, 4, record->state);
  sqlite3_bind_int (s, 5, record->n_steps);
  sqlite3_bind_int (s, 6, record->n_answered);
  sqlite3_bind_int (s, 7, record->n_right);
  sqlite3_bind_int (s, 8, record->position);
  sqlite3_bind_double (s, 9, record->points);
  sqlite3_bind_double (s, 10, record->maximum);
  sqlite3_bind_int64 (s, 11, record->time);
  sqlite3_bind_int64 (s, 12, record->begun_wall);
  sqlite3_bind_int64 (s, 13, record->last_wall);
  sqlite3_bind_int64 (s, 14, record->last_hlc);
  return charter_database_run (db, s, error);
}

gboolean
charter_tables_save_group (sqlite3 *db, const CharterGroupRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "REPLACE INTO group_state (" GROUP_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?)", error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, record->pack);
  charter_statement_bind_text (s, 2, record->group);
  sqlite3_bind_int (s, 3, record->n_sessions);
  sqlite3_bind_double (s, 4, record->best);
  sqlite3_bind_double (s, 5, record->last);
  sqlite3_bind_int64 (s, 6, record->last_wall);
  charter_statement_bind_text (s, 7, record->last_ending);
  return charter_database_run (db, s, error);
}

static void
bind_attempt (sqlite3_stmt *s, int index, const CharterAttempt *attempt)
{
  sqlite3_bind_double (s, index, attempt->points);
  sqlite3_bind_double (s, index + 1, attempt->maximum);
  sqlite3_bind_int (s, index + 2, attempt->correct);
  sqlite3_bind_int64 (s, index + 3, attempt->wall);
  sqlite3_bind_int64 (s, index + 4, attempt->time);
}

static gboolean
save_slip (sqlite3 *db, const CharterItemRecord *record, const CharterSlip *slip, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "REPLACE INTO slip (" SLIP_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, record->pack);
  charter_statement_bind_text (s, 2, record->item);
  charter_statement_bind_text (s, 3, record->key_hash);
  charter_statement_bind_text (s, 4, slip->misconception);
  sqlite3_bind_int (s, 5, slip->n_offered);
  sqlite3_bind_int (s, 6, slip->n_shown);
  sqlite3_bind_int64 (s, 7, slip->last_shown);
  sqlite3_bind_int (s, 8, slip->shows_still);
  return charter_database_run (db, s, error);
}

static gboolean
forget_slips (sqlite3 *db, const CharterItemRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "DELETE FROM slip WHERE pack = ? AND item = ? AND key_hash = ?", error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, record->pack);
  charter_statement_bind_text (s, 2, record->item);
  charter_statement_bind_text (s, 3, record->key_hash);
  return charter_database_run (db, s, error);
}

static gboolean
save_slips (sqlite3 *db, const CharterItemRecord *record, GError **error)
{
  if (!forget_slips (db, record, error))
    return FALSE;
  for (guint i = 0; record->slips != NULL && i < record->slips->len; i++)
    if (!save_slip (db, record, &g_array_index (record->slips, CharterSlip, i), error))
      return FALSE;
  return TRUE;
}

gboolean
charter_tables_save_item (sqlite3 *db, const CharterItemRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (
    db,
    "REPLACE INTO item_state (" ITEM_COLUMNS
    ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?)",
    error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, record->pack);
  charter_statement_bind_text (s, 2, record->item);
  charter_statement_bind_text (s, 3, record->key_hash);
  sqlite3_bind_int (s, 4, record->n_attempts);
  sqlite3_bind_int (s, 5, record->n_right);
  sqlite3_bind_int64 (s, 6, record->time);
  sqlite3_bind_int (s, 7, record->has_first);
  sqlite3_bind_int (s, 8, record->spoilt);
  bind_attempt (s, 9, &record->first);
  bind_attempt (s, 14, &record->last);
  charter_statement_bind_text (s, 19, record->last_session);
  charter_statement_bind_text (s, 20, record->spoilt_session);
  sqlite3_bind_int (s, 21, record->n_reviews);
  sqlite3_bind_int (s, 22, record->n_lapses);
  sqlite3_bind_double (s, 23, record->memory.stability);
  sqlite3_bind_double (s, 24, record->memory.difficulty);
  sqlite3_bind_int (s, 25, record->last_day);
  sqlite3_bind_int (s, 26, record->due_day);
  sqlite3_bind_int (s, 27, record->last_grade);
  sqlite3_bind_int (s, 28, record->suspended);
  return charter_database_run (db, s, error) && save_slips (db, record, error);
}

gboolean
charter_tables_add_tally (sqlite3 *db, const CharterTally *tally, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (
    db,
    "INSERT INTO tally (" TALLY_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (quarter) DO UPDATE "
    "SET n_answers = n_answers + excluded.n_answers, n_right = n_right + excluded.n_right,"
    "  time = time + excluded.time, guess = guess + excluded.guess, guess_right = guess_right + excluded.guess_right,"
    "  think = think + excluded.think, think_right = think_right + excluded.think_right,"
    "  sure = sure + excluded.sure, sure_right = sure_right + excluded.sure_right",
    error);

  if (s == NULL)
    return FALSE;
  sqlite3_bind_int64 (s, 1, tally->quarter);
  sqlite3_bind_int (s, 2, tally->n_answers);
  sqlite3_bind_int (s, 3, tally->n_right);
  sqlite3_bind_int64 (s, 4, tally->time);
  for (int i = 0; i < CHARTER_N_CONFIDENCES; i++)
    {
      sqlite3_bind_int (s, 5 + 2 * i, tally->n_said[i]);
      sqlite3_bind_int (s, 6 + 2 * i, tally->n_said_right[i]);
    }
  return charter_database_run (db, s, error);
}

gboolean
charter_tables_save_reading_place (sqlite3 *db, const CharterReadingPlace *place, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "REPLACE INTO reading_place VALUES (?, ?, ?, ?, ?)", error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, place->pack);
  charter_statement_bind_text (s, 2, place->lesson);
  charter_statement_bind_text (s, 3, place->section);
  sqlite3_bind_double (s, 4, place->fraction);
  sqlite3_bind_int64 (s, 5, place->opened);
  return charter_database_run (db, s, error);
}

gboolean
charter_tables_save_session_place (sqlite3 *db, const char *session, const char *place, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db,
                                                         place != NULL ? "REPLACE INTO session_place VALUES (?1, ?2)"
                                                                       : "DELETE FROM session_place WHERE session = ?1",
                                                         error);

  if (s == NULL)
    return FALSE;
  charter_statement_bind_text (s, 1, session);
  if (place != NULL)
    charter_statement_bind_text (s, 2, place);
  return charter_database_run (db, s, error);
}
