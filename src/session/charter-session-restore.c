/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session is put together again from what was kept of it. */
#include "charter-session-private.h"

void
charter_session_restore_confidence (CharterSession *self, guint position, CharterConfidence confidence)
{
  g_return_if_fail (position < self->n_steps);

  session_get_place (self, position)->confidence = confidence;
}

void
charter_session_restore_first_choice (CharterSession *self, guint position, CharterResponse *first)
{
  SessionPlace *place;

  g_return_if_fail (position < self->n_steps);

  place = session_get_place (self, position);
  charter_response_ref (first);
  g_clear_pointer (&place->first, charter_response_unref);
  place->first = first;
}

void
charter_session_restore_highlights (CharterSession *self, guint position, CharterHighlightOf of, GPtrArray *highlights)
{
  g_return_if_fail (position < self->n_steps);

  session_put_highlights (self, position, of, g_ptr_array_ref (highlights));
}

void
charter_session_restore_section (CharterSession *self, guint section, gint64 break_left)
{
  session_count_time (self);
  if (session_get_current_place (self)->stand == CHARTER_STAND_OPEN)
    session_get_current_place (self)->stand = CHARTER_STAND_UNSEEN; /* nobody knows that yet */
  session_move_to_section (self, section);
  self->in_break = break_left > 0 && !charter_session_is_closed (self);
  self->break_left = self->in_break ? break_left : 0;
  if (session_is_running (self))
    session_see_current (self);
  session_tell_changed (self);
}

void
charter_session_restore_time_spent (CharterSession *self, gint64 time)
{
  self->time_gone = 0;
  self->time_gone = MAX (time - charter_session_get_time_spent (self), 0);
}

/* Nothing is being made safe in a session that was put back, and the current step has been seen. */
static CharterStand
restored_stand (CharterSession *self, guint position, CharterStand stand)
{
  if (stand == CHARTER_STAND_LOCKED)
    return CHARTER_STAND_OPEN;
  if (position == self->position && stand == CHARTER_STAND_UNSEEN && session_is_running (self))
    return CHARTER_STAND_OPEN;
  return stand;
}

void
charter_session_restore (CharterSession *self,
                         guint position,
                         CharterStand stand,
                         CharterResponse *response,
                         gint64 time,
                         gboolean flagged,
                         gboolean hint_used,
                         guint n_changes)
{
  SessionPlace *place;

  g_return_if_fail (position < self->n_steps);

  place = session_get_place (self, position);
  g_return_if_fail (charter_response_get_shape (response) == charter_response_get_shape (place->response));

  session_set_stand (self, position, restored_stand (self, position, stand));
  session_put_response (place, response);
  g_clear_pointer (&place->noted, charter_response_unref);
  g_clear_pointer (&place->first, charter_response_unref);
  place->n_changes = 0;
  session_note_choice (self, position);
  if (n_changes > 0)
    g_clear_pointer (&place->first, charter_response_unref);
  if (stand == CHARTER_STAND_ANSWERED)
    session_keep_answer (place);
  place->time = MAX (time, 0);
  place->flagged = !!flagged;
  place->hint_used = !!hint_used;
  place->n_changes = n_changes;
  session_note_loose (self, position);
  session_tell_changed (self);
}
