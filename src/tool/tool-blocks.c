/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-blocks.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charter-network.h"
#include "tool-table.h"

/* ---- INLINE ---- */

static void
open_span (GString *styled, const CharterSpan *span, guint *n_blanks)
{
  if (span->kind == CHARTER_SPAN_EM || span->kind == CHARTER_SPAN_STRONG)
    g_string_append (styled, TOOL_BOLD);
  else if (span->kind == CHARTER_SPAN_BLANK)
    g_string_append_printf (styled, "[%u]", ++*n_blanks);
}

static void
close_span (GString *styled, const CharterSpan *span)
{
  if (span->kind == CHARTER_SPAN_EM || span->kind == CHARTER_SPAN_STRONG)
    g_string_append (styled, TOOL_PLAIN);
  else if (span->kind == CHARTER_SPAN_LINK)
    g_string_append_printf (styled, " <%s>", span->target);
}

/* Closes what ends at or before offset; open holds the spans that are open, the innermost last. */
static void
close_spans (GString *styled, GPtrArray *open, gsize offset)
{
  while (open->len > 0)
    {
      const CharterSpan *span = g_ptr_array_index (open, open->len - 1);

      if (span->start + span->length > offset)
        return;
      close_span (styled, span);
      g_ptr_array_set_size (open, (int)open->len - 1);
    }
}

char *
tool_blocks_dup_text (CharterText text)
{
  static const CharterSpan none[] = { { CHARTER_SPAN_END } };
  const CharterSpan *span = text.spans != NULL ? text.spans : none;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GString *styled = g_string_new (NULL);
  guint n_blanks = 0;

  for (gsize at = 0;;)
    {
      close_spans (styled, open, at);
      if (span->kind != CHARTER_SPAN_END && span->start == at)
        {
          open_span (styled, span, &n_blanks);
          if (span->kind == CHARTER_SPAN_BLANK)
            at += span->length;
          else
            g_ptr_array_add (open, (gpointer)span);
          span++;
        }
      else if (text.plain[at] != '\0')
        g_string_append_c (styled, text.plain[at++]);
      else
        return g_string_free (styled, FALSE);
    }
}

/* ---- BLOCKS ---- */

static void
print_text (CharterText text, const char *lead, ToolOut *out)
{
  g_autofree char *styled = tool_blocks_dup_text (text);

  if (*styled != '\0')
    tool_out_wrap (out, lead, styled);
}

static void
print_heading (const char *heading, ToolOut *out)
{
  tool_out_wrapf (out, "", TOOL_BOLD "%s" TOOL_PLAIN, heading);
}

static void
print_list (const CharterList *list, gboolean is_numbered, ToolOut *out)
{
  for (guint i = 0; i < list->n_entries; i++)
    {
      g_autofree char *lead = is_numbered ? g_strdup_printf ("%2u. ", i + 1) : g_strdup ("  • ");
      print_text (list->entries[i], lead, out);
    }
}

static void
print_quote (const CharterQuote *quote, ToolOut *out)
{
  tool_out_indent (out, 4);
  tool_blocks_print (quote->blocks, out);
  if (quote->by != NULL)
    tool_out_wrap (out, "— ", quote->by);
  tool_out_indent (out, -4);
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
print_callout (const CharterCallout *callout, ToolOut *out)
{
  g_autofree char *title
    = *callout->title.plain != '\0' ? g_strconcat (": ", callout->title.plain, NULL) : g_strdup ("");
  g_autofree char *heading = g_strconcat (get_callout_name (callout->kind), title, NULL);

  print_heading (heading, out);
  tool_out_indent (out, 2);
  tool_blocks_print (callout->blocks, out);
  tool_out_indent (out, -2);
}

static void
print_figure (const CharterFigure *figure, ToolOut *out)
{
  tool_out_wrapf (out, "", _ ("[Picture %s: %s]"), figure->src, figure->alt);
  print_text (figure->caption, "", out);
}

static void
print_node (const CharterDiagram *diagram, const CharterNode *node, ToolOut *out)
{
  g_autofree char *text = tool_blocks_dup_text (node->text);
  g_autofree char *note = tool_blocks_dup_text (node->note);
  g_autofree char *risk = diagram->kind == CHARTER_DIAGRAM_RISK_MATRIX
                            ? g_strdup_printf (_ (" (probability %d, impact %d)"), node->probability, node->impact)
                            : g_strdup ("");

  tool_out_wrapf (out, "  • ", "%s%s%s%s", text, *note != '\0' ? " – " : "", note, risk);
}

static void
print_edge (const CharterDiagram *diagram, const CharterEdge *edge, ToolOut *out)
{
  g_autofree char *text = tool_blocks_dup_text (edge->text);

  tool_out_wrapf (out, "  ", "%s → %s%s%s", diagram->nodes[edge->from].text.plain, diagram->nodes[edge->to].text.plain,
                  *text != '\0' ? ": " : "", text);
}

static void
add_figure (GPtrArray *cells, double figure)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ptr_array_add (cells, g_strdup (isnan (figure) ? "" : g_ascii_formatd (text, sizeof text, "%.12g", figure)));
}

static void
print_points (const CharterDiagram *diagram, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  gboolean is_burn_down = diagram->kind == CHARTER_DIAGRAM_BURN_DOWN;
  const char *const heads[] = { "", is_burn_down ? _ ("planned") : "PV", is_burn_down ? _ ("actual") : "EV", "AC" };
  guint n_columns = is_burn_down ? 3 : 4;

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strdup (heads[i]));
  for (guint i = 0; i < diagram->n_points; i++)
    {
      const CharterPoint *point = &diagram->points[i];

      g_ptr_array_add (cells, g_strdup (point->at));
      add_figure (cells, is_burn_down ? point->planned : point->pv);
      add_figure (cells, is_burn_down ? point->actual : point->ev);
      if (!is_burn_down)
        add_figure (cells, point->ac);
    }
  tool_table_print ((const char *const *)cells->pdata, diagram->n_points + 1, n_columns, TRUE, out);
}

static void
add_activity (GPtrArray *cells, const CharterDiagram *diagram, guint node, const CharterActivity *activities)
{
  g_ptr_array_add (cells, tool_blocks_dup_text (diagram->nodes[node].text));
  add_figure (cells, diagram->nodes[node].duration);
  if (activities == NULL)
    return;
  add_figure (cells, activities[node].early_start);
  add_figure (cells, activities[node].early_finish);
  add_figure (cells, activities[node].late_start);
  add_figure (cells, activities[node].late_finish);
  add_figure (cells, activities[node].slack);
}

/* What a network tells besides its arrows. */
static void
print_activities (const CharterDiagram *diagram, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree CharterActivity *activities
    = diagram->show >= CHARTER_SHOW_DATES ? charter_network_schedule (diagram) : NULL;
  const char *const heads[] = { _ ("Activity"),   _ ("Duration"),    _ ("Early start"), _ ("Early finish"),
                                _ ("Late start"), _ ("Late finish"), _ ("Slack") };
  guint n_columns = activities != NULL ? G_N_ELEMENTS (heads) : 2;

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strdup (heads[i]));
  for (guint i = 0; i < diagram->n_nodes; i++)
    add_activity (cells, diagram, i, activities);
  tool_table_print ((const char *const *)cells->pdata, diagram->n_nodes + 1, n_columns, TRUE, out);
}

/* Figures of the whole project. */
static void
print_completion (const char *name, double figure, ToolOut *out)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (figure))
    tool_out_wrapf (out, "  ", "%s %s", name, g_ascii_formatd (text, sizeof text, "%.12g", figure));
}

static void
print_diagram (const CharterDiagram *diagram, ToolOut *out)
{
  tool_out_wrapf (out, "", _ ("[Diagram: %s]"), diagram->alt);
  if (diagram->kind == CHARTER_DIAGRAM_NETWORK && diagram->show != CHARTER_SHOW_NAMES)
    print_activities (diagram, out);
  else
    for (guint i = 0; i < diagram->n_nodes; i++)
      print_node (diagram, &diagram->nodes[i], out);
  for (guint i = 0; i < diagram->n_edges; i++)
    print_edge (diagram, &diagram->edges[i], out);
  if (diagram->n_points > 0)
    print_points (diagram, out);
  if (diagram->kind == CHARTER_DIAGRAM_EARNED_VALUE)
    {
      print_completion ("BAC", diagram->bac, out);
      print_completion ("EAC", diagram->eac, out);
    }
  print_text (diagram->caption, "", out);
}

static void
print_table (const CharterTable *table, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  print_text (table->caption, "", out);
  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    g_ptr_array_add (cells, tool_blocks_dup_text (table->cells[i]));
  tool_table_print ((const char *const *)cells->pdata, table->n_rows, table->n_columns, table->has_head, out);
}

static void
print_facts (const CharterFacts *facts, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < facts->n_facts; i++)
    {
      g_ptr_array_add (cells, tool_blocks_dup_text (facts->facts[i].name));
      g_ptr_array_add (cells, tool_blocks_dup_text (facts->facts[i].value));
    }
  tool_table_print ((const char *const *)cells->pdata, facts->n_facts, 2, FALSE, out);
}

static void
print_comparison (const CharterComparison *comparison, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  print_text (comparison->caption, "", out);
  g_ptr_array_add (cells, g_strdup (""));
  for (guint side = 0; side < comparison->n_sides; side++)
    g_ptr_array_add (cells, tool_blocks_dup_text (comparison->sides[side].text));
  for (guint i = 0; i < comparison->n_aspects; i++)
    {
      g_ptr_array_add (cells, tool_blocks_dup_text (comparison->aspects[i].text));
      for (guint side = 0; side < comparison->n_sides; side++)
        g_ptr_array_add (cells, tool_blocks_dup_text (comparison->aspects[i].cells[side].text));
    }
  tool_table_print ((const char *const *)cells->pdata, comparison->n_aspects + 1, comparison->n_sides + 1, TRUE, out);
}

static void
print_block (const CharterBlock *block, ToolOut *out)
{
  switch (block->kind)
    {
    case CHARTER_BLOCK_P:
      print_text (block->p, "", out);
      break;
    case CHARTER_BLOCK_LIST:
    case CHARTER_BLOCK_STEPS:
      print_list (block->list, block->kind == CHARTER_BLOCK_STEPS, out);
      break;
    case CHARTER_BLOCK_QUOTE:
      print_quote (block->quote, out);
      break;
    case CHARTER_BLOCK_CALLOUT:
      print_callout (block->callout, out);
      break;
    case CHARTER_BLOCK_FIGURE:
      print_figure (block->figure, out);
      break;
    case CHARTER_BLOCK_DIAGRAM:
      print_diagram (block->diagram, out);
      break;
    case CHARTER_BLOCK_TABLE:
      print_table (block->table, out);
      break;
    case CHARTER_BLOCK_FACTS:
      print_facts (block->facts, out);
      break;
    case CHARTER_BLOCK_COMPARISON:
      print_comparison (block->comparison, out);
      break;
    case CHARTER_BLOCK_CHECK:
      tool_out_wrapf (out, "", _ ("[Question: %s]"), block->check);
      break;
    }
}

void
tool_blocks_print (CharterBlocks blocks, ToolOut *out)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    {
      if (i > 0)
        tool_out_gap (out);
      print_block (&blocks.blocks[i], out);
    }
}
