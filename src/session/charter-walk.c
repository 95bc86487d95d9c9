/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-walk.h"

#include <string.h>

#include "charter-random.h"

struct _CharterWalk {
  GObject parent_instance;
  char *id;
  CharterPack *pack;
  const CharterCase *story;
  guint64 seed;
  CharterClock clock;
  double *start;        /* the gauges before any move */
  GPtrArray *turns;     /* of CharterTurn */
  CharterTurn *pending; /* while locked */
  CharterWalkStand stand;
  const CharterScene *scene;
  guint *order;
  const CharterMove *chosen; /* or NULL */
  gboolean paused;
  gint64 time;  /* without what runs now */
  gint64 since; /* ticks since which time is counted */
};

G_DEFINE_FINAL_TYPE (CharterWalk, charter_walk, G_TYPE_OBJECT)

static void
turn_free (gpointer data)
{
  CharterTurn *turn = data;

  g_free ((double *)turn->gauges);
  g_free (turn);
}

static void
charter_walk_finalize (GObject *object)
{
  CharterWalk *self = CHARTER_WALK (object);

  g_clear_pointer (&self->pending, turn_free);
  g_ptr_array_unref (self->turns);
  g_free (self->start);
  g_free (self->order);
  g_clear_pointer (&self->pack, charter_pack_unref);
  g_free (self->id);
  G_OBJECT_CLASS (charter_walk_parent_class)->finalize (object);
}

static void
charter_walk_class_init (CharterWalkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_walk_finalize;
}

static void
charter_walk_init (CharterWalk *self)
{
  self->turns = g_ptr_array_new_with_free_func (turn_free);
}

/* ---- time ---- */

/* Before anything changes that decides whether it runs. */
static void
count_time (CharterWalk *self)
{
  gint64 now = self->clock.ticks (self->clock.data);

  if (!self->paused && self->stand == CHARTER_WALK_CHOOSING)
    self->time += MAX (now - self->since, 0);
  self->since = now;
}

static void
set_stand (CharterWalk *self, CharterWalkStand stand)
{
  count_time (self);
  self->stand = stand;
}

void
charter_walk_set_paused (CharterWalk *self, gboolean paused)
{
  count_time (self);
  self->paused = !!paused;
}

/* ---- scenes ---- */

static guint *
shuffle_moves (CharterWalk *self, const CharterScene *scene)
{
  CharterRandom random = charter_random_new (charter_random_derive (self->seed, scene->id));
  guint *order = g_new (guint, scene->n_moves + 1);

  for (guint i = 0; i < scene->n_moves; i++)
    order[i] = i;
  charter_random_shuffle (&random, order, scene->n_moves);
  return order;
}

static void
enter (CharterWalk *self, const CharterScene *scene)
{
  set_stand (self, scene->n_moves > 0 ? CHARTER_WALK_CHOOSING : CHARTER_WALK_OVER);
  self->scene = scene;
  self->chosen = NULL;
  self->time = 0;
  g_free (self->order);
  self->order = shuffle_moves (self, scene);
}

static double *
dup_start (const CharterCase *story)
{
  double *gauges = g_new (double, story->n_gauges + 1);

  for (guint i = 0; i < story->n_gauges; i++)
    gauges[i] = story->gauges[i].start;
  return gauges;
}

CharterWalk *
charter_walk_new (const char *id, CharterPack *pack, const CharterCase *story, guint64 seed, CharterClock clock)
{
  CharterWalk *self;

  g_return_val_if_fail (id != NULL && pack != NULL && story != NULL && story->n_scenes > 0, NULL);

  self = g_object_new (CHARTER_TYPE_WALK, NULL);
  self->id = g_strdup (id);
  self->pack = charter_pack_ref (pack);
  self->story = story;
  self->seed = seed;
  self->clock = clock;
  self->start = dup_start (story);
  enter (self, &story->scenes[0]);
  return self;
}

const char *
charter_walk_get_id (CharterWalk *self)
{
  return self->id;
}

CharterPack *
charter_walk_get_pack (CharterWalk *self)
{
  return self->pack;
}

const CharterCase *
charter_walk_get_case (CharterWalk *self)
{
  return self->story;
}

guint64
charter_walk_get_seed (CharterWalk *self)
{
  return self->seed;
}

CharterWalkStand
charter_walk_get_stand (CharterWalk *self)
{
  return self->stand;
}

const CharterScene *
charter_walk_get_scene (CharterWalk *self)
{
  return self->scene;
}

const guint *
charter_walk_get_order (CharterWalk *self)
{
  return self->order;
}

/* ---- moves ---- */

void
charter_walk_choose (CharterWalk *self, const CharterMove *move)
{
  if (self->stand == CHARTER_WALK_CHOOSING)
    self->chosen = move;
}

const CharterMove *
charter_walk_get_chosen (CharterWalk *self)
{
  return self->chosen;
}

guint
charter_walk_get_n_turns (CharterWalk *self)
{
  return self->turns->len;
}

const CharterTurn *
charter_walk_get_turn (CharterWalk *self, guint index)
{
  g_return_val_if_fail (index < self->turns->len, NULL);

  return g_ptr_array_index (self->turns, index);
}

const double *
charter_walk_get_gauges (CharterWalk *self, guint n_turns)
{
  g_return_val_if_fail (n_turns <= self->turns->len, NULL);

  return n_turns > 0 ? charter_walk_get_turn (self, n_turns - 1)->gauges : self->start;
}

static CharterTurn *
make_turn (CharterWalk *self, const CharterMove *move, gint64 time)
{
  CharterTurn *turn = g_new0 (CharterTurn, 1);
  const double *before = charter_walk_get_gauges (self, self->turns->len);
  double *after = g_memdup2 (before, sizeof (double) * (self->story->n_gauges + 1));

  for (guint i = 0; i < move->n_effects; i++)
    after[move->effects[i].gauge] = CLAMP (after[move->effects[i].gauge] + move->effects[i].by, 0, 100);
  *turn = (CharterTurn){ self->scene, move, after, time };
  return turn;
}

const CharterTurn *
charter_walk_lock (CharterWalk *self)
{
  if (self->stand != CHARTER_WALK_CHOOSING || self->chosen == NULL)
    return NULL;
  set_stand (self, CHARTER_WALK_LOCKED);
  self->pending = make_turn (self, self->chosen, self->time);
  return self->pending;
}

void
charter_walk_settle (CharterWalk *self, gboolean safe)
{
  if (self->stand != CHARTER_WALK_LOCKED)
    return;
  if (safe)
    g_ptr_array_add (self->turns, g_steal_pointer (&self->pending));
  g_clear_pointer (&self->pending, turn_free);
  set_stand (self, safe ? CHARTER_WALK_TOLD : CHARTER_WALK_CHOOSING);
}

void
charter_walk_go_on (CharterWalk *self)
{
  if (self->stand == CHARTER_WALK_TOLD)
    enter (self, &self->story->scenes[self->chosen->to]);
}

/* ---- putting back ---- */

static const CharterMove *
find_move (const CharterScene *scene, const char *id)
{
  for (guint i = 0; i < scene->n_moves; i++)
    if (strcmp (scene->moves[i].id, id) == 0)
      return &scene->moves[i];
  return NULL;
}

gboolean
charter_walk_repeat (
  CharterWalk *self, const char *scene, const char *move, const char *to, const char *grade, gint64 time)
{
  const CharterMove *again = strcmp (self->scene->id, scene) == 0 ? find_move (self->scene, move) : NULL;

  if (again == NULL || strcmp (self->story->scenes[again->to].id, to) != 0
      || strcmp (charter_move_grade_name (again->grade), grade) != 0)
    return FALSE;
  g_ptr_array_add (self->turns, make_turn (self, again, time));
  enter (self, &self->story->scenes[again->to]);
  return TRUE;
}

void
charter_walk_look_back (CharterWalk *self)
{
  const CharterTurn *last;

  g_return_if_fail (self->turns->len > 0);

  last = charter_walk_get_turn (self, self->turns->len - 1);
  enter (self, last->scene);
  self->chosen = last->move;
  set_stand (self, CHARTER_WALK_TOLD);
}
