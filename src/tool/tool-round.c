/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-round.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tool-answer.h"
#include "tool-blocks.h"
#include "tool-command.h"
#include "tool-feedback.h"
#include "tool-input.h"
#include "tool-question.h"
#include "tool-report.h"

typedef struct {
  CharterStudy *study;
  CharterSession *session;
  CharterPack *pack;
  const char *name;
  gboolean is_kept;
  int last_answered; /* position, or −1 */
  int shown;         /* the position whose question was printed last, or −1 */
  ToolOut *out;
} Round;

/* What somebody may want besides answering. */
typedef enum { ANSWER, HELP, HINT, SKIP, FLAG, BACK, REREAD, QUIT, UNKNOWN } Wish;

static const struct {
  char letter;
  const char *word;
  Wish wish;
} wishes[] = {
  { '?', "help", HELP }, { 'h', "hint", HINT },   { 's', "skip", SKIP }, { 'f', "flag", FLAG },
  { 'b', "back", BACK }, { 'r', "read", REREAD }, { 'q', "quit", QUIT },
};

/* ---- what is meant by a line ---- */

static Wish
find_wish (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    if (g_ascii_strcasecmp (text, wishes[i].word) == 0
        || (text[0] != '\0' && text[1] == '\0' && g_ascii_tolower (text[0]) == wishes[i].letter))
      return wishes[i].wish;
  return UNKNOWN;
}

/* A lone letter that could be a whole answer is one. */
static gboolean
is_option (const CharterStep *step, const char *line)
{
  guint index;

  if (charter_item_kind_response_shape (step->item->kind) != CHARTER_RESPONSE_CHOICE)
    return FALSE;
  return tool_item_read_letter (line, strlen (line), tool_item_count_lettered (step, 0), &index)
         || (step->item->kind == CHARTER_ITEM_TRUEFALSE && g_ascii_strcasecmp (line, "f") == 0);
}

static Wish
read_wish (const CharterStep *step, const char *line)
{
  Wish wish = find_wish (line);

  if (*line == ':')
    return find_wish (line + 1);
  if (strcmp (line, "?") == 0)
    return HELP;
  if (step->item->kind == CHARTER_ITEM_SHORT || is_option (step, line) || wish == UNKNOWN)
    return ANSWER;
  return wish;
}

/* ---- what can be done about a question ---- */

static void
print_help (const Round *round)
{
  const CharterStep *step = charter_session_get_current (round->session);
  g_autofree char *manner = tool_question_dup_manner (step);

  tool_out_gap (round->out);
  tool_out_wrapf (round->out, "", _ ("Answer with %s. Or type:"), manner);
  tool_out_wrap (round->out, "  :h  ", _ ("for a hint, where there is one"));
  tool_out_wrap (round->out, "  :s  ", _ ("to skip the question; it comes again at the end"));
  tool_out_wrap (round->out, "  :f  ", _ ("to put a flag on it, or take the flag off"));
  tool_out_wrap (round->out, "  :b  ", _ ("to take the last answer back and answer again"));
  tool_out_wrap (round->out, "  :r  ", _ ("to read the situation and the question again"));
  tool_out_wrap (round->out, "  :q  ", round->is_kept ? _ ("to leave; your place is kept") : _ ("to leave"));
  tool_out_wrap (round->out, "", _ ("Without the colon too, where the letter is not an answer."));
}

/* The current question's own. */
static void
print_situation (const Round *round)
{
  const CharterGroup *group
    = charter_pack_find_group (round->pack, charter_session_get_current (round->session)->item->group);

  if (group == NULL || group->situation.n_blocks == 0)
    return;
  tool_out_gap (round->out);
  tool_blocks_print (group->situation, round->out);
}

static void
print_question (const Round *round)
{
  guint position = charter_session_get_position (round->session);
  const char *flag = charter_session_get_flagged (round->session, position) ? _ (" (flagged)") : "";

  tool_out_gap (round->out);
  tool_out_linef (round->out, TOOL_BOLD "%s %u/%u" TOOL_PLAIN "%s", _ ("Question"), position + 1,
                  charter_session_get_n_steps (round->session), flag);
  tool_out_gap (round->out);
  tool_question_print (charter_session_get_current (round->session), round->out);
}

static void
show_hint (const Round *round)
{
  const CharterItem *item = charter_session_get_current (round->session)->item;

  tool_out_gap (round->out);
  if (item->hint.n_blocks == 0)
    {
      tool_out_wrap (round->out, "", _ ("There is no hint for this question."));
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

/* ---- answering ---- */

static void
print_verdict (const Round *round)
{
  CharterScore score;
  guint position = charter_session_get_position (round->session);
  g_autofree char *points = NULL, *maximum = NULL;

  if (!charter_study_get_score (round->study, round->session, position, &score))
    return;
  points = tool_report_dup_points (score.points);
  maximum = tool_report_dup_points (score.maximum);
  tool_out_gap (round->out);
  if (score.correct)
    tool_out_linef (round->out, TOOL_GOOD "%s" TOOL_PLAIN " (%s/%s)", _ ("Right."), points, maximum);
  else if (score.points > 0)
    tool_out_linef (round->out, TOOL_NOTE "%s" TOOL_PLAIN " (%s/%s)", _ ("Partly right."), points, maximum);
  else
    tool_out_linef (round->out, TOOL_BAD "%s" TOOL_PLAIN " (%s/%s)", _ ("Not right."), points, maximum);
  tool_out_gap (round->out);
}

static void
print_feedback (const Round *round)
{
  const CharterStep *step = charter_session_get_current (round->session);
  guint position = charter_session_get_position (round->session);
  const CharterSection *section = charter_pack_find_section (round->pack, step->item->see);

  print_verdict (round);
  tool_feedback_print (step, charter_session_get_response (round->session, position), round->out);
  if (section != NULL)
    {
      tool_out_gap (round->out);
      tool_out_wrapf (round->out, "", _ ("Read more: %s, %s (charter-tool show %s %s)"), section->lesson->title.plain,
                      section->title.plain, round->name, section->id);
    }
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
  if (!charter_study_answer (round->study, round->session, &error))
    {
      tool_out_wrap (round->out, "", error->message);
      tool_out_wrap (round->out, "", _ ("The answer is not kept yet. Give it again, or leave with “:q”."));
      return FALSE;
    }
  round->last_answered = (int)charter_session_get_position (round->session);
  print_feedback (round);
  return TRUE;
}

/* Goes back to the answer given last and opens it again. */
static void
go_back (Round *round)
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

static gboolean
can_be_asked_at (const Round *round, guint position)
{
  const CharterStep *step = charter_path_get_step (charter_session_get_path (round->session), position);

  return charter_session_get_stand (round->session, position) != CHARTER_STAND_ANSWERED
         && tool_item_can_be_asked (step->item);
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
      switch (line != NULL ? find_wish (line + (*line == ':')) : QUIT)
        {
        case QUIT:
          return FALSE;
        case FLAG:
          toggle_flag (round);
          break;
        case BACK:
          go_back (round);
          return TRUE;
        case ANSWER:
        case HELP:
        case HINT:
        case SKIP:
        case REREAD:
        case UNKNOWN:
        default:
          return go_on (round);
        }
    }
}

static char *
ask (const Round *round)
{
  g_autofree char *manner = tool_question_dup_manner (charter_session_get_current (round->session));
  g_autofree char *question = g_strdup_printf (_ ("Your answer (%s; ? for help): "), manner);

  tool_out_gap (round->out);
  return tool_input_ask (question, round->out);
}

/* One line about the current step. Returns: FALSE to leave */
static gboolean
take_line (Round *round, const char *line)
{
  Wish wish = *line == '\0' ? HELP : read_wish (charter_session_get_current (round->session), line);

  switch (wish)
    {
    case QUIT:
      return FALSE;
    case HINT:
      show_hint (round);
      return TRUE;
    case FLAG:
      toggle_flag (round);
      return TRUE;
    case BACK:
      go_back (round);
      return TRUE;
    case REREAD:
      print_situation (round);
      print_question (round);
      return TRUE;
    case SKIP:
      skip (round);
      return TRUE;
    case ANSWER:
      return !give_answer (round, line) || read_feedback (round);
    case HELP:
    case UNKNOWN:
    default:
      print_help (round);
      return TRUE;
    }
}

static void
ask_all (Round *round)
{
  while (can_be_asked_at (round, charter_session_get_position (round->session)) || go_on (round))
    {
      int position = (int)charter_session_get_position (round->session);
      g_autofree char *line = NULL;

      if (round->shown != position)
        print_question (round);
      round->shown = position;
      line = ask (round);
      if (line == NULL || !take_line (round, line))
        return;
    }
}

static void
say_goodbye (const Round *round)
{
  gboolean has_more = can_be_asked_at (round, charter_session_get_position (round->session)) || go_on (round);

  if (charter_session_is_finished (round->session))
    charter_study_end (round->study, round->session);
  else
    charter_study_keep_place (round->study, round->session);
  tool_report_print (round->session, round->out);
  tool_out_gap (round->out);
  if (!round->is_kept)
    tool_out_wrap (round->out, "", _ ("This round is not kept in your history."));
  else if (has_more)
    tool_out_wrap (round->out, "", _ ("Your place is kept: the same command goes on here."));
}

int
tool_round_run (CharterStudy *study, CharterSession *session, const char *name, gboolean is_kept, ToolOut *out)
{
  CharterPath *path = charter_session_get_path (session);
  Round round = { study, session, charter_path_get_pack (path), name, is_kept, -1, -1, out };
  guint position = charter_session_get_position (session);

  if (charter_session_get_stand (session, position) == CHARTER_STAND_ANSWERED)
    round.last_answered = (int)position;
  print_situation (&round);
  ask_all (&round);
  say_goodbye (&round);
  return TOOL_CLEAN;
}
