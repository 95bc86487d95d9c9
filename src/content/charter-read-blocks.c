/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BLOCKS, each kind through one table. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef gboolean (*ReadBlock) (CharterReader *reader, const CharterElement *element, CharterBlock *block);

static gboolean
read_p (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  block->kind = CHARTER_BLOCK_P;
  block->p = charter_read_text (reader, element);
  return TRUE;
}

static gboolean
read_list (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  CharterList *list = charter_arena_new_n (reader->arena, CharterList, 1);
  CharterText *entries = charter_arena_new_n (reader->arena, CharterText, charter_element_count (element, EL_LI));

  charter_element_foreach (li, element, EL_LI) entries[list->n_entries++] = charter_read_text (reader, li);
  list->entries = entries;
  block->kind = element->kind == EL_STEPS ? CHARTER_BLOCK_STEPS : CHARTER_BLOCK_LIST;
  block->list = list;
  return list->n_entries > 0;
}

static gboolean
read_quote (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  CharterQuote *quote = charter_arena_new_n (reader->arena, CharterQuote, 1);

  quote->by = charter_arena_strdup (reader->arena, charter_element_get (element, AT_BY));
  quote->blocks = charter_read_blocks (reader, element);
  block->kind = CHARTER_BLOCK_QUOTE;
  block->quote = quote;
  return quote->blocks.n_blocks > 0;
}

static CharterCalloutKind
callout_kind (const char *name)
{
  static const char *const names[] = { "definition", "example", "warning", "exam-tip", "key-idea" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return (CharterCalloutKind)i;
  return CHARTER_CALLOUT_KEY_IDEA;
}

static gboolean
read_callout (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  CharterCallout *callout = charter_arena_new_n (reader->arena, CharterCallout, 1);

  callout->kind = callout_kind (charter_element_get (element, AT_KIND));
  callout->title = charter_read_child_text (reader, element, EL_TITLE);
  callout->blocks = charter_read_blocks (reader, element);
  block->kind = CHARTER_BLOCK_CALLOUT;
  block->callout = callout;
  return callout->blocks.n_blocks > 0;
}

static gboolean
read_figure_block (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  block->kind = CHARTER_BLOCK_FIGURE;
  block->figure = charter_read_figure (reader, element);
  return block->figure != NULL;
}

static gboolean
read_diagram_block (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  block->kind = CHARTER_BLOCK_DIAGRAM;
  block->diagram = charter_read_diagram (reader, element);
  return block->diagram != NULL;
}

static gboolean
read_comparison_block (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  block->kind = CHARTER_BLOCK_COMPARISON;
  block->comparison = charter_read_comparison (reader, element);
  return block->comparison != NULL;
}

static void
read_row (CharterReader *reader, const CharterElement *row, CharterText *cells)
{
  charter_element_foreach (cell, row, EL_CELL) *cells++ = charter_read_text (reader, cell);
}

static void
check_row (CharterReader *reader, const CharterElement *row, guint n_columns)
{
  guint n = charter_element_count (row, EL_CELL);

  if (n != n_columns)
    charter_reader_error (reader, "uneven-table", row, AT_NONE,
                          g_strdup_printf (ngettext ("this row has %'u cell", "this row has %'u cells", n), n),
                          g_strdup_printf (_ ("all rows of a table have as many cells as the first one, %u"),
                                           n_columns),
                          g_strdup (_ ("add or remove cells; a cell may be empty")));
}

static gboolean
read_table (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  CharterTable *table = charter_arena_new_n (reader->arena, CharterTable, 1);
  const CharterElement *head = charter_element_find (element, EL_HEAD);
  const CharterElement *first = head ? head : charter_element_find (element, EL_ROW);
  CharterText *cells;
  guint n_cells;

  if (!first)
    return FALSE;
  table->n_columns = charter_element_count (first, EL_CELL);
  for (const CharterElement *row = first; row; row = row->next)
    {
      check_row (reader, row, table->n_columns);
      table->n_columns = MAX (table->n_columns, charter_element_count (row, EL_CELL));
      table->n_rows++;
    }
  n_cells = table->n_rows * table->n_columns;
  cells = charter_arena_new_n (reader->arena, CharterText, n_cells);
  for (guint i = 0; i < n_cells; i++)
    cells[i].plain = "";
  table->cells = cells;
  for (const CharterElement *row = first; row; row = row->next, cells += table->n_columns)
    read_row (reader, row, cells);
  table->has_head = head != NULL;
  table->caption = charter_read_child_text (reader, element, EL_CAPTION);
  block->kind = CHARTER_BLOCK_TABLE;
  block->table = table;
  return TRUE;
}

static gboolean
read_facts (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  CharterFacts *facts = charter_arena_new_n (reader->arena, CharterFacts, 1);
  CharterFact *fact = charter_arena_new_n (reader->arena, CharterFact, charter_element_count (element, EL_FACT));

  facts->facts = fact;
  charter_element_foreach (child, element, EL_FACT)
  {
    fact->name = charter_read_child_text (reader, child, EL_FACT_NAME);
    fact->value = charter_read_child_text (reader, child, EL_FACT_VALUE);
    fact++;
    facts->n_facts++;
  }
  block->kind = CHARTER_BLOCK_FACTS;
  block->facts = facts;
  return facts->n_facts > 0;
}

static gboolean
read_check (CharterReader *reader, const CharterElement *element, CharterBlock *block)
{
  block->kind = CHARTER_BLOCK_CHECK;
  block->check
    = charter_reader_read_ref (reader, element, AT_REF,
                               CHARTER_INDEX_MASK (CHARTER_INDEX_ITEM) | CHARTER_INDEX_MASK (CHARTER_INDEX_COMPARISON));
  return block->check != NULL;
}

static const ReadBlock block_readers[N_ELEMENTS] = {
  [EL_P] = read_p,
  [EL_LIST] = read_list,
  [EL_STEPS] = read_list,
  [EL_QUOTE] = read_quote,
  [EL_CALLOUT] = read_callout,
  [EL_FIGURE] = read_figure_block,
  [EL_DIAGRAM] = read_diagram_block,
  [EL_TABLE] = read_table,
  [EL_FACTS] = read_facts,
  [EL_COMPARISON] = read_comparison_block,
  [EL_CHECK] = read_check,
};

static guint
count_blocks (const CharterElement *element)
{
  guint n = 0;

  for (const CharterElement *child = element->first; child; child = child->next)
    if (block_readers[child->kind])
      n++;
  return n;
}

CharterBlocks
charter_read_blocks (CharterReader *reader, const CharterElement *element)
{
  CharterBlocks blocks = { NULL, 0 };
  CharterBlock *block;

  if (!element || count_blocks (element) == 0)
    return blocks;
  block = charter_arena_new_n (reader->arena, CharterBlock, count_blocks (element));
  blocks.blocks = block;
  for (const CharterElement *child = element->first; child; child = child->next)
    if (block_readers[child->kind] && block_readers[child->kind](reader, child, block))
      {
        block++;
        blocks.n_blocks++;
      }
  return blocks;
}

CharterBlocks
charter_read_child_blocks (CharterReader *reader, const CharterElement *element, CharterElementKind kind)
{
  return charter_read_blocks (reader, charter_element_find (element, kind));
}
