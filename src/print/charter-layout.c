/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-layout.h"

#include <glib/gi18n-lib.h>

#include "charter-print-font.h"
#include "charter-slice-private.h"

#define THICK 0.8 /* points, of circles and squares */
#define FOOT 26.0 /* points below the text */

const CharterPageSize CHARTER_PAGE_A4 = { 595.28, 841.89, 59, 54, 68 };
const CharterPageSize CHARTER_PAGE_LETTER = { 612, 792, 62, 50, 64 };

typedef struct {
  guint first, end; /* slices */
  int head;         /* the slice that is repeated at the top, or −1 */
} Page;

struct _CharterLayout {
  const CharterDocument *document;
  CharterPageSize size;
  PangoContext *context;
  GArray *slices;
  GArray *pages;
};

/* ---- pages ---- */

static const CharterSlice *
get_slice (const CharterLayout *self, guint index)
{
  return &g_array_index (self->slices, CharterSlice, index);
}

static double
get_room (const CharterLayout *self)
{
  return self->size.height - self->size.top - self->size.bottom;
}

/* The head that a page repeats which begins with this slice. */
static int
find_head (const CharterLayout *self, guint first)
{
  int head = get_slice (self, first)->head;

  return head >= 0 && get_slice (self, (guint)head)->height < get_room (self) / 4 ? head : -1;
}

/* The best place to end a page that begins with first and has no room for end any more; the last of the best. */
static guint
find_cut (const CharterLayout *self, guint first, guint end)
{
  guint best = end;

  for (guint i = end; i > first; i--)
    if (get_slice (self, i)->cut < get_slice (self, best)->cut)
      best = i;
  return best;
}

static double
get_step (const CharterLayout *self, guint first, guint index)
{
  const CharterSlice *slice = get_slice (self, index);

  return slice->height + (index > first ? slice->before : 0);
}

/* Returns: the slice that the next page begins with */
static guint
find_end (const CharterLayout *self, guint first, int head)
{
  double y = head >= 0 ? get_slice (self, (guint)head)->height : 0;

  for (guint i = first; i < self->slices->len; i++)
    {
      y += get_step (self, first, i);
      if (i > first && get_slice (self, i)->cut == CHARTER_CUT_FORCED)
        return i;
      if (i > first && y > get_room (self))
        return find_cut (self, first, i);
    }
  return self->slices->len;
}

static void
make_pages (CharterLayout *self)
{
  for (guint first = 0; first < self->slices->len;)
    {
      int head = find_head (self, first);
      Page page = { first, find_end (self, first, head), head };

      g_array_append_val (self->pages, page);
      first = page.end;
    }
}

CharterLayout *
charter_layout_new (const CharterDocument *document, const CharterPageSize *size)
{
  CharterLayout *self = g_new0 (CharterLayout, 1);

  self->document = document;
  self->size = *size;
  self->context
    = charter_print_font_create_context (charter_document_get_language (document), charter_document_is_rtl (document));
  self->slices = charter_slices_new (document, self->context, size->width - 2 * size->side, get_room (self));
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  make_pages (self);
  return self;
}

void
charter_layout_free (CharterLayout *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->slices);
  g_object_unref (self->context);
  g_free (self);
}

const CharterDocument *
charter_layout_get_document (const CharterLayout *self)
{
  return self->document;
}

const CharterPageSize *
charter_layout_get_size (const CharterLayout *self)
{
  return &self->size;
}

guint
charter_layout_get_n_pages (const CharterLayout *self)
{
  return self->pages->len;
}

/* ---- going over a page ---- */

typedef void (*Visit) (
  const CharterLayout *self, const CharterSlice *slice, guint page, double y, double scale, gpointer data);

/* What is higher than a page, such as a row of a table, is made smaller until it fits. */
static double
get_scale (const CharterLayout *self, const CharterSlice *slice)
{
  return MIN (1, get_room (self) / slice->height);
}

static void
visit_page (const CharterLayout *self, guint index, Visit visit, gpointer data)
{
  const Page *page = &g_array_index (self->pages, Page, index);
  double y = self->size.top;

  if (page->head >= 0)
    {
      visit (self, get_slice (self, (guint)page->head), index, y, 1, data);
      y += get_slice (self, (guint)page->head)->height;
    }
  for (guint i = page->first; i < page->end; i++)
    {
      const CharterSlice *slice = get_slice (self, i);

      y += i > page->first ? slice->before : 0;
      visit (self, slice, index, y, get_scale (self, slice), data);
      y += slice->height * get_scale (self, slice);
    }
}

/* ---- drawing ---- */

static void
draw_stroke (const CharterStroke *stroke, cairo_t *cr)
{
  cairo_set_source_rgb (cr, stroke->grey, stroke->grey, stroke->grey);
  cairo_set_line_width (cr, THICK);
  if (stroke->kind == CHARTER_STROKE_WORDS)
    {
      cairo_move_to (cr, stroke->x, stroke->y);
      pango_cairo_show_layout_line (cr, stroke->line);
      cairo_new_path (cr);
      return;
    }
  if (stroke->kind == CHARTER_STROKE_PICTURE)
    {
      cairo_translate (cr, stroke->x, stroke->y);
      stroke->picture->draw (cr, stroke->width, stroke->height, stroke->picture->data);
      return;
    }
  if (stroke->kind == CHARTER_STROKE_CIRCLE)
    cairo_arc (cr, stroke->x + stroke->width / 2, stroke->y + stroke->width / 2, stroke->width / 2, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, stroke->x, stroke->y, stroke->width, stroke->height);
  if (stroke->kind == CHARTER_STROKE_RULE)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

typedef struct {
  cairo_t *cr;
  int piece; /* whose structure is open, or −1 */
} Drawing;

static const char *
get_tag (const CharterPiece *piece)
{
  if (piece->kind == CHARTER_PIECE_PICTURE)
    return "Figure";
  switch (piece->style)
    {
    case CHARTER_STYLE_TITLE:
      return "H1";
    case CHARTER_STYLE_HEADING:
      return "H2";
    case CHARTER_STYLE_SUBHEADING:
      return "H3";
    case CHARTER_STYLE_BODY:
    case CHARTER_STYLE_STRONG:
    case CHARTER_STYLE_NOTE:
    default:
      return "P";
    }
}

/* Tells a PDF's reader where a paragraph or heading ends and the next begins. */
static void
tag_piece (const CharterLayout *self, Drawing *drawing, int piece)
{
  if (piece == drawing->piece)
    return;
  if (drawing->piece >= 0)
    cairo_tag_end (drawing->cr, get_tag (charter_document_get_piece (self->document, (guint)drawing->piece)));
  if (piece >= 0)
    cairo_tag_begin (drawing->cr, get_tag (charter_document_get_piece (self->document, (guint)piece)), NULL);
  drawing->piece = piece;
}

static void
draw_slice (const CharterLayout *self, const CharterSlice *slice, guint page, double y, double scale, gpointer data)
{
  Drawing *drawing = data;

  tag_piece (self, drawing, (int)slice->piece);
  for (guint i = 0; i < slice->strokes->len; i++)
    {
      cairo_save (drawing->cr);
      cairo_translate (drawing->cr, self->size.side, y);
      cairo_scale (drawing->cr, scale, scale);
      draw_stroke (&g_array_index (slice->strokes, CharterStroke, i), drawing->cr);
      cairo_restore (drawing->cr);
    }
}

/* at_end: on the side where lines end. */
static void
draw_foot_words (CharterLayout *self, cairo_t *cr, const char *words, gboolean at_end)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  gboolean at_right = at_end != charter_document_is_rtl (self->document);
  double y = self->size.height - self->size.bottom + FOOT;
  double width = self->size.width - 2 * self->size.side;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (.82));
  pango_layout_set_text (layout, words, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int)(width * (at_end ? .28 : .7) * PANGO_SCALE));
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, at_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_move_to (cr, self->size.side + (at_right ? width * (at_end ? .72 : .3) : 0), y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_foot (CharterLayout *self, guint page, cairo_t *cr)
{
  /* Translators: at the foot of a printed page: its number, and how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, charter_layout_get_n_pages (self));

  cairo_save (cr);
  cairo_set_source_rgb (cr, .6, .6, .6);
  cairo_rectangle (cr, self->size.side, self->size.height - self->size.bottom + FOOT - 8,
                   self->size.width - 2 * self->size.side, .5);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, .3, .3, .3);
  draw_foot_words (self, cr, charter_document_get_foot (self->document), FALSE);
  draw_foot_words (self, cr, number, TRUE);
  cairo_restore (cr);
}

void
charter_layout_draw_page (CharterLayout *self, guint page, cairo_t *cr)
{
  Drawing drawing = { cr, -1 };

  g_return_if_fail (page < charter_layout_get_n_pages (self));
  visit_page (self, page, draw_slice, &drawing);
  tag_piece (self, &drawing, -1);
  draw_foot (self, page, cr);
}

/* ---- what stands where ---- */

static void
clear_run (gpointer run)
{
  g_free (((CharterRun *)run)->words);
}

static void
add_run (const CharterLayout *self, const CharterSlice *slice, guint page, double y, double scale, gpointer data)
{
  const Page *on = &g_array_index (self->pages, Page, page);
  GArray *runs = data;

  for (guint i = 0; i < slice->strokes->len; i++)
    {
      const CharterStroke *stroke = &g_array_index (slice->strokes, CharterStroke, i);
      CharterRun run = { page, slice->piece, on->head >= 0 && slice == get_slice (self, (guint)on->head) };
      PangoRectangle extents;

      if (stroke->kind != CHARTER_STROKE_WORDS)
        continue;
      pango_layout_line_get_extents (stroke->line, NULL, &extents);
      run.x = self->size.side + stroke->x * scale;
      run.y = y + (stroke->y + (double)extents.y / PANGO_SCALE) * scale;
      run.width = stroke->width * scale;
      run.height = stroke->height * scale;
      g_array_append_val (runs, run);
      g_array_index (runs, CharterRun, runs->len - 1).words
        = g_strndup (pango_layout_get_text (stroke->layout) + stroke->line->start_index, (gsize)stroke->line->length);
    }
}

GArray *
charter_layout_list_runs (const CharterLayout *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (CharterRun));

  g_array_set_clear_func (runs, clear_run);
  for (guint i = 0; i < self->pages->len; i++)
    visit_page (self, i, add_run, runs);
  return runs;
}

static gboolean
is_landmark (const CharterPiece *piece)
{
  return piece->kind == CHARTER_PIECE_TEXT
         && (piece->style == CHARTER_STYLE_TITLE || piece->style == CHARTER_STYLE_HEADING
             || piece->style == CHARTER_STYLE_SUBHEADING);
}

static void
add_landmark (const CharterLayout *self, const CharterSlice *slice, guint page, double y, double scale, gpointer data)
{
  GArray *landmarks = data;
  CharterLandmark mark = { page, y, charter_document_get_piece (self->document, slice->piece) };
  gboolean is_next_line
    = landmarks->len > 0 && g_array_index (landmarks, CharterLandmark, landmarks->len - 1).piece == mark.piece;

  if (is_landmark (mark.piece) && !is_next_line)
    g_array_append_val (landmarks, mark);
}

GArray *
charter_layout_list_landmarks (const CharterLayout *self)
{
  GArray *landmarks = g_array_new (FALSE, FALSE, sizeof (CharterLandmark));

  for (guint i = 0; i < self->pages->len; i++)
    visit_page (self, i, add_landmark, landmarks);
  return landmarks;
}
