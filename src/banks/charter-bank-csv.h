/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank-private.h"

G_BEGIN_DECLS

/* Tables as spreadsheets write them (RFC 4180): commas, semicolons or tabs, whichever is most frequent in the first
 * lines or is named by a line "sep=;"; cells in quotes may hold line feeds. */
typedef struct {
  guint line;   /* from 1 */
  char **cells; /* NULL-terminated */
} CharterBankRow;

#define CHARTER_BANK_MOST_OPTIONS 26
#define CHARTER_BANK_LOWEST_HEAD 20 /* rows that are looked at for the names of the columns */

typedef enum {
  CHARTER_BANK_COLUMN_ID,
  CHARTER_BANK_COLUMN_KIND,
  CHARTER_BANK_COLUMN_TOPIC,
  CHARTER_BANK_COLUMN_QUESTION,
  CHARTER_BANK_COLUMN_ANSWER,
  CHARTER_BANK_COLUMN_OPTIONS, /* all in one cell */
  CHARTER_BANK_COLUMN_WRONGS,  /* the same of those that are wrong */
  CHARTER_BANK_COLUMN_TOLERANCE,
  CHARTER_BANK_COLUMN_UNIT,
  CHARTER_BANK_COLUMN_RATIONALE,
  CHARTER_BANK_COLUMN_HINT,
  CHARTER_BANK_COLUMN_POINTS,
  CHARTER_BANK_COLUMN_TAGS,
  CHARTER_BANK_N_COLUMNS
} CharterBankColumn;

typedef struct {
  CharterBankBook *book;
  gboolean has_head;
  guint first;                         /* row of the first question */
  int columns[CHARTER_BANK_N_COLUMNS]; /* −1 where there is none; so below */
  int options[CHARTER_BANK_MOST_OPTIONS];
  int wrongs[CHARTER_BANK_MOST_OPTIONS];
  int whys[CHARTER_BANK_MOST_OPTIONS];
  gboolean keys_are_places; /* where a key may be an option's words as well as its number */
  guint first_place;        /* 1, or 0 where they are counted from there */
} CharterBankTable;

typedef struct {
  char *words;
  char *why;
  guint place; /* from 0, as keys count them: empty options have a place, too */
  gboolean is_right;
} CharterBankOption;

/* Returns: (transfer full) (element-type CharterBankRow) without empty rows */
GPtrArray *charter_bank_csv_parse (const char *text);
/* Adds a cell. What a spreadsheet would take for a formula gets an apostrophe before it. */
void charter_bank_csv_add (GString *csv, const char *cell, gboolean is_last);

/* Finds the row that names the columns, and tells what is not understood. rows: (element-type CharterBankRow) */
void charter_bank_csv_read_head (CharterBankTable *table, const GPtrArray *rows);
void charter_bank_csv_clear_columns (CharterBankTable *table);
/* Whether a row names a question, and its answer or options. */
gboolean charter_bank_csv_names_columns (const CharterBankRow *row);
/* A name as columns are compared: "Option_A" as "option a". Returns: (transfer full) */
char *charter_bank_csv_dup_name (const char *cell);
/* "b", and "2" where first is 1, are 1. Returns: −1 for anything else */
int charter_bank_csv_read_place (const char *text, guint first);
/* The same of "option b" and its like. */
int charter_bank_csv_read_option_name (const char *name);

/* Returns: "" where there is no such column */
const char *charter_bank_csv_get (const CharterBankTable *table, const CharterBankRow *row, CharterBankColumn column);
/* Returns: (transfer full) (element-type CharterBankOption) those with words */
GPtrArray *charter_bank_csv_list_options (const CharterBankTable *table, const CharterBankRow *row);
GPtrArray *charter_bank_csv_new_options (void);
/* Returns: (nullable) owned by options; NULL where words is "" */
CharterBankOption *charter_bank_csv_add_option (GPtrArray *options, const char *words, const char *why, guint place);

/* Sees how the whole table tells what is right. */
void charter_bank_csv_learn_keys (CharterBankTable *table, const GPtrArray *rows);
/* Marks those that key names: "B", "2", "A,C", "A;C", "AC", or their words. Returns: whether all were found */
gboolean charter_bank_csv_mark (const GPtrArray *options, const char *key, const CharterBankTable *table);

/* Tables of learning platforms whose rows are no questions of one shape: a row for each question with its kind in front
 * (Blackboard), a row for each part of a question (Brightspace). Returns: whether it was such a table */
gboolean charter_bank_csv_read_blackboard (CharterBankBook *book, const GPtrArray *rows);
gboolean charter_bank_csv_read_brightspace (CharterBankBook *book, const GPtrArray *rows);
gboolean charter_bank_csv_is_blackboard (const GPtrArray *rows);
gboolean charter_bank_csv_is_brightspace (const GPtrArray *rows);
/* Adds options as parts of a choice. */
void charter_bank_csv_give_options (CharterBankItem *item, const GPtrArray *options);
/* Lists the question for a key that names no option; key: "" where there is none. */
void charter_bank_csv_list_key (CharterBankQuestion *question, const char *key);

gboolean charter_bank_csv_read (GBytes *bytes, CharterBankBook *book, GError **error);
GBytes *charter_bank_csv_write (CharterBankSheet *sheet, GError **error);

/* A side of a pair and the other: "Paris => Seine". */
#define CHARTER_BANK_ARROW "=>"

G_END_DECLS
