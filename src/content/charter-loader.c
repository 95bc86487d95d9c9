/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs libxml2's SAX parser over a pack's bytes, after what could hang it or fill the machine was refused, and turns
 * all faults into diagnostics with line and column. */
#define _GNU_SOURCE /* memrchr */
#include "charter-loader.h"

#include "charter-loader-private.h"
#include "charter-reader-private.h"
#include "charter-tag-scanner.h"

#include <libxml/parser.h>
#include <string.h>

#define CHUNK (64 * 1024)

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

/* Can't come any more after the guard; should it come, nothing of it is believed. */
static void
on_doctype (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  xmlStopParser (((Load *)data)->parser);
}

static const char *
name_innermost (CharterReader *reader)
{
  if (reader->depth == 0)
    return NULL;
  return reader->open ? charter_element_get_name (reader->open) : "pack";
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
  load->broken = charter_loader_word_error (load->bytes, load->length, error, name_innermost (load->reader));
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

/* The parser must be made ready by one thread alone, while packs are read in several. */
static void
make_parser_ready (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      xmlInitParser ();
      g_once_init_leave (&ready, 1);
    }
}

static void
parse (Load *load)
{
  make_parser_ready ();
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
  charter_reader_pair_twins (load->reader);
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
  if (!charter_loader_guard (load.bytes, load.length, load.diagnostics))
    return NULL;
  return read_pack (&load, builder, folder);
}

/* ---- large files, in passing */

/* From this size on a file is read in passing first, in bytes. */
#define LARGE (4 * 1024 * 1024)

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
         && (!first || charter_loader_begins_well (passage->chunk, passage->used));
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
  make_parser_ready ();
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
  charter_reader_pair_twins (reader);
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
