/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is folded for the schedule, what reaches back, and that folding one by one and all at once agree. */
#include "store-support.h"

#define DAY G_TIME_SPAN_DAY

static CharterStore *
new_store (void)
{
  return charter_store_new_in_memory ();
}

/* One answer in a session of its own. Returns: the stamped answer */
static CharterEvent *
answer_once (CharterStore *store, const char *session, const char *item, double points, gint64 wall)
{
  CharterEvent *answer = make_answer (session, 0, item, points, wall);

  commit (store, make_begun (session, 1, wall));
  commit (store, charter_event_ref (answer));
  return answer;
}

/* The reference's history: again, then good on the same day, after 1, 3, 8 and 21 days. */
static void
test_memory (void)
{
  static const struct {
    int day;
    double points, stability, difficulty;
  } reviews[] = {
    { 0, 0, 0.212, 6.4133 },          { 0, 1, 0.24668919, 6.40211507 },   { 1, 1, 2.02147725, 6.39094132 },
    { 4, 1, 7.86369884, 6.37977875 }, { 12, 1, 21.91771315, 6.36862734 }, { 33, 1, 53.62690292, 6.35748708 },
  };
  g_autoptr (CharterStore) store = new_store ();

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u", i);
      g_autoptr (CharterEvent) answer
        = answer_once (store, session, "item-0", reviews[i].points, NOW + reviews[i].day * DAY + i);
      g_autoptr (CharterItemRecord) record = load_item (store, "item-0");
      g_assert_cmpuint (record->n_reviews, ==, i + 1);
      g_assert_cmpfloat_with_epsilon (record->memory.stability, reviews[i].stability, 1e-6);
      g_assert_cmpfloat_with_epsilon (record->memory.difficulty, reviews[i].difficulty, 1e-6);
      g_assert_cmpint (record->due_day - record->last_day, >=, reviews[i].points == 1);
    }
  assert_verified (store);
}

static void
test_grade_changed (void)
{
  g_autoptr (CharterStore) store = new_store ();
  g_autoptr (CharterEvent) answer = answer_once (store, "one", "item-0", 1, NOW);
  g_autoptr (CharterItemRecord) good = load_item (store, "item-0");
  g_autoptr (CharterItemRecord) easy = NULL;

  commit (store, make_grade (answer, 4, NOW + 1));
  easy = load_item (store, "item-0");
  g_assert_cmpuint (good->last_grade, ==, 3);
  g_assert_cmpuint (easy->last_grade, ==, 4);
  g_assert_cmpfloat_with_epsilon (easy->memory.stability, 8.2956, 1e-9);
  g_assert_cmpuint (easy->n_reviews, ==, 1);
  assert_verified (store);
}

static void
test_suspended (void)
{
  g_autoptr (CharterStore) store = new_store ();
  g_autoptr (CharterEvent) answer = answer_once (store, "one", "item-0", 1, NOW);
  g_autoptr (CharterItemRecord) off = NULL;
  g_autoptr (CharterItemRecord) on = NULL;

  commit (store, make_suspend ("item-0", TRUE, NOW + 1));
  off = load_item (store, "item-0");
  g_assert_true (off->suspended);
  g_assert_cmpuint (off->n_reviews, ==, 1);
  assert_verified (store);
  commit (store, make_suspend ("item-0", FALSE, NOW + 2));
  on = load_item (store, "item-0");
  g_assert_false (on->suspended);
  assert_verified (store);
}

static guint
count_reviews (CharterStore *store, const char *item)
{
  g_autoptr (CharterItemRecord) record = load_item (store, item);

  return record != NULL ? record->n_reviews : 0;
}

static guint
count_answers (CharterStore *store)
{
  guint n_answers, n_right;

  charter_store_count_answers (store, NOW - DAY, &n_answers, &n_right);
  return n_answers;
}

static void
test_deleted_and_brought_back (void)
{
  g_autoptr (CharterStore) store = new_store ();
  g_autoptr (CharterEvent) first = answer_once (store, "one", "item-0", 1, NOW);
  g_autoptr (CharterEvent) second = answer_once (store, "two", "item-0", 0, NOW + 1);
  CharterEvent *gone = make_delete ("two", NOW + 2);

  g_assert_cmpuint (count_reviews (store, "item-0"), ==, 2);
  commit (store, charter_event_ref (gone));
  g_assert_cmpuint (count_reviews (store, "item-0"), ==, 1);
  g_assert_cmpuint (count_answers (store), ==, 1);
  g_assert_null (charter_store_get_open_session (store, "two"));
  assert_verified (store);
  commit (store, make_answer ("two", 0, "item-0", 1, NOW + 3));
  g_assert_cmpuint (count_reviews (store, "item-0"), ==, 1);
  assert_verified (store);
  commit (store, make_undo_of (gone, NOW + 4));
  g_assert_cmpuint (count_reviews (store, "item-0"), ==, 2);
  g_assert_nonnull (charter_store_get_open_session (store, "two"));
  assert_verified (store);
  charter_event_unref (gone);
}

static void
test_reset_and_brought_back (void)
{
  g_autoptr (CharterStore) store = new_store ();
  g_autoptr (CharterEvent) first = answer_once (store, "one", "item-0", 1, NOW);
  g_autoptr (CharterEvent) second = answer_once (store, "two", "item-1", 1, NOW + 1);
  g_autoptr (CharterEvent) reset = make_reset ("item-0", NOW + 2);

  commit (store, charter_event_ref (reset));
  g_assert_cmpuint (count_reviews (store, "item-0"), ==, 0);
  g_assert_cmpuint (count_reviews (store, "item-1"), ==, 1);
  g_assert_cmpuint (count_answers (store), ==, 2); /* the days on which it was done stay */
  assert_verified (store);
  commit (store, make_undo_of (reset, NOW + 3));
  g_assert_cmpuint (count_reviews (store, "item-0"), ==, 1);
  assert_verified (store);
}

static void
test_pack_reset (void)
{
  g_autoptr (CharterStore) store = new_store ();
  g_autoptr (CharterEvent) first = answer_once (store, "one", "item-0", 1, NOW);
  g_autoptr (CharterEvent) reset = make_reset (NULL, NOW + 2);

  {
    CharterEvent *ended = make_ended ("one", TRUE, NOW + 1);
    ended->pack = g_strdup ("pack");
    commit (store, ended);
  }
  g_assert_nonnull (charter_store_get_group (store, "pack", "group"));
  commit (store, charter_event_ref (reset));
  g_assert_null (charter_store_get_group (store, "pack", "group"));
  g_assert_cmpuint (count_reviews (store, "item-0"), ==, 0);
  assert_verified (store);
  commit (store, make_undo_of (reset, NOW + 3));
  g_assert_nonnull (charter_store_get_group (store, "pack", "group"));
  assert_verified (store);
}

static void
test_settings (void)
{
  g_autoptr (CharterStore) store = new_store ();
  g_autoptr (CharterEvent) first = answer_once (store, "one", "item-0", 1, NOW);
  g_autoptr (CharterItemRecord) before = load_item (store, "item-0");
  g_autoptr (CharterItemRecord) after = NULL;

  commit (store, make_setting ("retention", "0.8", NOW + 1));
  commit (store, make_setting ("exam-date", "2027-03-01", NOW + 2));
  commit (store, make_setting ("retention", "none", NOW + 3)); /* makes no sense: the one before holds */
  after = load_item (store, "item-0");
  g_assert_cmpstr (charter_store_get_setting (store, "exam-date"), ==, "2027-03-01");
  g_assert_cmpfloat (charter_store_get_scheme (store)->retention, ==, 0.8);
  g_assert_cmpint (after->due_day, >, before->due_day);
  assert_verified (store);
}

/* Whatever is said in whatever order, what was folded step by step is what the whole log says. */
static CharterEvent *
make_random (GRand *rand, GPtrArray *said, gint64 wall)
{
  g_autofree char *session = g_strdup_printf ("session-%d", g_rand_int_range (rand, 0, 6));
  g_autofree char *item = g_strdup_printf ("item-%d", g_rand_int_range (rand, 0, 4));
  CharterEvent *old = said->len > 0 ? g_ptr_array_index (said, g_rand_int_range (rand, 0, said->len)) : NULL;

  switch (g_rand_int_range (rand, 0, 15))
    {
    case 14:
      return make_note (session, item, g_rand_boolean (rand) ? item : NULL, wall);
    case 0:
      return make_ended (session, g_rand_boolean (rand), wall);
    case 1:
      return make_suspend (item, g_rand_boolean (rand), wall);
    case 2:
      return g_rand_boolean (rand) ? make_delete (session, wall)
                                   : make_reset (g_rand_boolean (rand) ? item : NULL, wall);
    case 3:
      return make_setting ("retention", g_rand_boolean (rand) ? "0.85" : "0.95", wall);
    case 4:
      return make_setting ("rollover", g_rand_boolean (rand) ? "0" : "300", wall);
    case 5:
      if (old != NULL
          && (old->kind == CHARTER_EVENT_DELETE || old->kind == CHARTER_EVENT_RESET
              || (old->kind == CHARTER_EVENT_UNDO && old->session == NULL)))
        return make_undo_of (old, wall);
      return make_begun (session, 4, wall);
    case 6:
      if (old != NULL && old->kind == CHARTER_EVENT_ANSWER)
        return make_undo (old, g_rand_boolean (rand), wall);
      return make_begun (session, 4, wall);
    case 7:
      if (old != NULL && old->kind == CHARTER_EVENT_ANSWER)
        return make_grade (old, g_rand_int_range (rand, 1, 5), wall);
      return make_begun (session, 4, wall);
    case 8:
      return make_begun (session, 4, wall);
    default:
      return make_answer (session, g_rand_int_range (rand, 0, 4), item, g_rand_int_range (rand, 0, 3) / 2.0, wall);
    }
}

static void
test_any_history (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (CharterStore) store = new_store ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
      gint64 wall = NOW;

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < 120; i++)
        {
          CharterEvent *event;
          wall += (gint64)g_rand_int_range (rand, -2, 20) * G_TIME_SPAN_HOUR;
          event = make_random (rand, said, wall);
          g_ptr_array_add (said, charter_event_ref (event));
          commit (store, event);
          if (i % 10 == 9)
            assert_verified (store);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/memory", test_memory);
  g_test_add_func ("/schedule/grade-changed", test_grade_changed);
  g_test_add_func ("/schedule/suspended", test_suspended);
  g_test_add_func ("/schedule/deleted-and-brought-back", test_deleted_and_brought_back);
  g_test_add_func ("/schedule/reset-and-brought-back", test_reset_and_brought_back);
  g_test_add_func ("/schedule/pack-reset", test_pack_reset);
  g_test_add_func ("/schedule/settings", test_settings);
  g_test_add_func ("/schedule/any-history", test_any_history);
  return g_test_run ();
}
