/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a section of an exam: its last answer, then that it is closed, each safe before the next. */
#include "charter-study-private.h"

static void
on_section_written (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  CharterTrack *track = charter_track_get (g_task_get_task_data (task));
  gboolean safe = charter_store_commit_finish (CHARTER_STORE (store), result, &error);

  track->n_on_their_way--;
  track->begun_safe = track->begun_safe || safe;
  if (safe)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Where one is, and that the session has begun: nothing else happened. task: taken. */
static void
write_place (CharterStudy *self, CharterSession *session, GTask *task)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  CharterTrack *track = charter_track_get (session);

  if (!track->begun_safe)
    g_ptr_array_add (events, track->begun);
  track->n_on_their_way++;
  charter_study_store_place (self, session, FALSE);
  charter_store_commit_async (self->store, events, g_task_get_cancellable (task), on_section_written, task);
}

static void
on_section_secured (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CharterStudy *self = CHARTER_STUDY (source);
  CharterSession *session = g_task_get_task_data (task);
  GError *error = NULL;

  if (!charter_study_secure_finish (self, result, &error))
    g_task_return_error (task, error);
  else if (charter_session_close_section (session))
    write_place (self, session, g_steal_pointer (&task));
  else
    {
      charter_study_hand_in (self, session);
      g_task_return_boolean (task, TRUE);
    }
}

void
charter_study_close_section_async (CharterStudy *self,
                                   CharterSession *session,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_session_get_mood (session) == CHARTER_MOOD_EXAM);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_close_section_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (session), g_object_unref);
  charter_study_secure_async (self, session, cancellable, on_section_secured, task);
}

gboolean
charter_study_close_section_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
