/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "charter-study-form.h"
#include "charter-study-walk.h"
#include "tool-build.h"
#include "tool-case.h"
#include "tool-command.h"
#include "tool-input.h"
#include "tool-line.h"
#include "tool-packs.h"
#include "tool-quiz-list.h"
#include "tool-quiz-start.h"
#include "tool-round.h"
#include "tool-sitting.h"

#define MOST_MINUTES 10000 /* a week */

static char *seed_text;
static gboolean with_history;
static gboolean without_history;
static gboolean afresh;
static gboolean resuming;
static gboolean as_exam;
static char *minutes_text;
static char **other_packs;
static ToolWishes wishes;

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

static CharterMood
get_mood (void)
{
  return as_exam ? CHARTER_MOOD_EXAM : CHARTER_MOOD_STUDY;
}

/* limit: in microseconds, 0 where none is wished. Returns: FALSE where it is no number of minutes */
static gboolean
read_limit (gint64 *limit)
{
  char *end = NULL;
  double minutes = minutes_text != NULL ? g_ascii_strtod (minutes_text, &end) : 0;

  *limit = 0;
  if (minutes_text == NULL)
    return TRUE;
  if (end == minutes_text || *end != '\0' || !(minutes > 0 && minutes <= MOST_MINUTES))
    return FALSE;
  *limit = (gint64)(minutes * G_TIME_SPAN_MINUTE);
  return TRUE;
}

/* Returns: TOOL_CLEAN, or that it can't be done, which is said */
static int
check_options (void)
{
  guint64 seed;
  gint64 limit;

  if (!read_seed (&seed))
    return fail_seed ();
  if (!read_limit (&limit))
    return tool_fail (_ ("The minutes are not a number above 0."), _ ("For example: --exam --minutes 30"));
  if (limit > 0 && !as_exam)
    return tool_fail (_ ("Only an exam has a time limit."), _ ("Add “--exam”, or leave “--minutes” out."));
  return TOOL_CLEAN;
}

/* What was left half-way: of a scenario, or with CHARTER_STUDY_BUILT of what was built. */
static CharterSession *
find_left (CharterStudy *study, CharterPack *pack, const char *group_id)
{
  g_auto (CharterGroupState) state = { 0 };
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  g_ptr_array_add (packs, pack);
  charter_study_get_group_state (study, pack->id, group_id, &state);
  return state.open_session != NULL ? charter_study_resume (study, packs, state.open_session, NULL) : NULL;
}

/* The one left half-way, unless a new one is wished for. What was begun with feedback is no exam any more. */
static CharterSession *
resume (CharterStudy *study, CharterPack *pack, const CharterGroup *group, ToolOut *out)
{
  g_autoptr (CharterSession) session = NULL;

  if (afresh || seed_text != NULL)
    return NULL;
  session = find_left (study, pack, group->id);
  if (session == NULL || (as_exam && charter_session_get_mood (session) == CHARTER_MOOD_STUDY))
    return NULL;
  if (charter_session_get_mood (session) == CHARTER_MOOD_EXAM)
    tool_quiz_print_resumed (study, session,
                             _ ("You left this exam half-way; it goes on there. “--new” begins it afresh."), out);
  else
    tool_quiz_print_resumed (study, session,
                             _ ("You left this quiz half-way; it goes on there. “--new” begins it afresh."), out);
  return g_steal_pointer (&session);
}

/* items: ids, or NULL for all of the group. */
static CharterSession *
begin (CharterStudy *study, CharterPack *pack, const char *group_id, const char *const *items, guint64 seed)
{
  gint64 limit;

  read_limit (&limit);
  if (as_exam)
    return charter_study_begin_exam (study, pack, group_id, items, seed, limit, NULL);
  return charter_study_begin (study, pack, group_id, items, seed, get_mood (), NULL);
}

static int
run_round (
  CharterStudy *study, CharterSession *session, const char *title, const char *name, CharterStore *store, ToolOut *out)
{
  int status;

  tool_quiz_print_start (title, session, out);
  status = tool_round_run (study, session, name, store != NULL, out);
  if (store != NULL)
    charter_store_close (store);
  return status;
}

static int
quiz (CharterPack *pack, const char *name, const CharterGroup *group, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (CharterSession) session = NULL;
  guint64 seed;

  if (charter_group_count_open (group) == 0)
    return tool_fail (_ ("There are no questions in it that can be asked."),
                      _ ("“charter-tool check” says whether some were set aside."));
  read_seed (&seed);
  store = open_history (clock, out);
  study = charter_study_new (store, clock);
  session = resume (study, pack, group, out);
  if (session == NULL)
    session = begin (study, pack, group->id, NULL, seed);
  return run_round (study, session, group->title.plain, name, store, out);
}

/* ---- a quiz of one's own ---- */

/* Mistakes are read from the history, whether or not this round is kept in it. */
static GHashTable *
load_mistakes (CharterPack *pack, CharterStore *store, CharterClock clock, GError **error)
{
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (CharterStore) own = NULL;
  GHashTable *mistakes;

  if (store == NULL)
    {
      g_autoptr (GFile) file = charter_store_new_default_file ();

      own = charter_store_open (file, clock.wall (clock.data), error);
      if (own == NULL)
        return NULL;
    }
  study = charter_study_new (own != NULL ? own : store, clock);
  mistakes = tool_build_load_mistakes (study, pack, error);
  if (own != NULL)
    charter_store_close (own);
  return mistakes;
}

static int
fail_mistakes (const GError *error)
{
  g_autofree char *what = g_strdup_printf (_ ("Your mistakes can’t be looked up: %s"), error->message);

  return tool_fail (what, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY)
                            ? _ ("Charter is open and holds your history. Close it first.")
                            : NULL);
}

static int
build (CharterPack *pack, const char *name, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_auto (CharterBlueprint) blueprint = { 0 };
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (CharterSession) session = NULL;
  g_autoptr (GHashTable) mistakes = NULL;
  g_autofree const char **items = NULL;
  g_autoptr (GError) error = NULL;
  guint64 seed;

  if (tool_build_read (&wishes, pack, &blueprint) != TOOL_CLEAN)
    return TOOL_COULD_NOT;
  read_seed (&seed);
  store = open_history (clock, out);
  if (blueprint.only_mistakes)
    mistakes = load_mistakes (pack, store, clock, &error);
  if (error != NULL)
    return fail_mistakes (error);
  items = tool_build_draw (&blueprint, pack, mistakes, seed, out);
  if (items == NULL)
    return TOOL_COULD_NOT;
  study = charter_study_new (store, clock);
  session = begin (study, pack, CHARTER_STUDY_BUILT, items, seed);
  return run_round (study, session, pack->title.plain, name, store, out);
}

static int
go_on (CharterPack *pack, const char *name, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_autoptr (CharterStore) store = open_history (clock, out);
  g_autoptr (CharterStudy) study = charter_study_new (store, clock);
  g_autoptr (CharterSession) session = find_left (study, pack, CHARTER_STUDY_BUILT);

  if (session == NULL)
    return tool_fail (_ ("No quiz of your own was left half-way in this pack."),
                      _ ("From a pipe, it is found only with “--history”."));
  tool_quiz_print_resumed (study, session, _ ("You left this quiz half-way; it goes on there."), out);
  return run_round (study, session, pack->title.plain, name, store, out);
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

static int
play (CharterPack *pack, const CharterCase *story, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (CharterWalk) walk = NULL;
  guint64 seed;
  int status;

  if (as_exam)
    return tool_fail (_ ("A case can’t be taken as an exam: each move tells what comes of it."),
                      _ ("Leave “--exam” out."));
  read_seed (&seed);
  store = open_history (clock, out);
  study = charter_study_new (store, clock);
  walk = resume_case (study, pack, story, out);
  if (walk == NULL)
    walk = charter_study_begin_walk (study, pack, story->id, seed, NULL);
  tool_quiz_print_case_start (walk, out);
  status = tool_case_play (study, walk, store != NULL, out);
  if (store != NULL)
    charter_store_close (store);
  return status;
}

/* ---- an exam by its own rules ---- */

/* The one left half-way, in this program or in the application. */
static CharterSession *
find_left_exam (CharterStudy *study, GPtrArray *packs, const CharterExam *exam)
{
  const CharterPack *pack = g_ptr_array_index (packs, 0);
  g_auto (CharterGroupState) state = { 0 };

  charter_study_get_group_state (study, pack->id, exam->id, &state);
  return state.open_session != NULL ? charter_study_resume (study, packs, state.open_session, NULL) : NULL;
}

static void
print_lacks (const CharterForm *form, ToolOut *out)
{
  for (guint i = 0; form->lacks[i] != NULL; i++)
    tool_out_wrap (out, "  • ", form->lacks[i]);
}

/* The clock does not run while the rules are read. Returns: FALSE where somebody would rather not */
static gboolean
wants_to_begin (ToolOut *out)
{
  g_autofree char *line = NULL;

  if (!tool_input_is_terminal ())
    return TRUE;
  tool_out_gap (out);
  line = tool_input_ask (_ ("Enter to begin (q: leave) "), out);
  return line != NULL && tool_line_read (line) != TOOL_LINE_QUIT;
}

/* Who chooses a number wants the questions that anybody gets with it; else come first those that were not seen.
 * Returns: (transfer full) (nullable) NULL where there is none, which is said unless somebody decided so */
static CharterSession *
begin_exam (CharterStudy *study, GPtrArray *packs, const CharterExam *exam, int *status, ToolOut *out)
{
  g_autoptr (CharterPath) path = NULL;
  g_autoptr (CharterForm) form = NULL;
  g_autoptr (GError) error = NULL;
  guint64 seed;

  read_seed (&seed);
  *status = TOOL_COULD_NOT;
  form = charter_study_draw_form (study, g_ptr_array_index (packs, 0), exam, packs, seed, seed_text == NULL, &error);
  if (form != NULL && form->n_items > 0)
    path = charter_form_new_path (form, &error);
  if (path == NULL)
    {
      tool_fail (error != NULL ? error->message : _ ("No question for this exam was found."), NULL);
      if (form != NULL)
        print_lacks (form, out);
      return NULL;
    }
  *status = TOOL_CLEAN;
  tool_sitting_print_rules (form, out);
  return wants_to_begin (out) ? charter_study_begin_form (study, path, form->minutes * G_TIME_SPAN_MINUTE) : NULL;
}

/* The old one is ended only when the new one has begun. */
static CharterSession *
begin_or_go_on (CharterStudy *study, GPtrArray *packs, const CharterExam *exam, int *status, ToolOut *out)
{
  g_autoptr (CharterSession) old = find_left_exam (study, packs, exam);
  CharterSession *session;

  if (old != NULL && !afresh && seed_text == NULL)
    {
      tool_quiz_print_resumed (study, old,
                               _ ("You left this exam half-way; it goes on there. “--new” begins it afresh."), out);
      tool_quiz_print_start (exam->title.plain, old, out);
      return g_steal_pointer (&old);
    }
  session = begin_exam (study, packs, exam, status, out);
  if (session != NULL && old != NULL)
    charter_study_end (study, old);
  return session;
}

static int
sit (CharterPack *pack, const char *name, const CharterExam *exam, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (CharterSession) session = NULL;
  int status = TOOL_CLEAN;

  if (minutes_text != NULL)
    return tool_fail (_ ("How long this exam takes, its own rules say."), _ ("Leave “--minutes” out."));
  packs = tool_packs_load_beside (pack, (const char *const *)other_packs);
  if (packs == NULL)
    return TOOL_COULD_NOT;
  store = open_history (clock, out);
  study = charter_study_new (store, clock);
  session = begin_or_go_on (study, packs, exam, &status, out);
  if (session != NULL)
    status = tool_round_run_exam (study, session, packs, name, store != NULL, out);
  if (store != NULL)
    charter_store_close (store);
  return status;
}

/* ---- the command ---- */

static int
run_only (CharterPack *pack, const char *name, ToolOut *out)
{
  if (pack->n_groups + pack->n_cases + pack->n_exams > 1)
    return tool_quiz_list (pack, name, out);
  if (pack->n_exams == 1)
    return sit (pack, name, &pack->exams[0], out);
  return pack->n_groups == 1 ? quiz (pack, name, pack->groups[0], out) : play (pack, pack->cases[0], out);
}

static int
run_named (CharterPack *pack, const char *name, const char *id, ToolOut *out)
{
  const CharterGroup *group = charter_pack_find_group (pack, id);
  const CharterCase *story = charter_pack_find_case (pack, id);
  const CharterExam *exam = charter_pack_find_exam (pack, id);

  if (exam != NULL)
    return sit (pack, name, exam, out);
  if (group != NULL)
    return quiz (pack, name, group, out);
  return story != NULL ? play (pack, story, out) : tool_quiz_fail_unknown (pack, id);
}

static int
run_own (CharterPack *pack, const char *name, const char *id, ToolOut *out)
{
  if (id != NULL)
    return tool_fail (_ ("A quiz of your own takes its questions from the whole pack."),
                      _ ("Name no scenario, or leave out what you wish of the questions."));
  return resuming ? go_on (pack, name, out) : build (pack, name, out);
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterPack) pack = NULL;

  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack is to be asked?"));
  if (check_options () != TOOL_CLEAN)
    return TOOL_COULD_NOT;
  pack = tool_packs_load (arguments[0]);
  if (pack == NULL)
    return TOOL_COULD_NOT;
  if (pack->n_groups + pack->n_cases + pack->n_exams == 0)
    return tool_fail (_ ("There is no quiz in this pack."), _ ("“charter-tool show” lists what is inside."));
  if (resuming || tool_build_is_wished (&wishes))
    return run_own (pack, arguments[0], arguments[1], out);
  return arguments[1] != NULL ? run_named (pack, arguments[0], arguments[1], out) : run_only (pack, arguments[0], out);
}

static const GOptionEntry options[] = {
  { "topic", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wishes.topics,
    N_ ("Build a quiz: only questions of this topic and its subtopics; can be given several times"), N_ ("ID") },
  { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wishes.kinds,
    N_ ("Build a quiz: only questions of this kind, such as “single”; can be given several times"), N_ ("KIND") },
  { "difficulty", 0, 0, G_OPTION_ARG_STRING, &wishes.difficulty,
    N_ ("Build a quiz: only questions as difficult as this, from 1 to 5: “3”, or “2-4”"), N_ ("RANGE") },
  { "mistakes", 0, 0, G_OPTION_ARG_NONE, &wishes.only_mistakes,
    N_ ("Build a quiz: only what you did not get wholly right the last time"), NULL },
  { "number", 0, 0, G_OPTION_ARG_STRING, &wishes.number, N_ ("Build a quiz: at most so many questions; without it, 20"),
    N_ ("NUMBER") },
  { "exam", 0, 0, G_OPTION_ARG_NONE, &as_exam,
    N_ ("Give no feedback and no hints until the end; answers can be changed"), NULL },
  { "minutes", 0, 0, G_OPTION_ARG_STRING, &minutes_text, N_ ("Limit the time of an exam"), N_ ("NUMBER") },
  { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text,
    N_ ("Draw the paper from this seed: the same seed gives the same paper"), N_ ("NUMBER") },
  { "with", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &other_packs,
    N_ ("Draw an exam also from this pack, besides those installed; can be given several times"), N_ ("PACK") },
  { "new", 0, 0, G_OPTION_ARG_NONE, &afresh, N_ ("Begin afresh, also where a quiz was left half-way"), NULL },
  { "resume", 0, 0, G_OPTION_ARG_NONE, &resuming, N_ ("Go on with the quiz that you built last and left half-way"),
    NULL },
  { "history", 0, 0, G_OPTION_ARG_NONE, &with_history,
    N_ ("Keep the round in your history, also when answers come from a pipe"), NULL },
  { "no-history", 0, 0, G_OPTION_ARG_NONE, &without_history, N_ ("Don’t keep the round in your history"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "quiz projects-and-operations", N_ ("lists the quizzes of an installed pack") },
  { "quiz projects-and-operations aws-migration", N_ ("takes one of them") },
  { "quiz projects-and-operations unplanned-handover", N_ ("plays a case: each move decides what comes next") },
  { "quiz --topic people --number 10 projects-and-operations",
    N_ ("builds a quiz of ten questions, as “Build a Quiz” of the window does") },
  { "quiz --mistakes projects-and-operations", N_ ("asks again what went wrong") },
  { "quiz --exam --minutes 30 --number 20 projects-and-operations",
    N_ ("draws an exam of 20 questions in 30 minutes") },
  { "quiz pmp-exam train", N_ ("sits an exam by its own rules") },
  { "quiz --seed 7 my-pack.xml < answers.txt", N_ ("takes a quiz with answers from a file, a line for each question") },
  { NULL },
};

const ToolCommand tool_quiz_command = {
  .name = "quiz",
  .arguments = N_ ("PACK [SCENARIO|CASE|EXAM]"),
  .summary = N_ ("Take a quiz in the terminal"),
  .description = N_ ("Asks the questions of a scenario or bank one after the other, with feedback after each and your "
                     "score at the end; or tells a case, in which each of your moves decides what comes next. PACK is "
                     "a file, or the id or short name of an installed pack. Without SCENARIO, CASE or EXAM the only "
                     "one is begun, or all are listed.\n"
                     "An EXAM is drawn by its rules, as “charter-tool exam” does, but what you have not seen comes "
                     "first, unless you give a seed. It goes by its time; its sections are closed for good, each when "
                     "you end it with an empty line; in a break, which an empty line ends, its clock stands still. The "
                     "score comes at the end. The application goes on with what was begun here, and the other way "
                     "round.\n"
                     "With “--topic”, “--kind”, “--difficulty”, “--mistakes” or “--number” a quiz is built: questions "
                     "that fit all of these are drawn from the whole pack. The same seed and wishes draw the same "
                     "questions on every machine, so a class can take one quiz.\n"
                     "Answer with letters, or with numbers and letters: “b”, “ac”, “1b 2a”. “?” tells what else can be "
                     "typed. Behind an equals sign, ids are taken: “=ops budget”, “=card=category”.\n"
                     "At a terminal the round is kept in your history, the same that the application shows, and a quiz "
                     "left half-way goes on where it was. From a pipe it is kept only with “--history”."),
  .options = options,
  .examples = examples,
  .run = run,
};
