/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-blocks.h"

#include <glib/gi18n-lib.h>

static void
print_list (CharterDocument *document, const CharterList *list, gboolean is_numbered)
{
  for (guint i = 0; i < list->n_entries; i++)
    {
      g_autofree char *label = is_numbered ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");

      charter_document_add_labelled (document, label, CHARTER_LABEL_PLAIN, list->entries[i]);
      if (i > 0)
        charter_document_tighten (document);
    }
}

static void
print_quote (CharterDocument *document, CharterPack *pack, const CharterQuote *quote)
{
  g_autofree char *by = quote->by != NULL ? g_strconcat ("— ", quote->by, NULL) : NULL;

  charter_document_indent (document, 1);
  charter_print_blocks (document, pack, quote->blocks);
  charter_document_add_words (document, CHARTER_STYLE_NOTE, by);
  charter_document_indent (document, -1);
}

static const char *
get_callout_name (CharterCalloutKind kind)
{
  static const char *const names[] = {
    [CHARTER_CALLOUT_DEFINITION] = N_ ("Definition"), [CHARTER_CALLOUT_EXAMPLE] = N_ ("Example"),
    [CHARTER_CALLOUT_WARNING] = N_ ("Warning"),       [CHARTER_CALLOUT_EXAM_TIP] = N_ ("Exam tip"),
    [CHARTER_CALLOUT_KEY_IDEA] = N_ ("Key idea"),
  };

  return _ (names[kind]);
}

static void
print_callout (CharterDocument *document, CharterPack *pack, const CharterCallout *callout)
{
  const char *name = get_callout_name (callout->kind);
  g_autofree char *heading
    = *callout->title.plain != '\0' ? g_strdup_printf ("%s: %s", name, callout->title.plain) : g_strdup (name);

  charter_document_indent (document, 1);
  charter_document_add_words (document, CHARTER_STYLE_STRONG, heading);
  charter_print_blocks (document, pack, callout->blocks);
  charter_document_indent (document, -1);
}

static void
print_table (CharterDocument *document, const CharterTable *table)
{
  charter_document_add_caption (document, table->caption);
  charter_document_begin_table (document, table->n_columns, table->has_head, TRUE);
  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    charter_document_add_cell (document, table->cells[i]);
  charter_document_end_table (document);
}

static void
print_facts (CharterDocument *document, const CharterFacts *facts)
{
  charter_document_begin_table (document, 2, FALSE, TRUE);
  for (guint i = 0; i < facts->n_facts; i++)
    {
      charter_document_add_cell (document, facts->facts[i].name);
      charter_document_add_cell (document, facts->facts[i].value);
    }
  charter_document_end_table (document);
}

static void
print_comparison (CharterDocument *document, const CharterComparison *comparison)
{
  charter_document_add_caption (document, comparison->caption);
  charter_document_begin_table (document, comparison->n_sides + 1, TRUE, TRUE);
  charter_document_add_cell_words (document, "");
  for (guint i = 0; i < comparison->n_sides; i++)
    charter_document_add_cell (document, comparison->sides[i].text);
  for (guint i = 0; i < comparison->n_aspects; i++)
    {
      charter_document_add_cell (document, comparison->aspects[i].text);
      for (guint side = 0; side < comparison->n_sides; side++)
        charter_document_add_cell (document, comparison->aspects[i].cells[side].text);
    }
  charter_document_end_table (document);
}

/* A question in a lesson is asked without its answer: that is in the application. */
static void
print_check (CharterDocument *document, CharterPack *pack, const char *ref)
{
  const CharterItem *item = charter_pack_find_check (pack, ref);

  if (item == NULL)
    return;
  charter_document_indent (document, 1);
  charter_document_add_words (document, CHARTER_STYLE_STRONG, _ ("Question"));
  charter_print_blocks (document, pack, item->stem);
  charter_document_indent (document, -1);
}

static void
print_block (CharterDocument *document, CharterPack *pack, const CharterBlock *block)
{
  switch (block->kind)
    {
    case CHARTER_BLOCK_P:
      charter_document_add_text (document, CHARTER_STYLE_BODY, block->p);
      break;
    case CHARTER_BLOCK_LIST:
    case CHARTER_BLOCK_STEPS:
      print_list (document, block->list, block->kind == CHARTER_BLOCK_STEPS);
      break;
    case CHARTER_BLOCK_QUOTE:
      print_quote (document, pack, block->quote);
      break;
    case CHARTER_BLOCK_CALLOUT:
      print_callout (document, pack, block->callout);
      break;
    case CHARTER_BLOCK_FIGURE:
      charter_print_figure (document, pack, block->figure, NULL);
      break;
    case CHARTER_BLOCK_DIAGRAM:
      charter_print_diagram (document, pack, block->diagram, NULL);
      break;
    case CHARTER_BLOCK_TABLE:
      print_table (document, block->table);
      break;
    case CHARTER_BLOCK_FACTS:
      print_facts (document, block->facts);
      break;
    case CHARTER_BLOCK_COMPARISON:
      print_comparison (document, block->comparison);
      break;
    case CHARTER_BLOCK_CHECK:
    default:
      print_check (document, pack, block->check);
      break;
    }
}

void
charter_print_blocks (CharterDocument *document, CharterPack *pack, CharterBlocks blocks)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    print_block (document, pack, &blocks.blocks[i]);
}
