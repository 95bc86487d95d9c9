/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-class-item.h"

G_BEGIN_DECLS

/* A question in the table of a class. */
#define CHARTER_TYPE_CLASS_LINE (charter_class_line_get_type ())
G_DECLARE_FINAL_TYPE (CharterClassLine, charter_class_line, CHARTER, CLASS_LINE, GObject)

/* item: lives longer. number: from 1, as the paper asks it. Returns: (transfer full) */
CharterClassLine *charter_class_line_new (const CharterClassItem *item, guint number);
const CharterClassItem *charter_class_line_get_item (CharterClassLine *self);
guint charter_class_line_get_number (CharterClassLine *self);

/* The columns of the table, in their order. */
typedef enum {
  CHARTER_CLASS_COLUMN_QUESTION,
  CHARTER_CLASS_COLUMN_LEARNERS,
  CHARTER_CLASS_COLUMN_FACILITY,
  CHARTER_CLASS_COLUMN_DISCRIMINATION,
  CHARTER_CLASS_COLUMN_EFFICIENCY,
  CHARTER_CLASS_COLUMN_TIME,
} CharterClassLineColumn;

#define CHARTER_CLASS_N_LINE_COLUMNS 6

#define CHARTER_CLASS_LINE_SMALL "\u00a0*" /* behind a figure of too few learners */

const char *charter_class_line_get_title (CharterClassLineColumn column);
/* Returns: (transfer full) what stands in its cell */
char *charter_class_line_dup_words (CharterClassLine *self, CharterClassLineColumn column);
/* Whether its figure says little, and so is marked. */
gboolean charter_class_line_is_small (CharterClassLine *self, CharterClassLineColumn column);
/* All of it in a sentence, for screen readers. Returns: (transfer full) */
char *charter_class_line_dup_sentence (CharterClassLine *self);
/* By the figures of a column, what can't be told last. */
int charter_class_line_compare (CharterClassLine *a, CharterClassLine *b, CharterClassLineColumn column);

G_END_DECLS
