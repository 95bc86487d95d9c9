/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "charter-review-words.h"
#include "charter-study-review.h"
#include "tool-command.h"
#include "tool-packs.h"
#include "tool-round.h"

static gboolean only_count;
static int limit;

static const GOptionEntry options[] = {
  { "count", 0, 0, G_OPTION_ARG_NONE, &only_count,
    N_ ("Only tell how many questions are due, and why the first ones are"), NULL },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Ask at most so many questions"), N_ ("NUMBER") },
  { NULL },
};

static const ToolExample examples[] = {
  { "review", N_ ("asks what is due in all installed packs") },
  { "review --limit 10", N_ ("asks at most ten questions") },
  { "review --count projects-and-operations", N_ ("tells what is due in one pack") },
  { NULL },
};

/* ---- what is due ---- */

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static CharterReviewPlan *
load_plan (CharterStudy *study, GPtrArray *packs, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_load_review_async (study, packs, 1, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_study_load_review_finish (study, result, error);
}

static void
print_due (const CharterReviewPlan *plan, ToolOut *out)
{
  guint n = plan->queue->len;

  if (n == 0)
    {
      g_autofree char *next = charter_review_dup_next (plan);

      tool_out_wrap (out, "", _ ("Nothing is due."));
      tool_out_wrap (out, "", next);
      return;
    }
  tool_out_wrapf (out, "", ngettext ("%'u question is due.", "%'u questions are due.", n), n);
  if (plan->n_new > 0)
    tool_out_wrapf (out, "", ngettext ("%'u of them is new.", "%'u of them are new.", plan->n_new), plan->n_new);
}

#define MOST_TOLD 10

static void
print_reasons (const CharterReviewPlan *plan, ToolOut *out)
{
  for (guint i = 0; i < MIN (plan->queue->len, MOST_TOLD); i++)
    {
      const CharterReviewCard *card = &g_array_index (plan->queue, CharterReviewCard, i);
      g_autofree char *why = charter_review_dup_why (&card->due);

      tool_out_gap (out);
      tool_out_linef (out, "%s", card->item->id);
      tool_out_wrap (out, "  ", why);
    }
}

/* ---- asking ---- */

/* left: how many may still be asked, where there is a limit. Returns: (transfer full) (nullable) NULL where nothing is
 * due */
static CharterSession *
begin (CharterStudy *study, GPtrArray *packs, guint left, ToolOut *out)
{
  g_autoptr (CharterReviewPlan) plan = load_plan (study, packs, NULL);

  if (plan == NULL)
    return NULL;
  print_due (plan, out);
  if (limit > 0 && plan->queue->len > left)
    g_array_set_size (plan->queue, left);
  if (plan->queue->len == 0)
    return NULL;
  return charter_study_begin_review (study, plan, (guint64)g_random_int () << 32 | g_random_int (), NULL);
}

/* One session after the other, first the one left half-way today; until nothing is due, enough was asked, or somebody
 * leaves. */
static void
review (CharterStudy *study, GPtrArray *packs, ToolOut *out)
{
  g_autoptr (CharterSession) session = charter_study_resume_review (study, packs);
  guint left = (guint)limit;

  if (session == NULL)
    session = begin (study, packs, left, out);
  while (session != NULL)
    {
      gboolean finished;

      tool_round_run (study, session, "", TRUE, out);
      left -= MIN (left, charter_session_get_n_steps (session));
      finished = charter_session_is_finished (session) && (limit == 0 || left > 0);
      g_clear_object (&session);
      tool_out_gap (out);
      session = finished ? begin (study, packs, left, out) : NULL;
    }
}

/* ---- the command ---- */

static GPtrArray *
load_packs (const char *const *names)
{
  g_autoptr (GPtrArray) packs = NULL;

  if (names[0] == NULL)
    return tool_packs_load_installed ();
  packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  for (guint i = 0; names[i] != NULL; i++)
    {
      CharterPack *pack = tool_packs_load (names[i]);

      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
    }
  return g_steal_pointer (&packs);
}

static CharterStore *
open_history (CharterClock clock)
{
  g_autoptr (GFile) file = charter_store_new_default_file ();
  g_autoptr (GError) error = NULL;
  CharterStore *store = charter_store_open (file, clock.wall (clock.data), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    tool_fail (_ ("Charter is open and holds your history."), _ ("Review there, or close it first."));
  else if (error != NULL)
    tool_fail (error->message, NULL);
  return store;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  CharterClock clock = charter_clock_system ();
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (CharterReviewPlan) plan = NULL;

  if (limit < 0)
    return tool_fail (_ ("The limit is not a number above 0."), _ ("For example: --limit 10"));
  packs = load_packs (arguments);
  store = packs != NULL ? open_history (clock) : NULL;
  if (store == NULL)
    return TOOL_COULD_NOT;
  study = charter_study_new (store, clock);
  if (only_count && (plan = load_plan (study, packs, NULL)) != NULL)
    {
      print_due (plan, out);
      print_reasons (plan, out);
    }
  else if (!only_count)
    review (study, packs, out);
  charter_store_close (store);
  return TOOL_CLEAN;
}

const ToolCommand tool_review_command = {
  .name = "review",
  .arguments = N_ ("[PACK…]"),
  .summary = N_ ("Review what is due today"),
  .description
  = N_ ("Asks the questions that you are about to forget, of these packs or of all installed ones: the most "
        "urgent first, topics mixed. After each answer you see the grade that follows from it, and when "
        "each grade would bring the question back; press Enter to take it, or choose another one from 1 "
        "to 4. What you did not recall is asked once more before the review ends.\n"
        "All is kept in your history, the same that the application shows, also when answers come from a "
        "pipe: there each answer is followed by a line for its grade, which may be empty."),
  .options = options,
  .examples = examples,
  .run = run,
};
