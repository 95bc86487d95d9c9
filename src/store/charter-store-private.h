/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-backup.h"
#include "charter-log.h"
#include "charter-known.h"
#include "charter-merged.h"
#include "charter-store.h"

G_BEGIN_DECLS

/* The store's two sides, and the jobs that go between them. */

typedef struct _CharterJob CharterJob;

/* run: on the store's thread. done: on the owner's, may be NULL. */
struct _CharterJob {
  void (*run) (CharterStore *self, CharterJob *job);
  void (*done) (CharterStore *self, CharterJob *job);
  GAsyncQueue *reply; /* where somebody waits for it, else NULL */
  GTask *task;
  GPtrArray *events;
  gboolean keep; /* events that can't be written wait for the next time */
  CharterChanges *changes;
  CharterKnown *known;
  gpointer query; /* what is asked, and what was found */
  GDestroyNotify free_query;
  GError *error;
};

struct _CharterStore {
  GObject parent_instance;

  /* the owner's thread */
  GMainContext *context;
  GSource *source;
  GThreadPool *thread;
  CharterKnown *known;
  char *notice;
  gboolean notice_is_trouble; /* goes when a later write succeeds */
  guint n_restored;           /* how often a backup was to take the file's place */

  /* the store's thread */
  char *path;  /* NULL for memory */
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

/* Returns: (transfer full) */
CharterJob *charter_job_new (void (*run) (CharterStore *, CharterJob *), void (*done) (CharterStore *, CharterJob *));
void charter_job_free (CharterJob *job);

/* From the owner's thread, or from the store's own. Takes the job; one that comes after closing began is dropped. */
void charter_store_push_job (CharterStore *self, CharterJob *job);
/* From any thread: the job is done, its owner is told in their main context. */
void charter_store_deliver_job (CharterStore *self, CharterJob *job);
/* From the owner's thread. run_and_wait leaves the job to its caller. */
void charter_store_run_and_wait (CharterStore *self, CharterJob *job);
void charter_store_finish_jobs (CharterStore *self);
void charter_store_start_thread (CharterStore *self, GMainContext *context);

/* is_trouble: goes by itself when a later write succeeds. notice: may be NULL. */
void charter_store_set_notice (CharterStore *self, const char *notice, gboolean is_trouble);
/* What a job's transaction changed is known by heart from here on. */
void charter_store_apply_changes (CharterStore *self, CharterJob *job);
/* On the store's thread: a damaged file is looked through when it is opened next. */
void charter_store_mark_suspect (CharterStore *self, const GError *error);

/* The jobs that write, and that copy. */
void charter_store_run_write (CharterStore *self, CharterJob *job);
/* Fills the job with what a merge changed. more, merged: as charter_log_merge; merged is NULL on an error */
void
charter_store_merge_now (CharterStore *self, CharterJob *job, GPtrArray *events, gboolean more, CharterMerged **merged);
void charter_store_on_flushed (CharterStore *self, CharterJob *job);
void charter_store_queue_flush (CharterStore *self);
void charter_store_run_backup (CharterStore *self, CharterJob *job);
/* On the store's thread, or before there is one. Returns: (nullable) what is in the file at self->path */
CharterLog *charter_store_open_log (CharterStore *self, gboolean check, GError **error);
/* On the owner's: all that is known by heart is other now. Takes known. */
void charter_store_replace_known (CharterStore *self, CharterKnown *known);
/* On the store's thread: what was erased is taken out of the file's bytes, and told where that fails. */
void charter_store_finish_erasure (CharterStore *self);
/* Returns: (transfer full) */
char *charter_store_dup_unfinished_notice (const GError *error);
/* From any thread: places set for a file that is no more. */
void charter_store_forget_pending_places (CharterStore *self);
/* On the store's thread: no copy is being made any more. */
void charter_store_stop_backup (CharterStore *self);
void charter_store_tell_closed (GTask *task);
/* Returns: TRUE where the store is closed, and task has been told. */
gboolean charter_store_is_closed (CharterStore *self, GTask *task);

/* (element-type CharterEvent) */
GPtrArray *charter_event_array_new (void);
/* more: may be NULL. */
void charter_event_array_extend (GPtrArray *events, GPtrArray *more);

G_END_DECLS
