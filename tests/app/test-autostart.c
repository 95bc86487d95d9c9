/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry that starts Charter at login: what it starts, and that nobody else's is touched. */
#include <string.h>

#include "charter-autostart.h"
#include "charter-place.h"

#define NAME CHARTER_APP_ID ".Reminders.desktop"

typedef struct {
  char *place;
  char *path; /* of the entry */
  GFile *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->place = g_dir_make_tmp ("charter-autostart-XXXXXX", NULL);
  fixture->folder = g_file_new_build_filename (fixture->place, "autostart", NULL);
  fixture->path = g_build_filename (fixture->place, "autostart", NAME, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->place);
  g_object_unref (fixture->folder);
  g_free (fixture->place);
  g_free (fixture->path);
}

static void
turn (Fixture *fixture, gboolean on)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (charter_autostart_set_in (fixture->folder, "/opt/charter", on, &error));
  g_assert_no_error (error);
}

static void
test_on_and_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *exec = NULL;

  turn (fixture, FALSE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  turn (fixture, TRUE);
  turn (fixture, TRUE);
  g_assert_true (g_key_file_load_from_file (entry, fixture->path, G_KEY_FILE_NONE, NULL));
  exec = g_key_file_get_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, NULL);
  g_assert_cmpstr (exec, ==, "\"/opt/charter\" --gapplication-service");
  turn (fixture, FALSE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_of_somebody_else (Fixture *fixture, gconstpointer data)
{
  static const char theirs[] = "[Desktop Entry]\nType=Application\nName=Mine\nExec=charter\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_make_directory (fixture->folder, NULL, NULL));
  g_assert_true (g_file_set_contents (fixture->path, theirs, -1, NULL));
  turn (fixture, FALSE);
  g_assert_false (charter_autostart_set_in (fixture->folder, "/opt/charter", TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, theirs);
}

/* Where a folder should be there is a file. */
static void
test_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->folder), "", 0, NULL));
  g_assert_false (charter_autostart_set_in (fixture->folder, "/opt/charter", TRUE, &error));
  g_assert_nonnull (strstr (error->message, "can’t be started at login"));
}

static void
test_exec (void)
{
  static const struct {
    const char *program, *exec;
  } cases[] = {
    { "charter", "\"charter\"" },
    { "/home/a b/charter", "\"/home/a b/charter\"" },
    { "/a\"b`c$d\\e%f", "\"/a\\\"b\\`c\\$d\\\\e%%f\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exec = charter_autostart_dup_exec (cases[i].program);

      g_assert_cmpstr (exec, ==, cases[i].exec);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/autostart/on-and-off", Fixture, NULL, set_up, test_on_and_off, tear_down);
  g_test_add ("/autostart/of-somebody-else", Fixture, NULL, set_up, test_of_somebody_else, tear_down);
  g_test_add ("/autostart/not-written", Fixture, NULL, set_up, test_not_written, tear_down);
  g_test_add_func ("/autostart/exec", test_exec);
  return g_test_run ();
}
