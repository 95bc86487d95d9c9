/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-removals.h"

#include "charter-study-private.h"

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  CharterRemovals *removals = charter_store_load_removals_finish (CHARTER_STORE (store), result, &error);

  if (removals != NULL)
    g_task_return_pointer (task, removals, (GDestroyNotify)charter_removals_free);
  else
    g_task_return_error (task, error);
}

void
charter_study_load_removals_async (
  CharterStudy *self, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_removals_async);
  charter_store_load_removals_async (self->store, limit, cancellable, on_loaded, task);
}

CharterRemovals *
charter_study_load_removals_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
can_be_reverted (const CharterEvent *event)
{
  return event->kind == CHARTER_EVENT_DELETE || event->kind == CHARTER_EVENT_RESET
         || event->kind == CHARTER_EVENT_SUSPEND || (event->kind == CHARTER_EVENT_UNDO && event->session == NULL);
}

/* What was said of an item's key stays with that key, whatever the pack says now. */
static CharterEvent *
make_opposite (CharterStudy *self, const CharterEvent *event)
{
  CharterEventKind kind = event->kind == CHARTER_EVENT_SUSPEND ? CHARTER_EVENT_SUSPEND : CHARTER_EVENT_UNDO;
  CharterEvent *opposite = charter_study_make_event (self, kind, NULL, event->pack);

  if (kind == CHARTER_EVENT_SUSPEND)
    {
      opposite->item = g_strdup (event->item);
      opposite->key_hash = g_strdup (event->key_hash);
      opposite->payload = charter_suspend_to_json (!charter_suspend_from_json (event->payload));
      return opposite;
    }
  opposite->undo_device = g_strdup (event->device);
  opposite->undo_seq = event->seq;
  return opposite;
}

static void
on_said (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (charter_store_commit_finish (CHARTER_STORE (store), result, &error))
    g_task_return_pointer (task, g_ptr_array_ref (g_task_get_task_data (task)), (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
charter_study_revert_async (
  CharterStudy *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GPtrArray *opposites;
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  opposites = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  for (guint i = 0; i < events->len; i++)
    {
      const CharterEvent *event = g_ptr_array_index (events, i);
      g_return_if_fail (can_be_reverted (event));
      g_ptr_array_add (opposites, make_opposite (self, event));
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_revert_async);
  g_task_set_check_cancellable (task, FALSE); /* what has been saved is not to be called cancelled */
  g_task_set_task_data (task, opposites, (GDestroyNotify)g_ptr_array_unref);
  charter_store_commit_async (self->store, opposites, cancellable, on_said, task);
}

GPtrArray *
charter_study_revert_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
