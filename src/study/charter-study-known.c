/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of scenarios, open sessions, reading places and counts: asked of the store, which knows it by heart. */
#include "charter-study-private.h"

void
charter_group_state_clear (CharterGroupState *state)
{
  g_clear_pointer (&state->open_session, g_free);
}

/* The place knows better than the last answer where somebody is; of a case its moves are counted. */
static guint
find_open_position (CharterStudy *self, const CharterSessionRecord *record)
{
  guint position = record->position;

  if (record->n_steps == 0)
    return record->n_answered;
  charter_study_place_peek_position (charter_store_get_session_place (self->store, record->session), &position);
  return position;
}

/* Returns: microseconds; 0 where it has none */
static gint64
find_limit (GPtrArray *events)
{
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const CharterEvent *event = events->pdata[i];
      g_auto (CharterBeginning) beginning = { 0 };

      if (event->kind == CHARTER_EVENT_SESSION_BEGUN)
        return charter_beginning_from_json (&beginning, event->payload) ? beginning.limit * 1000 : 0;
    }
  return 0;
}

/* How much of it is spent is in its place. */
static gint64
find_time_left (CharterStudy *self, const CharterSessionRecord *record)
{
  gint64 limit = find_limit (charter_store_get_open_session_events (self->store, record->session));
  CharterPlaceSection where
    = charter_study_place_read_section (charter_store_get_session_place (self->store, record->session));

  return limit > 0 ? MAX (limit - where.time_spent, 0) : G_MAXINT64;
}

static void
add_open_session (CharterStudy *self, CharterGroupState *state, const char *pack_id, const char *group_id)
{
  g_autoptr (GPtrArray) sessions = charter_store_list_open_sessions (self->store);

  for (guint i = 0; i < sessions->len; i++)
    {
      const CharterSessionRecord *record = g_ptr_array_index (sessions, i);
      if (!g_str_equal (record->pack, pack_id) || !g_str_equal (record->group, group_id))
        continue;
      state->open_session = g_strdup (record->session);
      state->open_position = find_open_position (self, record);
      state->open_n_steps = record->n_steps;
      state->open_time_left = find_time_left (self, record);
      return;
    }
}

void
charter_study_get_group_state (CharterStudy *self, const char *pack_id, const char *group_id, CharterGroupState *state)
{
  const CharterGroupRecord *group;

  g_return_if_fail (CHARTER_IS_STUDY (self));

  *state = (CharterGroupState){ .best = -1, .last = -1 };
  group = charter_store_get_group (self->store, pack_id, group_id);
  if (group != NULL && group->n_sessions > 0)
    *state = (CharterGroupState){ group->n_sessions, group->best, group->last, group->last_wall };
  add_open_session (self, state, pack_id, group_id);
}

gboolean
charter_study_has_finished (CharterStudy *self)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), FALSE);

  return charter_store_has_groups (self->store);
}

static void
open_session_free (gpointer data)
{
  CharterOpenSession *open = data;

  g_free (open->session);
  g_free (open->pack);
  g_free (open->group);
  g_free (open);
}

static CharterOpenSession *
open_session_new (CharterStudy *self, const CharterSessionRecord *record)
{
  CharterOpenSession *open = g_new0 (CharterOpenSession, 1);

  open->session = g_strdup (record->session);
  open->pack = g_strdup (record->pack);
  open->group = g_strdup (record->group);
  open->position = find_open_position (self, record);
  open->n_steps = record->n_steps;
  open->time_left = find_time_left (self, record);
  open->wall = record->last_wall;
  return open;
}

GPtrArray *
charter_study_list_open_sessions (CharterStudy *self)
{
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *sessions;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  records = charter_store_list_open_sessions (self->store);
  sessions = g_ptr_array_new_with_free_func (open_session_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sessions, open_session_new (self, g_ptr_array_index (records, i)));
  return sessions;
}

void
charter_study_set_reading_place (
  CharterStudy *self, const char *pack_id, const char *lesson_id, const char *section_id, double fraction)
{
  g_return_if_fail (CHARTER_IS_STUDY (self));

  charter_store_set_reading_place (self->store, pack_id, lesson_id, section_id, fraction);
  charter_study_emit_changed (self);
}

double
charter_study_get_reading_place (CharterStudy *self, const char *pack_id, const char *lesson_id, char **section)
{
  const CharterReadingPlace *place;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), 0);

  place = charter_store_get_reading_place (self->store, pack_id, lesson_id);
  if (section != NULL)
    *section = g_strdup (place != NULL ? place->section : NULL);
  return place != NULL ? place->fraction : 0;
}

gboolean
charter_study_get_last_lesson (CharterStudy *self, char **pack_id, char **lesson_id)
{
  const CharterReadingPlace *place;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), FALSE);

  place = charter_store_get_last_reading_place (self->store);
  if (pack_id != NULL)
    *pack_id = g_strdup (place != NULL ? place->pack : NULL);
  if (lesson_id != NULL)
    *lesson_id = g_strdup (place != NULL ? place->lesson : NULL);
  return place != NULL;
}

void
charter_study_count_answers (CharterStudy *self, gint64 since_wall, guint *n_answers, guint *n_right)
{
  g_return_if_fail (CHARTER_IS_STUDY (self));

  charter_store_count_answers (self->store, since_wall, n_answers, n_right);
}
