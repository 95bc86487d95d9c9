/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-memory.h"

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

static CharterMemory *
memory_new (void)
{
  CharterMemory *memory = g_new0 (CharterMemory, 1);
  g_autoptr (CharterPlaces) places = charter_places_new ();

  memory->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)charter_session_record_free);
  memory->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  memory->groups = g_hash_table_new_full (group_hash, group_equal, (GDestroyNotify)charter_group_record_free, NULL);
  memory->reading_places = g_hash_table_ref (places->reading_places);
  return memory;
}

static gboolean
load_sessions (CharterMemory *memory, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) rows = charter_tables_load_open_sessions (db, error);

  while (rows != NULL && rows->len > 0)
    {
      CharterSessionRecord *record = g_ptr_array_steal_index_fast (rows, 0);
      GPtrArray *events = charter_tables_load_session_events (db, record->session, error);
      g_hash_table_replace (memory->sessions, record->session, record);
      if (events == NULL)
        return FALSE;
      g_hash_table_replace (memory->events, g_strdup (record->session), events);
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

CharterMemory *
charter_memory_load (sqlite3 *db, GError **error)
{
  g_autoptr (CharterMemory) memory = memory_new ();

  if (load_sessions (memory, db, error) && load_set (memory->groups, charter_tables_load_groups (db, error))
      && load_set (memory->reading_places, charter_tables_load_reading_places (db, error))
      && (memory->session_places = charter_tables_load_session_places (db, error)) != NULL
      && (memory->tallies = charter_tables_load_tallies (db, error)) != NULL)
    return g_steal_pointer (&memory);
  return NULL;
}

void
charter_memory_free (CharterMemory *memory)
{
  g_hash_table_unref (memory->sessions);
  g_hash_table_unref (memory->events);
  g_hash_table_unref (memory->groups);
  g_hash_table_unref (memory->reading_places);
  g_clear_pointer (&memory->session_places, g_hash_table_unref);
  g_clear_pointer (&memory->tallies, g_array_unref);
  g_free (memory);
}

static void
apply_event (CharterMemory *memory, CharterEvent *event)
{
  GPtrArray *events;

  if (event->session == NULL)
    return;
  events = g_hash_table_lookup (memory->events, event->session);
  if (events == NULL)
    {
      events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
      g_hash_table_insert (memory->events, g_strdup (event->session), events);
    }
  g_ptr_array_add (events, charter_event_ref (event));
}

static void
apply_session (CharterMemory *memory, const CharterSessionRecord *record)
{
  CharterSessionRecord *copy;

  if (record->state == CHARTER_SESSION_OPEN)
    {
      copy = charter_session_record_copy (record);
      g_hash_table_replace (memory->sessions, copy->session, copy);
      return;
    }
  g_hash_table_remove (memory->sessions, record->session);
  g_hash_table_remove (memory->events, record->session);
  g_hash_table_remove (memory->session_places, record->session);
}

static void
apply_tally (CharterMemory *memory, const CharterTally *tally)
{
  guint i = memory->tallies->len;
  CharterTally *before;

  while (i > 0 && g_array_index (memory->tallies, CharterTally, i - 1).quarter > tally->quarter)
    i--;
  before = i > 0 ? &g_array_index (memory->tallies, CharterTally, i - 1) : NULL;
  if (before == NULL || before->quarter != tally->quarter)
    {
      g_array_insert_val (memory->tallies, i, *tally);
      return;
    }
  before->n_answers += tally->n_answers;
  before->n_right += tally->n_right;
}

void
charter_memory_apply (CharterMemory *memory, const CharterChanges *changes)
{
  for (guint i = 0; i < changes->events->len; i++)
    apply_event (memory, g_ptr_array_index (changes->events, i));
  for (guint i = 0; i < changes->sessions->len; i++)
    apply_session (memory, g_ptr_array_index (changes->sessions, i));
  for (guint i = 0; i < changes->groups->len; i++)
    g_hash_table_replace (memory->groups, charter_group_record_copy (g_ptr_array_index (changes->groups, i)), NULL);
  for (guint i = 0; i < changes->tallies->len; i++)
    apply_tally (memory, &g_array_index (changes->tallies, CharterTally, i));
}

CharterGroupRecord *
charter_memory_get_group (CharterMemory *memory, const char *pack, const char *group)
{
  CharterGroupRecord key = { .pack = (char *)pack, .group = (char *)group };
  gpointer record = NULL;

  g_hash_table_lookup_extended (memory->groups, &key, &record, NULL);
  return record;
}

CharterReadingPlace *
charter_memory_get_reading_place (CharterMemory *memory, const char *pack, const char *lesson)
{
  CharterReadingPlace key = { .pack = (char *)pack, .lesson = (char *)lesson };
  gpointer place = NULL;

  g_hash_table_lookup_extended (memory->reading_places, &key, &place, NULL);
  return place;
}

CharterReadingPlace *
charter_memory_get_last_reading_place (CharterMemory *memory)
{
  CharterReadingPlace *last = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, memory->reading_places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (last == NULL || ((CharterReadingPlace *)key)->opened > last->opened)
      last = key;
  return last;
}
