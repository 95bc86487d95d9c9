/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The daily copy: made a few pages at a time between other jobs, and checked on a thread of its own. */
#include "charter-store-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_closing (gpointer data)
{
  CharterStore *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->closing;
}

static void
on_backed_up (CharterStore *self, CharterJob *job)
{
  g_autofree char *notice = NULL;

  if (g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    notice = g_strdup (_ ("A part of the file of answers is damaged. Close Charter and open it again: "
                          "the file will be set aside and the latest good backup will take its place."));
  else
    /* Translators: %s is a sentence that tells the reason. */
    notice = g_strdup_printf (_ ("Today’s backup of your answers could not be made. %s"), job->error->message);
  charter_store_set_notice (self, notice, FALSE);
}

static void
tell_backup_failed (CharterStore *self, const GError *error)
{
  CharterJob *job;

  if (is_closing (self))
    return;
  charter_store_mark_suspect (self, error);
  job = charter_job_new (NULL, on_backed_up);
  job->error = g_error_copy (error);
  charter_store_deliver_job (self, job);
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

void
charter_store_run_backup (CharterStore *self, CharterJob *job)
{
  g_autoptr (GError) error = NULL;
  int more;

  if (self->backup == NULL)
    self->backup = charter_backup_new (charter_log_get_database (self->log), self->path, CHARTER_BACKUP_DAILY, 0,
                                       self->wall, &error);
  more = self->backup != NULL ? charter_backup_step (self->backup, &error) : -1;
  if (more > 0)
    charter_store_push_job (self, charter_job_new (charter_store_run_backup, NULL));
  else if (more == 0)
    self->checker = g_thread_new ("charter-backup", check_backup, self);
  else
    tell_backup_failed (self, error);
}
