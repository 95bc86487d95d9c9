/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-print-item.h"
#include "charter-test-pack.h"
#include "charter-versions.h"

#include <string.h>

#define N 4

static CharterPack *pack;

/* Two scenarios and a bank, the bank's in a section of its own. */
static CharterPath *
draw (guint64 seed)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CharterPaperItem));
  CharterPaperSection sections[2] = { { { "One" } }, { { "Two" } } };
  guint n_scenarios = 0;
  CharterPath *path;

  for (guint i = 0; i < pack->n_groups; i++)
    for (guint j = 0; j < pack->groups[i]->n_items && j < 8; j++)
      {
        CharterPaperItem asked = { pack, pack->groups[i]->items[j], !pack->groups[i]->is_scenario, j == 3 };

        n_scenarios += j == 0 && pack->groups[i]->is_scenario;
        g_array_append_val (items, asked);
        sections[asked.section].n_items++;
      }
  g_assert_cmpuint (n_scenarios, >, 1);
  path = charter_paper_new_form (pack, "exam", (CharterPaperItem *)items->data, items->len, sections, 2, seed, NULL);
  g_assert_nonnull (path);
  return path;
}

static char *
describe (const CharterVersions *versions, guint version)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < charter_versions_get_n_steps (versions); i++)
    {
      const CharterStep *step = charter_versions_get_step (versions, version, i);
      g_autofree char *key = charter_print_item_dup_key (step);

      g_string_append_printf (out, "%s %s %d\n", step->item->id, key, step->unscored);
    }
  return g_string_free (out, FALSE);
}

/* The paper is version A, and another run draws the same. */
static void
test_same_everywhere (void)
{
  g_autoptr (CharterPath) path = draw (7);
  g_autoptr (CharterPath) again = draw (7);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, N);
  g_autoptr (CharterVersions) others = charter_versions_new (again, 2);

  g_assert_true (charter_versions_get_step (versions, 0, 0) == charter_path_get_step (path, 0));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *one = describe (versions, i);
      g_autofree char *other = describe (others, i);

      g_assert_cmpstr (one, ==, other);
    }
}

static void
test_all_differ (void)
{
  g_autoptr (CharterPath) path = draw (7);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, N);

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < i; j++)
      {
        g_autofree char *one = describe (versions, i);
        g_autofree char *other = describe (versions, j);

        g_assert_cmpstr (one, !=, other);
      }
}

/* Each version has each item once, and what counts for nothing does so in all. */
static void
test_same_points (void)
{
  g_autoptr (CharterPath) path = draw (7);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, N);

  for (guint version = 0; version < N; version++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      double points = 0;

      for (guint i = 0; i < charter_versions_get_n_steps (versions); i++)
        {
          const CharterStep *step = charter_versions_get_step (versions, version, i);

          g_assert_true (g_hash_table_add (seen, (gpointer)step->item->id));
          points += step->unscored ? 0 : step->item->points;
        }
      g_assert_cmpfloat_with_epsilon (points, charter_versions_sum_points (versions), 1e-9);
    }
}

/* Where the table says that a question stands, there it stands. */
static void
test_map (void)
{
  g_autoptr (CharterPath) path = draw (7);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, N);

  for (guint version = 0; version < N; version++)
    for (guint i = 0; i < charter_versions_get_n_steps (versions); i++)
      {
        guint there = charter_versions_find (versions, version, i);

        g_assert_cmpstr (charter_versions_get_step (versions, version, there)->item->id, ==,
                         charter_path_get_step (path, i)->item->id);
      }
}

/* Sections stay where they were, and a scenario's items together. */
static void
test_together (void)
{
  g_autoptr (CharterPath) path = draw (7);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, N);

  for (guint version = 0; version < N; version++)
    {
      g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
      const char *group = NULL;

      for (guint i = 0; i < charter_versions_get_n_steps (versions); i++)
        {
          const CharterItem *item = charter_versions_get_step (versions, version, i)->item;
          gboolean is_scenario = charter_pack_find_group (pack, item->group)->is_scenario;

          g_assert_cmpuint (charter_path_get_step (path, i)->section, ==, !is_scenario);
          if (is_scenario && g_strcmp0 (item->group, group) != 0)
            g_assert_true (g_hash_table_add (left, (gpointer)item->group));
          group = item->group;
        }
    }
}

/* The letters of a key, read back on the paper of the same version, are the right options. */
static void
check_letters (const CharterStep *step)
{
  g_autofree char *key = charter_print_item_dup_key (step);
  guint n = 0;

  for (guint i = 0; i < step->item->n_parts; i++)
    if (step->item->parts[step->part_order[i]].correct)
      {
        g_assert_nonnull (strchr (key, 'A' + (int)i));
        n++;
      }
  g_assert_cmpuint (strlen (key), ==, n + (n - 1) * strlen (", "));
}

static void
test_keys (void)
{
  g_autoptr (CharterPath) path = draw (7);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, N);
  guint n_checked = 0;

  for (guint version = 0; version < N; version++)
    for (guint i = 0; i < charter_versions_get_n_steps (versions); i++)
      {
        const CharterStep *step = charter_versions_get_step (versions, version, i);
        g_autofree char *key = charter_print_item_dup_key (step);

        g_assert_cmpstr (key, !=, "");
        if (step->item->kind == CHARTER_ITEM_SINGLE || step->item->kind == CHARTER_ITEM_MULTIPLE)
          {
            check_letters (step);
            n_checked++;
          }
      }
  g_assert_cmpuint (n_checked, >, 20);
}

/* A drill has the same numbers in every version, or it would not be the same question. */
static void
test_drills (void)
{
  g_autoptr (CharterPath) path = draw (7);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, N);
  guint n_drills = 0;

  for (guint i = 0; i < charter_versions_get_n_steps (versions); i++)
    {
      const CharterStep *step = charter_path_get_step (path, i);
      g_autofree char *stem = charter_blocks_to_plain (step->item->stem);

      if (step->item->kind != CHARTER_ITEM_DRILL)
        continue;
      n_drills++;
      for (guint version = 1; version < N; version++)
        {
          guint there = charter_versions_find (versions, version, i);
          const CharterItem *other = charter_versions_get_step (versions, version, there)->item;
          g_autofree char *words = charter_blocks_to_plain (other->stem);

          g_assert_cmpstr (words, ==, stem);
        }
    }
  g_assert_cmpuint (n_drills, >, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("projects-and-operations.xml");
  g_test_add_func ("/versions/same-everywhere", test_same_everywhere);
  g_test_add_func ("/versions/all-differ", test_all_differ);
  g_test_add_func ("/versions/same-points", test_same_points);
  g_test_add_func ("/versions/map", test_map);
  g_test_add_func ("/versions/together", test_together);
  g_test_add_func ("/versions/keys", test_keys);
  g_test_add_func ("/versions/drills", test_drills);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
