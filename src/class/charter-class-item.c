/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-item.h"

#include <math.h>
#include <string.h>

#include "charter-class-choices.h"
#include "charter-class-moments.h"
#include "charter-scoring.h"

#define Z 1.959964 /* 95 % of the normal distribution */

static const CharterClassMark *
get_mark (const CharterClassColumn *column, guint i)
{
  return &g_array_index (column->marks, CharterClassMark, i);
}

/* ---- how hard it is, and whether it tells the able from the others ---- */

static void
add_facility (CharterClassItem *item)
{
  double sum = 0;

  for (guint i = 0; i < item->n; i++)
    {
      const CharterClassMark *mark = get_mark (item->column, i);

      sum += mark->points / item->column->maximum;
      item->n_answered += mark->answer->response != NULL;
      item->n_right += mark->correct;
    }
  item->facility = item->n > 0 ? sum / item->n : NAN;
  item->facility_interval = charter_interval_wilson_at (CLAMP (item->facility, 0, 1), MAX (item->n, 1), Z);
}

/* The rest is what the learner reached of all other items, as a share: who had other papers had other maxima. */
static void
add_discrimination (CharterClassItem *item, const CharterClassTable *table)
{
  g_autofree double *x = g_new (double, item->n);
  g_autofree double *rest = g_new (double, item->n);
  double maximum = item->column->maximum;

  for (guint i = 0; i < item->n; i++)
    {
      const CharterClassMark *mark = get_mark (item->column, i);
      const CharterClassLearner *learner = &g_array_index (table->learners, CharterClassLearner, mark->learner);

      if (learner->n < 2)
        continue;
      x[item->n_rest] = mark->points / maximum;
      rest[item->n_rest++] = (learner->points - mark->points) / (learner->maximum - maximum);
    }
  item->discrimination = charter_class_discrimination (x, rest, item->n_rest);
  item->efficiency = charter_class_efficiency (x, rest, item->n_rest);
  charter_class_correlation_interval (item->discrimination / 100, item->n_rest, &item->discrimination_low,
                                      &item->discrimination_high);
  item->discrimination_low *= 100;
  item->discrimination_high *= 100;
}

/* ---- how sure, how long ---- */

static void
add_confidence (CharterClassItem *item)
{
  for (guint i = 0; i < item->n; i++)
    {
      const CharterClassMark *mark = get_mark (item->column, i);

      if (mark->answer->response == NULL)
        continue;
      item->n_sure[mark->answer->confidence]++;
      item->n_sure_right[mark->answer->confidence] += mark->correct;
    }
}

static void
add_times (CharterClassItem *item)
{
  g_autofree double *times = g_new (double, item->n);

  for (guint i = 0; i < item->n; i++)
    {
      const CharterClassAnswer *answer = get_mark (item->column, i)->answer;
      if (answer->response != NULL && answer->time > 0)
        times[item->n_timed++] = (double)answer->time / 1000;
    }
  charter_class_sort (times, item->n_timed);
  for (guint i = 0; i < 3; i++)
    item->quartiles[i] = charter_class_quantile (times, item->n_timed, (i + 1) / 4.0);
}

/* ---- misconceptions ---- */

/* A ref leads into the item's own pack, or names another one: "pack#id". */
static const CharterMisconception *
find_misconception (const CharterClassItem *item, GPtrArray *packs, const char *ref)
{
  const char *hash = strchr (ref, '#');

  if (hash == NULL)
    return charter_pack_find_misconception (item->column->home, ref);
  for (guint i = 0; i < packs->len; i++)
    {
      const CharterPack *pack = packs->pdata[i];
      if (strlen (pack->id) == (gsize)(hash - ref) && g_str_has_prefix (ref, pack->id))
        return charter_pack_find_misconception (pack, ref);
    }
  return NULL;
}

static void
count_idea (CharterClassItem *item, const char *ref)
{
  for (guint i = 0; i < item->ideas->len; i++)
    {
      CharterClassIdea *idea = &g_array_index (item->ideas, CharterClassIdea, i);
      idea->n_shown += g_str_equal (idea->ref, ref);
    }
}

static void
add_shown (CharterClassItem *item, const CharterClassMark *mark)
{
  const CharterItem *asked = item->column->item;
  g_autoptr (CharterResponse) response
    = charter_response_parse (charter_item_kind_response_shape (asked->kind), mark->answer->response, NULL);
  g_autofree const char **refs = charter_scoring_list_misconceptions (asked, response, mark->answer->seed);

  for (guint i = 0; refs[i] != NULL; i++)
    count_idea (item, refs[i]);
}

int
charter_class_idea_compare (gconstpointer a, gconstpointer b)
{
  const CharterClassIdea *left = a, *right = b;

  if (left->n_shown != right->n_shown)
    return left->n_shown > right->n_shown ? -1 : 1;
  return g_strcmp0 (left->ref, right->ref);
}

static void
add_ideas (CharterClassItem *item, GPtrArray *packs)
{
  const CharterItem *asked = item->column->item;
  g_autofree const char **offered = asked != NULL ? charter_scoring_list_offered_misconceptions (asked) : NULL;

  for (guint i = 0; offered != NULL && offered[i] != NULL; i++)
    {
      CharterClassIdea idea = { offered[i], find_misconception (item, packs, offered[i]), item->n_answered, 0 };
      g_array_append_val (item->ideas, idea);
    }
  for (guint i = 0; i < item->n && item->ideas->len > 0; i++)
    if (get_mark (item->column, i)->answer->response != NULL)
      add_shown (item, get_mark (item->column, i));
  g_array_sort (item->ideas, charter_class_idea_compare);
}

/* ---- the whole ---- */

CharterClassItem *
charter_class_item_new (const CharterClassTable *table, const CharterClassColumn *column, const gint8 *thirds)
{
  CharterClassItem *item = g_new0 (CharterClassItem, 1);

  item->column = column;
  item->n = column->marks->len;
  item->ideas = g_array_new (FALSE, FALSE, sizeof (CharterClassIdea));
  add_facility (item);
  add_discrimination (item, table);
  add_confidence (item);
  add_times (item);
  add_ideas (item, table->packs);
  charter_class_choices_add (item, thirds);
  return item;
}

void
charter_class_item_free (CharterClassItem *item)
{
  g_array_unref (item->choices);
  g_array_unref (item->ideas);
  g_free (item);
}

guint
charter_class_item_count_sure (const CharterClassItem *item)
{
  return item->n_sure[CHARTER_CONFIDENCE_GUESS] + item->n_sure[CHARTER_CONFIDENCE_THINK_SO]
         + item->n_sure[CHARTER_CONFIDENCE_SURE];
}

gboolean
charter_class_item_is_small (const CharterClassItem *item, CharterClassKind kind)
{
  const guint n[CHARTER_CLASS_N_KINDS] = {
    [CHARTER_CLASS_FACILITY] = item->n,
    [CHARTER_CLASS_DISCRIMINATION] = item->n_rest,
    [CHARTER_CLASS_THIRDS] = 3 * MIN (item->n_upper, item->n_lower),
    [CHARTER_CLASS_DISTRACTORS] = item->n_answered,
    [CHARTER_CLASS_CONFIDENCE] = charter_class_item_count_sure (item),
    [CHARTER_CLASS_TIME] = item->n_timed,
    [CHARTER_CLASS_CONSISTENCY] = item->n,
  };

  return charter_class_is_small (kind, n[kind]);
}
