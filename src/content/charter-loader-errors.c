/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what the XML parser found wrong into the words of somebody who writes packs, at the place where the mend is. */
#define _GNU_SOURCE /* memrchr */
#include "charter-loader-private.h"

#include "charter-tag-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  { XML_ERR_NAME_REQUIRED, ANCHOR_HERE, N_ ("a character stands where a name should"),
    N_ ("attributes are written name=\"value\" with spaces between"), N_ ("remove the character") },
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
    N_ ("elements end in the reverse of the order in which they begin"),
    N_ ("write </%s> before it; or correct that end tag, or remove it") },
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
static const Wording curly = { XML_ERR_OK, ANCHOR_NAME, N_ ("an attribute’s value stands in curly quotes"),
                               N_ ("values stand in straight quotes: id=\"one\""), N_ ("write \" instead of “ and ”") };
static const Wording lone_and = { XML_ERR_OK, ANCHOR_HERE, N_ ("a “&” stands alone"),
                                  N_ ("“&” begins a name that ends with “;”"), N_ ("write &amp; for “&”") };
static const Wording lone_less
  = { XML_ERR_OK, ANCHOR_HERE, N_ ("a “<” stands alone"), N_ ("“<” begins a tag, such as <p> or </p>"),
      N_ ("write &lt; for “<”; in a tag, put nothing between “<” and the name") };
static const Wording hard_space
  = { XML_ERR_OK, ANCHOR_HERE, N_ ("a no-break space stands in a tag"), N_ ("plain spaces stand in tags"),
      N_ ("write a plain space instead; word processors make the other kind") };
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

static gboolean
is_curly (const char *bytes, gsize length, gsize offset)
{
  static const char *const quotes[] = { "“", "”", "„", "‘", "’", "«", "»", "″", "′" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (length - offset >= strlen (quotes[i]) && memcmp (bytes + offset, quotes[i], strlen (quotes[i])) == 0)
      return TRUE;
  return FALSE;
}

static char *
fill (const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (name ? name : "…", parts);
}

/* line and column as the parser counts: both from 1, the column in bytes. */
static gsize
find_offset (const char *bytes, gsize length, int line, int column)
{
  const char *start = bytes, *end = bytes + length, *newline;

  for (; line > 1 && (newline = memchr (start, '\n', end - start)); line--)
    start = newline + 1;
  return MIN ((gsize)(start - bytes) + MAX (column - 1, 0), length);
}

static gsize
rewind_to (const char *bytes, gsize length, gsize offset, char c)
{
  const char *found = memrchr (bytes, c, MIN (offset + 1, length));

  return found ? (gsize)(found - bytes) : offset;
}

/* From an attribute's value, or from behind it, to the name before it. */
static gsize
rewind_to_name (const char *bytes, gsize length, gsize offset, const char *name)
{
  gsize n = name ? strlen (name) : 0;

  for (gsize at = MIN (offset, length - 1); at > 0 && bytes[at] != '<'; at--)
    if (g_ascii_isspace (bytes[at - 1]) && !g_ascii_isspace (bytes[at]) && length - at >= n
        && (n == 0 || memcmp (bytes + at, name, n) == 0))
      return at;
  return offset;
}

static gsize
find_anchor (const char *bytes, gsize length, const Wording *wording, gsize offset, const char *name)
{
  switch (wording->anchor)
    {
    case ANCHOR_LT:
      return rewind_to (bytes, length, offset > 0 ? offset - 1 : 0, '<');
    case ANCHOR_AMPERSAND:
      return rewind_to (bytes, length, offset, '&');
    case ANCHOR_NAME:
      return rewind_to_name (bytes, length, offset, name);
    case ANCHOR_HERE:
    default:
      return offset;
    }
}

/* What the bytes say of where UTF-8 ends, or where a character stands that can't, is more exact than what the parser
 * says. */
static gsize
find_bad_bytes (const char *bytes, gsize length, gsize offset)
{
  gsize reference = rewind_to (bytes, length, offset, '&');
  const char *end;

  if (!g_utf8_validate (bytes, (gssize)length, &end))
    return end - bytes;
  if (offset - reference < 12 && reference + 1 < length && bytes[reference + 1] == '#')
    return reference;
  return offset;
}

/* Which of the two it is, the parser's versions tell differently. */
static int
tell_bad_bytes (const char *bytes, gsize length)
{
  const char *end;
  gboolean utf8 = g_utf8_validate (bytes, (gssize)length, &end) || *end == '\0';

  return utf8 ? XML_ERR_INVALID_CHAR : XML_ERR_INVALID_ENCODING;
}

/* A curly quote in a tag swallows what follows, up to the next straight one. */
static gboolean
has_curly (const char *bytes, gsize length, gsize start, gsize end)
{
  for (gsize at = start; at < end; at++)
    if (bytes[at] == '=' && at + 2 < end && (is_curly (bytes, length, at + 1) || bytes[at + 1] == '"'))
      for (at++; at < end && !g_ascii_isspace (bytes[at]) && bytes[at] != '>'; at++)
        if (is_curly (bytes, length, at))
          return TRUE;
  return FALSE;
}

/* What HTML calls characters that XML has no names for. */
static const struct {
  const char *name, *character;
} html_names[] = {
  { "mdash", "—" }, { "ndash", "–" }, { "hellip", "…" }, { "lsquo", "‘" }, { "rsquo", "’" },  { "ldquo", "“" },
  { "rdquo", "”" }, { "laquo", "«" }, { "raquo", "»" },  { "bull", "•" },  { "euro", "€" },   { "pound", "£" },
  { "copy", "©" },  { "reg", "®" },   { "trade", "™" },  { "times", "×" }, { "divide", "÷" }, { "deg", "°" },
  { "rarr", "→" },  { "le", "≤" },    { "ge", "≥" },     { "ne", "≠" },    { "minus", "−" },
};

/* Returns: (transfer full) (nullable) how to write what HTML calls by that name */
static char *
dup_html_mend (const char *name)
{
  if (g_strcmp0 (name, "nbsp") == 0)
    return g_strdup (_ ("write a plain space, or &#160; where the line must not break"));
  for (guint i = 0; i < G_N_ELEMENTS (html_names); i++)
    if (g_strcmp0 (name, html_names[i].name) == 0)
      return g_strdup_printf (_ ("write “%s” itself"), html_names[i].character);
  return NULL;
}

static gboolean
is_entity_error (int code)
{
  return code == XML_ERR_UNDECLARED_ENTITY || code == XML_WAR_UNDECLARED_ENTITY;
}

/* Where the element began, and which end tag came instead of its own. */
static char *
dup_mismatch (const xmlError *error)
{
  if (error->str1 == NULL || error->str2 == NULL || error->int1 <= 0)
    return NULL;
  return g_strdup_printf (_ ("“%s” of line %d is still open when “</%s>” comes"), error->str1, error->int1,
                          error->str2);
}

/* A name was looked for at offset: what stands there instead, or before. */
static const Wording *
find_nameless (const char *bytes, gsize length, gsize offset)
{
  if (bytes[offset] == '&' || bytes[offset] == '<')
    return bytes[offset] == '&' ? &lone_and : &lone_less;
  if (length - offset >= strlen ("\302\240") && memcmp (bytes + offset, "\302\240", strlen ("\302\240")) == 0)
    return &hard_space;
  return find_wording (XML_ERR_NAME_REQUIRED);
}

/* A lone "<" or "&" is the character before the place at which a name was looked for. */
static gsize
find_lone_sign (const char *bytes, gsize length, gsize offset)
{
  gsize before = offset > 0 ? offset - 1 : 0;

  return bytes[before] == '&' || bytes[before] == '<' ? before : offset;
}

CharterDiagnostic *
charter_loader_word_error (const char *bytes, gsize length, const xmlError *error, const char *open)
{
  gsize offset = find_offset (bytes, length, error->line, error->int2);
  gboolean ended = open && (error->code == XML_ERR_DOCUMENT_END || offset == length);
  gboolean bad_bytes = error->code == XML_ERR_INVALID_ENCODING || error->code == XML_ERR_INVALID_CHAR;
  gboolean in_curly_quotes = error->code == XML_ERR_ATTRIBUTE_NOT_STARTED && is_curly (bytes, length, offset);
  const Wording *wording = ended             ? &cut_off
                           : in_curly_quotes ? &curly
                                             : find_wording (bad_bytes ? tell_bad_bytes (bytes, length) : error->code);
  g_autofree char *message = g_strstrip (g_utf8_make_valid (error->message ? error->message : "", -1));
  const char *name = ended ? open : wording == &unknown ? message : error->str1;
  CharterDiagnostic *diagnostic = g_new0 (CharterDiagnostic, 1);
  CharterPlaceCounter counter = { 0 };
  g_autofree char *found = NULL, *mend = NULL;
  gsize at = offset;

  offset = find_anchor (bytes, length, wording, offset, wording->code == XML_ERR_ATTRIBUTE_REDEFINED ? name : NULL);
  if (wording == &cut_off || error->code == XML_ERR_TAG_NOT_FINISHED)
    offset = length;
  else if (bad_bytes)
    offset = find_bad_bytes (bytes, length, offset);
  else if (error->code == XML_ERR_NAME_REQUIRED)
    {
      offset = find_lone_sign (bytes, length, offset);
      wording = find_nameless (bytes, length, offset);
    }
  else if (error->code == XML_ERR_SPACE_REQUIRED && has_curly (bytes, length, offset, MIN (at, length)))
    wording = &curly;
  if (error->code == XML_ERR_TAG_NAME_MISMATCH && wording != &cut_off)
    found = dup_mismatch (error);
  else if (is_entity_error (error->code))
    mend = dup_html_mend (error->str1);
  *diagnostic = (CharterDiagnostic){
    CHARTER_SEVERITY_ERROR,
    "not-well-formed",
    0,
    0,
    found ? g_steal_pointer (&found) : fill (_ (wording->found), name),
    g_strdup (_ (wording->expected)),
    mend ? g_steal_pointer (&mend) : fill (_ (wording->mend), name),
  };
  charter_place_counter_locate (&counter, bytes, offset, &diagnostic->line, &diagnostic->column);
  return diagnostic;
}
