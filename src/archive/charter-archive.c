/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-archive.h"

#include <string.h>

#include "charter-archive-private.h"

static void
entry_free (gpointer data)
{
  CharterArchiveEntry *entry = data;

  g_free (entry->name);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

GPtrArray *
charter_archive_new (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

void
charter_archive_add (GPtrArray *entries, const char *name, GBytes *bytes)
{
  CharterArchiveEntry *entry = g_new (CharterArchiveEntry, 1);

  entry->name = g_strdup (name);
  entry->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (entries, entry);
}

GBytes *
charter_archive_find (GPtrArray *entries, const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CharterArchiveEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->name, name))
        return entry->bytes;
    }
  return NULL;
}

gboolean
charter_archive_recognize (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= 4 && memcmp (data, "PK\003\004", 4) == 0;
}

ArchiveLocale
archive_locale_enter (void)
{
  ArchiveLocale locale = { .own = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t)0) };

  if (locale.own != (locale_t)0)
    locale.before = uselocale (locale.own);
  return locale;
}

void
archive_locale_leave (ArchiveLocale locale)
{
  if (locale.own == (locale_t)0)
    return;
  uselocale (locale.before);
  freelocale (locale.own);
}
