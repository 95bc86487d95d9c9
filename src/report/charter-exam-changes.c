/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-changes.h"

CharterExamChanges
charter_exam_changes_find (const CharterReport *report)
{
  CharterExamChanges changes = { 0 };

  for (guint i = 0; i < report->n_items; i++)
    {
      const CharterReportItem *item = &report->items[i];

      if (!item->counts || !item->is_answered || item->n_changes == 0)
        continue;
      changes.n_changed++;
      if (!item->first_known)
        changes.n_unknown++;
      else if (item->first_correct)
        item->score.correct ? changes.n_still_right++ : changes.n_to_wrong++;
      else
        item->score.correct ? changes.n_to_right++ : changes.n_still_wrong++;
    }
  return changes;
}
