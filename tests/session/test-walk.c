/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-loader.h"
#include "charter-scoring.h"
#include "charter-test-pack.h"
#include "charter-walk.h"

#define SECOND G_USEC_PER_SEC

static CharterPack *pack;
static gint64 ticks; /* of the fake clock */

static gint64
get_fake (gpointer data)
{
  return ticks;
}

static CharterWalk *
begin_on (CharterPack *any_pack, const CharterCase *story, guint64 seed)
{
  const CharterClock clock = { get_fake, get_fake, NULL };

  return charter_walk_new ("w1", any_pack, story, seed, clock);
}

static CharterWalk *
begin (guint64 seed)
{
  return begin_on (pack, charter_pack_find_case (pack, "the-mill"), seed);
}

static void
choose (CharterWalk *walk, const char *id)
{
  const CharterScene *scene = charter_walk_get_scene (walk);

  for (guint i = 0; i < scene->n_moves; i++)
    if (g_str_equal (scene->moves[i].id, id))
      charter_walk_choose (walk, &scene->moves[i]);
  g_assert_cmpstr (charter_walk_get_chosen (walk)->id, ==, id);
}

static void
make_move (CharterWalk *walk, const char *id)
{
  choose (walk, id);
  g_assert_nonnull (charter_walk_lock (walk));
  charter_walk_settle (walk, TRUE);
  g_assert_cmpint (charter_walk_get_stand (walk), ==, CHARTER_WALK_TOLD);
}

static void
assert_gauges (CharterWalk *walk, guint n_turns, double trust, double money)
{
  g_assert_cmpfloat (charter_walk_get_gauges (walk, n_turns)[0], ==, trust);
  g_assert_cmpfloat (charter_walk_get_gauges (walk, n_turns)[1], ==, money);
}

static void
assert_at (CharterWalk *walk, const char *scene, CharterWalkStand stand)
{
  g_assert_cmpstr (charter_walk_get_scene (walk)->id, ==, scene);
  g_assert_cmpint (charter_walk_get_stand (walk), ==, stand);
}

static void
test_to_an_ending (void)
{
  g_autoptr (CharterWalk) walk = begin (1);

  assert_at (walk, "yard", CHARTER_WALK_CHOOSING);
  assert_gauges (walk, 0, 95, 5.5);
  make_move (walk, "ask");
  assert_at (walk, "yard", CHARTER_WALK_TOLD);
  charter_walk_go_on (walk);
  assert_at (walk, "wheel", CHARTER_WALK_CHOOSING);
  g_assert_null (charter_walk_get_chosen (walk));
  make_move (walk, "paint");
  charter_walk_go_on (walk);
  assert_at (walk, "turning", CHARTER_WALK_OVER);
  g_assert_cmpuint (charter_walk_get_n_turns (walk), ==, 2);
  g_assert_cmpstr (charter_walk_get_turn (walk, 0)->scene->id, ==, "yard");
  g_assert_cmpstr (charter_walk_get_turn (walk, 1)->move->id, ==, "paint");
  g_assert_null (charter_walk_lock (walk));
}

/* A gauge stops at both ends, and each effect counts from where the one before left it. */
static void
test_clamping (void)
{
  g_autoptr (CharterWalk) walk = begin (1);
  g_autoptr (CharterWalk) other = begin (1);

  make_move (walk, "ask");
  assert_gauges (walk, 1, 100, 5.5);
  make_move (other, "wait");
  charter_walk_go_on (other);
  make_move (other, "wait");
  assert_gauges (other, 1, 95, 0.5);
  assert_gauges (other, 2, 95, 0);
  charter_walk_go_on (other);
  make_move (other, "sell");
  assert_gauges (other, 3, 3, 40);
  assert_gauges (other, 0, 95, 5.5);
}

static void
test_locked (void)
{
  g_autoptr (CharterWalk) walk = begin (1);

  g_assert_null (charter_walk_lock (walk));
  choose (walk, "ask");
  g_assert_nonnull (charter_walk_lock (walk));
  g_assert_null (charter_walk_lock (walk));
  charter_walk_choose (walk, NULL);
  g_assert_nonnull (charter_walk_get_chosen (walk));
  charter_walk_settle (walk, FALSE);
  assert_at (walk, "yard", CHARTER_WALK_CHOOSING);
  g_assert_cmpuint (charter_walk_get_n_turns (walk), ==, 0);
  charter_walk_go_on (walk);
  assert_at (walk, "yard", CHARTER_WALK_CHOOSING);
  make_move (walk, "ask");
}

static void
test_time (void)
{
  g_autoptr (CharterWalk) walk = begin (1);

  ticks += 3 * SECOND;
  charter_walk_set_paused (walk, TRUE);
  ticks += 100 * SECOND;
  charter_walk_set_paused (walk, FALSE);
  ticks += SECOND;
  make_move (walk, "ask");
  ticks += 50 * SECOND; /* reading why is not thinking */
  charter_walk_go_on (walk);
  ticks += 2 * SECOND;
  make_move (walk, "mend");
  g_assert_cmpint (charter_walk_get_turn (walk, 0)->time, ==, 4 * SECOND);
  g_assert_cmpint (charter_walk_get_turn (walk, 1)->time, ==, 2 * SECOND);
}

/* Each move stands at each place equally often, and the same seed shows the same. */
static void
test_order (void)
{
  guint best_at[3] = { 0 };

  for (guint64 seed = 0; seed < 3000; seed++)
    {
      g_autoptr (CharterWalk) walk = begin (seed);
      g_autoptr (CharterWalk) again = begin (seed);
      const guint *order = charter_walk_get_order (walk);

      g_assert_cmpmem (order, 3 * sizeof (guint), charter_walk_get_order (again), 3 * sizeof (guint));
      for (guint i = 0; i < 3; i++)
        best_at[i] += order[i] == 0 ? 1 : 0;
    }
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (best_at[i], >, 900); /* 1000 ± 4 standard deviations */
      g_assert_cmpuint (best_at[i], <, 1100);
    }
}

/* A scene that one comes to again looks as it did. */
static void
test_order_again (void)
{
  g_autoptr (CharterWalk) walk = begin (7);
  g_autofree guint *before = g_memdup2 (charter_walk_get_order (walk), 3 * sizeof (guint));

  make_move (walk, "wait");
  charter_walk_go_on (walk);
  g_assert_cmpmem (before, 3 * sizeof (guint), charter_walk_get_order (walk), 3 * sizeof (guint));
}

static void
test_repeat (void)
{
  g_autoptr (CharterWalk) walk = begin (1);

  g_assert_true (charter_walk_repeat (walk, "yard", "ask", "wheel", "best", 4 * SECOND));
  assert_at (walk, "wheel", CHARTER_WALK_CHOOSING);
  g_assert_false (charter_walk_repeat (walk, "yard", "ask", "wheel", "best", 0));
  g_assert_false (charter_walk_repeat (walk, "wheel", "burn", "turning", "best", 0));
  g_assert_false (charter_walk_repeat (walk, "wheel", "mend", "sold", "best", 0));
  g_assert_false (charter_walk_repeat (walk, "wheel", "mend", "turning", "poor", 0));
  assert_at (walk, "wheel", CHARTER_WALK_CHOOSING);
  charter_walk_look_back (walk);
  assert_at (walk, "yard", CHARTER_WALK_TOLD);
  g_assert_cmpstr (charter_walk_get_chosen (walk)->id, ==, "ask");
  g_assert_cmpint (charter_walk_get_turn (walk, 0)->time, ==, 4 * SECOND);
  assert_gauges (walk, 1, 100, 5.5);
  charter_walk_go_on (walk);
  assert_at (walk, "wheel", CHARTER_WALK_CHOOSING);
}

static void
test_worth (void)
{
  const CharterCase *story = charter_pack_find_case (pack, "the-mill");
  static const double points[] = { 1, .5, 0 };

  for (guint i = 0; i < 3; i++)
    {
      CharterScore score = charter_scoring_score_move (&story->scenes[0].moves[i]);

      g_assert_cmpfloat (score.points, ==, points[i]);
      g_assert_cmpfloat (score.maximum, ==, 1);
      g_assert_cmpint (score.correct, ==, i == 0);
    }
}

/* ---- every case that comes with Charter ---- */

typedef struct {
  CharterPack *pack;
  const CharterCase *story;
  GPtrArray *made; /* CharterMove, from the first scene on */
  guint n_ways;
} Tour;

/* A walk that makes these moves and one more. */
static CharterWalk *
walk_along (Tour *tour, const CharterMove *last)
{
  CharterWalk *walk = begin_on (tour->pack, tour->story, 1);

  for (guint i = 0; i < tour->made->len; i++)
    {
      make_move (walk, ((const CharterMove *)tour->made->pdata[i])->id);
      charter_walk_go_on (walk);
    }
  make_move (walk, last->id);
  charter_walk_go_on (walk);
  return walk;
}

static void tour_scene (Tour *tour, const CharterScene *scene);

static void
tour_move (Tour *tour, const CharterMove *move)
{
  g_autoptr (CharterWalk) walk = walk_along (tour, move);
  const double *gauges = charter_walk_get_gauges (walk, charter_walk_get_n_turns (walk));

  for (guint i = 0; i < tour->story->n_gauges; i++)
    g_assert_true (gauges[i] >= 0 && gauges[i] <= 100);
  g_ptr_array_add (tour->made, (gpointer)move);
  g_assert_cmpuint (tour->made->len, <=, tour->story->n_scenes); /* no way goes in a circle */
  if (charter_walk_get_stand (walk) == CHARTER_WALK_OVER)
    tour->n_ways++;
  else
    tour_scene (tour, charter_walk_get_scene (walk));
  g_ptr_array_set_size (tour->made, tour->made->len - 1);
}

static void
tour_scene (Tour *tour, const CharterScene *scene)
{
  for (guint i = 0; i < scene->n_moves; i++)
    tour_move (tour, &scene->moves[i]);
}

static guint
tour_cases (CharterPack *any_pack)
{
  for (guint i = 0; i < any_pack->n_cases; i++)
    {
      g_autoptr (GPtrArray) made = g_ptr_array_new ();
      Tour tour = { any_pack, any_pack->cases[i], made, 0 };

      tour_scene (&tour, &any_pack->cases[i]->scenes[0]);
      g_assert_cmpuint (tour.n_ways, >, 0);
      g_test_message ("%s: %u ways, all with an ending", any_pack->cases[i]->id, tour.n_ways);
    }
  return any_pack->n_cases;
}

/* Returns: how many cases there are in it */
static guint
tour_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPack) any_pack = charter_loader_load_file (file, &diagnostics, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  return tour_cases (any_pack);
}

static void
test_every_way_ends (void)
{
  g_autofree char *example = g_test_build_filename (G_TEST_DIST, "../fixtures/packs/valid/example-case.xml", NULL);
  g_autoptr (GDir) dir = g_dir_open (g_getenv ("CHARTER_PACKS_DIR"), 0, NULL);
  const char *name;

  g_assert_cmpuint (tour_file (example), ==, 1);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("CHARTER_PACKS_DIR"), name, NULL);

      if (g_str_has_suffix (name, ".xml"))
        tour_file (path);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("case.xml");
  g_test_add_func ("/walk/to-an-ending", test_to_an_ending);
  g_test_add_func ("/walk/clamping", test_clamping);
  g_test_add_func ("/walk/locked", test_locked);
  g_test_add_func ("/walk/time", test_time);
  g_test_add_func ("/walk/order", test_order);
  g_test_add_func ("/walk/order-again", test_order_again);
  g_test_add_func ("/walk/repeat", test_repeat);
  g_test_add_func ("/walk/worth", test_worth);
  g_test_add_func ("/walk/every-way-ends", test_every_way_ends);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
