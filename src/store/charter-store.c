/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner's side of the store and its thread: jobs go to the thread one after the other, and come back done, by way
 * of a source in the owner's main context. What the two sides share is under the lock. */
#include "charter-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "charter-backup.h"
#include "charter-log.h"
#include "charter-memory.h"
#include "charter-tables.h"

/* A file up to this size is looked through at each opening, which takes a few milliseconds; a greater one by the
 * daily backup, and at the next opening where that found it damaged. */
#define SMALL_FILE (2 * 1024 * 1024)

typedef struct _Job Job;

/* run: on the store's thread. done: on the owner's, may be NULL. */
struct _Job {
  void (*run) (CharterStore *self, Job *job);
  void (*done) (CharterStore *self, Job *job);
  GAsyncQueue *reply; /* where somebody waits for it, else NULL */
  GTask *task;
  GPtrArray *events;
  gboolean keep; /* events that can't be written wait for the next time */
  CharterChanges *changes;
  CharterMemory *memory;
  GPtrArray *items;
  char *pack;
  GError *error;
};

struct _CharterStore {
  GObject parent_instance;

  /* the owner's thread */
  GMainContext *context;
  GSource *source;
  GThreadPool *thread;
  CharterMemory *memory;
  char *notice;
  gboolean notice_is_trouble; /* goes when a later write succeeds */

  /* the store's thread */
  char *path; /* NULL for memory */
  gint64 wall; /* of the opening */
  CharterLog *log;
  CharterBackup *backup;
  GThread *checker;
  GPtrArray *waiting; /* events that could not be written and nobody else keeps */

  /* both, under the lock */
  GMutex lock;
  CharterPlaces *pending_places;
  gboolean flush_queued;
  gboolean closing;

  GAsyncQueue *finished;
};

G_DEFINE_FINAL_TYPE (CharterStore, charter_store, G_TYPE_OBJECT)

enum { PROP_0, PROP_NOTICE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GPtrArray *
event_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) charter_event_unref);
}

/* Jobs */

static Job *
job_new (void (*run) (CharterStore *, Job *), void (*done) (CharterStore *, Job *))
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->done = done;
  return job;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_clear_pointer (&job->events, g_ptr_array_unref);
  g_clear_pointer (&job->changes, charter_changes_free);
  g_clear_pointer (&job->memory, charter_memory_free);
  g_clear_pointer (&job->items, g_ptr_array_unref);
  g_free (job->pack);
  g_clear_error (&job->error);
  g_free (job);
}

static void
deliver (CharterStore *self, Job *job)
{
  if (job->reply != NULL)
    {
      g_async_queue_push (job->reply, job);
      return;
    }
  g_async_queue_push (self->finished, job);
  g_source_set_ready_time (self->source, 0);
}

static void
on_job (gpointer data, gpointer user_data)
{
  Job *job = data;

  job->run (user_data, job);
  deliver (user_data, job);
}

/* From the owner's thread, or from the store's own. A job that comes too late is dropped: only backups can. */
static void
push (CharterStore *self, Job *job)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->closing)
    job_free (job);
  else
    g_thread_pool_push (self->thread, job, NULL);
}

static void
finish_jobs (CharterStore *self)
{
  Job *job;

  while ((job = g_async_queue_try_pop (self->finished)) != NULL)
    {
      if (job->done != NULL)
        job->done (self, job);
      job_free (job);
    }
}

static gboolean
on_finished (gpointer data)
{
  g_autoptr (CharterStore) self = g_object_ref (data);

  g_source_set_ready_time (self->source, -1);
  finish_jobs (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs source_funcs = { NULL, NULL, dispatch, NULL, NULL, NULL };

static void
run_and_wait (CharterStore *self, Job *job)
{
  job->reply = g_async_queue_new ();
  push (self, job);
  g_async_queue_pop (job->reply);
  g_clear_pointer (&job->reply, g_async_queue_unref);
}

/* What to tell */

static void
set_notice (CharterStore *self, const char *notice, gboolean is_trouble)
{
  self->notice_is_trouble = is_trouble;
  if (g_strcmp0 (self->notice, notice) == 0)
    return;
  g_free (self->notice);
  self->notice = g_strdup (notice);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

static void
apply_changes (CharterStore *self, const CharterChanges *changes)
{
  if (self->notice_is_trouble)
    set_notice (self, NULL, FALSE);
  charter_memory_apply (self->memory, changes);
  if (changes->events->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Writing */

static void
mark_suspect (CharterStore *self, const GError *error)
{
  g_autofree char *mark = NULL;

  if (self->path == NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return;
  mark = g_strconcat (self->path, ".suspect", NULL);
  g_file_set_contents (mark, "", 0, NULL);
}

static CharterPlaces *
take_pending_places (CharterStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  CharterPlaces *places = g_steal_pointer (&self->pending_places);

  self->pending_places = charter_places_new ();
  self->flush_queued = FALSE;
  return places;
}

/* What was set since is later, and stays. */
static void
put_back_pending_places (CharterStore *self, CharterPlaces *places)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  charter_places_take_older (self->pending_places, places);
}

static void
extend_events (GPtrArray *events, GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    g_ptr_array_add (events, charter_event_ref (g_ptr_array_index (more, i)));
}

/* What waits is older, and written first in the same transaction. */
static void
run_write (CharterStore *self, Job *job)
{
  g_autoptr (CharterPlaces) places = take_pending_places (self);
  g_autoptr (GPtrArray) events = event_array_new ();

  extend_events (events, self->waiting);
  extend_events (events, job->events);
  if (events->len == 0 && charter_places_is_empty (places))
    return;
  job->changes = charter_log_write (self->log, events, places, &job->error);
  if (job->changes != NULL)
    {
      g_ptr_array_set_size (self->waiting, 0);
      return;
    }
  mark_suspect (self, job->error);
  put_back_pending_places (self, places);
  if (job->keep)
    extend_events (self->waiting, job->events);
}

static void
on_flushed (CharterStore *self, Job *job)
{
  if (job->changes != NULL)
    apply_changes (self, job->changes);
  else if (job->error != NULL)
    set_notice (self, job->error->message, TRUE);
}

static void
on_committed (CharterStore *self, Job *job)
{
  if (job->changes != NULL)
    apply_changes (self, job->changes);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
}

static gboolean
is_closed (CharterStore *self, GTask *task)
{
  if (self->thread != NULL)
    return FALSE;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _ ("The file of answers is closed."));
  return TRUE;
}

void
charter_store_commit_async (CharterStore *self, GPtrArray *events, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (CHARTER_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_commit_async);
  if (g_task_return_error_if_cancelled (task) || is_closed (self, task))
    return;
  g_task_set_check_cancellable (task, FALSE);
  job = job_new (run_write, on_committed);
  job->task = g_steal_pointer (&task);
  job->events = event_array_new ();
  extend_events (job->events, events);
  push (self, job);
}

gboolean
charter_store_commit_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* One flush on its way is enough: it takes all that waits when it starts. */
static void
queue_flush (CharterStore *self)
{
  gboolean needed;

  g_mutex_lock (&self->lock);
  needed = !self->flush_queued && self->thread != NULL;
  self->flush_queued = TRUE;
  g_mutex_unlock (&self->lock);
  if (needed)
    push (self, job_new (run_write, on_flushed));
}

void
charter_store_post (CharterStore *self, CharterEvent *event)
{
  Job *job;

  g_return_if_fail (CHARTER_IS_STORE (self));

  job = job_new (run_write, on_flushed);
  job->keep = TRUE;
  job->events = event_array_new ();
  g_ptr_array_add (job->events, charter_event_ref (event));
  push (self, job);
}

/* Places */

void
charter_store_set_session_place (CharterStore *self, const char *session, const char *place, gboolean now)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  g_hash_table_insert (self->memory->session_places, g_strdup (session), g_strdup (place));
  g_mutex_lock (&self->lock);
  charter_places_set_session (self->pending_places, session, place);
  g_mutex_unlock (&self->lock);
  if (now)
    queue_flush (self);
}

const char *
charter_store_get_session_place (CharterStore *self, const char *session)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->memory->session_places, session);
}

/* The row as it was, opened now and read as far as ever. Returns: (transfer full) */
static CharterReadingPlace *
dup_reading_place (CharterStore *self, const char *pack, const char *lesson)
{
  const CharterReadingPlace *known = charter_memory_get_reading_place (self->memory, pack, lesson);
  const CharterReadingPlace *last = charter_memory_get_last_reading_place (self->memory);
  CharterReadingPlace *place = known != NULL ? charter_reading_place_copy (known) : g_new0 (CharterReadingPlace, 1);

  if (known == NULL)
    {
      place->pack = g_strdup (pack);
      place->lesson = g_strdup (lesson);
    }
  if (last == NULL || last != known)
    place->opened = last != NULL ? last->opened + 1 : 1;
  return place;
}

void
charter_store_set_reading_place (CharterStore *self, const char *pack, const char *lesson, const char *section,
                                 double fraction)
{
  CharterReadingPlace *place;

  g_return_if_fail (CHARTER_IS_STORE (self));
  g_return_if_fail (pack != NULL && lesson != NULL);

  place = dup_reading_place (self, pack, lesson);
  g_free (place->section);
  place->section = g_strdup (section);
  place->fraction = CLAMP (fraction, place->fraction, 1.0);
  g_mutex_lock (&self->lock);
  charter_places_set_reading (self->pending_places, place);
  g_mutex_unlock (&self->lock);
  g_hash_table_replace (self->memory->reading_places, place, NULL);
  queue_flush (self);
}

const CharterReadingPlace *
charter_store_get_reading_place (CharterStore *self, const char *pack, const char *lesson)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return charter_memory_get_reading_place (self->memory, pack, lesson);
}

const CharterReadingPlace *
charter_store_get_last_reading_place (CharterStore *self)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return charter_memory_get_last_reading_place (self->memory);
}

/* What is known by heart */

const CharterSessionRecord *
charter_store_get_open_session (CharterStore *self, const char *session)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->memory->sessions, session);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const CharterSessionRecord *first = *(CharterSessionRecord *const *) a;
  const CharterSessionRecord *second = *(CharterSessionRecord *const *) b;

  return (second->last_hlc > first->last_hlc) - (second->last_hlc < first->last_hlc);
}

GPtrArray *
charter_store_list_open_sessions (CharterStore *self)
{
  GPtrArray *sessions;
  GHashTableIter iter;
  gpointer record;

  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  sessions = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->memory->sessions);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (sessions, record);
  g_ptr_array_sort (sessions, compare_latest_first);
  return sessions;
}

GPtrArray *
charter_store_get_open_session_events (CharterStore *self, const char *session)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->memory->events, session);
}

const CharterGroupRecord *
charter_store_get_group (CharterStore *self, const char *pack, const char *group)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return charter_memory_get_group (self->memory, pack, group);
}

void
charter_store_count_answers (CharterStore *self, gint64 since_wall, guint *n_answers, guint *n_right)
{
  gint64 since = charter_tally_quarter (since_wall);

  g_return_if_fail (CHARTER_IS_STORE (self));

  *n_answers = *n_right = 0;
  for (guint i = self->memory->tallies->len; i > 0; i--)
    {
      const CharterTally *tally = &g_array_index (self->memory->tallies, CharterTally, i - 1);
      if (tally->quarter < since)
        return;
      *n_answers += tally->n_answers;
      *n_right += tally->n_right;
    }
}

const char *
charter_store_get_notice (CharterStore *self)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return self->notice;
}

void
charter_store_clear_notice (CharterStore *self)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  set_notice (self, NULL, FALSE);
}

/* What has to be asked for */

static void
run_load_items (CharterStore *self, Job *job)
{
  job->items = charter_tables_load_items (charter_log_get_database (self->log), job->pack, &job->error);
}

static void
on_items_loaded (CharterStore *self, Job *job)
{
  if (job->items != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->items), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
}

void
charter_store_load_items_async (CharterStore *self, const char *pack, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (CHARTER_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_store_load_items_async);
  if (is_closed (self, task))
    return;
  job = job_new (run_load_items, on_items_loaded);
  job->task = g_steal_pointer (&task);
  job->pack = g_strdup (pack);
  push (self, job);
}

GPtrArray *
charter_store_load_items_finish (CharterStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_verify (CharterStore *self, Job *job)
{
  charter_log_verify (self->log, &job->error);
}

gboolean
charter_store_verify (CharterStore *self, GError **error)
{
  gboolean agrees;
  Job *job;

  g_return_val_if_fail (CHARTER_IS_STORE (self) && self->thread != NULL, FALSE);

  job = job_new (run_verify, NULL);
  run_and_wait (self, job);
  agrees = job->error == NULL;
  if (!agrees)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return agrees;
}

static void
run_rebuild (CharterStore *self, Job *job)
{
  if (charter_log_rebuild (self->log, &job->error))
    job->memory = charter_memory_load (charter_log_get_database (self->log), &job->error);
}

gboolean
charter_store_rebuild (CharterStore *self, GError **error)
{
  gboolean done;
  Job *job;

  g_return_val_if_fail (CHARTER_IS_STORE (self) && self->thread != NULL, FALSE);

  job = job_new (run_rebuild, NULL);
  run_and_wait (self, job);
  done = job->memory != NULL;
  if (done)
    {
      /* What came back before is part of what was read now. */
      finish_jobs (self);
      g_clear_pointer (&self->memory, charter_memory_free);
      self->memory = g_steal_pointer (&job->memory);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  else
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return done;
}

/* The daily copy */

static gboolean
is_closing (gpointer data)
{
  CharterStore *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->closing;
}

static void
on_backed_up (CharterStore *self, Job *job)
{
  g_autofree char *notice = NULL;

  if (g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    notice = g_strdup (_ ("A part of the file of answers is damaged. Close Charter and open it again: "
                          "the file will be set aside and the latest good backup will take its place."));
  else
    /* Translators: %s is a sentence that tells the reason. */
    notice = g_strdup_printf (_ ("Today’s backup of your answers could not be made. %s"), job->error->message);
  set_notice (self, notice, FALSE);
}

static void
tell_backup_failed (CharterStore *self, const GError *error)
{
  Job *job;

  if (is_closing (self))
    return;
  mark_suspect (self, error);
  job = job_new (NULL, on_backed_up);
  job->error = g_error_copy (error);
  deliver (self, job);
}

/* Looking through the copy may take seconds: a thread of its own, and nobody waits. */
static gpointer
check_backup (gpointer data)
{
  CharterStore *self = data;
  g_autoptr (GError) error = NULL;

  if (!charter_backup_finish (self->backup, is_closing, self, &error))
    tell_backup_failed (self, error);
  return NULL;
}

static void
run_backup (CharterStore *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  int more;

  if (self->backup == NULL)
    self->backup = charter_backup_new (charter_log_get_database (self->log), self->path, self->wall, &error);
  more = self->backup != NULL ? charter_backup_step (self->backup, &error) : -1;
  if (more > 0)
    push (self, job_new (run_backup, NULL));
  else if (more == 0)
    self->checker = g_thread_new ("charter-backup", check_backup, self);
  else
    tell_backup_failed (self, error);
}

/* Opening and closing */

static void
watch (CharterStore *self, GMainContext *context)
{
  self->context = context != NULL ? g_main_context_ref (context) : g_main_context_ref (g_main_context_default ());
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_callback (self->source, on_finished, self, NULL);
  g_source_set_ready_time (self->source, -1);
  g_source_set_static_name (self->source, "charter-store");
  g_source_attach (self->source, self->context);
}

static CharterLog *
open_log (const char *path, gboolean check, GError **error)
{
  sqlite3 *db = charter_database_open (path, check, error);

  return db != NULL ? charter_log_new (db, error) : NULL;
}

/* Reads what has to be known by heart; a damaged table shows here too. */
static gboolean
open_and_load (CharterStore *self, gboolean check, GError **error)
{
  self->log = open_log (self->path, check, error);
  if (self->log == NULL)
    return FALSE;
  self->memory = charter_memory_load (charter_log_get_database (self->log), error);
  if (self->memory != NULL)
    return TRUE;
  g_clear_pointer (&self->log, charter_log_free);
  return FALSE;
}

/* A file without a byte is none of ours: ours have a first page before they have anything else. */
static gboolean
is_emptied (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size == 0 && charter_backup_exists (path);
}

static gboolean
needs_check (const char *path, const char *mark)
{
  GStatBuf info;

  return g_file_test (mark, G_FILE_TEST_EXISTS) || (g_stat (path, &info) == 0 && info.st_size <= SMALL_FILE);
}

static char *
dup_set_aside_notice (const char *name, const char *date)
{
  if (date != NULL)
    /* Translators: the first %s is a file’s name, the second a date such as 2026-05-31. */
    return g_strdup_printf (_ ("The file of your answers was damaged. It was set aside as “%s”, and the backup of %s "
                               "took its place. Answers given after that backup are only in the file set aside."),
                            name, date);
  return g_strdup_printf (_ ("The file of your answers was damaged. It was set aside as “%s”. There was no good "
                             "backup, so a new file was begun."),
                          name);
}

static gboolean
replace_damaged (CharterStore *self, GError **error)
{
  g_autofree char *name = charter_backup_set_aside (self->path, self->wall, error);
  g_autofree char *date = name != NULL ? charter_backup_restore (self->path) : NULL;

  if (name == NULL || !open_and_load (self, FALSE, error))
    return FALSE;
  self->notice = dup_set_aside_notice (name, date);
  return TRUE;
}

static gboolean
open_file (CharterStore *self, GError **error)
{
  g_autofree char *mark = g_strconcat (self->path, ".suspect", NULL);
  g_autoptr (GError) reason = NULL;

  if (!is_emptied (self->path))
    {
      if (!open_and_load (self, needs_check (self->path, mark), &reason)
          && !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }
  if (self->log == NULL && !replace_damaged (self, error))
    return FALSE;
  g_unlink (mark);
  return TRUE;
}

static void
start (CharterStore *self, GMainContext *context)
{
  watch (self, context);
  self->thread = g_thread_pool_new (on_job, self, 1, TRUE, NULL);
  if (self->path != NULL && charter_backup_is_due (charter_log_get_database (self->log), self->path, self->wall))
    push (self, job_new (run_backup, NULL));
}

static CharterStore *
open_store (const char *path, gint64 wall, GMainContext *context, GError **error)
{
  g_autoptr (CharterStore) self = g_object_new (CHARTER_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->wall = wall;
  if (path != NULL ? !open_file (self, error) : !open_and_load (self, FALSE, error))
    return NULL;
  start (self, context);
  return g_steal_pointer (&self);
}

GFile *
charter_store_new_default_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "charter", "history.db", NULL);
}

CharterStore *
charter_store_open (GFile *file, gint64 wall, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL, NULL);

  return open_store (g_file_peek_path (file), wall, g_main_context_get_thread_default (), error);
}

CharterStore *
charter_store_new_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  CharterStore *self = open_store (NULL, 0, g_main_context_get_thread_default (), &error);

  if (self == NULL)
    g_error ("No memory for a store: %s", error->message);
  return self;
}

typedef struct {
  char *path;
  gint64 wall;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening);
}

static void
run_open (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  CharterStore *self = open_store (opening->path, opening->wall, g_task_get_context (task), &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
charter_store_open_async (GFile *file, gint64 wall, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  opening = g_new (Opening, 1);
  opening->path = g_file_get_path (file);
  opening->wall = wall;
  g_task_set_source_tag (task, charter_store_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, run_open);
}

CharterStore *
charter_store_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
begin_closing (CharterStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  /* One more try for what waits. */
  g_thread_pool_push (self->thread, job_new (run_write, on_flushed), NULL);
  self->closing = TRUE;
}

void
charter_store_close (CharterStore *self)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  if (self->thread == NULL)
    return;
  begin_closing (self);
  g_thread_pool_free (g_steal_pointer (&self->thread), FALSE, TRUE);
  g_clear_pointer (&self->checker, g_thread_join);
  g_clear_pointer (&self->backup, charter_backup_free);
  g_clear_pointer (&self->log, charter_log_free);
  finish_jobs (self);
  g_source_destroy (self->source);
}

static void
charter_store_dispose (GObject *object)
{
  charter_store_close (CHARTER_STORE (object));
  G_OBJECT_CLASS (charter_store_parent_class)->dispose (object);
}

static void
charter_store_finalize (GObject *object)
{
  CharterStore *self = CHARTER_STORE (object);

  g_clear_pointer (&self->memory, charter_memory_free);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->pending_places, charter_places_free);
  g_async_queue_unref (self->finished);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self->notice);
  G_OBJECT_CLASS (charter_store_parent_class)->finalize (object);
}

static void
charter_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_NOTICE)
    g_value_set_string (value, CHARTER_STORE (object)->notice);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
charter_store_class_init (CharterStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = charter_store_dispose;
  object_class->finalize = charter_store_finalize;
  object_class->get_property = charter_store_get_property;

  properties[PROP_NOTICE]
      = g_param_spec_string ("notice", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
charter_store_init (CharterStore *self)
{
  g_mutex_init (&self->lock);
  self->waiting = event_array_new ();
  self->pending_places = charter_places_new ();
  self->finished = g_async_queue_new ();
}
