/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody marks while thinking: parts struck out, words highlighted. None of it is an answer. */
#include "charter-session-private.h"

void
session_clear_chosen (CharterSession *self, guint position)
{
  SessionPlace *place = session_get_place (self, position);
  const CharterItem *item = session_get_item (self, position);

  for (guint i = 0; i < MIN (item->n_parts, 64) && place->struck != 0; i++)
    if (charter_response_contains (place->response, item->parts[i].id))
      place->struck &= ~(G_GUINT64_CONSTANT (1) << i);
}

void
charter_session_set_struck (CharterSession *self, guint position, guint64 parts)
{
  g_return_if_fail (position < self->n_steps);

  session_get_place (self, position)->struck = parts;
  session_clear_chosen (self, position);
  session_tell_changed (self);
}

guint64
charter_session_get_struck (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, 0);

  return session_get_place (self, position)->struck;
}

/* ---- words ---- */

void
charter_session_highlight (CharterSession *self, guint position, guint text, const char *whole, guint start, guint end)
{
  SessionPlace *place;

  g_return_if_fail (position < self->n_steps);

  place = session_get_place (self, position);
  if (place->highlights == NULL)
    place->highlights = charter_highlights_new ();
  charter_highlights_add (place->highlights, text, whole, start, end);
  session_tell_changed (self);
}

gboolean
charter_session_unhighlight (CharterSession *self, guint position, guint text, guint at)
{
  GPtrArray *highlights = charter_session_get_highlights (self, position);

  if (highlights == NULL || !charter_highlights_remove (highlights, text, at))
    return FALSE;
  session_tell_changed (self);
  return TRUE;
}

GPtrArray *
charter_session_get_highlights (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  return session_get_place (self, position)->highlights;
}
