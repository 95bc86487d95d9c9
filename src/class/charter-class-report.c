/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-report.h"

#include "charter-class-export.h"

static const CharterClassSubject *
get_subject (const CharterClassReport *report, guint index)
{
  return &g_array_index (report->subjects, CharterClassSubject, index);
}

/* Returns: (nullable) */
static const char *
find_title (const CharterPack *pack, const char *group_id)
{
  const CharterExam *exam = charter_pack_find_exam (pack, group_id);
  const CharterGroup *group = charter_pack_find_group (pack, group_id);

  if (exam != NULL)
    return exam->title.plain;
  return group != NULL ? group->title.plain : NULL;
}

char *
charter_class_report_dup_title (const CharterClassReport *report, guint index)
{
  const CharterClassSubject *subject = get_subject (report, index);

  for (guint i = 0; i < report->packs->len; i++)
    {
      const CharterPack *pack = report->packs->pdata[i];
      const char *title = g_str_equal (pack->id, subject->pack) ? find_title (pack, subject->group) : NULL;

      if (title != NULL && *title != '\0')
        return g_strdup (title);
    }
  return g_strdup_printf ("%s#%s", subject->pack, subject->group);
}

void
charter_class_report_choose (CharterClassReport *report, guint index)
{
  const CharterClassSubject *subject = get_subject (report, index);
  CharterClassTable *table = charter_class_table_new (report->pile, subject->pack, subject->group, report->packs);

  g_clear_pointer (&report->analysis, charter_class_analysis_free);
  g_clear_pointer (&report->faults, g_ptr_array_unref);
  g_free (report->title);
  report->subject = index;
  report->title = charter_class_report_dup_title (report, index);
  report->analysis = charter_class_analysis_new (table);
  report->faults = charter_class_list_faults (report->pile, table);
}

CharterClassReport *
charter_class_report_new (CharterClassPile *pile, GPtrArray *packs)
{
  CharterClassReport *report = g_new0 (CharterClassReport, 1);

  report->pile = pile;
  report->packs = g_ptr_array_ref (packs);
  report->subjects = charter_class_pile_list_subjects (pile);
  if (report->subjects->len > 0)
    {
      charter_class_report_choose (report, 0);
      return report;
    }
  report->faults = g_ptr_array_new ();
  g_ptr_array_extend (report->faults, pile->faults, NULL, NULL);
  return report;
}

void
charter_class_report_free (CharterClassReport *report)
{
  g_ptr_array_unref (report->faults);
  g_clear_pointer (&report->analysis, charter_class_analysis_free);
  g_array_unref (report->subjects);
  g_ptr_array_unref (report->packs);
  charter_class_pile_free (report->pile);
  g_free (report->title);
  g_free (report);
}
