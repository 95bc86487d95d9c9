/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session put together again from the log: the same paper from the same seed, the answers that stand, and the place
 * where it was left. */
#include "charter-study-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The items that are still there, and where they stood. */
typedef struct {
  GArray *items;    /* CharterPaperItem */
  GArray *origins;  /* guint */
  GArray *sections; /* CharterPaperSection, perhaps without an item */
} Remains;

static void
remains_clear (Remains *remains)
{
  g_clear_pointer (&remains->items, g_array_unref);
  g_clear_pointer (&remains->origins, g_array_unref);
  g_clear_pointer (&remains->sections, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Remains, remains_clear)

CharterPack *
charter_study_find_pack (GPtrArray *packs, const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    {
      CharterPack *pack = g_ptr_array_index (packs, i);

      if (g_strcmp0 (pack->id, id) == 0)
        return pack;
    }
  return NULL;
}

/* "pack#id" of another pack, else an id of home. */
static CharterPack *
find_pack_of (GPtrArray *packs, CharterPack *home, const char *ref)
{
  const char *hash = strchr (ref, '#');
  g_autofree char *id = hash != NULL ? g_strndup (ref, hash - ref) : NULL;

  return id != NULL ? charter_study_find_pack (packs, id) : home;
}

static gboolean
is_unscored (const CharterBeginning *beginning, guint origin)
{
  for (guint i = 0; i < beginning->n_unscored; i++)
    if (beginning->unscored[i] == origin)
      return TRUE;
  return FALSE;
}

static void
add_remaining (
  Remains *remains, const CharterBeginning *beginning, GPtrArray *packs, CharterPack *home, guint i, guint section)
{
  CharterPaperItem item = { .section = section, .unscored = is_unscored (beginning, i) };

  item.pack = find_pack_of (packs, home, beginning->items[i]);
  item.item = item.pack != NULL ? charter_pack_find_item (item.pack, beginning->items[i]) : NULL;
  if (item.item == NULL)
    return;
  g_array_append_val (remains->items, item);
  g_array_append_val (remains->origins, i);
  if (section < remains->sections->len)
    g_array_index (remains->sections, CharterPaperSection, section).n_items++;
}

/* Titles are the profile's, as long as it has as many sections. */
static CharterText
find_title (CharterPack *home, const CharterBeginning *beginning, guint index)
{
  const CharterExam *exam = charter_pack_find_exam (home, beginning->group);
  CharterText title = { .plain = "" };
  guint n = 0;

  for (guint i = 0; exam != NULL && i < exam->n_stages; i++)
    if (exam->stages[i].kind == CHARTER_STAGE_SECTION && n++ == index)
      title = exam->stages[i].title;
  return n == beginning->n_sections ? title : (CharterText){ .plain = "" };
}

static void
add_section (Remains *remains, const CharterBeginning *beginning, CharterPack *home, guint index)
{
  CharterPaperSection section = { find_title (home, beginning, index), 0, beginning->sections[index].break_minutes };

  g_array_append_val (remains->sections, section);
}

static void
remains_init (Remains *remains, const CharterBeginning *beginning, GPtrArray *packs, CharterPack *home)
{
  guint n_before = 0; /* items of the sections up to the current one */

  remains->items = g_array_new (FALSE, FALSE, sizeof (CharterPaperItem));
  remains->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  remains->sections = g_array_new (FALSE, FALSE, sizeof (CharterPaperSection));
  for (guint i = 0; i < beginning->n_sections; i++)
    add_section (remains, beginning, home, i);
  for (guint i = 0, section = 0; beginning->items[i] != NULL; i++)
    {
      while (section < beginning->n_sections && i >= n_before + beginning->sections[section].n_items)
        n_before += beginning->sections[section++].n_items;
      add_remaining (remains, beginning, packs, home, i, section);
    }
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
was_taken_back (GPtrArray *events, const CharterStep *step)
{
  for (guint i = 0; i < events->len; i++)
    {
      const CharterEvent *event = g_ptr_array_index (events, i);
      if (event->kind == CHARTER_EVENT_UNDO && g_strcmp0 (event->item, step->item->id) == 0
          && g_strcmp0 (event->pack, step->pack->id) == 0 && charter_undo_from_json (event->payload))
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
      if (place->first != NULL)
        charter_session_restore_first_choice (session, i, place->first);
      return;
    }
  charter_place_step_clear (place);
  *place = (CharterPlaceStep){ CHARTER_STAND_ANSWERED,
                               g_steal_pointer (&response),
                               MAX (answer.time * 1000, place->time),
                               place->flagged,
                               answer.hint_used,
                               answer.n_changes,
                               answer.first != NULL ? charter_study_read_choice (item, answer.first) : NULL,
                               (CharterConfidence)answer.confidence };
}

static void
restore_step (CharterSession *session, guint i, GPtrArray *events, const CharterPlaceStep *step)
{
  const CharterStep *asked = charter_path_get_step (charter_session_get_path (session), i);
  CharterResponseShape shape = charter_item_kind_response_shape (asked->item->kind);
  g_autoptr (CharterResponse) empty = charter_response_new_empty (shape);

  if (step->stand == CHARTER_STAND_UNSEEN && !step->flagged && step->time == 0)
    return;
  charter_session_restore (session, i, step->stand, step->response != NULL ? step->response : empty, step->time,
                           step->flagged, step->hint_used, step->n_changes);
  charter_session_restore_confidence (session, i, step->confidence);
  if (step->first != NULL)
    charter_session_restore_first_choice (session, i, step->first);
  charter_session_set_taken_back (session, i, was_taken_back (events, asked));
}

/* What comes after a section that was closed may be known from its answers alone: a place is one computer's. */
static void
restore_section (CharterSession *session, const CharterPlaceSection *where)
{
  const CharterTrack *track = charter_track_get (session);
  guint answered = 0;

  for (guint i = 0; i < track->n_steps; i++)
    if (track->steps[i].answer != NULL)
      answered = MAX (answered, charter_path_get_step (charter_session_get_path (session), i)->section);
  if (where->section > 0 || answered > 0)
    charter_session_restore_section (session, MAX (where->section, answered),
                                     answered < where->section ? where->break_left : 0);
}

static void
restore_steps (CharterSession *session, GPtrArray *events, const char *place, guint position)
{
  CharterPlaceSection where = charter_study_place_read_section (place);
  guint n_steps = charter_session_get_n_steps (session);
  g_autofree CharterPlaceStep *steps = g_new0 (CharterPlaceStep, n_steps);

  charter_study_place_read (session, place, steps, &position);
  for (guint i = 0; i < n_steps; i++)
    read_answer (session, i, events, &steps[i]);
  restore_section (session, &where);
  for (guint i = 0; i < n_steps; i++)
    {
      restore_step (session, i, events, &steps[i]);
      charter_place_step_clear (&steps[i]);
    }
  charter_study_place_restore_marks (session, place);
  charter_session_restore_time_spent (session, where.time_spent);
  charter_session_go_to (session, position);
}

/* Items are found by their ids; a group that has gone, or never was one, is not needed for that. */
static CharterPath *
redraw_group (CharterPack *home, const CharterGroup *group, guint64 seed, const Remains *remains, GError **error)
{
  g_autofree const char **ids = g_new0 (const char *, remains->items->len + 1);

  for (guint i = 0; i < remains->items->len; i++)
    ids[i] = g_array_index (remains->items, CharterPaperItem, i).item->id;
  return charter_paper_new (home, group->id, ids, seed, error);
}

static CharterPath *
redraw (CharterPack *home, const CharterBeginning *beginning, const Remains *remains, GError **error)
{
  const CharterGroup *group = charter_pack_find_group (home, beginning->group);
  const CharterPaperItem *items = (const CharterPaperItem *)(void *)remains->items->data;
  guint n_items = remains->items->len;

  if (beginning->form)
    return charter_paper_new_form (home, beginning->group, items, n_items,
                                   (const CharterPaperSection *)(void *)remains->sections->data, remains->sections->len,
                                   beginning->seed, error);
  if (group != NULL)
    return redraw_group (home, group, beginning->seed, remains, error);
  return charter_paper_new_chosen (home, items, n_items, beginning->seed, error);
}

CharterSession *
charter_study_rebuild_session (CharterStore *store,
                               CharterClock clock,
                               GPtrArray *packs,
                               const CharterSessionRecord *record,
                               GPtrArray *events,
                               GError **error)
{
  CharterPack *home = charter_study_find_pack (packs, record->pack);
  g_auto (CharterBeginning) beginning = { 0 };
  g_auto (Remains) remains = { 0 };
  g_autoptr (CharterPath) path = NULL;
  CharterEvent *begun = find_begun (events, &beginning);
  CharterSession *session;
  CharterTrack *track;

  g_return_val_if_fail (begun != NULL, NULL); /* or there would be no record of it */
  remains_init (&remains, &beginning, packs, home);
  if (remains.origins->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("None of the questions that were asked is in the pack any more."));
      return NULL;
    }
  path = redraw (home, &beginning, &remains, error);
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
  CharterStore *store, CharterClock clock, GPtrArray *packs, const char *session_id, GError **error)
{
  const CharterSessionRecord *record = charter_store_get_open_session (store, session_id);

  if (record == NULL || charter_study_find_pack (packs, record->pack) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("No such quiz was left half-way."));
      return NULL;
    }
  return charter_study_rebuild_session (store, clock, packs, record,
                                        charter_store_get_open_session_events (store, session_id), error);
}
