/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner's side: what is known by heart, what is asked for, and the end. */
#include "charter-store-private.h"

#include "charter-tables.h"

G_DEFINE_FINAL_TYPE (CharterStore, charter_store, G_TYPE_OBJECT)

enum { PROP_0, PROP_NOTICE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

void
charter_store_set_notice (CharterStore *self, const char *notice, gboolean is_trouble)
{
  self->notice_is_trouble = is_trouble;
  if (g_strcmp0 (self->notice, notice) == 0)
    return;
  g_free (self->notice);
  self->notice = g_strdup (notice);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

/* Places set since it was read are later. */
static void
take_known (CharterStore *self, CharterKnown *known)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_clear_pointer (&self->known, charter_known_free);
  self->known = known;
  charter_known_set_places (known, self->pending_places);
}

void
charter_store_replace_known (CharterStore *self, CharterKnown *known)
{
  take_known (self, known);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
charter_store_apply_changes (CharterStore *self, CharterJob *job)
{
  if (self->notice_is_trouble && job->run == charter_store_run_write) /* what waited is written now */
    charter_store_set_notice (self, NULL, FALSE);
  if (job->known != NULL)
    take_known (self, g_steal_pointer (&job->known));
  else
    charter_known_apply (self->known, job->changes);
  if (job->changes->events->len > 0 || job->changes->refolded)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Places */

void
charter_store_set_session_place (CharterStore *self, const char *session, const char *place, gboolean now)
{
  g_return_if_fail (CHARTER_IS_STORE (self));

  g_hash_table_insert (self->known->session_places, g_strdup (session), g_strdup (place));
  g_mutex_lock (&self->lock);
  charter_places_set_session (self->pending_places, session, place);
  g_mutex_unlock (&self->lock);
  if (now)
    charter_store_queue_flush (self);
}

const char *
charter_store_get_session_place (CharterStore *self, const char *session)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->known->session_places, session);
}

/* The row as it was, opened now and read as far as ever. Returns: (transfer full) */
static CharterReadingPlace *
dup_reading_place (CharterStore *self, const char *pack, const char *lesson)
{
  const CharterReadingPlace *known = charter_known_get_reading_place (self->known, pack, lesson);
  const CharterReadingPlace *last = charter_known_get_last_reading_place (self->known);
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
charter_store_set_reading_place (
  CharterStore *self, const char *pack, const char *lesson, const char *section, double fraction)
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
  g_hash_table_replace (self->known->reading_places, place, NULL);
  charter_store_queue_flush (self);
}

const CharterReadingPlace *
charter_store_get_reading_place (CharterStore *self, const char *pack, const char *lesson)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return charter_known_get_reading_place (self->known, pack, lesson);
}

const CharterReadingPlace *
charter_store_get_last_reading_place (CharterStore *self)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return charter_known_get_last_reading_place (self->known);
}

/* What is known by heart */

const CharterSessionRecord *
charter_store_get_open_session (CharterStore *self, const char *session)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->known->sessions, session);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const CharterSessionRecord *first = *(CharterSessionRecord *const *)a;
  const CharterSessionRecord *second = *(CharterSessionRecord *const *)b;

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
  g_hash_table_iter_init (&iter, self->known->sessions);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (sessions, record);
  g_ptr_array_sort (sessions, compare_latest_first);
  return sessions;
}

GPtrArray *
charter_store_get_open_session_events (CharterStore *self, const char *session)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->known->events, session);
}

gboolean
charter_store_has_groups (CharterStore *self)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), FALSE);

  return g_hash_table_size (self->known->groups) > 0;
}

const CharterGroupRecord *
charter_store_get_group (CharterStore *self, const char *pack, const char *group)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return charter_known_get_group (self->known, pack, group);
}

void
charter_store_count_answers (CharterStore *self, gint64 since_wall, guint *n_answers, guint *n_right)
{
  gint64 since = charter_tally_quarter (since_wall);

  g_return_if_fail (CHARTER_IS_STORE (self));

  *n_answers = *n_right = 0;
  for (guint i = self->known->tallies->len; i > 0; i--)
    {
      const CharterTally *tally = &g_array_index (self->known->tallies, CharterTally, i - 1);
      if (tally->quarter < since)
        return;
      *n_answers += tally->n_answers;
      *n_right += tally->n_right;
    }
}

const GArray *
charter_store_get_tallies (CharterStore *self)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return self->known->tallies;
}

const char *
charter_store_get_setting (CharterStore *self, const char *name)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->known->settings, name);
}

const CharterScheme *
charter_store_get_scheme (CharterStore *self)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return &self->known->scheme;
}

GPtrArray *
charter_store_list_notes (CharterStore *self, const char *pack)
{
  GPtrArray *notes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer note;

  g_return_val_if_fail (CHARTER_IS_STORE (self), notes);

  g_hash_table_iter_init (&iter, self->known->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    if (pack == NULL || g_str_equal (((CharterNote *)note)->pack, pack))
      g_ptr_array_add (notes, note);
  g_ptr_array_sort (notes, charter_note_compare);
  return notes;
}

const CharterNote *
charter_store_get_note (CharterStore *self, const char *id)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return g_hash_table_lookup (self->known->notes, id);
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

  charter_store_set_notice (self, NULL, FALSE);
}

GFile *
charter_store_dup_file (CharterStore *self)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return self->path != NULL ? g_file_new_for_path (self->path) : NULL;
}

/* Looking through */

static void
run_verify (CharterStore *self, CharterJob *job)
{
  charter_log_verify (self->log, &job->error);
}

gboolean
charter_store_verify (CharterStore *self, GError **error)
{
  gboolean agrees;
  CharterJob *job;

  g_return_val_if_fail (CHARTER_IS_STORE (self) && self->thread != NULL, FALSE);

  job = charter_job_new (run_verify, NULL);
  charter_store_run_and_wait (self, job);
  agrees = job->error == NULL;
  if (!agrees)
    g_propagate_error (error, g_steal_pointer (&job->error));
  charter_job_free (job);
  return agrees;
}

static void
run_rebuild (CharterStore *self, CharterJob *job)
{
  if (charter_log_rebuild (self->log, &job->error))
    job->known = charter_known_load (self->log, &job->error);
}

gboolean
charter_store_rebuild (CharterStore *self, GError **error)
{
  gboolean done;
  CharterJob *job;

  g_return_val_if_fail (CHARTER_IS_STORE (self) && self->thread != NULL, FALSE);

  job = charter_job_new (run_rebuild, NULL);
  charter_store_run_and_wait (self, job);
  done = job->known != NULL;
  if (done)
    {
      /* What came back before is part of what was read now. */
      charter_store_finish_jobs (self);
      charter_store_replace_known (self, g_steal_pointer (&job->known));
    }
  else
    g_propagate_error (error, g_steal_pointer (&job->error));
  charter_job_free (job);
  return done;
}

static void
begin_closing (CharterStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  /* One more try for what waits. */
  g_thread_pool_push (self->thread, charter_job_new (charter_store_run_write, charter_store_on_flushed), NULL);
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
  charter_store_finish_jobs (self);
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

  g_clear_pointer (&self->known, charter_known_free);
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

  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_store_init (CharterStore *self)
{
  g_mutex_init (&self->lock);
  self->waiting = charter_event_array_new ();
  self->pending_places = charter_places_new ();
  self->finished = g_async_queue_new ();
}
