/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs libxml2's SAX parser over a pack's bytes, after what could hang it or fill the machine was refused, and turns
 * all faults into diagnostics with line and column. */
#define _GNU_SOURCE /* memrchr */
#include "charter-loader.h"

#include "charter-reader-private.h"
#include "charter-tag-scanner.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define CHUNK (64 * 1024)
#define BOM "\xEF\xBB\xBF"

typedef struct {
  const char *bytes;
  gsize length;
  CharterReader *reader;
  xmlParserCtxtPtr parser;
  GPtrArray *diagnostics;
  CharterDiagnostic *broken; /* where the file stops being well-formed, or NULL */
  gboolean in_passing;       /* only a part of the file is held at a time, so no place can be told … */
  gboolean unsure;           /* … and one would have to be */
} Load;

static void
tell_at (Load *load, const char *code, gsize offset, char *found, char *expected, char *mend)
{
  CharterDiagnostic *diagnostic = g_new0 (CharterDiagnostic, 1);
  CharterPlaceCounter counter = { 0 };

  *diagnostic = (CharterDiagnostic){ CHARTER_SEVERITY_ERROR, code, 0, 0, found, expected, mend };
  charter_place_counter_locate (&counter, load->bytes, offset, &diagnostic->line, &diagnostic->column);
  g_ptr_array_add (load->diagnostics, diagnostic);
}

/* ---- what is refused before the parser sees it */

static gboolean
check_encoding (Load *load)
{
  const char *nul = memchr (load->bytes, '\0', load->length);
  gboolean utf16
    = load->length >= 2 && (memcmp (load->bytes, "\xFF\xFE", 2) == 0 || memcmp (load->bytes, "\xFE\xFF", 2) == 0);

  if (!utf16 && !nul)
    return TRUE;
  tell_at (load, "bad-encoding", utf16 ? 0 : (gsize)(nul - load->bytes),
           utf16 ? g_strdup (_ ("the file is written in UTF-16")) : g_strdup (_ ("the file holds a zero byte")),
           g_strdup (_ ("a pack is text in UTF-8")), g_strdup (_ ("save the file as UTF-8")));
  return FALSE;
}

static gboolean
check_size (Load *load)
{
  gsize blank = 0;

  while (blank < MIN (load->length, CHARTER_MAX_FILE) && g_ascii_isspace (load->bytes[blank]))
    blank++;
  if (load->length == blank)
    tell_at (load, "empty-file", 0, g_strdup (_ ("the file is empty")),
             g_strdup (_ ("a pack’s first element is “pack”")), g_strdup (_ ("write a pack, or choose another file")));
  else if (load->length > CHARTER_MAX_FILE)
    tell_at (load, "file-too-long", 0, g_strdup_printf (_ ("the file has %" G_GSIZE_FORMAT " bytes"), load->length),
             g_strdup_printf (_ ("at most %u"), CHARTER_MAX_FILE), g_strdup (_ ("make several packs of it")));
  return load->length > blank && load->length <= CHARTER_MAX_FILE;
}

/* Nothing may stand before the XML declaration, not even a blank line. */
static gboolean
check_beginning (Load *load)
{
  gsize start = load->length >= 3 && memcmp (load->bytes, BOM, 3) == 0 ? 3 : 0, at = start;

  while (at < load->length && g_ascii_isspace (load->bytes[at]))
    at++;
  if (at > start && load->length - at >= 5 && memcmp (load->bytes + at, "<?xml", 5) == 0
      && (load->length - at == 5 || g_ascii_isspace (load->bytes[at + 5])))
    {
      tell_at (load, "late-declaration", at, g_strdup (_ ("something stands before “<?xml”")),
               g_strdup (_ ("“<?xml” is the very first thing in a file")),
               g_strdup (_ ("remove the spaces or blank lines before it")));
      return FALSE;
    }
  return TRUE;
}

/* The encoding that the XML declaration names. Returns: (transfer full) (nullable) */
static char *
find_declared_encoding (Load *load)
{
  gsize start = memcmp (load->bytes, BOM, MIN (load->length, 3)) == 0 ? 3 : 0;
  g_autofree char *head = g_strndup (load->bytes + start, MIN (load->length - start, 200));
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
check_declared_encoding (Load *load)
{
  g_autofree char *name = find_declared_encoding (load);

  if (!name || g_ascii_strcasecmp (name, "UTF-8") == 0 || g_ascii_strcasecmp (name, "US-ASCII") == 0)
    return TRUE;
  tell_at (load, "bad-encoding", 0, g_strdup_printf (_ ("the file says that it is written in %s"), name),
           g_strdup (_ ("a pack is text in UTF-8")),
           g_strdup (_ ("save the file as UTF-8, and write encoding=\"UTF-8\" in its first line")));
  return FALSE;
}

/* Caps every start tag, and finds a DOCTYPE, which could pull in other files or unfold into gigabytes. */
static gboolean
check_tags (Load *load)
{
  gsize start = 0;
  CharterTagStatus status = charter_tag_scanner_check (load->bytes, load->length, CHARTER_MAX_START_TAG, &start);

  if (status == CHARTER_TAG_TOO_LONG)
    tell_at (load, "tag-too-long", start,
             g_strdup_printf (_ ("this start tag is longer than %u bytes"), CHARTER_MAX_START_TAG),
             g_strdup (_ ("start tags are short; long text stands between tags")),
             g_strdup (_ ("close the quote or the “<” that was left open")));
  else if (status == CHARTER_TAG_DECLARATION)
    tell_at (load, "doctype", start, g_strdup (_ ("the file has a DOCTYPE or another “<!” declaration")),
             g_strdup (_ ("a pack has none: it could pull in other files")), g_strdup (_ ("remove the declaration")));
  return status == CHARTER_TAG_END;
}

/* ---- the parser's events */

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
  Load *load = data;

  charter_reader_start (load->reader, (const char *)name, (const char *)uri, (guint)n_attributes, attributes);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  charter_reader_end (((Load *)data)->reader);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  charter_reader_text (((Load *)data)->reader, (const char *)text, (gsize)length);
}

/* Can't come any more after check_tags; should it come, nothing of it is believed. */
static void
on_doctype (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  xmlStopParser (((Load *)data)->parser);
}

/* Where a fault begins, seen from where the parser noticed it. */
typedef enum {
  ANCHOR_HERE,
  ANCHOR_LT,        /* the "<" before */
  ANCHOR_AMPERSAND, /* the "&" before */
  ANCHOR_NAME,      /* the name of the attribute before */
} Anchor;

typedef struct {
  int code;
  Anchor anchor;
  const char *found, *expected, *mend;
} Wording;

/* The faults that people make, in their words; %s is the name that the parser gives. Others keep the parser's. */
static const Wording wordings[] = {
  { XML_ERR_NAME_REQUIRED, ANCHOR_HERE, N_ ("a “&” or “<” stands alone"), N_ ("both begin something in XML"),
    N_ ("write &amp; for “&” and &lt; for “<”") },
  { XML_ERR_LT_IN_ATTRIBUTE, ANCHOR_LT, N_ ("a “<” stands in an attribute"),
    N_ ("an attribute’s value ends with its quote"), N_ ("close the quote, or write &lt;") },
  { XML_ERR_UNDECLARED_ENTITY, ANCHOR_AMPERSAND, N_ ("“&%s;” is not known"),
    N_ ("XML knows &amp; &lt; &gt; &quot; &apos; and numbers alone"),
    N_ ("write the character itself, or its number such as &#160;") },
  { XML_WAR_UNDECLARED_ENTITY, ANCHOR_AMPERSAND, N_ ("“&%s;” is not known"),
    N_ ("XML knows &amp; &lt; &gt; &quot; &apos; and numbers alone"),
    N_ ("write the character itself, or its number such as &#160;") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, ANCHOR_AMPERSAND, N_ ("a “&” stands alone"),
    N_ ("“&” begins a name that ends with “;”"), N_ ("write &amp; for “&”") },
  { XML_ERR_TAG_NAME_MISMATCH, ANCHOR_LT, N_ ("“%s” is still open when another end tag comes"),
    N_ ("elements end in the reverse of the order in which they begin"), N_ ("add its end tag, or correct the name") },
  { XML_ERR_TAG_NOT_FINISHED, ANCHOR_HERE, N_ ("the file ends before “%s” does"), N_ ("every element has its end tag"),
    N_ ("add the end tag; perhaps the file was cut off") },
  { XML_ERR_ATTRIBUTE_REDEFINED, ANCHOR_NAME, N_ ("the attribute “%s” stands twice"),
    N_ ("an attribute stands once in a tag"), N_ ("remove one of them") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, ANCHOR_NAME, N_ ("an attribute’s value has no quotes"),
    N_ ("values stand in quotes: id=\"one\""), N_ ("put quotes round the value") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, ANCHOR_NAME, N_ ("the attribute “%s” has no value"),
    N_ ("attributes are written name=\"value\""), N_ ("add a value, or remove the attribute") },
  { XML_ERR_INVALID_CHAR, ANCHOR_HERE, N_ ("a character that XML doesn’t allow"),
    N_ ("letters, signs, tabs and line ends; no control characters"), N_ ("remove the character") },
  { XML_ERR_INVALID_ENCODING, ANCHOR_HERE, N_ ("bytes that are no UTF-8"), N_ ("a pack is text in UTF-8"),
    N_ ("save the file as UTF-8") },
  { XML_ERR_DOCUMENT_EMPTY, ANCHOR_HERE, N_ ("the file is no XML"), N_ ("a pack begins with “<”"),
    N_ ("choose another file") },
  { XML_ERR_DOCUMENT_END, ANCHOR_HERE, N_ ("something stands behind the end of the pack"),
    N_ ("everything stands inside “pack”"), N_ ("move it before </pack>, or remove it") },
  { XML_ERR_GT_REQUIRED, ANCHOR_LT, N_ ("a tag is not closed"), N_ ("a tag ends with “>”"),
    N_ ("add the “>”, or a missing quote") },
  { XML_ERR_SPACE_REQUIRED, ANCHOR_LT, N_ ("this tag can’t be read"),
    N_ ("attributes are written name=\"value\" with spaces between"), N_ ("look for a missing quote or space") },
  { XML_ERR_HYPHEN_IN_COMMENT, ANCHOR_LT, N_ ("“--” stands in a comment"),
    N_ ("a comment holds no two hyphens in a row"), N_ ("put something between them") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, ANCHOR_LT, N_ ("the prefix “%s” is not declared"),
    N_ ("a pack’s elements have no prefix"), N_ ("remove the prefix") },
};

static const Wording cut_off
  = { XML_ERR_OK, ANCHOR_HERE, N_ ("the file ends before “%s” does"), N_ ("every element has its end tag"),
      N_ ("add the end tag; perhaps the file was cut off") };
static const Wording unknown = { XML_ERR_OK, ANCHOR_HERE, "%s", N_ ("XML that is well-formed"),
                                 N_ ("mend the file at this place; what follows was not read") };

static const Wording *
find_wording (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (wordings[i].code == code)
      return &wordings[i];
  return &unknown;
}

static char *
fill (const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (name ? name : "…", parts);
}

/* line and column as the parser counts: both from 1, the column in bytes. */
static gsize
find_offset (Load *load, int line, int column)
{
  const char *start = load->bytes, *end = load->bytes + load->length, *newline;

  for (; line > 1 && (newline = memchr (start, '\n', end - start)); line--)
    start = newline + 1;
  return MIN ((gsize)(start - load->bytes) + MAX (column - 1, 0), load->length);
}

static gsize
rewind_to (Load *load, gsize offset, char c)
{
  const char *found = memrchr (load->bytes, c, MIN (offset + 1, load->length));

  return found ? (gsize)(found - load->bytes) : offset;
}

/* From an attribute's value, or from behind it, to the name before it. */
static gsize
rewind_to_name (Load *load, gsize offset, const char *name)
{
  gsize n = name ? strlen (name) : 0;

  for (gsize at = MIN (offset, load->length - 1); at > 0 && load->bytes[at] != '<'; at--)
    if (g_ascii_isspace (load->bytes[at - 1]) && !g_ascii_isspace (load->bytes[at]) && load->length - at >= n
        && (n == 0 || memcmp (load->bytes + at, name, n) == 0))
      return at;
  return offset;
}

static gsize
find_anchor (Load *load, const Wording *wording, gsize offset, const char *name)
{
  switch (wording->anchor)
    {
    case ANCHOR_LT:
      return rewind_to (load, offset > 0 ? offset - 1 : 0, '<');
    case ANCHOR_AMPERSAND:
      return rewind_to (load, offset, '&');
    case ANCHOR_NAME:
      return rewind_to_name (load, offset, name);
    case ANCHOR_HERE:
    default:
      return offset;
    }
}

/* What the bytes say of where UTF-8 ends, or where a character stands that can't, is more exact than what the parser
 * says. */
static gsize
find_bad_bytes (Load *load, gsize offset)
{
  gsize reference = rewind_to (load, offset, '&');
  const char *end;

  if (!g_utf8_validate (load->bytes, (gssize)load->length, &end))
    return end - load->bytes;
  if (offset - reference < 12 && reference + 1 < load->length && load->bytes[reference + 1] == '#')
    return reference;
  return offset;
}

/* A lone "<" or "&" is the character before the place at which a name was looked for. */
static gsize
find_lone_sign (Load *load, gsize offset)
{
  gsize before = offset > 0 ? offset - 1 : 0;

  return load->bytes[before] == '&' || load->bytes[before] == '<' ? before : offset;
}

static CharterDiagnostic *
word_error (Load *load, const xmlError *error)
{
  gboolean ended = error->code == XML_ERR_DOCUMENT_END && load->reader->depth > 0;
  const Wording *wording = ended ? &cut_off : find_wording (error->code);
  gsize offset = find_offset (load, error->line, error->int2);
  g_autofree char *message = g_strstrip (g_utf8_make_valid (error->message ? error->message : "", -1));
  const char *name = error->str1;
  CharterDiagnostic *diagnostic = g_new0 (CharterDiagnostic, 1);
  CharterPlaceCounter counter = { 0 };

  if (ended)
    name = load->reader->open ? charter_element_get_name (load->reader->open) : "pack";
  else if (wording == &unknown)
    name = message;
  offset = find_anchor (load, wording, offset, wording->code == XML_ERR_ATTRIBUTE_REDEFINED ? name : NULL);
  if (error->code == XML_ERR_INVALID_ENCODING || error->code == XML_ERR_INVALID_CHAR)
    offset = find_bad_bytes (load, offset);
  else if (error->code == XML_ERR_NAME_REQUIRED)
    offset = find_lone_sign (load, offset);
  *diagnostic = (CharterDiagnostic){
    CHARTER_SEVERITY_ERROR,
    "not-well-formed",
    0,
    0,
    fill (_ (wording->found), name),
    g_strdup (_ (wording->expected)),
    g_strdup (_ (wording->mend)),
  };
  charter_place_counter_locate (&counter, load->bytes, offset, &diagnostic->line, &diagnostic->column);
  return diagnostic;
}

/* Only the first fatal one counts: the others follow from it. */
static void
on_error (void *data,
#if LIBXML_VERSION >= 21200
          const xmlError *error
#else
          xmlErrorPtr error
#endif
)
{
  Load *load = data;
  gboolean matters = error->level == XML_ERR_FATAL || error->code == XML_NS_ERR_UNDEFINED_NAMESPACE;

  if (load->broken || !matters)
    return;
  if (load->in_passing)
    {
      load->unsure = TRUE;
      return;
    }
  load->broken = word_error (load, error);
}

static xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = on_start,
  .endElementNs = on_end,
  .characters = on_text,
  .ignorableWhitespace = on_text,
  .cdataBlock = on_text,
  .internalSubset = on_doctype,
  .serror = on_error,
};

static void
parse (Load *load)
{
  load->parser = xmlCreatePushParserCtxt (&handler, load, NULL, 0, NULL);
  xmlCtxtUseOptions (load->parser, XML_PARSE_NONET);
  for (gsize at = 0; at < load->length && !load->broken; at += CHUNK)
    xmlParseChunk (load->parser, load->bytes + at, (int)MIN (CHUNK, load->length - at), 0);
  if (!load->broken)
    xmlParseChunk (load->parser, "", 0, 1);
}

/* ---- places */

static int
compare_ordinals (gconstpointer a, gconstpointer b)
{
  const CharterFault *x = *(const CharterFault *const *)a, *y = *(const CharterFault *const *)b;

  return x->ordinal < y->ordinal ? -1 : x->ordinal > y->ordinal;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CharterDiagnostic *x = *(const CharterDiagnostic *const *)a, *y = *(const CharterDiagnostic *const *)b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

static void
place_fault (Load *load, CharterFault *fault, const CharterTag *tag, CharterPlaceCounter counter)
{
  gsize start = tag->start, end;

  if (fault->attribute)
    charter_tag_find_attribute (load->bytes, tag, fault->attribute, &start, &end);
  charter_place_counter_locate (&counter, load->bytes, start, &fault->diagnostic.line, &fault->diagnostic.column);
}

/* One pass over the tags, beside the faults in the order of their elements. */
static void
place_faults (Load *load)
{
  GPtrArray *faults = load->reader->faults;
  CharterPlaceCounter counter = { 0 };
  CharterTagScanner scanner;
  CharterTag tag = { 0 };
  guint line, column;

  g_ptr_array_sort (faults, compare_ordinals);
  charter_tag_scanner_init (&scanner, load->bytes, load->length, CHARTER_MAX_START_TAG);
  for (guint i = 0; i < MIN (faults->len, CHARTER_MAX_DIAGNOSTICS); i++)
    {
      CharterFault *fault = g_ptr_array_index (faults, i);

      while (tag.ordinal < fault->ordinal && charter_tag_scanner_next (&scanner, &tag) == CHARTER_TAG_FOUND)
        ;
      charter_place_counter_locate (&counter, load->bytes, tag.start, &line, &column);
      place_fault (load, fault, &tag, counter);
      g_ptr_array_add (load->diagnostics, charter_diagnostic_copy (&fault->diagnostic));
    }
}

/* ---- loading */

static CharterPack *
read_pack (Load *load, CharterPackBuilder *builder, GFile *folder)
{
  const CharterPack *pack = charter_pack_builder_get_pack (builder);

  parse (load);
  if (load->broken)
    charter_reader_abandon (load->reader);
  else
    charter_reader_resolve (load->reader);
  place_faults (load);
  if (load->broken)
    g_ptr_array_add (load->diagnostics, g_steal_pointer (&load->broken));
  xmlFreeParserCtxt (load->parser);
  g_ptr_array_sort (load->diagnostics, compare_places);
  if (!pack->id)
    return NULL;
  return charter_pack_builder_finish (builder, folder, load->reader->n_set_aside);
}

CharterPack *
charter_loader_load_bytes (GBytes *bytes, GFile *folder, GPtrArray **diagnostics)
{
  g_autoptr (CharterPackBuilder) builder = charter_pack_builder_new ();
  g_autoptr (CharterReader) reader = charter_reader_new (builder, folder);
  Load load = { .reader = reader };

  load.bytes = g_bytes_get_data (bytes, &load.length);
  if (!load.bytes)
    load.bytes = "";
  load.diagnostics = *diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
  if (!check_size (&load) || !check_encoding (&load) || !check_beginning (&load) || !check_declared_encoding (&load)
      || !check_tags (&load))
    return NULL;
  return read_pack (&load, builder, folder);
}

/* ---- large files, in passing */

/* From this size on a file is read in passing first, in bytes. */
#define LARGE (4 * 1024 * 1024)

/* The checks of the beginning, on the first chunk; what they tell is told again by the thorough way. */
static gboolean
begins_well (const char *chunk, gsize length)
{
  g_autoptr (GPtrArray) unused = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
  Load head = { .bytes = chunk, .length = length, .diagnostics = unused };
  CharterTagScanner scanner;
  CharterTag tag;

  charter_tag_scanner_init (&scanner, chunk, length, CHARTER_MAX_START_TAG);
  return check_encoding (&head) && check_beginning (&head) && check_declared_encoding (&head)
         && charter_tag_scanner_next (&scanner, &tag) == CHARTER_TAG_FOUND;
}

/* Whether no tag can be too long, and no byte is zero. since: bytes from the last "<" to the chunk's beginning, then to
 * its end. */
static gboolean
is_plain (const char *chunk, gsize length, gsize *since)
{
  const char *first = memchr (chunk, '<', length);

  if (!first || *since + (gsize)(first - chunk) > CHARTER_MAX_START_TAG || memchr (chunk, '\0', length))
    return FALSE;
  *since = chunk + length - (const char *)memrchr (chunk, '<', length);
  return TRUE;
}

typedef struct {
  GInputStream *stream;
  GCancellable *cancellable;
  char chunk[CHUNK];
  gsize used, taken; /* bytes of the chunk: read, and given to the parser */
  gsize since;
  gboolean begun;
} Passage;

static gboolean
read_chunk (Passage *passage)
{
  gboolean first = !passage->begun;

  passage->begun = TRUE;
  passage->taken = 0;
  if (!g_input_stream_read_all (passage->stream, passage->chunk, CHUNK, &passage->used, passage->cancellable, NULL))
    return FALSE;
  if (passage->used == 0)
    return TRUE;
  return is_plain (passage->chunk, passage->used, &passage->since)
         && (!first || begins_well (passage->chunk, passage->used));
}

/* The parser asks for bytes: that costs it less than to be handed them, and to look each time how far they reach. */
static int
on_read (void *user_data, char *buffer, int length)
{
  Passage *passage = user_data;
  gsize n;

  if (passage->taken == passage->used && !read_chunk (passage))
    return -1;
  n = MIN ((gsize)length, passage->used - passage->taken);
  memcpy (buffer, passage->chunk + passage->taken, n);
  passage->taken += n;
  return (int)n;
}

static gboolean
parse_in_passing (Load *load, GInputStream *stream, GCancellable *cancellable)
{
  g_autofree Passage *passage = g_new0 (Passage, 1);
  int status;

  passage->stream = stream;
  passage->cancellable = cancellable;
  load->parser = xmlCreateIOParserCtxt (&handler, load, on_read, NULL, passage, XML_CHAR_ENCODING_NONE);
  if (!load->parser)
    return FALSE;
  xmlCtxtUseOptions (load->parser, XML_PARSE_NONET);
  status = xmlParseDocument (load->parser);
  xmlFreeParserCtxt (load->parser);
  return status == 0 && !load->unsure;
}

/* A large pack without a fault needs never be held whole, which takes as long as a good part of its reading. Where
 * anything is to be told, or even might be, the caller reads it again the thorough way, with all bytes at hand.
 * Returns: (transfer full) (nullable) */
static CharterPack *
load_in_passing (GInputStream *stream, GFile *folder, GCancellable *cancellable)
{
  g_autoptr (CharterPackBuilder) builder = charter_pack_builder_new ();
  g_autoptr (CharterReader) reader = charter_reader_new (builder, folder);
  Load load = { .reader = reader, .in_passing = TRUE };

  if (!parse_in_passing (&load, stream, cancellable) || !charter_pack_builder_get_pack (builder)->id)
    return NULL;
  charter_reader_resolve (reader);
  if (reader->faults->len > 0)
    return NULL;
  return charter_pack_builder_finish (builder, folder, reader->n_set_aside);
}

static CharterPack *
load_large_file (GFile *file, GFile *folder, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autoptr (GFileInfo) info = NULL;
  goffset size;

  if (!stream)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  size = info ? g_file_info_get_size (info) : 0;
  if (size < LARGE || size > CHARTER_MAX_FILE)
    return NULL;
  return load_in_passing (G_INPUT_STREAM (stream), folder, cancellable);
}

/* In one piece where the size is known beforehand: g_file_load_bytes would grow its buffer again and again. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *buffer = NULL;
  gsize size, used;

  if (!stream)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  size = info ? (gsize)MIN (g_file_info_get_size (info), (goffset)CHARTER_MAX_FILE + 1) : 0;
  if (size == 0)
    return g_file_load_bytes (file, cancellable, NULL, error);
  buffer = g_malloc (size);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, size, &used, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&buffer), used);
}

CharterPack *
charter_loader_load_file (GFile *file, GPtrArray **diagnostics, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  CharterPack *pack = load_large_file (file, folder, cancellable);
  g_autoptr (GBytes) bytes = pack ? NULL : read_file (file, cancellable, error);

  if (pack)
    {
      *diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
      return pack;
    }
  if (!bytes)
    {
      *diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
      return NULL;
    }
  return charter_loader_load_bytes (bytes, folder, diagnostics);
}
