/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-report-ideas.h"

GPtrArray *
charter_report_find_ideas (CharterPack *pack, const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  g_autofree const char **refs = charter_scoring_list_misconceptions (item, response, seed);
  GPtrArray *ideas = g_ptr_array_new ();

  for (guint i = 0; refs[i] != NULL; i++)
    {
      const CharterMisconception *idea = charter_pack_find_misconception (pack, refs[i]);

      if (idea != NULL && !g_ptr_array_find (ideas, idea, NULL))
        g_ptr_array_add (ideas, (gpointer)idea);
    }
  return ideas;
}

static void
count (GArray *ideas, CharterPack *pack, const CharterMisconception *misconception, guint position)
{
  const CharterReportIdea idea = { pack, misconception, 1, position };

  for (guint i = 0; i < ideas->len; i++)
    {
      CharterReportIdea *other = &g_array_index (ideas, CharterReportIdea, i);

      if (other->misconception == misconception)
        {
          other->n_shown++;
          return;
        }
    }
  g_array_append_val (ideas, idea);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const CharterReportIdea *left = a, *right = b;

  if (left->n_shown != right->n_shown)
    return left->n_shown > right->n_shown ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

GArray *
charter_report_list_ideas (const CharterReport *report)
{
  GArray *ideas = g_array_new (FALSE, FALSE, sizeof (CharterReportIdea));

  for (guint i = 0; i < report->n_items; i++)
    {
      const CharterReportItem *item = &report->items[i];
      g_autoptr (GPtrArray) shown = NULL;

      if (!item->is_answered)
        continue;
      shown = charter_report_find_ideas (item->step->pack, item->step->item, item->response, item->step->seed);
      for (guint j = 0; j < shown->len; j++)
        count (ideas, item->step->pack, shown->pdata[j], i);
    }
  g_array_sort (ideas, compare);
  return ideas;
}
