/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-known.h"

#include "charter-tables.h"

static guint
group_hash (gconstpointer data)
{
  const CharterGroupRecord *record = data;

  return g_str_hash (record->pack) * 31 + g_str_hash (record->group);
}

static gboolean
group_equal (gconstpointer a, gconstpointer b)
{
  const CharterGroupRecord *first = a;
  const CharterGroupRecord *second = b;

  return g_str_equal (first->pack, second->pack) && g_str_equal (first->group, second->group);
}

static CharterKnown *
known_new (void)
{
  CharterKnown *known = g_new0 (CharterKnown, 1);
  g_autoptr (CharterPlaces) places = charter_places_new ();

  known->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)charter_session_record_free);
  known->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  known->groups = g_hash_table_new_full (group_hash, group_equal, (GDestroyNotify)charter_group_record_free, NULL);
  known->notes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)charter_note_free);
  known->reading_places = g_hash_table_ref (places->reading_places);
  return known;
}

static gboolean
load_sessions (CharterKnown *known, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) rows = charter_tables_load_open_sessions (db, error);

  while (rows != NULL && rows->len > 0)
    {
      CharterSessionRecord *record = g_ptr_array_steal_index_fast (rows, 0);
      GPtrArray *events = charter_tables_load_session_events (db, record->session, error);
      g_hash_table_replace (known->sessions, record->session, record);
      if (events == NULL)
        return FALSE;
      g_hash_table_replace (known->events, g_strdup (record->session), events);
    }
  return rows != NULL;
}

static gboolean
load_set (GHashTable *set, GPtrArray *rows)
{
  while (rows != NULL && rows->len > 0)
    g_hash_table_add (set, g_ptr_array_steal_index_fast (rows, rows->len - 1));
  if (rows == NULL)
    return FALSE;
  g_ptr_array_unref (rows);
  return TRUE;
}

static gboolean
load_notes (CharterKnown *known, sqlite3 *db, GError **error)
{
  GPtrArray *notes = charter_tables_load_notes (db, error);

  if (notes == NULL)
    return FALSE;
  while (notes->len > 0)
    {
      CharterNote *note = g_ptr_array_steal_index_fast (notes, notes->len - 1);
      if (note != NULL)
        g_hash_table_replace (known->notes, note->id, note);
    }
  g_ptr_array_unref (notes);
  return TRUE;
}

/* A copy: the log goes on with its own, on its own thread. */
static gboolean
copy_settings (CharterKnown *known, const CharterStanding *standing)
{
  GHashTableIter iter;
  gpointer name, value;

  known->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->scheme = *charter_standing_get_scheme (standing);
  g_hash_table_iter_init (&iter, charter_standing_get_settings (standing));
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (known->settings, g_strdup (name), g_strdup (value));
  return TRUE;
}

CharterKnown *
charter_known_load (CharterLog *log, GError **error)
{
  g_autoptr (CharterKnown) known = known_new ();
  sqlite3 *db = charter_log_get_database (log);

  if (load_sessions (known, db, error) && load_set (known->groups, charter_tables_load_groups (db, error))
      && load_set (known->reading_places, charter_tables_load_reading_places (db, error))
      && (known->session_places = charter_tables_load_session_places (db, error)) != NULL
      && (known->tallies = charter_tables_load_tallies (db, error)) != NULL
      && load_notes (known, db, error) && copy_settings (known, charter_log_get_standing (log)))
    return g_steal_pointer (&known);
  return NULL;
}

void
charter_known_free (CharterKnown *known)
{
  g_hash_table_unref (known->sessions);
  g_hash_table_unref (known->events);
  g_hash_table_unref (known->groups);
  g_hash_table_unref (known->reading_places);
  g_hash_table_unref (known->notes);
  g_clear_pointer (&known->session_places, g_hash_table_unref);
  g_clear_pointer (&known->tallies, g_array_unref);
  g_clear_pointer (&known->settings, g_hash_table_unref);
  g_free (known);
}

static void
apply_event (CharterKnown *known, CharterEvent *event)
{
  GPtrArray *events;

  if (event->session == NULL)
    return;
  events = g_hash_table_lookup (known->events, event->session);
  if (events == NULL)
    {
      events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
      g_hash_table_insert (known->events, g_strdup (event->session), events);
    }
  g_ptr_array_add (events, charter_event_ref (event));
}

static void
apply_session (CharterKnown *known, const CharterSessionRecord *record)
{
  CharterSessionRecord *copy;

  if (record->state == CHARTER_SESSION_OPEN)
    {
      copy = charter_session_record_copy (record);
      g_hash_table_replace (known->sessions, copy->session, copy);
      return;
    }
  g_hash_table_remove (known->sessions, record->session);
  g_hash_table_remove (known->events, record->session);
  g_hash_table_remove (known->session_places, record->session);
}

static void
apply_tally (CharterKnown *known, const CharterTally *tally)
{
  guint i = known->tallies->len;
  CharterTally *before;

  while (i > 0 && g_array_index (known->tallies, CharterTally, i - 1).quarter > tally->quarter)
    i--;
  before = i > 0 ? &g_array_index (known->tallies, CharterTally, i - 1) : NULL;
  if (before == NULL || before->quarter != tally->quarter)
    {
      g_array_insert_val (known->tallies, i, *tally);
      return;
    }
  charter_tally_add (before, tally);
}

static void
apply_note (CharterKnown *known, const CharterNote *note)
{
  CharterNote *copy;

  if (note->removed)
    {
      g_hash_table_remove (known->notes, note->id);
      return;
    }
  copy = charter_note_copy (note);
  g_hash_table_replace (known->notes, copy->id, copy);
}

void
charter_known_apply (CharterKnown *known, const CharterChanges *changes)
{
  for (guint i = 0; i < changes->events->len; i++)
    apply_event (known, g_ptr_array_index (changes->events, i));
  for (guint i = 0; i < changes->sessions->len; i++)
    apply_session (known, g_ptr_array_index (changes->sessions, i));
  for (guint i = 0; i < changes->groups->len; i++)
    g_hash_table_replace (known->groups, charter_group_record_copy (g_ptr_array_index (changes->groups, i)), NULL);
  for (guint i = 0; i < changes->notes->len; i++)
    apply_note (known, g_ptr_array_index (changes->notes, i));
  for (guint i = 0; i < changes->tallies->len; i++)
    apply_tally (known, &g_array_index (changes->tallies, CharterTally, i));
}

void
charter_known_set_places (CharterKnown *known, const CharterPlaces *places)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, places->session_places);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (known->session_places, g_strdup (key), g_strdup (value));
  g_hash_table_iter_init (&iter, places->reading_places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_replace (known->reading_places, charter_reading_place_copy (key), NULL);
}

CharterGroupRecord *
charter_known_get_group (CharterKnown *known, const char *pack, const char *group)
{
  CharterGroupRecord key = { .pack = (char *)pack, .group = (char *)group };
  gpointer record = NULL;

  g_hash_table_lookup_extended (known->groups, &key, &record, NULL);
  return record;
}

CharterReadingPlace *
charter_known_get_reading_place (CharterKnown *known, const char *pack, const char *lesson)
{
  CharterReadingPlace key = { .pack = (char *)pack, .lesson = (char *)lesson };
  gpointer place = NULL;

  g_hash_table_lookup_extended (known->reading_places, &key, &place, NULL);
  return place;
}

CharterReadingPlace *
charter_known_get_last_reading_place (CharterKnown *known)
{
  CharterReadingPlace *last = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, known->reading_places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (last == NULL || ((CharterReadingPlace *)key)->opened > last->opened)
      last = key;
  return last;
}
