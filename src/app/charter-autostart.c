/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-autostart.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* Not the application's own name: under that one somebody may have it started with its window. */
#define NAME CHARTER_APP_ID ".Reminders.desktop"
#define GROUP G_KEY_FILE_DESKTOP_GROUP
#define OURS "X-Charter-Reminders"

static gboolean
is_ours (const char *path)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();

  return g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL)
         && g_key_file_get_boolean (entry, GROUP, OURS, NULL);
}

/* In double quotes, as https://specifications.freedesktop.org/desktop-entry-spec/ wants it. */
char *
charter_autostart_dup_exec (const char *program)
{
  GString *text = g_string_new ("\"");

  for (const char *at = program; *at != '\0'; at++)
    {
      if (strchr ("\"`$\\", *at) != NULL)
        g_string_append_c (text, '\\');
      if (*at == '%')
        g_string_append_c (text, '%');
      g_string_append_c (text, *at);
    }
  return g_string_free (g_string_append_c (text, '"'), FALSE);
}

static char *
dup_entry (const char *program)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *quoted = charter_autostart_dup_exec (program);
  g_autofree char *exec = g_strconcat (quoted, " --gapplication-service", NULL);

  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _ ("Charter’s Reminders"));
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT, _ ("Reminds once a day of what is due"));
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, exec);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, CHARTER_APP_ID);
  g_key_file_set_boolean (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  g_key_file_set_boolean (entry, GROUP, OURS, TRUE);
  return g_key_file_to_data (entry, NULL, NULL);
}

static gboolean
write_entry (const char *folder, const char *path, const char *program, GError **error)
{
  g_autofree char *text = dup_entry (program);
  g_autoptr (GError) reason = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents (path, text, -1, &reason))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_file_error ((GFileError)reason->code),
               /* Translators: %s is the technical reason. */
               _ ("Charter can’t be started at login: %s."), reason->message);
  return FALSE;
}

static gboolean
remove_entry (const char *path, GError **error)
{
  int number;

  if (g_unlink (path) == 0)
    return TRUE;
  number = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               /* Translators: the first %s is a file, the second the technical reason. */
               _ ("“%s” can’t be removed: %s."), path, g_strerror (number));
  return FALSE;
}

gboolean
charter_autostart_set_in (GFile *folder, const char *program, gboolean on, GError **error)
{
  const char *place = g_file_peek_path (folder);
  g_autofree char *path = g_build_filename (place, NAME, NULL);
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);

  if (!there || is_ours (path))
    return on ? write_entry (place, path, program, error) : !there || remove_entry (path, error);
  if (!on)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               /* Translators: %s is a file. */
               _ ("Charter can’t be started at login: “%s” is there already, and is not Charter’s."), path);
  return FALSE;
}

/* By its name where that finds it, so that the entry outlives an update that puts it elsewhere. */
static char *
dup_program (void)
{
  g_autofree char *found = g_find_program_in_path ("charter");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  GStatBuf one, other;

  if (self == NULL
      || (found != NULL && g_stat (found, &one) == 0 && g_stat (self, &other) == 0 && one.st_ino == other.st_ino
          && one.st_dev == other.st_dev))
    return g_strdup ("charter");
  return g_steal_pointer (&self);
}

gboolean
charter_autostart_set (gboolean on, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *program = dup_program ();

  return charter_autostart_set_in (folder, program, on, error);
}
