/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session put together again from the log: the same paper from the same seed, the answers that stand, and the place
 * where it was left. */
#include "charter-study-private.h"

#include <glib/gi18n-lib.h>

/* The items that are still there, and where they stood. */
typedef struct {
  GPtrArray *ids; /* NULL-terminated, owned by the beginning */
  GArray *origins;
} Remains;

static void
remains_clear (Remains *remains)
{
  g_clear_pointer (&remains->ids, g_ptr_array_unref);
  g_clear_pointer (&remains->origins, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Remains, remains_clear)

static void
remains_init (Remains *remains, const CharterBeginning *beginning, CharterPack *pack)
{
  remains->ids = g_ptr_array_new ();
  remains->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; beginning->items[i] != NULL; i++)
    if (charter_pack_find_item (pack, beginning->items[i]) != NULL)
      {
        g_ptr_array_add (remains->ids, beginning->items[i]);
        g_array_append_val (remains->origins, i);
      }
  g_ptr_array_add (remains->ids, NULL);
}

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

static gboolean
is_undone (GPtrArray *events, const CharterEvent *answer)
{
  for (guint i = 0; i < events->len; i++)
    {
      const CharterEvent *event = g_ptr_array_index (events, i);
      if (event->kind == CHARTER_EVENT_UNDO && event->undo_seq == answer->seq
          && g_strcmp0 (event->undo_device, answer->device) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_taken_back (GPtrArray *events, const char *item)
{
  for (guint i = 0; i < events->len; i++)
    {
      const CharterEvent *event = g_ptr_array_index (events, i);
      if (event->kind == CHARTER_EVENT_UNDO && g_strcmp0 (event->item, item) == 0
          && charter_undo_from_json (event->payload))
        return TRUE;
    }
  return FALSE;
}

/* The last answer given at a position, unless it was taken back. */
static CharterEvent *
find_answer (GPtrArray *events, guint origin, CharterAnswer *answer)
{
  for (guint i = events->len; i > 0; i--)
    {
      CharterEvent *event = g_ptr_array_index (events, i - 1);
      if (event->kind != CHARTER_EVENT_ANSWER || !charter_answer_from_json (answer, event->payload))
        continue;
      if (answer->position == origin)
        return is_undone (events, event) ? NULL : event;
      charter_answer_clear (answer);
    }
  return NULL;
}

static gboolean
is_same_key (const CharterItem *item, const CharterEvent *event)
{
  g_autofree char *key_hash = charter_item_dup_key_hash (item);

  return g_strcmp0 (key_hash, event->key_hash) == 0;
}

/* Whether an exam's answer was being changed when the session was left. */
static gboolean
is_being_changed (CharterSession *session, const CharterPlaceStep *place, const CharterResponse *answered)
{
  return charter_session_get_mood (session) == CHARTER_MOOD_EXAM && place->response != NULL
         && !charter_response_equal (place->response, answered);
}

/* An answer to another key is no answer to this item: it stays in the log, and the item is asked again. */
static void
read_answer (CharterSession *session, guint i, GPtrArray *events, CharterPlaceStep *place)
{
  const CharterItem *item = charter_path_get_step (charter_session_get_path (session), i)->item;
  CharterTrack *track = charter_track_get (session);
  g_auto (CharterAnswer) answer = { 0 };
  CharterEvent *event = find_answer (events, track->steps[i].origin, &answer);
  g_autoptr (CharterResponse) response = NULL;

  if (event != NULL && is_same_key (item, event))
    response = charter_response_parse (charter_item_kind_response_shape (item->kind), answer.response, NULL);
  if (response == NULL)
    {
      track->n_changed += event != NULL ? 1 : 0;
      return;
    }
  charter_track_set_answer (track, i, event, (CharterScore){ answer.points, answer.maximum, answer.correct });
  if (is_being_changed (session, place, response))
    {
      charter_session_restore (session, i, CHARTER_STAND_ANSWERED, response, place->time, place->flagged,
                               answer.hint_used, place->n_changes);
      charter_session_restore_confidence (session, i, place->confidence);
      return;
    }
  charter_place_step_clear (place);
  *place = (CharterPlaceStep){ CHARTER_STAND_ANSWERED,
                               g_steal_pointer (&response),
                               MAX (answer.time * 1000, place->time),
                               place->flagged,
                               answer.hint_used,
                               answer.n_changes,
                               (CharterConfidence)answer.confidence };
}

static void
restore_step (CharterSession *session, guint i, GPtrArray *events, const CharterPlaceStep *step)
{
  const CharterItem *item = charter_path_get_step (charter_session_get_path (session), i)->item;
  g_autoptr (CharterResponse) empty = charter_response_new_empty (charter_item_kind_response_shape (item->kind));

  if (step->stand == CHARTER_STAND_UNSEEN && !step->flagged)
    return;
  charter_session_restore (session, i, step->stand, step->response != NULL ? step->response : empty, step->time,
                           step->flagged, step->hint_used, step->n_changes);
  charter_session_restore_confidence (session, i, step->confidence);
  charter_session_set_taken_back (session, i, was_taken_back (events, item->id));
}

static void
restore_steps (CharterSession *session, GPtrArray *events, const char *place, guint position)
{
  guint n_steps = charter_session_get_n_steps (session);
  g_autofree CharterPlaceStep *steps = g_new0 (CharterPlaceStep, n_steps);

  charter_study_place_read (session, place, steps, &position);
  for (guint i = 0; i < n_steps; i++)
    {
      read_answer (session, i, events, &steps[i]);
      restore_step (session, i, events, &steps[i]);
      charter_place_step_clear (&steps[i]);
    }
  charter_session_go_to (session, position);
}

/* Items are found by their ids; a group that has gone, or never was one, is not needed for that. */
static CharterPath *
redraw (CharterPack *pack, const CharterBeginning *beginning, const Remains *remains, GError **error)
{
  const CharterGroup *group = charter_pack_find_group (pack, beginning->group);

  return charter_paper_new (pack, group != NULL ? group->id : NULL, (const char *const *)remains->ids->pdata,
                            beginning->seed, error);
}

static CharterSession *
rebuild (CharterStore *store,
         CharterClock clock,
         CharterPack *pack,
         const CharterSessionRecord *record,
         GPtrArray *events,
         GError **error)
{
  g_auto (CharterBeginning) beginning = { 0 };
  g_auto (Remains) remains = { 0 };
  g_autoptr (CharterPath) path = NULL;
  CharterEvent *begun = find_begun (events, &beginning);
  CharterSession *session;
  CharterTrack *track;

  g_return_val_if_fail (begun != NULL, NULL); /* or it would not be open */
  remains_init (&remains, &beginning, pack);
  if (remains.origins->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("None of the questions that were asked is in the pack any more."));
      return NULL;
    }
  path = redraw (pack, &beginning, &remains, error);
  if (path == NULL)
    return NULL;
  session = charter_session_new (record->session, path, charter_study_mood_from_name (beginning.mood), clock);
  track = charter_track_attach (session, begun, (const guint *)(void *)remains.origins->data);
  track->begun_safe = TRUE;
  charter_session_set_limit (session, beginning.limit * 1000);
  track->n_gone = g_strv_length (beginning.items) - remains.origins->len;
  restore_steps (session, events, charter_store_get_session_place (store, record->session),
                 charter_track_find_step (track, record->position));
  return session;
}

CharterSession *
charter_study_restore_session (
  CharterStore *store, CharterClock clock, CharterPack *pack, const char *session_id, GError **error)
{
  const CharterSessionRecord *record = charter_store_get_open_session (store, session_id);

  if (record == NULL || g_strcmp0 (record->pack, pack->id) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("No such quiz was left half-way."));
      return NULL;
    }
  return rebuild (store, clock, pack, record, charter_store_get_open_session_events (store, session_id), error);
}
