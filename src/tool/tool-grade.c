/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-grade.h"

#include <glib/gi18n.h>

#include "charter-review-words.h"
#include "charter-study-grading.h"
#include "charter-study-say.h"
#include "tool-input.h"
#include "tool-line.h"

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
load (CharterStudy *study, CharterSession *session, guint position, CharterGrading *grading, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_load_grading_async (study, session, position, NULL, on_result, &result);
  await (&result);
  return charter_study_load_grading_finish (study, result, grading, error);
}

static gboolean
save (CharterStudy *study, CharterSession *session, guint position, CharterGrade grade, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterEvent) event = NULL;

  charter_study_grade_async (study, session, position, grade, NULL, on_result, &result);
  await (&result);
  event = charter_study_say_finish (study, result, error);
  return event != NULL;
}

static void
tell (const CharterGrading *grading, ToolOut *out)
{
  tool_out_gap (out);
  for (guint i = 0; i < CHARTER_N_GRADES; i++)
    {
      g_autofree char *words = charter_review_dup_interval_words (grading->days[i]);
      tool_out_linef (out, "%s %u  %s, %s", grading->grade == i + 1 ? "→" : " ", i + 1,
                      charter_grade_get_name ((CharterGrade)(i + 1)), words);
    }
  if (grading->grade == grading->rule->grade)
    tool_out_wrap (out, "", charter_grade_rule_get_why (grading->rule));
}

/* Returns: 0 where the line names none */
static CharterGrade
read_grade (const char *line)
{
  return strlen (line) == 1 && *line >= '1' && *line <= '4' ? (CharterGrade)(*line - '0') : 0;
}

/* Returns: FALSE where it can't be saved; then it is asked once more */
static gboolean
take (CharterStudy *study, CharterSession *session, guint position, CharterGrade grade, ToolOut *out)
{
  g_autoptr (GError) error = NULL;

  if (save (study, session, position, grade, &error))
    return TRUE;
  tool_out_wrap (out, "", error->message);
  return FALSE;
}

gboolean
tool_grade_ask (CharterStudy *study, CharterSession *session, guint position, ToolOut *out)
{
  CharterGrading grading;

  if (!load (study, session, position, &grading, NULL) || grading.grade == 0)
    return TRUE;
  tell (&grading, out);
  for (;;)
    {
      g_autofree char *line = tool_input_ask (_ ("Enter to go on, or another grade (1 to 4; q: leave) "), out);
      CharterGrade grade;

      if (line == NULL || tool_line_read (line) == TOOL_LINE_QUIT)
        return FALSE;
      grade = read_grade (line);
      if (*line == '\0' || grade == grading.grade || (grade != 0 && take (study, session, position, grade, out)))
        return TRUE;
    }
}
