/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-report-ideas.h"

#include "charter-shelf.h"

static void
clear_idea (gpointer data)
{
  charter_pack_unref (((CharterReportIdea *)data)->pack);
}

GArray *
charter_report_ideas_new (void)
{
  GArray *ideas = g_array_new (FALSE, FALSE, sizeof (CharterReportIdea));

  g_array_set_clear_func (ideas, clear_idea);
  return ideas;
}

/* Its pack may have been read anew meanwhile. Returns: (nullable) valid until the next is added */
static CharterReportIdea *
find (GArray *ideas, const CharterPack *pack, const CharterMisconception *misconception)
{
  for (guint i = 0; i < ideas->len; i++)
    {
      CharterReportIdea *idea = &g_array_index (ideas, CharterReportIdea, i);

      if (g_str_equal (idea->misconception->id, misconception->id) && g_str_equal (idea->pack->id, pack->id))
        return idea;
    }
  return NULL;
}

/* pack: its own, kept by the array. */
static void
count (GArray *ideas, CharterPack *pack, const CharterMisconception *misconception, guint position)
{
  const CharterReportIdea idea = { pack, misconception, 1, position };
  CharterReportIdea *known = find (ideas, pack, misconception);

  if (known)
    known->n_shown++;
  else
    {
      charter_pack_ref (pack);
      g_array_append_val (ideas, idea);
    }
}

void
charter_report_ideas_add (GArray *ideas, CharterPack *pack, const char *ref)
{
  g_autoptr (CharterPack) home = charter_pack_follow (pack, ref);
  const CharterMisconception *misconception = home ? charter_pack_find_misconception (home, ref) : NULL;

  if (misconception && !find (ideas, home, misconception))
    count (ideas, home, misconception, 0);
}

GArray *
charter_report_find_ideas (CharterPack *pack, const CharterItem *item, const CharterResponse *response, guint64 seed)
{
  g_autofree const char **refs = charter_scoring_list_misconceptions (item, response, seed);
  GArray *ideas = charter_report_ideas_new ();

  for (guint i = 0; refs[i] != NULL; i++)
    charter_report_ideas_add (ideas, pack, refs[i]);
  return ideas;
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
  GArray *ideas = charter_report_ideas_new ();

  for (guint i = 0; i < report->n_items; i++)
    {
      const CharterReportItem *item = &report->items[i];
      g_autoptr (GArray) shown = NULL;

      if (!item->is_answered)
        continue;
      shown = charter_report_find_ideas (item->step->pack, item->step->item, item->response, item->step->seed);
      for (guint j = 0; j < shown->len; j++)
        {
          const CharterReportIdea *idea = &g_array_index (shown, CharterReportIdea, j);

          count (ideas, idea->pack, idea->misconception, i);
        }
    }
  g_array_sort (ideas, compare);
  return ideas;
}
