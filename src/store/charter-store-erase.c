/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After an erasure was committed: its traces on the disk. */
#include "charter-erase.h"
#include "charter-store-private.h"

#include <glib/gi18n-lib.h>

static void
on_unfinished (CharterStore *self, CharterJob *job)
{
  g_autofree char *notice = charter_store_dup_unfinished_notice (job->error);

  charter_store_set_notice (self, notice, FALSE);
}

char *
charter_store_dup_unfinished_notice (const GError *error)
{
  /* Translators: %s is a sentence that tells the reason. */
  return g_strdup_printf (_ ("Your history is erased, but traces of it may still be on the disk: they could not be "
                             "removed now, and will be when Charter starts next. %s"),
                          error->message);
}

void
charter_store_finish_erasure (CharterStore *self)
{
  g_autoptr (GError) error = NULL;
  CharterJob *job;

  charter_store_stop_backup (self);
  charter_store_forget_pending_places (self);
  if (charter_erase_finish (charter_log_get_database (self->log), self->path, &error))
    return;
  job = charter_job_new (NULL, on_unfinished);
  job->error = g_steal_pointer (&error);
  charter_store_deliver_job (self, job);
}
