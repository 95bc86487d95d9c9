/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-setting-saver.h"

#include "charter-study-say.h"

#define MOMENT 400 /* milliseconds */

struct _CharterSettingSaver {
  GObject parent_instance;

  CharterStudy *study;
  GHashTable *wished; /* texts by name: what is not in the history yet */
  char *name, *value; /* what is being written, or NULL */
  guint timer;
};

G_DEFINE_FINAL_TYPE (CharterSettingSaver, charter_setting_saver, G_TYPE_OBJECT)

enum { FAILED, SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void write_next (CharterSettingSaver *self);

static void
on_written (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterSettingSaver) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);
  g_autofree char *name = g_steal_pointer (&self->name);
  g_autofree char *value = g_steal_pointer (&self->value);

  if (event == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (g_strcmp0 (g_hash_table_lookup (self->wished, name), value) == 0)
    g_hash_table_remove (self->wished, name);
  write_next (self);
}

static void
write_next (CharterSettingSaver *self)
{
  GHashTableIter iter;
  gpointer name, value;

  if (self->name != NULL || self->timer != 0)
    return;
  g_hash_table_iter_init (&iter, self->wished);
  if (!g_hash_table_iter_next (&iter, &name, &value))
    {
      g_signal_emit (self, signals[SAVED], 0);
      return;
    }
  self->name = g_strdup (name);
  self->value = g_strdup (value);
  charter_study_set_setting_async (self->study, name, value, NULL, on_written, g_object_ref (self));
}

static gboolean
on_moment_over (gpointer data)
{
  CharterSettingSaver *self = data;

  self->timer = 0;
  write_next (self);
  return G_SOURCE_REMOVE;
}

static void
charter_setting_saver_dispose (GObject *object)
{
  CharterSettingSaver *self = CHARTER_SETTING_SAVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);

  G_OBJECT_CLASS (charter_setting_saver_parent_class)->dispose (object);
}

static void
charter_setting_saver_finalize (GObject *object)
{
  CharterSettingSaver *self = CHARTER_SETTING_SAVER (object);

  g_object_unref (self->study);
  g_hash_table_unref (self->wished);

  G_OBJECT_CLASS (charter_setting_saver_parent_class)->finalize (object);
}

static void
charter_setting_saver_class_init (CharterSettingSaverClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_setting_saver_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_setting_saver_finalize;
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_setting_saver_init (CharterSettingSaver *self)
{
  self->wished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

CharterSettingSaver *
charter_setting_saver_new (CharterStudy *study)
{
  CharterSettingSaver *self = g_object_new (CHARTER_TYPE_SETTING_SAVER, NULL);

  self->study = g_object_ref (study);
  return self;
}

void
charter_setting_saver_set (CharterSettingSaver *self, const char *name, const char *value)
{
  g_return_if_fail (CHARTER_IS_SETTING_SAVER (self));

  if (g_strcmp0 (charter_setting_saver_get (self, name), value) == 0)
    return;
  g_hash_table_replace (self->wished, g_strdup (name), g_strdup (value));
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (MOMENT, on_moment_over, self);
}

void
charter_setting_saver_flush (CharterSettingSaver *self)
{
  g_return_if_fail (CHARTER_IS_SETTING_SAVER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  write_next (self);
}

const char *
charter_setting_saver_get (CharterSettingSaver *self, const char *name)
{
  const char *wished;

  g_return_val_if_fail (CHARTER_IS_SETTING_SAVER (self), NULL);

  wished = g_hash_table_lookup (self->wished, name);
  return wished != NULL ? wished : charter_study_get_setting (self->study, name);
}

double
charter_setting_saver_get_number (
  CharterSettingSaver *self, const char *name, double least, double most, double fallback)
{
  const char *text = charter_setting_saver_get (self, name);
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : fallback;

  if (text != NULL && (end == text || *end != '\0'))
    return fallback;
  return number >= least && number <= most ? number : fallback;
}

gboolean
charter_setting_saver_is_done (CharterSettingSaver *self)
{
  g_return_val_if_fail (CHARTER_IS_SETTING_SAVER (self), TRUE);

  return g_hash_table_size (self->wished) == 0;
}
