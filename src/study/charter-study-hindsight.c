/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-hindsight.h"

#include "charter-study-held.h"
#include "charter-study-private.h"
#include "charter-study-say.h"

void
charter_hindsight_free (CharterHindsight *past)
{
  g_clear_pointer (&past->due, g_ptr_array_unref);
  g_clear_pointer (&past->met, g_hash_table_unref);
  g_clear_pointer (&past->items, g_hash_table_unref);
  g_clear_pointer (&past->scenes, g_ptr_array_unref);
  g_clear_pointer (&past->held, g_hash_table_unref);
  g_free (past);
}

GPtrArray *
charter_hindsight_list_records (CharterHindsight *past, CharterPack *pack)
{
  GPtrArray *all = g_hash_table_lookup (past->items, pack->id);
  GPtrArray *records = g_ptr_array_sized_new (all != NULL ? all->len : 0);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!charter_held_has (past->held, pack->id, ((CharterItemRecord *)all->pdata[i])->item)
        && charter_study_is_about_this_key (pack, all->pdata[i]))
      g_ptr_array_add (records, all->pdata[i]);
  return records;
}

GPtrArray *
charter_hindsight_list_scenes (CharterHindsight *past, CharterPack *pack)
{
  GPtrArray *scenes = g_ptr_array_new ();

  for (guint i = 0; i < past->scenes->len; i++)
    if (g_str_equal (((CharterSceneRecord *)past->scenes->pdata[i])->pack, pack->id))
      g_ptr_array_add (scenes, past->scenes->pdata[i]);
  return scenes;
}

/* ---- the questions to the store ---- */

typedef struct {
  CharterHindsight *past;
  guint n_open; /* of the questions */
  GError *error;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->past, charter_hindsight_free);
  g_clear_error (&reading->error);
  g_free (reading);
}

/* task: (transfer full). error: (transfer full) (nullable) */
static void
end_question (GTask *task, GError *error)
{
  g_autoptr (GTask) owned = task;
  Reading *reading = g_task_get_task_data (task);

  if (reading->error == NULL)
    reading->error = error;
  else
    g_clear_error (&error);
  if (--reading->n_open > 0)
    return;
  if (reading->error != NULL)
    g_task_return_error (task, g_steal_pointer (&reading->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&reading->past), (GDestroyNotify)charter_hindsight_free);
}

static CharterHindsight *
get_past (gpointer task)
{
  return ((Reading *)g_task_get_task_data (task))->past;
}

static void
on_due (GObject *store, GAsyncResult *result, gpointer task)
{
  GError *error = NULL;

  get_past (task)->due = charter_store_load_due_finish (CHARTER_STORE (store), result, &error);
  end_question (task, error);
}

static void
on_met (GObject *store, GAsyncResult *result, gpointer task)
{
  GError *error = NULL;

  get_past (task)->met = charter_store_load_met_finish (CHARTER_STORE (store), result, &error);
  end_question (task, error);
}

static void
on_day (GObject *store, GAsyncResult *result, gpointer task)
{
  GError *error = NULL;

  charter_store_load_day_finish (CHARTER_STORE (store), result, &get_past (task)->done, &error);
  end_question (task, error);
}

/* They come in the order of their packs. records: (transfer full) */
static GHashTable *
part_by_pack (GPtrArray *records)
{
  g_autoptr (GPtrArray) owned = records;
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  GPtrArray *part = NULL;

  g_ptr_array_set_free_func (records, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      CharterItemRecord *record = records->pdata[i];

      if (part == NULL || !g_str_equal (((CharterItemRecord *)part->pdata[0])->pack, record->pack))
        {
          part = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_item_record_free);
          g_hash_table_insert (items, record->pack, part);
        }
      g_ptr_array_add (part, record);
    }
  return items;
}

static void
on_items (GObject *store, GAsyncResult *result, gpointer task)
{
  GError *error = NULL;
  GPtrArray *records = charter_store_load_items_finish (CHARTER_STORE (store), result, &error);

  if (records != NULL)
    get_past (task)->items = part_by_pack (records);
  end_question (task, error);
}

static void
on_scenes (GObject *store, GAsyncResult *result, gpointer task)
{
  GError *error = NULL;

  get_past (task)->scenes = charter_store_load_scenes_finish (CHARTER_STORE (store), result, &error);
  end_question (task, error);
}

static void
ask (CharterStudy *self, GTask *task, gboolean items)
{
  Reading *reading = g_new0 (Reading, 1);
  int today = charter_study_get_today (self);

  reading->past = g_new0 (CharterHindsight, 1);
  reading->past->today = today;
  reading->past->held = charter_study_list_held (self, NULL);
  reading->n_open = items ? 5 : 3;
  g_task_set_task_data (task, reading, reading_free);
  charter_store_load_due_async (self->store, NULL, today, G_MAXINT, NULL, on_due, g_object_ref (task));
  charter_store_load_met_async (self->store, NULL, on_met, g_object_ref (task));
  charter_store_load_day_async (self->store, today, charter_study_get_beginning (self, today), NULL, on_day,
                                g_object_ref (task));
  if (!items)
    return;
  charter_store_load_items_async (self->store, NULL, NULL, on_items, g_object_ref (task));
  charter_store_load_scenes_async (self->store, NULL, NULL, on_scenes, g_object_ref (task));
}

CharterHindsight *
charter_study_load_hindsight_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- ahead ---- */

void
charter_study_forget_ahead (CharterStudy *self)
{
  g_clear_pointer (&self->ahead, charter_hindsight_free);
  self->ahead_missed = self->reading_ahead;
}

/* Where the day is another one by now, it was asked for in vain. */
static gboolean
is_of_today (CharterStudy *self, const CharterHindsight *past)
{
  return past != NULL && past->today == charter_study_get_today (self);
}

/* Whoever waits gets it, but for what has changed meanwhile: then they ask for themselves. */
static void
on_ahead (GObject *source, GAsyncResult *result, gpointer data)
{
  CharterStudy *self = CHARTER_STUDY (source);
  g_autoptr (CharterHindsight) past = charter_study_load_hindsight_finish (self, result, NULL);
  g_autoptr (GTask) waiting = g_steal_pointer (&self->waiting);

  self->reading_ahead = FALSE;
  if (self->ahead_missed || !is_of_today (self, past))
    g_clear_pointer (&past, charter_hindsight_free);
  if (waiting == NULL)
    self->ahead = g_steal_pointer (&past);
  else if (past != NULL)
    g_task_return_pointer (waiting, g_steal_pointer (&past), (GDestroyNotify)charter_hindsight_free);
  else
    ask (self, waiting, TRUE);
}

void
charter_study_read_ahead (CharterStudy *self)
{
  g_return_if_fail (CHARTER_IS_STUDY (self));

  if (self->reading_ahead || self->ahead != NULL)
    return;
  self->reading_ahead = TRUE;
  self->ahead_missed = FALSE;
  {
    g_autoptr (GTask) task = g_task_new (self, NULL, on_ahead, NULL);

    ask (self, task, TRUE);
  }
}

void
charter_study_load_hindsight_async (
  CharterStudy *self, gboolean items, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_hindsight_async);
  if (items && is_of_today (self, self->ahead))
    g_task_return_pointer (task, g_steal_pointer (&self->ahead), (GDestroyNotify)charter_hindsight_free);
  else if (items && self->reading_ahead && self->waiting == NULL)
    self->waiting = g_steal_pointer (&task);
  else
    ask (self, task, items);
}
