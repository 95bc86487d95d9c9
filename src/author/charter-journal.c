/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal's file: three lines, each with its end, and then the text as it is. */
#include "charter-journal.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define FIRST_LINE "charter-journal 1\n"
#define UNNAMED "new-"

void
charter_journal_free (CharterJournal *self)
{
  g_free (self->name);
  g_free (self->uri);
  g_free (self->base);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

char *
charter_journal_dup_name (GFile *file)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *own = uri == NULL ? g_uuid_string_random () : NULL;

  return uri != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1) : g_strconcat (UNNAMED, own, NULL);
}

static gboolean
write_whole (GFile *place, GString *text, GError **error)
{
  return g_file_set_contents_full (g_file_peek_path (place), text->str, (gssize)text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

gboolean
charter_journal_write (GFile *folder, const char *name, GFile *file, GBytes *base, GBytes *text, GError **error)
{
  g_autoptr (GFile) place = g_file_get_child (folder, name);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : g_strdup ("");
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, base);
  g_autoptr (GString) whole = g_string_new (NULL);

  if (g_mkdir_with_parents (g_file_peek_path (folder), 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  g_string_printf (whole, FIRST_LINE "%s\n%s\n", uri, sum);
  g_string_append_len (whole, g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text));
  return write_whole (place, whole, error);
}

/* Returns: (transfer full) (nullable) what stands before the next end of a line; at then leads behind that */
static char *
take_line (const char **at, const char *end)
{
  const char *begin = *at;
  const char *stop = memchr (begin, '\n', (gsize)(end - begin));

  if (stop == NULL)
    return NULL;
  *at = stop + 1;
  return g_strndup (begin, (gsize)(stop - begin));
}

CharterJournal *
charter_journal_read (GFile *folder, const char *name)
{
  g_autoptr (GFile) place = g_file_get_child (folder, name);
  g_autoptr (GBytes) bytes = g_file_load_bytes (place, NULL, NULL, NULL);
  g_autoptr (CharterJournal) self = g_new0 (CharterJournal, 1);
  const char *at, *end;
  gsize length;

  if (bytes == NULL || (at = g_bytes_get_data (bytes, &length)) == NULL || !g_str_has_prefix (at, FIRST_LINE))
    return NULL;
  end = at + length;
  at += strlen (FIRST_LINE);
  self->name = g_strdup (name);
  self->uri = take_line (&at, end);
  self->base = self->uri != NULL ? take_line (&at, end) : NULL;
  if (self->base == NULL)
    return NULL;
  if (*self->uri == '\0')
    g_clear_pointer (&self->uri, g_free);
  self->text = g_bytes_new_from_bytes (bytes, length - (gsize)(end - at), (gsize)(end - at));
  return g_steal_pointer (&self);
}

void
charter_journal_remove (GFile *folder, const char *name)
{
  g_autoptr (GFile) place = g_file_get_child (folder, name);

  g_file_delete (place, NULL, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
charter_journal_list_unnamed (GFile *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, UNNAMED) && strchr (name, '.') == NULL)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

gboolean
charter_journal_is_upon (const CharterJournal *self, GBytes *bytes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_str_equal (sum, self->base);
}
