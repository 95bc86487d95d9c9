/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-private.h"

#define TRACK "charter-track" /* under which it hangs on its session */

static void
charter_track_free (gpointer data)
{
  CharterTrack *track = data;

  for (guint i = 0; i < track->n_steps; i++)
    g_clear_pointer (&track->steps[i].answer, charter_event_unref);
  charter_event_unref (track->begun);
  g_free (track->steps);
  g_free (track);
}

CharterTrack *
charter_track_attach (CharterSession *session, CharterEvent *begun, const guint *origins)
{
  CharterTrack *track = g_new0 (CharterTrack, 1);
  g_auto (CharterBeginning) beginning = { 0 };

  charter_beginning_from_json (&beginning, begun->payload);
  track->built = charter_study_is_built_name (beginning.group);
  track->drawn = beginning.drawn;
  track->review = charter_study_is_review_name (beginning.group);
  track->begun = charter_event_ref (begun);
  track->n_steps = charter_session_get_n_steps (session);
  track->steps = g_new0 (CharterTrackStep, track->n_steps);
  for (guint i = 0; i < track->n_steps; i++)
    track->steps[i].origin = origins != NULL ? origins[i] : i;
  g_object_set_data_full (G_OBJECT (session), TRACK, track, charter_track_free);
  return track;
}

CharterTrack *
charter_track_get (CharterSession *session)
{
  return g_object_get_data (G_OBJECT (session), TRACK);
}

void
charter_track_clear_answer (CharterTrack *track, guint position)
{
  g_clear_pointer (&track->steps[position].answer, charter_event_unref);
}

void
charter_track_set_answer (CharterTrack *track, guint position, CharterEvent *answer, CharterScore score)
{
  charter_track_clear_answer (track, position);
  track->steps[position].answer = charter_event_ref (answer);
  track->steps[position].score = score;
}

guint
charter_track_find_step (CharterTrack *track, guint origin)
{
  for (guint i = 0; i < track->n_steps; i++)
    if (track->steps[i].origin >= origin)
      return i;
  return track->n_steps - 1;
}
