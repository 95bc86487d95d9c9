/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-html.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SHARPNESS 2 /* pixels a point of a picture */

static const char STYLE[]
  = "body{font:1rem/1.5 Cantarell,'Noto Sans',system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "color:#000;background:#fff}"
    "h1{line-height:1.2}h1,h2,h3{break-after:avoid}p{margin:.5em 0;orphans:2;widows:2}"
    ".unit{break-inside:avoid;margin:1.2em 0}.note{font-size:.86em;color:#444}.strong{font-weight:bold}"
    ".hang{display:flex;gap:.7em}.hang>p{margin:0}.plain{font-weight:bold;min-width:1.4em}"
    ".circle,.square{flex:none;width:1.5em;height:1.5em;border:1px solid;font-size:.86em;line-height:1.5em;"
    "text-align:center}.circle{border-radius:50%}"
    "table{border-collapse:collapse;margin:.6em 0}th,td{text-align:start;vertical-align:top;padding:.25em .6em}"
    ".ruled{width:100%}.ruled tr{border-bottom:1px solid #999}tr{break-inside:avoid}th{border-bottom:1px solid}"
    ".box{display:inline-block;width:1.1em;height:1.1em;border:1px solid}"
    ".line{display:inline-block;width:14em;border-bottom:1px solid #444}"
    "img{max-width:100%}footer{margin-top:3em;border-top:1px solid #999;font-size:.82em;color:#444}"
    ".page{break-after:page}@media print{body{margin:0;max-width:none}@page{margin:2cm}}";

static const struct {
  const char *open, *close;
} tags[] = {
  [CHARTER_SPAN_EM] = { "<em>", "</em>" },
  [CHARTER_SPAN_STRONG] = { "<strong>", "</strong>" },
  [CHARTER_SPAN_CODE] = { "<code>", "</code>" },
};

static void
add_escaped (GString *html, const char *words, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (words, length);

  g_string_append (html, escaped);
}

/* ---- running text ---- */

/* Lines stay lines. */
static void
add_lines (GString *html, const char *words, gsize length)
{
  const char *end = words + length;

  for (const char *next; (next = memchr (words, '\n', (gsize)(end - words))) != NULL; words = next + 1)
    {
      add_escaped (html, words, next - words);
      g_string_append (html, "<br>");
    }
  add_escaped (html, words, end - words);
}

static gboolean
has_tag (const CharterSpan *span)
{
  return span->kind < G_N_ELEMENTS (tags) && tags[span->kind].open != NULL;
}

/* Writes from a place to another, with the spans that begin there. Returns: the first span that was not written */
static const CharterSpan *
add_stretch (GString *html, const char *words, const CharterSpan *span, gsize at, gsize end)
{
  while (span != NULL && span->kind != CHARTER_SPAN_END && span->start < end)
    {
      const CharterSpan *this = span;
      gsize this_end = (gsize)this->start + this->length;

      add_lines (html, words + at, this->start - at);
      g_string_append (html, has_tag (this) ? tags[this->kind].open : "");
      span = add_stretch (html, words, this + 1, this->start, this_end);
      g_string_append (html, has_tag (this) ? tags[this->kind].close : "");
      at = this_end;
    }
  add_lines (html, words + at, end - at);
  return span;
}

static void
add_text (GString *html, const CharterText *text)
{
  add_stretch (html, text->plain, text->spans, 0, strlen (text->plain));
}

/* ---- pieces ---- */

static const char *
get_element (CharterStyle style)
{
  static const char *const names[]
    = { [CHARTER_STYLE_TITLE] = "h1", [CHARTER_STYLE_HEADING] = "h2", [CHARTER_STYLE_SUBHEADING] = "h3" };

  return style < G_N_ELEMENTS (names) && names[style] != NULL ? names[style] : "p";
}

static const char *
get_class (CharterStyle style)
{
  if (style == CHARTER_STYLE_STRONG)
    return " class=\"strong\"";
  return style == CHARTER_STYLE_NOTE ? " class=\"note\"" : "";
}

static void
add_label (GString *html, const CharterPiece *piece)
{
  static const char *const classes[]
    = { [CHARTER_LABEL_PLAIN] = "plain", [CHARTER_LABEL_CIRCLE] = "circle", [CHARTER_LABEL_SQUARE] = "square" };

  g_string_append_printf (html, "<span class=\"%s\">", classes[piece->shape]);
  add_escaped (html, piece->label, -1);
  g_string_append (html, "</span>");
}

static void
add_paragraph (GString *html, const CharterPiece *piece)
{
  const char *element = get_element (piece->style);

  if (piece->label != NULL)
    {
      g_string_append (html, "<div class=\"hang\">");
      add_label (html, piece);
    }
  g_string_append_printf (html, "<%s%s>", element, get_class (piece->style));
  add_text (html, &piece->text);
  g_string_append_printf (html, "</%s>%s\n", element, piece->label != NULL ? "</div>" : "");
}

static void
add_cell (GString *html, const CharterPrintCell *cell, const char *element)
{
  g_string_append_printf (html, "<%s>", element);
  if (cell->kind == CHARTER_CELL_WORDS)
    add_text (html, &cell->text);
  else
    g_string_append_printf (html, "<span class=\"%s\"></span>", cell->kind == CHARTER_CELL_BOX ? "box" : "line");
  g_string_append_printf (html, "</%s>", element);
}

static void
add_table (GString *html, const CharterPiece *piece)
{
  g_string_append (html, piece->is_ruled ? "<table class=\"ruled\">\n" : "<table>\n");
  for (guint row = 0; row < piece->n_rows; row++)
    {
      gboolean is_head = piece->has_head && row == 0;

      g_string_append (html, is_head ? "<thead><tr>" : "<tr>");
      for (guint i = 0; i < piece->n_columns; i++)
        add_cell (html, &piece->cells[row * piece->n_columns + i], is_head ? "th" : "td");
      g_string_append (html, is_head ? "</tr></thead>\n" : "</tr>\n");
    }
  g_string_append (html, "</table>\n");
}

static cairo_status_t
keep_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_picture (const CharterPicture *picture, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)(picture->width * SHARPNESS),
                                                         (int)(picture->height * SHARPNESS));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, SHARPNESS, SHARPNESS);
  picture->draw (cr, picture->width, picture->height, picture->data);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, keep_bytes, bytes);
  cairo_surface_destroy (surface);
}

static void
add_picture (GString *html, const CharterPiece *piece)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *encoded = NULL;

  draw_picture (piece->picture, bytes);
  encoded = g_base64_encode (bytes->data, bytes->len);
  g_string_append_printf (html, "<p><img width=\"%.0f\" src=\"data:image/png;base64,%s\" alt=\"",
                          piece->picture->width * 4 / 3, encoded);
  add_escaped (html, piece->text.plain, -1);
  g_string_append (html, "\"></p>\n");
}

/* What says a picture once more is there for those who open it. */
static void
add_aside (GString *html, const CharterPiece *piece)
{
  g_string_append (html, "<details><summary>");
  add_escaped (html, _ ("Show as a Table"), -1);
  g_string_append (html, "</summary>\n");
  add_table (html, piece);
  g_string_append (html, "</details>\n");
}

static void
add_piece (GString *html, const CharterPiece *piece)
{
  switch (piece->kind)
    {
    case CHARTER_PIECE_TABLE:
      if (piece->off_paper)
        add_aside (html, piece);
      else
        add_table (html, piece);
      break;
    case CHARTER_PIECE_PICTURE:
      add_picture (html, piece);
      break;
    case CHARTER_PIECE_NEW_PAGE:
      g_string_append (html, "<div class=\"page\"></div>\n");
      break;
    case CHARTER_PIECE_TEXT:
    default:
      add_paragraph (html, piece);
      break;
    }
}

/* ---- what stands around them ---- */

static void
begin_piece (GString *html, const CharterPiece *piece, guint unit)
{
  if (piece->unit != unit && unit != 0)
    g_string_append (html, "</div>\n");
  if (piece->unit != unit && piece->unit != 0)
    g_string_append (html, "<div class=\"unit\">\n");
  if (piece->indent > 0)
    g_string_append_printf (html, "<div style=\"margin-inline-start:%uem\">", 2 * piece->indent);
}

static void
add_pieces (GString *html, const CharterDocument *document)
{
  guint unit = 0;

  for (guint i = 0; i < charter_document_get_n_pieces (document); i++)
    {
      const CharterPiece *piece = charter_document_get_piece (document, i);

      begin_piece (html, piece, unit);
      add_piece (html, piece);
      if (piece->indent > 0)
        g_string_append (html, "</div>\n");
      unit = piece->unit;
    }
  if (unit != 0)
    g_string_append (html, "</div>\n");
}

char *
charter_print_html_write (const CharterDocument *document)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n<html lang=\"");

  add_escaped (html, charter_document_get_language (document), -1);
  g_string_append_printf (html, "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
                          charter_document_is_rtl (document) ? "rtl" : "ltr");
  add_escaped (html, charter_document_get_title (document), -1);
  g_string_append_printf (html, "</title>\n<style>%s</style>\n</head>\n<body>\n", STYLE);
  add_pieces (html, document);
  g_string_append (html, "<footer>");
  add_escaped (html, charter_document_get_foot (document), -1);
  g_string_append (html, "</footer>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
