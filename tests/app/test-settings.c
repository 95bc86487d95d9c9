/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is set for this computer: read once, saved whole, set aside where it is damaged. */
#include <glib/gstdio.h>
#include <string.h>

#include "charter-place.h"
#include "charter-settings.h"

typedef struct {
  char *place;
  char *path;
  GFile *file;
  int key; /* that was told to have changed last; -1 for none */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->place = g_dir_make_tmp ("charter-settings-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->place, "charter", "settings.ini", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->key = -1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->place);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->place);
}

static void
on_changed (Fixture *fixture, int key)
{
  fixture->key = key;
}

static CharterSettings *
open_settings (Fixture *fixture)
{
  CharterSettings *settings = charter_settings_new (fixture->file);

  g_signal_connect_swapped (settings, "changed", G_CALLBACK (on_changed), fixture);
  return settings;
}

static void
write_file (Fixture *fixture, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
assert_defaults (CharterSettings *settings)
{
  g_assert_false (charter_settings_get (settings, CHARTER_SETTINGS_REMIND));
  g_assert_cmpint (charter_settings_get (settings, CHARTER_SETTINGS_REMIND_AT), ==, 18 * 60);
  g_assert_cmpint (charter_settings_get (settings, CHARTER_SETTINGS_REMINDED), ==, 0);
  g_assert_cmpint (charter_settings_get (settings, CHARTER_SETTINGS_TEXT_SIZE), ==, 100);
}

static void
test_nothing_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSettings) settings = open_settings (fixture);

  assert_defaults (settings);
  g_assert_null (charter_settings_get_notice (settings));
  g_assert_true (charter_settings_set (settings, CHARTER_SETTINGS_TEXT_SIZE, 100, NULL));
  g_assert_cmpint (fixture->key, ==, -1);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  static const int values[CHARTER_N_SETTINGS] = { 1, 6 * 60 + 5, 20780, 130 };
  g_autoptr (CharterSettings) settings = open_settings (fixture);
  g_autoptr (CharterSettings) again = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < CHARTER_N_SETTINGS; i++)
    {
      g_assert_true (charter_settings_set (settings, i, values[i], NULL));
      g_assert_cmpint (fixture->key, ==, (int)i);
    }
  again = open_settings (fixture);
  for (guint i = 0; i < CHARTER_N_SETTINGS; i++)
    g_assert_cmpint (charter_settings_get (again, i), ==, values[i]);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "time=06:05\n"));
}

/* What a newer release has put there stays. */
static void
test_unknown_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSettings) settings = NULL;
  g_autofree char *text = NULL;

  write_file (fixture, "# mine\n[Text]\nsize=115\n[Later]\nthing=7\n");
  settings = open_settings (fixture);
  g_assert_cmpint (charter_settings_get (settings, CHARTER_SETTINGS_TEXT_SIZE), ==, 115);
  g_assert_true (charter_settings_set (settings, CHARTER_SETTINGS_REMIND, TRUE, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "# mine\n"));
  g_assert_nonnull (strstr (text, "thing=7\n"));
  g_assert_nonnull (strstr (text, "on=true\n"));
}

static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "[Reminders]\non=yes\ntime=24:00\nlast-day=-1\n[Text]\nsize=1000\n",
    "[Reminders]\non=\ntime=6\nlast-day=99999999999\n[Text]\nsize=large\n",
    "[Reminders]\non=1\ntime=06:60\nlast-day=x\n[Text]\nsize=\n",
    "[Reminders]\ntime=-1:30\n[Text]\nsize=130.5\n",
    "[Reminders]\ntime=06:05:04\n[Text]\nsize=\xff\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CharterSettings) settings = NULL;

      write_file (fixture, texts[i]);
      settings = open_settings (fixture);
      assert_defaults (settings);
      g_assert_null (charter_settings_get_notice (settings));
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char damaged[] = "[Text]\nsize=130\n<<<no key file>>>\n";
  g_autoptr (CharterSettings) settings = NULL;
  g_autoptr (CharterSettings) again = NULL;
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged", NULL);
  g_autofree char *text = NULL;

  write_file (fixture, damaged);
  settings = open_settings (fixture);
  assert_defaults (settings);
  g_assert_nonnull (strstr (charter_settings_get_notice (settings), "settings.ini.damaged"));
  g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, damaged);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  g_assert_true (charter_settings_set (settings, CHARTER_SETTINGS_TEXT_SIZE, 115, NULL));
  again = open_settings (fixture);
  g_assert_cmpint (charter_settings_get (again, CHARTER_SETTINGS_TEXT_SIZE), ==, 115);
  g_assert_null (charter_settings_get_notice (again));
}

/* Where a folder should be there is a file, which holds for every user. */
static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSettings) settings = open_settings (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_false (charter_settings_set (settings, CHARTER_SETTINGS_TEXT_SIZE, 150, &error));
  g_assert_nonnull (strstr (error->message, "can’t be saved"));
  g_assert_cmpint (fixture->key, ==, -1);
  assert_defaults (settings);

  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_true (charter_settings_set (settings, CHARTER_SETTINGS_TEXT_SIZE, 150, NULL));
  g_assert_cmpint (charter_settings_get (settings, CHARTER_SETTINGS_TEXT_SIZE), ==, 150);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/settings/nothing-there", Fixture, NULL, set_up, test_nothing_there, tear_down);
  g_test_add ("/settings/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/settings/unknown-kept", Fixture, NULL, set_up, test_unknown_kept, tear_down);
  g_test_add ("/settings/nonsense", Fixture, NULL, set_up, test_nonsense, tear_down);
  g_test_add ("/settings/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/settings/not-saved", Fixture, NULL, set_up, test_not_saved, tear_down);
  return g_test_run ();
}
