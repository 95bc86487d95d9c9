/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-settings.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

struct _CharterSettings {
  GObject parent_instance;

  char *path;
  GKeyFile *file; /* with what newer releases may have put there */
  char *notice;
};

G_DEFINE_FINAL_TYPE (CharterSettings, charter_settings, G_TYPE_OBJECT)

static guint changed;

typedef enum { KIND_SWITCH, KIND_TIME, KIND_NUMBER } Kind;

static const struct {
  const char *group, *name;
  Kind kind;
  int fallback, least, most;
} keys[CHARTER_N_SETTINGS] = {
  [CHARTER_SETTINGS_REMIND] = { "Reminders", "on", KIND_SWITCH, FALSE, FALSE, TRUE },
  [CHARTER_SETTINGS_REMIND_AT] = { "Reminders", "time", KIND_TIME, 18 * 60, 0, 24 * 60 - 1 },
  [CHARTER_SETTINGS_REMINDED] = { "Reminders", "last-day", KIND_NUMBER, 0, 0, G_MAXINT },
  [CHARTER_SETTINGS_TEXT_SIZE] = { "Text", "size", KIND_NUMBER, 100, 50, 300 },
  [CHARTER_SETTINGS_SHOW_TIME] = { "Exam", "show-time", KIND_SWITCH, TRUE, FALSE, TRUE },
  [CHARTER_SETTINGS_SHOW_PACE] = { "Exam", "show-pace", KIND_SWITCH, TRUE, FALSE, TRUE },
};

/* ---- a value and its text ---- */

static gboolean
read_time (const char *text, int *minute)
{
  int hours, minutes;
  char rest;

  if (sscanf (text, "%2d:%2d%c", &hours, &minutes, &rest) != 2 || hours < 0 || minutes < 0 || minutes > 59)
    return FALSE;
  *minute = hours * 60 + minutes;
  return TRUE;
}

static gboolean
read_number (const char *text, int *number)
{
  gint64 found;

  if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &found, NULL))
    return FALSE;
  *number = (int)found;
  return TRUE;
}

static gboolean
read_value (Kind kind, const char *text, int *value)
{
  switch (kind)
    {
    case KIND_SWITCH:
      *value = g_str_equal (text, "true");
      return *value || g_str_equal (text, "false");
    case KIND_TIME:
      return read_time (text, value);
    case KIND_NUMBER:
    default:
      return read_number (text, value);
    }
}

static char *
dup_value (Kind kind, int value)
{
  switch (kind)
    {
    case KIND_SWITCH:
      return g_strdup (value ? "true" : "false");
    case KIND_TIME:
      return g_strdup_printf ("%02d:%02d", value / 60, value % 60);
    case KIND_NUMBER:
    default:
      return g_strdup_printf ("%d", value);
    }
}

int
charter_settings_get (CharterSettings *self, CharterSettingsKey key)
{
  g_autofree char *text = g_key_file_get_string (self->file, keys[key].group, keys[key].name, NULL);
  int value;

  if (text != NULL && read_value (keys[key].kind, text, &value) && value >= keys[key].least && value <= keys[key].most)
    return value;
  return keys[key].fallback;
}

/* ---- the file ---- */

static void
set_aside (CharterSettings *self)
{
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);
  g_autofree char *shown = g_filename_display_name (aside);

  if (g_rename (self->path, aside) != 0)
    return;
  /* Translators: %s is a file. */
  self->notice = g_strdup_printf (_ ("The settings of this computer could not be read, so reminders are off and text "
                                     "has its usual size. The damaged file is kept as %s."),
                                  shown);
}

/* A file that is not there, or may not be read, says nothing; what is no key file is in the way. */
static void
read_file (CharterSettings *self)
{
  g_autoptr (GError) error = NULL;

  if (g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_KEEP_COMMENTS, &error))
    return;
  g_key_file_unref (self->file);
  self->file = g_key_file_new ();
  if (error->domain == G_KEY_FILE_ERROR)
    set_aside (self);
}

/* Whole or not at all. */
static gboolean
save (CharterSettings *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = g_key_file_to_data (self->file, NULL, NULL);
  g_autoptr (GError) reason = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &reason))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_file_error ((GFileError)reason->code),
               /* Translators: %s is the technical reason. */
               _ ("The settings of this computer can’t be saved: %s."), reason->message);
  return FALSE;
}

gboolean
charter_settings_set (CharterSettings *self, CharterSettingsKey key, int value, GError **error)
{
  g_autofree char *before = g_key_file_get_value (self->file, keys[key].group, keys[key].name, NULL);
  g_autofree char *text = dup_value (keys[key].kind, value);

  g_return_val_if_fail (value >= keys[key].least && value <= keys[key].most, FALSE);

  if (value == charter_settings_get (self, key))
    return TRUE;
  g_key_file_set_value (self->file, keys[key].group, keys[key].name, text);
  if (!save (self, error))
    {
      if (before != NULL)
        g_key_file_set_value (self->file, keys[key].group, keys[key].name, before);
      else
        g_key_file_remove_key (self->file, keys[key].group, keys[key].name, NULL);
      return FALSE;
    }
  g_signal_emit (self, changed, 0, key);
  return TRUE;
}

const char *
charter_settings_get_notice (CharterSettings *self)
{
  return self->notice;
}

/* ---- the object ---- */

static void
charter_settings_finalize (GObject *object)
{
  CharterSettings *self = CHARTER_SETTINGS (object);

  g_free (self->path);
  g_free (self->notice);
  g_key_file_unref (self->file);

  G_OBJECT_CLASS (charter_settings_parent_class)->finalize (object);
}

static void
charter_settings_class_init (CharterSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_settings_finalize;
  changed = g_signal_new ("changed", CHARTER_TYPE_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                          G_TYPE_INT);
}

static void
charter_settings_init (CharterSettings *self)
{
  self->file = g_key_file_new ();
}

CharterSettings *
charter_settings_new (GFile *file)
{
  CharterSettings *self = g_object_new (CHARTER_TYPE_SETTINGS, NULL);

  self->path = g_file_get_path (file);
  read_file (self);
  return self;
}

CharterSettings *
charter_settings_new_default (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_get_user_config_dir (), "charter", "settings.ini", NULL);

  return charter_settings_new (file);
}
