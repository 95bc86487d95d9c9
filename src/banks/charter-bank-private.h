/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank-book.h"
#include "charter-bank-flow.h"
#include "charter-bank-tree.h"
#include "charter-bank-words.h"

G_BEGIN_DECLS

/* A writer's work: what it writes into, and what it could not write. */
typedef struct {
  CharterPack *pack;
  GPtrArray *notes; /* CharterBankNote */
  guint n_written;
} CharterBankSheet;

struct _CharterBankFormat {
  const char *name;
  const char *title; /* marked with N_() */
  const char *const *extensions;
  /* Whether a file is of this format for certain. text: its first 64 KiB in UTF-8 */
  gboolean (*recognize) (GBytes *bytes, const char *text);
  /* Fills the book. Returns: FALSE where nothing can be read at all, with error set */
  gboolean (*read) (GBytes *bytes, CharterBankBook *book, GError **error);
  GBytes *(*write) (CharterBankSheet *sheet, GError **error);
};

extern const CharterBankFormat charter_bank_moodle;
extern const CharterBankFormat charter_bank_gift;
extern const CharterBankFormat charter_bank_aiken;
extern const CharterBankFormat charter_bank_csv;
extern const CharterBankFormat charter_bank_qti;
extern const CharterBankFormat charter_bank_qti3;
extern const CharterBankFormat charter_bank_canvas;

/* ---- for readers ---- */

/* The faults of XML, as notes on the file. */
void charter_bank_tell_slips (CharterBankBook *book, const CharterBankTree *tree);
/* The file is none of UTF-8: says what it was taken for. */
void charter_bank_tell_foreign (CharterBankBook *book);
/* What a text could not take along is told of the question. */
void charter_bank_tell_lost (CharterBankQuestion *question, CharterBankFlow *flow);
/* An answer that is worth a part of the points counts as wrong: tells it. */
void charter_bank_tell_credit (CharterBankQuestion *question);
/* Holds what was read against what a kind needs, drops what a pack can't hold, and lists the question where that can't
 * be done: no stem, a choice without right answers, fewer than two of what needs two. To be called last. */
void charter_bank_question_check (CharterBankQuestion *self);
/* A single where one part is right, else a multiple. */
void charter_bank_item_settle_choice (CharterBankItem *item);
/* Where the options are not to be shuffled. */
void charter_bank_item_pin_all (CharterBankItem *item);
/* Several right options, of which any one is enough: all but the first are dropped, and that is told. */
void charter_bank_item_keep_first_right (CharterBankItem *item, CharterBankQuestion *question);
/* Text as it is, with a paragraph a line. Returns: (transfer full) (nullable) BLOCKS */
char *charter_bank_blocks_from_plain (const char *text);
/* Returns: (transfer full) (nullable) INLINE */
char *charter_bank_inline_from_plain (const char *text);
/* Adds a blank with its choices. id: "blank-1". choices: (element-type CharterBankPart).
 * Returns: (transfer full) */
char *charter_bank_blank_xml (guint index, const GPtrArray *choices);

/* Moodle's "$course$/top/Europe/Capitals" as a group's path. Returns: (transfer full) */
char *charter_bank_category_to_path (const char *category);
/* Whether text is blank or holds nothing but white space. */
gboolean charter_bank_is_blank (const char *text);

/* ---- for writers ---- */

/* Something of an item, or the item itself, can't be held. Texts are taken. */
void charter_bank_sheet_lose (CharterBankSheet *sheet, const CharterItem *item, char *what);
void charter_bank_sheet_leave (CharterBankSheet *sheet, const CharterItem *item, char *why);
/* The situations of scenarios have no place: tells of each. */
void charter_bank_sheet_tell_situations (CharterBankSheet *sheet);
/* The fields that no simple format holds: tells those that this item has. with_hint etc.: which of them it does hold.
 */
typedef enum {
  CHARTER_BANK_HINT = 1 << 0,
  CHARTER_BANK_RATIONALE = 1 << 1,
  CHARTER_BANK_WHY = 1 << 2,
  CHARTER_BANK_POINTS = 1 << 3,
  CHARTER_BANK_TAGS = 1 << 4,
  CHARTER_BANK_MARKUP = 1 << 5,
  CHARTER_BANK_PICTURES = 1 << 6,
  CHARTER_BANK_PARTIAL = 1 << 7, /* partial scoring of choices */
  CHARTER_BANK_EXACT = 1 << 8,   /* exact scoring of them */
} CharterBankField;
void charter_bank_sheet_tell_fields (CharterBankSheet *sheet, const CharterItem *item, guint held);
/* Texts as HTML; figures as <img src="PREFIXmedia/…">. diagrams as their description. Returns: (transfer full) */
char *charter_bank_html_from_blocks (CharterBlocks blocks, const char *prefix);
char *charter_bank_html_from_text (const CharterText *text);
/* The words of BLOCKS in one line. Returns: (transfer full) */
char *charter_bank_line_from_blocks (CharterBlocks blocks);
/* Whether a paragraph of plain words is all there is. */
gboolean charter_bank_blocks_are_plain (CharterBlocks blocks);
/* Adds the path of each figure's file. */
void charter_bank_collect_figures (CharterBlocks blocks, GPtrArray *paths);
/* The same of all the blocks of an item. Returns: (transfer full) (element-type utf8) */
GPtrArray *charter_bank_item_list_figures (const CharterItem *item);
/* The passage cut at its blanks: words, blank, words …; the HTML of the words and then NULL. */
GPtrArray *charter_bank_cut_passage (const CharterItem *item);
/* Moodle's share of one of n right answers: "33.33333". Returns: (nullable) static */
const char *charter_bank_share (guint n);

G_END_DECLS
