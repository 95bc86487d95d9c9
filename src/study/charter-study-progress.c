/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-progress.h"

#include "charter-study-held.h"
#include "charter-study-private.h"

const GArray *
charter_study_get_tallies (CharterStudy *self)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  g_clear_pointer (&self->told, g_array_unref);
  self->told = charter_study_hold_tallies (self, charter_store_get_tallies (self->store));
  return self->told != NULL ? self->told : charter_store_get_tallies (self->store);
}

/* ---- the items of a pack ---- */

typedef struct {
  CharterPack *pack;
  GPtrArray *records; /* CharterItemRecord, NULL until they are read */
  GHashTable *held;   /* as it was then */
} Sifting;

static void
sifting_free (gpointer data)
{
  Sifting *sifting = data;

  charter_pack_unref (sifting->pack);
  g_clear_pointer (&sifting->records, g_ptr_array_unref);
  g_clear_pointer (&sifting->held, g_hash_table_unref);
  g_free (sifting);
}

/* Making the digests of ten thousand keys takes longer than a frame. */
static void
sift (GTask *task, gpointer study, gpointer data, GCancellable *cancellable)
{
  Sifting *sifting = data;

  for (guint i = sifting->records->len; i > 0; i--)
    if (charter_held_has (sifting->held, sifting->pack->id, ((CharterItemRecord *)sifting->records->pdata[i - 1])->item)
        || !charter_study_is_about_this_key (sifting->pack, sifting->records->pdata[i - 1]))
      g_ptr_array_remove_index_fast (sifting->records, i - 1);
  g_task_return_pointer (task, g_steal_pointer (&sifting->records), (GDestroyNotify)g_ptr_array_unref);
}

static void
on_items (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Sifting *sifting = g_task_get_task_data (task);
  GError *error = NULL;

  sifting->records = charter_store_load_items_finish (CHARTER_STORE (store), result, &error);
  sifting->held = charter_study_list_held (g_task_get_source_object (task), NULL);
  if (sifting->records != NULL)
    g_task_run_in_thread (task, sift);
  else
    g_task_return_error (task, error);
}

void
charter_study_load_records_async (
  CharterStudy *self, CharterPack *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Sifting *sifting;
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  sifting = g_new0 (Sifting, 1);
  sifting->pack = charter_pack_ref (pack);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_records_async);
  g_task_set_task_data (task, sifting, sifting_free);
  charter_store_load_items_async (self->store, pack->id, cancellable, on_items, task);
}

GPtrArray *
charter_study_load_records_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- what is due ---- */

static void
on_forecast (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  GArray *days = charter_store_load_forecast_finish (CHARTER_STORE (store), result, &error);

  if (days != NULL)
    g_task_return_pointer (task, days, (GDestroyNotify)g_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
charter_study_load_forecast_async (CharterStudy *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_forecast_async);
  charter_store_load_forecast_async (self->store, NULL, cancellable, on_forecast, task);
}

GArray *
charter_study_load_forecast_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- one item ---- */

static CharterItemHistory *
make_empty_history (void)
{
  CharterItemHistory *history = g_new0 (CharterItemHistory, 1);

  history->reviews = g_array_new (FALSE, FALSE, sizeof (CharterItemReview));
  return history;
}

static void
on_histories (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) histories = charter_store_load_histories_finish (CHARTER_STORE (store), result, &error);

  if (histories == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, histories->len > 0 ? g_ptr_array_steal_index (histories, 0) : make_empty_history (),
                           (GDestroyNotify)charter_item_history_free);
}

void
charter_study_load_history_async (CharterStudy *self,
                                  CharterPack *pack,
                                  const CharterItem *item,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autofree char *key_hash = charter_item_dup_key_hash (item);
  g_autoptr (GHashTable) held = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_history_async);
  held = charter_study_list_held (self, NULL);
  if (charter_held_has (held, pack->id, item->id))
    g_task_return_pointer (task, make_empty_history (), (GDestroyNotify)charter_item_history_free);
  else
    charter_store_load_histories_async (self->store, pack->id, item->id, key_hash, cancellable, on_histories,
                                        g_steal_pointer (&task));
}

CharterItemHistory *
charter_study_load_history_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
