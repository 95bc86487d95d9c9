/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-parcel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-archive.h"
#include "charter-pack-folder.h"
#include "charter-pack-media.h"

#define KIND "mimetype"
#define PACK "pack.xml"
#define HALF_PREFIX ".half-"

/* ---- packing up ---- */

static gboolean
add_picture (GPtrArray *entries, const CharterPack *pack, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = pack->folder != NULL ? g_file_resolve_relative_path (pack->folder, name) : NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = file != NULL ? g_file_load_bytes (file, cancellable, NULL, &local) : NULL;

  if (bytes == NULL)
    {
      g_set_error (error, G_IO_ERROR, local != NULL ? local->code : G_IO_ERROR_NOT_FOUND,
                   _ ("The picture %s can’t be read. Put it into the pack’s folder, or take it out of the pack."),
                   name);
      return FALSE;
    }
  charter_archive_add (entries, name, bytes);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GBytes *
charter_parcel_make (GBytes *xml, const CharterPack *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = charter_archive_new ();
  g_autoptr (GPtrArray) media = charter_pack_media_list (pack);
  g_autoptr (GBytes) kind = g_bytes_new_static (CHARTER_PARCEL_TYPE, strlen (CHARTER_PARCEL_TYPE));

  charter_archive_add (entries, KIND, kind);
  charter_archive_add (entries, PACK, xml);
  g_ptr_array_sort (media, compare_names);
  for (guint i = 0; i < media->len; i++)
    if (!add_picture (entries, pack, g_ptr_array_index (media, i), cancellable, error))
      return NULL;
  return charter_archive_write (entries);
}

/* ---- unpacking ---- */

/* Returns: (nullable) the one that is to be read */
static const char *
find_pack (GPtrArray *entries)
{
  const char *found = NULL;

  if (charter_archive_find (entries, PACK) != NULL)
    return PACK;
  for (guint i = 0; i < entries->len; i++)
    {
      const CharterArchiveEntry *entry = g_ptr_array_index (entries, i);

      if (!g_str_has_suffix (entry->name, ".xml"))
        continue;
      if (found != NULL)
        return NULL;
      found = entry->name;
    }
  return found;
}

static gboolean
write_file (GFile *folder, const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, name);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return charter_pack_folder_make_around (file, cancellable, error)
         && g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

/* What lies beside the pack and below; the rest of a zip has nothing to do with it. */
static gboolean
write_all (GFile *folder, GPtrArray *entries, const char *pack, GCancellable *cancellable, GError **error)
{
  const char *slash = strrchr (pack, '/');
  g_autofree char *prefix = g_strndup (pack, slash != NULL ? (gsize)(slash + 1 - pack) : 0);

  for (guint i = 0; i < entries->len; i++)
    {
      const CharterArchiveEntry *entry = g_ptr_array_index (entries, i);
      const char *name = g_str_equal (entry->name, pack) ? PACK : entry->name + strlen (prefix);

      if (g_str_has_prefix (entry->name, prefix) && *name != '.'
          && !write_file (folder, name, entry->bytes, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Written beside its place first and then moved there, so that what is there is whole. */
static gboolean
unpack (GPtrArray *entries, GFile *folder, GCancellable *cancellable, GError **error)
{
  const char *pack = find_pack (entries);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *half_name = g_strconcat (HALF_PREFIX, unique, NULL);
  g_autoptr (GFile) parent = g_file_get_parent (folder);
  g_autoptr (GFile) half = g_file_get_child (parent, half_name);
  g_autoptr (GError) local = NULL;

  if (pack == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The zip holds no pack.xml. A pack to hand out holds one, with the pictures beside it."));
      return FALSE;
    }
  if (!write_all (half, entries, pack, cancellable, error)
      || (!g_file_move (half, folder, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, cancellable, NULL, NULL, &local)
          && !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS)))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      charter_pack_folder_delete (half);
      return FALSE;
    }
  if (local != NULL)
    charter_pack_folder_delete (half); /* somebody else was quicker, with the same content */
  return TRUE;
}

/* So that it is not taken for one that nobody asks for. */
static void
touch (GFile *folder)
{
  g_file_set_attribute_uint64 (folder, G_FILE_ATTRIBUTE_TIME_MODIFIED, (guint64)(g_get_real_time () / G_USEC_PER_SEC),
                               G_FILE_QUERY_INFO_NONE, NULL, NULL);
}

static GFile *
open_zip (GBytes *bytes, GFile *place, GCancellable *cancellable, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GFile) folder = g_file_get_child (place, digest);
  g_autoptr (GFile) pack = g_file_get_child (folder, PACK);
  g_autoptr (GPtrArray) entries = NULL;

  if (g_file_query_exists (pack, cancellable))
    {
      touch (folder);
      return g_steal_pointer (&pack);
    }
  entries = charter_archive_read (bytes, error);
  return entries != NULL && unpack (entries, folder, cancellable, error) ? g_steal_pointer (&pack) : NULL;
}

/* Only a zip is read as a whole here. */
static gboolean
is_zip (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autoptr (GBytes) beginning
    = stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), 4, cancellable, NULL) : NULL;

  return beginning != NULL && charter_archive_recognize (beginning);
}

GFile *
charter_parcel_open (GFile *file, GFile *place, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!is_zip (file, cancellable))
    return g_object_ref (file);
  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  return bytes != NULL ? open_zip (bytes, place, cancellable, error) : NULL;
}

void
charter_parcel_clean_up (GFile *place, gint64 before)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (place, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;
  GFileInfo *info;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    if ((gint64)g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) < before)
      charter_pack_folder_delete (child);
}
