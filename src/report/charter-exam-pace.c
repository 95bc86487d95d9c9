/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-pace.h"

static void
add_to_part (CharterPacePart *part, const CharterReportItem *item)
{
  part->n++;
  part->n_answered += item->is_answered;
  part->n_counted += item->counts;
  part->n_right += item->counts && item->score.correct;
  part->time += item->time;
}

static void
judge (CharterExamPace *pace, const CharterReportItem *item)
{
  double share = pace->given > 0 ? (double)item->time / pace->given : 1;
  gboolean rushed = item->is_answered && share < CHARTER_PACE_RUSHED;

  pace->n_open += !item->is_answered;
  pace->n_rushed += rushed;
  pace->n_rushed_wrong += rushed && !item->score.correct;
  pace->n_slow += share > CHARTER_PACE_SLOW;
}

CharterExamPace
charter_exam_pace_find (const CharterReport *report, gint64 limit, gint64 left)
{
  CharterExamPace pace = { .left = limit > 0 ? left : 0 };
  guint n_seen = 0;

  pace.given = report->n_items > 0 ? limit / report->n_items : 0;
  for (guint i = 0; i < report->n_items; i++)
    {
      const CharterReportItem *item = &report->items[i];

      add_to_part (&pace.parts[i * CHARTER_PACE_N_PARTS / report->n_items], item);
      judge (&pace, item);
      n_seen += item->time > 0;
    }
  pace.taken = n_seen > 0 ? report->time / n_seen : 0;
  return pace;
}
