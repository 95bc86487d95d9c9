/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-before.h"

#include "charter-study-private.h"

/* Returns: (transfer full) */
static char *
dup_name (const char *pack, const char *item, const char *key_hash)
{
  return g_strdup_printf ("%s %s %s", pack, item, key_hash);
}

/* begun: when the session did, microseconds since 1970. */
static gboolean
was_before (const CharterItemRecord *record, gint64 begun)
{
  if (record->has_first)
    return record->first.wall < begun;
  return record->spoilt;
}

static GHashTable *
list_names (GPtrArray *records, gint64 begun)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const CharterItemRecord *record = records->pdata[i];
      if (was_before (record, begun))
        g_hash_table_add (names, dup_name (record->pack, record->item, record->key_hash));
    }
  return names;
}

static GHashTable *
find_positions (CharterSession *session, GPtrArray *records)
{
  g_autoptr (GHashTable) names = list_names (records, charter_track_get (session)->begun->wall);
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    {
      const CharterStep *step = charter_path_get_step (charter_session_get_path (session), i);
      g_autofree char *key_hash = charter_item_dup_key_hash (step->item);
      g_autofree char *name = dup_name (step->pack->id, step->item->id, key_hash);

      if (g_hash_table_contains (names, name))
        g_hash_table_add (positions, GUINT_TO_POINTER (i));
    }
  return positions;
}

static void
on_items (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = charter_store_load_items_finish (CHARTER_STORE (store), result, &error);

  if (records != NULL)
    g_task_return_pointer (task, find_positions (g_task_get_task_data (task), records),
                           (GDestroyNotify)g_hash_table_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
charter_study_load_before_async (CharterStudy *self,
                                 CharterSession *session,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_track_get (session) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_before_async);
  g_task_set_task_data (task, g_object_ref (session), g_object_unref);
  charter_store_load_items_async (self->store, NULL, cancellable, on_items, task);
}

GHashTable *
charter_study_load_before_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
