/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exams that come with Charter, drawn from the packs that come with it: what their rules promise is counted here
 * anew, and who sits a second one meets new questions as long as there are any. */
#include "charter-form.h"
#include "charter-test-pack.h"

#include <string.h>

#define HOME "org.charterstudy.pmp-exam"
#define DOMAINS 3
#define DRAWS 1000
#define LARGEST_CASE 4 /* questions of a scenario that fits into an exam */

static const char *const domains[DOMAINS] = { "people", "process", "business-environment" };
static CharterPack *home;
static GPtrArray *packs; /* at hand */

typedef struct {
  const char *exam;
  guint n_items, unscored, predictive, cases;
  guint of_domain[DOMAINS];
} Rules;

/* By the weights of the outline: 33, 41 and 26 per cent, of which 40 are predictive. */
static const Rules full = { "full", 180, 10, 72, 10, { 59, 74, 47 } };
static const Rules shorter = { "short", 60, 0, 24, 0, { 20, 25, 15 } };
static const Rules train = { "train", 15, 0, 0, 0, { 5, 6, 4 } };

/* ---- counting ---- */

static CharterPack *
find_pack (const char *ref, CharterPack *otherwise)
{
  for (guint i = 0; i < packs->len && strchr (ref, '#') != NULL; i++)
    {
      CharterPack *one = g_ptr_array_index (packs, i);

      if (g_str_has_prefix (ref, one->id) && ref[strlen (one->id)] == '#')
        return one;
    }
  return otherwise;
}

/* Returns: the domain of the exam that a topic is of, from task to domain and from pack to pack */
static guint
get_domain (CharterPack *pack, const char *ref)
{
  CharterPack *of = find_pack (ref, pack);
  const CharterTopic *topic = charter_pack_find_topic (of, ref);

  g_assert_nonnull (topic);
  if (topic->counts_as != NULL)
    return get_domain (of, topic->counts_as);
  if (topic->parent != NULL)
    return get_domain (of, topic->parent->id);
  g_assert_cmpstr (of->id, ==, HOME);
  for (guint i = 0; i < DOMAINS; i++)
    if (g_str_equal (topic->id, domains[i]))
      return i;
  g_assert_not_reached ();
}

static void
assert_shares (const CharterForm *form, const Rules *rules)
{
  guint of_domain[DOMAINS] = { 0 }, predictive = 0, unscored = 0;

  for (guint i = 0; i < form->n_items; i++)
    {
      const CharterItem *item = form->items[i].item;

      of_domain[get_domain (form->items[i].pack, item->topic)]++;
      predictive += item->approach == CHARTER_APPROACH_PREDICTIVE;
      unscored += form->items[i].unscored;
    }
  for (guint i = 0; i < DOMAINS; i++)
    g_assert_cmpuint (of_domain[i], ==, rules->of_domain[i]);
  if (rules->predictive > 0)
    g_assert_cmpuint (predictive, ==, rules->predictive);
  g_assert_cmpuint (unscored, ==, rules->unscored);
}

static const CharterGroup *
get_scenario (const CharterPaperItem *asked)
{
  const CharterGroup *group = charter_pack_find_group (asked->pack, asked->item->group);

  return group->is_scenario ? group : NULL;
}

/* Returns: how many scenarios there are, each in one piece and with all of its questions, and none in two sections */
static guint
count_whole_scenarios (const CharterForm *form)
{
  guint n_scenarios = 0;

  for (guint i = 0, n; i < form->n_items; i += n)
    {
      const CharterGroup *scenario = get_scenario (&form->items[i]);

      n = scenario != NULL ? scenario->n_items : 1;
      n_scenarios += scenario != NULL;
      for (guint k = 0; k < n && scenario != NULL; k++)
        {
          g_assert_cmpuint (i + k, <, form->n_items);
          g_assert_true (form->items[i + k].item == scenario->items[k]);
          g_assert_cmpuint (form->items[i + k].section, ==, form->items[i].section);
        }
    }
  return n_scenarios;
}

static void
assert_by_rules (const CharterForm *form, const Rules *rules)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  guint n_scenarios = count_whole_scenarios (form);

  g_assert_cmpuint (form->n_items, ==, rules->n_items);
  g_assert_null (form->lacks[0]);
  assert_shares (form, rules);
  for (guint i = 0; i < form->n_items; i++)
    g_assert_true (g_hash_table_add (met, (gpointer)form->items[i].item));
  if (rules->cases > 0)
    g_assert_cmpuint (n_scenarios, ==, rules->cases);
}

static CharterForm *
draw (const Rules *rules, guint64 seed, CharterSeenFunc seen, gpointer data)
{
  return charter_form_draw (home, charter_pack_find_exam (home, rules->exam), packs, seed, seen, data);
}

static void
test_thousand (gconstpointer data)
{
  const Rules *rules = data;

  for (guint64 seed = 0; seed < DRAWS; seed++)
    {
      g_autoptr (CharterForm) form = draw (rules, seed, NULL, NULL);

      assert_by_rules (form, rules);
    }
}

/* ---- one after the other ---- */

/* data: a table of the items that were seen, each with the number of the exam. */
static CharterSeen
look_up (const CharterPack *pack G_GNUC_UNUSED, const CharterItem *item, gpointer data)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (data, item));

  return number > 0 ? (CharterSeen){ 1, number } : (CharterSeen){ 0 };
}

/* Returns: how many of its questions were seen; then all of them are */
static guint
count_and_see (GHashTable *seen, const CharterForm *form, guint number)
{
  guint n = 0;

  for (guint i = 0; i < form->n_items; i++)
    n += g_hash_table_contains (seen, form->items[i].item);
  for (guint i = 0; i < form->n_items; i++)
    g_hash_table_insert (seen, (gpointer)form->items[i].item, GUINT_TO_POINTER (number));
  return n;
}

/* A question without an approach has no place among the exam's shares, nor has a scenario with such a one. */
static gboolean
can_come (const CharterGroup *group, const CharterItem *item)
{
  gboolean can = item->approach != CHARTER_APPROACH_NONE;

  for (guint i = 0; i < group->n_items && group->is_scenario; i++)
    can &= group->items[i]->approach != CHARTER_APPROACH_NONE;
  return can;
}

static guint
count_unseen (GHashTable *seen)
{
  guint n = 0;

  for (guint p = 0; p < packs->len; p++)
    {
      const CharterPack *pack = g_ptr_array_index (packs, p);

      for (guint i = 0; i < pack->n_groups; i++)
        for (guint k = 0; k < pack->groups[i]->n_items; k++)
          n += can_come (pack->groups[i], pack->groups[i]->items[k])
               && !g_hash_table_contains (seen, pack->groups[i]->items[k]);
    }
  return n;
}

/* Four whole exams by the same person. As long as the packs hold enough, nothing comes twice; then what lacks is
 * repeated, and no more than a scenario beside it, for the sake of the shares. */
static void
test_four (void)
{
  for (guint64 seed = 0; seed < 50; seed++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint number = 1; number <= 4; number++)
        {
          g_autoptr (CharterForm) form = draw (&full, 4 * seed + number, look_up, seen);
          guint n_lacking = full.n_items - MIN (count_unseen (seen), full.n_items);
          guint n_seen = count_and_see (seen, form, number);

          assert_by_rules (form, &full);
          g_assert_cmpuint (n_seen, >=, n_lacking);
          g_assert_cmpuint (n_seen, <=, n_lacking + (n_lacking > 0 ? LARGEST_CASE : 0));
          g_assert_true (number != 2 || n_lacking == 0); /* two at least are new from end to end */
        }
    }
}

/* Four of the shorter ones are new from end to end. */
static void
test_several (gconstpointer data)
{
  const Rules *rules = data;

  for (guint64 seed = 0; seed < 50; seed++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint number = 1; number <= 4; number++)
        {
          g_autoptr (CharterForm) form = draw (rules, 4 * seed + number, look_up, seen);

          assert_by_rules (form, rules);
          g_assert_cmpuint (count_and_see (seen, form, number), ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "pmp-exam.xml", "pmp-people.xml", "pmp-process.xml",
                                       "pmp-business-environment.xml", "projects-and-operations.xml" };
  int status;

  g_test_init (&argc, &argv, NULL);
  packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (packs, load_pack (names[i]));
  home = g_ptr_array_index (packs, 0);
  g_test_add_data_func ("/shipped-exams/thousand/full", &full, test_thousand);
  g_test_add_data_func ("/shipped-exams/thousand/short", &shorter, test_thousand);
  g_test_add_data_func ("/shipped-exams/thousand/train", &train, test_thousand);
  g_test_add_func ("/shipped-exams/four/full", test_four);
  g_test_add_data_func ("/shipped-exams/four/short", &shorter, test_several);
  g_test_add_data_func ("/shipped-exams/four/train", &train, test_several);
  status = g_test_run ();
  g_ptr_array_unref (packs);
  return status;
}
