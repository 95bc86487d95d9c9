/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialects of QTI share: packages, pictures, names, texts. */
#include <string.h>

#include "charter-bank-qti.h"

/* ---- packages ---- */

GPtrArray *
charter_bank_package_open (GBytes *bytes, GError **error)
{
  GPtrArray *entries;

  if (charter_archive_recognize (bytes))
    return charter_archive_read (bytes, error);
  entries = charter_archive_new ();
  charter_archive_add (entries, "", bytes);
  return entries;
}

gboolean
charter_bank_package_is_xml (const CharterArchiveEntry *entry)
{
  g_autofree char *lower = g_ascii_strdown (entry->name, -1);

  return *lower == '\0' || g_str_has_suffix (lower, ".xml") || g_str_has_suffix (lower, ".qti");
}

gboolean
charter_bank_package_read (GBytes *bytes, CharterBankBook *book, CharterBankReadEntry read, GError **error)
{
  g_autoptr (GPtrArray) entries = charter_bank_package_open (bytes, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CharterArchiveEntry *entry = g_ptr_array_index (entries, i);

      if (!charter_bank_package_is_xml (entry))
        continue;
      g_free (book->file);
      book->file = *entry->name != '\0' ? g_strdup (entry->name) : NULL;
      read (book, entries, entry);
    }
  return entries != NULL;
}

static gboolean
holds (GBytes *bytes, const char *const *names)
{
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), 16 * 1024));
  gboolean was_foreign;
  g_autofree char *text = charter_bank_words_decode (head, NULL, &was_foreign);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *pattern = g_strdup_printf ("<(\\w+:)?%s[\\s>/]", names[i]);

      if (g_regex_match_simple (pattern, text, 0, 0))
        return TRUE;
    }
  return FALSE;
}

gboolean
charter_bank_package_holds (GBytes *bytes, const char *const *names)
{
  g_autoptr (GPtrArray) entries = charter_bank_package_open (bytes, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CharterArchiveEntry *entry = g_ptr_array_index (entries, i);

      if (charter_bank_package_is_xml (entry) && holds (entry->bytes, names))
        return TRUE;
    }
  return FALSE;
}

/* ---- pictures ---- */

/* "../media/a.png" beside "items/one.xml" is "media/a.png". */
static char *
resolve (const char *file, const char *src)
{
  g_autofree char *folder = g_path_get_dirname (file), *path = NULL;
  g_autofree char *root = g_canonicalize_filename (folder, "/");

  path = g_canonicalize_filename (src, root);
  return g_strdup (path + 1);
}

static const CharterArchiveEntry *
find_by_name (const GPtrArray *entries, const char *src)
{
  g_autofree char *wanted = g_path_get_basename (src);

  for (guint i = 0; i < entries->len; i++)
    {
      const CharterArchiveEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *name = g_path_get_basename (entry->name);

      if (strcmp (name, wanted) == 0)
        return entry;
    }
  return NULL;
}

char *
charter_bank_qti_find_picture (const char *src, gpointer data)
{
  CharterBankQti *self = data;
  g_autofree char *plain = g_uri_unescape_string (src, NULL), *path = NULL;
  const CharterArchiveEntry *entry;
  GBytes *bytes;
  char *query = plain != NULL ? strchr (plain, '?') : NULL;

  if (plain == NULL || strstr (plain, "://") != NULL)
    return NULL;
  if (query != NULL)
    *query = '\0';
  path = resolve (self->file, plain);
  bytes = charter_archive_find (self->entries, path);
  entry = bytes == NULL ? find_by_name (self->entries, plain) : NULL;
  if (bytes == NULL && entry != NULL)
    bytes = entry->bytes;
  return bytes != NULL ? charter_bank_book_keep (self->question->book, plain, bytes) : NULL;
}

/* ---- names ---- */

static gboolean
matches (const char *name, const char *plain)
{
  if (g_str_has_prefix (name, "qti-"))
    name += strlen ("qti-");
  for (; *name != '\0'; name++)
    if (*name != '-' && g_ascii_tolower (*name) != *plain++)
      return FALSE;
  return *plain == '\0';
}

gboolean
charter_bank_qti_is (const CharterBankNode *node, const char *name)
{
  return node != NULL && node->name != NULL && matches (node->name, name);
}

CharterBankNode *
charter_bank_qti_find (const CharterBankNode *node, const char *name)
{
  for (CharterBankNode *child = node != NULL ? node->first : NULL; child != NULL; child = child->next)
    if (charter_bank_qti_is (child, name))
      return child;
  return NULL;
}

CharterBankNode *
charter_bank_qti_search (const CharterBankNode *node, const char *name)
{
  for (CharterBankNode *at = node != NULL ? node->first : NULL; at != NULL; at = charter_bank_node_walk (at, node))
    if (charter_bank_qti_is (at, name))
      return at;
  return NULL;
}

const char *
charter_bank_qti_get (const CharterBankNode *node, const char *name)
{
  for (guint i = 0; node != NULL && node->attributes != NULL && node->attributes[i] != NULL; i += 2)
    if (matches (node->attributes[i], name))
      return node->attributes[i + 1];
  return NULL;
}

/* ---- texts ---- */

typedef struct {
  CharterBankFlow *flow;
  CharterBankReplace replace;
  gpointer data;
} Walk;

static void
walk (Walk *self, const CharterBankNode *node)
{
  for (const CharterBankNode *child = node->first; child != NULL; child = child->next)
    {
      g_autofree char *instead = NULL, *tag = NULL;

      if (child->text != NULL)
        {
          charter_bank_flow_text (self->flow, child->text, strlen (child->text));
          continue;
        }
      instead = self->replace != NULL ? self->replace (child, self->data) : NULL;
      if (instead != NULL)
        {
          if (*instead != '\0')
            charter_bank_flow_insert (self->flow, instead);
          continue;
        }
      tag = g_ascii_strdown (child->name, -1);
      if (strcmp (tag, "object") == 0)
        {
          const char *type = charter_bank_node_get (child, "type"), *src = charter_bank_node_get (child, "data");
          g_autofree char *alt = charter_bank_node_dup_words (child);
          const char *attributes[] = { "src", src, "alt", alt, NULL };

          if (src != NULL && type != NULL && g_str_has_prefix (type, "image/"))
            {
              charter_bank_flow_open (self->flow, "img", attributes);
              continue;
            }
        }
      charter_bank_flow_open (self->flow, tag, (const char *const *)child->attributes);
      walk (self, child);
      charter_bank_flow_close (self->flow, tag);
    }
}

char *
charter_bank_qti_flow (
  CharterBankQti *self, const CharterBankNode *node, gboolean is_inline, CharterBankReplace replace, gpointer data)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (is_inline);
  Walk state = { flow, replace, data };
  char *xml;

  if (node == NULL)
    return NULL;
  charter_bank_flow_set_pictures (flow, charter_bank_qti_find_picture, self);
  walk (&state, node);
  xml = charter_bank_flow_finish (flow);
  charter_bank_tell_lost (self->question, flow);
  return xml;
}
