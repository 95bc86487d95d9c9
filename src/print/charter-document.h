/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-picture.h"
#include "charter-text.h"

G_BEGIN_DECLS

/* What is to be printed, before anybody knows where its pages end: pieces, one below the other. It can be laid out to
 * pages (charter-layout.h) and written as HTML (charter-print-html.h), and says the same in both. */
typedef struct _CharterDocument CharterDocument;

typedef enum {
  CHARTER_STYLE_BODY,
  CHARTER_STYLE_TITLE,
  CHARTER_STYLE_HEADING,
  CHARTER_STYLE_SUBHEADING,
  CHARTER_STYLE_STRONG,
  CHARTER_STYLE_NOTE, /* small and grey */
} CharterStyle;

/* How what stands before a paragraph is drawn; options are ticked on a circle or a square. */
typedef enum { CHARTER_LABEL_PLAIN, CHARTER_LABEL_CIRCLE, CHARTER_LABEL_SQUARE } CharterLabelShape;

typedef enum {
  CHARTER_PIECE_TEXT,
  CHARTER_PIECE_TABLE,
  CHARTER_PIECE_PICTURE,
  CHARTER_PIECE_NEW_PAGE,
} CharterPieceKind;

/* What stands in a cell: a box is to be ticked or written in, a line to be written on. */
typedef enum { CHARTER_CELL_WORDS, CHARTER_CELL_BOX, CHARTER_CELL_LINE } CharterCellKind;

typedef struct {
  CharterCellKind kind;
  CharterText text; /* words only */
} CharterPrintCell;

typedef struct {
  CharterPieceKind kind;
  CharterStyle style;
  guint unit;         /* pieces of the same one stay on a page where they fit on one; 0 for none */
  guint indent;       /* steps to the right */
  CharterStyle space; /* whose space is above it */
  gboolean tight;     /* or hardly any */
  char *label;        /* or NULL */
  CharterLabelShape shape;
  CharterText text;        /* the words; of a picture those for people who can't see it */
  CharterPrintCell *cells; /* table: row by row */
  guint n_rows, n_columns;
  gboolean has_head, is_ruled;
  gboolean off_paper; /* only said where there is room for it, as in HTML */
  CharterPicture *picture;
} CharterPiece;

/* title: also that of the file. foot: what stands at the foot of each page, such as the version. language: BCP 47.
 * is_rtl: from right to left. Returns: (transfer full) */
CharterDocument *charter_document_new (const char *title, const char *foot, const char *language, gboolean is_rtl);
void charter_document_free (CharterDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterDocument, charter_document_free)

const char *charter_document_get_title (const CharterDocument *self);
const char *charter_document_get_foot (const CharterDocument *self);
const char *charter_document_get_language (const CharterDocument *self);
gboolean charter_document_is_rtl (const CharterDocument *self);
guint charter_document_get_n_pieces (const CharterDocument *self);
const CharterPiece *charter_document_get_piece (const CharterDocument *self, guint index);

/* What is added between these stays on one page where it fits on one. */
void charter_document_begin_unit (CharterDocument *self);
void charter_document_end_unit (CharterDocument *self);
/* What is added from now on stands so many steps further right, or left again. */
void charter_document_indent (CharterDocument *self, int steps);

/* text: copied; blanks in it become numbered lines. Nothing is added for no words. */
void charter_document_add_text (CharterDocument *self, CharterStyle style, CharterText text);
void charter_document_add_words (CharterDocument *self, CharterStyle style, const char *words);
/* What stands above a table and belongs to it. */
void charter_document_add_caption (CharterDocument *self, CharterText text);
/* A paragraph that hangs from its label. */
void
charter_document_add_labelled (CharterDocument *self, const char *label, CharterLabelShape shape, CharterText text);
/* A line to write on, as a table of one row. label, after: what stands before and behind it, or NULL. */
void charter_document_add_line (CharterDocument *self, const char *label, const char *after);
/* picture: (transfer full) */
void charter_document_add_picture (CharterDocument *self, CharterPicture *picture, const char *words);
void charter_document_add_new_page (CharterDocument *self);
/* Gives what was added last the space above that this style has. */
void charter_document_set_space (CharterDocument *self, CharterStyle style);
/* Has what was added last say once more, for those who don't see it, what the picture before it shows: it is not on
 * pages. */
void charter_document_set_off_paper (CharterDocument *self);
/* Takes what was added last close to what is above it. */
void charter_document_tighten (CharterDocument *self);

/* A table is filled from left to right and row by row; rows that are not full are filled when it is read.
 * is_ruled: with a line below each row. */
void charter_document_begin_table (CharterDocument *self, guint n_columns, gboolean has_head, gboolean is_ruled);
void charter_document_add_cell (CharterDocument *self, CharterText text);
void charter_document_add_cell_words (CharterDocument *self, const char *words);
void charter_document_add_blank (CharterDocument *self, CharterCellKind kind);
void charter_document_end_table (CharterDocument *self);

G_END_DECLS
