/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a store is opened, and what is done with a file that is damaged. */
#include "charter-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "charter-erase.h"
#include "charter-learners.h"
#include "charter-restore.h"

/* A file up to this size is looked through at each opening, which takes a few milliseconds; a greater one by the
 * daily backup, and at the next opening where that found it damaged. */
#define SMALL_FILE (2 * 1024 * 1024)

/* A file of an older release is copied before anything of it is changed. Where that fails it stays as it is; where the
 * copy is damaged, so is the file. */
static gboolean
back_up_before_migration (sqlite3 *db, int version, gpointer data, GError **error)
{
  CharterStore *self = data;
  g_autoptr (GError) reason = NULL;

  if (charter_backup_make (db, self->path, CHARTER_BACKUP_MIGRATION, version, self->wall, &reason))
    return TRUE;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, G_IO_ERROR, reason->code,
                 /* Translators: %s is a sentence that tells the reason. */
                 _ ("The file of answers is of an earlier release and was left as it is, because the backup that comes "
                    "before it is brought up to date could not be made. %s"),
                 reason->message);
  return FALSE;
}

CharterLog *
charter_store_open_log (CharterStore *self, gboolean check, GError **error)
{
  sqlite3 *db
    = charter_database_open (self->path, check, self->path != NULL ? back_up_before_migration : NULL, self, error);

  return db != NULL ? charter_log_new (db, error) : NULL;
}

/* Reads what has to be known by heart; a damaged table shows here too. */
static gboolean
open_and_load (CharterStore *self, gboolean check, GError **error)
{
  self->log = charter_store_open_log (self, check, error);
  if (self->log == NULL)
    return FALSE;
  self->known = charter_known_load (self->log, error);
  if (self->known != NULL)
    return TRUE;
  g_clear_pointer (&self->log, charter_log_free);
  return FALSE;
}

/* A file without a byte is none of ours: ours have a first page before they have anything else. */
static gboolean
is_emptied (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size == 0 && charter_restore_is_possible (path);
}

/* Where there are backups there was a file: somebody took it away, or one backup was about to take its place when the
 * program was killed. */
static gboolean
is_missing (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 && errno == ENOENT && charter_restore_is_possible (path);
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

static char *
dup_missing_notice (const char *date)
{
  if (date != NULL)
    /* Translators: %s is a date such as 2026-05-31. */
    return g_strdup_printf (_ ("The file of your answers was missing. The backup of %s took its place."), date);
  return g_strdup (_ ("The file of your answers was missing. There was no good backup, so a new file was begun."));
}

/* Takes notice. */
static char *
add_passed_over (char *notice, guint n_damaged)
{
  g_autofree char *before = notice;
  g_autofree char *more = g_strdup_printf (
    ngettext ("%'u backup is damaged too and was passed over.",
              "%'u backups are damaged too and were passed over.", n_damaged),
    n_damaged);

  return n_damaged > 0 ? g_strconcat (before, " ", more, NULL) : g_steal_pointer (&before);
}

static gboolean
replace_damaged (CharterStore *self, GError **error)
{
  guint n_damaged = 0;
  g_autofree char *name = charter_restore_set_aside (self->path, self->wall, error);
  g_autofree char *date = name != NULL ? charter_restore_latest (self->path, FALSE, &n_damaged) : NULL;

  if (name == NULL || !open_and_load (self, FALSE, error))
    return FALSE;
  self->notice = add_passed_over (dup_set_aside_notice (name, date), n_damaged);
  return TRUE;
}

static gboolean
replace_missing (CharterStore *self, GError **error)
{
  guint n_damaged;
  g_autofree char *date = charter_restore_latest (self->path, TRUE, &n_damaged);

  if (!open_and_load (self, FALSE, error))
    return FALSE;
  self->notice = add_passed_over (dup_missing_notice (date), n_damaged);
  return TRUE;
}

static gboolean
open_file (CharterStore *self, GError **error)
{
  g_autofree char *mark = g_strconcat (self->path, ".suspect", NULL);
  g_autoptr (GError) reason = NULL;

  if (is_missing (self->path))
    return replace_missing (self, error);
  if (!is_emptied (self->path) && !open_and_load (self, needs_check (self->path, mark), &reason)
      && !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (self->log == NULL && !replace_damaged (self, error))
    return FALSE;
  g_unlink (mark);
  return TRUE;
}

/* An erasure that was cut short. */
static void
finish_erasure (CharterStore *self)
{
  g_autoptr (GError) error = NULL;

  if (charter_erase_is_pending (charter_log_get_database (self->log))
      && !charter_erase_finish (charter_log_get_database (self->log), self->path, &error))
    self->notice = charter_store_dup_unfinished_notice (error);
}

static void
start (CharterStore *self, GMainContext *context)
{
  charter_store_start_thread (self, context);
  if (self->path != NULL && charter_backup_is_due (charter_log_get_database (self->log), self->path, self->wall))
    charter_store_push_job (self, charter_job_new (charter_store_run_backup, NULL));
}

static CharterStore *
open_store (const char *path, gint64 wall, GMainContext *context, GError **error)
{
  g_autoptr (CharterStore) self = g_object_new (CHARTER_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->wall = wall;
  if (path != NULL ? !open_file (self, error) : !open_and_load (self, FALSE, error))
    return NULL;
  if (self->notice == NULL)
    finish_erasure (self);
  if (path != NULL)
    charter_backups_remove_leftovers (path, wall);
  start (self, context);
  return g_steal_pointer (&self);
}

GFile *
charter_store_new_default_file (void)
{
  g_autoptr (CharterLearners) learners = charter_learners_new_default ();

  return charter_learners_dup_file (learners, charter_learners_get_current (learners)->id);
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
  char *backup; /* its name, or NULL for the file as it is */
  gint64 wall;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening->backup);
  g_free (opening);
}

/* What another program has open must not be moved from under it. */
static gboolean
can_be_replaced (const GError *reason)
{
  return !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_BUSY);
}

static CharterStore *
open_replaced (const Opening *opening, GMainContext *context, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (opening->path);
  g_autofree char *backup = g_build_filename (folder, "backups", opening->backup, NULL);
  g_autofree char *aside = NULL;
  g_autofree char *name = NULL;
  CharterStore *self;

  if (!charter_restore_replace (backup, opening->path, opening->wall, &aside, error))
    return NULL;
  self = open_store (opening->path, opening->wall, context, error);
  if (self == NULL)
    {
      charter_restore_replace_back (aside, opening->path);
      return NULL;
    }
  name = aside != NULL ? g_path_get_basename (aside) : NULL;
  if (self->notice == NULL && name != NULL)
    /* Translators: %s is a file’s name. */
    self->notice
      = g_strdup_printf (_ ("The backup was restored. What stood in its place was set aside as “%s”."), name);
  return self;
}

static CharterStore *
open_backup (const Opening *opening, GMainContext *context, GError **error)
{
  g_autoptr (GError) reason = NULL;
  CharterStore *self = open_store (opening->path, opening->wall, context, &reason);

  if (self == NULL && can_be_replaced (reason))
    return open_replaced (opening, context, error);
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (self->notice == NULL)
    self->notice
      = g_strdup (_ ("Your history could be opened after all, so it is as it was and no backup was restored."));
  return self;
}

static void
run_open (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  CharterStore *self = opening->backup != NULL
                         ? open_backup (opening, g_task_get_context (task), &error)
                         : open_store (opening->path, opening->wall, g_task_get_context (task), &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
charter_store_open_backup_async (GFile *file,
                                 const char *name,
                                 gint64 wall,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  opening = g_new (Opening, 1);
  *opening = (Opening){ g_file_get_path (file), g_strdup (name), wall };
  g_task_set_source_tag (task, charter_store_open_backup_async);
  g_task_set_task_data (task, opening, (GDestroyNotify)opening_free);
  g_task_run_in_thread (task, run_open);
}

void
charter_store_open_async (
  GFile *file, gint64 wall, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  charter_store_open_backup_async (file, NULL, wall, cancellable, callback, user_data);
}

CharterStore *
charter_store_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
