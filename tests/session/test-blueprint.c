/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fits a blueprint and what is drawn, as blueprints.txt and draws.txt tell; and what a key file remembers. */

#include "charter-blueprint.h"
#include "charter-cases.h"
#include "charter-test-pack.h"

#include <glib/gstdio.h>
#include <string.h>

static CharterPack *pack;

/* ---- reading cases ---- */

static void
read_topics (CharterBlueprint *blueprint, const char *words)
{
  blueprint->topics = g_strsplit (words, " ", -1);
  for (guint i = 0; blueprint->topics[i] != NULL; i++)
    if (strcmp (blueprint->topics[i], "-") == 0)
      *blueprint->topics[i] = '\0';
}

static void
read_kinds (CharterBlueprint *blueprint, const char *words)
{
  g_auto (GStrv) names = g_strsplit (words, " ", -1);
  CharterItemKind kind;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_true (charter_item_kind_from_name (names[i], &kind));
      blueprint->kinds |= 1u << kind;
    }
}

static void
read_mistakes (CharterBlueprint *blueprint, GHashTable *mistakes, const char *words)
{
  g_auto (GStrv) ids = g_strsplit (words, " ", -1);

  blueprint->only_mistakes = TRUE;
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (mistakes, g_strdup (ids[i]));
}

static void
read_wish (CharterBlueprint *blueprint, GHashTable *mistakes, const CharterTestCase *test_case, const char *wish)
{
  if (g_str_has_prefix (wish, "topics "))
    read_topics (blueprint, wish + strlen ("topics "));
  else if (g_str_has_prefix (wish, "kinds "))
    read_kinds (blueprint, wish + strlen ("kinds "));
  else if (g_str_has_prefix (wish, "mistakes"))
    read_mistakes (blueprint, mistakes, wish + strlen ("mistakes"));
  else if (sscanf (wish, "difficulty %u to %u", &blueprint->easiest, &blueprint->hardest) != 2)
    g_error ("%s:%u: “%s” is no wish", test_case->file, test_case->line, wish);
}

static void
read_wishes (CharterBlueprint *blueprint, GHashTable *mistakes, const CharterTestCase *test_case)
{
  g_auto (GStrv) wishes = g_strsplit (test_case->columns[0], ";", -1);

  charter_blueprint_init (blueprint);
  for (guint i = 0; wishes[i] != NULL; i++)
    if (*g_strstrip (wishes[i]) != '\0')
      read_wish (blueprint, mistakes, test_case, wishes[i]);
}

static void
check (const CharterTestCase *test_case, const char *what, const char *found, const char *expected)
{
  if (strcmp (found, expected) != 0)
    g_error ("%s:%u: %s: “%s” and not “%s”", test_case->file, test_case->line, what, found, expected);
}

/* ---- what fits ---- */

static int
compare_as_written (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char **)a, *right = *(const char **)b;
  guint at_left = 0, at_right = 0;

  for (guint i = 0; i < pack->n_items; i++)
    {
      at_left = strcmp (pack->items[i]->id, left) == 0 ? i : at_left;
      at_right = strcmp (pack->items[i]->id, right) == 0 ? i : at_right;
    }
  return (int)at_left - (int)at_right;
}

static char *
dup_obstacles (CharterWish obstacles)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (obstacles & CHARTER_WISH_TOPICS)
    g_strv_builder_add (names, "topics");
  if (obstacles & CHARTER_WISH_KINDS)
    g_strv_builder_add (names, "kinds");
  if (obstacles & CHARTER_WISH_DIFFICULTY)
    g_strv_builder_add (names, "difficulty");
  if (obstacles & CHARTER_WISH_MISTAKES)
    g_strv_builder_add (names, "mistakes");
  list = g_strv_builder_end (names);
  return g_strjoinv (" ", list);
}

static void
check_fitting (const CharterTestCase *test_case)
{
  g_autoptr (GHashTable) mistakes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (CharterBlueprint) blueprint = { 0 };
  g_autofree const char **ids = NULL;
  g_autofree char *found = NULL;
  g_autofree char *obstacles = NULL;
  guint n;

  read_wishes (&blueprint, mistakes, test_case);
  blueprint.number = 0;
  ids = charter_blueprint_draw (&blueprint, pack, mistakes, 3);
  n = g_strv_length ((char **)ids);
  g_assert_cmpuint (charter_blueprint_count (&blueprint, pack, mistakes), ==, n);
  qsort (ids, n, sizeof (char *), compare_as_written);
  found = g_strjoinv (" ", (char **)ids);
  check (test_case, "what fits", found, test_case->columns[1]);
  obstacles = dup_obstacles (charter_blueprint_find_obstacles (&blueprint, pack, mistakes));
  check (test_case, "in the way", obstacles, test_case->columns[2]);
}

/* ---- what is drawn ---- */

static void
check_draw (const CharterTestCase *test_case)
{
  g_auto (CharterBlueprint) blueprint = { 0 };
  g_autofree const char **ids = NULL;
  g_autofree char *found = NULL;

  charter_blueprint_init (&blueprint);
  blueprint.number = g_ascii_strtoull (test_case->columns[1], NULL, 10);
  if (*test_case->columns[2] != '\0')
    blueprint.topics = g_strsplit (test_case->columns[2], " ", -1);
  ids = charter_blueprint_draw (&blueprint, pack, NULL, g_ascii_strtoull (test_case->columns[0], NULL, 10));
  found = g_strjoinv (" ", (char **)ids);
  check (test_case, "drawn", found, test_case->columns[3]);
}

static guint
count_changes_of_group (const char *const *ids)
{
  guint n = 0;

  for (guint i = 1; ids[i] != NULL; i++)
    n += strcmp (charter_pack_find_item (pack, ids[i - 1])->group, charter_pack_find_item (pack, ids[i])->group) != 0;
  return n;
}

/* Each item is drawn about as often as any other, and a scenario is never come back to. */
static void
test_fair_and_together (void)
{
  enum { N_DRAWS = 4000 };
  g_auto (CharterBlueprint) blueprint = { 0 };
  g_autoptr (GHashTable) times = g_hash_table_new (g_str_hash, g_str_equal);

  charter_blueprint_init (&blueprint);
  blueprint.topics = g_strsplit ("process people", " ", -1); /* all but the loose ones */
  blueprint.kinds = ~0u;
  blueprint.number = 4;
  for (guint64 seed = 0; seed < N_DRAWS; seed++)
    {
      g_autofree const char **ids = charter_blueprint_draw (&blueprint, pack, NULL, seed);

      g_assert_cmpuint (g_strv_length ((char **)ids), ==, 4);
      g_assert_cmpuint (count_changes_of_group (ids), <=, 2); /* two scenarios, and b3 */
      for (guint i = 0; i < 4; i++)
        g_hash_table_insert (times, (gpointer)ids[i],
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (times, ids[i])) + 1));
    }
  g_assert_cmpuint (g_hash_table_size (times), ==, 8);
  for (guint i = 0; i < pack->n_items; i++)
    if (g_hash_table_contains (times, pack->items[i]->id))
      {
        /* Half of all draws; five standard deviations to each side. */
        g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (times, pack->items[i]->id)), >, 2000 - 158);
        g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (times, pack->items[i]->id)), <, 2000 + 158);
      }
}

/* Returns: (transfer container) ids as arranged */
static const char **
arrange (guint64 seed)
{
  static const char *const ids[] = { "p1", "q1", "p2", "q2", "p3" };
  CharterPaperItem items[G_N_ELEMENTS (ids)];
  const char **arranged = g_new0 (const char *, G_N_ELEMENTS (ids) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    items[i] = (CharterPaperItem){ pack, charter_pack_find_item (pack, ids[i]) };
  charter_blueprint_arrange (items, G_N_ELEMENTS (ids), seed);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (items[i].pack == pack);
      arranged[i] = items[i].item->id;
    }
  return arranged;
}

static void
test_arrange (void)
{
  gboolean differs = FALSE;

  for (guint64 seed = 0; seed < 50; seed++)
    {
      g_autofree const char **one = arrange (seed);
      g_autofree const char **again = arrange (seed);
      g_autofree const char **other = arrange (seed + 1);

      g_assert_cmpuint (g_strv_length ((char **)one), ==, 5);
      g_assert_cmpuint (count_changes_of_group (one), ==, 1);
      g_assert_cmpstrv ((char **)one, (char **)again);
      differs = differs || !g_strv_equal ((const char *const *)one, (const char *const *)other);
    }
  g_assert_true (differs);
}

/* ---- what is remembered ---- */

static void
assert_same (const CharterBlueprint *one, const CharterBlueprint *other)
{
  g_assert_true ((one->topics == NULL) == (other->topics == NULL));
  if (one->topics != NULL)
    g_assert_cmpstrv (one->topics, other->topics);
  g_assert_cmpuint (one->kinds, ==, other->kinds);
  g_assert_cmpuint (one->easiest, ==, other->easiest);
  g_assert_cmpuint (one->hardest, ==, other->hardest);
  g_assert_cmpint (one->only_mistakes, ==, other->only_mistakes);
  g_assert_cmpuint (one->number, ==, other->number);
  g_assert_cmpint (one->mood, ==, other->mood);
  g_assert_cmpuint (one->pace, ==, other->pace);
}

static void
assert_remembered (const CharterBlueprint *blueprint, GFile *file, const char *pack_id)
{
  g_auto (CharterBlueprint) loaded = { 0 };

  charter_blueprint_load (&loaded, file, pack_id);
  assert_same (&loaded, blueprint);
}

static void
test_remembering (void)
{
  g_autofree char *folder = g_dir_make_tmp ("charter-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "deeper", "quiz.ini", NULL);
  g_autoptr (GFile) deeper = g_file_get_parent (file);
  g_auto (CharterBlueprint) first = { 0 }, second = { 0 };
  g_autoptr (GError) error = NULL;

  charter_blueprint_init (&first);
  assert_remembered (&first, file, "org.example.first"); /* there is no file yet */
  first.topics = g_strsplit ("closure,,people", ",", -1);
  first.kinds = 1u << CHARTER_ITEM_ORDER | 1u << CHARTER_ITEM_SHORT;
  first.easiest = 2;
  first.hardest = 4;
  first.only_mistakes = TRUE;
  first.number = 7;
  first.mood = CHARTER_MOOD_EXAM;
  first.pace = 90;
  charter_blueprint_init (&second);
  second.number = 0;
  g_assert_true (charter_blueprint_save (&first, file, "org.example.first", &error));
  g_assert_no_error (error);
  g_assert_true (charter_blueprint_save (&second, file, "org.example.second", &error));
  assert_remembered (&first, file, "org.example.first");
  assert_remembered (&second, file, "org.example.second");
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  g_assert_cmpint (g_rmdir (g_file_peek_path (deeper)), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What a hand wrote into the file is taken as far as it makes sense. */
static void
test_nonsense (void)
{
  g_autofree char *folder = g_dir_make_tmp ("charter-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "quiz.ini", NULL);
  g_auto (CharterBlueprint) plain = { 0 };

  charter_blueprint_init (&plain);
  g_assert_true (g_file_set_contents (g_file_peek_path (file),
                                      "[a]\nkinds=riddle;\neasiest=0\nhardest=9\nnumber=-3\nmood=cheerful\npace=fast\n",
                                      -1, NULL));
  assert_remembered (&plain, file, "a");
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "no key file\n", -1, NULL));
  assert_remembered (&plain, file, "a");
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
assert_advice (CharterWish obstacles, const char *expected)
{
  g_autofree char *advice = charter_blueprint_dup_advice (obstacles);

  g_assert_cmpstr (advice, ==, expected);
}

static void
test_advice (void)
{
  assert_advice (0, "No question fits. Loosen more than one of your wishes.");
  assert_advice (CHARTER_WISH_TOPICS, "No question fits. Choose more topics.");
  assert_advice (CHARTER_WISH_KINDS | CHARTER_WISH_DIFFICULTY | CHARTER_WISH_MISTAKES,
                 "No question fits. Choose more kinds, or a wider range of difficulty, or more than your mistakes.");
}

static void
test_minutes (void)
{
  g_assert_cmpuint (charter_blueprint_count_minutes (0, 80), ==, 1);
  g_assert_cmpuint (charter_blueprint_count_minutes (3, 20), ==, 1);
  g_assert_cmpuint (charter_blueprint_count_minutes (4, 20), ==, 2);
  g_assert_cmpuint (charter_blueprint_count_minutes (180, 80), ==, 240);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("blueprint.xml");
  charter_cases_add ("blueprints.txt", "/blueprint/fits", 3, check_fitting);
  charter_cases_add ("draws.txt", "/blueprint/draw", 4, check_draw);
  g_test_add_func ("/blueprint/fair-and-together", test_fair_and_together);
  g_test_add_func ("/blueprint/arrange", test_arrange);
  g_test_add_func ("/blueprint/remembering", test_remembering);
  g_test_add_func ("/blueprint/advice", test_advice);
  g_test_add_func ("/blueprint/minutes", test_minutes);
  g_test_add_func ("/blueprint/nonsense", test_nonsense);
  result = g_test_run ();
  charter_pack_unref (pack);
  return result;
}
