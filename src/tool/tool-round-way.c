/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From question to question: which can be asked, and which is next. */
#include "tool-round-private.h"

#include <glib/gi18n.h>

#include "tool-item.h"

static const CharterStep *
get_step (const Round *round, guint position)
{
  return charter_path_get_step (charter_session_get_path (round->session), position);
}

gboolean
round_can_be_asked_at (const Round *round, guint position)
{
  return charter_session_can_go_to (round->session, position)
         && charter_session_get_stand (round->session, position) != CHARTER_STAND_ANSWERED
         && tool_item_can_be_asked (get_step (round, position)->item);
}

gboolean
round_go_on (const Round *round)
{
  guint n = charter_session_get_n_steps (round->session);
  guint here = charter_session_get_position (round->session);

  for (guint i = 1; i <= n; i++)
    if (round_can_be_asked_at (round, (here + i) % n))
      {
        charter_session_go_to (round->session, (here + i) % n);
        return TRUE;
      }
  return FALSE;
}

gboolean
round_has_question (Round *round)
{
  return round->asks_again || round_can_be_asked_at (round, charter_session_get_position (round->session))
         || round_go_on (round);
}

void
round_go_to (Round *round, guint number)
{
  if (!round_is_exam (round))
    tool_out_wrap (round->out, "", _ ("Only in an exam can you go to a question by its number."));
  else if (number == 0 || number > charter_session_get_n_steps (round->session))
    tool_out_wrap (round->out, "", _ ("There is no such question."));
  else if (!tool_item_can_be_asked (get_step (round, number - 1)->item))
    tool_out_wrap (round->out, "", _ ("That question needs a picture; the application asks it."));
  else if (!charter_session_can_go_to (round->session, number - 1))
    tool_out_wrap (round->out, "", _ ("That question is in another section."));
  else
    {
      round->at_end = FALSE;
      charter_session_go_to (round->session, number - 1);
      round->asks_again = !round_can_be_asked_at (round, number - 1);
      round->shown = -1;
    }
}

void
round_go_before (Round *round)
{
  guint number = charter_session_get_position (round->session);

  while (number > 0 && !tool_item_can_be_asked (get_step (round, number - 1)->item))
    number--;
  if (number > 0 && charter_session_can_go_to (round->session, number - 1))
    round_go_to (round, number);
  else if (number > 0)
    tool_out_wrap (round->out, "", _ ("This is the first question of the section."));
  else
    tool_out_wrap (round->out, "", _ ("This is the first question."));
}

void
round_leave_answer (Round *round)
{
  round->asks_again = FALSE;
  round_go_on (round);
}

void
round_skip (const Round *round)
{
  guint position = charter_session_get_position (round->session);

  charter_session_skip (round->session);
  if (!round_can_be_asked_at (round, charter_session_get_position (round->session)))
    round_go_on (round);
  charter_study_keep_place (round->study, round->session);
  if (charter_session_get_position (round->session) == position)
    tool_out_wrap (round->out, "", _ ("It is the only question left. Answer it, or leave with “:q”."));
}
