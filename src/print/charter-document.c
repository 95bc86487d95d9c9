/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-document.h"

#include "charter-print-text.h"

struct _CharterDocument {
  char *title;
  char *foot;
  char *language;
  gboolean is_rtl;
  GPtrArray *pieces;
  GArray *cells; /* of the table that is being filled, or NULL */
  guint indent;
  guint unit;    /* what pieces are added to; 0 outside of units */
  guint n_units; /* begun so far */
};

static void
clear_cell (gpointer cell)
{
  charter_print_text_clear (&((CharterPrintCell *)cell)->text);
}

static void
free_piece (gpointer data)
{
  CharterPiece *piece = data;

  for (guint i = 0; i < piece->n_rows * piece->n_columns; i++)
    clear_cell (&piece->cells[i]);
  g_free (piece->cells);
  g_free (piece->label);
  charter_print_text_clear (&piece->text);
  g_clear_pointer (&piece->picture, charter_picture_free);
  g_free (piece);
}

void
charter_picture_free (CharterPicture *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

CharterDocument *
charter_document_new (const char *title, const char *foot, const char *language, gboolean is_rtl)
{
  CharterDocument *self = g_new0 (CharterDocument, 1);

  self->title = g_strdup (title);
  self->foot = g_strdup (foot);
  self->language = g_strdup (language);
  self->is_rtl = is_rtl;
  self->pieces = g_ptr_array_new_with_free_func (free_piece);
  return self;
}

void
charter_document_free (CharterDocument *self)
{
  g_free (self->title);
  g_free (self->foot);
  g_free (self->language);
  g_ptr_array_unref (self->pieces);
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self);
}

const char *
charter_document_get_title (const CharterDocument *self)
{
  return self->title;
}

const char *
charter_document_get_foot (const CharterDocument *self)
{
  return self->foot;
}

const char *
charter_document_get_language (const CharterDocument *self)
{
  return self->language;
}

gboolean
charter_document_is_rtl (const CharterDocument *self)
{
  return self->is_rtl;
}

guint
charter_document_get_n_pieces (const CharterDocument *self)
{
  return self->pieces->len;
}

const CharterPiece *
charter_document_get_piece (const CharterDocument *self, guint index)
{
  return g_ptr_array_index (self->pieces, index);
}

void
charter_document_begin_unit (CharterDocument *self)
{
  g_return_if_fail (self->unit == 0);
  self->unit = ++self->n_units;
}

void
charter_document_end_unit (CharterDocument *self)
{
  self->unit = 0;
}

void
charter_document_indent (CharterDocument *self, int steps)
{
  self->indent = (guint)((int)self->indent + steps);
}

static CharterPiece *
add_piece (CharterDocument *self, CharterPieceKind kind)
{
  CharterPiece *piece = g_new0 (CharterPiece, 1);

  piece->kind = kind;
  piece->unit = self->unit;
  piece->indent = self->indent;
  piece->text = charter_print_text_copy ((CharterText){ "" });
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

static CharterPiece *
get_last (CharterDocument *self)
{
  return g_ptr_array_index (self->pieces, self->pieces->len - 1);
}

static void
set_text (CharterText *held, CharterText text)
{
  charter_print_text_clear (held);
  *held = charter_print_text_copy (text);
}

void
charter_document_add_text (CharterDocument *self, CharterStyle style, CharterText text)
{
  CharterPiece *piece;

  if (text.plain == NULL || *text.plain == '\0')
    return;
  piece = add_piece (self, CHARTER_PIECE_TEXT);
  piece->style = piece->space = style;
  set_text (&piece->text, text);
}

void
charter_document_add_words (CharterDocument *self, CharterStyle style, const char *words)
{
  charter_document_add_text (self, style, (CharterText){ words });
}

void
charter_document_add_caption (CharterDocument *self, CharterText text)
{
  if (text.plain == NULL || *text.plain == '\0')
    return;
  charter_document_add_text (self, CHARTER_STYLE_NOTE, text);
  charter_document_set_space (self, CHARTER_STYLE_STRONG);
}

void
charter_document_add_labelled (CharterDocument *self, const char *label, CharterLabelShape shape, CharterText text)
{
  CharterPiece *piece = add_piece (self, CHARTER_PIECE_TEXT);

  piece->label = g_strdup (label);
  piece->shape = shape;
  set_text (&piece->text, text);
}

void
charter_document_add_picture (CharterDocument *self, CharterPicture *picture, const char *words)
{
  CharterPiece *piece = add_piece (self, CHARTER_PIECE_PICTURE);

  piece->picture = picture;
  set_text (&piece->text, (CharterText){ words });
}

void
charter_document_add_new_page (CharterDocument *self)
{
  add_piece (self, CHARTER_PIECE_NEW_PAGE);
}

void
charter_document_set_space (CharterDocument *self, CharterStyle style)
{
  get_last (self)->space = style;
}

void
charter_document_set_off_paper (CharterDocument *self)
{
  get_last (self)->off_paper = TRUE;
}

void
charter_document_tighten (CharterDocument *self)
{
  if (self->pieces->len > 0)
    get_last (self)->tight = TRUE;
}

void
charter_document_begin_table (CharterDocument *self, guint n_columns, gboolean has_head, gboolean is_ruled)
{
  CharterPiece *piece = add_piece (self, CHARTER_PIECE_TABLE);

  g_return_if_fail (self->cells == NULL && n_columns > 0);
  piece->n_columns = n_columns;
  piece->has_head = has_head;
  piece->is_ruled = is_ruled;
  self->cells = g_array_new (FALSE, FALSE, sizeof (CharterPrintCell));
}

void
charter_document_add_cell (CharterDocument *self, CharterText text)
{
  CharterPrintCell cell = { CHARTER_CELL_WORDS, charter_print_text_copy (text) };

  g_array_append_val (self->cells, cell);
}

void
charter_document_add_cell_words (CharterDocument *self, const char *words)
{
  charter_document_add_cell (self, (CharterText){ words });
}

void
charter_document_add_blank (CharterDocument *self, CharterCellKind kind)
{
  CharterPrintCell cell = { kind, charter_print_text_copy ((CharterText){ "" }) };

  g_array_append_val (self->cells, cell);
}

void
charter_document_end_table (CharterDocument *self)
{
  CharterPiece *piece = get_last (self);

  while (self->cells->len % piece->n_columns != 0)
    charter_document_add_cell_words (self, "");
  piece->n_rows = self->cells->len / piece->n_columns;
  piece->cells = (CharterPrintCell *)g_array_free (g_steal_pointer (&self->cells), FALSE);
}

void
charter_document_add_line (CharterDocument *self, const char *label, const char *after)
{
  charter_document_begin_table (self, 3, FALSE, FALSE);
  charter_document_add_cell_words (self, label);
  charter_document_add_blank (self, CHARTER_CELL_LINE);
  charter_document_add_cell_words (self, after);
  charter_document_end_table (self);
}
