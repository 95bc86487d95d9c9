/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-install.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-pack-folder.h"
#include "charter-pack-media.h"

/* Names of the library's own, which no pack's id begins with and which the library does not read. */
#define HALF_PREFIX ".half-"
#define ASIDE_PREFIX ".aside-"

static gboolean
copy_file (GFile *from, GFile *to, GCancellable *cancellable, GError **error)
{
  return charter_pack_folder_make_around (to, cancellable, error)
         && g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL,
                         error);
}

/* The loader has refused paths that leave the pack's folder; a picture that is missing was told there too. keep: what
 * is there already stays. */
static gboolean
copy_pictures (CharterPack *pack, GFile *to, gboolean keep, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) media = charter_pack_media_list (pack);

  for (guint i = 0; i < media->len && pack->folder != NULL; i++)
    {
      g_autoptr (GFile) source = g_file_resolve_relative_path (pack->folder, media->pdata[i]);
      g_autoptr (GFile) target = g_file_resolve_relative_path (to, media->pdata[i]);

      if (!g_file_has_prefix (target, to) || !g_file_query_exists (source, cancellable)
          || (keep && g_file_query_exists (target, cancellable)))
        continue;
      if (!copy_file (source, target, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move (GFile *from, GFile *to, GError **error)
{
  return g_file_move (from, to, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, error);
}

static gboolean
fill_half (GFile *half, CharterPackFile *file, GCancellable *cancellable, GError **error)
{
  CharterPack *pack = charter_pack_file_get_pack (file);
  g_autoptr (GFile) xml = g_file_get_child (half, "pack.xml");

  return copy_file (charter_pack_file_get_xml (file), xml, cancellable, error)
         && copy_pictures (pack, half, FALSE, cancellable, error);
}

gboolean
charter_install_copy (CharterPackFile *file, GFile *place, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (place);

  return copy_file (charter_pack_file_get_xml (file), place, cancellable, error)
         && copy_pictures (charter_pack_file_get_pack (file), folder, TRUE, cancellable, error);
}

/* Copied whole beside its place first, then moved there, so that a kill leaves either the old or the new. */
GVariant *
charter_install_pack (GFile *library, CharterPackFile *file, GCancellable *cancellable, GError **error)
{
  CharterPack *pack = charter_pack_file_get_pack (file);
  g_autofree char *half_name = NULL;
  g_autofree char *aside_name = NULL;
  g_autoptr (GFile) place = NULL;
  g_autoptr (GFile) half = NULL;
  g_autoptr (GFile) aside = NULL;
  gboolean replaces;

  if (pack == NULL || *pack->id == '.' || strchr (pack->id, G_DIR_SEPARATOR) != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("Nothing of this file can be used yet. Mend the problems listed, then add it."));
      return NULL;
    }
  half_name = g_strconcat (HALF_PREFIX, pack->id, NULL);
  aside_name = g_strdup_printf ("%s%s-%" G_GINT64_FORMAT, ASIDE_PREFIX, pack->id, g_get_monotonic_time ());
  place = g_file_get_child (library, pack->id);
  half = g_file_get_child (library, half_name);
  aside = g_file_get_child (library, aside_name);

  charter_pack_folder_delete (half);
  replaces = g_file_query_exists (place, cancellable);
  if (!fill_half (half, file, cancellable, error) || (replaces && !move (place, aside, error)))
    {
      charter_pack_folder_delete (half);
      return NULL;
    }
  if (!move (half, place, error))
    {
      if (replaces)
        move (aside, place, NULL);
      return NULL;
    }
  return g_variant_ref_sink (g_variant_new ("(ss)", pack->id, replaces ? aside_name : ""));
}

GVariant *
charter_install_remove (GFile *library, GFile *xml, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (xml);
  GFile *place = g_file_equal (folder, library) ? xml : folder;
  g_autofree char *name = g_file_get_basename (place);
  g_autofree char *aside_name = g_strdup_printf ("%s%s-%" G_GINT64_FORMAT, ASIDE_PREFIX, name, g_get_monotonic_time ());
  g_autoptr (GFile) aside = g_file_get_child (library, aside_name);

  if (!move (place, aside, error))
    return NULL;
  return g_variant_ref_sink (g_variant_new ("(ss)", name, aside_name));
}

gboolean
charter_install_undo (GFile *library, GVariant *undo, GError **error)
{
  const char *name, *aside_name;
  g_autoptr (GFile) place = NULL;
  g_autoptr (GFile) aside = NULL;

  g_variant_get (undo, "(&s&s)", &name, &aside_name);
  place = g_file_get_child (library, name);
  charter_pack_folder_delete (place);
  if (*aside_name == '\0')
    return TRUE;
  aside = g_file_get_child (library, aside_name);
  return move (aside, place, error);
}

void
charter_install_clean_up (GFile *library)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (library, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;
  GFileInfo *info;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    if (g_str_has_prefix (g_file_info_get_name (info), HALF_PREFIX)
        || g_str_has_prefix (g_file_info_get_name (info), ASIDE_PREFIX))
      charter_pack_folder_delete (child);
}
