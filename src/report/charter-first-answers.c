/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-first-answers.h"

#include <string.h>

/* A draw is from a whole pack, by its id, or from one bank or scenario, "id" of home or "pack#id". Ids of packs have
 * dots, those of banks none. */
static gboolean
is_from (const CharterPack *home, const CharterDraw *draw, const CharterPack *pack, const char *group)
{
  const char *hash = strchr (draw->from, '#');
  g_autofree char *pack_id = hash != NULL ? g_strndup (draw->from, (gsize)(hash - draw->from)) : NULL;

  if (g_str_equal (draw->from, pack->id))
    return TRUE;
  if (!g_str_equal (pack_id != NULL ? pack_id : home->id, pack->id))
    return FALSE;
  return group == NULL || g_str_equal (hash != NULL ? hash + 1 : draw->from, group);
}

static gboolean
is_drawn (const CharterPack *home, const CharterExam *exam, const CharterPack *pack, const char *group)
{
  for (guint i = 0; i < exam->n_draws; i++)
    if (is_from (home, &exam->draws[i], pack, group))
      return TRUE;
  return FALSE;
}

gboolean
charter_first_answers_are_in (const CharterPack *home, const CharterExam *exam, const CharterPack *pack)
{
  return is_drawn (home, exam, pack, NULL);
}

guint
charter_first_answers_count_questions (const CharterExam *exam)
{
  return MAX (exam->items - MIN (exam->unscored, exam->items), 1);
}

void
charter_first_answers_add (const CharterDomains *domains,
                           const CharterPack *home,
                           const CharterExam *exam,
                           const CharterPack *pack,
                           GPtrArray *records,
                           gint64 since,
                           CharterStratum *strata)
{
  for (guint i = 0; i < charter_domains_get_n (domains); i++)
    strata[i].weight = charter_domains_get (domains, i)->weight;
  for (guint i = 0; i < records->len; i++)
    {
      const CharterItemRecord *record = records->pdata[i];
      const CharterItem *item = charter_pack_find_item (pack, record->item);
      guint index;

      if (item == NULL || !record->has_first || record->first.wall < since || !is_drawn (home, exam, pack, item->group)
          || !charter_domains_find (domains, pack, item->topic, &index))
        continue;
      strata[index].n++;
      strata[index].n_right += record->first.correct;
    }
}
