/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-round.h"

#include <glib/gi18n.h>

#include "tool-answer.h"
#include "tool-blocks.h"
#include "tool-command.h"
#include "tool-grade.h"
#include "tool-input.h"
#include "tool-line.h"
#include "tool-question.h"
#include "tool-report.h"
#include "tool-sitting.h"
#include "tool-verdict.h"

typedef struct {
  CharterStudy *study;
  CharterSession *session;
  const char *name;
  GPtrArray *packs; /* of an exam by rules; else NULL */
  gboolean is_kept;
  int last_answered;        /* position, or −1 */
  int shown;                /* the position whose question was printed last, or −1 */
  const CharterGroup *told; /* the scenario or bank whose situation was printed last, or NULL */
  gboolean asks_again;      /* of an exam: the current question, though it has its answer */
  gboolean is_over;         /* of an exam: handed in, or its time is up */
  gboolean at_end;          /* of a section: somebody wants to end it */
  int section_told;         /* the section that was named last, or −1 */
  gint64 time_told;         /* what was left when warnings were looked for */
  ToolOut *out;
} Round;

static gboolean
is_exam (const Round *round)
{
  return charter_session_get_mood (round->session) == CHARTER_MOOD_EXAM;
}

/* ---- what can be done about a question ---- */

static const char *
describe_leaving (const Round *round)
{
  if (round->is_kept)
    return _ ("to leave; your place is kept");
  return is_exam (round) ? _ ("to leave, which hands in") : _ ("to leave");
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

static void
print_help (const Round *round)
{
  const CharterStep *step = charter_session_get_current (round->session);
  g_autofree char *manner = tool_question_dup_manner (step);

  tool_out_gap (round->out);
  tool_out_wrapf (round->out, "", _ ("Answer with %s. Or type:"), manner);
  if (!is_exam (round))
    tool_out_wrap (round->out, "  :h  ", _ ("for a hint, where there is one"));
  tool_out_wrap (round->out, "  :s  ", _ ("to skip the question; it comes again at the end"));
  tool_out_wrap (round->out, "  :f  ", _ ("to put a flag on it, or take the flag off"));
  if (is_exam (round))
    {
      tool_out_wrap (round->out, "  :b  ", _ ("to go back to the question before, and change its answer"));
      tool_out_wrap (round->out, "  :7  ", _ ("to go to question 7"));
    }
  else
    tool_out_wrap (round->out, "  :b  ", _ ("to take the last answer back and answer again"));
  tool_out_wrap (round->out, "  :r  ", _ ("to read the situation and the question again"));
  if (charter_item_kind_response_shape (step->item->kind) == CHARTER_RESPONSE_CHOICE)
    tool_out_wrap (round->out, "  :x b  ", _ ("to strike option b out, or take the line away"));
  if (is_exam (round))
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

static void
print_situation (Round *round)
{
  const CharterGroup *group = get_group (round);

  round->told = group;
  if (group == NULL || group->situation.n_blocks == 0)
    return;
  tool_out_gap (round->out);
  tool_blocks_print (group->situation, round->out);
}

/* Where a quiz goes through several scenarios, each tells its own. */
static void
print_new_situation (Round *round)
{
  if (round->told != get_group (round))
    print_situation (round);
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

static void
print_question (const Round *round)
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

static void
show_hint (const Round *round)
{
  const CharterItem *item = charter_session_get_current (round->session)->item;

  tool_out_gap (round->out);
  if (is_exam (round) || item->hint.n_blocks == 0)
    {
      tool_out_wrap (round->out, "",
                     is_exam (round) ? _ ("An exam gives no hints.") : _ ("There is no hint for this question."));
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
  print_question (round);
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
  return is_exam (round) ? secure (round, error) : charter_study_answer (round->study, round->session, error);
}

/* In an exam no word tells whether it was right. */
static void
respond (const Round *round)
{
  if (is_exam (round))
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

/* ---- the way through ---- */

static const CharterStep *
get_step (const Round *round, guint position)
{
  return charter_path_get_step (charter_session_get_path (round->session), position);
}

static gboolean
can_be_asked_at (const Round *round, guint position)
{
  return charter_session_can_go_to (round->session, position)
         && charter_session_get_stand (round->session, position) != CHARTER_STAND_ANSWERED
         && tool_item_can_be_asked (get_step (round, position)->item);
}

/* To the next step that can be asked: those after this one first, then from the start.
 * Returns: FALSE where none is left */
static gboolean
go_on (const Round *round)
{
  guint n = charter_session_get_n_steps (round->session);
  guint here = charter_session_get_position (round->session);

  for (guint i = 1; i <= n; i++)
    if (can_be_asked_at (round, (here + i) % n))
      {
        charter_session_go_to (round->session, (here + i) % n);
        return TRUE;
      }
  return FALSE;
}

/* In an exam any question can be asked again, and its answer changed. number: from 1 */
static void
go_to (Round *round, guint number)
{
  if (!is_exam (round))
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
      round->asks_again = !can_be_asked_at (round, number - 1);
      round->shown = -1;
    }
}

/* To the nearest question before this one that can be asked. */
static void
go_before (Round *round)
{
  guint number = charter_session_get_position (round->session);

  while (number > 0 && !tool_item_can_be_asked (get_step (round, number - 1)->item))
    number--;
  if (number > 0 && charter_session_can_go_to (round->session, number - 1))
    go_to (round, number);
  else if (number > 0)
    tool_out_wrap (round->out, "", _ ("This is the first question of the section."));
  else
    tool_out_wrap (round->out, "", _ ("This is the first question."));
}

static void
go_back (Round *round)
{
  if (is_exam (round))
    go_before (round);
  else
    take_last_back (round);
}

static void
skip (const Round *round)
{
  guint position = charter_session_get_position (round->session);

  charter_session_skip (round->session);
  if (!can_be_asked_at (round, charter_session_get_position (round->session)))
    go_on (round);
  charter_study_keep_place (round->study, round->session);
  if (charter_session_get_position (round->session) == position)
    tool_out_wrap (round->out, "", _ ("It is the only question left. Answer it, or leave with “:q”."));
}

/* A question of an exam that has its answer is left as it is. */
static void
leave_answer (Round *round)
{
  round->asks_again = FALSE;
  go_on (round);
}

/* After feedback somebody at a terminal reads it first. Returns: FALSE to leave */
static gboolean
read_feedback (Round *round)
{
  for (;;)
    {
      g_autofree char *line = NULL;

      if (!tool_input_is_terminal ())
        return go_on (round);
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
          return go_on (round);
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
    go_to (round, tool_line_get_number (line));
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
    go_to (round, tool_line_get_number (line));
  return tool_line_read (line) != TOOL_LINE_QUIT;
}

static char *
ask (const Round *round)
{
  g_autofree char *manner = tool_question_dup_manner (charter_session_get_current (round->session));
  g_autofree char *question = g_strdup_printf (_ ("Your answer (%s; ? for help): "), manner);

  tool_out_gap (round->out);
  return is_exam (round) ? tool_sitting_ask (round->study, round->session, question, round->out)
                         : tool_input_ask (question, round->out);
}

/* In an exam the next question follows at once, and the last one's answer can be looked over. */
static gboolean
go_past_answer (Round *round)
{
  if (charter_study_is_review (round->session))
    return tool_grade_ask (round->study, round->session, (guint)round->last_answered, round->out) && go_on (round);
  if (!is_exam (round))
    return read_feedback (round);
  go_on (round);
  return TRUE;
}

static gboolean
take_empty_line (Round *round)
{
  if (round->asks_again)
    leave_answer (round);
  else
    print_help (round);
  return TRUE;
}

static gboolean
end (Round *round)
{
  round->at_end = is_exam (round) && tool_sitting_has_sections (round->session);
  round->is_over = is_exam (round) && !round->at_end;
  if (!is_exam (round))
    print_help (round);
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
      go_to (round, tool_line_get_number (line));
      return TRUE;
    case TOOL_LINE_LIST:
      tool_sitting_print_list (round->session, round->out);
      return TRUE;
    case TOOL_LINE_STRIKE:
      strike (round, tool_line_get_letters (line));
      return TRUE;
    case TOOL_LINE_REREAD:
      print_situation (round);
      print_question (round);
      return TRUE;
    case TOOL_LINE_SKIP:
      if (round->asks_again)
        leave_answer (round);
      else
        skip (round);
      return TRUE;
    case TOOL_LINE_ANSWER:
      return !give_answer (round, line) || go_past_answer (round);
    case TOOL_LINE_HELP:
    case TOOL_LINE_UNKNOWN:
    default:
      print_help (round);
      return TRUE;
    }
}

static gboolean
has_question (Round *round)
{
  return round->asks_again || can_be_asked_at (round, charter_session_get_position (round->session)) || go_on (round);
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
  print_new_situation (round);
  print_question (round);
  round->shown = position;
}

/* Returns: FALSE when there is nothing more to ask, or somebody leaves */
static gboolean
ask_one (Round *round)
{
  g_autofree char *line = NULL;

  if (charter_session_is_in_break (round->session))
    return tool_sitting_take_break (round->study, round->session, round->out);
  if (round->at_end || !has_question (round))
    return is_exam (round) && (tool_sitting_has_sections (round->session) ? end_section (round) : look_over (round));
  show_question (round);
  line = ask (round);
  return !is_time_up (round) && line != NULL && take_line (round, line);
}

/* ---- the end ---- */

static void
tell_seed (const Round *round)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, charter_study_get_drawn (round->session));

  tool_out_gap (round->out);
  tool_out_wrapf (round->out, "", _ ("Seed %s: with “--seed %s” and the same wishes, the same questions come again."),
                  seed, seed);
}

static void
tell_whether_kept (const Round *round, gboolean has_more)
{
  if (!round->is_kept)
    tool_out_wrap (round->out, "", _ ("This round is not kept in your history."));
  else if (has_more && charter_study_is_review (round->session))
    tool_out_wrap (round->out, "", _ ("Your place is kept: “charter-tool review” goes on here."));
  else if (has_more && charter_study_is_built (round->session))
    tool_out_wrapf (round->out, "", _ ("Your place is kept: “charter-tool quiz --resume %s” goes on here."),
                    round->name);
  else if (has_more)
    tool_out_wrap (round->out, "", _ ("Your place is kept: the same command goes on here."));
  else if (is_exam (round) && !round->is_over)
    tool_out_wrap (round->out, "", _ ("Your place is kept. What needs a picture, the application asks."));
}

static void
report (const Round *round)
{
  if (is_exam (round))
    tool_verdict_print_missed (round->study, round->session, round->name, round->out);
  if (round->packs != NULL)
    tool_report_print_exam (round->session, round->packs, round->out);
  else
    tool_report_print (round->session, round->out);
  if (charter_study_get_drawn (round->session) != 0)
    tell_seed (round);
}

/* An exam that is left tells nothing, for it goes on; one that nothing is kept of can't, and is handed in. */
static void
say_goodbye (Round *round)
{
  gboolean is_finished = charter_session_is_finished (round->session) && !tool_sitting_has_sections (round->session);
  gboolean has_more;

  round->is_over = round->is_over || (is_exam (round) && (is_finished || !round->is_kept));
  has_more = !round->is_over && has_question (round);
  if (round->is_over && !charter_session_is_closed (round->session))
    charter_study_hand_in (round->study, round->session);
  else if (round->is_over)
    ; /* closing the last section has handed it in */
  else if (is_finished)
    charter_study_end (round->study, round->session);
  else
    charter_study_keep_place (round->study, round->session);
  if (!is_exam (round) || round->is_over)
    report (round);
  tool_out_gap (round->out);
  tell_whether_kept (round, has_more);
}

static int
run (Round *round)
{
  guint position = charter_session_get_position (round->session);

  if (charter_session_get_stand (round->session, position) == CHARTER_STAND_ANSWERED)
    round->last_answered = (int)position;
  charter_session_go_to (round->session, position);
  while (!is_time_up (round) && ask_one (round))
    ;
  say_goodbye (round);
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
