/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks as plain words, a line each paragraph. */

#include "charter-pack.h"

static void append_blocks (GString *out, CharterBlocks blocks);

static void
append_line (GString *out, const char *prefix, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, prefix);
  g_string_append (out, words);
}

static void
append_pair (GString *out, const char *name, const char *value)
{
  g_autofree char *words = g_strdup_printf ("%s: %s", name, value);

  append_line (out, "", words);
}

static void
append_list (GString *out, const CharterList *list, gboolean numbered)
{
  for (guint i = 0; i < list->n_entries; i++)
    {
      g_autofree char *prefix = numbered ? g_strdup_printf ("%u. ", i + 1) : g_strdup ("• ");

      append_line (out, prefix, list->entries[i].plain);
    }
}

static void
append_quote (GString *out, const CharterQuote *quote)
{
  append_blocks (out, quote->blocks);
  append_line (out, "— ", quote->by);
}

static void
append_callout (GString *out, const CharterCallout *callout)
{
  append_line (out, "", callout->title.plain);
  append_blocks (out, callout->blocks);
}

static void
append_diagram (GString *out, const CharterDiagram *diagram)
{
  append_line (out, "", diagram->alt);
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      append_line (out, "• ", diagram->nodes[i].text.plain);
      append_line (out, "  ", diagram->nodes[i].note.plain);
    }
  append_line (out, "", diagram->caption.plain);
}

static void
append_table (GString *out, const CharterTable *table)
{
  append_line (out, "", table->caption.plain);
  for (guint row = 0; row < table->n_rows; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint column = 0; column < table->n_columns; column++)
        {
          if (column > 0)
            g_string_append (line, " | ");
          g_string_append (line, table->cells[row * table->n_columns + column].plain);
        }
      append_line (out, "", line->str);
    }
}

static void
append_facts (GString *out, const CharterFacts *facts)
{
  for (guint i = 0; i < facts->n_facts; i++)
    append_pair (out, facts->facts[i].name.plain, facts->facts[i].value.plain);
}

static void
append_comparison (GString *out, const CharterComparison *comparison)
{
  append_line (out, "", comparison->caption.plain);
  for (guint i = 0; i < comparison->n_aspects; i++)
    {
      const CharterAspect *aspect = &comparison->aspects[i];

      append_line (out, "", aspect->text.plain);
      for (guint side = 0; side < comparison->n_sides; side++)
        append_pair (out, comparison->sides[side].text.plain, aspect->cells[side].text.plain);
    }
}

static void
append_figure (GString *out, const CharterFigure *figure)
{
  append_line (out, "", figure->alt);
  append_line (out, "", figure->caption.plain);
}

static void
append_block (GString *out, const CharterBlock *block)
{
  switch (block->kind)
    {
    case CHARTER_BLOCK_P:
      append_line (out, "", block->p.plain);
      break;
    case CHARTER_BLOCK_LIST:
    case CHARTER_BLOCK_STEPS:
      append_list (out, block->list, block->kind == CHARTER_BLOCK_STEPS);
      break;
    case CHARTER_BLOCK_QUOTE:
      append_quote (out, block->quote);
      break;
    case CHARTER_BLOCK_CALLOUT:
      append_callout (out, block->callout);
      break;
    case CHARTER_BLOCK_FIGURE:
      append_figure (out, block->figure);
      break;
    case CHARTER_BLOCK_DIAGRAM:
      append_diagram (out, block->diagram);
      break;
    case CHARTER_BLOCK_TABLE:
      append_table (out, block->table);
      break;
    case CHARTER_BLOCK_FACTS:
      append_facts (out, block->facts);
      break;
    case CHARTER_BLOCK_COMPARISON:
      append_comparison (out, block->comparison);
      break;
    case CHARTER_BLOCK_CHECK: /* has no words of its own */
      break;
    }
}

static void
append_blocks (GString *out, CharterBlocks blocks)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    append_block (out, &blocks.blocks[i]);
}

char *
charter_blocks_to_plain (CharterBlocks blocks)
{
  GString *out = g_string_new (NULL);

  append_blocks (out, blocks);
  return g_string_free (out, FALSE);
}
