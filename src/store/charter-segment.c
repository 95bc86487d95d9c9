/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-segment.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "charter-event-line.h"
#include "charter-json.h"

#define FORMAT "charter-history"
#define VERSION 1
#define SUFFIX ".jsonl"
#define DEVICE_LENGTH 16
#define HEAD_LIMIT 512                 /* bytes; a first line is about 150 long */
#define FILE_LIMIT (256 * 1024 * 1024) /* bytes; a segment of ours has at most a tenth */

/* The last line: before and after the sum. */
#define SUM_BEFORE "{\"sha256\":\""
#define SUM_AFTER "\"}\n"
#define SUM_LENGTH 64
#define TAIL_LENGTH (sizeof SUM_BEFORE - 1 + SUM_LENGTH + sizeof SUM_AFTER - 1)

void
charter_segment_clear (CharterSegment *segment)
{
  g_clear_pointer (&segment->device, g_free);
}

char *
charter_segment_get_name (const CharterSegment *segment)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT SUFFIX, segment->device, segment->first,
                          segment->last);
}

gboolean
charter_segment_from_name (CharterSegment *segment, const char *name)
{
  g_autofree char *again = NULL;
  char *end = NULL;

  *segment = (CharterSegment){ 0 };
  if (strlen (name) <= DEVICE_LENGTH || strspn (name, "0123456789abcdef") != DEVICE_LENGTH)
    return FALSE;
  segment->device = g_strndup (name, DEVICE_LENGTH);
  segment->first = g_ascii_strtoll (name + DEVICE_LENGTH + 1, &end, 10);
  segment->last = *end == '-' ? g_ascii_strtoll (end + 1, NULL, 10) : 0;
  again = charter_segment_get_name (segment);
  if (segment->first > 0 && segment->last >= segment->first && g_str_equal (again, name))
    return TRUE;
  charter_segment_clear (segment);
  return FALSE;
}

static gboolean
fail (GError **error, GIOErrorEnum code, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, code, sentence);
  return FALSE;
}

static gboolean
fail_not_whole (GError **error)
{
  return fail (error, G_IO_ERROR_INVALID_DATA, _ ("It is not whole; perhaps it is still being copied."));
}

static gboolean
fail_swapped (GError **error)
{
  return fail (error, G_IO_ERROR_INVALID_DATA, _ ("What is in it does not belong to its name."));
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, G_IO_ERROR_INVALID_DATA, _ ("It is damaged."));
}

static gboolean
fail_with_errno (GError **error)
{
  int reason = errno;

  return fail (error, g_io_error_from_errno (reason), g_strerror (reason));
}

/* Reading */

typedef struct {
  int fd;
  gint64 size;
} Opened;

static void
opened_clear (Opened *opened)
{
  if (opened->fd >= 0)
    close (opened->fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opened, opened_clear)

static gboolean
open_file (Opened *opened, const CharterSegment *segment, const char *folder, GError **error)
{
  g_autofree char *name = charter_segment_get_name (segment);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat info;

  opened->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (opened->fd < 0 || fstat (opened->fd, &info) < 0)
    return fail_with_errno (error);
  opened->size = info.st_size;
  if (!S_ISREG (info.st_mode) || info.st_size > FILE_LIMIT)
    return fail (error, G_IO_ERROR_INVALID_DATA, _ ("It is no file that Charter could have written."));
  return TRUE;
}

/* Reads length bytes, or says that they are not there. */
static gboolean
read_at (const Opened *opened, gint64 offset, char *buffer, gsize length, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      ssize_t n = pread (opened->fd, buffer + done, length - done, offset + (gint64)done);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_with_errno (error);
      if (n == 0)
        return fail_not_whole (error);
      done += (gsize)n;
    }
  return TRUE;
}

/* segment: the device and numbers of the file's name; gets its stamps. */
static gboolean
read_head (CharterSegment *segment, const char *line, GError **error)
{
  g_autoptr (JsonNode) node = charter_json_parse (line);
  JsonObject *head = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (head == NULL || g_strcmp0 (charter_json_get_string (head, "format", NULL), FORMAT) != 0)
    return fail (error, G_IO_ERROR_INVALID_DATA, _ ("It is no history of Charter’s, for all its name."));
  if (charter_json_get_int (head, "version") > VERSION)
    return fail (error, G_IO_ERROR_NOT_SUPPORTED, _ ("A newer Charter wrote it; this one can’t read it."));
  if (g_strcmp0 (charter_json_get_string (head, "device", NULL), segment->device) != 0
      || charter_json_get_int (head, "first") != segment->first || charter_json_get_int (head, "last") != segment->last)
    return fail_swapped (error);
  segment->from = (gint64)g_ascii_strtoull (charter_json_get_string (head, "from", ""), NULL, 16);
  segment->hlc = (gint64)g_ascii_strtoull (charter_json_get_string (head, "hlc", ""), NULL, 16);
  return TRUE;
}

static gboolean
is_tail (const char *tail)
{
  return g_str_has_prefix (tail, SUM_BEFORE) && g_str_has_suffix (tail, SUM_AFTER)
         && strspn (tail + strlen (SUM_BEFORE), "0123456789abcdef") == SUM_LENGTH;
}

gboolean
charter_segment_peek (CharterSegment *segment, const char *folder, GError **error)
{
  g_auto (Opened) opened = { -1, 0 };
  char head[HEAD_LIMIT + 1] = { 0 };
  char tail[TAIL_LENGTH + 1] = { 0 };
  char *end;

  if (!open_file (&opened, segment, folder, error))
    return FALSE;
  if (opened.size < (gint64)TAIL_LENGTH)
    return fail_not_whole (error);
  if (!read_at (&opened, 0, head, MIN (opened.size, HEAD_LIMIT), error)
      || !read_at (&opened, opened.size - (gint64)TAIL_LENGTH, tail, TAIL_LENGTH, error))
    return FALSE;
  end = strchr (head, '\n');
  if (end != NULL)
    *end = '\0';
  return read_head (segment, head, error) && (is_tail (tail) || fail_not_whole (error));
}

static gboolean
check_sum (const char *text, gsize length, GError **error)
{
  const char *tail = text + length - TAIL_LENGTH;
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, length - TAIL_LENGTH);

  if (!is_tail (tail))
    return fail_not_whole (error);
  return memcmp (tail + strlen (SUM_BEFORE), sum, SUM_LENGTH) == 0 || fail_damaged (error);
}

/* The lines between the first and the last. */
static gboolean
read_events (const CharterSegment *segment, char **lines, GPtrArray *events, GError **error)
{
  guint n = g_strv_length (lines);

  for (guint i = 1; i + 2 < n; i++)
    {
      CharterEvent *event = charter_event_from_line (lines[i], error);
      if (event == NULL)
        return FALSE;
      g_ptr_array_add (events, event);
      if (event->seq != segment->first + events->len - 1 || !g_str_equal (event->device, segment->device))
        return fail_swapped (error);
    }
  return events->len == segment->last - segment->first + 1 || fail_swapped (error);
}

static gboolean
read_text (const CharterSegment *segment, const char *folder, char **text, gsize *length, GError **error)
{
  g_auto (Opened) opened = { -1, 0 };

  if (!open_file (&opened, segment, folder, error))
    return FALSE;
  if (opened.size < (gint64)TAIL_LENGTH)
    return fail_not_whole (error);
  *length = (gsize)opened.size;
  *text = g_malloc0 (*length + 1);
  return read_at (&opened, 0, *text, *length, error) && (strlen (*text) == *length || fail_damaged (error));
}

GPtrArray *
charter_segment_read (const CharterSegment *segment, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  CharterSegment head = *segment;
  gsize length;

  if (!read_text (segment, folder, &text, &length, error) || !check_sum (text, length, error))
    return NULL;
  lines = g_strsplit_set (text, "\n", -1); /* with sanitizers, g_strsplit measures all that is left at each line */
  if (!read_head (&head, lines[0], error) || !read_events (segment, lines, events, error))
    return NULL;
  if (((CharterEvent *)g_ptr_array_index (events, 0))->hlc != head.from
      || ((CharterEvent *)g_ptr_array_index (events, events->len - 1))->hlc != head.hlc)
    {
      fail_swapped (error);
      return NULL;
    }
  return g_steal_pointer (&events);
}

/* Writing */

static char *
make_head (const CharterSegment *segment)
{
  return g_strdup_printf ("{\"format\":\"" FORMAT "\",\"version\":%d,\"device\":\"%s\",\"first\":%" G_GINT64_FORMAT
                          ",\"last\":%" G_GINT64_FORMAT ",\"from\":\"%016" G_GINT64_MODIFIER
                          "x\",\"hlc\":\"%016" G_GINT64_MODIFIER "x\"}\n",
                          VERSION, segment->device, segment->first, segment->last, segment->from, segment->hlc);
}

static GString *
make_text (const CharterSegment *segment, GPtrArray *events)
{
  g_autofree char *head = make_head (segment);
  g_autofree char *sum = NULL;
  GString *text = g_string_new (head);

  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *line = charter_event_to_line (g_ptr_array_index (events, i));
      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize)text->len);
  g_string_append_printf (text, SUM_BEFORE "%s" SUM_AFTER, sum);
  return text;
}

static gboolean
write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, text, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      text += n;
      length -= (gsize)n;
    }
  return TRUE;
}

/* A folder that can't be synced, as on some network shares, is as good as it gets. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
put_text (const char *part, const char *path, const GString *text, GError **error)
{
  int fd = open (part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean written;

  if (fd < 0)
    return fail_with_errno (error);
  written = write_all (fd, text->str, text->len) && fsync (fd) == 0;
  written = (close (fd) == 0) && written;
  if (written && g_rename (part, path) == 0)
    return TRUE;
  fail_with_errno (error);
  g_unlink (part);
  return FALSE;
}

/* One at a time, so that what a program that was killed left is written over the next time. */
static char *
make_part_path (const char *folder, const char *writer)
{
  g_autofree char *name = g_strdup_printf (".%s.part", writer);

  return g_build_filename (folder, name, NULL);
}

gboolean
charter_segment_write (GPtrArray *events, const char *folder, const char *writer, gboolean replace, GError **error)
{
  const CharterEvent *first = g_ptr_array_index (events, 0);
  const CharterEvent *last = g_ptr_array_index (events, events->len - 1);
  CharterSegment segment = { first->device, first->seq, last->seq, first->hlc, last->hlc };
  g_autofree char *name = charter_segment_get_name (&segment);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *part = make_part_path (folder, writer);
  g_autoptr (GString) text = NULL;

  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  text = make_text (&segment, events);
  if (!put_text (part, path, text, error))
    return FALSE;
  sync_folder (folder);
  return TRUE;
}
