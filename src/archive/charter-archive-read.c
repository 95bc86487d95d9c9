/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <string.h>

#include "charter-archive-private.h"
#include "charter-archive.h"

/* A zip that is being taken apart. */
typedef struct {
  struct archive *archive;
  GPtrArray *entries;
  GHashTable *names; /* folded, so that no two fall together on disks that don't tell capitals apart */
  gsize total;       /* bytes taken out */
  guint n_entries;   /* folders, too */
  GError **error;
} Reader;

/* what is taken. */
static gboolean
refuse (Reader *reader, char *what)
{
  g_set_error (reader->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s Nothing was taken out of the file."), what);
  g_free (what);
  return FALSE;
}

/* ---- names ---- */

/* Of a part between slashes. "C:" and reserved characters are no names on other systems. */
static gboolean
is_safe_part (const char *part)
{
  if (*part == '\0' || g_str_equal (part, ".") || g_str_equal (part, ".."))
    return FALSE;
  for (const char *at = part; *at != '\0'; at++)
    if ((guchar)*at < 0x20 || *at == 0x7f || strchr ("\\:*?\"<>|", *at) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  if (*name == '\0' || strlen (name) > CHARTER_ARCHIVE_MAX_NAME || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_safe_part (parts[i]) && !(i > 0 && parts[i + 1] == NULL && *parts[i] == '\0')) /* a folder ends in one */
      return FALSE;
  return TRUE;
}

static gboolean
check_name (Reader *reader, const char *name)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);
  g_autofree char *folded = NULL;

  if (!is_safe_name (name))
    return refuse (reader, g_strdup_printf (_ ("“%s” in the zip is a name that could lead out of its folder, or that "
                                               "not every computer can write."),
                                            shown));
  folded = g_utf8_casefold (name, -1);
  if (!g_hash_table_add (reader->names, g_steal_pointer (&folded)))
    return refuse (reader, g_strdup_printf (_ ("“%s” is in the zip twice."), shown));
  return TRUE;
}

/* ---- entries ---- */

static gboolean
is_link (struct archive_entry *entry)
{
  return archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL
         || (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != AE_IFDIR);
}

static gboolean
refuse_broken (Reader *reader)
{
  const char *why = archive_error_string (reader->archive);

  return refuse (reader, g_strdup_printf (_ ("The zip is damaged or not a zip (%s)."), why != NULL ? why : "?"));
}

static gboolean
refuse_size (Reader *reader)
{
  g_autofree char *most = g_format_size_full (CHARTER_ARCHIVE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  return refuse (reader, g_strdup_printf (_ ("The zip holds more than %s."), most));
}

static gboolean
take_bytes (Reader *reader, const char *name)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) taken = NULL;
  guint8 buffer[65536];
  la_ssize_t n;

  while ((n = archive_read_data (reader->archive, buffer, sizeof buffer)) > 0)
    {
      reader->total += (gsize)n;
      if (reader->total > CHARTER_ARCHIVE_MAX_BYTES)
        return refuse_size (reader);
      g_byte_array_append (bytes, buffer, (guint)n);
    }
  if (n < 0)
    return refuse_broken (reader);
  taken = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  charter_archive_add (reader->entries, name, taken);
  return TRUE;
}

static gboolean
take_entry (Reader *reader, struct archive_entry *entry)
{
  const char *utf8 = archive_entry_pathname_utf8 (entry);
  g_autofree char *name = g_strdup (utf8 != NULL ? utf8 : archive_entry_pathname (entry));

  if (++reader->n_entries > CHARTER_ARCHIVE_MAX_ENTRIES)
    return refuse (reader, g_strdup_printf (_ ("The zip holds more than %'u files."), CHARTER_ARCHIVE_MAX_ENTRIES));
  if (!check_name (reader, name != NULL ? name : ""))
    return FALSE;
  if (is_link (entry))
    return refuse (reader, g_strdup_printf (_ ("“%s” in the zip is no file but a link."), name));
  if (archive_entry_is_encrypted (entry))
    return refuse (reader, g_strdup_printf (_ ("“%s” in the zip is encrypted."), name));
  return archive_entry_filetype (entry) == AE_IFDIR || take_bytes (reader, name);
}

static gboolean
take_all (Reader *reader, GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  struct archive_entry *entry;
  int result;

  archive_read_support_format_zip (reader->archive);
  archive_read_set_options (reader->archive, "hdrcharset=UTF-8");
  if (archive_read_open_memory (reader->archive, data, length) < ARCHIVE_WARN)
    return refuse_broken (reader);
  while ((result = archive_read_next_header (reader->archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    if (!take_entry (reader, entry))
      return FALSE;
  return result == ARCHIVE_EOF || refuse_broken (reader);
}

GPtrArray *
charter_archive_read (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) entries = charter_archive_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { .archive = archive_read_new (), .entries = entries, .names = names, .error = error };
  ArchiveLocale locale = archive_locale_enter ();
  gboolean taken = take_all (&reader, bytes);

  archive_locale_leave (locale);
  archive_read_free (reader.archive);
  return taken ? g_steal_pointer (&entries) : NULL;
}
