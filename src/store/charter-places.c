/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places that wait to be written, and what a transaction changed: two plain carriers. */
#include "charter-log.h"

CharterChanges *
charter_changes_new (void)
{
  CharterChanges *changes = g_new0 (CharterChanges, 1);

  changes->events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  changes->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_session_record_free);
  changes->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_group_record_free);
  changes->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_note_free);
  changes->tallies = g_array_new (FALSE, FALSE, sizeof (CharterTally));
  return changes;
}

void
charter_changes_free (CharterChanges *changes)
{
  g_ptr_array_unref (changes->events);
  g_ptr_array_unref (changes->sessions);
  g_ptr_array_unref (changes->groups);
  g_ptr_array_unref (changes->notes);
  g_array_unref (changes->tallies);
  g_free (changes);
}

static guint
reading_hash (gconstpointer data)
{
  const CharterReadingPlace *place = data;

  return g_str_hash (place->pack) * 31 + g_str_hash (place->lesson);
}

static gboolean
reading_equal (gconstpointer a, gconstpointer b)
{
  const CharterReadingPlace *first = a;
  const CharterReadingPlace *second = b;

  return g_str_equal (first->pack, second->pack) && g_str_equal (first->lesson, second->lesson);
}

CharterPlaces *
charter_places_new (void)
{
  CharterPlaces *places = g_new0 (CharterPlaces, 1);

  places->session_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  places->reading_places
    = g_hash_table_new_full (reading_hash, reading_equal, (GDestroyNotify)charter_reading_place_free, NULL);
  return places;
}

void
charter_places_free (CharterPlaces *places)
{
  g_hash_table_unref (places->session_places);
  g_hash_table_unref (places->reading_places);
  g_free (places);
}

gboolean
charter_places_is_empty (const CharterPlaces *places)
{
  return g_hash_table_size (places->session_places) == 0 && g_hash_table_size (places->reading_places) == 0;
}

void
charter_places_set_session (CharterPlaces *places, const char *session, const char *place)
{
  g_hash_table_insert (places->session_places, g_strdup (session), g_strdup (place));
}

void
charter_places_set_reading (CharterPlaces *places, const CharterReadingPlace *place)
{
  g_hash_table_replace (places->reading_places, charter_reading_place_copy (place), NULL);
}

void
charter_places_take_older (CharterPlaces *places, CharterPlaces *older)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, older->session_places);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (places->session_places, key))
      charter_places_set_session (places, key, value);
  g_hash_table_iter_init (&iter, older->reading_places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (places->reading_places, key))
      charter_places_set_reading (places, key);
  g_hash_table_remove_all (older->session_places);
  g_hash_table_remove_all (older->reading_places);
}
