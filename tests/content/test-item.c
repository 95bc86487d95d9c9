/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-pack.h"

#include <string.h>

static void
test_kind_names (void)
{
  for (guint kind = 0; kind < CHARTER_N_ITEM_KINDS; kind++)
    {
      CharterItemKind found = CHARTER_N_ITEM_KINDS;

      g_assert_true (charter_item_kind_from_name (charter_item_kind_name (kind), &found));
      g_assert_cmpuint (found, ==, kind);
    }
}

static void
test_unknown_kind (void)
{
  CharterItemKind kind = CHARTER_ITEM_CLOZE;

  g_assert_false (charter_item_kind_from_name ("essay", &kind));
  g_assert_cmpuint (kind, ==, CHARTER_ITEM_CLOZE);
}

/* The rows of the help's table: <code>KIND</code> in the first cell, <code>RULE</code> in the second. */
static void
test_default_scoring_is_as_in_help (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "help", "C", "format-scoring.page", NULL);
  g_autofree char *page = NULL;
  g_autoptr (GRegex) row = g_regex_new ("<tr>\\s*<td><p><code>([a-z]+)</code></p></td>\\s*"
                                        "<td><p><code>(exact|partial)</code></p></td>",
                                        0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (row, page, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1), *rule = g_match_info_fetch (match, 2);
      CharterScoringRule expected = strcmp (rule, "exact") == 0 ? CHARTER_SCORING_EXACT : CHARTER_SCORING_PARTIAL;
      CharterItemKind kind;

      g_assert_true (charter_item_kind_from_name (name, &kind));
      g_assert_cmpuint (kind, ==, n);
      g_assert_cmpuint (charter_item_kind_default_scoring (kind), ==, expected);
    }
  g_assert_cmpuint (n, ==, CHARTER_N_ITEM_KINDS);
}

static void
test_find (void)
{
  const CharterPart parts[] = { { .id = "a" }, { .id = "b" } };
  const CharterSlot slots[] = { { .id = "x" } };
  const CharterItem item = { .parts = parts, .n_parts = 2, .slots = slots, .n_slots = 1 };

  g_assert_true (charter_item_find_part (&item, "b") == &parts[1]);
  g_assert_null (charter_item_find_part (&item, "x"));
  g_assert_null (charter_item_find_part (&item, NULL));
  g_assert_true (charter_item_find_slot (&item, "x") == &slots[0]);
  g_assert_null (charter_item_find_slot (&item, "a"));
}

/* Of the item as it is now; what was remembered is of before the test changed it. */
static char *
make_anew (const CharterItem *item)
{
  CharterItem copy = *item;

  copy.key_memo = (CharterKeyMemo){ 0 };
  return charter_item_dup_key_hash (&copy);
}

static void
assert_same (const CharterItem *a, const CharterItem *b, gboolean same)
{
  g_autofree char *hash_a = make_anew (a);
  g_autofree char *hash_b = make_anew (b);

  g_assert_cmpuint (strlen (hash_a), ==, 16);
  g_assert_cmpint (g_str_equal (hash_a, hash_b), ==, same);
}

static void
test_key_hash_of_choices (void)
{
  CharterPart parts[] = { { .id = "a", .correct = TRUE }, { .id = "b" } };
  CharterPart other[] = { { .id = "b", .text.plain = "mended" }, { .id = "a", .correct = TRUE, .fixed = TRUE } };
  CharterItem item = { .kind = CHARTER_ITEM_SINGLE, .id = "i", .points = 1, .parts = parts, .n_parts = 2 };
  CharterItem twin = item;

  twin.parts = other;
  twin.difficulty = 4;
  twin.topic = "process";
  assert_same (&item, &twin, TRUE);

  other[0].correct = TRUE;
  assert_same (&item, &twin, FALSE);
  other[0].correct = FALSE;
  twin.points = 2;
  assert_same (&item, &twin, FALSE);
  twin.points = 1;
  twin.scoring = CHARTER_SCORING_PARTIAL;
  assert_same (&item, &twin, FALSE);
  twin.scoring = CHARTER_SCORING_EXACT;
  twin.kind = CHARTER_ITEM_MULTIPLE;
  assert_same (&item, &twin, FALSE);
  twin.kind = CHARTER_ITEM_SINGLE;
  other[0].id = "c";
  assert_same (&item, &twin, FALSE);
}

static void
test_key_hash_of_order (void)
{
  const CharterPart forth[] = { { .id = "a" }, { .id = "b" } }, back[] = { { .id = "b" }, { .id = "a" } };
  const CharterItem item = { .kind = CHARTER_ITEM_ORDER, .id = "i", .parts = forth, .n_parts = 2 };
  CharterItem twin = item;

  twin.parts = back;
  assert_same (&item, &twin, FALSE);
}

static void
test_key_hash_of_typed (void)
{
  const char *const accepts[] = { "625", NULL };
  CharterTyped typed = { .accepts = accepts, .n_accepts = 1, .number = 625, .tolerance = 0.5, .unit = "k$" };
  CharterTyped other = typed;
  CharterItem item = { .kind = CHARTER_ITEM_NUMBER, .id = "i", .typed = &typed };
  CharterItem twin = item;

  twin.typed = &other;
  other.unit = "k€";
  assert_same (&item, &twin, TRUE);
  other.tolerance = 0.25;
  assert_same (&item, &twin, FALSE);
}

/* An answer given in one language counts in the other. */
static void
test_key_hash_of_words (void)
{
  const char *const words[] = { "early-life support", NULL };
  const char *const palabras[] = { "soporte inicial", "soporte", NULL };
  CharterTyped typed = { .accepts = words, .n_accepts = 1 }, other = { .accepts = palabras, .n_accepts = 2 };
  CharterItem item = { .kind = CHARTER_ITEM_SHORT, .id = "i", .typed = &typed };
  CharterItem twin = item;

  twin.typed = &other;
  assert_same (&item, &twin, TRUE);
  other.keep_case = TRUE;
  assert_same (&item, &twin, FALSE);
}

/* The digest of an independent program: printf '6:single,1:i,1:1,5:exact,1:0,16:1:a,-,7:correct,,9:1:b,-,0:,,' |
 * sha256sum. Stored answers hang on it, so it must not drift. */
static void
test_key_hash_is_stable (void)
{
  const CharterPart parts[] = { { .id = "a", .correct = TRUE }, { .id = "b" } };
  const CharterItem item = { .kind = CHARTER_ITEM_SINGLE, .id = "i", .points = 1, .parts = parts, .n_parts = 2 };
  g_autofree char *hash = charter_item_dup_key_hash (&item);
  g_autofree char *again = charter_item_dup_key_hash (&item);

  g_assert_cmpstr (hash, ==, "5b39d655dda39747");
  g_assert_cmpstr (again, ==, hash);
}

/* The same of numbers of every kind, such as
 * printf '6:number,1:i,3:2.5,5:exact,1:0,3:625,2:-3,19:0.10000000000000001,0:,0:,0:,' */
static void
test_key_hash_of_numbers_is_stable (void)
{
  static const struct {
    double number, tolerance, points;
    const char *hash;
  } cases[] = {
    { -3, 0.1, 2.5, "859c1e0b675787fd" },
    { 625, 1e-09, 10, "3512fa6ab930e0d5" },
    { 9, -0.0, 12, "6042fd2d3daccf4b" },
  };
  const char *const accepts[] = { "625", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CharterTyped typed
        = { .accepts = accepts, .n_accepts = 1, .number = cases[i].number, .tolerance = cases[i].tolerance };
      const CharterItem item = { .kind = CHARTER_ITEM_NUMBER, .id = "i", .points = cases[i].points, .typed = &typed };
      g_autofree char *hash = charter_item_dup_key_hash (&item);

      g_assert_cmpstr (hash, ==, cases[i].hash);
    }
}

static void
test_blocks_to_plain (void)
{
  const CharterText entries[] = { { "one", NULL }, { "two", NULL } };
  const CharterList list = { entries, 2 };
  const CharterBlock said[] = { { .kind = CHARTER_BLOCK_P, .p = { "We are done.", NULL } } };
  const CharterQuote quote = { "Mara", { said, 1 } };
  const CharterCallout callout = { CHARTER_CALLOUT_WARNING, { "Mind", NULL }, { said, 1 } };
  const CharterText cells[] = { { "Name", NULL }, { "Cost", NULL }, { "Wiki", NULL }, { "", NULL } };
  const CharterTable table = { cells, 2, 2, TRUE, { "", NULL } };
  const CharterFact fact[] = { { { "Budget", NULL }, { "625 k$", NULL } } };
  const CharterFacts facts = { fact, 1 };
  const CharterFigure figure = { "media/x.png", "A bridge", { "Half built", NULL } };
  const CharterNode nodes[] = { { .id = "n", .text = { "Idea", NULL }, .note = { "small", NULL } } };
  const CharterDiagram diagram = { .alt = "A cycle", .caption = { "", NULL }, .nodes = nodes, .n_nodes = 1 };
  const CharterSide sides[] = { { "p", { "Project", NULL } }, { "o", { "Operation", NULL } } };
  const CharterCell purpose[] = { { .text = { "Change", NULL } }, { .text = { "Stability", NULL } } };
  const CharterAspect aspects[] = { { "purpose", { "Purpose", NULL }, TRUE, purpose } };
  const CharterComparison comparison
    = { .caption = { "", NULL }, .sides = sides, .n_sides = 2, .aspects = aspects, .n_aspects = 1 };
  const CharterBlock blocks[] = {
    { .kind = CHARTER_BLOCK_P, .p = { "First.", NULL } },
    { .kind = CHARTER_BLOCK_LIST, .list = &list },
    { .kind = CHARTER_BLOCK_STEPS, .list = &list },
    { .kind = CHARTER_BLOCK_QUOTE, .quote = &quote },
    { .kind = CHARTER_BLOCK_CALLOUT, .callout = &callout },
    { .kind = CHARTER_BLOCK_TABLE, .table = &table },
    { .kind = CHARTER_BLOCK_FACTS, .facts = &facts },
    { .kind = CHARTER_BLOCK_FIGURE, .figure = &figure },
    { .kind = CHARTER_BLOCK_DIAGRAM, .diagram = &diagram },
    { .kind = CHARTER_BLOCK_COMPARISON, .comparison = &comparison },
    { .kind = CHARTER_BLOCK_CHECK, .check = "item" },
  };
  g_autofree char *plain = charter_blocks_to_plain ((CharterBlocks){ blocks, G_N_ELEMENTS (blocks) });
  g_autofree char *none = charter_blocks_to_plain ((CharterBlocks){ NULL, 0 });

  g_assert_cmpstr (plain, ==,
                   "First.\n• one\n• two\n1. one\n2. two\nWe are done.\n— Mara\nMind\nWe are done.\n"
                   "Name | Cost\nWiki | \nBudget: 625 k$\nA bridge\nHalf built\nA cycle\n• Idea\n  small\n"
                   "Purpose\nProject: Change\nOperation: Stability");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/kind-names", test_kind_names);
  g_test_add_func ("/item/unknown-kind", test_unknown_kind);
  g_test_add_func ("/item/default-scoring-is-as-in-help", test_default_scoring_is_as_in_help);
  g_test_add_func ("/item/find", test_find);
  g_test_add_func ("/item/key-hash-of-choices", test_key_hash_of_choices);
  g_test_add_func ("/item/key-hash-of-order", test_key_hash_of_order);
  g_test_add_func ("/item/key-hash-of-numbers-is-stable", test_key_hash_of_numbers_is_stable);
  g_test_add_func ("/item/key-hash-of-typed", test_key_hash_of_typed);
  g_test_add_func ("/item/key-hash-of-words", test_key_hash_of_words);
  g_test_add_func ("/item/key-hash-is-stable", test_key_hash_is_stable);
  g_test_add_func ("/item/blocks-to-plain", test_blocks_to_plain);
  return g_test_run ();
}
