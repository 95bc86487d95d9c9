/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-quiz-list.h"

#include <glib/gi18n.h>

#include "tool-command.h"

static void
list_cases (const CharterPack *pack, ToolOut *out)
{
  for (guint i = 0; i < pack->n_cases; i++)
    {
      g_autofree char *lead = g_strdup_printf ("  %s  ", pack->cases[i]->id);

      tool_out_wrapf (out, lead, _ ("%s (a case: you decide what happens next)"), pack->cases[i]->title.plain);
    }
}

static void
list_exams (const CharterPack *pack, ToolOut *out)
{
  for (guint i = 0; i < pack->n_exams; i++)
    {
      const CharterExam *exam = &pack->exams[i];
      g_autofree char *lead = g_strdup_printf ("  %s  ", exam->id);
      g_autofree char *count = g_strdup_printf (ngettext ("%'u question", "%'u questions", exam->items), exam->items);

      tool_out_wrapf (out, lead,
                      ngettext ("%s (an exam: %s in %'u minute)", "%s (an exam: %s in %'u minutes)", exam->minutes),
                      exam->title.plain, count, exam->minutes);
    }
}

static const char *
get_first_id (const CharterPack *pack)
{
  if (pack->n_groups > 0)
    return pack->groups[0]->id;
  return pack->n_cases > 0 ? pack->cases[0]->id : pack->exams[0].id;
}

int
tool_quiz_list (const CharterPack *pack, const char *name, ToolOut *out)
{
  tool_out_wrapf (out, "", _ ("There are several quizzes in %s:"), pack->title.plain);
  for (guint i = 0; i < pack->n_groups; i++)
    {
      const CharterGroup *group = pack->groups[i];
      g_autofree char *lead = g_strdup_printf ("  %s  ", group->id);
      guint n = charter_group_count_open (group);

      tool_out_wrapf (out, lead, ngettext ("%s (%'u question)", "%s (%'u questions)", n), group->title.plain, n);
    }
  list_cases (pack, out);
  list_exams (pack, out);
  tool_out_wrapf (out, "", _ ("Choose one: charter-tool quiz %s %s"), name, get_first_id (pack));
  return TOOL_CLEAN;
}

int
tool_quiz_fail_unknown (const CharterPack *pack, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("The pack has no scenario, bank, case or exam with the id “%s”."), id);

  for (guint i = 0; i < pack->n_groups; i++)
    g_ptr_array_add (ids, (gpointer)pack->groups[i]->id);
  for (guint i = 0; i < pack->n_cases; i++)
    g_ptr_array_add (ids, (gpointer)pack->cases[i]->id);
  for (guint i = 0; i < pack->n_exams; i++)
    g_ptr_array_add (ids, (gpointer)pack->exams[i].id);
  g_ptr_array_add (ids, NULL);
  return tool_fail_unknown (what, id, (const char *const *)ids->pdata,
                            _ ("Without an id, “charter-tool quiz” lists them."));
}
