/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-test-pack.h"

#include "charter-loader.h"

CharterPack *
load_pack (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  CharterPack *pack = charter_loader_load_file (file, &diagnostics, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = charter_diagnostic_to_string (diagnostics->pdata[i], name);
      g_test_message ("%s", text);
    }
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_nonnull (pack);
  return pack;
}
