/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items went wrong the last time, for whoever wants to practise these. */
#include "charter-study-held.h"
#include "charter-study-private.h"

gboolean
charter_study_is_about_this_key (CharterPack *pack, const CharterItemRecord *record)
{
  const CharterItem *item = charter_pack_find_item (pack, record->item);
  g_autofree char *key_hash = item != NULL ? charter_item_dup_key_hash (item) : NULL;

  return key_hash != NULL && g_strcmp0 (key_hash, record->key_hash) == 0;
}

static GHashTable *
find_mistakes (CharterPack *pack, GPtrArray *records, GHashTable *held)
{
  GHashTable *mistakes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const CharterItemRecord *record = g_ptr_array_index (records, i);

      if (record->n_attempts > 0 && !record->last.correct && !charter_held_has (held, pack->id, record->item)
          && charter_study_is_about_this_key (pack, record))
        g_hash_table_add (mistakes, g_strdup (record->item));
    }
  return mistakes;
}

static void
on_items (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = charter_store_load_items_finish (CHARTER_STORE (store), result, &error);
  g_autoptr (GHashTable) held = charter_study_list_held (g_task_get_source_object (task), NULL);

  if (records != NULL)
    g_task_return_pointer (task, find_mistakes (g_task_get_task_data (task), records, held),
                           (GDestroyNotify)g_hash_table_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
charter_study_load_mistakes_async (
  CharterStudy *self, CharterPack *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_mistakes_async);
  g_task_set_task_data (task, charter_pack_ref (pack), (GDestroyNotify)charter_pack_unref);
  charter_store_load_items_async (self->store, pack->id, cancellable, on_items, task);
}

GHashTable *
charter_study_load_mistakes_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
