/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-plan.h"

#include "charter-exam-date.h"
#include "charter-rehearsal.h"
#include "charter-rows.h"
#include "charter-study-say.h"

#include <string.h>

#define GOOD_ENOUGH .9 /* a best score from here on is not proposed again */

static void
deed_free (CharterDeed *deed)
{
  g_clear_pointer (&deed->pack, charter_pack_unref);
  g_free (deed->session);
  g_strfreev (deed->names);
  g_free (deed);
}

static CharterDeed *
add (GPtrArray *plan, CharterProposalKind kind, CharterPack *pack)
{
  CharterDeed *deed = g_new0 (CharterDeed, 1);

  deed->proposal.kind = kind;
  deed->pack = pack != NULL ? charter_pack_ref (pack) : NULL;
  g_ptr_array_add (plan, deed);
  return deed;
}

static gboolean
has (GPtrArray *plan, CharterProposalKind kind)
{
  for (guint i = 0; i < plan->len; i++)
    if (((CharterDeed *)plan->pdata[i])->proposal.kind == kind)
      return TRUE;
  return FALSE;
}

/* Of a case nobody knows how much there is to come. */
static double
get_done (const CharterOpenSession *open)
{
  return open->n_steps > 0 ? (double)open->position / open->n_steps : 0;
}

static gboolean
is_quiz (const CharterOpenSession *open, const CharterGroup *group, const CharterExam *exam)
{
  return open->n_steps > 0
         && (g_str_equal (open->group, CHARTER_STUDY_BUILT) || exam != NULL || (group != NULL && group->is_scenario));
}

/* Only quizzes, exams and cases: a check in a lesson that was left is met again in the lesson. */
static void
add_left_quizzes (GPtrArray *plan, CharterLibrary *library, CharterStudy *study)
{
  g_autoptr (GPtrArray) left = charter_study_list_open_sessions (study);

  for (guint i = 0; i < left->len; i++)
    {
      CharterOpenSession *open = left->pdata[i];
      CharterPack *pack = charter_library_find_pack (library, open->pack);
      const CharterGroup *group = pack != NULL ? charter_pack_find_group (pack, open->group) : NULL;
      const CharterCase *story = pack != NULL ? charter_pack_find_case (pack, open->group) : NULL;
      const CharterExam *exam = pack != NULL ? charter_pack_find_exam (pack, open->group) : NULL;
      CharterDeed *deed;

      if (pack == NULL || (story == NULL && !is_quiz (open, group, exam)))
        continue;
      deed = add (plan, CHARTER_PROPOSAL_RESUME, pack);
      deed->group = group;
      deed->story = story;
      deed->exam = exam;
      deed->proposal.is_exam = exam != NULL;
      deed->proposal.days = (int)((g_get_real_time () - open->wall) / G_TIME_SPAN_DAY);
      deed->session = g_strdup (open->session);
      deed->position = open->position;
      deed->n_steps = open->n_steps;
      deed->time_left = open->time_left;
      deed->done = get_done (open);
    }
}

static void
add_lesson_left (GPtrArray *plan, CharterLibrary *library, CharterStudy *study)
{
  g_autofree char *pack_id = NULL;
  g_autofree char *lesson_id = NULL;
  CharterPack *pack;
  const CharterLesson *lesson;
  double done;

  if (!charter_study_get_last_lesson (study, &pack_id, &lesson_id))
    return;
  pack = charter_library_find_pack (library, pack_id);
  lesson = pack != NULL ? charter_pack_find_lesson (pack, lesson_id) : NULL;
  if (lesson == NULL)
    return;
  done = charter_study_get_reading_place (study, pack_id, lesson_id, NULL);
  if (done < CHARTER_READ_FROM)
    {
      CharterDeed *deed = add (plan, CHARTER_PROPOSAL_READ_ON, pack);

      deed->lesson = lesson;
      deed->done = done;
    }
}

static void
add_new_lesson (GPtrArray *plan, CharterPack *pack, CharterStudy *study)
{
  for (guint i = 0; i < pack->n_lessons && !has (plan, CHARTER_PROPOSAL_READ); i++)
    if (charter_study_get_reading_place (study, pack->id, pack->lessons[i]->id, NULL) <= 0)
      add (plan, CHARTER_PROPOSAL_READ, pack)->lesson = pack->lessons[i];
}

static void
add_scenario (GPtrArray *plan, CharterPack *pack, const CharterGroup *group, CharterStudy *study)
{
  g_auto (CharterGroupState) state = { 0 };
  CharterProposalKind kind;
  CharterDeed *deed;

  if (!group->is_scenario || charter_group_count_open (group) == 0)
    return;
  charter_study_get_group_state (study, pack->id, group->id, &state);
  if (state.open_session != NULL || state.best >= GOOD_ENOUGH)
    return;
  kind = state.best < 0 ? CHARTER_PROPOSAL_TRY : CHARTER_PROPOSAL_TRY_AGAIN;
  if (has (plan, kind))
    return;
  deed = add (plan, kind, pack);
  deed->group = group;
  deed->done = MAX (0, state.best);
}

/* ---- what was found ---- */

static CharterDeed *
add_set (GPtrArray *plan, CharterProposalKind kind, const CharterFindingsSet *set)
{
  CharterDeed *deed = add (plan, kind, set->pack);

  deed->names = g_strdupv (set->names);
  deed->proposal.n = set->n;
  return deed;
}

gboolean
charter_plan_get_exam (CharterStudy *study, int *days)
{
  return charter_proposals_count_days (charter_study_get_setting (study, CHARTER_SETTING_EXAM_DATE),
                                       charter_study_get_calendar_day (study), days);
}

/* As many new questions as a day needs, as far as one pack has them and one sitting holds. */
static void
add_round (GPtrArray *plan, CharterStudy *study, const CharterFindings *findings)
{
  CharterDeed *deed;
  int days;

  if (findings->unmet.pack == NULL || !charter_plan_get_exam (study, &days))
    return;
  deed = add_set (plan, CHARTER_PROPOSAL_ROUND, &findings->unmet);
  deed->proposal.n = charter_proposals_count_a_day (findings->n_seen, findings->n_items, days);
  deed->proposal.days = days;
  deed->proposal.n_seen = findings->n_seen;
  deed->proposal.n_items = findings->n_items;
  deed->done = (double)findings->n_seen / findings->n_items;
  for (guint i = g_strv_length (deed->names); i > deed->proposal.n; i--)
    g_clear_pointer (&deed->names[i - 1], g_free);
}

/* Every pack that an exam draws from counts once, with all that it has. */
static guint
count_new (CharterPack *home, const CharterExam *exam, const CharterFindings *findings)
{
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < exam->n_draws; i++)
    {
      const char *from = exam->draws[i].from;
      char *id = strchr (from, '.') != NULL ? g_strndup (from, strcspn (from, "#")) : g_strdup (home->id);

      n += g_hash_table_contains (counted, id) ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (findings->n_new, id));
      g_hash_table_add (counted, id);
    }
  return n;
}

static CharterRehearsal
read_rehearsal (CharterPack *pack, const CharterExam *exam, CharterStudy *study, const CharterFindings *findings)
{
  g_auto (CharterGroupState) state = { 0 };
  CharterRehearsal rehearsal = { exam->items, count_new (pack, exam, findings), -1 };

  charter_study_get_group_state (study, pack->id, exam->id, &state);
  if (state.last_wall > 0)
    rehearsal.since = (int)((g_get_real_time () - state.last_wall) / G_TIME_SPAN_DAY);
  return rehearsal;
}

/* One that is half-way is gone on with first. */
static gboolean
is_half_way (GPtrArray *plan, CharterPack *pack)
{
  for (guint i = 0; i < plan->len; i++)
    if (((CharterDeed *)plan->pdata[i])->exam != NULL && ((CharterDeed *)plan->pdata[i])->pack == pack)
      return TRUE;
  return FALSE;
}

static void
add_rehearsal (GPtrArray *plan, CharterPack *pack, CharterStudy *study, const CharterFindings *findings)
{
  g_autofree CharterRehearsal *rehearsals = g_new (CharterRehearsal, pack->n_exams + 1);
  double met = findings->n_items > 0 ? (double)findings->n_seen / findings->n_items : 0;
  CharterDeed *deed;
  int days = -1, index;

  if (has (plan, CHARTER_PROPOSAL_REHEARSE) || is_half_way (plan, pack))
    return;
  for (guint i = 0; i < pack->n_exams; i++)
    rehearsals[i] = read_rehearsal (pack, &pack->exams[i], study, findings);
  if (!charter_plan_get_exam (study, &days))
    days = -1;
  index = charter_rehearsal_pick (rehearsals, pack->n_exams, days, met);
  if (index < 0)
    return;
  deed = add (plan, CHARTER_PROPOSAL_REHEARSE, pack);
  deed->exam = &pack->exams[index];
  deed->proposal.days = days;
  deed->proposal.since = charter_rehearsal_get_since (rehearsals, pack->n_exams);
  deed->proposal.n_seen = findings->n_seen;
  deed->proposal.n_items = findings->n_items;
}

static void
add_findings (GPtrArray *plan, CharterStudy *study, const CharterFindings *findings)
{
  if (findings->n_due > 0)
    {
      CharterDeed *deed = add (plan, CHARTER_PROPOSAL_REVIEW, NULL);

      deed->proposal.n = findings->n_due;
      deed->proposal.n_fading = findings->n_fading;
    }
  if (findings->idea.pack != NULL)
    add_set (plan, CHARTER_PROPOSAL_IDEA, &findings->idea)->idea = findings->what;
  add_round (plan, study, findings);
  if (findings->mistakes.pack != NULL)
    add_set (plan, CHARTER_PROPOSAL_MISTAKES, &findings->mistakes);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const CharterDeed *first = *(CharterDeed **)a;
  const CharterDeed *second = *(CharterDeed **)b;

  return (int)charter_proposal_get_rank (&first->proposal) - (int)charter_proposal_get_rank (&second->proposal);
}

GPtrArray *
charter_plan_make (CharterLibrary *library, CharterStudy *study, const CharterFindings *findings)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify)deed_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (library));

  add_left_quizzes (plan, library, study);
  add_lesson_left (plan, library, study);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CharterPackFile) file = g_list_model_get_item (G_LIST_MODEL (library), i);
      CharterPack *pack = charter_pack_file_get_pack (file);

      add_new_lesson (plan, pack, study);
      for (guint j = 0; j < pack->n_groups; j++)
        add_scenario (plan, pack, pack->groups[j], study);
      if (findings != NULL)
        add_rehearsal (plan, pack, study, findings);
    }
  if (findings != NULL)
    add_findings (plan, study, findings);
  g_ptr_array_sort (plan, compare_ranks);
  return plan;
}

gboolean
charter_plan_is_first_time (CharterStudy *study)
{
  g_autoptr (GPtrArray) left = charter_study_list_open_sessions (study);
  g_autofree char *pack = NULL;
  g_autofree char *lesson = NULL;
  guint n_answers, n_right;

  charter_study_count_answers (study, 0, &n_answers, &n_right);
  return left->len == 0 && n_answers == 0 && !charter_study_has_finished (study)
         && !charter_study_get_last_lesson (study, &pack, &lesson);
}
