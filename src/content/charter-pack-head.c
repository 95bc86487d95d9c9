/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack and its translations share an id and differ in language: which of them to read is seen from their heads. */
#include "charter-pack-head.h"

#include "charter-loader.h"
#include "charter-tag-scanner.h"

#include <string.h>

void
charter_pack_head_read (CharterPackHead *head, GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autofree char *bytes = g_malloc (CHARTER_MAX_START_TAG);
  gsize length = 0;
  CharterTagScanner scanner;
  CharterTag tag;

  *head = (CharterPackHead){ NULL, NULL };
  if (!stream
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, CHARTER_MAX_START_TAG, &length, cancellable, NULL))
    return;
  charter_tag_scanner_init (&scanner, bytes, length, CHARTER_MAX_START_TAG);
  if (charter_tag_scanner_next (&scanner, &tag) != CHARTER_TAG_FOUND)
    return;
  head->id = charter_tag_dup_attribute (bytes, &tag, "id");
  head->language = charter_tag_dup_attribute (bytes, &tag, "xml:lang");
}

void
charter_pack_head_clear (CharterPackHead *head)
{
  g_clear_pointer (&head->id, g_free);
  g_clear_pointer (&head->language, g_free);
}

/* "C" is the language of the program's own words, which are English. */
static gboolean
is_language (const char *name, const char *posix)
{
  gsize length = strcspn (posix, "_");

  if (strcmp (name, "C") == 0)
    name = "en";
  return strcmp (name, posix) == 0 || (strncmp (name, posix, length) == 0 && name[length] == '\0');
}

guint
charter_pack_head_rank (const CharterPackHead *head, const char *const *languages)
{
  g_autofree char *posix = g_strdelimit (g_strdup (head->language ? head->language : "?"), "-", '_');
  guint rank = 0;

  while (languages[rank] && !is_language (languages[rank], posix))
    rank++;
  return rank;
}
