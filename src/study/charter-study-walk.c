/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A branching case: its moves into the log, and a walk put together again from it. */
#include "charter-study-walk.h"

#include "charter-json.h"
#include "charter-study-private.h"

#include <glib/gi18n-lib.h>

#define TRACK "charter-walk-track" /* under which it hangs on its walk */

/* What study knows of a walk beside the walk itself: how it stands in the log. */
typedef struct {
  CharterEvent *begun;
  gboolean begun_safe; /* it is in the log, or will be before whatever is handed in next */
  gboolean ended;
  guint n_lost; /* moves that could not be made again */
} Track;

static void
track_free (gpointer data)
{
  Track *track = data;

  charter_event_unref (track->begun);
  g_free (track);
}

static Track *
attach_track (CharterWalk *walk, CharterEvent *begun, gboolean safe)
{
  Track *track = g_new0 (Track, 1);

  track->begun = charter_event_ref (begun);
  track->begun_safe = safe;
  g_object_set_data_full (G_OBJECT (walk), TRACK, track, track_free);
  return track;
}

static Track *
get_track (CharterWalk *walk)
{
  return g_object_get_data (G_OBJECT (walk), TRACK);
}

/* ---- events ---- */

static CharterEvent *
make_event (CharterStudy *self, CharterEventKind kind, CharterWalk *walk)
{
  return charter_study_make_event (self, kind, charter_walk_get_id (walk), charter_walk_get_pack (walk)->id);
}

static CharterEvent *
make_begun (CharterStudy *self, CharterWalk *walk)
{
  CharterEvent *event = make_event (self, CHARTER_EVENT_SESSION_BEGUN, walk);
  const CharterBeginning beginning = {
    .group = (char *)charter_walk_get_case (walk)->id,
    .release = (char *)charter_walk_get_pack (walk)->release,
    .seed = charter_walk_get_seed (walk),
    .mood = (char *)"study",
  };

  event->payload = charter_beginning_to_json (&beginning);
  return event;
}

static char **
dup_shown (CharterWalk *walk)
{
  const CharterScene *scene = charter_walk_get_scene (walk);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < scene->n_moves; i++)
    g_strv_builder_add (ids, scene->moves[charter_walk_get_order (walk)[i]].id);
  return g_strv_builder_end (ids);
}

/* What the scene's moves stand for, each once. */
static char **
dup_offered (const CharterScene *scene)
{
  g_autoptr (GStrvBuilder) refs = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scene->n_moves; i++)
    if (scene->moves[i].misconception != NULL && g_hash_table_add (seen, (gpointer)scene->moves[i].misconception))
      g_strv_builder_add (refs, scene->moves[i].misconception);
  return g_strv_builder_end (refs);
}

static char **
dup_gauges (const CharterCase *story)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < story->n_gauges; i++)
    g_strv_builder_add (ids, story->gauges[i].id);
  return g_strv_builder_end (ids);
}

/* All that is known of the move, as it is now: a changed pack changes nothing of it. */
static CharterEvent *
make_move (CharterStudy *self, CharterWalk *walk, const CharterTurn *turn)
{
  const CharterCase *story = charter_walk_get_case (walk);
  CharterEvent *event = make_event (self, CHARTER_EVENT_MOVE, walk);
  CharterScore score = charter_scoring_score_move (turn->move);
  g_auto (CharterMoveMade) made = {
    .position = charter_walk_get_n_turns (walk),
    .scene = g_strdup (turn->scene->id),
    .move = g_strdup (turn->move->id),
    .to = g_strdup (story->scenes[turn->move->to].id),
    .grade = g_strdup (charter_move_grade_name (turn->move->grade)),
    .shown = dup_shown (walk),
    .offered = dup_offered (turn->scene),
    .misconception = g_strdup (turn->move->misconception),
    .gauges = dup_gauges (story),
    .levels = g_memdup2 (turn->gauges, sizeof (double) * story->n_gauges),
    .points = score.points,
    .maximum = score.maximum,
    .time = turn->time / 1000,
  };

  event->payload = charter_move_made_to_json (&made);
  return event;
}

/* ---- the place ---- */

static char *
place_to_json (CharterWalk *walk)
{
  const CharterMove *chosen = charter_walk_get_chosen (walk);
  gboolean told = charter_walk_get_stand (walk) == CHARTER_WALK_TOLD;
  g_autoptr (JsonBuilder) builder = json_builder_begin_object (json_builder_new ());
  g_autoptr (JsonNode) node = NULL;

  json_builder_set_member_name (builder, "gone-on");
  json_builder_add_int_value (builder, charter_walk_get_n_turns (walk) - (told ? 1 : 0));
  if (chosen != NULL && !told)
    {
      json_builder_set_member_name (builder, "chosen");
      json_builder_add_string_value (builder, chosen->id);
    }
  node = json_builder_get_root (json_builder_end_object (builder));
  return json_to_string (node, FALSE);
}

static void
choose_by_id (CharterWalk *walk, const char *id)
{
  const CharterScene *scene = charter_walk_get_scene (walk);

  for (guint i = 0; i < scene->n_moves; i++)
    if (g_strcmp0 (scene->moves[i].id, id) == 0)
      charter_walk_choose (walk, &scene->moves[i]);
}

/* Without a place that fits, what the last move did is shown: it may not have been read. */
static void
read_place (CharterWalk *walk, const char *place)
{
  g_autoptr (JsonNode) node = charter_json_parse (place);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  guint n = charter_walk_get_n_turns (walk);

  if (object != NULL && json_object_get_int_member_with_default (object, "gone-on", 0) >= n)
    choose_by_id (walk, json_object_get_string_member_with_default (object, "chosen", NULL));
  else if (n > 0)
    charter_walk_look_back (walk);
}

static void
store_place (CharterStudy *self, CharterWalk *walk, gboolean now)
{
  g_autofree char *place = place_to_json (walk);

  charter_store_set_session_place (self->store, charter_walk_get_id (walk), place, now);
}

static void
post_begun (CharterStudy *self, Track *track)
{
  if (!track->begun_safe)
    charter_store_post (self->store, track->begun);
  track->begun_safe = TRUE;
}

void
charter_study_keep_walk_place (CharterStudy *self, CharterWalk *walk)
{
  Track *track = get_track (walk);

  g_return_if_fail (CHARTER_IS_STUDY (self) && track != NULL);

  if (track->ended || (!track->begun_safe && charter_walk_get_chosen (walk) == NULL))
    return;
  store_place (self, walk, track->begun_safe);
  post_begun (self, track);
}

/* ---- beginning, moving, ending ---- */

CharterWalk *
charter_study_begin_walk (CharterStudy *self, CharterPack *pack, const char *case_id, guint64 seed, GError **error)
{
  const CharterCase *story = charter_pack_find_case (pack, case_id);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (CharterEvent) begun = NULL;
  CharterWalk *walk;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  if (story == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The case “%s” is no longer in this pack."), case_id);
      return NULL;
    }
  walk = charter_walk_new (id, pack, story, seed, self->clock);
  begun = make_begun (self, walk);
  attach_track (walk, begun, FALSE);
  return walk;
}

static void
on_moved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  CharterWalk *walk = g_task_get_task_data (task);
  Track *track = get_track (walk);
  gboolean safe = charter_store_commit_finish (CHARTER_STORE (source), result, &error);

  track->begun_safe = track->begun_safe || safe;
  charter_walk_settle (walk, safe);
  charter_study_emit_changed (g_task_get_source_object (task));
  if (safe)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The session's beginning goes before the first move. */
static void
commit (CharterStudy *self, CharterWalk *walk, const CharterTurn *turn, GTask *task)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (CharterEvent) event = make_move (self, walk, turn);
  Track *track = get_track (walk);

  if (!track->begun_safe)
    g_ptr_array_add (events, track->begun);
  g_ptr_array_add (events, event);
  charter_store_commit_async (self->store, events, g_task_get_cancellable (task), on_moved, task);
}

void
charter_study_move_async (
  CharterStudy *self, CharterWalk *walk, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  const CharterTurn *turn;

  g_return_if_fail (CHARTER_IS_STUDY (self) && get_track (walk) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_move_async);
  g_task_set_check_cancellable (task, FALSE); /* what has been saved is not to be called cancelled */
  g_task_set_task_data (task, g_object_ref (walk), g_object_unref);
  if (get_track (walk)->ended)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _ ("This case is over."));
  else if ((turn = charter_walk_lock (walk)) == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s", _ ("No move is chosen yet."));
  else
    commit (self, walk, turn, g_steal_pointer (&task));
}

gboolean
charter_study_move_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_moved_sync (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

gboolean
charter_study_move (CharterStudy *self, CharterWalk *walk, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_move_async (self, walk, NULL, on_moved_sync, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  return charter_study_move_finish (self, result, error);
}

void
charter_study_end_walk (CharterStudy *self, CharterWalk *walk)
{
  CharterEnding over = { .finished = charter_walk_get_stand (walk) == CHARTER_WALK_OVER };
  g_autoptr (CharterEvent) event = NULL;
  Track *track = get_track (walk);

  g_return_if_fail (CHARTER_IS_STUDY (self) && track != NULL);

  if (track->ended)
    return;
  track->ended = TRUE;
  if (!track->begun_safe)
    return;
  if (over.finished)
    over.ending = (char *)charter_walk_get_scene (walk)->id;
  event = make_event (self, CHARTER_EVENT_SESSION_ENDED, walk);
  event->payload = charter_ending_to_json (&over);
  charter_store_post (self->store, event);
}

/* ---- going on ---- */

static CharterEvent *
find_begun (GPtrArray *events, CharterBeginning *beginning)
{
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      CharterEvent *event = g_ptr_array_index (events, i);
      if (event->kind == CHARTER_EVENT_SESSION_BEGUN && charter_beginning_from_json (beginning, event->payload))
        return event;
    }
  return NULL;
}

/* The moves that stand: one takes the place of those from its position on. */
static GPtrArray *
list_moves (GPtrArray *events)
{
  GPtrArray *moves = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      CharterEvent *event = g_ptr_array_index (events, i);
      g_auto (CharterMoveMade) made = { 0 };
      if (event->kind != CHARTER_EVENT_MOVE || !charter_move_made_from_json (&made, event->payload)
          || made.position > moves->len)
        continue;
      g_ptr_array_set_size (moves, made.position);
      g_ptr_array_add (moves, event);
    }
  return moves;
}

static gboolean
repeat (CharterWalk *walk, const CharterEvent *event)
{
  g_auto (CharterMoveMade) made = { 0 };

  charter_move_made_from_json (&made, event->payload);
  return charter_walk_repeat (walk, made.scene, made.move, made.to, made.grade, made.time * 1000);
}

static void
repeat_all (CharterWalk *walk, GPtrArray *events)
{
  g_autoptr (GPtrArray) moves = list_moves (events);
  guint n = 0;

  while (n < moves->len && repeat (walk, g_ptr_array_index (moves, n)))
    n++;
  get_track (walk)->n_lost = moves->len - n;
}

CharterWalk *
charter_study_resume_walk (CharterStudy *self, CharterPack *pack, const char *session_id, GError **error)
{
  const CharterSessionRecord *record;
  GPtrArray *events;
  g_auto (CharterBeginning) beginning = { 0 };
  CharterEvent *begun;
  const CharterCase *story;
  CharterWalk *walk;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  record = charter_store_get_open_session (self->store, session_id);
  events = charter_store_get_open_session_events (self->store, session_id);
  begun = find_begun (events, &beginning);
  story = begun != NULL ? charter_pack_find_case (pack, beginning.group) : NULL;
  if (story == NULL || g_strcmp0 (record->pack, pack->id) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("No such case was left half-way."));
      return NULL;
    }
  walk = charter_walk_new (session_id, pack, story, beginning.seed, self->clock);
  attach_track (walk, begun, TRUE);
  repeat_all (walk, events);
  read_place (walk, charter_store_get_session_place (self->store, session_id));
  return walk;
}

CharterWalk *
charter_study_rebuild_walk (
  CharterStudy *self, CharterPack *pack, const char *session_id, GPtrArray *events, GError **error)
{
  g_auto (CharterBeginning) beginning = { 0 };
  CharterEvent *begun = find_begun (events, &beginning);
  const CharterCase *story = begun != NULL ? charter_pack_find_case (pack, beginning.group) : NULL;
  g_autoptr (CharterWalk) walk = NULL;

  if (story != NULL)
    {
      walk = charter_walk_new (session_id, pack, story, beginning.seed, self->clock);
      attach_track (walk, begun, TRUE)->ended = TRUE;
      repeat_all (walk, events);
    }
  if (walk != NULL && charter_walk_get_stand (walk) == CHARTER_WALK_OVER && get_track (walk)->n_lost == 0)
    return g_steal_pointer (&walk);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("The case has changed since, and no longer leads where it led then."));
  return NULL;
}

char *
charter_study_dup_walk_note (CharterStudy *self, CharterWalk *walk)
{
  guint n = get_track (walk)->n_lost;

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("The case has changed since: your last move is to be made again.",
                                    "The case has changed since: your last %'u moves are to be made again.", n),
                          n);
}

const CharterScene *
charter_study_get_last_ending (CharterStudy *self, const CharterPack *pack, const CharterCase *story)
{
  const CharterGroupRecord *record;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  record = charter_store_get_group (self->store, pack->id, story->id);
  for (guint i = 0; record != NULL && record->last_ending != NULL && i < story->n_scenes; i++)
    if (story->scenes[i].n_moves == 0 && g_strcmp0 (story->scenes[i].id, record->last_ending) == 0)
      return &story->scenes[i];
  return NULL;
}
