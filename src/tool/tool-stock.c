/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-stock.h"

#include <glib/gi18n.h>

#include "tool-json.h"
#include "tool-table.h"

#define COLUMNS 5

static guint
get_missing (guint wanted, guint found)
{
  return wanted > found ? wanted - found : 0;
}

/* ---- as text ---- */

static void
add_row (GPtrArray *cells, const char *name, guint level, guint wanted, guint found, guint reserved)
{
  g_ptr_array_add (cells, g_strdup_printf ("%*s%s", (int)level * 2, "", name));
  g_ptr_array_add (cells, g_strdup_printf ("%'u", wanted));
  g_ptr_array_add (cells, g_strdup_printf ("%'u", found));
  g_ptr_array_add (cells, g_strdup_printf ("%'u", get_missing (wanted, found)));
  g_ptr_array_add (cells, g_strdup_printf ("%'u", reserved));
}

static void
add_head (GPtrArray *cells)
{
  const char *const names[COLUMNS]
    = { _ ("Share"), _ ("Wanted"), _ ("Found"), _ ("Missing"), _ ("Kept for rehearsals") };

  for (guint i = 0; i < COLUMNS; i++)
    g_ptr_array_add (cells, g_strdup (names[i]));
}

void
tool_stock_print (const CharterFormStock *stock, const char *profile, guint n_mocks, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading = g_strdup_printf (ngettext ("What the packs hold for %'u exam by %s",
                                                        "What the packs hold for %'u exams by %s", n_mocks),
                                              n_mocks, profile);

  add_head (cells);
  add_row (cells, _ ("all"), 0, stock->wanted, stock->found, stock->reserved);
  for (guint i = 0; i < stock->n_rows; i++)
    {
      const CharterStockRow *row = &stock->rows[i];

      add_row (cells, row->value, row->level, row->wanted, row->found, row->reserved);
    }
  tool_out_heading (out, heading);
  tool_table_print ((const char *const *)cells->pdata, stock->n_rows + 2, COLUMNS, TRUE, out);
}

/* ---- as JSON: the man page documents it, so names and meanings stay ---- */

static void
add_numbers (JsonBuilder *builder, guint wanted, guint found, guint reserved)
{
  tool_json_add_number (builder, "wanted", wanted);
  tool_json_add_number (builder, "found", found);
  tool_json_add_number (builder, "missing", get_missing (wanted, found));
  tool_json_add_number (builder, "reserved", reserved);
}

static void
add_share (JsonBuilder *builder, const CharterStockRow *row)
{
  static const char *const names[] = { "topic", "approach", "kind" };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, names[row->of]);
  json_builder_add_string_value (builder, row->value);
  tool_json_add_number (builder, "level", row->level);
  add_numbers (builder, row->wanted, row->found, row->reserved);
  json_builder_end_object (builder);
}

void
tool_stock_print_json (const CharterFormStock *stock, const char *profile, guint n_mocks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "profile");
  json_builder_add_string_value (builder, profile);
  tool_json_add_number (builder, "mocks", n_mocks);
  add_numbers (builder, stock->wanted, stock->found, stock->reserved);
  json_builder_set_member_name (builder, "shares");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stock->n_rows; i++)
    add_share (builder, &stock->rows[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tool_json_print (builder);
}

/* ---- */

gboolean
tool_stock_lacks (const CharterFormStock *stock)
{
  gboolean lacks = stock->found < stock->wanted;

  for (guint i = 0; i < stock->n_rows; i++)
    lacks |= stock->rows[i].found < stock->rows[i].wanted;
  return lacks;
}
