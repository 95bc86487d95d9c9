/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session answers of an item is one attempt, however sessions are interleaved: held against a plain count of
 * what stands. */
#include "store-support.h"

#define N_SESSIONS 3
#define N_STEPS 12
#define ITEM "item-0"

/* What was said of the one item in one session, as the test reckons it. */
typedef struct {
  CharterEvent *standing; /* answer, or NULL */
  double points;
  gboolean spoilt;
} Expected;

typedef struct {
  CharterStore *store;
  GPtrArray *said;
  Expected sessions[N_SESSIONS];
  gint64 wall;
} Story;

static void
story_init (Story *story)
{
  *story = (Story){ .store = charter_store_new_in_memory (), .wall = NOW };
  story->said = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
}

static void
story_clear (Story *story)
{
  g_object_unref (story->store);
  g_ptr_array_unref (story->said);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

/* event: taken. Returns: (transfer none) as stamped */
static CharterEvent *
say (Story *story, CharterEvent *event)
{
  g_ptr_array_add (story->said, event);
  commit (story->store, charter_event_ref (event));
  return event;
}

static const char *
get_name (guint session)
{
  static const char *const names[N_SESSIONS] = { "one", "two", "three" };

  return names[session];
}

static void
begin (Story *story)
{
  for (guint i = 0; i < N_SESSIONS; i++)
    say (story, make_begun (get_name (i), 1, story->wall++));
}

static void
answer (Story *story, guint session, double points)
{
  Expected *expected = &story->sessions[session];

  story->wall += G_TIME_SPAN_HOUR;
  expected->standing = say (story, make_answer (get_name (session), 0, ITEM, points, story->wall));
  expected->points = points;
}

static void
take_back (Story *story, guint session, gboolean feedback_seen)
{
  Expected *expected = &story->sessions[session];

  if (expected->standing == NULL)
    return;
  say (story, make_undo (expected->standing, feedback_seen, ++story->wall));
  expected->standing = NULL;
  expected->spoilt = expected->spoilt || feedback_seen;
}

static void
assert_expected (Story *story)
{
  g_autoptr (CharterItemRecord) record = load_item (story->store, ITEM);
  guint n_attempts = 0, n_right = 0, n_reviews = 0;

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      const Expected *expected = &story->sessions[i];
      n_attempts += expected->standing != NULL;
      n_right += expected->standing != NULL && expected->points == 1;
      n_reviews += expected->standing != NULL && !expected->spoilt;
    }
  g_assert_cmpuint (record->n_attempts, ==, n_attempts);
  g_assert_cmpuint (record->n_right, ==, n_right);
  g_assert_cmpuint (record->n_reviews, ==, n_reviews);
  assert_verified (story->store);
}

static void
test_changed_after_another_session (void)
{
  g_auto (Story) story = { 0 };
  g_autoptr (CharterItemRecord) record = NULL;

  story_init (&story);
  begin (&story);
  answer (&story, 0, 0);
  answer (&story, 1, 0.5);
  answer (&story, 0, 1);
  assert_expected (&story);
  record = load_item (story.store, ITEM);
  g_assert_cmpuint (record->n_attempts, ==, 2);
  g_assert_cmpfloat (record->first.points, ==, 0.5); /* the first of those that stand */
  g_assert_cmpfloat (record->last.points, ==, 1);
}

/* Feedback was seen in both: neither answer that follows is a review. */
static void
test_taken_back_in_two_sessions (void)
{
  g_auto (Story) story = { 0 };

  story_init (&story);
  begin (&story);
  answer (&story, 2, 1);
  answer (&story, 0, 0);
  answer (&story, 1, 0);
  take_back (&story, 0, TRUE);
  take_back (&story, 1, TRUE);
  answer (&story, 0, 1);
  answer (&story, 1, 1);
  assert_expected (&story);
}

/* Sessions that are over have an order of their own in what is kept of them: nothing may hang on that. */
static void
test_answer_after_the_end (void)
{
  g_auto (Story) story = { 0 };

  story_init (&story);
  begin (&story);
  answer (&story, 0, 0);
  answer (&story, 1, 0);
  say (&story, make_ended (get_name (0), TRUE, ++story.wall));
  answer (&story, 0, 1);
  assert_expected (&story);
}

static void
live_a_moment (Story *story, GRand *rand)
{
  guint session = g_rand_int_range (rand, 0, N_SESSIONS);

  if (g_rand_int_range (rand, 0, 4) == 0)
    take_back (story, session, g_rand_boolean (rand));
  else
    answer (story, session, g_rand_int_range (rand, 0, 3) / 2.0);
}

/* Another store gets the same events in parts, in any order. */
static void
merge_in_any_order (Story *story, GRand *rand, CharterStore *store)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy (story->said, (GCopyFunc)(void (*) (void))charter_event_ref, NULL);

  g_ptr_array_set_free_func (left, (GDestroyNotify)charter_event_unref);
  while (left->len > 0)
    {
      g_autoptr (CharterMerged) merged = NULL;
      g_autoptr (GPtrArray) part = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
      for (guint n = g_rand_int_range (rand, 1, 6); n > 0 && left->len > 0; n--)
        g_ptr_array_add (part, g_ptr_array_steal_index_fast (left, g_rand_int_range (rand, 0, left->len)));
      merged = merge_into (store, part);
      g_assert_cmpuint (merged->n_new, ==, part->len);
    }
}

static void
test_any_interleaving (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 60; i++)
    {
      g_auto (Story) story = { 0 };
      g_autoptr (CharterStore) there = charter_store_new_in_memory ();

      story_init (&story);
      begin (&story);
      answer (&story, 0, 1);
      for (guint j = 0; j < N_STEPS; j++)
        {
          live_a_moment (&story, rand);
          assert_expected (&story);
        }
      merge_in_any_order (&story, rand, there);
      g_object_unref (story.store);
      story.store = g_steal_pointer (&there);
      assert_expected (&story);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attempts/changed-after-another-session", test_changed_after_another_session);
  g_test_add_func ("/attempts/taken-back-in-two-sessions", test_taken_back_in_two_sessions);
  g_test_add_func ("/attempts/answer-after-the-end", test_answer_after_the_end);
  g_test_add_func ("/attempts/any-interleaving", test_any_interleaving);
  return g_test_run ();
}
