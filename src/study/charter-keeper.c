/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-keeper.h"

#include "charter-study-private.h"

struct _CharterKeeper {
  GObject parent_instance;

  CharterStudy *study;
  char *folder;
  guint delay; /* milliseconds */
  GFileMonitor *monitor;
  guint timeout;
  gboolean is_stepping;
  gboolean again; /* something changed meanwhile */
  gboolean stopped;
  CharterInStep *last;
  gint64 time; /* of the last that could be done */
  guint n_in;
  guint n_out;
  char *trouble;
};

G_DEFINE_FINAL_TYPE (CharterKeeper, charter_keeper, G_TYPE_OBJECT)

enum { SIGNAL_STEPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
on_timeout (gpointer data)
{
  CharterKeeper *self = data;

  self->timeout = 0;
  charter_keeper_step (self);
  return G_SOURCE_REMOVE;
}

/* What a step itself writes and brings calls here too: the next finds nothing to do, and that is the end of it. */
static void
step_soon (CharterKeeper *self)
{
  if (self->stopped)
    return;
  if (self->is_stepping)
    self->again = TRUE;
  else if (self->timeout == 0)
    self->timeout = g_timeout_add (self->delay, on_timeout, self);
}

static void
count (CharterKeeper *self, const CharterClock *clock)
{
  self->n_in += self->last->n_in;
  self->n_out += self->last->n_out;
  self->time = clock->wall (clock->data);
}

static void
on_stepped (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterKeeper) self = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->last, charter_in_step_free);
  g_clear_pointer (&self->trouble, g_free);
  self->last = charter_study_keep_in_step_finish (CHARTER_STUDY (source), result, &error);
  self->trouble = error != NULL ? g_strdup (error->message) : NULL;
  if (self->last != NULL)
    count (self, &CHARTER_STUDY (source)->clock);
  self->is_stepping = FALSE;
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0);
  if (self->again)
    step_soon (self);
}

void
charter_keeper_step (CharterKeeper *self)
{
  g_return_if_fail (CHARTER_IS_KEEPER (self));

  self->again = self->is_stepping;
  if (self->is_stepping || self->stopped)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->is_stepping = TRUE;
  charter_study_keep_in_step_async (self->study, self->folder, NULL, on_stepped, g_object_ref (self));
}

void
charter_keeper_stop (CharterKeeper *self)
{
  g_return_if_fail (CHARTER_IS_KEEPER (self));

  self->stopped = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
}

const char *
charter_keeper_get_folder (CharterKeeper *self)
{
  g_return_val_if_fail (CHARTER_IS_KEEPER (self), NULL);

  return self->folder;
}

gint64
charter_keeper_get_time (CharterKeeper *self)
{
  g_return_val_if_fail (CHARTER_IS_KEEPER (self), 0);

  return self->time;
}

void
charter_keeper_get_totals (CharterKeeper *self, guint *n_in, guint *n_out)
{
  g_return_if_fail (CHARTER_IS_KEEPER (self));

  *n_in = self->n_in;
  *n_out = self->n_out;
}

const CharterInStep *
charter_keeper_get_last (CharterKeeper *self)
{
  g_return_val_if_fail (CHARTER_IS_KEEPER (self), NULL);

  return self->last;
}

const char *
charter_keeper_get_trouble (CharterKeeper *self)
{
  g_return_val_if_fail (CHARTER_IS_KEEPER (self), NULL);

  return self->trouble;
}

CharterKeeper *
charter_keeper_new (CharterStudy *study, const char *folder, guint delay)
{
  CharterKeeper *self = g_object_new (CHARTER_TYPE_KEEPER, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  self->study = g_object_ref (study);
  self->folder = g_strdup (folder);
  self->delay = delay;
  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (step_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "changed", G_CALLBACK (step_soon), self, G_CONNECT_SWAPPED);
  charter_keeper_step (self);
  return self;
}

static void
charter_keeper_dispose (GObject *object)
{
  CharterKeeper *self = CHARTER_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_keeper_parent_class)->dispose (object);
}

static void
charter_keeper_finalize (GObject *object)
{
  CharterKeeper *self = CHARTER_KEEPER (object);

  g_clear_pointer (&self->last, charter_in_step_free);
  g_free (self->trouble);
  g_free (self->folder);
  G_OBJECT_CLASS (charter_keeper_parent_class)->finalize (object);
}

static void
charter_keeper_class_init (CharterKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = charter_keeper_dispose;
  object_class->finalize = charter_keeper_finalize;

  signals[SIGNAL_STEPPED]
    = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_keeper_init (CharterKeeper *self)
{
}
