/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "charter-study-walk.h"
#include "tool-case.h"
#include "tool-command.h"
#include "tool-input.h"
#include "tool-packs.h"
#include "tool-round.h"

static char *seed_text;
static gboolean with_history;
static gboolean without_history;
static gboolean afresh;

/* ---- which scenario ---- */

static void
list_cases (const CharterPack *pack, ToolOut *out)
{
  for (guint i = 0; i < pack->n_cases; i++)
    {
      g_autofree char *lead = g_strdup_printf ("  %s  ", pack->cases[i]->id);

      tool_out_wrapf (out, lead, _ ("%s (a case: you decide what happens next)"), pack->cases[i]->title.plain);
    }
}

static int
list_groups (const CharterPack *pack, const char *name, ToolOut *out)
{
  tool_out_wrapf (out, "", _ ("There are several quizzes in %s:"), pack->title.plain);
  for (guint i = 0; i < pack->n_groups; i++)
    {
      const CharterGroup *group = pack->groups[i];
      g_autofree char *lead = g_strdup_printf ("  %s  ", group->id);

      tool_out_wrapf (out, lead, ngettext ("%s (%u question)", "%s (%u questions)", group->n_items), group->title.plain,
                      group->n_items);
    }
  list_cases (pack, out);
  tool_out_wrapf (out, "", _ ("Choose one: charter-tool quiz %s %s"), name,
                  pack->n_groups > 0 ? pack->groups[0]->id : pack->cases[0]->id);
  return TOOL_CLEAN;
}

static int
fail_unknown (const CharterPack *pack, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("The pack has no scenario, bank or case with the id “%s”."), id);

  for (guint i = 0; i < pack->n_groups; i++)
    g_ptr_array_add (ids, (gpointer)pack->groups[i]->id);
  for (guint i = 0; i < pack->n_cases; i++)
    g_ptr_array_add (ids, (gpointer)pack->cases[i]->id);
  g_ptr_array_add (ids, NULL);
  return tool_fail_unknown (what, id, (const char *const *)ids->pdata,
                            _ ("Without an id, “charter-tool quiz” lists them."));
}

/* ---- the learner's history ---- */

static gboolean
wants_history (void)
{
  return with_history || (!without_history && tool_input_is_terminal ());
}

/* Returns: (transfer full) (nullable) NULL where nothing is kept; the learner is told when that was not their wish. */
static CharterStore *
open_history (CharterClock clock, ToolOut *out)
{
  g_autoptr (GFile) file = charter_store_new_default_file ();
  g_autoptr (GError) error = NULL;
  CharterStore *store;

  if (!wants_history ())
    return NULL;
  store = charter_store_open (file, clock.wall (clock.data), &error);
  if (store != NULL && charter_store_get_notice (store) != NULL)
    tool_out_wrap (out, "", charter_store_get_notice (store));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    tool_out_wrap (
      out, "",
      _ ("Charter is open and holds your history, so this round is not kept. Close Charter first to have it kept."));
  else if (error != NULL)
    tool_out_wrapf (out, "", _ ("This round is not kept: %s"), error->message);
  return store;
}

/* ---- which session ---- */

static guint64
draw_seed (void)
{
  return (guint64)g_random_int () << 32 | g_random_int ();
}

static gboolean
read_seed (guint64 *seed)
{
  if (seed_text == NULL)
    {
      *seed = draw_seed ();
      return TRUE;
    }
  return g_ascii_string_to_unsigned (seed_text, 10, 0, G_MAXUINT64, seed, NULL);
}

static int
fail_seed (void)
{
  return tool_fail (_ ("The seed is not a whole number."), _ ("For example: --seed 7"));
}

/* The one left half-way, unless a new one is wished for. */
static CharterSession *
resume (CharterStudy *study, CharterPack *pack, const CharterGroup *group, ToolOut *out)
{
  g_auto (CharterGroupState) state = { 0 };
  g_autofree char *note = NULL;
  CharterSession *session = NULL;

  if (afresh || seed_text != NULL)
    return NULL;
  charter_study_get_group_state (study, pack->id, group->id, &state);
  if (state.open_session != NULL)
    session = charter_study_resume (study, pack, state.open_session, NULL);
  if (session == NULL)
    return NULL;
  tool_out_wrap (out, "", _ ("You left this quiz half-way; it goes on there. “--new” begins it afresh."));
  note = charter_study_dup_resume_note (study, session);
  if (note != NULL)
    tool_out_wrap (out, "", note);
  return session;
}

static CharterSession *
begin (CharterStudy *study, CharterPack *pack, const CharterGroup *group, guint64 seed, ToolOut *out, GError **error)
{
  CharterSession *session = resume (study, pack, group, out);

  if (session == NULL)
    session = charter_study_begin (study, pack, group->id, NULL, seed, CHARTER_MOOD_STUDY, error);
  return session;
}

static void
print_start (const CharterGroup *group, CharterSession *session, ToolOut *out)
{
  guint n = charter_session_get_n_steps (session);
  guint64 seed = charter_path_get_seed (charter_session_get_path (session));
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, group->title.plain);
  tool_out_linef (out, ngettext ("%u question, seed %s", "%u questions, seed %s", n), n, number);
}

static int
quiz (CharterPack *pack, const char *name, const CharterGroup *group, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_autoptr (CharterStore) store = open_history (clock, out);
  g_autoptr (CharterStudy) study = charter_study_new (store, clock);
  g_autoptr (CharterSession) session = NULL;
  g_autoptr (GError) error = NULL;
  guint64 seed;
  int status;

  if (!read_seed (&seed))
    return fail_seed ();
  session = begin (study, pack, group, seed, out, &error);
  if (session == NULL)
    return tool_fail (error->message, NULL);
  if (charter_session_get_n_steps (session) == 0)
    return tool_fail (_ ("There are no questions in it that can be asked."),
                      _ ("“charter-tool check” says whether some were set aside."));
  print_start (group, session, out);
  status = tool_round_run (study, session, name, store != NULL, out);
  if (store != NULL)
    charter_store_close (store);
  return status;
}

/* ---- a case ---- */

static CharterWalk *
resume_case (CharterStudy *study, CharterPack *pack, const CharterCase *story, ToolOut *out)
{
  g_auto (CharterGroupState) state = { 0 };
  g_autofree char *note = NULL;
  CharterWalk *walk = NULL;

  if (afresh || seed_text != NULL)
    return NULL;
  charter_study_get_group_state (study, pack->id, story->id, &state);
  if (state.open_session != NULL)
    walk = charter_study_resume_walk (study, pack, state.open_session, NULL);
  if (walk == NULL)
    return NULL;
  tool_out_wrap (out, "", _ ("You left this case half-way; it goes on there. “--new” begins it afresh."));
  note = charter_study_dup_walk_note (study, walk);
  if (note != NULL)
    tool_out_wrap (out, "", note);
  return walk;
}

static void
print_case_start (CharterWalk *walk, ToolOut *out)
{
  const CharterCase *story = charter_walk_get_case (walk);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, charter_walk_get_seed (walk));

  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, story->title.plain);
  tool_out_linef (out, _ ("A case, seed %s"), number);
  tool_out_gap (out);
  if (*story->summary.plain != '\0')
    tool_out_wrap (out, "", story->summary.plain);
}

static int
play (CharterPack *pack, const CharterCase *story, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (CharterWalk) walk = NULL;
  guint64 seed;
  int status;

  if (!read_seed (&seed))
    return fail_seed ();
  store = open_history (clock, out);
  study = charter_study_new (store, clock);
  walk = resume_case (study, pack, story, out);
  if (walk == NULL)
    walk = charter_study_begin_walk (study, pack, story->id, seed, NULL);
  print_case_start (walk, out);
  status = tool_case_play (study, walk, store != NULL, out);
  if (store != NULL)
    charter_store_close (store);
  return status;
}

/* ---- the command ---- */

static int
run_only (CharterPack *pack, const char *name, ToolOut *out)
{
  if (pack->n_groups + pack->n_cases > 1)
    return list_groups (pack, name, out);
  return pack->n_groups == 1 ? quiz (pack, name, pack->groups[0], out) : play (pack, pack->cases[0], out);
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterPack) pack = NULL;
  const CharterGroup *group;
  const CharterCase *story;

  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack is to be asked?"));
  pack = tool_packs_load (arguments[0]);
  if (pack == NULL)
    return TOOL_COULD_NOT;
  if (pack->n_groups + pack->n_cases == 0)
    return tool_fail (_ ("There is no quiz in this pack."), _ ("“charter-tool show” lists what is inside."));
  if (arguments[1] == NULL)
    return run_only (pack, arguments[0], out);
  group = charter_pack_find_group (pack, arguments[1]);
  story = charter_pack_find_case (pack, arguments[1]);
  if (group != NULL)
    return quiz (pack, arguments[0], group, out);
  return story != NULL ? play (pack, story, out) : fail_unknown (pack, arguments[1]);
}

static const GOptionEntry options[] = {
  { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text,
    N_ ("Draw the paper from this seed: the same seed gives the same paper"), N_ ("NUMBER") },
  { "new", 0, 0, G_OPTION_ARG_NONE, &afresh, N_ ("Begin afresh, also where a quiz was left half-way"), NULL },
  { "history", 0, 0, G_OPTION_ARG_NONE, &with_history,
    N_ ("Keep the round in your history, also when answers come from a pipe"), NULL },
  { "no-history", 0, 0, G_OPTION_ARG_NONE, &without_history, N_ ("Don’t keep the round in your history"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "quiz projects-and-operations", N_ ("lists the quizzes of an installed pack") },
  { "quiz projects-and-operations aws-migration", N_ ("takes one of them") },
  { "quiz projects-and-operations unplanned-handover", N_ ("plays a case: each move decides what comes next") },
  { "quiz --seed 7 my-pack.xml < answers.txt", N_ ("takes a quiz with answers from a file, a line for each question") },
  { NULL },
};

const ToolCommand tool_quiz_command = {
  .name = "quiz",
  .arguments = N_ ("PACK [SCENARIO|CASE]"),
  .summary = N_ ("Take a quiz in the terminal"),
  .description = N_ ("Asks the questions of a scenario or bank one after the other, with feedback after each and your "
                     "score at the end; or tells a case, in which each of your moves decides what comes next. PACK is "
                     "a file, or the id or short name of an installed pack. Without SCENARIO or CASE the only one is "
                     "begun, or all are listed.\n"
                     "Answer with letters, or with numbers and letters: “b”, “ac”, “1b 2a”. “?” tells what else can be "
                     "typed. Behind an equals sign, ids are taken: “=ops budget”, “=card=category”.\n"
                     "At a terminal the round is kept in your history, the same that the application shows, and a quiz "
                     "left half-way goes on where it was. From a pipe it is kept only with “--history”."),
  .options = options,
  .examples = examples,
  .run = run,
};
