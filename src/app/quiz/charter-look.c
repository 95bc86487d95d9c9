/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-look.h"

gboolean
charter_look_is_back (CharterSession *session, guint shown)
{
  return shown != charter_session_get_position (session);
}

static gboolean
can_be_shown (CharterSession *session, guint position)
{
  return position == charter_session_get_position (session) || charter_session_get_mood (session) == CHARTER_MOOD_EXAM
         || charter_session_get_stand (session, position) == CHARTER_STAND_ANSWERED;
}

int
charter_look_find (CharterSession *session, guint shown, int by)
{
  int n = (int)charter_session_get_n_steps (session);

  if (charter_session_get_stand (session, charter_session_get_position (session)) == CHARTER_STAND_LOCKED)
    return -1;
  for (int i = (int)shown + by; i >= 0 && i < n; i += by)
    if (can_be_shown (session, (guint)i))
      return i;
  return -1;
}
