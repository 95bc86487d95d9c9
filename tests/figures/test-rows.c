/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagrams as tables: what they say, row by row. */
#include "charter-diagram-rows.h"
#include "charter-test-pack.h"

static CharterPack *pack;

static const CharterDiagram *
find_diagram (const char *item_id)
{
  const CharterItem *item = charter_pack_find_item (pack, item_id);

  g_assert_nonnull (item);
  if (item->hotspot != NULL)
    return item->hotspot->diagram;
  for (guint i = 0; i < item->stem.n_blocks; i++)
    if (item->stem.blocks[i].kind == CHARTER_BLOCK_DIAGRAM)
      return item->stem.blocks[i].diagram;
  g_assert_not_reached ();
}

/* Cells with bars between them, rows with line ends. */
static char *
write_rows (const CharterDiagram *diagram)
{
  g_autoptr (CharterDiagramRows) rows = charter_diagram_rows_new (diagram);
  guint n = charter_diagram_rows_get_n_columns (rows);
  GString *words = g_string_new (NULL);

  g_assert_cmpuint (charter_diagram_rows_get_n_cells (rows) % n, ==, 0);
  for (guint i = 0; i < charter_diagram_rows_get_n_cells (rows); i++)
    g_string_append_printf (words, "%s%s", charter_diagram_rows_get_cell (rows, i)->plain,
                            (i + 1) % n == 0 ? "\n" : "|");
  return g_string_free (words, FALSE);
}

/* data: the item and its rows. */
static void
check (gconstpointer data)
{
  const char *const *expected = data;
  g_autofree char *words = write_rows (find_diagram (expected[0]));

  g_assert_cmpstr (words, ==, expected[1]);
}

static const char *const cases[][2] = {
  { "how-long", "Activity|Duration|Follows\n"
                "Pack the books|2|–\n"
                "Sign the lease|2|Pack the books\n"
                "Build shelves|5|Sign the lease\n"
                "Lay cables|3|Sign the lease\n"
                "Move the books|4|Build shelves\n"
                "Test the catalogue|2|Lay cables\n"
                "Make a sign|2|Sign the lease\n"
                "Open|1|Move the books, Test the catalogue, Make a sign\n" },
  { "what-may-be-late",
    "Activity|Duration|Follows|Early start|Early finish|Late start|Late finish|Slack|On the critical path\n"
    "Lease|2|–|0|2|0|2|0|yes\n"
    "Shelves|5|Lease|2|7|2|7|0|yes\n"
    "Cables|3|Lease|2|5|6|9|4|no\n"
    "Books|4|Shelves|7|11|7|11|0|yes\n"
    "Test|2|Cables|5|7|9|11|4|no\n"
    "Open|1|Books, Test|11|12|11|12|0|yes\n" },
  { "where-it-stood-still", "Date|Planned|Actual\n"
                            "Start|80|80\n"
                            "Sprint 1|60|66\n"
                            "Sprint 2|40|70\n"
                            "Sprint 3|20|48\n"
                            "Sprint 4|0|–\n" },
  { "where-it-belongs", "Risk|Probability (1–5)|Impact (1–5)\n"
                        "Rain falls on the books|4|4\n" },
  { "earned-says", "Date|Planned value|Earned value|Actual cost\n"
                   "Mar|40|40|42\n"
                   "Apr|100|90|100\n"
                   "May|170|150|168\n"
                   "Jun|240|200|230\n"
                   "Jul|310|–|–\n"
                   "Aug|370|–|–\n"
                   "Sep|400|–|–\n"
                   "BAC|400|–|–\n"
                   "EAC|–|–|460\n" },
};

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("example-drawings.xml");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rows/%s", cases[i][0]);

      g_test_add_data_func (path, cases[i], check);
    }
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
