/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What writers share: saying what a format can't hold, and texts as HTML. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-private.h"

/* ---- telling ---- */

void
charter_bank_sheet_lose (CharterBankSheet *sheet, const CharterItem *item, char *what)
{
  g_ptr_array_add (sheet->notes,
                   charter_bank_note_new (CHARTER_SEVERITY_WARNING, "not-held", 0, NULL, item->id, what, NULL, NULL));
}

void
charter_bank_sheet_leave (CharterBankSheet *sheet, const CharterItem *item, char *why)
{
  g_ptr_array_add (sheet->notes,
                   charter_bank_note_new (CHARTER_SEVERITY_ERROR, "not-written", 0, NULL, item->id, why, NULL, NULL));
}

void
charter_bank_sheet_tell_situations (CharterBankSheet *sheet)
{
  for (guint i = 0; i < sheet->pack->n_groups; i++)
    if (sheet->pack->groups[i]->is_scenario)
      g_ptr_array_add (sheet->notes,
                       charter_bank_note_new (CHARTER_SEVERITY_WARNING, "not-held", 0, NULL, sheet->pack->groups[i]->id,
                                              g_strdup (_ ("without the situation of its questions")), NULL, NULL));
}

static gboolean
has_why (const CharterItem *item)
{
  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].why.n_blocks > 0)
      return TRUE;
  for (guint i = 0; item->typed != NULL && i < item->typed->n_nears; i++)
    if (item->typed->nears[i].why.n_blocks > 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_misconception (const CharterItem *item)
{
  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].misconception != NULL)
      return TRUE;
  for (guint i = 0; item->typed != NULL && i < item->typed->n_nears; i++)
    if (item->typed->nears[i].misconception != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_markup (const CharterItem *item)
{
  if (!charter_bank_blocks_are_plain (item->stem))
    return TRUE;
  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].text.spans != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_fixed (const CharterItem *item)
{
  for (guint i = 0; item->kind != CHARTER_ITEM_TRUEFALSE && i < item->n_parts; i++)
    if (item->parts[i].fixed)
      return TRUE;
  return FALSE;
}

/* What no foreign format of ours knows at all. */
static void
list_own_fields (const CharterItem *item, GPtrArray *names)
{
  if (has_misconception (item))
    g_ptr_array_add (names, _ ("misconceptions"));
  if (item->see != NULL)
    g_ptr_array_add (names, _ ("where to read on"));
  if (item->difficulty > 0)
    g_ptr_array_add (names, _ ("difficulty"));
  if (item->approach != CHARTER_APPROACH_NONE)
    g_ptr_array_add (names, _ ("approach"));
  if (item->reserved)
    g_ptr_array_add (names, _ ("being kept for mock exams"));
  if (item->twin != NULL)
    g_ptr_array_add (names, _ ("twin"));
  if (has_fixed (item))
    g_ptr_array_add (names, _ ("options that keep their place"));
}

static void
list_fields (const CharterItem *item, guint held, GPtrArray *names)
{
  g_autoptr (GPtrArray) figures = charter_bank_item_list_figures (item);
  gboolean is_choice = item->kind == CHARTER_ITEM_MULTIPLE;

  if (!(held & CHARTER_BANK_HINT) && item->hint.n_blocks > 0)
    g_ptr_array_add (names, _ ("hint"));
  if (!(held & CHARTER_BANK_RATIONALE) && item->rationale.n_blocks > 0)
    g_ptr_array_add (names, _ ("rationale"));
  if (!(held & CHARTER_BANK_WHY) && has_why (item))
    g_ptr_array_add (names, _ ("whys of options"));
  if (!(held & CHARTER_BANK_POINTS) && item->points != 1)
    g_ptr_array_add (names, _ ("points"));
  if (!(held & CHARTER_BANK_TAGS) && item->tags != NULL && item->tags[0] != NULL)
    g_ptr_array_add (names, _ ("tags"));
  if (!(held & CHARTER_BANK_MARKUP) && has_markup (item))
    g_ptr_array_add (names, _ ("markup of texts"));
  if (!(held & CHARTER_BANK_PICTURES) && figures->len > 0)
    g_ptr_array_add (names, _ ("pictures"));
  if (!(held & CHARTER_BANK_EXACT) && is_choice && item->scoring == CHARTER_SCORING_EXACT)
    g_ptr_array_add (names, _ ("scoring all or nothing"));
  if (!(held & CHARTER_BANK_PARTIAL) && is_choice && item->scoring == CHARTER_SCORING_PARTIAL)
    g_ptr_array_add (names, _ ("scoring by parts"));
}

void
charter_bank_sheet_tell_fields (CharterBankSheet *sheet, const CharterItem *item, guint held)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  list_fields (item, held, names);
  list_own_fields (item, names);
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **)names->pdata);
  charter_bank_sheet_lose (sheet, item, g_strdup_printf (_ ("without: %s"), list));
}

const char *
charter_bank_share (guint n)
{
  static const char *const shares[]
    = { NULL, "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10" };

  return n == 20 ? "5" : n < G_N_ELEMENTS (shares) ? shares[n] : NULL;
}

/* ---- text as HTML ---- */

static const char *const span_tags[] = {
  [CHARTER_SPAN_EM] = "em",    [CHARTER_SPAN_STRONG] = "strong", [CHARTER_SPAN_CODE] = "code",
  [CHARTER_SPAN_TERM] = NULL,  [CHARTER_SPAN_LINK] = "a",        [CHARTER_SPAN_SEE] = NULL,
  [CHARTER_SPAN_MATH] = "var", [CHARTER_SPAN_BLANK] = NULL,
};

static void
add_escaped (GString *html, const char *text, guint32 start, guint32 end)
{
  g_autofree char *part = g_strndup (text + start, end - start);

  charter_bank_words_escape (html, part);
}

static void
open_span (GString *html, const CharterSpan *span)
{
  const char *tag = span_tags[span->kind];

  if (tag == NULL)
    return;
  g_string_append_printf (html, "<%s", tag);
  if (span->kind == CHARTER_SPAN_LINK)
    {
      g_string_append (html, " href=\"");
      charter_bank_words_escape (html, span->target);
      g_string_append_c (html, '"');
    }
  g_string_append_c (html, '>');
}

/* The stretch from start to end of a text, with the spans that lie in it. Returns: the first span behind it */
static const CharterSpan *
add_stretch (GString *html, const CharterText *text, const CharterSpan *span, guint32 start, guint32 end)
{
  while (span != NULL && span->kind != CHARTER_SPAN_END && span->start < end)
    {
      const CharterSpan *own = span;
      const char *tag = span_tags[own->kind];

      add_escaped (html, text->plain, start, own->start);
      open_span (html, own);
      span = add_stretch (html, text, span + 1, own->start, own->start + own->length);
      if (tag != NULL)
        g_string_append_printf (html, "</%s>", tag);
      start = own->start + own->length;
    }
  add_escaped (html, text->plain, start, end);
  return span;
}

static void
add_text (GString *html, const CharterText *text)
{
  add_stretch (html, text, text->spans, 0, (guint32)strlen (text->plain));
}

char *
charter_bank_html_from_text (const CharterText *text)
{
  GString *html = g_string_new (NULL);

  add_text (html, text);
  return g_string_free (html, FALSE);
}

/* The blanks stand as U+FFFC in the words, each with a span of its own. */
GPtrArray *
charter_bank_cut_passage (const CharterItem *item)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *html = charter_bank_html_from_text (item->passage);
  g_auto (GStrv) parts = g_strsplit (html, "\357\277\274", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (pieces, g_strdup (parts[i]));
  g_ptr_array_add (pieces, NULL);
  return pieces;
}

/* ---- blocks as HTML ---- */

static void
add_wrapped (GString *html, const char *tag, const CharterText *text)
{
  g_string_append_printf (html, "<%s>", tag);
  add_text (html, text);
  g_string_append_printf (html, "</%s>", tag);
}

static void
add_list (GString *html, const CharterBlock *block)
{
  const char *tag = block->kind == CHARTER_BLOCK_STEPS ? "ol" : "ul";

  g_string_append_printf (html, "<%s>", tag);
  for (guint i = 0; i < block->list->n_entries; i++)
    add_wrapped (html, "li", &block->list->entries[i]);
  g_string_append_printf (html, "</%s>", tag);
}

static void
add_table (GString *html, const CharterTable *table)
{
  g_string_append (html, "<table>");
  if (*table->caption.plain != '\0')
    add_wrapped (html, "caption", &table->caption);
  for (guint row = 0; row < table->n_rows; row++)
    {
      g_string_append (html, "<tr>");
      for (guint column = 0; column < table->n_columns; column++)
        add_wrapped (html, row == 0 && table->has_head ? "th" : "td", &table->cells[row * table->n_columns + column]);
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
}

static void
add_facts (GString *html, const CharterFacts *facts)
{
  g_string_append (html, "<table>");
  for (guint i = 0; i < facts->n_facts; i++)
    {
      g_string_append (html, "<tr>");
      add_wrapped (html, "td", &facts->facts[i].name);
      add_wrapped (html, "td", &facts->facts[i].value);
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
}

static void
add_figure (GString *html, const CharterFigure *figure, const char *prefix)
{
  g_string_append (html, "<p><img src=\"");
  charter_bank_words_escape (html, prefix);
  charter_bank_words_escape (html, figure->src);
  g_string_append (html, "\" alt=\"");
  charter_bank_words_escape (html, figure->alt);
  g_string_append (html, "\"/></p>");
  if (*figure->caption.plain != '\0')
    add_wrapped (html, "p", &figure->caption);
}

static void
add_description (GString *html, const CharterDiagram *diagram)
{
  g_string_append (html, "<p>[");
  charter_bank_words_escape (html, diagram->alt);
  g_string_append (html, "]</p>");
}

static void add_blocks (GString *html, CharterBlocks blocks, const char *prefix);

static void
add_callout (GString *html, const CharterCallout *callout, const char *prefix)
{
  if (*callout->title.plain != '\0')
    {
      g_string_append (html, "<p>");
      add_wrapped (html, "strong", &callout->title);
      g_string_append (html, "</p>");
    }
  add_blocks (html, callout->blocks, prefix);
}

static void
add_block (GString *html, const CharterBlock *block, const char *prefix)
{
  switch (block->kind)
    {
    case CHARTER_BLOCK_P:
      add_wrapped (html, "p", &block->p);
      break;
    case CHARTER_BLOCK_LIST:
    case CHARTER_BLOCK_STEPS:
      add_list (html, block);
      break;
    case CHARTER_BLOCK_QUOTE:
      g_string_append (html, "<blockquote>");
      add_blocks (html, block->quote->blocks, prefix);
      g_string_append (html, "</blockquote>");
      break;
    case CHARTER_BLOCK_CALLOUT:
      add_callout (html, block->callout, prefix);
      break;
    case CHARTER_BLOCK_FIGURE:
      add_figure (html, block->figure, prefix);
      break;
    case CHARTER_BLOCK_DIAGRAM:
      add_description (html, block->diagram);
      break;
    case CHARTER_BLOCK_TABLE:
      add_table (html, block->table);
      break;
    case CHARTER_BLOCK_FACTS:
      add_facts (html, block->facts);
      break;
    case CHARTER_BLOCK_COMPARISON:
    case CHARTER_BLOCK_CHECK:
    default:
      break;
    }
}

static void
add_blocks (GString *html, CharterBlocks blocks, const char *prefix)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    add_block (html, &blocks.blocks[i], prefix);
}

char *
charter_bank_html_from_blocks (CharterBlocks blocks, const char *prefix)
{
  GString *html = g_string_new (NULL);

  add_blocks (html, blocks, prefix);
  return g_string_free (html, FALSE);
}

char *
charter_bank_line_from_blocks (CharterBlocks blocks)
{
  g_autofree char *plain = charter_blocks_to_plain (blocks);

  return charter_bank_words_fold (plain);
}

gboolean
charter_bank_blocks_are_plain (CharterBlocks blocks)
{
  return blocks.n_blocks == 0
         || (blocks.n_blocks == 1 && blocks.blocks[0].kind == CHARTER_BLOCK_P && blocks.blocks[0].p.spans == NULL);
}

/* ---- pictures ---- */

void
charter_bank_collect_figures (CharterBlocks blocks, GPtrArray *paths)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    {
      const CharterBlock *block = &blocks.blocks[i];

      if (block->kind == CHARTER_BLOCK_FIGURE
          && !g_ptr_array_find_with_equal_func (paths, block->figure->src, g_str_equal, NULL))
        g_ptr_array_add (paths, g_strdup (block->figure->src));
      else if (block->kind == CHARTER_BLOCK_CALLOUT)
        charter_bank_collect_figures (block->callout->blocks, paths);
    }
}

GPtrArray *
charter_bank_item_list_figures (const CharterItem *item)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  charter_bank_collect_figures (item->stem, paths);
  charter_bank_collect_figures (item->hint, paths);
  charter_bank_collect_figures (item->rationale, paths);
  for (guint i = 0; i < item->n_parts; i++)
    charter_bank_collect_figures (item->parts[i].why, paths);
  if (item->hotspot != NULL && item->hotspot->figure != NULL)
    g_ptr_array_add (paths, g_strdup (item->hotspot->figure->src));
  return paths;
}
