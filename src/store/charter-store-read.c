/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is too much to be known by heart is asked of the store's thread: a question goes there as a value, and comes
 * back with what was found. */
#include "charter-attempts.h"
#include "charter-item-fold.h"
#include "charter-removal-load.h"
#include "charter-scene-move.h"
#include "charter-store-private.h"
#include "charter-tables.h"

typedef struct {
  gpointer (*find) (CharterLog *log, const void *query, GError **error); /* NULL on an error */
  GDestroyNotify free_found;
  char *pack, *item, *key_hash, *session; /* or NULL */
  int day;
  gint64 since_wall;
  guint skip, limit;
  gpointer found;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  if (query->found != NULL)
    query->free_found (query->found);
  g_free (query->pack);
  g_free (query->item);
  g_free (query->key_hash);
  g_free (query->session);
  g_free (query);
}

static void
run_query (CharterStore *self, CharterJob *job)
{
  Query *query = job->query;

  query->found = query->find (self->log, query, &job->error);
}

static void
on_query_run (CharterStore *self, CharterJob *job)
{
  Query *query = job->query;

  if (query->found != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&query->found), query->free_found);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
}

/* query: taken. */
static void
ask (CharterStore *self,
     Query *query,
     gpointer tag,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  CharterJob *job;

  g_task_set_source_tag (task, tag);
  if (charter_store_is_closed (self, task))
    {
      query_free (query);
      return;
    }
  job = charter_job_new (run_query, on_query_run);
  job->task = g_steal_pointer (&task);
  job->query = query;
  job->free_query = query_free;
  charter_store_push_job (self, job);
}

static Query *
query_new (gpointer (*find) (CharterLog *, const void *, GError **), GDestroyNotify free_found, const char *pack)
{
  Query *query = g_new0 (Query, 1);

  query->find = find;
  query->free_found = free_found;
  query->pack = g_strdup (pack);
  return query;
}

/* Items */

static gpointer
find_items (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;

  return charter_tables_load_items (charter_log_get_database (log), query->pack, error);
}

void
charter_store_load_items_async (
  CharterStore *self, const char *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  ask (self, query_new (find_items, (GDestroyNotify)g_ptr_array_unref, pack), charter_store_load_items_async,
       cancellable, callback, user_data);
}

GPtrArray *
charter_store_load_items_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Scenes of cases */

static gpointer
find_scenes (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;
  g_autoptr (GPtrArray) moves = charter_scene_moves_load (charter_log_get_database (log), query->pack, error);

  return moves != NULL ? charter_scene_moves_add_up (moves) : NULL;
}

void
charter_store_load_scenes_async (
  CharterStore *self, const char *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  ask (self, query_new (find_scenes, (GDestroyNotify)g_ptr_array_unref, pack), charter_store_load_scenes_async,
       cancellable, callback, user_data);
}

GPtrArray *
charter_store_load_scenes_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is due */

static gpointer
find_due (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;

  return charter_tables_load_due (charter_log_get_database (log), query->pack, query->day, query->limit, error);
}

void
charter_store_load_due_async (CharterStore *self,
                              const char *pack,
                              int day,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Query *query;

  g_return_if_fail (CHARTER_IS_STORE (self));

  query = query_new (find_due, (GDestroyNotify)g_ptr_array_unref, pack);
  query->day = day;
  query->limit = limit;
  ask (self, query, charter_store_load_due_async, cancellable, callback, user_data);
}

GPtrArray *
charter_store_load_due_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
find_forecast (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;

  return charter_tables_load_forecast (charter_log_get_database (log), query->pack, error);
}

void
charter_store_load_forecast_async (
  CharterStore *self, const char *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  ask (self, query_new (find_forecast, (GDestroyNotify)g_array_unref, pack), charter_store_load_forecast_async,
       cancellable, callback, user_data);
}

GArray *
charter_store_load_forecast_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
find_met (CharterLog *log, const void *data, GError **error)
{
  return charter_tables_load_met (charter_log_get_database (log), error);
}

void
charter_store_load_met_async (CharterStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  ask (self, query_new (find_met, (GDestroyNotify)g_hash_table_unref, NULL), charter_store_load_met_async, cancellable,
       callback, user_data);
}

GHashTable *
charter_store_load_met_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
find_day (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;
  g_autofree CharterDayRecord *record = g_new0 (CharterDayRecord, 1);

  if (!charter_tables_load_day (charter_log_get_database (log), query->day, query->since_wall, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

void
charter_store_load_day_async (CharterStore *self,
                              int day,
                              gint64 since_wall,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Query *query;

  g_return_if_fail (CHARTER_IS_STORE (self));

  query = query_new (find_day, g_free, NULL);
  query->day = day;
  query->since_wall = since_wall;
  ask (self, query, charter_store_load_day_async, cancellable, callback, user_data);
}

gboolean
charter_store_load_day_finish (CharterStore *self, GAsyncResult *result, CharterDayRecord *record, GError **error)
{
  g_autofree CharterDayRecord *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found != NULL)
    *record = *found;
  return found != NULL;
}

/* Events and reviews */

typedef struct {
  const CharterStanding *standing;
  GPtrArray *kept;
} Keeping;

static gboolean
keep_standing (CharterEvent *event, gpointer data, GError **error)
{
  Keeping *keeping = data;

  if (charter_event_is_about_item (event) && charter_standing_counts_for_item (keeping->standing, event))
    g_ptr_array_add (keeping->kept, charter_event_ref (event));
  return TRUE;
}

/* Of one item, or of all with the events of each together. */
static GPtrArray *
load_item_events (CharterLog *log, const Query *query, GError **error)
{
  const char *const texts[] = { query->item, query->pack, query->key_hash, NULL };
  g_autoptr (GPtrArray) events = charter_event_array_new ();
  Keeping keeping = { charter_log_get_standing (log), events };

  if (!charter_tables_visit_events (charter_log_get_database (log),
                                    query->item != NULL
                                      ? "WHERE item = ? AND pack = ? AND key_hash = ? ORDER BY hlc, device, seq"
                                      : "WHERE item IS NOT NULL ORDER BY pack, item, key_hash, hlc, device, seq",
                                    texts, keep_standing, &keeping, error))
    return NULL;
  return g_steal_pointer (&events);
}

static gboolean
is_same_item (const CharterEvent *a, const CharterEvent *b)
{
  return g_str_equal (a->item, b->item) && g_str_equal (a->pack, b->pack) && g_str_equal (a->key_hash, b->key_hash);
}

static gpointer
find_reviews (CharterLog *log, const void *data, GError **error)
{
  g_autoptr (GPtrArray) events = load_item_events (log, data, error);
  g_autoptr (GPtrArray) histories = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_item_history_free);
  const CharterScheme *scheme = charter_standing_get_scheme (charter_log_get_standing (log));
  guint start = 0;

  if (events == NULL)
    return NULL;
  for (guint i = 1; i <= events->len; i++)
    if (i == events->len || !is_same_item (g_ptr_array_index (events, start), g_ptr_array_index (events, i)))
      {
        g_autoptr (GPtrArray) own = g_ptr_array_new ();
        for (; start < i; start++)
          g_ptr_array_add (own, g_ptr_array_index (events, start));
        g_ptr_array_add (histories, charter_item_history_new (own, scheme));
      }
  return g_steal_pointer (&histories);
}

void
charter_store_load_histories_async (CharterStore *self,
                                    const char *pack,
                                    const char *item,
                                    const char *key_hash,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Query *query;

  g_return_if_fail (CHARTER_IS_STORE (self));
  g_return_if_fail (item == NULL || (pack != NULL && key_hash != NULL));

  query = query_new (find_reviews, (GDestroyNotify)g_ptr_array_unref, pack);
  query->item = g_strdup (item);
  query->key_hash = g_strdup (key_hash);
  ask (self, query, charter_store_load_histories_async, cancellable, callback, user_data);
}

GPtrArray *
charter_store_load_histories_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What was taken out of what counts */

static gpointer
find_removals (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;

  return charter_removals_load (charter_log_get_database (log), charter_log_get_standing (log), query->limit, error);
}

void
charter_store_load_removals_async (
  CharterStore *self, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Query *query;

  g_return_if_fail (CHARTER_IS_STORE (self));

  query = query_new (find_removals, (GDestroyNotify)charter_removals_free, NULL);
  query->limit = limit;
  ask (self, query, charter_store_load_removals_async, cancellable, callback, user_data);
}

CharterRemovals *
charter_store_load_removals_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Sessions that are over */

static gpointer
find_attempts (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;

  return charter_attempts_load (charter_log_get_database (log), query->skip, query->limit, error);
}

void
charter_store_load_attempts_async (CharterStore *self,
                                   guint skip,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Query *query;

  g_return_if_fail (CHARTER_IS_STORE (self));

  query = query_new (find_attempts, (GDestroyNotify)charter_attempts_free, NULL);
  query->skip = skip;
  query->limit = limit;
  ask (self, query, charter_store_load_attempts_async, cancellable, callback, user_data);
}

CharterAttempts *
charter_store_load_attempts_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
find_session_events (CharterLog *log, const void *data, GError **error)
{
  const Query *query = data;

  return charter_tables_load_session_events (charter_log_get_database (log), query->session, error);
}

void
charter_store_load_session_events_async (
  CharterStore *self, const char *session, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Query *query;

  g_return_if_fail (CHARTER_IS_STORE (self) && session != NULL);

  query = query_new (find_session_events, (GDestroyNotify)g_ptr_array_unref, NULL);
  query->session = g_strdup (session);
  ask (self, query, charter_store_load_session_events_async, cancellable, callback, user_data);
}

GPtrArray *
charter_store_load_session_events_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The log as it is */

static gpointer
find_events (CharterLog *log, const void *data, GError **error)
{
  return charter_tables_load_events (charter_log_get_database (log), "ORDER BY hlc, device, seq", NULL, error);
}

void
charter_store_load_events_async (CharterStore *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  ask (self, query_new (find_events, (GDestroyNotify)g_ptr_array_unref, NULL), charter_store_load_events_async,
       cancellable, callback, user_data);
}

GPtrArray *
charter_store_load_events_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
