/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-say.h"

#include <glib/gi18n-lib.h>

#include "charter-study-private.h"

static void
on_said (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (charter_store_commit_finish (CHARTER_STORE (store), result, &error))
    g_task_return_pointer (task, charter_event_ref (g_task_get_task_data (task)), (GDestroyNotify)charter_event_unref);
  else
    g_task_return_error (task, error);
}

/* event: taken. What has been saved is not to be called cancelled. */
static void
say (
  CharterStudy *self, CharterEvent *event, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, say);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, event, (GDestroyNotify)charter_event_unref);
  g_ptr_array_add (events, event);
  charter_store_commit_async (self->store, events, cancellable, on_said, task);
}

CharterEvent *
charter_study_say_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
charter_study_grade_async (CharterStudy *self,
                           CharterSession *session,
                           guint position,
                           CharterGrade grade,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const CharterEvent *answer;
  CharterEvent *event;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_track_get (session) != NULL && position < charter_track_get (session)->n_steps);

  answer = charter_track_get (session)->steps[position].answer;
  if (answer == NULL)
    {
      g_task_report_new_error (self, callback, user_data, charter_study_grade_async, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               "%s", _ ("This question has no answer to grade."));
      return;
    }
  event = charter_study_make_event (self, CHARTER_EVENT_GRADE, NULL, answer->pack);
  event->item = g_strdup (answer->item);
  event->key_hash = g_strdup (answer->key_hash);
  event->undo_device = g_strdup (answer->device);
  event->undo_seq = answer->seq;
  event->payload = charter_grade_to_json (grade);
  say (self, event, cancellable, callback, user_data);
}

void
charter_study_suspend_async (CharterStudy *self,
                             CharterPack *pack,
                             const CharterItem *item,
                             gboolean suspended,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  CharterEvent *event;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  event = charter_study_make_event (self, CHARTER_EVENT_SUSPEND, NULL, pack->id);
  event->item = g_strdup (item->id);
  event->key_hash = charter_item_dup_key_hash (item);
  event->payload = charter_suspend_to_json (suspended);
  say (self, event, cancellable, callback, user_data);
}

void
charter_study_reset_async (CharterStudy *self,
                           const char *pack_id,
                           const char *item_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  CharterEvent *event;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (pack_id != NULL);

  event = charter_study_make_event (self, CHARTER_EVENT_RESET, NULL, pack_id);
  event->item = g_strdup (item_id);
  say (self, event, cancellable, callback, user_data);
}

void
charter_study_delete_async (CharterStudy *self,
                            const char *session_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (session_id != NULL);

  say (self, charter_study_make_event (self, CHARTER_EVENT_DELETE, session_id, NULL), cancellable, callback, user_data);
}

void
charter_study_undo_async (CharterStudy *self,
                          const CharterEvent *event,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  CharterEvent *undo;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (event->kind == CHARTER_EVENT_RESET || event->kind == CHARTER_EVENT_DELETE);

  undo = charter_study_make_event (self, CHARTER_EVENT_UNDO, NULL, event->pack);
  undo->undo_device = g_strdup (event->device);
  undo->undo_seq = event->seq;
  say (self, undo, cancellable, callback, user_data);
}

void
charter_study_erase_async (CharterStudy *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (CHARTER_IS_STUDY (self));

  say (self, charter_study_make_event (self, CHARTER_EVENT_ERASE, NULL, NULL), cancellable, callback, user_data);
}

void
charter_study_set_setting_async (CharterStudy *self,
                                 const char *name,
                                 const char *value,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  CharterEvent *event;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  event = charter_study_make_event (self, CHARTER_EVENT_SETTING, NULL, NULL);
  event->payload = charter_setting_to_json (name, value);
  say (self, event, cancellable, callback, user_data);
}

const char *
charter_study_get_setting (CharterStudy *self, const char *name)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  return charter_store_get_setting (self->store, name);
}

const CharterScheme *
charter_study_get_scheme (CharterStudy *self)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  return charter_store_get_scheme (self->store);
}

gint64
charter_study_get_beginning (CharterStudy *self, int day)
{
  g_autoptr (CharterEvent) now = NULL;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), 0);

  now = charter_study_make_event (self, CHARTER_EVENT_OTHER, NULL, NULL);
  return charter_scheme_get_beginning (charter_study_get_scheme (self), day, now->tz);
}

static int
get_day (CharterStudy *self, const CharterScheme *scheme)
{
  g_autoptr (CharterEvent) now = charter_study_make_event (self, CHARTER_EVENT_OTHER, NULL, NULL);

  return charter_scheme_get_day (scheme, now->wall, now->tz);
}

int
charter_study_get_today (CharterStudy *self)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), 0);

  return get_day (self, charter_study_get_scheme (self));
}

int
charter_study_get_calendar_day (CharterStudy *self)
{
  static const CharterScheme from_midnight = { .rollover = 0 };

  g_return_val_if_fail (CHARTER_IS_STUDY (self), 0);

  return get_day (self, &from_midnight);
}
