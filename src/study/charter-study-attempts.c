/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-attempts.h"

#include "charter-study-private.h"

#include <glib/gi18n-lib.h>

/* ---- the list ---- */

static void
on_attempts (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  CharterAttempts *attempts = charter_store_load_attempts_finish (CHARTER_STORE (store), result, &error);

  if (attempts != NULL)
    g_task_return_pointer (task, attempts, (GDestroyNotify)charter_attempts_free);
  else
    g_task_return_error (task, error);
}

void
charter_study_load_attempts_async (CharterStudy *self,
                                   guint skip,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_attempts_async);
  charter_store_load_attempts_async (self->store, skip, limit, cancellable, on_attempts, task);
}

CharterAttempts *
charter_study_load_attempts_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- one of them ---- */

typedef struct {
  GPtrArray *packs;
  CharterSessionRecord *record;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_ptr_array_unref (wish->packs);
  charter_session_record_free (wish->record);
  g_free (wish);
}

static GObject *
rebuild (CharterStudy *self, const Wish *wish, GPtrArray *events, GError **error)
{
  CharterPack *pack = charter_study_find_pack (wish->packs, wish->record->pack);
  CharterSession *session;

  if (pack == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("In a pack that is not in your library: %s"),
                   wish->record->pack);
      return NULL;
    }
  if (wish->record->n_steps == 0)
    return (GObject *)charter_study_rebuild_walk (self, pack, wish->record->session, events, error);
  session = charter_study_rebuild_session (self->store, self->clock, wish->packs, wish->record, events, error);
  if (session != NULL)
    charter_track_get (session)->ended = TRUE;
  return (GObject *)session;
}

static void
on_events (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) events = charter_store_load_session_events_finish (CHARTER_STORE (store), result, &error);
  GObject *attempt = NULL;

  if (events != NULL)
    attempt = rebuild (g_task_get_source_object (task), g_task_get_task_data (task), events, &error);
  if (attempt != NULL)
    g_task_return_pointer (task, attempt, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
charter_study_load_attempt_async (CharterStudy *self,
                                  GPtrArray *packs,
                                  const CharterSessionRecord *attempt,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;
  Wish *wish;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  wish = g_new (Wish, 1);
  *wish = (Wish){ g_ptr_array_ref (packs), charter_session_record_copy (attempt) };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_attempt_async);
  g_task_set_task_data (task, wish, wish_free);
  charter_store_load_session_events_async (self->store, attempt->session, cancellable, on_events, task);
}

GObject *
charter_study_load_attempt_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
charter_study_dup_attempt_note (CharterStudy *self, CharterSession *attempt)
{
  const CharterTrack *track = charter_track_get (attempt);
  guint n = track->n_gone + track->n_changed;

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("The pack has changed since: %'u question can’t be shown as it was.",
                                    "The pack has changed since: %'u questions can’t be shown as they were.", n),
                          n);
}
