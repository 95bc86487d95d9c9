/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was deleted, begun anew or left out: listed after a restart and from another device, brought back, and taken
 * away again. */
#include "charter-study-removals.h"
#include "charter-study-say.h"
#include "study-support.h"

#define PACK "org.example.study"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "pack.xml");
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static CharterEvent *
said (CharterStudy *study, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  CharterEvent *event = charter_study_say_finish (study, await (result), &error);

  g_assert_no_error (error);
  g_clear_object (result);
  return event;
}

static void delete (CharterStudy *study, const char *session)
{
  GAsyncResult *result = NULL;

  charter_study_delete_async (study, session, NULL, on_result, &result);
  charter_event_unref (said (study, &result));
}

static void
reset (CharterStudy *study, const char *item)
{
  GAsyncResult *result = NULL;

  charter_study_reset_async (study, PACK, item, NULL, on_result, &result);
  charter_event_unref (said (study, &result));
}

static void
suspend (CharterStudy *study, CharterPack *pack, const CharterItem *item, gboolean suspended)
{
  GAsyncResult *result = NULL;

  charter_study_suspend_async (study, pack, item, suspended, NULL, on_result, &result);
  charter_event_unref (said (study, &result));
}

static CharterRemovals *
list_some (CharterStudy *study, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CharterRemovals *removals;

  charter_study_load_removals_async (study, limit, NULL, on_result, &result);
  removals = charter_study_load_removals_finish (study, await (&result), &error);
  g_assert_no_error (error);
  return removals;
}

static CharterRemovals *
list (CharterStudy *study)
{
  CharterRemovals *removals = list_some (study, 100);

  g_assert_cmpuint (removals->n_all, ==, removals->list->len);
  return removals;
}

static guint
count (CharterStudy *study)
{
  g_autoptr (CharterRemovals) removals = list (study);

  return removals->n_all;
}

static GPtrArray *
revert (CharterStudy *study, GPtrArray *events)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *opposites;

  charter_study_revert_async (study, events, NULL, on_result, &result);
  opposites = charter_study_revert_finish (study, await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (opposites->len, ==, events->len);
  return opposites;
}

/* Answers so many of the first scenario's questions, and leaves them. Returns: (transfer full) the session's id */
static char *
sit (CharterStudy *study, CharterPack *pack, guint n)
{
  g_autoptr (CharterSession) session = charter_study_begin (study, pack, "case", NULL, 7, CHARTER_MOOD_STUDY, NULL);

  for (guint i = 0; i < n; i++)
    {
      answer_key (study, session);
      if (i + 1 < n)
        g_assert_true (charter_session_next (session));
    }
  charter_study_end (study, session);
  settle (study);
  return g_strdup (charter_session_get_id (session));
}

static guint
count_answers (Fixture *fixture)
{
  guint n_answers, n_right;

  charter_study_count_answers (fixture->study, 0, &n_answers, &n_right);
  return n_answers;
}

static guint
count_reviews (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n = 0;

  charter_store_load_items_async (fixture->store, PACK, NULL, on_result, &result);
  items = charter_store_load_items_finish (fixture->store, await (&result), NULL);
  for (guint i = 0; i < items->len; i++)
    n += ((CharterItemRecord *)g_ptr_array_index (items, i))->n_reviews;
  return n;
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *session = sit (fixture->study, fixture->pack, 1);

  g_assert_cmpuint (count (fixture->study), ==, 0);
}

/* Deleted, restarted, brought back, restarted, taken away again, and so on: the history agrees each time. */
static void
test_deletion (Fixture *fixture, gconstpointer data)
{
  g_autofree char *session = sit (fixture->study, fixture->pack, 2);
  g_autoptr (GPtrArray) events = NULL;

  delete (fixture->study, session);
  fixture_restart (fixture);
  {
    g_autoptr (CharterRemovals) removals = list (fixture->study);
    const CharterRemoval *removal = g_ptr_array_index (removals->list, 0);
    g_assert_cmpuint (removals->n_all, ==, 1);
    g_assert_cmpint (removal->kind, ==, CHARTER_EVENT_DELETE);
    g_assert_cmpstr (removal->pack, ==, PACK);
    g_assert_cmpstr (removal->group, ==, "case");
    g_assert_cmpuint (removal->n_answers, ==, 2);
    g_assert_cmpint (removal->wall, ==, fixture->time.wall);
    g_assert_cmpint (removal->begun_wall, ==, fixture->time.wall);
    events = g_ptr_array_ref (removal->events);
  }
  for (guint i = 0; i < 5; i++)
    {
      GPtrArray *opposites = revert (fixture->study, events);
      g_ptr_array_unref (events);
      events = opposites;
      fixture_restart (fixture);
      g_assert_cmpuint (count_answers (fixture), ==, i % 2 == 0 ? 2 : 0);
      g_assert_cmpuint (count_reviews (fixture), ==, i % 2 == 0 ? 2 : 0);
      g_assert_cmpuint (count (fixture->study), ==, i % 2);
      assert_verified (fixture->store);
    }
}

/* What was begun anew twice takes only what was answered in between, and each is brought back by itself. */
static void
test_resets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = sit (fixture->study, fixture->pack, 3);
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) anew = NULL;

  reset (fixture->study, NULL);
  test_clock_pass (&fixture->time, G_TIME_SPAN_DAY);
  second = sit (fixture->study, fixture->pack, 1);
  reset (fixture->study, NULL);
  fixture_restart (fixture);
  {
    g_autoptr (CharterRemovals) removals = list (fixture->study);
    const CharterRemoval *later = g_ptr_array_index (removals->list, 0);
    const CharterRemoval *earlier = g_ptr_array_index (removals->list, 1);
    g_assert_cmpuint (removals->n_all, ==, 2);
    g_assert_cmpint (later->kind, ==, CHARTER_EVENT_RESET);
    g_assert_cmpuint (later->n_answers, ==, 1);
    g_assert_cmpuint (earlier->n_answers, ==, 3);
    g_assert_cmpint (later->wall - earlier->wall, ==, G_TIME_SPAN_DAY);
    g_assert_null (later->item);
    back = revert (fixture->study, later->events);
  }
  g_assert_cmpuint (count_reviews (fixture), ==, 1);
  fixture_restart (fixture);
  anew = revert (fixture->study, back);
  g_assert_cmpuint (count_reviews (fixture), ==, 0);
  g_assert_cmpuint (count (fixture->study), ==, 2);
  assert_verified (fixture->store);
}

static void
test_item (Fixture *fixture, gconstpointer data)
{
  g_autofree char *session = sit (fixture->study, fixture->pack, 3);
  const CharterItem *item = fixture->pack->groups[0]->items[0];
  g_autoptr (CharterRemovals) removals = NULL;
  const CharterRemoval *removal;

  reset (fixture->study, item->id);
  g_assert_cmpuint (count_reviews (fixture), ==, 2);
  fixture_restart (fixture);
  removals = list (fixture->study);
  removal = g_ptr_array_index (removals->list, 0);
  g_assert_cmpstr (removal->item, ==, item->id);
  g_assert_cmpuint (removal->n_answers, ==, 1);
  g_ptr_array_unref (revert (fixture->study, removal->events));
  g_assert_cmpuint (count_reviews (fixture), ==, 3);
  g_assert_cmpuint (count (fixture->study), ==, 0);
  assert_verified (fixture->store);
}

/* Left out, taken in, and left out again is left out once. */
static void
test_suspension (Fixture *fixture, gconstpointer data)
{
  g_autofree char *session = sit (fixture->study, fixture->pack, 1);
  const CharterItem *item = fixture->pack->groups[0]->items[0];
  g_autoptr (GPtrArray) in = NULL;
  g_autoptr (GPtrArray) out = NULL;

  suspend (fixture->study, fixture->pack, item, TRUE);
  suspend (fixture->study, fixture->pack, item, FALSE);
  g_assert_cmpuint (count (fixture->study), ==, 0);
  suspend (fixture->study, fixture->pack, item, TRUE);
  fixture_restart (fixture);
  {
    g_autoptr (CharterRemovals) removals = list (fixture->study);
    const CharterRemoval *removal = g_ptr_array_index (removals->list, 0);
    g_assert_cmpuint (removals->n_all, ==, 1);
    g_assert_cmpint (removal->kind, ==, CHARTER_EVENT_SUSPEND);
    g_assert_cmpstr (removal->item, ==, item->id);
    in = revert (fixture->study, removal->events);
  }
  fixture_restart (fixture);
  g_assert_cmpuint (count (fixture->study), ==, 0);
  out = revert (fixture->study, in);
  g_assert_cmpuint (count (fixture->study), ==, 1);
  assert_verified (fixture->store);
}

/* An answer that was taken back holds no more after a restart, and is answered anew. */
static void
test_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterSession) session
    = charter_study_begin (fixture->study, fixture->pack, "case", NULL, 7, CHARTER_MOOD_STUDY, NULL);
  g_autofree char *id = g_strdup (charter_session_get_id (session));

  answer_key (fixture->study, session);
  g_clear_object (&session);
  fixture_restart (fixture);
  session = resume_of (fixture->study, fixture->pack, id, NULL);
  g_assert_cmpuint (count_answers (fixture), ==, 1);
  charter_session_go_to (session, 0);
  g_assert_true (take_back (fixture->study, session, NULL));
  g_clear_object (&session);
  fixture_restart (fixture);
  g_assert_cmpuint (count_answers (fixture), ==, 0);
  session = resume_of (fixture->study, fixture->pack, id, NULL);
  g_assert_cmpint (charter_session_get_stand (session, 0), ==, CHARTER_STAND_OPEN);
  assert_verified (fixture->store);
}

/* Brings both stores into step. */
static void
share (CharterStudy *here, CharterStudy *there, const char *folder)
{
  CharterStudy *const studies[] = { here, there, here };

  for (guint i = 0; i < G_N_ELEMENTS (studies); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      CharterInStep *in_step;

      charter_study_keep_in_step_async (studies[i], folder, NULL, on_result, &result);
      in_step = charter_study_keep_in_step_finish (studies[i], await (&result), &error);
      g_assert_no_error (error);
      charter_in_step_free (in_step);
    }
}

/* Both delete the same session, which is one entry; brought back on one, it is back on both. */
static void
test_two_devices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  g_autoptr (CharterStudy) there = charter_study_new (store, test_clock (&fixture->time));
  g_autofree char *folder = g_dir_make_tmp ("charter-removals-XXXXXX", NULL);
  g_autofree char *first = sit (fixture->study, fixture->pack, 2);
  g_autofree char *second = sit (fixture->study, fixture->pack, 1);
  g_autoptr (GPtrArray) back = NULL;

  share (fixture->study, there, folder);
  delete (fixture->study, first);
  delete (there, first);
  suspend (there, fixture->pack, fixture->pack->groups[0]->items[0], TRUE);
  share (fixture->study, there, folder);
  g_assert_cmpuint (count (fixture->study), ==, 2);
  {
    g_autoptr (CharterRemovals) removals = list (there);
    guint i = ((CharterRemoval *)g_ptr_array_index (removals->list, 0))->kind == CHARTER_EVENT_DELETE ? 0 : 1;
    const CharterRemoval *removal = g_ptr_array_index (removals->list, i);
    g_assert_cmpuint (removals->n_all, ==, 2);
    g_assert_cmpuint (removal->events->len, ==, 2);
    g_assert_cmpuint (removal->n_answers, ==, 2);
    back = revert (there, removal->events);
  }
  share (fixture->study, there, folder);
  g_assert_cmpuint (count_answers (fixture), ==, 3);
  g_assert_cmpuint (count (fixture->study), ==, 1);
  g_ptr_array_unref (revert (fixture->study, back)); /* what the other one undid is taken away again here */
  share (fixture->study, there, folder);
  g_assert_cmpuint (count (there), ==, 2);
  assert_verified (fixture->store);
  assert_verified (store);
  remove_tree (folder);
}

/* A session of which nothing has arrived but that it was deleted. */
static void
test_unknown_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterRemovals) removals = NULL;

  delete (fixture->study, "never-begun");
  removals = list (fixture->study);
  g_assert_cmpuint (removals->n_all, ==, 1);
  g_assert_null (((CharterRemoval *)g_ptr_array_index (removals->list, 0))->pack);
}

#define MANY 1000

/* Only what is asked for is looked up; the latest comes first. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterRemovals) removals = NULL;
  gint64 before;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u", i);
      g_ptr_array_add (events, charter_event_new (CHARTER_EVENT_DELETE, session, fixture->time.wall + i));
    }
  charter_store_commit_async (fixture->store, events, NULL, on_result, &result);
  g_assert_true (charter_store_commit_finish (fixture->store, await (&result), NULL));
  before = g_get_monotonic_time ();
  removals = list_some (fixture->study, 20);
  g_test_message ("20 of %u in %" G_GINT64_FORMAT " µs", removals->n_all, g_get_monotonic_time () - before);
  g_assert_cmpuint (removals->n_all, ==, MANY);
  g_assert_cmpuint (removals->list->len, ==, 20);
  g_assert_cmpstr (((CharterEvent *)((CharterRemoval *)removals->list->pdata[0])->events->pdata[0])->session, ==,
                   "session-999");
}

/* Erased is erased: there is nothing left to bring back. */
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  g_autofree char *session = sit (fixture->study, fixture->pack, 1);
  GAsyncResult *result = NULL;

  delete (fixture->study, session);
  reset (fixture->study, NULL);
  charter_study_erase_async (fixture->study, NULL, on_result, &result);
  charter_event_unref (said (fixture->study, &result));
  g_assert_cmpuint (count (fixture->study), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/removals/nothing", test_nothing);
  ADD ("/removals/deletion", test_deletion);
  ADD ("/removals/resets", test_resets);
  ADD ("/removals/item", test_item);
  ADD ("/removals/suspension", test_suspension);
  ADD ("/removals/answer", test_answer);
  ADD ("/removals/two-devices", test_two_devices);
  ADD ("/removals/unknown-session", test_unknown_session);
  ADD ("/removals/many", test_many);
  ADD ("/removals/erased", test_erased);
  return g_test_run ();
}
