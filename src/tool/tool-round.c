/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-round-private.h"

#include <glib/gi18n.h>

#include "tool-answer.h"
#include "tool-blocks.h"
#include "tool-command.h"
#include "tool-grade.h"
#include "tool-input.h"
#include "tool-line.h"
#include "tool-question.h"
#include "tool-sitting.h"
#include "tool-verdict.h"

gboolean
round_is_exam (const Round *round)
{
  return charter_session_get_mood (round->session) == CHARTER_MOOD_EXAM;
}

/* ---- what can be done about a question ---- */

static void
show_hint (const Round *round)
{
  const CharterItem *item = charter_session_get_current (round->session)->item;

  tool_out_gap (round->out);
  if (round_is_exam (round) || item->hint.n_blocks == 0)
    {
      tool_out_wrap (round->out, "",
                     round_is_exam (round) ? _ ("An exam gives no hints.") : _ ("There is no hint for this question."));
      return;
    }
  charter_session_use_hint (round->session);
  charter_study_keep_place (round->study, round->session);
  tool_blocks_print (item->hint, round->out);
}

static void
toggle_flag (const Round *round)
{
  guint position = charter_session_get_position (round->session);
  gboolean flagged = !charter_session_get_flagged (round->session, position);

  charter_session_set_flagged (round->session, position, flagged);
  charter_study_keep_place (round->study, round->session);
  tool_out_wrap (round->out, "", flagged ? _ ("Flagged.") : _ ("The flag is off."));
}

static void
strike (const Round *round, const char *letters)
{
  guint position = charter_session_get_position (round->session);
  guint64 struck = charter_session_get_struck (round->session, position);

  if (!tool_question_strike (charter_session_get_current (round->session), letters, &struck))
    {
      tool_out_wrap (round->out, "", _ ("Name options by their letters, such as “:x b”."));
      return;
    }
  charter_session_set_struck (round->session, position, struck);
  charter_study_keep_place (round->study, round->session);
  round_print_question (round);
}

/* ---- waiting for study ---- */

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

static gboolean
take_back (const Round *round, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_take_back_async (round->study, round->session, NULL, keep_result, &result);
  return charter_study_take_back_finish (round->study, wait_for (&result), error);
}

/* Makes what is chosen in an exam safe. */
static gboolean
secure (const Round *round, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_secure_async (round->study, round->session, NULL, keep_result, &result);
  return charter_study_secure_finish (round->study, wait_for (&result), error);
}

/* Returns: whether the time of an exam is up, which ends it. */
static gboolean
is_time_up (Round *round)
{
  if (charter_session_get_time_left (round->session) > 0)
    return FALSE;
  if (!round->is_over)
    {
      tool_out_gap (round->out);
      tool_out_wrap (round->out, "", _ ("The time is up. What was answered before counts."));
    }
  round->is_over = TRUE;
  return TRUE;
}

/* ---- answering ---- */

static gboolean
make_safe (const Round *round, GError **error)
{
  return round_is_exam (round) ? secure (round, error) : charter_study_answer (round->study, round->session, error);
}

/* In an exam no word tells whether it was right. */
static void
respond (const Round *round)
{
  if (round_is_exam (round))
    tool_out_wrap (round->out, "", _ ("Noted."));
  else
    tool_verdict_print (round->study, round->session, charter_session_get_position (round->session), round->name,
                        round->out);
}

/* Returns: whether the answer is safe, and its feedback shown. */
static gboolean
give_answer (Round *round, const char *line)
{
  const CharterStep *step = charter_session_get_current (round->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterResponse) response = tool_answer_read (step, line, &error);

  if (response == NULL)
    {
      tool_out_wrap (round->out, "", error->message);
      return FALSE;
    }
  charter_session_set_response (round->session, response);
  if (!make_safe (round, &error))
    {
      tool_out_wrap (round->out, "", error->message);
      tool_out_wrap (round->out, "", _ ("The answer is not kept yet. Give it again, or leave with “:q”."));
      return FALSE;
    }
  round->last_answered = (int)charter_session_get_position (round->session);
  round->asks_again = FALSE;
  respond (round);
  return TRUE;
}

/* Goes back to the answer given last and opens it again. */
static void
take_last_back (Round *round)
{
  g_autoptr (GError) error = NULL;
  guint here = charter_session_get_position (round->session);

  if (round->last_answered < 0)
    {
      tool_out_wrap (round->out, "", _ ("There is no answer to take back."));
      return;
    }
  charter_session_go_to (round->session, (guint)round->last_answered);
  if (take_back (round, &error))
    round->last_answered = -1;
  else
    {
      tool_out_wrap (round->out, "", error->message);
      charter_session_go_to (round->session, here);
    }
  round->shown = -1;
}

/* ---- on, and back ---- */

static void
go_back (Round *round)
{
  if (round_is_exam (round))
    round_go_before (round);
  else
    take_last_back (round);
}

/* After feedback somebody at a terminal reads it first. Returns: FALSE to leave */
static gboolean
read_feedback (Round *round)
{
  for (;;)
    {
      g_autofree char *line = NULL;

      if (!tool_input_is_terminal ())
        return round_go_on (round);
      tool_out_gap (round->out);
      line = tool_input_ask (_ ("Enter to go on (b: answer again, f: flag, q: leave) "), round->out);
      switch (line != NULL ? tool_line_read (line) : TOOL_LINE_QUIT)
        {
        case TOOL_LINE_QUIT:
          return FALSE;
        case TOOL_LINE_FLAG:
          toggle_flag (round);
          break;
        case TOOL_LINE_BACK:
          take_last_back (round);
          return TRUE;
        case TOOL_LINE_ANSWER:
        case TOOL_LINE_HELP:
        case TOOL_LINE_HINT:
        case TOOL_LINE_SKIP:
        case TOOL_LINE_REREAD:
        case TOOL_LINE_END:
        case TOOL_LINE_LIST:
        case TOOL_LINE_STRIKE:
        case TOOL_LINE_GO_TO:
        case TOOL_LINE_UNKNOWN:
        default:
          return round_go_on (round);
        }
    }
}

/* Once every question of an exam has its answer, somebody at a terminal may still change some; from a pipe it is handed
 * in. Returns: FALSE where it is over, or left */
static gboolean
look_over (Round *round)
{
  g_autofree char *line = NULL;

  if (!tool_input_is_terminal ())
    return FALSE;
  tool_out_gap (round->out);
  line = tool_input_ask (_ ("Every question that can be asked here has its answer. Enter to hand in, or a question’s "
                            "number to change its answer (q: leave) "),
                         round->out);
  if (line == NULL || tool_line_read (line) == TOOL_LINE_QUIT)
    return FALSE;
  if (tool_line_read (line) == TOOL_LINE_GO_TO)
    round_go_to (round, tool_line_get_number (line));
  else
    round->is_over = *line == '\0' || tool_line_read (line) == TOOL_LINE_END;
  return !round->is_over;
}

/* ---- the end of a section ---- */

static char *
ask_whether_to_end (const Round *round)
{
  const char *question = tool_sitting_is_last_section (round->session)
                           ? _ ("Enter to hand in, or a question’s number to go to it (q: leave) ")
                           : _ ("Enter to end this section for good, or a question’s number to go to it (q: leave) ");

  tool_out_gap (round->out);
  return tool_sitting_ask (round->study, round->session, question, round->out);
}

/* Where its closing could not be written, it is with what comes next. Returns: FALSE where it was the last */
static gboolean
close_section (Round *round)
{
  g_autoptr (GError) error = NULL;

  if (!tool_sitting_close_section (round->study, round->session, &error))
    tool_out_wrap (round->out, "", error->message);
  round->at_end = FALSE;
  round->asks_again = FALSE;
  round->shown = -1;
  round->is_over = charter_session_is_closed (round->session);
  return !round->is_over;
}

/* What is open and flagged is looked over first. Returns: FALSE where the exam is over, or left */
static gboolean
end_section (Round *round)
{
  g_autofree char *line = NULL;

  tool_sitting_print_list (round->session, round->out);
  line = ask_whether_to_end (round);
  if (line == NULL || is_time_up (round))
    return FALSE;
  if (*line == '\0' || tool_line_read (line) == TOOL_LINE_END)
    return close_section (round);
  if (tool_line_read (line) == TOOL_LINE_GO_TO)
    round_go_to (round, tool_line_get_number (line));
  return tool_line_read (line) != TOOL_LINE_QUIT;
}

static char *
ask (const Round *round)
{
  g_autofree char *manner = tool_question_dup_manner (charter_session_get_current (round->session));
  g_autofree char *question = g_strdup_printf (_ ("Your answer (%s; ? for help): "), manner);

  tool_out_gap (round->out);
  return round_is_exam (round) ? tool_sitting_ask (round->study, round->session, question, round->out)
                               : tool_input_ask (question, round->out);
}

/* In an exam the next question follows at once, and the last one's answer can be looked over. */
static gboolean
go_past_answer (Round *round)
{
  if (charter_study_is_review (round->session))
    return tool_grade_ask (round->study, round->session, (guint)round->last_answered, round->out)
           && round_go_on (round);
  if (!round_is_exam (round))
    return read_feedback (round);
  round_go_on (round);
  return TRUE;
}

static gboolean
take_empty_line (Round *round)
{
  if (round->asks_again)
    round_leave_answer (round);
  else
    round_print_help (round);
  return TRUE;
}

static gboolean
end (Round *round)
{
  round->at_end = round_is_exam (round) && tool_sitting_has_sections (round->session);
  round->is_over = round_is_exam (round) && !round->at_end;
  if (!round_is_exam (round))
    round_print_help (round);
  return !round->is_over;
}

/* One line about the current step. Returns: FALSE to leave */
static gboolean
take_line (Round *round, const char *line)
{
  if (*line == '\0')
    return take_empty_line (round);
  switch (tool_line_read_at (charter_session_get_current (round->session), line))
    {
    case TOOL_LINE_QUIT:
      return FALSE;
    case TOOL_LINE_END:
      return end (round);
    case TOOL_LINE_HINT:
      show_hint (round);
      return TRUE;
    case TOOL_LINE_FLAG:
      toggle_flag (round);
      return TRUE;
    case TOOL_LINE_BACK:
      go_back (round);
      return TRUE;
    case TOOL_LINE_GO_TO:
      round_go_to (round, tool_line_get_number (line));
      return TRUE;
    case TOOL_LINE_LIST:
      tool_sitting_print_list (round->session, round->out);
      return TRUE;
    case TOOL_LINE_STRIKE:
      strike (round, tool_line_get_letters (line));
      return TRUE;
    case TOOL_LINE_REREAD:
      round_print_situation (round);
      round_print_question (round);
      return TRUE;
    case TOOL_LINE_SKIP:
      if (round->asks_again)
        round_leave_answer (round);
      else
        round_skip (round);
      return TRUE;
    case TOOL_LINE_ANSWER:
      return !give_answer (round, line) || go_past_answer (round);
    case TOOL_LINE_HELP:
    case TOOL_LINE_UNKNOWN:
    default:
      round_print_help (round);
      return TRUE;
    }
}

static void
name_section (Round *round)
{
  int section = (int)charter_session_get_section (round->session);

  if (round->section_told == section)
    return;
  tool_sitting_print_section (round->session, round->out);
  round->section_told = section;
}

static void
show_question (Round *round)
{
  int position = (int)charter_session_get_position (round->session);

  tool_sitting_warn (round->session, &round->time_told, round->out);
  if (round->shown == position)
    return;
  name_section (round);
  round_print_new_situation (round);
  round_print_question (round);
  round->shown = position;
}

/* Returns: FALSE when there is nothing more to ask, or somebody leaves */
static gboolean
ask_one (Round *round)
{
  g_autofree char *line = NULL;

  if (charter_session_is_in_break (round->session))
    return tool_sitting_take_break (round->study, round->session, round->out);
  if (round->at_end || !round_has_question (round))
    return round_is_exam (round)
           && (tool_sitting_has_sections (round->session) ? end_section (round) : look_over (round));
  show_question (round);
  line = ask (round);
  return !is_time_up (round) && line != NULL && take_line (round, line);
}

/* ---- the whole ---- */

static int
run (Round *round)
{
  guint position = charter_session_get_position (round->session);

  if (charter_session_get_stand (round->session, position) == CHARTER_STAND_ANSWERED)
    round->last_answered = (int)position;
  charter_session_go_to (round->session, position);
  while (!is_time_up (round) && ask_one (round))
    ;
  round_say_goodbye (round);
  return TOOL_CLEAN;
}

int
tool_round_run (CharterStudy *study, CharterSession *session, const char *name, gboolean is_kept, ToolOut *out)
{
  return tool_round_run_exam (study, session, NULL, name, is_kept, out);
}

int
tool_round_run_exam (
  CharterStudy *study, CharterSession *session, GPtrArray *packs, const char *name, gboolean is_kept, ToolOut *out)
{
  Round round = {
    .study = study,
    .session = session,
    .name = name,
    .packs = packs,
    .is_kept = is_kept,
    .last_answered = -1,
    .shown = -1,
    .section_told = -1,
    .time_told = charter_session_get_time_left (session),
    .out = out,
  };

  return run (&round);
}
