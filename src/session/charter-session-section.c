/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a session, and the breaks between them. */
#include "charter-session-private.h"

guint
session_get_section_of (CharterSession *self, guint position)
{
  return charter_path_get_step (self->path, position)->section;
}

guint
charter_session_get_n_sections (CharterSession *self)
{
  return self->n_sections;
}

guint
charter_session_get_section (CharterSession *self)
{
  return self->section;
}

gboolean
charter_session_is_closed (CharterSession *self)
{
  return self->section >= self->n_sections;
}

gboolean
session_is_running (CharterSession *self)
{
  return !self->in_break && !charter_session_is_closed (self);
}

/* Returns: how many steps it has; first is n_steps where it has none */
static guint
find_steps (CharterSession *self, guint section, guint *first)
{
  guint n = 0;

  *first = self->n_steps;
  for (guint i = 0; i < self->n_steps; i++)
    if (session_get_section_of (self, i) == section)
      {
        *first = MIN (*first, i);
        n++;
      }
  return n;
}

void
session_move_to_section (CharterSession *self, guint section)
{
  guint first = self->n_steps;

  while (section < self->n_sections && find_steps (self, section, &first) == 0)
    section++;
  self->section = MIN (section, self->n_sections);
  if (first < self->n_steps)
    self->position = first;
}

static gint64
get_break_after (CharterSession *self, guint section)
{
  if (section >= charter_path_get_n_sections (self->path))
    return 0;
  return charter_path_get_section (self->path, section)->break_minutes * G_TIME_SPAN_MINUTE;
}

gboolean
charter_session_close_section (CharterSession *self)
{
  gint64 after = get_break_after (self, self->section);

  if (!session_is_running (self))
    return !charter_session_is_closed (self);
  session_note_choice (self, self->position);
  session_count_time (self);
  session_move_to_section (self, self->section + 1);
  self->in_break = after > 0 && !charter_session_is_closed (self);
  self->break_left = self->in_break ? after : 0;
  if (session_is_running (self))
    session_see_current (self);
  session_tell_changed (self);
  return !charter_session_is_closed (self);
}

gboolean
charter_session_is_in_break (CharterSession *self)
{
  return self->in_break;
}

void
charter_session_end_break (CharterSession *self)
{
  if (!self->in_break)
    return;
  session_count_time (self);
  self->in_break = FALSE;
  session_see_current (self);
  session_tell_changed (self);
}
