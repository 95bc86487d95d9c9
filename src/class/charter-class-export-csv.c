/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-export.h"
#include "charter-class-words.h"
#include "charter-csv.h"

#include <math.h>

/* Columns, and the cells of one row of them. */
enum {
  WHAT,
  PACK,
  ITEM,
  KEY,
  NAME,
  WORDS,
  VALUE,
  SMALL,
  N,
  ANSWERED,
  RIGHT,
  FACILITY,
  FACILITY_LOW,
  FACILITY_HIGH,
  N_REST,
  DISCRIMINATION,
  DISCRIMINATION_LOW,
  DISCRIMINATION_HIGH,
  EFFICIENCY,
  N_TIMED,
  QUARTILE_1,
  MEDIAN,
  QUARTILE_3,
  GUESS,
  GUESS_RIGHT,
  THINK,
  THINK_RIGHT,
  SURE,
  SURE_RIGHT,
  IS_KEY,
  IS_DEAD,
  N_UPPER,
  N_LOWER,
  N_COLUMNS
};

static const char *const names[N_COLUMNS] = {
  "what",
  "pack",
  "item",
  "key",
  "name",
  "words",
  "value",
  "small",
  "n",
  "answered",
  "right",
  "facility",
  "low",
  "high",
  "n_rest",
  "discrimination",
  "discrimination_low",
  "discrimination_high",
  "efficiency",
  "n_timed",
  "quartile_1",
  "median",
  "quartile_3",
  "guess",
  "guess_right",
  "think",
  "think_right",
  "sure",
  "sure_right",
  "is_key",
  "is_dead",
  "upper_third",
  "lower_third",
};

typedef struct {
  const char *text;
  double number;
  enum { EMPTY, TEXT, NUMBER, BOOLEAN } kind;
} Cell;

typedef struct {
  Cell cells[N_COLUMNS];
} Row;

static void
set_text (Row *row, guint column, const char *text)
{
  row->cells[column] = (Cell){ text, 0, TEXT };
}

static void
set_number (Row *row, guint column, double number)
{
  row->cells[column] = (Cell){ NULL, number, NUMBER };
}

static void
set_boolean (Row *row, guint column, gboolean boolean)
{
  row->cells[column] = (Cell){ NULL, boolean, BOOLEAN };
}

static void
add_row (GString *csv, const Row *row)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const Cell *cell = &row->cells[i];

      if (cell->kind == TEXT)
        charter_csv_add_text (csv, cell->text);
      else if (cell->kind == NUMBER)
        charter_csv_add_number (csv, cell->number);
      else if (cell->kind == BOOLEAN)
        charter_csv_add_boolean (csv, cell->number != 0);
      else
        charter_csv_add_empty (csv, 1);
    }
  charter_csv_end_row (csv);
}

/* ---- rows ---- */

static void
add_head (GString *csv)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    charter_csv_add_text (csv, names[i]);
  charter_csv_end_row (csv);
}

static void
add_figures (GString *csv, const CharterClassFigures *figures)
{
  CharterClassNamed named[CHARTER_CLASS_N_NAMED];

  charter_class_list_named (figures, named);
  for (guint i = 0; i < CHARTER_CLASS_N_NAMED; i++)
    {
      Row row = { 0 };

      set_text (&row, WHAT, "figure");
      set_text (&row, NAME, named[i].name);
      set_number (&row, VALUE, named[i].value);
      set_text (&row, SMALL, named[i].is_small ? named[i].name : "");
      set_number (&row, N, figures->n);
      add_row (csv, &row);
    }
}

static Row
make_item_row (const char *what, const CharterClassItem *item)
{
  Row row = { 0 };

  set_text (&row, WHAT, what);
  set_text (&row, PACK, item->column->pack);
  set_text (&row, ITEM, item->column->id);
  set_text (&row, KEY, item->column->key_hash);
  return row;
}

static void
set_figures (Row *row, const CharterClassItem *item)
{
  set_number (row, N, item->n);
  set_number (row, ANSWERED, item->n_answered);
  set_number (row, RIGHT, item->n_right);
  set_number (row, FACILITY, item->facility);
  set_number (row, FACILITY_LOW, item->facility_interval.low);
  set_number (row, FACILITY_HIGH, item->facility_interval.high);
  set_number (row, N_REST, item->n_rest);
  set_number (row, DISCRIMINATION, item->discrimination);
  set_number (row, DISCRIMINATION_LOW, item->discrimination_low);
  set_number (row, DISCRIMINATION_HIGH, item->discrimination_high);
  set_number (row, EFFICIENCY, item->efficiency);
  set_number (row, N_UPPER, item->n_upper);
  set_number (row, N_LOWER, item->n_lower);
  set_number (row, N_TIMED, item->n_timed);
  for (guint i = 0; i < 3; i++)
    {
      set_number (row, QUARTILE_1 + i, item->quartiles[i]);
      set_number (row, GUESS + 2 * i, item->n_sure[CHARTER_CONFIDENCE_GUESS + i]);
      set_number (row, GUESS_RIGHT + 2 * i, item->n_sure_right[CHARTER_CONFIDENCE_GUESS + i]);
    }
}

/* Returns: (transfer full) the names of what says little, with blanks between them */
static char *
dup_small (const CharterClassItem *item)
{
  g_autoptr (GString) small = g_string_new (NULL);

  for (guint i = 0; i < CHARTER_CLASS_CONSISTENCY; i++)
    if (charter_class_item_is_small (item, (CharterClassKind)i))
      g_string_append_printf (small, "%s%s", small->len > 0 ? " " : "",
                              charter_class_caution_get ((CharterClassKind)i)->name);
  return g_string_free (g_steal_pointer (&small), FALSE);
}

static void
add_choice (GString *csv, const CharterClassItem *item, const CharterClassChoice *choice)
{
  Row row = make_item_row ("choice", item);
  g_autofree char *words = charter_class_words_dup_choice (item, choice);

  set_text (&row, NAME, choice->id);
  set_text (&row, WORDS, words);
  set_number (&row, N, choice->n);
  set_number (&row, N_UPPER, choice->n_upper);
  set_number (&row, N_LOWER, choice->n_lower);
  if (choice->key_known)
    set_boolean (&row, IS_KEY, choice->is_key);
  set_boolean (&row, IS_DEAD, choice->is_dead);
  add_row (csv, &row);
}

static void
add_idea (GString *csv, Row row, const CharterClassIdea *idea)
{
  set_text (&row, NAME, idea->ref);
  set_text (&row, WORDS, charter_class_words_get_idea (idea));
  set_number (&row, N, idea->n_offered);
  set_number (&row, VALUE, idea->n_shown);
  add_row (csv, &row);
}

static void
add_item (GString *csv, const CharterClassItem *item)
{
  Row row = make_item_row ("item", item);
  g_autofree char *words = charter_class_words_dup_item (item);
  g_autofree char *small = dup_small (item);

  set_text (&row, NAME, charter_item_kind_name (item->column->kind));
  set_text (&row, WORDS, words);
  set_text (&row, SMALL, small);
  set_figures (&row, item);
  add_row (csv, &row);
  for (guint i = 0; i < item->choices->len; i++)
    add_choice (csv, item, &g_array_index (item->choices, CharterClassChoice, i));
  for (guint i = 0; i < item->ideas->len; i++)
    add_idea (csv, make_item_row ("misconception", item), &g_array_index (item->ideas, CharterClassIdea, i));
}

static void
add_cautions (GString *csv)
{
  for (guint i = 0; i < CHARTER_CLASS_N_KINDS; i++)
    {
      const CharterClassCaution *caution = charter_class_caution_get ((CharterClassKind)i);
      g_autofree char *words = charter_class_caution_dup_words ((CharterClassKind)i);
      Row row = { 0 };

      set_text (&row, WHAT, "caution");
      set_text (&row, NAME, caution->name);
      set_text (&row, WORDS, words);
      set_number (&row, VALUE, caution->least);
      add_row (csv, &row);
    }
}

static void
add_fault (GString *csv, const CharterClassFault *fault)
{
  Row row = { 0 };

  set_text (&row, WHAT, "file");
  set_text (&row, NAME, fault->file);
  set_text (&row, WORDS, fault->sentence);
  add_row (csv, &row);
}

char *
charter_class_export_csv (const CharterClassAnalysis *analysis, GPtrArray *faults)
{
  GString *csv = g_string_new (NULL);

  add_head (csv);
  add_figures (csv, &analysis->figures);
  for (guint i = 0; i < analysis->items->len; i++)
    add_item (csv, analysis->items->pdata[i]);
  for (guint i = 0; i < analysis->ideas->len; i++)
    {
      Row row = { 0 };

      set_text (&row, WHAT, "idea");
      add_idea (csv, row, &g_array_index (analysis->ideas, CharterClassIdea, i));
    }
  add_cautions (csv);
  for (guint i = 0; i < faults->len; i++)
    add_fault (csv, faults->pdata[i]);
  return g_string_free (csv, FALSE);
}
