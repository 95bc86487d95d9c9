/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-verdict.h"

#include <glib/gi18n.h>

#include "charter-twin.h"
#include "tool-blocks.h"
#include "tool-feedback.h"
#include "tool-question.h"
#include "tool-report.h"

static void
print_points (const CharterScore *score, ToolOut *out)
{
  g_autofree char *points = tool_report_dup_points (score->points);
  g_autofree char *maximum = tool_report_dup_points (score->maximum);

  tool_out_gap (out);
  if (score->correct)
    tool_out_linef (out, TOOL_GOOD "%s" TOOL_PLAIN " (%s/%s)", _ ("Right."), points, maximum);
  else if (score->points > 0)
    tool_out_linef (out, TOOL_NOTE "%s" TOOL_PLAIN " (%s/%s)", _ ("Partly right."), points, maximum);
  else
    tool_out_linef (out, TOOL_BAD "%s" TOOL_PLAIN " (%s/%s)", _ ("Not right."), points, maximum);
  tool_out_gap (out);
}

static void
print_more (const CharterStep *step, CharterPath *path, const char *name, ToolOut *out)
{
  const CharterSection *section = charter_pack_find_section (step->pack, step->item->see);
  const char *pack = step->pack == charter_path_get_pack (path) ? name : step->pack->id;

  if (section == NULL)
    return;
  tool_out_gap (out);
  tool_out_wrapf (out, "", _ ("Read more: %s, %s (charter-tool show %s %s)"), section->lesson->title.plain,
                  section->title.plain, pack, section->id);
}

/* Its key and whys, not as an answer of one's own. session: NULL where nothing is to be asked any more */
static void
print_twin (CharterPath *path, guint position, CharterSession *session, ToolOut *out)
{
  g_autoptr (CharterPath) twin = charter_twin_new_path (path, position, session);

  if (twin == NULL)
    return;
  tool_out_gap (out);
  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, _ ("One Fact Changed"));
  tool_out_wrap (out, "", _ ("The same situation but for one fact, and another answer is right:"));
  tool_out_gap (out);
  tool_blocks_print (charter_path_get_step (twin, 0)->item->stem, out);
  tool_out_gap (out);
  tool_feedback_print (charter_path_get_step (twin, 0), NULL, out);
}

/* asking: the session, or NULL where nothing is to be asked any more */
static void
print_verdict (
  CharterStudy *study, CharterSession *session, CharterSession *asking, guint position, const char *name, ToolOut *out)
{
  CharterPath *path = charter_session_get_path (session);
  const CharterStep *step = charter_path_get_step (path, position);
  CharterScore score;

  if (charter_study_get_score (study, session, position, &score))
    print_points (&score, out);
  tool_feedback_print (step, charter_session_get_answer (session, position), out);
  print_more (step, path, name, out);
  print_twin (path, position, asking, out);
}

void
tool_verdict_print (CharterStudy *study, CharterSession *session, guint position, const char *name, ToolOut *out)
{
  print_verdict (study, session, session, position, name, out);
}

void
tool_verdict_print_missed (CharterStudy *study, CharterSession *session, const char *name, ToolOut *out)
{
  guint n = charter_session_get_n_steps (session);
  CharterScore score;

  for (guint i = 0; i < n; i++)
    {
      if (!charter_study_get_score (study, session, i, &score) || score.correct)
        continue;
      tool_out_gap (out);
      tool_out_linef (out, TOOL_BOLD "%s %u/%u" TOOL_PLAIN, _ ("Question"), i + 1, n);
      tool_out_gap (out);
      tool_question_print (charter_path_get_step (charter_session_get_path (session), i), 0, out);
      print_verdict (study, session, NULL, i, name, out);
    }
}
