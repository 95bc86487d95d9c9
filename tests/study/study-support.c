/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study-support.h"

static gint64
get_wall (gpointer data)
{
  return ((TestClock *)data)->wall;
}

static gint64
get_ticks (gpointer data)
{
  return ((TestClock *)data)->ticks;
}

CharterClock
test_clock (TestClock *clock)
{
  return (CharterClock){ get_wall, get_ticks, clock };
}

void
test_clock_pass (TestClock *clock, gint64 microseconds)
{
  clock->wall += microseconds;
  clock->ticks += microseconds;
}

void
choose (CharterSession *session, const char *response)
{
  CharterResponseShape shape = charter_item_kind_response_shape (charter_session_get_current (session)->item->kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterResponse) parsed = charter_response_parse (shape, response, &error);

  g_assert_no_error (error);
  charter_session_set_response (session, parsed);
}

gboolean
answer (CharterStudy *study, CharterSession *session, const char *response, GError **error)
{
  choose (session, response);
  return charter_study_answer (study, session, error);
}

void
answer_key (CharterStudy *study, CharterSession *session)
{
  const CharterStep *step = charter_session_get_current (session);
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);
  g_autoptr (GError) error = NULL;

  charter_session_set_response (session, key);
  charter_study_answer (study, session, &error);
  g_assert_no_error (error);
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

gboolean
take_back (CharterStudy *study, CharterSession *session, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_take_back_async (study, session, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_study_take_back_finish (study, result, error);
}

CharterSession *
resume_of (CharterStudy *study, CharterPack *pack, const char *session, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  g_ptr_array_add (packs, pack);
  return charter_study_resume (study, packs, session, error);
}

static void
on_changed (CharterStudy *study, gboolean *changed)
{
  *changed = TRUE;
}

void
wait_for_word (int fd)
{
  GPollFD word = { .fd = fd, .events = G_IO_IN | G_IO_HUP };

  g_assert_cmpint (g_poll (&word, 1, -1), ==, 1);
}

void
settle (CharterStudy *study)
{
  gboolean changed = FALSE;
  gulong id = g_signal_connect (study, "changed", G_CALLBACK (on_changed), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handler_disconnect (study, id);
}

void
fixture_start (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = charter_store_open (fixture->place.file, fixture->time.wall, &error);
  g_assert_no_error (error);
  fixture->study = charter_study_new (fixture->store, test_clock (&fixture->time));
}

void
fixture_stop (Fixture *fixture)
{
  assert_verified (fixture->store);
  g_clear_object (&fixture->study);
  charter_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

void
fixture_restart (Fixture *fixture)
{
  fixture_stop (fixture);
  fixture_start (fixture);
}

void
fixture_open (Fixture *fixture, const char *pack)
{
  fixture->time = (TestClock){ NOW, 1000 };
  place_init (&fixture->place);
  fixture->pack = load_pack (pack);
  fixture_start (fixture);
}

void
fixture_close (Fixture *fixture, gconstpointer data)
{
  fixture_stop (fixture);
  place_clear (&fixture->place);
  charter_pack_unref (fixture->pack);
}
