/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-case-start.h"

#include "charter-case-page.h"
#include "charter-ending-page.h"

static GtkWidget *
create_page (CharterStudy *study, CharterWalk *walk)
{
  if (charter_walk_get_stand (walk) == CHARTER_WALK_OVER)
    return charter_ending_page_new (study, walk);
  return charter_case_page_new (study, walk);
}

void
charter_case_show (CharterWindow *window, CharterStudy *study, CharterWalk *walk, gboolean replace)
{
  if (replace)
    charter_window_replace (window, create_page (study, walk));
  else
    charter_window_push (window, create_page (study, walk));
}

static gboolean
show (CharterWindow *window, CharterStudy *study, CharterWalk *walk, const GError *error, gboolean replace)
{
  if (walk == NULL)
    charter_window_toast_fault (window, error->message);
  else
    charter_case_show (window, study, walk, replace);
  return walk != NULL;
}

gboolean
charter_case_begin (
  CharterWindow *window, CharterStudy *study, CharterPack *pack, const char *case_id, guint64 seed, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterWalk) walk = charter_study_begin_walk (study, pack, case_id, seed, &error);

  return show (window, study, walk, error, replace);
}

gboolean
charter_case_resume (CharterWindow *window, CharterStudy *study, CharterPack *pack, const char *session_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterWalk) walk = charter_study_resume_walk (study, pack, session_id, &error);

  return show (window, study, walk, error, FALSE);
}
