/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-plan.h"

#include "charter-rows.h"

#define GOOD_ENOUGH .9 /* a best score from here on is not proposed again */

static void
deed_free (CharterDeed *deed)
{
  charter_pack_unref (deed->pack);
  g_free (deed->session);
  g_free (deed);
}

static CharterDeed *
add (GPtrArray *plan, CharterDeedKind kind, CharterPack *pack)
{
  CharterDeed *deed = g_new0 (CharterDeed, 1);

  deed->kind = kind;
  deed->pack = charter_pack_ref (pack);
  g_ptr_array_add (plan, deed);
  return deed;
}

static gboolean
has (GPtrArray *plan, CharterDeedKind kind)
{
  for (guint i = 0; i < plan->len; i++)
    if (((CharterDeed *)plan->pdata[i])->kind == kind)
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
is_quiz (const CharterOpenSession *open, const CharterGroup *group)
{
  return open->n_steps > 0
         && (g_str_equal (open->group, CHARTER_STUDY_BUILT) || (group != NULL && group->is_scenario));
}

/* Only quizzes and cases: a check in a lesson that was left is met again in the lesson. */
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
      CharterDeed *deed;

      if (pack == NULL || (story == NULL && !is_quiz (open, group)))
        continue;
      deed = add (plan, CHARTER_DEED_RESUME, pack);
      deed->group = group;
      deed->story = story;
      deed->session = g_strdup (open->session);
      deed->position = open->position;
      deed->n_steps = open->n_steps;
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
      CharterDeed *deed = add (plan, CHARTER_DEED_READ_ON, pack);

      deed->lesson = lesson;
      deed->done = done;
    }
}

static void
add_new_lesson (GPtrArray *plan, CharterPack *pack, CharterStudy *study)
{
  for (guint i = 0; i < pack->n_lessons && !has (plan, CHARTER_DEED_READ); i++)
    if (charter_study_get_reading_place (study, pack->id, pack->lessons[i]->id, NULL) <= 0)
      add (plan, CHARTER_DEED_READ, pack)->lesson = pack->lessons[i];
}

static void
add_scenario (GPtrArray *plan, CharterPack *pack, const CharterGroup *group, CharterStudy *study)
{
  g_auto (CharterGroupState) state = { 0 };
  CharterDeedKind kind;
  CharterDeed *deed;

  if (!group->is_scenario || group->n_items == 0)
    return;
  charter_study_get_group_state (study, pack->id, group->id, &state);
  if (state.open_session != NULL || state.best >= GOOD_ENOUGH)
    return;
  kind = state.best < 0 ? CHARTER_DEED_TRY : CHARTER_DEED_TRY_AGAIN;
  if (has (plan, kind))
    return;
  deed = add (plan, kind, pack);
  deed->group = group;
  deed->done = MAX (0, state.best);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const CharterDeed *first = *(CharterDeed **)a;
  const CharterDeed *second = *(CharterDeed **)b;

  return (int)first->kind - (int)second->kind;
}

GPtrArray *
charter_plan_make (CharterLibrary *library, CharterStudy *study)
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
    }
  g_ptr_array_sort (plan, compare_kinds);
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
