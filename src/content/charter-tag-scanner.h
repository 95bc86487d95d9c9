/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds start tags in the raw bytes of an XML file, without parsing it: libxml2 tells neither where a start tag begins
 * nor where its attributes stand. It trusts nothing: any bytes may be given to it. */
typedef enum {
  CHARTER_TAG_FOUND,
  CHARTER_TAG_END,         /* no further start tag */
  CHARTER_TAG_TOO_LONG,    /* the tag at start is longer than allowed, perhaps because a quote is not closed */
  CHARTER_TAG_DECLARATION, /* "<!" of a DOCTYPE or another declaration stands at start */
} CharterTagStatus;

/* Byte offsets into the file; end is behind the last byte. */
typedef struct {
  guint ordinal; /* of the element in the file, from 1 */
  gsize start;   /* of the "<" */
  gsize end;     /* behind the ">" */
} CharterTag;

typedef struct {
  const char *bytes;
  gsize length;
  gsize at;
  gsize longest; /* bytes that a start tag may have */
  guint ordinal;
} CharterTagScanner;

/* bytes: not copied. */
void charter_tag_scanner_init (CharterTagScanner *scanner, const char *bytes, gsize length, gsize longest);
CharterTagStatus charter_tag_scanner_next (CharterTagScanner *scanner, CharterTag *tag);
/* The same with end tags, which have no ordinal: is_end: (out) whether this is one. A start tag that is not ended
 * before the next "<" or the end of the file ends there, as while somebody is typing; declarations are passed over. */
CharterTagStatus charter_tag_scanner_next_any (CharterTagScanner *scanner, CharterTag *tag, gboolean *is_end);

/* Whether every start tag is shorter than longest, and no declaration stands before the first: found in a small part of
 * the time that a walk over all tags takes. No "<" may stand inside a tag, so a long tag is a long stretch without one.
 * Returns: CHARTER_TAG_END where all is well; otherwise start: (out) where it is not. */
CharterTagStatus charter_tag_scanner_check (const char *bytes, gsize length, gsize longest, gsize *start);

/* The place of an attribute, from the first byte of its name to behind its closing quote.
 * Returns: FALSE where the tag has no attribute of that name. */
gboolean
charter_tag_find_attribute (const char *bytes, const CharterTag *tag, const char *name, gsize *start, gsize *end);
/* An attribute's value as it is written. Returns: (transfer full) (nullable) NULL where the tag has none. */
char *charter_tag_dup_attribute (const char *bytes, const CharterTag *tag, const char *name);

/* Turns byte offsets, asked for in rising order, into lines and columns. All zero at the beginning of a file. */
typedef struct {
  gsize offset;
  gsize line_start;
  guint lines; /* ended so far */
} CharterPlaceCounter;

/* line: from 1. column: in characters, from 1; a byte order mark is not counted. */
void charter_place_counter_locate (
  CharterPlaceCounter *counter, const char *bytes, gsize offset, guint *line, guint *column);

G_END_DECLS
