/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-today-plan.h"

#include <glib/gi18n.h>

#define WEEK (G_GINT64_CONSTANT (7) * 24 * 60 * 60 * G_USEC_PER_SEC)
#define MOST_RESUMED 3
#define MOST_SCENARIOS 3
#define READ .97 /* of a lesson: its last lines need not have been scrolled past */

const char *
charter_today_greet (int hour)
{
  if (hour >= 5 && hour < 12)
    return _ ("Good morning");
  if (hour >= 12 && hour < 18)
    return _ ("Good afternoon");
  return _ ("Good evening");
}

static void
free_proposal (CharterProposal *proposal)
{
  g_free (proposal->title);
  g_free (proposal->detail);
  g_variant_unref (proposal->target);
  g_free (proposal);
}

/* title and detail are taken, target is sunk. */
static void
propose (CharterTodayPlan *plan,
         CharterProposalKind kind,
         const char *title,
         char *detail,
         double fraction,
         const char *action,
         GVariant *target)
{
  CharterProposal *proposal = g_new0 (CharterProposal, 1);

  *proposal = (CharterProposal){ kind, g_strdup (title), detail, fraction, action, g_variant_ref_sink (target) };
  g_ptr_array_add (plan->proposals, proposal);
}

static void
propose_resuming (CharterTodayPlan *plan, CharterLibrary *library, CharterStudy *study)
{
  g_autoptr (GPtrArray) open = charter_study_list_open_sessions (study);

  for (guint i = 0; i < open->len && plan->proposals->len < MOST_RESUMED; i++)
    {
      const CharterOpenSession *session = g_ptr_array_index (open, i);
      const CharterPack *pack = charter_library_find_pack (library, session->pack);
      const CharterGroup *group = pack ? charter_pack_find_group (pack, session->group) : NULL;

      if (group)
        propose (plan, CHARTER_PROPOSAL_RESUME, group->title.plain,
                 g_strdup_printf (_ ("Left at question %u of %u"), session->position + 1, session->n_steps),
                 session->n_steps ? (double)session->position / session->n_steps : 0, "win.resume-session",
                 g_variant_new_string (session->session));
    }
}

static char *
describe_time (const CharterPack *pack, guint minutes)
{
  if (minutes == 0)
    return g_strdup (pack->title.plain);
  /* Translators: the pack's title, then how long reading takes */
  return g_strdup_printf (ngettext ("%s · %u minute", "%s · %u minutes", minutes), pack->title.plain, minutes);
}

static char *
describe_rest (const CharterPack *pack, guint minutes, double fraction)
{
  guint left = MAX (1, (guint)(minutes * (1 - fraction) + .5));

  if (minutes == 0)
    return g_strdup (pack->title.plain);
  /* Translators: the pack's title, then how much of a lesson is left */
  return g_strdup_printf (ngettext ("%s · %u minute left", "%s · %u minutes left", left), pack->title.plain, left);
}

static void
propose_lesson (
  CharterTodayPlan *plan, const CharterPack *pack, const CharterLesson *lesson, double fraction, const char *section)
{
  gboolean begun = fraction > 0;

  propose (plan, begun ? CHARTER_PROPOSAL_READ_ON : CHARTER_PROPOSAL_READ_NEXT, lesson->title.plain,
           begun ? describe_rest (pack, lesson->minutes, fraction) : describe_time (pack, lesson->minutes),
           begun ? fraction : -1, "win.open-lesson",
           g_variant_new ("(sss)", pack->id, lesson->id, section ? section : ""));
}

/* One lesson: the one that was opened last, if it was not read to its end; else the first unread one. */
static void
propose_reading (CharterTodayPlan *plan, CharterLibrary *library, CharterStudy *study)
{
  g_autofree char *last_pack = NULL, *last_lesson = NULL;
  const CharterPack *found_pack = NULL;
  const CharterLesson *found = NULL;
  g_autofree char *section = NULL;
  double fraction;

  charter_study_get_last_lesson (study, &last_pack, &last_lesson);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (CharterPackFile) file = g_list_model_get_item (G_LIST_MODEL (library), i);
      const CharterPack *pack = charter_pack_file_get_pack (file);

      for (guint j = 0; j < pack->n_lessons; j++)
        {
          const CharterLesson *lesson = pack->lessons[j];
          gboolean is_last = g_strcmp0 (pack->id, last_pack) == 0 && g_strcmp0 (lesson->id, last_lesson) == 0;

          plan->n_lessons++;
          if (charter_study_get_reading_place (study, pack->id, lesson->id, NULL) >= READ)
            {
              plan->n_lessons_read++;
              continue;
            }
          if (!found || is_last)
            {
              found_pack = pack;
              found = lesson;
            }
        }
    }
  if (!found)
    return;
  fraction = charter_study_get_reading_place (study, found_pack->id, found->id, &section);
  propose_lesson (plan, found_pack, found, fraction, section);
}

static void
propose_scenario (CharterTodayPlan *plan,
                  const CharterPack *pack,
                  const CharterGroup *group,
                  const CharterGroupState *state)
{
  char *detail;

  if (state->n_sessions == 0)
    detail = g_strdup_printf (ngettext ("%u question", "%u questions", group->n_items), group->n_items);
  else
    detail = g_strdup_printf (_ ("Best so far: %.0f %%"), state->best * 100);
  propose (plan, state->n_sessions == 0 ? CHARTER_PROPOSAL_TRY : CHARTER_PROPOSAL_AGAIN, group->title.plain, detail, -1,
           "win.start-scenario", g_variant_new ("(ss)", pack->id, group->id));
}

/* Those that were not tried first, then those that were not wholly right. */
static void
propose_scenarios (CharterTodayPlan *plan, CharterLibrary *library, CharterStudy *study, gboolean tried)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (CharterPackFile) file = g_list_model_get_item (G_LIST_MODEL (library), i);
      const CharterPack *pack = charter_pack_file_get_pack (file);

      for (guint j = 0; j < pack->n_groups && n < MOST_SCENARIOS; j++)
        {
          g_auto (CharterGroupState) state = { 0 };

          if (!pack->groups[j]->is_scenario || pack->groups[j]->n_items == 0)
            continue;
          charter_study_get_group_state (study, pack->id, pack->groups[j]->id, &state);
          if (state.open_session || (state.n_sessions > 0) != tried || (tried && state.best >= 1))
            continue;
          propose_scenario (plan, pack, pack->groups[j], &state);
          n++;
        }
    }
}

CharterTodayPlan *
charter_today_plan_new (CharterLibrary *library, CharterStudy *study, gint64 now)
{
  CharterTodayPlan *plan = g_new0 (CharterTodayPlan, 1);
  g_autofree char *pack = NULL, *lesson = NULL;
  guint n_ever, n_right_ever;

  plan->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)free_proposal);
  propose_resuming (plan, library, study);
  propose_reading (plan, library, study);
  propose_scenarios (plan, library, study, FALSE);
  propose_scenarios (plan, library, study, TRUE);
  charter_study_count_answers (study, now - WEEK, &plan->n_answers, &plan->n_right);
  charter_study_count_answers (study, 0, &n_ever, &n_right_ever);
  plan->is_new = n_ever == 0 && !charter_study_get_last_lesson (study, &pack, &lesson);
  return plan;
}

void
charter_today_plan_free (CharterTodayPlan *plan)
{
  g_ptr_array_unref (plan->proposals);
  g_free (plan);
}
