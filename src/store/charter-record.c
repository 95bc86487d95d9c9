/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-record.h"

CharterSessionRecord *
charter_session_record_copy (const CharterSessionRecord *record)
{
  CharterSessionRecord *copy = g_new (CharterSessionRecord, 1);

  *copy = *record;
  copy->session = g_strdup (record->session);
  copy->pack = g_strdup (record->pack);
  copy->group = g_strdup (record->group);
  return copy;
}

void
charter_session_record_free (CharterSessionRecord *record)
{
  g_free (record->session);
  g_free (record->pack);
  g_free (record->group);
  g_free (record);
}

void
charter_attempts_free (CharterAttempts *attempts)
{
  g_clear_pointer (&attempts->list, g_ptr_array_unref);
  g_free (attempts);
}

CharterItemRecord *
charter_item_record_new (const char *pack, const char *item, const char *key_hash)
{
  CharterItemRecord *record = g_new0 (CharterItemRecord, 1);

  record->pack = g_strdup (pack);
  record->item = g_strdup (item);
  record->key_hash = g_strdup (key_hash);
  return record;
}

void
charter_item_record_reset (CharterItemRecord *record)
{
  g_free (record->last_session);
  g_free (record->spoilt_session);
  g_clear_pointer (&record->slips, g_array_unref);
  *record = (CharterItemRecord){ .pack = record->pack, .item = record->item, .key_hash = record->key_hash };
}

static void
slip_clear (gpointer data)
{
  g_free (((CharterSlip *)data)->misconception);
}

CharterSlip *
charter_slips_get (GArray **slips, const char *misconception)
{
  CharterSlip *slip;

  if (*slips == NULL)
    {
      *slips = g_array_new (FALSE, TRUE, sizeof (CharterSlip));
      g_array_set_clear_func (*slips, slip_clear);
    }
  for (guint i = 0; i < (*slips)->len; i++)
    {
      slip = &g_array_index (*slips, CharterSlip, i);
      if (g_str_equal (slip->misconception, misconception))
        return slip;
    }
  g_array_set_size (*slips, (*slips)->len + 1);
  slip = &g_array_index (*slips, CharterSlip, (*slips)->len - 1);
  slip->misconception = g_strdup (misconception);
  return slip;
}

CharterSlip *
charter_item_record_get_slip (CharterItemRecord *record, const char *misconception)
{
  return charter_slips_get (&record->slips, misconception);
}

void
charter_slip_add (CharterSlip *slip, gboolean shown, gint64 wall)
{
  slip->n_offered++;
  slip->shows_still = shown;
  if (!shown)
    return;
  slip->n_shown++;
  slip->last_shown = wall;
}

void
charter_item_record_free (CharterItemRecord *record)
{
  charter_item_record_reset (record);
  g_free (record->pack);
  g_free (record->item);
  g_free (record->key_hash);
  g_free (record);
}

void
charter_item_history_free (CharterItemHistory *history)
{
  g_free (history->pack);
  g_free (history->item);
  g_free (history->key_hash);
  g_array_unref (history->reviews);
  g_free (history);
}

CharterSceneRecord *
charter_scene_record_new (const char *pack, const char *story, const char *scene)
{
  CharterSceneRecord *record = g_new0 (CharterSceneRecord, 1);

  record->pack = g_strdup (pack);
  record->story = g_strdup (story);
  record->scene = g_strdup (scene);
  return record;
}

void
charter_scene_record_free (CharterSceneRecord *record)
{
  g_free (record->pack);
  g_free (record->story);
  g_free (record->scene);
  g_clear_pointer (&record->slips, g_array_unref);
  g_free (record);
}

CharterGroupRecord *
charter_group_record_new (const char *pack, const char *group)
{
  CharterGroupRecord *record = g_new0 (CharterGroupRecord, 1);

  record->pack = g_strdup (pack);
  record->group = g_strdup (group);
  return record;
}

CharterGroupRecord *
charter_group_record_copy (const CharterGroupRecord *record)
{
  CharterGroupRecord *copy = g_new (CharterGroupRecord, 1);

  *copy = *record;
  copy->pack = g_strdup (record->pack);
  copy->group = g_strdup (record->group);
  copy->last_ending = g_strdup (record->last_ending);
  return copy;
}

void
charter_group_record_free (CharterGroupRecord *record)
{
  g_free (record->pack);
  g_free (record->group);
  g_free (record->last_ending);
  g_free (record);
}

CharterReadingPlace *
charter_reading_place_copy (const CharterReadingPlace *place)
{
  CharterReadingPlace *copy = g_new (CharterReadingPlace, 1);

  *copy = *place;
  copy->pack = g_strdup (place->pack);
  copy->lesson = g_strdup (place->lesson);
  copy->section = g_strdup (place->section);
  return copy;
}

void
charter_reading_place_free (CharterReadingPlace *place)
{
  g_free (place->pack);
  g_free (place->lesson);
  g_free (place->section);
  g_free (place);
}
