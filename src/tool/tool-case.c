/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A branching case as a conversation: the scene, the moves with letters, what a move did, and the way at its end. */
#include "tool-case.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charter-walk-score.h"
#include "tool-blocks.h"
#include "tool-command.h"
#include "tool-input.h"
#include "tool-item.h"

typedef struct {
  CharterStudy *study;
  CharterWalk *walk;
  gboolean is_kept;
  ToolOut *out;
} Play;

const char *
tool_case_get_grade (CharterMoveGrade grade)
{
  static const char *const grades[] = { N_ ("best"), N_ ("fair"), N_ ("poor") };

  return _ (grades[grade]);
}

static const char *
grade_style (CharterMoveGrade grade)
{
  static const char *const styles[] = { TOOL_GOOD, TOOL_NOTE, TOOL_BAD };

  return styles[grade];
}

/* ---- where one stands ---- */

static const CharterMove *
get_shown_move (const Play *play, guint index)
{
  return &charter_walk_get_scene (play->walk)->moves[charter_walk_get_order (play->walk)[index]];
}

static void
print_gauges (const Play *play)
{
  const CharterCase *story = charter_walk_get_case (play->walk);
  const double *gauges = charter_walk_get_gauges (play->walk, charter_walk_get_n_turns (play->walk));
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < story->n_gauges; i++)
    g_string_append_printf (words, "%s%s %.4g", i > 0 ? " · " : "", story->gauges[i].text.plain, gauges[i]);
  if (words->len > 0)
    {
      tool_out_gap (play->out);
      tool_out_wrap (play->out, "", words->str);
    }
  g_string_free (words, TRUE);
}

static void
print_scene (const Play *play)
{
  const CharterScene *scene = charter_walk_get_scene (play->walk);
  guint number = charter_walk_get_n_turns (play->walk) + 1;

  tool_out_gap (play->out);
  if (*scene->title.plain != '\0')
    tool_out_linef (play->out, TOOL_BOLD "%s %u" TOOL_PLAIN " · %s", _ ("Move"), number, scene->title.plain);
  else
    tool_out_linef (play->out, TOOL_BOLD "%s %u" TOOL_PLAIN, _ ("Move"), number);
  tool_out_gap (play->out);
  tool_blocks_print (scene->blocks, play->out);
  print_gauges (play);
  tool_out_gap (play->out);
  for (guint i = 0; i < scene->n_moves; i++)
    {
      g_autofree char *letter = tool_item_dup_letter (i);
      g_autofree char *lead = g_strdup_printf ("  %s  ", letter);
      g_autofree char *text = tool_blocks_dup_text (get_shown_move (play, i)->text);
      tool_out_wrap (play->out, lead, text);
    }
}

char *
tool_case_dup_change (double by)
{
  return g_strdup_printf ("%s%.4g", by < 0 ? "−" : "+", fabs (by));
}

/* What a move changed, a line a gauge; a gauge that could not go further is told as it is. */
static void
print_changes (const Play *play, guint index)
{
  const CharterCase *story = charter_walk_get_case (play->walk);
  const double *before = charter_walk_get_gauges (play->walk, index);
  const double *after = charter_walk_get_gauges (play->walk, index + 1);

  for (guint i = 0; i < story->n_gauges; i++)
    if (fabs (after[i] - before[i]) > 1e-9)
      {
        g_autofree char *change = tool_case_dup_change (after[i] - before[i]);
        tool_out_wrapf (play->out, "  ", "%s %.4g → %.4g (%s)", story->gauges[i].text.plain, before[i], after[i],
                        change);
      }
}

static void
print_outcome (const Play *play)
{
  guint last = charter_walk_get_n_turns (play->walk) - 1;
  const CharterTurn *turn = charter_walk_get_turn (play->walk, last);

  tool_out_gap (play->out);
  if (turn->move->why.n_blocks > 0)
    tool_blocks_print (turn->move->why, play->out);
  tool_out_gap (play->out);
  print_changes (play, last);
}

/* ---- the end ---- */

static void
print_turn (const Play *play, guint index)
{
  const CharterTurn *turn = charter_walk_get_turn (play->walk, index);
  const CharterScene *scene = turn->scene;
  g_autofree char *text = tool_blocks_dup_text (turn->move->text);
  g_autofree char *lead = g_strdup_printf ("%3u  ", index + 1);

  tool_out_wrapf (play->out, lead, "%s%s" TOOL_PLAIN ": %s", grade_style (turn->move->grade),
                  tool_case_get_grade (turn->move->grade), text);
  tool_out_indent (play->out, 5);
  if (*scene->title.plain != '\0')
    tool_out_wrapf (play->out, "", TOOL_DIM "%s" TOOL_PLAIN, scene->title.plain);
  if (turn->move->why.n_blocks > 0)
    tool_blocks_print (turn->move->why, play->out);
  tool_out_indent (play->out, -5);
}

static void
print_score (const Play *play)
{
  CharterScore score = charter_walk_score (play->walk);

  tool_out_gap (play->out);
  tool_out_wrapf (play->out, "", ngettext ("%'u move: %.0f%%.", "%'u moves: %.0f%%.", (gulong)score.maximum),
                  (guint)score.maximum, 100 * charter_walk_score_share (play->walk));
  tool_out_wrap (play->out, "", _ ("A best move counts 1, a fair one ½, a poor one 0. This measure is Charter’s own."));
}

static void
print_way (const Play *play)
{
  tool_out_heading (play->out, _ ("Your way"));
  tool_out_gap (play->out);
  for (guint i = 0; i < charter_walk_get_n_turns (play->walk); i++)
    print_turn (play, i);
}

static void
print_ending (const Play *play)
{
  const CharterScene *ending = charter_walk_get_scene (play->walk);

  tool_out_heading (play->out, *ending->title.plain != '\0' ? ending->title.plain : _ ("The end"));
  tool_out_gap (play->out);
  tool_blocks_print (ending->blocks, play->out);
  print_gauges (play);
  print_way (play);
  print_score (play);
}

/* ---- what is meant by a line ---- */

static void
print_help (const Play *play)
{
  tool_out_gap (play->out);
  tool_out_wrap (play->out, "", _ ("Type the letter of a move, or its id behind an equals sign. Or type:"));
  tool_out_wrap (play->out, "  :r  ", _ ("to read the scene again"));
  tool_out_wrap (play->out, "  :q  ", play->is_kept ? _ ("to leave; your place is kept") : _ ("to leave"));
}

/* Returns: (nullable) */
static const CharterMove *
find_move (const Play *play, const char *line)
{
  const CharterScene *scene = charter_walk_get_scene (play->walk);
  guint index;

  for (guint i = 0; *line == '=' && i < scene->n_moves; i++)
    if (strcmp (line + 1, scene->moves[i].id) == 0)
      return &scene->moves[i];
  if (tool_item_read_letter (line, strlen (line), scene->n_moves, &index))
    return get_shown_move (play, index);
  return NULL;
}

static gboolean
is_wish (const char *line, const char *letter, const char *word)
{
  line += *line == ':';
  return g_ascii_strcasecmp (line, letter) == 0 || g_ascii_strcasecmp (line, word) == 0;
}

static void
fail_unknown (const Play *play)
{
  guint n = charter_walk_get_scene (play->walk)->n_moves;
  g_autofree char *last = tool_item_dup_letter (n - 1);

  tool_out_wrapf (play->out, "", _ ("That is none of the moves. Their letters go from A to %s."), last);
}

static void
make_move (const Play *play, const CharterMove *move)
{
  g_autoptr (GError) error = NULL;

  charter_walk_choose (play->walk, move);
  if (charter_study_move (play->study, play->walk, &error))
    return;
  tool_out_wrap (play->out, "", error->message);
  tool_out_wrap (play->out, "", _ ("The move is not kept yet. Make it again, or leave with “:q”."));
}

/* One line about the scene. Returns: FALSE to leave */
static gboolean
take_line (const Play *play, const char *line)
{
  const CharterMove *move = find_move (play, line);

  if (move != NULL)
    make_move (play, move);
  else if (is_wish (line, "q", "quit"))
    return FALSE;
  else if (is_wish (line, "r", "read"))
    print_scene (play);
  else if (*line == '\0' || is_wish (line, "?", "help"))
    print_help (play);
  else
    fail_unknown (play);
  return TRUE;
}

/* ---- the way through ---- */

/* Asks until a move is made. Returns: FALSE to leave */
static gboolean
ask (const Play *play)
{
  print_scene (play);
  while (charter_walk_get_stand (play->walk) == CHARTER_WALK_CHOOSING)
    {
      g_autofree char *line = NULL;

      tool_out_gap (play->out);
      line = tool_input_ask (_ ("Your move (a letter; ? for help): "), play->out);
      if (line == NULL || !take_line (play, line))
        return FALSE;
    }
  return TRUE;
}

/* Somebody at a terminal reads first what the move did. Returns: FALSE to leave */
static gboolean
tell (const Play *play)
{
  print_outcome (play);
  if (tool_input_is_terminal ())
    {
      g_autofree char *line = NULL;

      tool_out_gap (play->out);
      line = tool_input_ask (_ ("Enter to go on (q: leave) "), play->out);
      if (line == NULL || is_wish (line, "q", "quit"))
        return FALSE;
    }
  charter_walk_go_on (play->walk);
  charter_study_keep_walk_place (play->study, play->walk);
  return TRUE;
}

static void
say_goodbye (const Play *play)
{
  gboolean over = charter_walk_get_stand (play->walk) == CHARTER_WALK_OVER;

  if (over)
    {
      charter_study_end_walk (play->study, play->walk);
      print_ending (play);
    }
  tool_out_gap (play->out);
  if (!play->is_kept)
    tool_out_wrap (play->out, "", _ ("This round is not kept in your history."));
  else if (!over)
    tool_out_wrap (play->out, "", _ ("Your place is kept: the same command goes on here."));
}

int
tool_case_play (CharterStudy *study, CharterWalk *walk, gboolean is_kept, ToolOut *out)
{
  const Play play = { study, walk, is_kept, out };
  gboolean stays = TRUE;

  while (stays && charter_walk_get_stand (walk) != CHARTER_WALK_OVER)
    stays = charter_walk_get_stand (walk) == CHARTER_WALK_TOLD ? tell (&play) : ask (&play);
  say_goodbye (&play);
  return TOOL_CLEAN;
}
