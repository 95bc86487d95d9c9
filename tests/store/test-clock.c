/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock is set back and forth, by days and by years, while a learner answers: nothing that was confirmed is
 * missing, events stay in the order in which they were said, and what is folded agrees with the log each time. */
#include "store-support.h"

#define N_TURNS 60
#define N_STEPS 5

typedef struct {
  CharterStore *store;
  GPtrArray *said; /* CharterEvent in the order in which they were confirmed */
  gint64 wall;
  guint n_sessions;
} Trial;

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static const CharterEvent *
say (Trial *trial, CharterEvent *event)
{
  event->tz = g_test_rand_int_range (-12, 15) * 60;
  commit (trial->store, charter_event_ref (event));
  g_ptr_array_add (trial->said, event);
  return event;
}

/* Seconds, days, years, and once in a while as far as a broken clock goes. */
static void
set_clock (Trial *trial)
{
  static const gint64 leaps[] = { G_TIME_SPAN_SECOND, G_TIME_SPAN_HOUR, G_TIME_SPAN_DAY, 30 * G_TIME_SPAN_DAY,
                                  365 * G_TIME_SPAN_DAY, 3650 * G_TIME_SPAN_DAY };

  if (g_test_rand_int_range (0, 12) == 0)
    trial->wall = 0;
  else if (g_test_rand_int_range (0, 12) == 0)
    trial->wall = NOW;
  else
    trial->wall += leaps[g_test_rand_int_range (0, G_N_ELEMENTS (leaps))] * g_test_rand_int_range (-3, 4);
  trial->wall = MAX (trial->wall, 0);
}

static void
take_round (Trial *trial)
{
  g_autofree char *session = g_strdup_printf ("session-%u", trial->n_sessions++);

  say (trial, make_begun (session, N_STEPS, trial->wall));
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *item = g_strdup_printf ("item-%u", i);
      const CharterEvent *answer = say (trial, make_answer (session, i, item, g_test_rand_bit (), trial->wall));
      set_clock (trial);
      if (i == 1)
        say (trial, make_undo (answer, g_test_rand_bit (), trial->wall));
      if (i == 2)
        say (trial, make_grade (answer, g_test_rand_int_range (1, 5), trial->wall));
    }
  if (g_test_rand_bit ())
    say (trial, make_ended (session, TRUE, trial->wall));
}

/* What reaches back. */
static void
say_something (Trial *trial)
{
  g_autofree char *session = g_strdup_printf ("session-%d", g_test_rand_int_range (0, trial->n_sessions));

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      say (trial, make_reset ("item-3", trial->wall));
      return;
    case 1:
      say (trial, make_undo_of (say (trial, make_delete (session, trial->wall)), trial->wall));
      return;
    case 2:
      say (trial, make_delete (session, trial->wall));
      return;
    case 3:
      say (trial, make_setting ("rollover", g_test_rand_bit () ? "0" : "300", trial->wall));
      return;
    case 4:
      say (trial, make_suspend ("item-4", g_test_rand_bit (), trial->wall));
      return;
    default:
      return;
    }
}

/* All of it, in its order, each as it was confirmed. */
static void
assert_all_there (Trial *trial)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;

  charter_store_load_events_async (trial->store, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  events = charter_store_load_events_finish (trial->store, result, NULL);
  g_assert_cmpuint (events->len, ==, trial->said->len);
  for (guint i = 0; i < events->len; i++)
    g_assert_true (charter_event_equal (g_ptr_array_index (events, i), g_ptr_array_index (trial->said, i)));
}

static void
test_set_back_and_forth (void)
{
  g_auto (Place) place = { 0 };
  Trial trial = { .wall = NOW };

  place_init (&place);
  trial.said = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  for (guint i = 0; i < N_TURNS; i++)
    {
      trial.store = charter_store_open (place.file, trial.wall, NULL);
      g_assert_nonnull (trial.store);
      g_assert_null (charter_store_get_notice (trial.store));
      take_round (&trial);
      say_something (&trial);
      assert_verified (trial.store);
      assert_all_there (&trial);
      g_clear_object (&trial.store);
    }
  g_ptr_array_unref (trial.said);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/set-back-and-forth", test_set_back_and_forth);
  return g_test_run ();
}
