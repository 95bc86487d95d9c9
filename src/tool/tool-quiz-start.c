/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-quiz-start.h"

#include <glib/gi18n.h>

#include "tool-item.h"

void
tool_quiz_print_resumed (CharterStudy *study, CharterSession *session, const char *words, ToolOut *out)
{
  g_autofree char *note = charter_study_dup_resume_note (study, session);

  tool_out_wrap (out, "", words);
  if (note != NULL)
    tool_out_wrap (out, "", note);
}

static void
print_mood (CharterSession *session, ToolOut *out)
{
  guint minutes = (guint)((charter_session_get_limit (session) + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE);

  if (charter_session_get_mood (session) != CHARTER_MOOD_EXAM)
    return;
  tool_out_wrap (out, "", _ ("An exam: no feedback until the end; answers can be changed."));
  if (minutes > 0)
    tool_out_wrapf (out, "", ngettext ("%'u minute for all of it", "%'u minutes for all of it", minutes), minutes);
}

static guint
count_pictures (CharterPath *path)
{
  guint n = 0;

  for (guint i = 0; i < charter_path_get_n_steps (path); i++)
    n += !tool_item_can_be_asked (charter_path_get_step (path, i)->item);
  return n;
}

void
tool_quiz_print_start (const char *title, CharterSession *session, ToolOut *out)
{
  guint n = charter_session_get_n_steps (session);
  guint64 seed = charter_path_get_seed (charter_session_get_path (session));
  guint n_pictures = count_pictures (charter_session_get_path (session));
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, title);
  tool_out_linef (out, ngettext ("%'u question, seed %s", "%'u questions, seed %s", n), n, number);
  if (n_pictures > 0)
    tool_out_wrapf (out, "",
                    ngettext ("%'u of them needs a picture and can’t be asked here",
                              "%'u of them need a picture and can’t be asked here", n_pictures),
                    n_pictures);
  print_mood (session, out);
}

void
tool_quiz_print_case_start (CharterWalk *walk, ToolOut *out)
{
  const CharterCase *story = charter_walk_get_case (walk);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, charter_walk_get_seed (walk));

  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, story->title.plain);
  tool_out_linef (out, _ ("A case, seed %s"), number);
  tool_out_gap (out);
  if (*story->summary.plain != '\0')
    tool_out_wrap (out, "", story->summary.plain);
}
