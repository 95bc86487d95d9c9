/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-text.h"
#include "charter-slice-private.h"

/* Points. */
#define SIZE 10.5
#define LEADING 1.36 /* of the font's own line */
#define STEP 24.0    /* of an indent; a label hangs in it */
#define BADGE 15.0   /* circles and squares around letters */
#define BOX 13.0
#define CELL 6.0   /* above and below the words of a cell together; twice that to the next */
#define LINE 170.0 /* to write on */
#define RULE 0.5
#define MOST_OF_PAGE 0.55 /* a picture's height at most */

static const struct {
  double size;   /* of the body's */
  double before; /* points */
  PangoWeight weight;
  double grey;
} styles[] = {
  [CHARTER_STYLE_BODY] = { 1, 6, PANGO_WEIGHT_NORMAL, 0 },
  [CHARTER_STYLE_TITLE] = { 1.9, 0, PANGO_WEIGHT_BOLD, 0 },
  [CHARTER_STYLE_HEADING] = { 1.35, 20, PANGO_WEIGHT_BOLD, 0 },
  [CHARTER_STYLE_SUBHEADING] = { 1.12, 14, PANGO_WEIGHT_BOLD, 0 },
  [CHARTER_STYLE_STRONG] = { 1, 12, PANGO_WEIGHT_BOLD, 0 },
  [CHARTER_STYLE_NOTE] = { .86, 5, PANGO_WEIGHT_NORMAL, .3 },
};

typedef struct {
  const CharterDocument *document;
  PangoContext *context;
  double width, height;
  GArray *slices;
  guint piece; /* the one that is cut */
} Slicer;

static void
clear_stroke (gpointer data)
{
  CharterStroke *stroke = data;

  g_clear_pointer (&stroke->line, pango_layout_line_unref);
  g_clear_object (&stroke->layout);
}

static void
clear_slice (gpointer slice)
{
  g_array_unref (((CharterSlice *)slice)->strokes);
}

static CharterSlice *
add_slice (Slicer *self, CharterCut cut, double before, double height)
{
  CharterSlice slice = { self->piece, cut, before, height, -1, g_array_new (FALSE, FALSE, sizeof (CharterStroke)) };

  g_array_set_clear_func (slice.strokes, clear_stroke);
  g_array_append_val (self->slices, slice);
  return &g_array_index (self->slices, CharterSlice, self->slices->len - 1);
}

/* x: from where the text begins, which is the right in documents from right to left. */
static void
add_stroke (Slicer *self, CharterSlice *slice, CharterStroke stroke)
{
  if (charter_document_is_rtl (self->document))
    stroke.x = self->width - stroke.x - stroke.width;
  g_array_append_val (slice->strokes, stroke);
}

/* ---- words ---- */

/* width: points, or negative for one line. */
static PangoLayout *
make_layout (Slicer *self, CharterStyle style, const CharterText *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = charter_print_text_get_attributes (text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (styles[style].size));
  if (styles[style].weight != PANGO_WEIGHT_NORMAL)
    pango_attr_list_insert_before (attributes, pango_attr_weight_new (styles[style].weight));
  pango_layout_set_text (layout, text->plain, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int)(width * PANGO_SCALE));
  return layout;
}

/* Adds a line of the layout to a slice, so many points below its top. x: where the layout begins. */
static void
add_line_of_words (Slicer *self, CharterSlice *slice, PangoLayoutIter *iter, double x, double width, double grey)
{
  PangoRectangle extents;
  double height;
  int baseline = pango_layout_iter_get_baseline (iter);
  CharterStroke stroke
    = { CHARTER_STROKE_WORDS, .grey = grey, .layout = g_object_ref (pango_layout_iter_get_layout (iter)) };

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  height = extents.height * LEADING / PANGO_SCALE;
  stroke.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
  stroke.width = (double)extents.width / PANGO_SCALE;
  stroke.height = (double)extents.height / PANGO_SCALE;
  stroke.y = (height - stroke.height) / 2 + (double)(baseline - extents.y) / PANGO_SCALE;
  /* What is written from right to left begins at the right in documents of either direction; what is not begins where
   * the document's lines do. */
  stroke.x = charter_document_is_rtl (self->document) ? x : x + (double)extents.x / PANGO_SCALE;
  add_stroke (self, slice, stroke);
}

static double
get_line_height (PangoLayoutIter *iter)
{
  PangoRectangle extents;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  return extents.height * LEADING / PANGO_SCALE;
}

/* All lines of a layout into one slice. Returns: how high they are */
static double
add_lines (Slicer *self, CharterSlice *slice, PangoLayout *layout, double x, double y, double width)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      guint first = slice->strokes->len;

      add_line_of_words (self, slice, iter, x, width, 0);
      g_array_index (slice->strokes, CharterStroke, first).y += y;
      y += get_line_height (iter);
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return y;
}

static double
measure_lines (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double height = 0;

  do
    height += get_line_height (iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return height;
}

static double
measure_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

/* ---- where a page may end ---- */

/* Headings, and a caption with the table or the picture that it is of. */
static gboolean
heads (const CharterPiece *above, const CharterPiece *piece)
{
  if (above->kind == CHARTER_PIECE_PICTURE)
    return piece->kind == CHARTER_PIECE_TEXT && piece->style == CHARTER_STYLE_NOTE;
  if (above->kind != CHARTER_PIECE_TEXT)
    return FALSE;
  if (above->style == CHARTER_STYLE_NOTE)
    return piece->kind == CHARTER_PIECE_TABLE;
  return above->style != CHARTER_STYLE_BODY;
}

/* Returns: (nullable) the piece above the one that is cut */
static const CharterPiece *
find_above (Slicer *self)
{
  for (guint i = self->piece; i > 0; i--)
    {
      const CharterPiece *above = charter_document_get_piece (self->document, i - 1);

      if (!above->off_paper)
        return above;
    }
  return NULL;
}

static CharterCut
get_cut (Slicer *self, const CharterPiece *piece)
{
  const CharterPiece *above = find_above (self);

  if (above == NULL)
    return CHARTER_CUT_FREE;
  if (above->kind == CHARTER_PIECE_NEW_PAGE)
    return CHARTER_CUT_FORCED;
  if (heads (above, piece))
    return CHARTER_CUT_WORST;
  return piece->unit != 0 && piece->unit == above->unit ? CHARTER_CUT_UNIT : CHARTER_CUT_FREE;
}

static CharterCut
get_cut_inside (const CharterPiece *piece, guint line, guint n_lines)
{
  if (line == 1 || line + 1 == n_lines)
    return CHARTER_CUT_WORST;
  return piece->unit != 0 ? CHARTER_CUT_LINES : CHARTER_CUT_FREE;
}

static double
get_space (const CharterPiece *piece)
{
  return piece->tight ? 2 : styles[piece->space].before;
}

/* ---- pieces ---- */

static void
add_badge (Slicer *self, CharterSlice *slice, CharterLabelShape shape, double x)
{
  CharterStroke stroke = { shape == CHARTER_LABEL_CIRCLE ? CHARTER_STROKE_CIRCLE : CHARTER_STROKE_SQUARE, x,
                           (slice->height - BADGE) / 2, BADGE, BADGE };

  add_stroke (self, slice, stroke);
}

/* A label hangs before the text: letters in the middle of their badge, numbers at the beginning. */
static void
add_label (Slicer *self, CharterSlice *slice, const CharterPiece *piece, double x)
{
  gboolean has_badge = piece->shape != CHARTER_LABEL_PLAIN;
  const CharterText text = { piece->label };
  g_autoptr (PangoLayout) layout = make_layout (self, has_badge ? CHARTER_STYLE_NOTE : CHARTER_STYLE_STRONG, &text, -1);
  double width = measure_width (layout);
  double height = measure_lines (layout);

  if (has_badge)
    add_badge (self, slice, piece->shape, x);
  add_lines (self, slice, layout, has_badge ? x + (BADGE - width) / 2 : x, (slice->height - height) / 2, width);
}

static double
get_hang (const CharterPiece *piece)
{
  return piece->label != NULL ? STEP : 0;
}

static void
cut_text (Slicer *self, const CharterPiece *piece)
{
  double x = piece->indent * STEP + get_hang (piece);
  double width = self->width - x;
  g_autoptr (PangoLayout) layout = make_layout (self, piece->style, &piece->text, width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint n = (guint)pango_layout_get_line_count (layout);
  guint i = 0;

  do
    {
      CharterCut cut = i == 0 ? get_cut (self, piece) : get_cut_inside (piece, i, n);
      CharterSlice *slice = add_slice (self, cut, i == 0 ? get_space (piece) : 0, get_line_height (iter));

      if (i == 0 && piece->label != NULL)
        add_label (self, slice, piece, piece->indent * STEP);
      add_line_of_words (self, slice, iter, x, width, styles[piece->style].grey);
      i++;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
cut_picture (Slicer *self, const CharterPiece *piece)
{
  double x = piece->indent * STEP;
  double scale = MIN (1, (self->width - x) / piece->picture->width);
  CharterSlice *slice;

  scale = MIN (scale, self->height * MOST_OF_PAGE / piece->picture->height);
  slice = add_slice (self, get_cut (self, piece), 10, piece->picture->height * scale + 4);
  add_stroke (self, slice,
              (CharterStroke){ CHARTER_STROKE_PICTURE, x, 0, piece->picture->width * scale,
                               piece->picture->height * scale, .picture = piece->picture });
}

/* ---- tables ---- */

/* Where the columns' wishes are too much: those that wish for no more than an equal share keep their wish, as far as
 * the longest words of the others leave room. */
static void
content_modest (double *least, const double *wished, guint n, double room)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += wished[i] <= room / n ? wished[i] : least[i];
  for (guint i = 0; sum <= room && i < n; i++)
    if (wished[i] <= room / n)
      least[i] = wished[i];
}

/* Columns as wide as their words would like; where that is too much, each gets what it needs at least and a share of
 * the rest. What is over stays free, but a ruled table is as wide as the page. */
static void
share_width (const double *least, const double *wished, guint n, double room, gboolean fill, double *widths)
{
  double sum_least = 0, sum_wished = 0;

  for (guint i = 0; i < n; i++)
    {
      sum_least += least[i];
      sum_wished += wished[i];
    }
  for (guint i = 0; i < n; i++)
    if (sum_wished <= room)
      widths[i] = wished[i] + (fill && i + 1 == n ? room - sum_wished : 0);
    else if (sum_least < room)
      widths[i] = least[i] + (room - sum_least) * (wished[i] - least[i]) / (sum_wished - sum_least);
    else
      widths[i] = room * least[i] / sum_least;
}

static CharterStyle
get_cell_style (const CharterPiece *piece, guint row)
{
  return piece->has_head && row == 0 ? CHARTER_STYLE_STRONG : CHARTER_STYLE_BODY;
}

static PangoLayout *
make_cell (Slicer *self, const CharterPiece *piece, guint row, guint column, double width)
{
  return make_layout (self, get_cell_style (piece, row), &piece->cells[row * piece->n_columns + column].text, width);
}

static double
measure_cell (const CharterPrintCell *cell, PangoLayout *layout)
{
  if (cell->kind == CHARTER_CELL_WORDS)
    return *cell->text.plain != '\0' ? measure_width (layout) + 2 * CELL : 0;
  return (cell->kind == CHARTER_CELL_BOX ? BOX : LINE) + 2 * CELL;
}

static void
measure_columns (Slicer *self, const CharterPiece *piece, double room, double *widths)
{
  g_autofree double *least = g_new0 (double, piece->n_columns);
  g_autofree double *wished = g_new0 (double, piece->n_columns);

  for (guint i = 0; i < piece->n_rows * piece->n_columns; i++)
    {
      guint column = i % piece->n_columns;
      g_autoptr (PangoLayout) layout = make_cell (self, piece, i / piece->n_columns, column, -1);

      wished[column] = MAX (wished[column], measure_cell (&piece->cells[i], layout));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, 0);
      least[column] = MAX (least[column], measure_cell (&piece->cells[i], layout));
    }
  content_modest (least, wished, piece->n_columns, room);
  share_width (least, wished, piece->n_columns, room, piece->is_ruled, widths);
}

static void
add_rule (Slicer *self, CharterSlice *slice, double x, double y, double width, double grey)
{
  add_stroke (self, slice, (CharterStroke){ CHARTER_STROKE_RULE, x, y, width, RULE, .grey = grey });
}

static void
add_cell (Slicer *self, CharterSlice *slice, const CharterPrintCell *cell, PangoLayout *layout, double x, double width)
{
  double inner = MAX (width - 2 * CELL, 1);

  if (cell->kind == CHARTER_CELL_BOX)
    add_stroke (self, slice, (CharterStroke){ CHARTER_STROKE_SQUARE, x, (slice->height - BOX) / 2, BOX, BOX });
  else if (cell->kind == CHARTER_CELL_LINE)
    add_rule (self, slice, x, slice->height - CELL, inner, .3);
  else
    add_lines (self, slice, layout, x, CELL / 2, inner);
}

static void
cut_row (Slicer *self, const CharterPiece *piece, guint row, const double *widths, CharterCut cut)
{
  double x = piece->indent * STEP;
  double height = BOX + 6, total = 0;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  CharterSlice *slice;

  for (guint i = 0; i < piece->n_columns; i++)
    {
      PangoLayout *layout = make_cell (self, piece, row, i, MAX (widths[i] - 2 * CELL, 1));

      g_ptr_array_add (layouts, layout);
      height = MAX (height, measure_lines (layout) + CELL);
      total += widths[i];
    }
  slice = add_slice (self, cut, row == 0 ? 8 : 0, height);
  for (guint i = 0; i < piece->n_columns; x += widths[i], i++)
    add_cell (self, slice, &piece->cells[row * piece->n_columns + i], g_ptr_array_index (layouts, i), x, widths[i]);
  if (piece->is_ruled)
    add_rule (self, slice, piece->indent * STEP, slice->height, total, piece->has_head && row == 0 ? 0 : .6);
}

/* The first row stays with its head, and neither it nor the last one stands alone where there are more. */
static CharterCut
get_cut_of_row (const CharterPiece *piece, guint row)
{
  guint n_heads = piece->has_head ? 1 : 0;
  gboolean parts_one = row == n_heads + 1 || row + 1 == piece->n_rows;

  if (row == n_heads)
    return CHARTER_CUT_WORST;
  return piece->unit != 0 || (parts_one && piece->n_rows > n_heads + 2) ? CHARTER_CUT_LINES : CHARTER_CUT_FREE;
}

static void
cut_table (Slicer *self, const CharterPiece *piece)
{
  g_autofree double *widths = g_new0 (double, piece->n_columns);
  int head = piece->has_head ? (int)self->slices->len : -1;

  measure_columns (self, piece, self->width - piece->indent * STEP, widths);
  for (guint row = 0; row < piece->n_rows; row++)
    {
      cut_row (self, piece, row, widths, row == 0 ? get_cut (self, piece) : get_cut_of_row (piece, row));
      if (row > 0)
        g_array_index (self->slices, CharterSlice, self->slices->len - 1).head = head;
    }
}

static void
cut_new_page (Slicer *self, const CharterPiece *piece)
{
}

static void (*const cutters[]) (Slicer *, const CharterPiece *) = {
  [CHARTER_PIECE_TEXT] = cut_text,
  [CHARTER_PIECE_TABLE] = cut_table,
  [CHARTER_PIECE_PICTURE] = cut_picture,
  [CHARTER_PIECE_NEW_PAGE] = cut_new_page,
};

/* ---- units ---- */

/* What is higher than a page can't be kept on one: it may be cut anywhere but in the worst places. */
static void
loosen (GArray *slices, guint first, guint end, double page)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      CharterSlice *slice = &g_array_index (slices, CharterSlice, i);

      height += slice->height + (i > first ? slice->before : 0);
    }
  for (guint i = first + 1; height > page && i < end; i++)
    {
      CharterSlice *slice = &g_array_index (slices, CharterSlice, i);

      if (slice->cut < CHARTER_CUT_WORST)
        slice->cut = CHARTER_CUT_FREE;
    }
}

static guint
get_unit (Slicer *self, guint slice)
{
  return charter_document_get_piece (self->document, g_array_index (self->slices, CharterSlice, slice).piece)->unit;
}

static void
loosen_units (Slicer *self)
{
  for (guint first = 0, end; first < self->slices->len; first = end)
    {
      for (end = first + 1; end < self->slices->len && get_unit (self, end) == get_unit (self, first); end++)
        ;
      if (get_unit (self, first) != 0)
        loosen (self->slices, first, end, self->height);
    }
}

GArray *
charter_slices_new (const CharterDocument *document, PangoContext *context, double width, double height)
{
  Slicer self = { document, context, width, height, g_array_new (FALSE, FALSE, sizeof (CharterSlice)) };

  g_array_set_clear_func (self.slices, clear_slice);
  for (; self.piece < charter_document_get_n_pieces (document); self.piece++)
    {
      const CharterPiece *piece = charter_document_get_piece (document, self.piece);

      if (!piece->off_paper)
        cutters[piece->kind](&self, piece);
    }
  loosen_units (&self);
  return self.slices;
}
