/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-draft-file.h"

#include <glib/gi18n-lib.h>

#include "charter-loader.h"

#define JOURNAL_AFTER 400 /* ms after the last edit; typing goes on meanwhile */
#define JOURNAL_WITHIN 3  /* s of typing without a pause, then it is written all the same */
#define LOOK_AFTER 15     /* ms after the file was said to have changed */

struct _CharterDraftFile {
  GObject parent_instance;

  CharterDraft *draft;
  GFile *file;    /* or NULL */
  GBytes *saved;  /* what the draft is built upon: as the file had it when last read or saved */
  GBytes *others; /* what the file has instead, as long as nobody chose; or NULL */
  GFile *journals;
  char *journal_name;
  CharterJournal *unsaved; /* from the last time, or NULL */
  GFileMonitor *monitor;
  gboolean is_modified; /* as last told */
  guint journal_source;
  gint64 unjournaled_since; /* monotonic; 0 where all is */
  guint look_source;
  guint n_saving;
};

G_DEFINE_FINAL_TYPE (CharterDraftFile, charter_draft_file, G_TYPE_OBJECT)

enum { PROP_0, PROP_FILE, PROP_MODIFIED, N_PROPS };
static GParamSpec *properties[N_PROPS];
enum { CHANGED_OUTSIDE, FOLLOWED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void look_soon (CharterDraftFile *self);

/* ---- the journal ---- */

static void
write_journal (CharterDraftFile *self)
{
  g_autoptr (GBytes) text = charter_draft_dup_bytes (self->draft);
  g_autoptr (GError) error = NULL;

  if (!charter_journal_write (self->journals, self->journal_name, self->file, self->saved, text, &error))
    g_warning ("What is not saved could not be kept: %s", error->message);
}

void
charter_draft_file_journal_now (CharterDraftFile *self)
{
  g_clear_handle_id (&self->journal_source, g_source_remove);
  self->unjournaled_since = 0;
  if (charter_draft_file_is_modified (self))
    write_journal (self);
  else if (self->unsaved == NULL)
    charter_journal_remove (self->journals, self->journal_name);
}

static gboolean
journal (gpointer data)
{
  CharterDraftFile *self = data;

  self->journal_source = 0;
  charter_draft_file_journal_now (self);
  return G_SOURCE_REMOVE;
}

static void
journal_soon (CharterDraftFile *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->unjournaled_since == 0)
    self->unjournaled_since = now;
  if (self->journal_source != 0 && now - self->unjournaled_since > JOURNAL_WITHIN * G_TIME_SPAN_SECOND)
    return;
  g_clear_handle_id (&self->journal_source, g_source_remove);
  self->journal_source = g_timeout_add (JOURNAL_AFTER, journal, self);
}

const CharterJournal *
charter_draft_file_get_unsaved (CharterDraftFile *self)
{
  return self->unsaved;
}

void
charter_draft_file_recover (CharterDraftFile *self)
{
  g_autoptr (CharterJournal) unsaved = g_steal_pointer (&self->unsaved);

  if (unsaved != NULL)
    charter_draft_become (self->draft, unsaved->text);
}

void
charter_draft_file_forget_unsaved (CharterDraftFile *self)
{
  g_clear_pointer (&self->unsaved, charter_journal_free);
  charter_draft_file_journal_now (self);
}

static void
find_unsaved (CharterDraftFile *self)
{
  g_autoptr (CharterJournal) found = charter_journal_read (self->journals, self->journal_name);

  if (found != NULL && !g_bytes_equal (found->text, self->saved))
    self->unsaved = g_steal_pointer (&found);
}

/* ---- modified or not ---- */

gboolean
charter_draft_file_is_modified (CharterDraftFile *self)
{
  return charter_draft_is_modified (self->draft);
}

static void
tell_modified (CharterDraftFile *self)
{
  gboolean is_modified = charter_draft_file_is_modified (self);

  if (self->is_modified == is_modified)
    return;
  self->is_modified = is_modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
on_changed (CharterDraftFile *self)
{
  tell_modified (self);
  journal_soon (self);
}

/* ---- what others write ---- */

static void
set_saved (CharterDraftFile *self, GBytes *bytes)
{
  g_bytes_ref (bytes);
  g_clear_pointer (&self->saved, g_bytes_unref);
  self->saved = bytes;
  g_clear_pointer (&self->others, g_bytes_unref);
}

void
charter_draft_file_take_outside (CharterDraftFile *self)
{
  g_autoptr (GBytes) others = g_steal_pointer (&self->others);

  if (others == NULL)
    return;
  set_saved (self, others);
  charter_draft_become (self->draft, others);
  charter_draft_mark_saved (self->draft);
  on_changed (self);
  g_signal_emit (self, signals[FOLLOWED], 0);
}

void
charter_draft_file_keep_mine (CharterDraftFile *self)
{
  g_autoptr (GBytes) others = g_steal_pointer (&self->others);

  if (others == NULL)
    return;
  set_saved (self, others);
  charter_draft_mark_unsaved (self->draft);
  on_changed (self);
}

/* Where both came to the same text, there is nothing to choose. */
static void
take_disk (CharterDraftFile *self, GBytes *bytes)
{
  g_autoptr (GBytes) mine = charter_draft_dup_bytes (self->draft);

  if (g_bytes_equal (bytes, self->saved))
    {
      g_clear_pointer (&self->others, g_bytes_unref);
      return;
    }
  if (self->others != NULL && g_bytes_equal (self->others, bytes))
    return;
  g_clear_pointer (&self->others, g_bytes_unref);
  self->others = g_bytes_ref (bytes);
  if (!charter_draft_file_is_modified (self) || g_bytes_equal (mine, bytes))
    charter_draft_file_take_outside (self);
  else
    g_signal_emit (self, signals[CHANGED_OUTSIDE], 0);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterDraftFile) self = data;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, NULL);

  if (bytes != NULL && self->n_saving == 0 && self->file != NULL && g_file_equal (self->file, G_FILE (source))
      && g_bytes_get_size (bytes) <= CHARTER_MAX_FILE)
    take_disk (self, bytes);
}

static gboolean
look (gpointer data)
{
  CharterDraftFile *self = data;

  self->look_source = 0;
  if (self->n_saving == 0)
    g_file_load_bytes_async (self->file, NULL, on_looked, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
look_soon (CharterDraftFile *self)
{
  if (self->look_source == 0)
    self->look_source = g_timeout_add (LOOK_AFTER, look, self);
}

static void
watch (CharterDraftFile *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  if (self->file == NULL)
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, LOOK_AFTER);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (look_soon), self);
}

/* ---- saving ---- */

static void
set_file (CharterDraftFile *self, GFile *file)
{
  g_autofree char *name = NULL;

  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  charter_journal_remove (self->journals, self->journal_name);
  g_set_object (&self->file, file);
  g_free (self->journal_name);
  self->journal_name = charter_journal_dup_name (file);
  watch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

typedef struct {
  GFile *to;
  GBytes *text;
  guint64 version;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->to);
  g_bytes_unref (saving->text);
  g_free (saving);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CharterDraftFile *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  self->n_saving--;
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  set_file (self, saving->to);
  set_saved (self, saving->text);
  if (saving->version == charter_draft_get_version (self->draft))
    charter_draft_mark_saved (self->draft);
  tell_modified (self);
  g_clear_pointer (&self->unsaved, charter_journal_free);
  charter_draft_file_journal_now (self);
  look_soon (self);
  g_task_return_boolean (task, TRUE);
}

static void
write_file (GTask *task)
{
  CharterDraftFile *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);

  self->n_saving++;
  g_file_replace_contents_bytes_async (saving->to, saving->text, NULL, FALSE, G_FILE_CREATE_NONE,
                                       g_task_get_cancellable (task), on_saved, g_object_ref (task));
}

/* Nobody's work is written over unasked. */
static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  CharterDraftFile *self = g_task_get_source_object (task);
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, NULL);

  if (bytes != NULL)
    take_disk (self, bytes);
  if (self->others != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "%s",
                             _ ("Another program has changed this file meanwhile."));
  else
    write_file (task);
}

void
charter_draft_file_save_async (
  CharterDraftFile *self, GFile *to, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (to != NULL || self->file != NULL);
  saving->to = g_object_ref (to != NULL ? to : self->file);
  saving->text = charter_draft_dup_bytes (self->draft);
  saving->version = charter_draft_get_version (self->draft);
  g_task_set_task_data (task, saving, (GDestroyNotify)saving_free);
  if (self->file != NULL && g_file_equal (saving->to, self->file))
    g_file_load_bytes_async (saving->to, cancellable, on_compared, g_steal_pointer (&task));
  else
    write_file (task);
}

gboolean
charter_draft_file_save_finish (CharterDraftFile *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
charter_draft_file_discard (CharterDraftFile *self)
{
  g_clear_handle_id (&self->journal_source, g_source_remove);
  self->unjournaled_since = 0;
  charter_draft_mark_saved (self->draft);
  tell_modified (self);
  if (self->unsaved == NULL)
    charter_journal_remove (self->journals, self->journal_name);
}

/* ---- its life ---- */

CharterDraft *
charter_draft_file_get_draft (CharterDraftFile *self)
{
  return self->draft;
}

GFile *
charter_draft_file_get_file (CharterDraftFile *self)
{
  return self->file;
}

static void
charter_draft_file_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CharterDraftFile *self = CHARTER_DRAFT_FILE (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, charter_draft_file_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_draft_file_dispose (GObject *object)
{
  CharterDraftFile *self = CHARTER_DRAFT_FILE (object);

  if (self->journal_source != 0)
    charter_draft_file_journal_now (self);
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (charter_draft_file_parent_class)->dispose (object);
}

static void
charter_draft_file_finalize (GObject *object)
{
  CharterDraftFile *self = CHARTER_DRAFT_FILE (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->file);
  g_clear_object (&self->journals);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_pointer (&self->others, g_bytes_unref);
  g_clear_pointer (&self->unsaved, charter_journal_free);
  g_free (self->journal_name);
  G_OBJECT_CLASS (charter_draft_file_parent_class)->finalize (object);
}

static void
charter_draft_file_class_init (CharterDraftFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = charter_draft_file_dispose;
  object_class->finalize = charter_draft_file_finalize;
  object_class->get_property = charter_draft_file_get_property;
  properties[PROP_FILE]
    = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODIFIED]
    = g_param_spec_boolean ("modified", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED_OUTSIDE] = g_signal_new ("changed-outside", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[FOLLOWED]
    = g_signal_new ("followed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_draft_file_init (CharterDraftFile *self)
{
}

static CharterDraftFile *
make (GFile *file, GFile *journals, char *journal_name, GBytes *text)
{
  CharterDraftFile *self = g_object_new (CHARTER_TYPE_DRAFT_FILE, NULL);

  self->draft = charter_draft_new (text);
  self->saved = g_bytes_ref (text);
  self->journals = g_object_ref (journals);
  self->journal_name = journal_name;
  g_set_object (&self->file, file);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  watch (self);
  return self;
}

CharterDraftFile *
charter_draft_file_new (GFile *journals, GBytes *text)
{
  return make (NULL, journals, charter_journal_dup_name (NULL), text);
}

CharterDraftFile *
charter_draft_file_new_from_journal (GFile *journals, const CharterJournal *journal)
{
  CharterDraftFile *self = make (NULL, journals, g_strdup (journal->name), journal->text);

  charter_draft_mark_unsaved (self->draft);
  self->is_modified = TRUE;
  return self;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GFile *file = G_FILE (source);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (file, result, NULL, &error);
  CharterDraftFile *self;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_bytes_get_size (bytes) > CHARTER_MAX_FILE)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
                               _ ("This file is too large to be a pack."));
      return;
    }
  self = make (file, g_task_get_task_data (task), charter_journal_dup_name (file), bytes);
  find_unsaved (self);
  g_task_return_pointer (task, self, g_object_unref);
}

void
charter_draft_file_open_async (
  GFile *file, GFile *journals, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, charter_draft_file_open_async);
  g_task_set_task_data (task, g_object_ref (journals), g_object_unref);
  g_file_load_bytes_async (file, cancellable, on_read, g_steal_pointer (&task));
}

CharterDraftFile *
charter_draft_file_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
