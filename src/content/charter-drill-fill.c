/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drill's words with the values of a seed in their places. What marks words, such as emphasis, goes on marking the
 * same ones. */

#include "charter-arena-private.h"
#include "charter-diagram.h"
#include "charter-drill.h"
#include "charter-number.h"

#include <string.h>

#define PLACES_IN_TEXT 6 /* decimals */

/* The item comes first, so that whoever has its address has all of it. */
typedef struct {
  CharterItem item;
  CharterArena *arena; /* of its words; everything else is the pack's */
  CharterDrillValues *values;
} Filled;

static CharterBlocks fill_blocks (Filled *self, CharterBlocks blocks);

/* ---- one text ---- */

/* A text while it is filled. before and after: where what a byte of it has become begins and ends, for each byte. */
typedef struct {
  GString *out;
  gsize *before, *after;
  gsize at; /* bytes of the text that are done */
} Writer;

static void
write_words (Writer *writer, const char *plain, gsize end)
{
  for (; writer->at < end; writer->at++)
    {
      writer->before[writer->at] = writer->out->len;
      g_string_append_c (writer->out, plain[writer->at]);
      writer->after[writer->at] = writer->out->len;
    }
}

static void
write_instead (Writer *writer, const char *words, gsize end)
{
  gsize begin = writer->out->len;

  g_string_append (writer->out, words);
  for (; writer->at < end; writer->at++)
    {
      writer->before[writer->at] = begin;
      writer->after[writer->at] = writer->out->len;
    }
}

/* Returns: (nullable) NULL where it can't be computed */
static char *
dup_value (const Filled *self, const char *expression)
{
  g_autofree char *digits = NULL;
  CharterValue value;

  if (!charter_drill_evaluate (self->values, expression, &value, NULL))
    return NULL;
  digits = charter_value_to_string (value, PLACES_IN_TEXT);
  return charter_number_to_words (digits, self->item.typed->mark);
}

static void
write_text (Writer *writer, const Filled *self, const char *plain)
{
  const char *open, *close;

  while (charter_drill_find_place (plain + writer->at, &open, &close))
    {
      g_autofree char *inside = g_strndup (open + 1, close - open - 1);
      g_autofree char *words = *close == '{' ? g_strdup ("{") : dup_value (self, inside);
      gsize end = close + 1 - plain;

      write_words (writer, plain, open - plain);
      if (words != NULL)
        write_instead (writer, words, end);
      else
        write_words (writer, plain, end);
    }
  write_words (writer, plain, strlen (plain));
}

static const CharterSpan *
move_spans (Filled *self, const CharterSpan *spans, const Writer *writer)
{
  CharterSpan *moved;
  guint n = 0;

  if (spans == NULL)
    return NULL;
  while (spans[n].kind != CHARTER_SPAN_END)
    n++;
  moved = charter_arena_memdup (self->arena, spans, (n + 1) * sizeof (CharterSpan));
  for (guint i = 0; i < n; i++)
    if (spans[i].length > 0)
      {
        moved[i].start = writer->before[spans[i].start];
        moved[i].length = writer->after[spans[i].start + spans[i].length - 1] - moved[i].start;
      }
  return moved;
}

static CharterText
fill_text (Filled *self, CharterText text)
{
  g_autoptr (GString) out = NULL;
  g_autofree gsize *before = NULL, *after = NULL;
  Writer writer;

  if (text.plain == NULL || strchr (text.plain, '{') == NULL)
    return text;
  out = g_string_new (NULL);
  before = g_new (gsize, strlen (text.plain));
  after = g_new (gsize, strlen (text.plain));
  writer = (Writer){ out, before, after, 0 };
  write_text (&writer, self, text.plain);
  return (CharterText){ charter_arena_strndup (self->arena, out->str, out->len),
                        move_spans (self, text.spans, &writer) };
}

static const CharterText *
fill_texts (Filled *self, const CharterText *texts, guint n)
{
  CharterText *filled = charter_arena_new_n (self->arena, CharterText, n);

  for (guint i = 0; i < n; i++)
    filled[i] = fill_text (self, texts[i]);
  return filled;
}

static const char *
fill_plain (Filled *self, const char *plain)
{
  return fill_text (self, (CharterText){ plain, NULL }).plain;
}

/* ---- blocks; a copy of each, for the pack's never change ---- */

#define copy(self, original) charter_arena_memdup ((self)->arena, (original), sizeof *(original))

static const CharterList *
fill_list (Filled *self, const CharterList *list)
{
  CharterList *filled = copy (self, list);

  filled->entries = fill_texts (self, list->entries, list->n_entries);
  return filled;
}

static const CharterQuote *
fill_quote (Filled *self, const CharterQuote *quote)
{
  CharterQuote *filled = copy (self, quote);

  filled->blocks = fill_blocks (self, quote->blocks);
  return filled;
}

static const CharterCallout *
fill_callout (Filled *self, const CharterCallout *callout)
{
  CharterCallout *filled = copy (self, callout);

  filled->title = fill_text (self, callout->title);
  filled->blocks = fill_blocks (self, callout->blocks);
  return filled;
}

static const CharterFigure *
fill_figure (Filled *self, const CharterFigure *figure)
{
  CharterFigure *filled = copy (self, figure);

  filled->alt = fill_plain (self, figure->alt);
  filled->caption = fill_text (self, figure->caption);
  return filled;
}

static const CharterDiagram *
fill_diagram (Filled *self, const CharterDiagram *diagram)
{
  CharterDiagram *filled = copy (self, diagram);
  CharterNode *nodes = charter_arena_memdup (self->arena, diagram->nodes, diagram->n_nodes * sizeof *nodes);
  CharterEdge *edges = charter_arena_memdup (self->arena, diagram->edges, diagram->n_edges * sizeof *edges);

  filled->alt = fill_plain (self, diagram->alt);
  filled->caption = fill_text (self, diagram->caption);
  filled->nodes = nodes;
  filled->edges = edges;
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      nodes[i].text = fill_text (self, nodes[i].text);
      nodes[i].note = fill_text (self, nodes[i].note);
    }
  for (guint i = 0; i < diagram->n_edges; i++)
    edges[i].text = fill_text (self, edges[i].text);
  return filled;
}

static const CharterTable *
fill_table (Filled *self, const CharterTable *table)
{
  CharterTable *filled = copy (self, table);

  filled->cells = fill_texts (self, table->cells, table->n_rows * table->n_columns);
  filled->caption = fill_text (self, table->caption);
  return filled;
}

static const CharterFacts *
fill_facts (Filled *self, const CharterFacts *facts)
{
  CharterFacts *filled = copy (self, facts);
  CharterFact *each = charter_arena_memdup (self->arena, facts->facts, facts->n_facts * sizeof *each);

  for (guint i = 0; i < facts->n_facts; i++)
    each[i] = (CharterFact){ fill_text (self, each[i].name), fill_text (self, each[i].value) };
  filled->facts = each;
  return filled;
}

static void
fill_block (Filled *self, CharterBlock *block)
{
  switch (block->kind)
    {
    case CHARTER_BLOCK_P:
      block->p = fill_text (self, block->p);
      break;
    case CHARTER_BLOCK_LIST:
    case CHARTER_BLOCK_STEPS:
      block->list = fill_list (self, block->list);
      break;
    case CHARTER_BLOCK_QUOTE:
      block->quote = fill_quote (self, block->quote);
      break;
    case CHARTER_BLOCK_CALLOUT:
      block->callout = fill_callout (self, block->callout);
      break;
    case CHARTER_BLOCK_FIGURE:
      block->figure = fill_figure (self, block->figure);
      break;
    case CHARTER_BLOCK_DIAGRAM:
      block->diagram = fill_diagram (self, block->diagram);
      break;
    case CHARTER_BLOCK_TABLE:
      block->table = fill_table (self, block->table);
      break;
    case CHARTER_BLOCK_FACTS:
      block->facts = fill_facts (self, block->facts);
      break;
    case CHARTER_BLOCK_COMPARISON: /* these two stand in lessons only */
    case CHARTER_BLOCK_CHECK:
      break;
    }
}

static CharterBlocks
fill_blocks (Filled *self, CharterBlocks blocks)
{
  CharterBlock *filled = charter_arena_memdup (self->arena, blocks.blocks, blocks.n_blocks * sizeof (CharterBlock));

  for (guint i = 0; i < blocks.n_blocks; i++)
    fill_block (self, &filled[i]);
  return (CharterBlocks){ filled, blocks.n_blocks };
}

/* ---- the item ---- */

static const CharterTyped *
fill_nears (Filled *self, const CharterTyped *typed)
{
  CharterTyped *filled = copy (self, typed);
  CharterNear *nears = charter_arena_memdup (self->arena, typed->nears, typed->n_nears * sizeof *nears);

  for (guint i = 0; i < typed->n_nears; i++)
    nears[i].why = fill_blocks (self, nears[i].why);
  filled->nears = nears;
  return filled;
}

CharterItem *
charter_drill_new_filled (const CharterItem *item, guint64 seed)
{
  Filled *self = g_new0 (Filled, 1);

  self->item = *item;
  self->item.key_memo = (CharterKeyMemo){ 0 }; /* it is of the values that were drawn */
  self->arena = charter_arena_new ();
  self->values = charter_drill_draw (item, seed, NULL);
  if (self->values == NULL)
    return &self->item;
  self->item.stem = fill_blocks (self, item->stem);
  self->item.hint = fill_blocks (self, item->hint);
  self->item.rationale = fill_blocks (self, item->rationale);
  self->item.typed = fill_nears (self, item->typed);
  return &self->item;
}

void
charter_drill_free_filled (CharterItem *item)
{
  Filled *self = (Filled *)item;

  g_clear_pointer (&self->values, charter_drill_values_free);
  charter_arena_free (self->arena);
  g_free (self);
}
