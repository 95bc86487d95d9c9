/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-document.h"

G_BEGIN_DECLS

/* A page in points (1/72 inch); the foot stands in the bottom margin. */
typedef struct {
  double width, height;
  double side, top, bottom; /* margins; side is that of left and right */
} CharterPageSize;

extern const CharterPageSize CHARTER_PAGE_A4;
extern const CharterPageSize CHARTER_PAGE_LETTER;

/* A document on pages. What is kept together stays so where it fits on a page; a paragraph leaves no single line behind
 * or on top; a heading stays with what it heads; the head of a table that goes on is repeated. */
typedef struct _CharterLayout CharterLayout;

/* document: must live as long. Returns: (transfer full) */
CharterLayout *charter_layout_new (const CharterDocument *document, const CharterPageSize *size);
void charter_layout_free (CharterLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterLayout, charter_layout_free)

const CharterDocument *charter_layout_get_document (const CharterLayout *self);
const CharterPageSize *charter_layout_get_size (const CharterLayout *self);
guint charter_layout_get_n_pages (const CharterLayout *self);
/* Draws a page in points; on a PDF, its structure with it. */
void charter_layout_draw_page (CharterLayout *self, guint page, cairo_t *cr);

/* A line of words where it stands: for tests, and to tell what a page says. */
typedef struct {
  guint page;
  guint piece;                /* an index into the document's pieces */
  gboolean is_repeated;       /* the head of a table that goes on */
  double x, y, width, height; /* in points from the page's corner */
  char *words;
} CharterRun;

/* All of them in the order in which they are read, the foot's not. Returns: (transfer full) (element-type CharterRun)
 */
GArray *charter_layout_list_runs (const CharterLayout *self);

/* Where a heading begins, for the outline of a file. */
typedef struct {
  guint page;
  double y;
  const CharterPiece *piece;
} CharterLandmark;

/* Titles, headings and subheadings. Returns: (transfer full) (element-type CharterLandmark) */
GArray *charter_layout_list_landmarks (const CharterLayout *self);

G_END_DECLS
