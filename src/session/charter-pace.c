/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-pace.h"

static gboolean
is_done (CharterSession *session, guint position)
{
  const CharterStep *step = charter_path_get_step (charter_session_get_path (session), position);

  return step->section < charter_session_get_section (session)
         || charter_session_get_answer (session, position) != NULL;
}

gint64
charter_pace_get_lead (CharterSession *session)
{
  gint64 limit = charter_session_get_limit (session);
  guint n = charter_session_get_n_steps (session);
  guint n_done = 0;

  g_assert (n > 0); /* no session is without */

  if (limit == 0)
    return 0;
  for (guint i = 0; i < n; i++)
    n_done += is_done (session, i);
  return limit * n_done / n - charter_session_get_time_spent (session);
}
