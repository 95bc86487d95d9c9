/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a round says of the question that is asked, and of what can be done about it. */
#include "tool-round-private.h"

#include <glib/gi18n.h>

#include "tool-answer.h"
#include "tool-blocks.h"
#include "tool-question.h"
#include "tool-sitting.h"

static const char *
describe_leaving (const Round *round)
{
  if (round->is_kept)
    return _ ("to leave; your place is kept");
  return round_is_exam (round) ? _ ("to leave, which hands in") : _ ("to leave");
}

static void
print_help_of_exam (const Round *round)
{
  tool_out_wrap (round->out, "  :l  ", _ ("to list the questions with an answer, without one, and with a flag"));
  if (tool_sitting_has_sections (round->session))
    tool_out_wrap (round->out, "  :e  ", _ ("to end the section; at the last one, to hand in"));
  else
    tool_out_wrap (round->out, "  :e  ", _ ("to end the exam: hand in, and see what was right"));
}

void
round_print_help (const Round *round)
{
  const CharterStep *step = charter_session_get_current (round->session);
  g_autofree char *manner = tool_question_dup_manner (step);

  tool_out_gap (round->out);
  tool_out_wrapf (round->out, "", _ ("Answer with %s. Or type:"), manner);
  if (!round_is_exam (round))
    tool_out_wrap (round->out, "  :h  ", _ ("for a hint, where there is one"));
  tool_out_wrap (round->out, "  :s  ", _ ("to skip the question; it comes again at the end"));
  tool_out_wrap (round->out, "  :f  ", _ ("to put a flag on it, or take the flag off"));
  if (round_is_exam (round))
    {
      tool_out_wrap (round->out, "  :b  ", _ ("to go back to the question before, and change its answer"));
      tool_out_wrap (round->out, "  :7  ", _ ("to go to question 7"));
    }
  else
    tool_out_wrap (round->out, "  :b  ", _ ("to take the last answer back and answer again"));
  tool_out_wrap (round->out, "  :r  ", _ ("to read the situation and the question again"));
  if (charter_item_kind_response_shape (step->item->kind) == CHARTER_RESPONSE_CHOICE)
    tool_out_wrap (round->out, "  :x b  ", _ ("to strike option b out, or take the line away"));
  if (round_is_exam (round))
    print_help_of_exam (round);
  tool_out_wrap (round->out, "  :q  ", describe_leaving (round));
  tool_out_wrap (round->out, "", _ ("Without the colon too, where the letter is not an answer."));
}

/* The current question's own. */
static const CharterGroup *
get_group (const Round *round)
{
  const CharterStep *step = charter_session_get_current (round->session);

  return charter_pack_find_group (step->pack, step->item->group);
}

void
round_print_situation (Round *round)
{
  const CharterGroup *group = get_group (round);

  round->told = group;
  if (group == NULL || group->situation.n_blocks == 0)
    return;
  tool_out_gap (round->out);
  tool_blocks_print (group->situation, round->out);
}

void
round_print_new_situation (Round *round)
{
  if (round->told != get_group (round))
    round_print_situation (round);
}

/* ", 12 minutes left" of an exam with a limit, else "". */
static char *
dup_time_left (const Round *round)
{
  gint64 left = charter_session_get_time_left (round->session);
  guint minutes = (guint)((MIN (left, G_MAXINT64 / 2) + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE);

  if (charter_session_get_limit (round->session) == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext (", %'u minute left", ", %'u minutes left", minutes), minutes);
}

/* Of a question of an exam that is asked again. */
static void
print_old_answer (const Round *round)
{
  CharterResponse *answer = charter_session_get_answer (round->session, charter_session_get_position (round->session));
  g_autofree char *text = NULL;

  if (!round->asks_again || answer == NULL)
    return;
  text = tool_answer_dup_line (charter_session_get_current (round->session), answer);
  tool_out_gap (round->out);
  tool_out_wrapf (round->out, "", _ ("Your answer so far: %s (Enter leaves it as it is)"), text);
}

void
round_print_question (const Round *round)
{
  guint position = charter_session_get_position (round->session);
  const char *flag = charter_session_get_flagged (round->session, position) ? _ (" (flagged)") : "";
  g_autofree char *left = dup_time_left (round);

  tool_out_gap (round->out);
  tool_out_linef (round->out, TOOL_BOLD "%s %u/%u" TOOL_PLAIN "%s%s", _ ("Question"), position + 1,
                  charter_session_get_n_steps (round->session), flag, left);
  tool_out_gap (round->out);
  tool_question_print (charter_session_get_current (round->session),
                       charter_session_get_struck (round->session, position), round->out);
  print_old_answer (round);
}
