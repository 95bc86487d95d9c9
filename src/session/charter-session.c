/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-session-private.h"

G_DEFINE_FINAL_TYPE (CharterSession, charter_session, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
charter_session_finalize (GObject *object)
{
  CharterSession *self = CHARTER_SESSION (object);

  for (guint i = 0; i < self->n_steps; i++)
    {
      charter_response_unref (self->places[i].response);
      g_clear_pointer (&self->places[i].answer, charter_response_unref);
      g_clear_pointer (&self->places[i].noted, charter_response_unref);
      g_clear_pointer (&self->places[i].first, charter_response_unref);
      g_clear_pointer (&self->places[i].highlights, g_ptr_array_unref);
    }
  g_free (self->places);
  g_hash_table_unref (self->situations);
  g_free (self->loose);
  g_clear_pointer (&self->path, charter_path_unref);
  g_free (self->id);
  G_OBJECT_CLASS (charter_session_parent_class)->finalize (object);
}

static void
charter_session_class_init (CharterSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_session_finalize;

  signals[CHANGED]
    = g_signal_new ("changed", CHARTER_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_session_init (CharterSession *self)
{
  self->situations = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
}

void
session_tell_changed (CharterSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

SessionPlace *
session_get_place (CharterSession *self, guint position)
{
  return &self->places[position];
}

SessionPlace *
session_get_current_place (CharterSession *self)
{
  return session_get_place (self, self->position);
}

const CharterItem *
session_get_item (CharterSession *self, guint position)
{
  return charter_path_get_step (self->path, position)->item;
}

static gboolean
has_answer (CharterSession *self, guint position)
{
  CharterStand stand = session_get_place (self, position)->stand;

  return stand == CHARTER_STAND_ANSWERED || stand == CHARTER_STAND_LOCKED;
}

/* ---- what is to be kept ---- */

/* In study mood nothing of a step changes once its answer is safe, but for the flag. Exams are short. */
static gboolean
is_loose (CharterSession *self, guint position)
{
  const SessionPlace *place = session_get_place (self, position);
  gboolean settled = place->stand == CHARTER_STAND_UNSEEN || place->stand == CHARTER_STAND_ANSWERED;

  return self->mood == CHARTER_MOOD_EXAM || !settled || place->flagged;
}

void
session_note_loose (CharterSession *self, guint position)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << position % 64;

  if (is_loose (self, position))
    self->loose[position / 64] |= bit;
  else
    self->loose[position / 64] &= ~bit;
}

gboolean
charter_session_find_loose (CharterSession *self, guint *position)
{
  g_return_val_if_fail (CHARTER_IS_SESSION (self), FALSE);

  for (guint i = *position; i < self->n_steps; i++)
    {
      guint64 rest = self->loose[i / 64] >> i % 64;
      if (rest & 1)
        {
          *position = i;
          return TRUE;
        }
      if (rest == 0)
        i |= 63;
    }
  return FALSE;
}

/* ---- time ---- */

void
session_set_stand (CharterSession *self, guint position, CharterStand stand)
{
  session_count_time (self);
  session_get_place (self, position)->stand = stand;
  session_note_loose (self, position);
}

/* ---- making ---- */

CharterSession *
charter_session_new (const char *id, CharterPath *path, CharterMood mood, CharterClock clock)
{
  CharterSession *self;

  g_return_val_if_fail (id != NULL && path != NULL && charter_path_get_n_steps (path) > 0, NULL);

  self = g_object_new (CHARTER_TYPE_SESSION, NULL);
  self->id = g_strdup (id);
  self->path = charter_path_ref (path);
  self->mood = mood;
  self->clock = clock;
  self->n_steps = charter_path_get_n_steps (path);
  self->places = g_new0 (SessionPlace, self->n_steps);
  self->loose = g_new0 (guint64, self->n_steps / 64 + 1);
  for (guint i = 0; i < self->n_steps; i++)
    session_note_loose (self, i);
  for (guint i = 0; i < self->n_steps; i++)
    self->places[i].response
      = charter_response_new_empty (charter_item_kind_response_shape (session_get_item (self, i)->kind));
  self->n_sections = MAX (charter_path_get_n_sections (path), 1);
  self->section = session_get_section_of (self, 0);
  session_set_stand (self, 0, CHARTER_STAND_OPEN);
  return self;
}

const char *
charter_session_get_id (CharterSession *self)
{
  return self->id;
}

CharterPath *
charter_session_get_path (CharterSession *self)
{
  return self->path;
}

CharterMood
charter_session_get_mood (CharterSession *self)
{
  return self->mood;
}

guint
charter_session_get_n_steps (CharterSession *self)
{
  return self->n_steps;
}

guint
charter_session_get_position (CharterSession *self)
{
  return self->position;
}

const CharterStep *
charter_session_get_current (CharterSession *self)
{
  return charter_path_get_step (self->path, self->position);
}

/* ---- choosing ---- */

static gboolean
is_typed (const CharterResponse *response)
{
  return charter_response_get_shape (response) == CHARTER_RESPONSE_TYPED;
}

void
session_note_choice (CharterSession *self, guint position)
{
  SessionPlace *place = session_get_place (self, position);

  if (!charter_response_is_complete (place->response, session_get_item (self, position)))
    return;
  if (place->noted != NULL && charter_response_equal (place->noted, place->response))
    return;
  place->n_changes += place->noted != NULL;
  if (place->n_changes == 0)
    place->first = charter_response_ref (place->response);
  g_clear_pointer (&place->noted, charter_response_unref);
  place->noted = charter_response_ref (place->response);
}

void
session_put_response (SessionPlace *place, CharterResponse *response)
{
  charter_response_ref (response);
  charter_response_unref (place->response);
  place->response = response;
}

static gboolean
can_choose (CharterSession *self)
{
  CharterStand stand = session_get_current_place (self)->stand;

  if (!session_is_running (self))
    return FALSE;
  if (stand == CHARTER_STAND_ANSWERED)
    return self->mood == CHARTER_MOOD_EXAM;
  return stand != CHARTER_STAND_LOCKED;
}

void
charter_session_set_response (CharterSession *self, CharterResponse *response)
{
  SessionPlace *place = session_get_current_place (self);

  g_return_if_fail (charter_response_get_shape (response) == charter_response_get_shape (place->response));

  if (!can_choose (self) || charter_response_equal (place->response, response))
    return;
  session_set_stand (self, self->position, CHARTER_STAND_OPEN);
  session_put_response (place, response);
  session_clear_chosen (self, self->position);
  if (!is_typed (response))
    session_note_choice (self, self->position);
  session_tell_changed (self);
}

CharterResponse *
charter_session_get_response (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  return session_get_place (self, position)->response;
}

CharterResponse *
charter_session_get_answer (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  return session_get_place (self, position)->answer;
}

CharterStand
charter_session_get_stand (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, CHARTER_STAND_UNSEEN);

  return session_get_place (self, position)->stand;
}

void
charter_session_set_flagged (CharterSession *self, guint position, gboolean flagged)
{
  g_return_if_fail (position < self->n_steps);

  if (session_get_place (self, position)->flagged == !!flagged)
    return;
  session_get_place (self, position)->flagged = !!flagged;
  session_note_loose (self, position);
  session_tell_changed (self);
}

gboolean
charter_session_get_flagged (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, FALSE);

  return session_get_place (self, position)->flagged;
}

/* Once an answer is given, a hint no longer helps it. */
void
charter_session_use_hint (CharterSession *self)
{
  SessionPlace *place = session_get_current_place (self);

  if (place->hint_used || has_answer (self, self->position) || !session_is_running (self))
    return;
  place->hint_used = TRUE;
  session_tell_changed (self);
}

gboolean
charter_session_get_hint_used (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, FALSE);

  return session_get_place (self, position)->hint_used;
}

/* What was said before the answer stays what was said. */
void
charter_session_set_confidence (CharterSession *self, CharterConfidence confidence)
{
  CharterStand stand = charter_session_get_stand (self, self->position);
  SessionPlace *place = session_get_current_place (self);

  if (place->confidence == confidence || stand == CHARTER_STAND_LOCKED || !session_is_running (self)
      || (stand == CHARTER_STAND_ANSWERED && self->mood == CHARTER_MOOD_STUDY))
    return;
  place->confidence = confidence;
  if (stand == CHARTER_STAND_ANSWERED)
    session_set_stand (self, self->position, CHARTER_STAND_OPEN);
  session_tell_changed (self);
}

CharterConfidence
charter_session_get_confidence (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, CHARTER_CONFIDENCE_NONE);

  return session_get_place (self, position)->confidence;
}

guint
charter_session_get_n_changes (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, 0);

  return session_get_place (self, position)->n_changes;
}

CharterResponse *
charter_session_get_first_choice (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  return session_get_place (self, position)->first;
}

/* ---- moving ---- */

void
session_see_current (CharterSession *self)
{
  SessionPlace *place = session_get_current_place (self);

  if (place->stand == CHARTER_STAND_UNSEEN || place->stand == CHARTER_STAND_SKIPPED)
    place->stand = CHARTER_STAND_OPEN;
  session_note_loose (self, self->position);
}

gboolean
charter_session_can_go_to (CharterSession *self, guint position)
{
  return position < self->n_steps && session_is_running (self)
         && session_get_section_of (self, position) == self->section;
}

void
charter_session_go_to (CharterSession *self, guint position)
{
  g_return_if_fail (position < self->n_steps);

  if (!charter_session_can_go_to (self, position))
    return;
  session_note_choice (self, self->position);
  session_count_time (self);
  self->position = position;
  session_see_current (self);
  session_tell_changed (self);
}

gboolean
charter_session_next (CharterSession *self)
{
  for (guint i = 1; i <= self->n_steps && session_is_running (self); i++)
    {
      guint position = (self->position + i) % self->n_steps;

      if (session_get_section_of (self, position) == self->section && !has_answer (self, position))
        {
          charter_session_go_to (self, position);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
charter_session_skip (CharterSession *self)
{
  if (!has_answer (self, self->position) && session_is_running (self))
    session_set_stand (self, self->position, CHARTER_STAND_SKIPPED);
  return charter_session_next (self);
}

gboolean
charter_session_is_finished (CharterSession *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (self->places[i].stand != CHARTER_STAND_ANSWERED)
      return FALSE;
  return TRUE;
}

/* ---- what study does ---- */

void
session_keep_answer (SessionPlace *place)
{
  g_clear_pointer (&place->answer, charter_response_unref);
  place->answer = charter_response_ref (place->response);
}

gboolean
charter_session_lock (CharterSession *self)
{
  SessionPlace *place = session_get_current_place (self);

  if (has_answer (self, self->position) || !session_is_running (self)
      || !charter_response_is_complete (place->response, session_get_item (self, self->position)))
    return FALSE;
  session_note_choice (self, self->position);
  session_set_stand (self, self->position, CHARTER_STAND_LOCKED);
  session_tell_changed (self);
  return TRUE;
}

void
charter_session_settle (CharterSession *self, guint position, gboolean safe)
{
  g_return_if_fail (position < self->n_steps);

  if (session_get_place (self, position)->stand != CHARTER_STAND_LOCKED)
    return;
  session_set_stand (self, position, safe ? CHARTER_STAND_ANSWERED : CHARTER_STAND_OPEN);
  if (safe)
    session_keep_answer (session_get_place (self, position));
  session_tell_changed (self);
}

void
charter_session_take_back (CharterSession *self, guint position)
{
  SessionPlace *place;

  g_return_if_fail (position < self->n_steps);

  place = session_get_place (self, position);
  if (place->answer == NULL || place->stand == CHARTER_STAND_LOCKED
      || session_get_section_of (self, position) < self->section)
    return;
  session_set_stand (self, position, CHARTER_STAND_OPEN);
  g_clear_pointer (&place->answer, charter_response_unref);
  place->taken_back = self->mood == CHARTER_MOOD_STUDY;
  session_tell_changed (self);
}

gboolean
charter_session_get_taken_back (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, FALSE);

  return session_get_place (self, position)->taken_back;
}

void
charter_session_set_taken_back (CharterSession *self, guint position, gboolean taken_back)
{
  g_return_if_fail (position < self->n_steps);

  if (session_get_place (self, position)->taken_back == !!taken_back)
    return;
  session_get_place (self, position)->taken_back = !!taken_back;
  session_tell_changed (self);
}
