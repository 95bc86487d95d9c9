/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-refold.h"

#include <math.h>

#include "charter-item-fold.h"
#include "charter-scene-move.h"
#include "charter-tables.h"

#define TOLERANCE 1e-9

struct _CharterRefold {
  const CharterStanding *standing;
  GHashTable *sessions; /* CharterSessionFold by id */
  GHashTable *groups;   /* CharterGroupRecord by key */
  GHashTable *items;    /* CharterItemRecord by key */
  GHashTable *changed;  /* keys of the items of which an answer was changed later */
  GHashTable *answered; /* of each open session, a set of the CharterItemRecord that it has answered */
  GHashTable *tallies;  /* CharterTally by quarter */
  GHashTable *moves;    /* GPtrArray of CharterSceneMove by session */
  GHashTable *notes;    /* HeldNote by id */
};

/* A note, and the event that it holds from. */
typedef struct {
  CharterNote *note;
  char *device;
  gint64 seq;
} HeldNote;

static void
held_note_free (gpointer data)
{
  HeldNote *held = data;

  charter_note_free (held->note);
  g_free (held->device);
  g_free (held);
}

static char *
make_key (const char *first, const char *second, const char *third)
{
  return g_strjoin ("\n", first, second, third, NULL);
}

typedef struct {
  const CharterStanding *standing;
  GPtrArray *events;
} Standing;

static gboolean
keep_standing (CharterEvent *event, gpointer data, GError **error)
{
  Standing *kept = data;

  if (charter_standing_counts_for_item (kept->standing, event))
    g_ptr_array_add (kept->events, charter_event_ref (event));
  return TRUE;
}

gboolean
charter_refold_item (sqlite3 *db, const CharterStanding *standing, CharterItemRecord *record, GError **error)
{
  const char *const texts[] = { record->item, record->pack, record->key_hash, NULL };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  Standing kept = { standing, events };

  if (!charter_tables_visit_events (db, "WHERE item = ? AND pack = ? AND key_hash = ? ORDER BY hlc, device, seq", texts,
                                    keep_standing, &kept, error))
    return FALSE;
  charter_item_record_refold (record, events, charter_standing_get_scheme (standing));
  return TRUE;
}

static void
add_tally (CharterRefold *refold, const CharterTally *tally)
{
  CharterTally *sum = g_hash_table_lookup (refold->tallies, &tally->quarter);

  if (sum == NULL)
    {
      sum = g_new0 (CharterTally, 1);
      sum->quarter = tally->quarter;
      g_hash_table_insert (refold->tallies, &sum->quarter, sum);
    }
  charter_tally_add (sum, tally);
}

static void
add_to_group (CharterRefold *refold, const CharterSessionFold *fold)
{
  const CharterSessionRecord *session = charter_session_fold_get_record (fold);
  g_autofree char *key = make_key (session->pack, session->group, NULL);
  CharterGroupRecord *record = g_hash_table_lookup (refold->groups, key);

  if (record == NULL)
    {
      record = charter_group_record_new (session->pack, session->group);
      g_hash_table_insert (refold->groups, g_steal_pointer (&key), record);
    }
  charter_group_record_add (record, fold);
}

/* session: of a case, that has applied the event. */
static void
add_to_moves (CharterRefold *refold, const CharterEvent *event, const CharterSessionRecord *session)
{
  GPtrArray *moves = g_hash_table_lookup (refold->moves, event->session);

  if (moves == NULL)
    {
      moves = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_scene_move_free);
      g_hash_table_insert (refold->moves, session->session, moves);
    }
  charter_scene_moves_apply (moves, event, session, charter_standing_counts_for_item (refold->standing, event));
}

static void
add_to_session (CharterRefold *refold, const CharterEvent *event)
{
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (CharterTally));
  CharterSessionFold *fold = g_hash_table_lookup (refold->sessions, event->session);

  if (fold == NULL)
    {
      fold = charter_session_fold_new (event->session);
      g_hash_table_insert (refold->sessions, g_strdup (event->session), fold);
    }
  if (!charter_session_fold_apply (fold, event, tallies))
    return;
  if (charter_session_fold_get_record (fold)->state != CHARTER_SESSION_OPEN)
    g_hash_table_remove (refold->answered, event->session);
  for (guint i = 0; i < tallies->len; i++)
    add_tally (refold, &g_array_index (tallies, CharterTally, i));
  if (charter_session_fold_get_record (fold)->n_steps == 0)
    add_to_moves (refold, event, charter_session_fold_get_record (fold));
  if (charter_session_fold_get_record (fold)->state == CHARTER_SESSION_FINISHED
      && charter_standing_counts_for_group (refold->standing, event))
    add_to_group (refold, fold);
}

static gboolean
is_over (CharterRefold *refold, const char *session)
{
  const CharterSessionFold *fold = g_hash_table_lookup (refold->sessions, session);

  return fold != NULL && charter_session_fold_get_record (fold)->state != CHARTER_SESSION_OPEN;
}

/* Returns: whether its session may have answered the item before. Of one that is over nothing is kept: what still comes
 * of it is rare, and its item is folded once more. */
static gboolean
note_answered (CharterRefold *refold, const CharterEvent *event, CharterItemRecord *record)
{
  GHashTable *items;

  if (event->session == NULL || event->kind != CHARTER_EVENT_ANSWER)
    return FALSE;
  if (is_over (refold, event->session))
    return TRUE;
  items = g_hash_table_lookup (refold->answered, event->session);
  if (items == NULL)
    {
      items = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (refold->answered, g_strdup (event->session), items);
    }
  return !g_hash_table_add (items, record);
}

static void
add_to_item (CharterRefold *refold, const CharterEvent *event)
{
  g_autofree char *key = make_key (event->pack, event->item, event->key_hash);
  CharterItemRecord *record = g_hash_table_lookup (refold->items, key);

  if (record == NULL)
    {
      record = charter_item_record_new (event->pack, event->item, event->key_hash);
      g_hash_table_insert (refold->items, g_strdup (key), record);
    }
  if (!charter_item_record_add (record, event, note_answered (refold, event, record),
                                charter_standing_get_scheme (refold->standing)))
    g_hash_table_add (refold->changed, g_steal_pointer (&key));
}

static void
add_note (CharterRefold *refold, const CharterEvent *event)
{
  CharterNote *note = charter_note_from_event (event);
  const HeldNote *before;
  HeldNote *held;

  if (note == NULL)
    return;
  before = g_hash_table_lookup (refold->notes, note->id);
  if (before != NULL)
    note->made = before->note->made;
  held = g_new0 (HeldNote, 1);
  *held = (HeldNote){ note, g_strdup (event->device), event->seq };
  g_hash_table_replace (refold->notes, note->id, held);
}

static gboolean
add_event (CharterEvent *event, gpointer data, GError **error)
{
  CharterRefold *refold = data;

  add_note (refold, event);
  if (event->session != NULL && !charter_standing_is_deleted (refold->standing, event->session))
    add_to_session (refold, event);
  if (charter_event_is_about_item (event) && charter_standing_counts_for_item (refold->standing, event))
    add_to_item (refold, event);
  return TRUE;
}

/* What was changed later has to be known before the answers are counted: those items are folded once more. */
static gboolean
refold_changed (CharterRefold *refold, sqlite3 *db, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, refold->changed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!charter_refold_item (db, refold->standing, g_hash_table_lookup (refold->items, key), error))
      return FALSE;
  return TRUE;
}

CharterRefold *
charter_refold_new (sqlite3 *db, const CharterStanding *standing, GError **error)
{
  g_autoptr (CharterRefold) refold = g_new0 (CharterRefold, 1);

  refold->standing = standing;
  refold->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)charter_session_fold_free);
  refold->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)charter_group_record_free);
  refold->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)charter_item_record_free);
  refold->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  refold->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  refold->tallies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  refold->moves = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  refold->notes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, held_note_free);
  if (!charter_tables_visit_events (db, "ORDER BY hlc, device, seq", NULL, add_event, refold, error)
      || !refold_changed (refold, db, error))
    return NULL;
  return g_steal_pointer (&refold);
}

void
charter_refold_free (CharterRefold *refold)
{
  g_hash_table_unref (refold->moves);
  g_hash_table_unref (refold->sessions);
  g_hash_table_unref (refold->groups);
  g_hash_table_unref (refold->items);
  g_hash_table_unref (refold->changed);
  g_hash_table_unref (refold->answered);
  g_hash_table_unref (refold->tallies);
  g_hash_table_unref (refold->notes);
  g_free (refold);
}

static gboolean
same (double a, double b)
{
  return fabs (a - b) <= TOLERANCE;
}

static gboolean
differ (GError **error, const char *what, const char *name)
{
  /* For a log or a bug report rather than for a person: names a row. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s %s differs from what the log says", what, name);
  return FALSE;
}

static gboolean
same_session (const CharterSessionRecord *a, const CharterSessionRecord *b)
{
  return g_strcmp0 (a->pack, b->pack) == 0 && g_strcmp0 (a->group, b->group) == 0 && a->state == b->state
         && a->n_steps == b->n_steps && a->n_answered == b->n_answered && a->n_right == b->n_right
         && a->position == b->position && same (a->points, b->points) && same (a->maximum, b->maximum)
         && a->time == b->time && a->begun_wall == b->begun_wall && a->last_wall == b->last_wall
         && a->last_hlc == b->last_hlc;
}

static gboolean
same_attempt (const CharterAttempt *a, const CharterAttempt *b)
{
  return same (a->points, b->points) && same (a->maximum, b->maximum) && a->correct == b->correct && a->wall == b->wall
         && a->time == b->time;
}

static gboolean
same_memory (const CharterItemRecord *a, const CharterItemRecord *b)
{
  return a->n_reviews == b->n_reviews && a->n_lapses == b->n_lapses && same (a->memory.stability, b->memory.stability)
         && same (a->memory.difficulty, b->memory.difficulty) && a->last_day == b->last_day && a->due_day == b->due_day
         && a->last_grade == b->last_grade && a->suspended == b->suspended;
}

/* Rows come by name, slips in the order in which they first showed. */
static gboolean
same_slips (const CharterItemRecord *a, CharterItemRecord *b)
{
  if ((a->slips != NULL ? a->slips->len : 0) != (b->slips != NULL ? b->slips->len : 0))
    return FALSE;
  for (guint i = 0; a->slips != NULL && i < a->slips->len; i++)
    {
      const CharterSlip *first = &g_array_index (a->slips, CharterSlip, i);
      const CharterSlip *second = charter_item_record_get_slip (b, first->misconception);
      if (first->n_offered != second->n_offered || first->n_shown != second->n_shown
          || first->last_shown != second->last_shown || first->shows_still != second->shows_still)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_item (const CharterItemRecord *a, CharterItemRecord *b)
{
  return a->n_attempts == b->n_attempts && a->n_right == b->n_right && a->time == b->time
         && a->has_first == b->has_first && a->spoilt == b->spoilt && same_attempt (&a->first, &b->first)
         && same_attempt (&a->last, &b->last) && g_strcmp0 (a->last_session, b->last_session) == 0
         && g_strcmp0 (a->spoilt_session, b->spoilt_session) == 0 && same_memory (a, b) && same_slips (a, b);
}

static gboolean
same_group (const CharterGroupRecord *a, const CharterGroupRecord *b)
{
  return a->n_sessions == b->n_sessions && same (a->best, b->best) && same (a->last, b->last)
         && a->last_wall == b->last_wall && g_strcmp0 (a->last_ending, b->last_ending) == 0;
}

static guint
count_begun (CharterRefold *refold)
{
  GHashTableIter iter;
  gpointer fold;
  guint n = 0;

  g_hash_table_iter_init (&iter, refold->sessions);
  while (g_hash_table_iter_next (&iter, NULL, &fold))
    n += charter_session_fold_has_begun (fold) ? 1 : 0;
  return n;
}

static gboolean
compare_sessions (CharterRefold *refold, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) rows = charter_tables_load_sessions (db, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterSessionRecord *row = g_ptr_array_index (rows, i);
      CharterSessionFold *fold = g_hash_table_lookup (refold->sessions, row->session);
      if (fold == NULL || !same_session (row, charter_session_fold_get_record (fold)))
        return differ (error, "session", row->session);
    }
  return rows->len == count_begun (refold) || differ (error, "session", "(their number)");
}

static gboolean
compare_groups (CharterRefold *refold, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) rows = charter_tables_load_groups (db, error);
  GHashTableIter iter;
  gpointer key, value;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterGroupRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *name = make_key (row->pack, row->group, NULL);
      const CharterGroupRecord *record = g_hash_table_lookup (refold->groups, name);
      if (record == NULL || !same_group (row, record))
        return differ (error, "group", row->group);
    }
  g_hash_table_iter_init (&iter, refold->groups);
  while (g_hash_table_iter_next (&iter, &key, &value))
    n += ((CharterGroupRecord *)value)->n_sessions > 0 ? 1 : 0;
  return rows->len == n || differ (error, "group", "(their number)");
}

static gboolean
compare_items (CharterRefold *refold, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) rows = charter_tables_load_items (db, NULL, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterItemRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *name = make_key (row->pack, row->item, row->key_hash);
      CharterItemRecord *record = g_hash_table_lookup (refold->items, name);
      if (record == NULL || !same_item (row, record))
        return differ (error, "item", row->item);
    }
  return rows->len == g_hash_table_size (refold->items) || differ (error, "item", "(their number)");
}

static gboolean
compare_tallies (CharterRefold *refold, sqlite3 *db, GError **error)
{
  g_autoptr (GArray) rows = charter_tables_load_tallies (db, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterTally *row = &g_array_index (rows, CharterTally, i);
      const CharterTally *tally = g_hash_table_lookup (refold->tallies, &row->quarter);
      if (tally == NULL || !charter_tally_equal (tally, row))
        return differ (error, "tally", "of a quarter of an hour");
    }
  return rows->len == g_hash_table_size (refold->tallies) || differ (error, "tally", "(their number)");
}

static gboolean
same_note (const HeldNote *held, sqlite3_stmt *s)
{
  return held != NULL && g_strcmp0 (held->device, (const char *)sqlite3_column_text (s, 1)) == 0
         && held->seq == sqlite3_column_int64 (s, 2) && held->note->made == sqlite3_column_int64 (s, 3)
         && held->note->removed == sqlite3_column_int (s, 4);
}

static gboolean
compare_notes (CharterRefold *refold, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) s
    = charter_database_prepare (db, "SELECT id, device, seq, made, removed FROM note", error);
  guint n = 0;
  int row;

  if (s == NULL)
    return FALSE;
  for (; (row = charter_database_step (db, s, error)) > 0; n++)
    {
      const char *id = (const char *)sqlite3_column_text (s, 0);
      if (!same_note (g_hash_table_lookup (refold->notes, id), s))
        return differ (error, "note", id);
    }
  return row == 0 && (n == g_hash_table_size (refold->notes) || differ (error, "note", "(their number)"));
}

static const CharterSceneMove *
find_move (CharterRefold *refold, const CharterSceneMove *row)
{
  GPtrArray *moves = g_hash_table_lookup (refold->moves, row->session);

  for (guint i = 0; moves != NULL && i < moves->len; i++)
    if (charter_scene_move_equal (moves->pdata[i], row))
      return moves->pdata[i];
  return NULL;
}

static gboolean
compare_moves (CharterRefold *refold, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) rows = charter_scene_moves_load (db, NULL, error);
  GHashTableIter iter;
  gpointer moves;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (find_move (refold, rows->pdata[i]) == NULL)
      return differ (error, "move", ((CharterSceneMove *)rows->pdata[i])->scene);
  g_hash_table_iter_init (&iter, refold->moves);
  while (g_hash_table_iter_next (&iter, NULL, &moves))
    n += ((GPtrArray *)moves)->len;
  return rows->len == n || differ (error, "move", "(their number)");
}

gboolean
charter_refold_compare (CharterRefold *refold, sqlite3 *db, GError **error)
{
  return compare_sessions (refold, db, error) && compare_groups (refold, db, error) && compare_items (refold, db, error)
         && compare_tallies (refold, db, error) && compare_moves (refold, db, error)
         && compare_notes (refold, db, error);
}

typedef gboolean (*SaveRow) (sqlite3 *db, gconstpointer row, GError **error);

static gboolean
save_session (sqlite3 *db, gconstpointer row, GError **error)
{
  return !charter_session_fold_has_begun (row)
         || charter_tables_save_session (db, charter_session_fold_get_record (row), error);
}

static gboolean
save_group (sqlite3 *db, gconstpointer row, GError **error)
{
  const CharterGroupRecord *record = row;

  return record->n_sessions == 0 || charter_tables_save_group (db, record, error);
}

static gboolean
save_item (sqlite3 *db, gconstpointer row, GError **error)
{
  return charter_tables_save_item (db, row, error);
}

static gboolean
save_tally (sqlite3 *db, gconstpointer row, GError **error)
{
  return charter_tables_add_tally (db, row, error);
}

static gboolean
save_moves (sqlite3 *db, gconstpointer row, GError **error)
{
  const GPtrArray *moves = row;

  for (guint i = 0; i < moves->len; i++)
    if (!charter_scene_move_save (db, moves->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
save_note (sqlite3 *db, gconstpointer row, GError **error)
{
  const HeldNote *held = row;

  return charter_tables_put_note (db, held->note, held->device, held->seq, error);
}

static gboolean
save_rows (sqlite3 *db, GHashTable *rows, SaveRow save, GError **error)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!save (db, row, error))
      return FALSE;
  return TRUE;
}

gboolean
charter_refold_store (CharterRefold *refold, sqlite3 *db, GError **error)
{
  return charter_database_exec (db,
                                "DELETE FROM session_state; DELETE FROM group_state;"
                                "DELETE FROM item_state; DELETE FROM slip; DELETE FROM tally; DELETE FROM note;"
                                "DELETE FROM scene_move;",
                                error)
         && save_rows (db, refold->sessions, save_session, error) && save_rows (db, refold->groups, save_group, error)
         && save_rows (db, refold->items, save_item, error) && save_rows (db, refold->tallies, save_tally, error)
         && save_rows (db, refold->moves, save_moves, error) && save_rows (db, refold->notes, save_note, error);
}
