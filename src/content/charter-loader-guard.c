/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is refused before the parser sees it. */
#include "charter-loader-private.h"

#include "charter-loader.h"
#include "charter-tag-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOM "\xEF\xBB\xBF"

typedef struct {
  const char *bytes;
  gsize length;
  GPtrArray *diagnostics;
} Guarded;

static void
tell_at (const Guarded *file, const char *code, gsize offset, char *found, char *expected, char *mend)
{
  CharterDiagnostic *diagnostic = g_new0 (CharterDiagnostic, 1);
  CharterPlaceCounter counter = { 0 };

  *diagnostic = (CharterDiagnostic){ CHARTER_SEVERITY_ERROR, code, 0, 0, found, expected, mend };
  charter_place_counter_locate (&counter, file->bytes, offset, &diagnostic->line, &diagnostic->column);
  g_ptr_array_add (file->diagnostics, diagnostic);
}

static gboolean
check_encoding (const Guarded *file)
{
  const char *nul = memchr (file->bytes, '\0', file->length);
  gboolean utf16
    = file->length >= 2 && (memcmp (file->bytes, "\xFF\xFE", 2) == 0 || memcmp (file->bytes, "\xFE\xFF", 2) == 0);

  if (!utf16 && !nul)
    return TRUE;
  tell_at (file, "bad-encoding", utf16 ? 0 : (gsize)(nul - file->bytes),
           utf16 ? g_strdup (_ ("the file is written in UTF-16")) : g_strdup (_ ("the file holds a zero byte")),
           g_strdup (_ ("a pack is text in UTF-8")), g_strdup (_ ("save the file as UTF-8")));
  return FALSE;
}

static gboolean
check_size (const Guarded *file)
{
  gsize blank = 0;

  while (blank < MIN (file->length, CHARTER_MAX_FILE) && g_ascii_isspace (file->bytes[blank]))
    blank++;
  if (file->length == blank)
    tell_at (file, "empty-file", 0, g_strdup (_ ("the file is empty")),
             g_strdup (_ ("a pack’s first element is “pack”")), g_strdup (_ ("write a pack, or choose another file")));
  else if (file->length > CHARTER_MAX_FILE)
    {
      /* G_GSIZE_FORMAT would cut the words that translators get. */
      g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT, file->length);

      tell_at (file, "file-too-long", 0, g_strdup_printf (_ ("the file has %s bytes"), length),
               g_strdup_printf (_ ("at most %u"), CHARTER_MAX_FILE), g_strdup (_ ("make several packs of it")));
    }
  return file->length > blank && file->length <= CHARTER_MAX_FILE;
}

/* Nothing may stand before the XML declaration, not even a blank line. */
static gboolean
check_beginning (const Guarded *file)
{
  gsize start = file->length >= 3 && memcmp (file->bytes, BOM, 3) == 0 ? 3 : 0, at = start;

  while (at < file->length && g_ascii_isspace (file->bytes[at]))
    at++;
  if (at > start && file->length - at >= 5 && memcmp (file->bytes + at, "<?xml", 5) == 0
      && (file->length - at == 5 || g_ascii_isspace (file->bytes[at + 5])))
    {
      tell_at (file, "late-declaration", at, g_strdup (_ ("something stands before “<?xml”")),
               g_strdup (_ ("“<?xml” is the very first thing in a file")),
               g_strdup (_ ("remove the spaces or blank lines before it")));
      return FALSE;
    }
  return TRUE;
}

/* The encoding that the XML declaration names. Returns: (transfer full) (nullable) */
static char *
find_declared_encoding (const Guarded *file)
{
  gsize start = memcmp (file->bytes, BOM, MIN (file->length, 3)) == 0 ? 3 : 0;
  g_autofree char *head = g_strndup (file->bytes + start, MIN (file->length - start, 200));
  char *end = strstr (head, "?>"), *name, *close;

  if (!g_str_has_prefix (head, "<?xml") || !end)
    return NULL;
  *end = '\0';
  name = strstr (head, "encoding");
  name = name ? strpbrk (name, "\"'") : NULL;
  close = name ? strchr (name + 1, *name) : NULL;
  return close ? g_strndup (name + 1, close - name - 1) : NULL;
}

static gboolean
check_declared_encoding (const Guarded *file)
{
  g_autofree char *name = find_declared_encoding (file);

  if (!name || g_ascii_strcasecmp (name, "UTF-8") == 0 || g_ascii_strcasecmp (name, "US-ASCII") == 0)
    return TRUE;
  tell_at (file, "bad-encoding", 0, g_strdup_printf (_ ("the file says that it is written in %s"), name),
           g_strdup (_ ("a pack is text in UTF-8")),
           g_strdup (_ ("save the file as UTF-8, and write encoding=\"UTF-8\" in its first line")));
  return FALSE;
}

/* Caps every start tag, and finds a DOCTYPE, which could pull in other files or unfold into gigabytes. */
static gboolean
check_tags (const Guarded *file)
{
  gsize start = 0;
  CharterTagStatus status = charter_tag_scanner_check (file->bytes, file->length, CHARTER_MAX_START_TAG, &start);

  if (status == CHARTER_TAG_TOO_LONG)
    tell_at (file, "tag-too-long", start,
             g_strdup_printf (_ ("this start tag is longer than %u bytes"), CHARTER_MAX_START_TAG),
             g_strdup (_ ("start tags are short; long text stands between tags")),
             g_strdup (_ ("close the quote or the “<” that was left open")));
  else if (status == CHARTER_TAG_DECLARATION)
    tell_at (file, "doctype", start, g_strdup (_ ("the file has a DOCTYPE or another “<!” declaration")),
             g_strdup (_ ("a pack has none: it could pull in other files")), g_strdup (_ ("remove the declaration")));
  return status == CHARTER_TAG_END;
}

gboolean
charter_loader_guard (const char *bytes, gsize length, GPtrArray *diagnostics)
{
  Guarded file = { bytes, length, diagnostics };

  return check_size (&file) && check_encoding (&file) && check_beginning (&file) && check_declared_encoding (&file)
         && check_tags (&file);
}

gboolean
charter_loader_begins_well (const char *bytes, gsize length)
{
  g_autoptr (GPtrArray) unused = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
  Guarded head = { bytes, length, unused };
  CharterTagScanner scanner;
  CharterTag tag;

  charter_tag_scanner_init (&scanner, bytes, length, CHARTER_MAX_START_TAG);
  return check_encoding (&head) && check_beginning (&head) && check_declared_encoding (&head)
         && charter_tag_scanner_next (&scanner, &tag) == CHARTER_TAG_FOUND;
}
