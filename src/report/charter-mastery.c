/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-mastery.h"

gboolean
charter_mastery_is_known (const CharterItemRecord *record, const CharterWeights *weights, int today)
{
  if (record->n_reviews == 0 || record->last_grade <= CHARTER_GRADE_AGAIN)
    return FALSE;
  return charter_fsrs_get_recall (weights, record->memory, MAX (0, today - record->last_day)) >= CHARTER_MASTERY_KNOWN;
}

/* Where each topic stands in the result: by the topic itself, or by the text of a ref that leads out of the pack. */
typedef struct {
  const CharterPack *pack;
  GArray *topics;       /* CharterMastery */
  GHashTable *by_topic; /* index + 1 by CharterTopic */
  GHashTable *by_ref;   /* index + 1 by text */
} Places;

static void
append (Places *self, const char *ref, const CharterTopic *topic)
{
  CharterMastery added = { .ref = ref, .topic = topic };

  g_array_append_val (self->topics, added);
}

/* Items without a topic are kept at index 0 until all have been counted. */
static void
places_init (Places *self, const CharterPack *pack)
{
  self->pack = pack;
  self->topics = g_array_new (FALSE, FALSE, sizeof (CharterMastery));
  self->by_topic = g_hash_table_new (NULL, NULL);
  self->by_ref = g_hash_table_new (g_str_hash, g_str_equal);
  append (self, NULL, NULL);
  for (guint i = 0; i < pack->n_topics; i++)
    {
      append (self, pack->topics[i]->id, pack->topics[i]);
      g_hash_table_insert (self->by_topic, (gpointer)pack->topics[i], GUINT_TO_POINTER (self->topics->len));
    }
}

static CharterMastery *
find (Places *self, const char *ref)
{
  const CharterTopic *topic = charter_pack_find_topic (self->pack, ref);
  guint place = 1;

  if (topic != NULL)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_topic, topic));
  else if (ref != NULL && (place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_ref, ref))) == 0)
    {
      append (self, ref, NULL);
      place = self->topics->len;
      g_hash_table_insert (self->by_ref, (gpointer)ref, GUINT_TO_POINTER (place));
    }
  return &g_array_index (self->topics, CharterMastery, place - 1);
}

static void
conclude (CharterMastery *topic)
{
  topic->interval = charter_interval_wilson (topic->n_right, topic->n_seen);
  topic->too_few = topic->n_seen < CHARTER_INTERVAL_MIN_N;
}

/* Returns: (transfer full) */
static GArray *
places_finish (Places *self)
{
  CharterMastery without = g_array_index (self->topics, CharterMastery, 0);

  g_hash_table_unref (self->by_topic);
  g_hash_table_unref (self->by_ref);
  g_array_append_val (self->topics, without);
  g_array_remove_index (self->topics, 0);
  for (guint i = self->topics->len; i > 0; i--)
    if (g_array_index (self->topics, CharterMastery, i - 1).n_items == 0)
      g_array_remove_index (self->topics, i - 1);
  for (guint i = 0; i < self->topics->len; i++)
    conclude (&g_array_index (self->topics, CharterMastery, i));
  return self->topics;
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *by_item = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      CharterItemRecord *record = g_ptr_array_index (records, i);
      g_hash_table_insert (by_item, record->item, record);
    }
  return by_item;
}

GArray *
charter_mastery_new (const CharterPack *pack, GPtrArray *records, const CharterWeights *weights, int today)
{
  g_autoptr (GHashTable) by_item = index_records (records);
  Places places;

  places_init (&places, pack);
  for (guint i = 0; i < pack->n_items; i++)
    {
      const CharterItem *item = pack->items[i];
      const CharterItemRecord *record = g_hash_table_lookup (by_item, item->id);
      gboolean seen = record != NULL && record->n_attempts > 0;
      CharterMastery *topic;

      if (item->reserved && !seen)
        continue;
      topic = find (&places, item->topic);
      topic->n_items++;
      topic->n_seen += seen;
      topic->n_right += seen && record->last.correct;
      topic->n_known += seen && charter_mastery_is_known (record, weights, today);
    }
  return places_finish (&places);
}

CharterMastery
charter_mastery_sum (const GArray *topics)
{
  CharterMastery sum = { 0 };

  for (guint i = 0; i < topics->len; i++)
    {
      const CharterMastery *topic = &g_array_index (topics, CharterMastery, i);

      sum.n_items += topic->n_items;
      sum.n_seen += topic->n_seen;
      sum.n_right += topic->n_right;
      sum.n_known += topic->n_known;
    }
  conclude (&sum);
  return sum;
}
