/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-place.h"

#include <glib/gstdio.h>

void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("charter-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  place->file = g_file_new_build_filename (place->folder, "learner", "charter.db", NULL);
}

void
place_clear (Place *place)
{
  remove_tree (place->folder);
  g_clear_pointer (&place->folder, g_free);
  g_clear_object (&place->file);
}

void
assert_verified (CharterStore *store)
{
  g_autoptr (GError) error = NULL;

  charter_store_verify (store, &error);
  g_assert_no_error (error);
}
