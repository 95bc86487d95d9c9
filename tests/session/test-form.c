/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms drawn by the rules of exams, from banks that are made here: large ones as an exam needs them, and random ones
 * in which what is to hold always is looked for. */

#include "charter-form.h"
#include "charter-loader.h"

#include <string.h>

#define DOMAINS 3
#define TASKS 26

static const char *const approaches[] = { "predictive", "adaptive", "hybrid" };
static const char *const kinds[] = { "truefalse", "number", "short" };
static const guint domain_sizes[DOMAINS] = { 8, 10, 8 };

/* ---- making packs ---- */

static CharterPack *
load (const char *id, const char *language, const char *info, const char *content)
{
  g_autofree char *text = g_strdup_printf (
    "<pack xmlns='urn:charter:pack:1' format='1.0' id='%s' release='1.0.0' xml:lang='%s'><info><title>%s</title>%s"
    "</info>%s</pack>",
    id, language, id, info, content);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    g_error ("%s: %s", id, ((const CharterDiagnostic *)g_ptr_array_index (diagnostics, i))->found);
  return pack;
}

static char *
make_item (const char *id, const char *attributes, guint kind)
{
  static const char *const begins[] = { "answer='true'", "answer='4'", "" };
  static const char *const ends[] = { "", "", "<accept>Mira</accept>" };

  return g_strdup_printf ("<%s id='%s' %s %s><stem><p>What is it?</p></stem>%s</%s>", kinds[kind], id, begins[kind],
                          attributes, ends[kind], kinds[kind]);
}

static guint
get_domain (guint task)
{
  guint domain = 0;

  for (guint end = domain_sizes[0]; task >= end && domain + 1 < DOMAINS; end += domain_sizes[++domain])
    continue;
  return domain;
}

/* Three domains with their 26 tasks, d0 to d2 and t0 to t25. */
static char *
make_topics (void)
{
  GString *topics = g_string_new (NULL);

  for (guint d = 0; d < DOMAINS; d++)
    {
      g_string_append_printf (topics, "<topic id='d%u'><title>Domain %u</title>", d, d);
      for (guint t = 0; t < TASKS; t++)
        if (get_domain (t) == d)
          g_string_append_printf (topics, "<topic id='t%u'><title>Task %u</title></topic>", t, t);
      g_string_append (topics, "</topic>");
    }
  return g_string_free (topics, FALSE);
}

static CharterPack *
load_exam (const char *attributes, const char *rules)
{
  g_autofree char *topics = make_topics ();
  g_autofree char *info = g_strdup_printf ("<use pack='org.example.p0'/><use pack='org.example.p1'/>"
                                           "<use pack='org.example.p2'/><use pack='org.example.elsewhere'/>%s",
                                           topics);
  g_autofree char *exam = g_strdup_printf ("<exam id='exam' %s><title>Exam</title>%s</exam>", attributes, rules);

  return load ("org.example.exam", "en", info, exam);
}

/* An item's attributes are drawn for its id alone, so they are the same wherever it is written. */
static char *
make_drawn_item (const char *id)
{
  guint hash = g_str_hash (id);
  g_autofree char *attributes
    = g_strdup_printf ("topic='org.example.exam#t%u' approach='%s'%s", hash % TASKS, approaches[hash / TASKS % 3],
                       hash / 78 % 10 == 0 ? " reserve='mock'" : "");

  return make_item (id, attributes, hash / 780 % 3);
}

static void
append_shuffled (GString *into, GPtrArray *texts, GRand *random)
{
  while (texts->len > 0)
    {
      g_autofree char *text
        = g_ptr_array_steal_index_fast (texts, (guint)g_rand_int_range (random, 0, (int)texts->len));

      g_string_append (into, text);
    }
}

/* About 300 items, half of them in scenarios of 3 to 5; order: the seed of the order in which they are written. */
static CharterPack *
load_bank (guint number, guint order)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (order);
  g_autoptr (GPtrArray) groups = g_ptr_array_new (), items = g_ptr_array_new ();
  g_autoptr (GString) content = g_string_new (NULL);
  GString *bank = g_string_new ("<bank id='loose'>");
  g_autofree char *id = g_strdup_printf ("org.example.p%u", number);

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *item = g_strdup_printf ("i%u-%u", number, i);
      g_ptr_array_add (items, make_drawn_item (item));
    }
  append_shuffled (bank, items, random);
  g_ptr_array_add (groups, g_string_free (g_string_append (bank, "</bank>"), FALSE));
  for (guint s = 0; s < 38; s++)
    {
      GString *scenario = g_string_new (NULL);

      g_string_printf (scenario, "<scenario id='s%u'><title>S</title><situation><p>So.</p></situation>", s);
      for (guint i = 0; i < 3 + s % 3; i++)
        {
          g_autofree char *name = g_strdup_printf ("s%u-%u-%u", number, s, i);
          g_autofree char *item = make_drawn_item (name);
          g_string_append (scenario, item);
        }
      g_ptr_array_add (groups, g_string_free (g_string_append (scenario, "</scenario>"), FALSE));
    }
  append_shuffled (content, groups, random);
  return load (id, "en", "<use pack='org.example.exam'/>", content->str);
}

static GPtrArray *
new_packs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
}

static GPtrArray *
load_banks (guint order)
{
  GPtrArray *packs = new_packs ();

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (packs, load_bank (order % 2 == 0 ? i : 2 - i, order));
  return packs;
}

/* ---- what always holds ---- */

static const CharterGroup *
get_scenario (const CharterPaperItem *asked)
{
  const CharterGroup *group = charter_pack_find_group (asked->pack, asked->item->group);

  return group->is_scenario ? group : NULL;
}

static void
assert_no_duplicate (const CharterForm *form)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < form->n_items; i++)
    g_assert_true (g_hash_table_add (met, (gpointer)form->items[i].item));
}

/* count: how many of a scenario’s items the exam draws. A scenario stands in one piece, whole, in one section. */
static void
assert_scenarios_whole (const CharterForm *form, guint (*count) (const CharterGroup *))
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < form->n_items;)
    {
      const CharterGroup *scenario = get_scenario (&form->items[i]);
      guint n = 1;

      while (scenario != NULL && i + n < form->n_items && get_scenario (&form->items[i + n]) == scenario)
        {
          g_assert_cmpuint (form->items[i + n].section, ==, form->items[i].section);
          n++;
        }
      if (scenario != NULL)
        {
          g_assert_true (g_hash_table_add (met, (gpointer)scenario));
          g_assert_cmpuint (n, ==, count (scenario));
        }
      i += n;
    }
}

/* Scenarios come first in their section, and section_cases says how many. */
static void
assert_scenarios_first (const CharterForm *form)
{
  guint at = 0;

  for (guint s = 0; s < form->n_sections; s++)
    {
      guint n = 0, end = at + form->sections[s].n_items;
      const CharterGroup *last = NULL;
      gboolean is_loose = FALSE;

      for (; at < end; at++)
        {
          const CharterGroup *scenario = get_scenario (&form->items[at]);

          g_assert_cmpuint (form->items[at].section, ==, s);
          g_assert_false (scenario != NULL && is_loose);
          is_loose = scenario == NULL;
          n += scenario != NULL && scenario != last;
          last = scenario;
        }
      g_assert_cmpuint (n, ==, form->section_cases[s]);
    }
  g_assert_true (form->n_sections == 0 || at == form->n_items);
}

static guint
count_unscored (const CharterForm *form)
{
  guint n = 0;

  for (guint i = 0; i < form->n_items; i++)
    {
      g_assert_false (form->items[i].unscored && get_scenario (&form->items[i]) != NULL);
      n += form->items[i].unscored;
    }
  return n;
}

static guint
count_all (const CharterGroup *group)
{
  return group->n_items;
}

static guint
count_reserved (const CharterGroup *group)
{
  return group->n_items - charter_group_count_open (group);
}

static void
assert_sound (const CharterForm *form, guint (*count) (const CharterGroup *))
{
  assert_no_duplicate (form);
  assert_scenarios_whole (form, count);
  assert_scenarios_first (form);
  if (form->n_items > 0)
    {
      g_autoptr (CharterPath) path = charter_form_new_path (form, NULL);

      g_assert_cmpuint (charter_path_get_n_steps (path), ==, form->n_items);
    }
}

static guint
count_domain (const CharterForm *form, guint domain, gboolean only_unscored)
{
  guint n = 0;

  for (guint i = 0; i < form->n_items; i++)
    {
      const char *task = strstr (form->items[i].item->topic, "#t") + 2;

      n += get_domain ((guint)g_ascii_strtoull (task, NULL, 10)) == domain
           && (!only_unscored || form->items[i].unscored);
    }
  return n;
}

static guint
count_approach (const CharterForm *form, CharterApproach approach)
{
  guint n = 0;

  for (guint i = 0; i < form->n_items; i++)
    n += form->items[i].item->approach == approach;
  return n;
}

static char *
list (const CharterForm *form)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < form->n_items; i++)
    g_string_append_printf (ids, "%s%s%s", i > 0 ? " " : "", form->items[i].item->id,
                            form->items[i].unscored ? "*" : "");
  return g_string_free (ids, FALSE);
}

/* ---- an exam of 180 items ---- */

#define FULL "minutes='240' items='180' unscored='10'"
#define FULL_DRAWS                                                                                                     \
  "<draw from='org.example.p0' reserve='all'/><draw from='org.example.p1' reserve='all'/>"                             \
  "<draw from='org.example.p2' reserve='all'/>"
#define FULL_SHARES                                                                                                    \
  "<share topic='d0' percent='33'/><share topic='d1' percent='41'/><share topic='d2' percent='26'/>"                   \
  "<share approach='predictive' percent='40'/><share approach='adaptive' percent='30'/>"
#define FULL_SECTIONS                                                                                                  \
  "<section id='cases' items='60' cases='10'/><break minutes='10'/><section id='two' items='60'/>"                     \
  "<break minutes='10'/><section id='three'/>"

static void
test_thousand (void)
{
  g_autoptr (CharterPack) home = load_exam (FULL, FULL_DRAWS FULL_SHARES FULL_SECTIONS);
  g_autoptr (GPtrArray) packs = load_banks (0);

  for (guint64 seed = 0; seed < 1000; seed++)
    {
      g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, seed, NULL, NULL);

      assert_sound (form, count_all);
      g_assert_cmpuint (form->n_items, ==, 180);
      g_assert_cmpuint (form->minutes, ==, 240);
      g_assert_cmpuint (count_domain (form, 0, FALSE), ==, 59);
      g_assert_cmpuint (count_domain (form, 1, FALSE), ==, 74);
      g_assert_cmpuint (count_domain (form, 2, FALSE), ==, 47);
      g_assert_cmpuint (count_approach (form, CHARTER_APPROACH_PREDICTIVE), ==, 72);
      g_assert_cmpuint (count_approach (form, CHARTER_APPROACH_ADAPTIVE), ==, 54);
      g_assert_cmpuint (count_unscored (form), ==, 10);
      g_assert_cmpuint (count_domain (form, 0, TRUE), ==, 3);
      g_assert_cmpuint (count_domain (form, 1, TRUE), ==, 4);
      g_assert_cmpuint (count_domain (form, 2, TRUE), ==, 3);
      g_assert_cmpuint (form->n_sections, ==, 3);
      for (guint s = 0; s < 3; s++)
        {
          g_assert_cmpuint (form->sections[s].n_items, ==, 60);
          g_assert_cmpuint (form->section_cases[s], ==, s == 0 ? 10 : 0);
          g_assert_cmpuint (form->sections[s].break_minutes, ==, s < 2 ? 10 : 0);
        }
      g_assert_null (form->lacks[0]);
    }
}

/* What is written where makes no difference, nor in which order packs are at hand. */
static void
test_order_of_writing (void)
{
  g_autoptr (CharterPack) home = load_exam (FULL, FULL_DRAWS FULL_SHARES FULL_SECTIONS);
  g_autoptr (GPtrArray) packs = load_banks (0), others = load_banks (7);

  for (guint64 seed = 0; seed < 20; seed++)
    {
      g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, seed, NULL, NULL);
      g_autoptr (CharterForm) same = charter_form_draw (home, &home->exams[0], others, seed, NULL, NULL);
      g_autofree char *items = list (form), *same_items = list (same);

      /* Inside a scenario the order is the author's; the banks differ only between scenarios. */
      g_assert_cmpstr (items, ==, same_items);
    }
}

/* Each item gets its turn. */
static void
test_chances (void)
{
  g_autoptr (CharterPack) home
    = load_exam ("minutes='60' items='60'", "<draw from='org.example.p0#loose' reserve='all'/>");
  g_autoptr (GPtrArray) packs = load_banks (0);
  g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);

  for (guint64 seed = 0; seed < 500; seed++)
    {
      g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, seed, NULL, NULL);

      for (guint i = 0; i < form->n_items; i++)
        {
          gpointer item = (gpointer)form->items[i].item;
          g_hash_table_insert (drawn, item,
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (drawn, item)) + 1));
        }
    }
  g_assert_cmpuint (g_hash_table_size (drawn), ==, 150);
  /* 200 expected, with a deviation of 11: five of them on both sides */
  for (GList *counts = g_hash_table_get_values (drawn), *next = counts; next != NULL;
       next = next->next != NULL ? next->next : (g_list_free (counts), NULL))
    g_assert_true (GPOINTER_TO_UINT (next->data) > 145 && GPOINTER_TO_UINT (next->data) < 255);
}

static void
test_reserve (void)
{
  static const char *const rules[] = { "<draw from='org.example.p0'/>", "<draw from='org.example.p0' reserve='mock'/>",
                                       "<draw from='org.example.p0' reserve='all'/>" };
  static guint (*const counts[]) (const CharterGroup *) = { charter_group_count_open, count_reserved, count_all };
  g_autoptr (GPtrArray) packs = load_banks (0);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (CharterPack) home = load_exam ("minutes='60' items='30'", rules[i]);
      g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, 1, NULL, NULL);

      assert_sound (form, counts[i]);
      g_assert_cmpuint (form->n_items, ==, 30);
      for (guint k = 0; k < form->n_items && i < 2; k++)
        g_assert_true (form->items[k].item->reserved == (i == 1));
    }
}

/* ---- what was seen ---- */

/* Items of an even number were seen, at their number in seconds. */
static CharterSeen
see_even (const CharterPack *pack G_GNUC_UNUSED, const CharterItem *item, gpointer data G_GNUC_UNUSED)
{
  guint64 number = g_ascii_strtoull (strchr (item->id, '-') + 1, NULL, 10);

  return number % 2 == 0 ? (CharterSeen){ 1, (gint64)number } : (CharterSeen){ 0 };
}

static void
test_unseen_first (void)
{
  g_autoptr (CharterPack) home
    = load_exam ("minutes='60' items='90'", "<draw from='org.example.p0#loose' reserve='all'/>");
  g_autoptr (GPtrArray) packs = load_banks (0);
  g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, 3, see_even, NULL);
  guint n_seen = 0;

  for (guint i = 0; i < form->n_items; i++)
    {
      CharterSeen seen = see_even (form->items[i].pack, form->items[i].item, NULL);

      n_seen += seen.times;
      g_assert_cmpint (seen.last, <, 30); /* of 75 that were seen, the 15 that were seen first */
    }
  g_assert_cmpuint (form->n_items, ==, 90);
  g_assert_cmpuint (n_seen, ==, 15);
}

/* Shares go before what was seen; within them the unseen come first also where it takes exchanges. */
static void
test_unseen_within_shares (void)
{
  g_autoptr (CharterPack) home
    = load_exam ("minutes='60' items='60'", "<draw from='org.example.p0#loose' reserve='all'/>"
                                            "<draw from='org.example.p1#loose' reserve='all'/>" FULL_SHARES);
  g_autoptr (GPtrArray) packs = load_banks (0);
  g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, 3, see_even, NULL);

  g_assert_cmpuint (form->n_items, ==, 60);
  g_assert_null (form->lacks[0]);
  for (guint i = 0; i < form->n_items; i++)
    g_assert_cmpuint (see_even (form->items[i].pack, form->items[i].item, NULL).times, ==, 0);
}

/* ---- what lacks ---- */

static void
assert_lacks (const CharterForm *form, const char *expected)
{
  g_autofree char *lacks = g_strjoinv ("\n", (char **)form->lacks);

  g_assert_cmpstr (lacks, ==, expected);
}

/* Adaptive and hybrid are one share, two kinds another; how many each of them has does not matter. */
static void
test_several_in_a_share (void)
{
  g_autoptr (CharterPack) home
    = load_exam ("minutes='60' items='60'",
                 "<draw from='org.example.p0#loose' reserve='all'/><draw from='org.example.p1#loose' reserve='all'/>"
                 "<share approach='predictive' percent='40'/><share approach='adaptive hybrid' percent='60'/>"
                 "<share kind='short truefalse' percent='25'/>");
  g_autoptr (GPtrArray) packs = load_banks (0);

  for (guint64 seed = 0; seed < 50; seed++)
    {
      g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, seed, NULL, NULL);
      guint n_numbers = 0;

      for (guint i = 0; i < form->n_items; i++)
        n_numbers += form->items[i].item->kind == CHARTER_ITEM_NUMBER;
      assert_lacks (form, "");
      g_assert_cmpuint (count_approach (form, CHARTER_APPROACH_PREDICTIVE), ==, 24);
      g_assert_cmpuint (count_approach (form, CHARTER_APPROACH_ADAPTIVE)
                          + count_approach (form, CHARTER_APPROACH_HYBRID),
                        ==, 36);
      g_assert_cmpuint (count_approach (form, CHARTER_APPROACH_HYBRID), >, 0);
      g_assert_cmpuint (form->shares[1].found, ==, 36);
      g_assert_cmpuint (n_numbers, ==, 45);
    }
}

static CharterPack *
load_small (const char *language, const char *const *topics)
{
  g_autoptr (GString) bank = g_string_new ("<bank id='loose'>");

  for (guint i = 0; topics[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("i-%u", i);
      g_autofree char *attributes = g_strdup_printf ("topic='org.example.exam#%s'", topics[i]);
      g_autofree char *item = make_item (id, attributes, 0);
      g_string_append (bank, item);
    }
  g_string_append (bank, "</bank>");
  return load ("org.example.p0", language, "<use pack='org.example.exam'/>", bank->str);
}

/* Half of the items, half of the time, two thirds of one domain. */
static void
test_smaller (void)
{
  static const char *const topics[] = { "t0", "t1", "d0", "t8", NULL };
  g_autoptr (CharterPack) home
    = load_exam ("minutes='15' items='8' unscored='2'",
                 "<draw from='org.example.p0'/><draw from='org.example.elsewhere#bank'/>"
                 "<draw from='org.example.elsewhere'/><share topic='d0' percent='50'/>"
                 "<share topic='d1' percent='50'/><section id='one' items='4' cases='1'><title>First</title></section>"
                 "<break minutes='5'/><section id='two'/><break minutes='5'/>");
  g_autoptr (GPtrArray) packs = new_packs ();
  g_autoptr (CharterForm) form = NULL;

  g_ptr_array_add (packs, load_small ("en", topics));
  form = charter_form_draw (home, &home->exams[0], packs, 1, NULL, NULL);
  assert_sound (form, count_all);
  g_assert_cmpuint (form->n_items, ==, 4);
  g_assert_cmpuint (form->minutes, ==, 8);
  g_assert_cmpuint (count_unscored (form), ==, 1);
  g_assert_cmpuint (form->sections[0].n_items, ==, 2);
  g_assert_cmpuint (form->sections[0].break_minutes, ==, 5);
  g_assert_cmpuint (form->sections[1].break_minutes, ==, 0);
  assert_lacks (form,
                "Questions are also drawn from a pack that is not in your library. Ask whoever made this exam for "
                "the pack “org.example.elsewhere”, and open it.\n"
                "The exam wants 8 questions, and 4 that fit were found.\n"
                "First: 1 scenario wanted, 0 found that fits.\n"
                "Domain 1: 2 questions wanted, 1 found.");
}

static void
test_lacks_of_several (void)
{
  static const char *const topics[] = { "t0", "t1", NULL };
  g_autoptr (CharterPack) home = load_exam ("minutes='2' items='2'", "<draw from='org.example.p0'/>"
                                                                     "<share approach='hybrid adaptive' percent='50'/>"
                                                                     "<share kind='number short' percent='50'/>");
  g_autoptr (GPtrArray) packs = new_packs ();
  g_autoptr (CharterForm) form = NULL;

  g_ptr_array_add (packs, load_small ("en", topics));
  form = charter_form_draw (home, &home->exams[0], packs, 1, NULL, NULL);
  assert_lacks (form, "Adaptive or hybrid approach: 1 question wanted, 0 found.\n"
                      "A number to type / Words to type: 1 question wanted, 0 found.");
}

/* Items of no domain of the exam are left out where its shares leave no room for them. */
static void
test_other_topics (void)
{
  static const char *const topics[] = { "t0", "t8", "elsewhere", NULL };
  g_autoptr (GPtrArray) packs = new_packs ();
  g_autoptr (CharterPack) strict = load_exam ("minutes='3' items='3'", "<draw from='org.example.p0'/>"
                                                                       "<share topic='d0' percent='60'/>"
                                                                       "<share topic='d1' percent='40'/>");
  g_autoptr (CharterPack) free = load_exam ("minutes='3' items='3'", "<draw from='org.example.p0'/>"
                                                                     "<share topic='d0' percent='34'/>"
                                                                     "<share topic='d1' percent='33'/>");
  g_autoptr (CharterForm) without = NULL, with = NULL;

  g_ptr_array_add (packs, load_small ("en", topics));
  without = charter_form_draw (strict, &strict->exams[0], packs, 1, NULL, NULL);
  with = charter_form_draw (free, &free->exams[0], packs, 1, NULL, NULL);
  g_assert_cmpuint (without->n_items, ==, 2);
  g_assert_cmpuint (with->n_items, ==, 3);
  assert_lacks (without, "The exam wants 3 questions, and 2 that fit were found.");
  assert_lacks (with, "");
}

static void
test_language (void)
{
  static const char *const topics[] = { "t0", "t8", NULL };
  g_autoptr (CharterPack) home = load_exam ("minutes='3' items='2'", "<draw from='org.example.p0'/>"
                                                                     "<draw from='org.example.p0#gone'/>");
  g_autoptr (GPtrArray) packs = new_packs ();
  g_autoptr (CharterForm) foreign = NULL, regional = NULL;

  g_ptr_array_add (packs, load_small ("es", topics));
  foreign = charter_form_draw (home, &home->exams[0], packs, 1, NULL, NULL);
  g_assert_cmpuint (foreign->n_items, ==, 0);
  g_assert_null (charter_form_new_path (foreign, NULL));
  assert_lacks (foreign, "“org.example.p0” is here in another language than the exam, and is left out.\n"
                         "The exam wants 2 questions, and 0 that fit were found.");
  g_ptr_array_add (packs, load_small ("en-GB", topics));
  regional = charter_form_draw (home, &home->exams[0], packs, 1, NULL, NULL);
  g_assert_cmpuint (regional->n_items, ==, 2);
  assert_lacks (regional, "There is no scenario and no bank “org.example.p0#gone”, from which questions are drawn.");
}

/* ---- topics of other packs ---- */

/* Own topics count as the exam's, by themselves or by what holds them; shares of tasks are parts of their domain's. */
static void
test_counts_as (void)
{
  g_autofree char *first = make_item ("i-1", "topic='own'", 0), *second = make_item ("i-2", "topic='below'", 1);
  g_autofree char *third = make_item ("i-3", "topic='other'", 1);
  g_autofree char *content = g_strconcat ("<bank id='loose'>", first, second, third, "</bank>", NULL);
  g_autoptr (CharterPack) home = load_exam ("minutes='3' items='3'", "<draw from='org.example.p0'/>"
                                                                     "<share topic='d0' percent='60'/>"
                                                                     "<share topic='t1' percent='30'/>");
  g_autoptr (GPtrArray) packs = new_packs ();
  g_autoptr (CharterForm) form = NULL;

  g_ptr_array_add (packs, load ("org.example.p0", "en",
                                "<use pack='org.example.exam'/><topic id='own' counts-as='org.example.exam#t1'>"
                                "<title>Own</title></topic><topic id='wide' counts-as='org.example.exam#t2'>"
                                "<title>Wide</title><topic id='below'><title>Below</title></topic></topic>"
                                "<topic id='other'><title>Other</title></topic>",
                                content));
  form = charter_form_draw (home, &home->exams[0], packs, 1, NULL, NULL);
  g_assert_cmpuint (form->n_items, ==, 3);
  g_assert_cmpuint (form->shares[0].found, ==, 2);
  g_assert_cmpuint (form->shares[1].wanted, ==, 1);
  g_assert_cmpuint (form->shares[1].found, ==, 1);
  assert_lacks (form, "");
}

/* ---- shares that can be met, and random banks ---- */

typedef struct {
  guint topic, approach, kind;
} Sort;

/* Shares that are those of 100 items in the bank. */
static void
append_shares (GString *rules, const Sort *sorts, guint n)
{
  guint topics[TASKS] = { 0 }, of_approach[3] = { 0 }, of_kind[3] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      topics[sorts[i].topic]++;
      of_approach[sorts[i].approach]++;
      of_kind[sorts[i].kind]++;
    }
  for (guint i = 0; i < TASKS; i++)
    if (topics[i] > 0)
      g_string_append_printf (rules, "<share topic='t%u' percent='%u'/>", i, topics[i]);
  for (guint i = 0; i < 3; i++)
    {
      g_string_append_printf (rules, "<share approach='%s' percent='%u'/>", approaches[i], of_approach[i]);
      g_string_append_printf (rules, "<share kind='%s' percent='%u'/>", kinds[i], of_kind[i]);
    }
}

/* The shares are those of a hundred items that are there, so they can be met together; and so they are. */
static void
test_met_together (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 100; round++)
    {
      guint n_topics = (guint)g_rand_int_range (random, 2, TASKS), n = (guint)g_rand_int_range (random, 100, 300);
      g_autofree Sort *sorts = g_new (Sort, n);
      g_autoptr (GString) bank = g_string_new ("<bank id='loose'>"),
                          rules = g_string_new ("<draw from='org.example.p0'/>");
      g_autoptr (CharterPack) home = NULL;
      g_autoptr (GPtrArray) packs = new_packs ();
      g_autoptr (CharterForm) form = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("i-%u", i), *attributes = NULL, *item = NULL;

          sorts[i] = (Sort){ (guint)g_rand_int_range (random, 0, (int)n_topics), (guint)g_rand_int_range (random, 0, 3),
                             (guint)g_rand_int_range (random, 0, 3) };
          attributes = g_strdup_printf ("topic='org.example.exam#t%u' approach='%s'", sorts[i].topic,
                                        approaches[sorts[i].approach]);
          item = make_item (id, attributes, sorts[i].kind);
          g_string_append (bank, item);
        }
      g_string_append (bank, "</bank>");
      append_shares (rules, sorts, 100);
      home = load_exam ("minutes='100' items='100'", rules->str);
      g_ptr_array_add (packs, load ("org.example.p0", "en", "<use pack='org.example.exam'/>", bank->str));
      form = charter_form_draw (home, &home->exams[0], packs, round, NULL, NULL);
      g_assert_cmpuint (form->n_items, ==, 100);
      assert_lacks (form, "");
    }
}

static char *
make_random_rules (GRand *random)
{
  GString *rules = g_string_new (FULL_DRAWS);
  guint left = 100;

  for (guint i = 0; i < DOMAINS && g_rand_boolean (random); i++)
    {
      guint percent = (guint)g_rand_int_range (random, 0, (int)left + 1);

      g_string_append_printf (rules, "<share topic='d%u' percent='%u'/>", i, percent);
      left -= percent;
    }
  if (g_rand_boolean (random))
    g_string_append_printf (rules, "<share approach='hybrid' percent='%d'/>", g_rand_int_range (random, 0, 101));
  if (g_rand_boolean (random))
    g_string_append_printf (rules, "<share kind='short' percent='%d'/>", g_rand_int_range (random, 0, 101));
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    g_string_append_printf (rules, "<section id='s%d' %s/>%s", i, g_rand_boolean (random) ? "cases='2'" : "",
                            g_rand_boolean (random) ? "<break minutes='5'/>" : "");
  return g_string_free (rules, FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) packs = load_banks (0);

  for (guint round = 0; round < 200; round++)
    {
      g_autofree char *rules = make_random_rules (random);
      guint items = (guint)g_rand_int_range (random, 1, round % 10 == 0 ? 900 : 60);
      g_autofree char *attributes = g_strdup_printf ("minutes='60' items='%u' unscored='%u'", items, items / 10);
      g_autoptr (CharterPack) home = load_exam (attributes, rules);
      g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, round, NULL, NULL);
      g_autoptr (CharterForm) same = charter_form_draw (home, &home->exams[0], packs, round, NULL, NULL);
      g_autofree char *list_of_form = list (form), *list_of_same = list (same);

      assert_sound (form, count_all);
      g_assert_cmpuint (form->n_items, <=, items);
      g_assert_cmpuint (count_unscored (form), <=, items / 10);
      g_assert_cmpstr (list_of_form, ==, list_of_same);
    }
}

/* ---- order ---- */

static guint
count_neighbours (const CharterForm *form)
{
  guint n = 0;

  for (guint i = 1; i < form->n_items; i++)
    n += g_str_equal (form->items[i].item->topic, form->items[i - 1].item->topic);
  return n;
}

/* Half of one topic: it never meets itself. Four of five: three times, which can't be helped. */
static void
test_neighbours (void)
{
  static const char *const half[] = { "t0", "t0", "t0", "t0", "t1", "t1", "t2", NULL };
  static const char *const most[] = { "t0", "t0", "t0", "t0", "t0", "t1", NULL };
  g_autoptr (CharterPack) home = load_exam ("minutes='3' items='10'", "<draw from='org.example.p0'/>");
  g_autoptr (GPtrArray) packs = new_packs (), others = new_packs ();

  g_ptr_array_add (packs, load_small ("en", half));
  g_ptr_array_add (others, load_small ("en", most));
  for (guint64 seed = 0; seed < 200; seed++)
    {
      g_autoptr (CharterForm) form = charter_form_draw (home, &home->exams[0], packs, seed, NULL, NULL);
      g_autoptr (CharterForm) other = charter_form_draw (home, &home->exams[0], others, seed, NULL, NULL);

      g_assert_cmpuint (count_neighbours (form), ==, 0);
      g_assert_cmpuint (count_neighbours (other), ==, 3);
    }
}

/* A seed is a promise: the same form everywhere, and in later releases. */
static void
test_promise (void)
{
  static const char *const topics[] = { "t0", "t1", "t2", "t8", "t9", "t10", "t18", "t19", NULL };
  g_autoptr (CharterPack) home
    = load_exam ("minutes='6' items='6' unscored='1'", "<draw from='org.example.p0'/><share topic='d0' percent='50'/>"
                                                       "<share topic='d1' percent='50'/>");
  g_autoptr (GPtrArray) packs = new_packs ();
  g_autoptr (CharterForm) form = NULL, other = NULL;
  g_autofree char *items = NULL, *others = NULL;

  g_ptr_array_add (packs, load_small ("en", topics));
  form = charter_form_draw (home, &home->exams[0], packs, 1, NULL, NULL);
  other = charter_form_draw (home, &home->exams[0], packs, G_MAXUINT64, NULL, NULL);
  items = list (form);
  others = list (other);
  g_assert_cmpstr (items, ==, "i-0 i-3 i-4 i-1* i-5 i-2");
  g_assert_cmpstr (others, ==, "i-4 i-5 i-1* i-0 i-2 i-3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/thousand", test_thousand);
  g_test_add_func ("/form/order-of-writing", test_order_of_writing);
  g_test_add_func ("/form/chances", test_chances);
  g_test_add_func ("/form/reserve", test_reserve);
  g_test_add_func ("/form/unseen-first", test_unseen_first);
  g_test_add_func ("/form/unseen-within-shares", test_unseen_within_shares);
  g_test_add_func ("/form/several-in-a-share", test_several_in_a_share);
  g_test_add_func ("/form/lacks-of-several", test_lacks_of_several);
  g_test_add_func ("/form/smaller", test_smaller);
  g_test_add_func ("/form/other-topics", test_other_topics);
  g_test_add_func ("/form/language", test_language);
  g_test_add_func ("/form/counts-as", test_counts_as);
  g_test_add_func ("/form/met-together", test_met_together);
  g_test_add_func ("/form/random", test_random);
  g_test_add_func ("/form/neighbours", test_neighbours);
  g_test_add_func ("/form/promise", test_promise);
  return g_test_run ();
}
