/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drills of the packs that come with Charter, each drawn a thousand times: whoever types the key is right and
 * nothing is held against it, and a near miss is told as one unless the numbers make it right; which they do seldom,
 * for then the question can't tell the two ways of thinking apart. */
#include "charter-scoring.h"
#include "charter-test-pack.h"

#define DRAWS 1000
#define MOST_SAME (DRAWS / 50) /* draws in which a near miss is right */

static void
test_key (const CharterItem *item, guint64 seed)
{
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (item, seed);

  g_assert_true (charter_scoring_score (item, key, seed).correct);
  g_assert_null (charter_scoring_find_near (item, key, seed));
}

/* Returns: whether it is right with these numbers */
static gboolean
test_near (const CharterItem *item, const CharterNear *near, guint64 seed)
{
  g_autofree char *text = charter_scoring_dup_near (item, near, seed);
  g_autoptr (CharterResponse) response = charter_response_new_typed (text);

  if (text == NULL)
    return TRUE;
  if (charter_scoring_score (item, response, seed).correct || charter_scoring_find_near (item, response, seed) == NULL)
    g_error ("%s, seed %" G_GUINT64_FORMAT ": the near miss %s, here %s, is no miss", item->id, seed, near->value,
             text);
  return FALSE;
}

static void
test_drill (gconstpointer data)
{
  const CharterItem *item = data;
  g_autofree guint *n_same = g_new0 (guint, item->typed->n_nears + 1);

  for (guint64 seed = 1; seed <= DRAWS; seed++)
    {
      test_key (item, seed);
      for (guint i = 0; i < item->typed->n_nears; i++)
        n_same[i] += test_near (item, &item->typed->nears[i], seed);
    }
  for (guint i = 0; i < item->typed->n_nears; i++)
    {
      g_test_message ("%s is right in %u of %u draws", item->typed->nears[i].value, n_same[i], DRAWS);
      g_assert_cmpuint (n_same[i], <=, MOST_SAME);
    }
}

static void
add_pack (CharterPack *pack)
{
  for (guint i = 0; i < pack->n_items; i++)
    if (pack->items[i]->kind == CHARTER_ITEM_DRILL)
      {
        g_autofree char *path = g_strdup_printf ("/shipped-drills/%s/%s", pack->id, pack->items[i]->id);

        g_test_add_data_func (path, pack->items[i], test_drill);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_open (g_test_get_dir (G_TEST_DIST), 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_ptr_array_add (packs, load_pack (name));
        add_pack (packs->pdata[packs->len - 1]);
      }
  return g_test_run ();
}
