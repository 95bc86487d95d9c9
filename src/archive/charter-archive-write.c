/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>

#include "charter-archive-private.h"
#include "charter-archive.h"

static la_ssize_t
on_write (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint)length);
  return (la_ssize_t)length;
}

/* Nothing here can fail but memory, which ends the program anyway. */
static void
expect (struct archive *archive, int result)
{
  if (result < ARCHIVE_OK)
    g_error ("zip: %s", archive_error_string (archive));
}

static void
write_entry (struct archive *archive, const CharterArchiveEntry *file)
{
  struct archive_entry *entry = archive_entry_new2 (archive);
  gsize length;
  const void *data = g_bytes_get_data (file->bytes, &length);

  archive_entry_set_pathname_utf8 (entry, file->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t)length);
  expect (archive, archive_write_header (archive, entry));
  if (length > 0 && archive_write_data (archive, data, length) < 0)
    expect (archive, ARCHIVE_FATAL);
  archive_entry_free (entry);
}

GBytes *
charter_archive_write (GPtrArray *entries)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  ArchiveLocale locale = archive_locale_enter ();

  expect (archive, archive_write_set_format_zip (archive));
  expect (archive, archive_write_set_options (archive, "hdrcharset=UTF-8"));
  expect (archive, archive_write_set_bytes_per_block (archive, 0));
  expect (archive, archive_write_open (archive, bytes, NULL, on_write, NULL));
  for (guint i = 0; i < entries->len; i++)
    {
      if (i == 0)
        archive_write_zip_set_compression_store (archive);
      else
        archive_write_zip_set_compression_deflate (archive);
      write_entry (archive, g_ptr_array_index (entries, i));
    }
  expect (archive, archive_write_close (archive));
  archive_write_free (archive);
  archive_locale_leave (locale);
  return g_byte_array_free_to_bytes (bytes);
}
