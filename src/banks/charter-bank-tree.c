/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-bank-tree.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

#include "charter-bank-words.h"
#include "charter-loader.h"
#include "charter-tag-scanner.h"

#define CHUNK (64 * 1024)
#define DEEPEST 200
#define MOST_SLIPS 50

typedef struct {
  CharterBankTree *tree;
  CharterBankNode *open;
  guint depth;
  GString *text;
  guint text_line;
  xmlParserCtxtPtr parser;
} Parse;

static void
slip_free (CharterBankSlip *slip)
{
  g_free (slip->found);
  g_free (slip->mend);
  g_free (slip);
}

static void
add_slip (GPtrArray *slips, guint line, gboolean is_mended, char *found, char *mend)
{
  CharterBankSlip *slip = g_new (CharterBankSlip, 1);

  *slip = (CharterBankSlip){ line, found, mend, is_mended };
  if (slips->len < MOST_SLIPS)
    g_ptr_array_add (slips, slip);
  else
    slip_free (slip);
}

/* ---- what is mended before the parser sees it ---- */

/* Its declaration is taken out, as all text is UTF-8 by now. Returns: (transfer full) (nullable) the encoding it named
 */
static char *
dup_declared (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data != NULL ? data : "", MIN (length, 300));
  char *start = strstr (head, "<?xml"), *end = start != NULL ? strstr (start, "?>") : NULL, *name, *close;

  if (end == NULL)
    return NULL;
  *end = '\0';
  name = strstr (start, "encoding");
  name = name != NULL ? strpbrk (name, "\"'") : NULL;
  close = name != NULL ? strchr (name + 1, *name) : NULL;
  return close != NULL ? g_strndup (name + 1, (gsize)(close - name - 1)) : NULL;
}

static void
blank (char *from, const char *end)
{
  for (; from < end; from++)
    if (*from != '\n')
      *from = ' ';
}

/* Older QTI names its DTD, which is never read, and may add declarations. One with entities is refused. */
static gboolean
blank_prologue (char *text, GPtrArray *slips, GError **error)
{
  char *declaration = text + strspn (text, " \t\n"), *doctype = strstr (text, "<!DOCTYPE"), *end;

  if (g_str_has_prefix (declaration, "<?xml") && (end = strstr (declaration, "?>")) != NULL)
    {
      if (declaration > text)
        add_slip (slips, 1, TRUE, g_strdup (_ ("something stands before “<?xml”")),
                  g_strdup (_ ("remove the spaces or blank lines before it")));
      blank (declaration, end + 2);
    }
  if (doctype == NULL || (strstr (text, "<![CDATA[") != NULL && strstr (text, "<![CDATA[") < doctype))
    return TRUE;
  end = doctype + strcspn (doctype, "[>");
  if (*end == '[')
    end = strstr (end, "]>") != NULL ? strstr (end, "]>") + 1 : end;
  if (*end != '>' || g_strstr_len (doctype, end - doctype, "<!ENTITY") != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The file has a DOCTYPE with entities of its own, which could unfold or pull in other files."));
      return FALSE;
    }
  blank (doctype, end + 1);
  return TRUE;
}

static gsize
measure_reference (const char *at)
{
  static const char *const own[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };
  gsize digits;

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_has_prefix (at, own[i]))
      return strlen (own[i]);
  if (at[1] != '#')
    return 0;
  digits = at[2] == 'x' ? 1 + strspn (at + 3, "0123456789abcdefABCDEF") : strspn (at + 2, "0123456789");
  return digits > 0 && at[2 + digits] == ';' ? 3 + digits : 0;
}

static void
mend_reference (GString *mended, const char **at, guint line, GPtrArray *slips)
{
  gunichar c = 0;
  gsize length = measure_reference (*at), named = length == 0 ? charter_bank_words_read_entity (*at, &c) : 0;

  if (length > 0)
    g_string_append_len (mended, *at, (gssize)length);
  else if (named > 0)
    {
      g_string_append_unichar (mended, c);
      add_slip (slips, line, TRUE,
                g_strdup_printf (_ ("“%.*s” is a name of HTML that XML does not know"), (int)named, *at),
                g_strdup_printf (_ ("write “&#%u;”"), (guint)c));
    }
  else
    {
      g_string_append (mended, "&amp;");
      add_slip (slips, line, TRUE, g_strdup (_ ("a lone “&”")), g_strdup (_ ("write “&amp;”")));
    }
  *at += length > 0 ? length : named > 0 ? named : 1;
}

/* Behind the CDATA or comment that begins at "<"; NULL where none does, or where it is never closed. What is not found
 * once is not looked for again: last is where each of the ends stands for the last time. */
static const char *
skip_marked (const char *at, const char *const last[2])
{
  gboolean is_cdata = g_str_has_prefix (at, "<![CDATA["), is_comment = !is_cdata && g_str_has_prefix (at, "<!--");
  const char *limit = is_cdata ? last[0] : is_comment ? last[1] : NULL;

  return limit != NULL && at < limit ? strstr (at, is_cdata ? "]]>" : "-->") + 3 : NULL;
}

/* CDATA and comments stay as they are. */
static GString *
mend (const char *text, GPtrArray *slips)
{
  GString *mended = g_string_sized_new (strlen (text) + 64);
  const char *const last[] = { g_strrstr (text, "]]>"), g_strrstr (text, "-->") };
  guint line = 1;

  while (*text != '\0')
    {
      const char *end = *text == '<' ? skip_marked (text, last) : NULL;

      if (*text == '&')
        {
          mend_reference (mended, &text, line, slips);
          continue;
        }
      if (end == NULL)
        end = text + 1 + (*text == '<' ? 0 : strcspn (text + 1, "<&\n"));
      for (const char *at = text; at < end; at++)
        line += *at == '\n';
      g_string_append_len (mended, text, end - text);
      text = end;
    }
  return mended;
}

/* ---- the parser's events ---- */

static guint
get_line (const Parse *parse)
{
  return (guint)MAX (xmlSAX2GetLineNumber (parse->parser), 1) + parse->tree->first_line - 1;
}

static CharterBankNode *
add_node (Parse *parse, const char *name, guint line)
{
  CharterBankNode *node = g_new0 (CharterBankNode, 1), *parent = parse->open;

  g_ptr_array_add (parse->tree->nodes, node);
  node->name = name != NULL ? g_string_chunk_insert_const (parse->tree->words, name) : NULL;
  node->line = line;
  node->parent = parent;
  if (parent == NULL)
    return node;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
  return node;
}

static void
end_text (Parse *parse)
{
  if (parse->text->len > 0 && parse->open != NULL)
    {
      CharterBankNode *node = add_node (parse, NULL, parse->text_line);

      node->text = g_string_chunk_insert_len (parse->tree->words, parse->text->str, (gssize)parse->text->len);
    }
  g_string_truncate (parse->text, 0);
}

static char **
dup_attributes (GStringChunk *words, int n, const xmlChar **attributes)
{
  char **list = n > 0 ? g_new0 (char *, 2 * n + 1) : NULL;

  for (int i = 0; i < n; i++)
    {
      const xmlChar **one = attributes + 5 * i;

      list[2 * i] = g_string_chunk_insert_const (words, (const char *)one[0]);
      list[2 * i + 1] = g_string_chunk_insert_len (words, (const char *)one[3], one[4] - one[3]);
    }
  return list;
}

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Parse *parse = data;
  CharterBankNode *node;

  end_text (parse);
  parse->depth++;
  if (parse->depth > DEEPEST || (parse->open == NULL && parse->tree->root != NULL))
    return;
  node = add_node (parse, (const char *)name, get_line (parse));
  node->attributes = dup_attributes (parse->tree->words, n_attributes, attributes);
  if (parse->tree->root == NULL)
    parse->tree->root = node;
  parse->open = node;
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Parse *parse = data;

  end_text (parse);
  if (parse->depth > 0 && parse->depth-- <= DEEPEST && parse->open != NULL)
    parse->open = parse->open->parent;
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  Parse *parse = data;

  if (parse->text->len == 0)
    parse->text_line = get_line (parse);
  g_string_append_len (parse->text, (const char *)text, length);
}

static void
on_error (void *data,
#if LIBXML_VERSION >= 21200
          const xmlError *error
#else
          xmlErrorPtr error
#endif
)
{
  Parse *parse = data;
  guint before = parse->tree->first_line - 1;
  gboolean is_mismatch = error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 != NULL && error->str2 != NULL;

  if (error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE)
    return;
  add_slip (parse->tree->slips, (guint)MAX (error->line, 1) + before, FALSE,
            is_mismatch ? g_strdup_printf (_ ("“%s” of line %d is still open when “</%s>” comes"), error->str1,
                                           error->int1 + (int)before, error->str2)
                        : g_strdup (_ ("this is not well-formed XML")),
            g_strdup (
              _ ("open the file in an editor for XML and mend it, or let the program that made it write it again")));
}

static xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = on_start,
  .endElementNs = on_end,
  .characters = on_text,
  .ignorableWhitespace = on_text,
  .cdataBlock = on_text,
  .serror = on_error,
};

static void
parse (CharterBankTree *tree, const char *text, gsize length)
{
  Parse state = { .tree = tree, .text = g_string_new (NULL) };

  xmlInitParser ();
  state.parser = xmlCreatePushParserCtxt (&handler, &state, NULL, 0, NULL);
  xmlCtxtUseOptions (state.parser, XML_PARSE_NONET | XML_PARSE_RECOVER);
  for (gsize at = 0; at < length; at += CHUNK)
    xmlParseChunk (state.parser, text + at, (int)MIN (CHUNK, length - at), 0);
  xmlParseChunk (state.parser, "", 0, 1);
  xmlFreeParserCtxt (state.parser);
  g_string_free (state.text, TRUE);
}

/* ---- making one ---- */

/* Returns: FALSE where the parser may not see it */
static gboolean
guard (const char *text, gsize length, GError **error)
{
  gsize start;
  CharterTagStatus status = charter_tag_scanner_check (text, length, CHARTER_MAX_START_TAG, &start);

  if (status == CHARTER_TAG_TOO_LONG)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("A start tag is longer than %u bytes."),
                 CHARTER_MAX_START_TAG);
  else if (status == CHARTER_TAG_DECLARATION)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("The file has “<!” declarations, which could pull in other files."));
  return status == CHARTER_TAG_END;
}

static gboolean
read_text (CharterBankTree *tree, char *text, GError **error)
{
  gboolean is_safe;

  if (!blank_prologue (text, tree->slips, error))
    return FALSE;
  tree->text = mend (text, tree->slips);
  is_safe = guard (tree->text->str, tree->text->len, error);
  if (is_safe)
    parse (tree, tree->text->str, tree->text->len);
  if (is_safe && tree->root == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is no XML."));
  return tree->root != NULL;
}

static void
node_free (CharterBankNode *node)
{
  g_free (node->attributes);
  g_free (node);
}

static CharterBankTree *
tree_new (guint first_line)
{
  CharterBankTree *self = g_new0 (CharterBankTree, 1);

  self->slips = g_ptr_array_new_with_free_func ((GDestroyNotify)slip_free);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)node_free);
  self->words = g_string_chunk_new (4096);
  self->first_line = first_line;
  return self;
}

CharterBankTree *
charter_bank_tree_new (GBytes *bytes, GError **error)
{
  g_autoptr (CharterBankTree) self = tree_new (1);
  g_autofree char *declared = dup_declared (bytes), *text = NULL;
  gboolean was_foreign;

  text = charter_bank_words_decode (bytes, declared, &was_foreign);
  return read_text (self, text, error) ? g_steal_pointer (&self) : NULL;
}

void
charter_bank_tree_free (CharterBankTree *self)
{
  g_ptr_array_unref (self->slips);
  g_ptr_array_unref (self->nodes);
  g_string_chunk_free (self->words);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/* ---- pieces ---- */

gboolean
charter_bank_tree_is_broken (const CharterBankTree *self)
{
  for (guint i = 0; i < self->slips->len; i++)
    if (!((const CharterBankSlip *)g_ptr_array_index (self->slips, i))->is_mended)
      return TRUE;
  return FALSE;
}

/* Whether a tag of that name begins at "<". */
static gboolean
begins (const char *at, const char *tag)
{
  gsize length = strlen (tag);

  return strncmp (at, tag, length) == 0 && at[length] != '\0' && strchr (" \t\n/>", at[length]) != NULL;
}

static void
add_piece (GPtrArray *pieces, const char *start, const char *end, guint line)
{
  CharterBankTree *piece = tree_new (line);

  parse (piece, start, (gsize)(end - start));
  g_ptr_array_add (pieces, piece);
}

GPtrArray *
charter_bank_tree_cut (const CharterBankTree *self, const char *element)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_bank_tree_free);
  g_autofree char *open = g_strconcat ("<", element, NULL), *close = g_strconcat ("</", element, NULL);
  const char *start = NULL, *at = self->text->str;
  const char *const last[] = { g_strrstr (at, "]]>"), g_strrstr (at, "-->") };
  guint line = 1, first = 1;

  while (*at != '\0')
    {
      const char *end = *at == '<' ? skip_marked (at, last) : NULL, *next = end != NULL ? end : at + 1;

      if (start != NULL && *at == '<' && (begins (at, open) || begins (at, close)))
        {
          const char *behind = begins (at, close) ? strchr (at, '>') : NULL;

          add_piece (pieces, start, behind != NULL ? behind + 1 : at, first);
          start = NULL;
        }
      if (*at == '<' && begins (at, open))
        {
          start = at;
          first = line;
        }
      for (; at < next; at++)
        line += *at == '\n';
    }
  if (start != NULL)
    add_piece (pieces, start, at, first);
  return pieces;
}

/* ---- looking at it ---- */

const char *
charter_bank_node_get (const CharterBankNode *node, const char *name)
{
  for (guint i = 0; node->attributes != NULL && node->attributes[i] != NULL; i += 2)
    if (strcmp (node->attributes[i], name) == 0)
      return node->attributes[i + 1];
  return NULL;
}

gboolean
charter_bank_node_is (const CharterBankNode *node, const char *name)
{
  return node != NULL && node->name != NULL && strcmp (node->name, name) == 0;
}

CharterBankNode *
charter_bank_node_find (const CharterBankNode *node, const char *name)
{
  charter_bank_node_foreach (child, node, name) return child;
  return NULL;
}

CharterBankNode *
charter_bank_node_walk (const CharterBankNode *node, const CharterBankNode *root)
{
  if (node->first != NULL)
    return node->first;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node != root ? node->next : NULL;
}

CharterBankNode *
charter_bank_node_search (const CharterBankNode *node, const char *name)
{
  for (CharterBankNode *at = node != NULL ? node->first : NULL; at != NULL; at = charter_bank_node_walk (at, node))
    if (charter_bank_node_is (at, name))
      return at;
  return NULL;
}

char *
charter_bank_node_dup_text (const CharterBankNode *node)
{
  GString *text = g_string_new (NULL);

  for (CharterBankNode *at = node != NULL ? node->first : NULL; at != NULL; at = charter_bank_node_walk (at, node))
    if (at->text != NULL)
      g_string_append (text, at->text);
  return g_string_free (text, FALSE);
}

char *
charter_bank_node_dup_words (const CharterBankNode *node)
{
  g_autofree char *text = charter_bank_node_dup_text (node);

  return charter_bank_words_fold (text);
}
