/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charter-scoring.h"

#define EQUAL 1e-6 /* points closer than this are the same */

/* What is said of one sheet, counted. */
typedef struct {
  guint n_used, n_again, n_foreign, n_misfits, n_rescored;
} Tally;

typedef struct {
  CharterClassTable *table;
  GHashTable *columns;  /* index + 1 by "pack item key" */
  GHashTable *learners; /* index + 1 by name */
  GHashTable *met;      /* learner and column in one number: has a mark */
} Making;

static void
column_free (gpointer data)
{
  CharterClassColumn *column = data;

  g_clear_pointer (&column->home, charter_pack_unref);
  g_array_unref (column->marks);
  g_free (column);
}

void
charter_class_table_free (CharterClassTable *table)
{
  g_ptr_array_unref (table->columns);
  g_array_unref (table->learners);
  g_ptr_array_unref (table->faults);
  g_ptr_array_unref (table->packs);
  g_free (table);
}

static void
tell (Making *making, const CharterClassSheet *sheet, const char *sentence)
{
  g_ptr_array_add (making->table->faults, charter_class_fault_new (sheet->file, sentence));
}

/* ---- items ---- */

static CharterPack *
find_pack (GPtrArray *packs, const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (((CharterPack *)packs->pdata[i])->id, id))
      return packs->pdata[i];
  return NULL;
}

static void
look_up (CharterClassColumn *column, CharterPack *pack)
{
  const CharterItem *item = charter_pack_find_item (pack, column->id);
  g_autofree char *key_hash = item != NULL ? charter_item_dup_key_hash (item) : NULL;

  column->other_key = item != NULL && !g_str_equal (key_hash, column->key_hash);
  if (item == NULL || column->other_key)
    return;
  column->home = charter_pack_ref (pack);
  column->item = item;
  column->maximum = item->points;
  column->kind = item->kind;
}

/* Returns: (nullable) NULL where its pack is at hand and has no such item */
static CharterClassColumn *
make_column (Making *making, const CharterClassAnswer *answer)
{
  CharterPack *pack = find_pack (making->table->packs, answer->pack);
  CharterClassColumn *column;

  if (pack != NULL && charter_pack_find_item (pack, answer->item) == NULL)
    return NULL;
  column = g_new0 (CharterClassColumn, 1);
  *column = (CharterClassColumn){ .pack = answer->pack,
                                  .id = answer->item,
                                  .key_hash = answer->key_hash,
                                  .kind = answer->kind,
                                  .maximum = answer->maximum };
  column->marks = g_array_new (FALSE, FALSE, sizeof (CharterClassMark));
  if (pack != NULL)
    look_up (column, pack);
  g_ptr_array_add (making->table->columns, column);
  return column;
}

static CharterClassColumn *
get_column (Making *making, const CharterClassAnswer *answer, guint *index)
{
  g_autofree char *name = g_strdup_printf ("%s %s %s", answer->pack, answer->item, answer->key_hash);
  gpointer known = g_hash_table_lookup (making->columns, name);

  if (known == NULL)
    {
      if (make_column (making, answer) == NULL)
        return NULL;
      known = GUINT_TO_POINTER (making->table->columns->len);
      g_hash_table_insert (making->columns, g_steal_pointer (&name), known);
    }
  *index = GPOINTER_TO_UINT (known) - 1;
  return making->table->columns->pdata[*index];
}

/* ---- an answer ---- */

static gboolean
is_known (const CharterItem *item, const char *id)
{
  return id == NULL || charter_item_find_part (item, id) != NULL || charter_item_find_slot (item, id) != NULL;
}

static gboolean
names_only_known (const CharterItem *item, const CharterResponse *response)
{
  for (guint i = 0; i < charter_response_get_n (response); i++)
    {
      CharterPairing pairing = charter_response_get (response, i);
      if (!is_known (item, pairing.source) || !is_known (item, pairing.target))
        return FALSE;
    }
  return TRUE;
}

/* By the item's key. Returns: FALSE where the answer can't be one to this item */
static gboolean
score_by_key (const CharterClassColumn *column, CharterClassMark *mark)
{
  const CharterClassAnswer *answer = mark->answer;
  CharterResponseShape shape = charter_item_kind_response_shape (column->kind);
  g_autoptr (CharterResponse) response = NULL;
  CharterScore score;

  if (answer->kind != column->kind)
    return FALSE;
  if (answer->response == NULL)
    return TRUE;
  response = charter_response_parse (shape, answer->response, NULL);
  if (response == NULL || !names_only_known (column->item, response))
    return FALSE;
  score = charter_scoring_score (column->item, response, answer->seed);
  mark->points = score.points;
  mark->correct = score.correct;
  return TRUE;
}

static gboolean
score_by_file (const CharterClassColumn *column, CharterClassMark *mark)
{
  mark->points = mark->answer->points;
  mark->correct = mark->answer->response != NULL && mark->points >= column->maximum - EQUAL;
  return mark->answer->kind == column->kind && fabs (mark->answer->maximum - column->maximum) < EQUAL;
}

static gboolean
is_met (Making *making, guint learner, guint column)
{
  gint64 both = (gint64)learner << 32 | column;

  return !g_hash_table_add (making->met, g_memdup2 (&both, sizeof both));
}

static void
add_mark (Making *making, CharterClassColumn *column, CharterClassMark mark)
{
  CharterClassLearner *learner = &g_array_index (making->table->learners, CharterClassLearner, mark.learner);

  g_array_append_val (column->marks, mark);
  learner->n++;
  learner->points += mark.points;
  learner->maximum += column->maximum;
}

static void
add_answer (Making *making, guint learner, const CharterClassAnswer *answer, Tally *tally)
{
  CharterClassMark mark = { .learner = learner, .answer = answer };
  guint index = 0;
  CharterClassColumn *column = get_column (making, answer, &index);

  if (column == NULL)
    tally->n_foreign++;
  else if (!(column->item != NULL ? score_by_key (column, &mark) : score_by_file (column, &mark)))
    tally->n_misfits++;
  else if (is_met (making, learner, index))
    tally->n_again++;
  else
    {
      tally->n_rescored += fabs (mark.points - answer->points) > EQUAL;
      tally->n_used++;
      add_mark (making, column, mark);
    }
}

/* ---- a sheet ---- */

/* sentence: (transfer full) */
static void
tell_count (Making *making, const CharterClassSheet *sheet, guint n, char *sentence)
{
  if (n > 0)
    tell (making, sheet, sentence);
  g_free (sentence);
}

static void
tell_tally (Making *making, const CharterClassSheet *sheet, const Tally *tally)
{
  guint n = tally->n_again;

  tell_count (
    making, sheet, n,
    g_strdup_printf (ngettext ("%'u answer of this learner is in a file before it, and only the first counts. "
                               "Where these are two people, one of them needs another name.",
                               "%'u answers of this learner are in files before it, and only the first "
                               "count. Where these are two people, one of them needs another name.",
                               n),
                     n));
  n = tally->n_foreign;
  tell_count (making, sheet, n,
              g_strdup_printf (ngettext ("%'u question in it is not in the pack that it names, and was left out.",
                                         "%'u questions in it are not in the packs that they name, and were left out.",
                                         n),
                               n));
  n = tally->n_misfits;
  tell_count (making, sheet, n,
              g_strdup_printf (ngettext ("%'u answer in it can’t be one to its question, and was left out.",
                                         "%'u answers in it can’t be answers to their questions, and were left out.",
                                         n),
                               n));
  n = tally->n_rescored;
  tell_count (making, sheet, n,
              g_strdup_printf (ngettext ("%'u answer in it has other points than its key gives; those of the key were "
                                         "taken.",
                                         "%'u answers in it have other points than their keys give; those of the keys "
                                         "were taken.",
                                         n),
                               n));
  if (tally->n_used + tally->n_again + tally->n_foreign + tally->n_misfits == 0)
    tell (making, sheet, _ ("Nothing in it is a first attempt that counts, so nothing of it was used."));
}

static guint
get_learner (Making *making, const char *name)
{
  gpointer known = g_hash_table_lookup (making->learners, name);
  CharterClassLearner added = { .name = name };

  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  g_array_append_val (making->table->learners, added);
  g_hash_table_insert (making->learners, (gpointer)name, GUINT_TO_POINTER (making->table->learners->len));
  return making->table->learners->len - 1;
}

static void
add_sheet (Making *making, const CharterClassSheet *sheet)
{
  guint learner = get_learner (making, sheet->result->name);
  Tally tally = { 0 };

  for (guint i = 0; i < sheet->result->answers->len; i++)
    {
      const CharterClassAnswer *answer = &g_array_index (sheet->result->answers, CharterClassAnswer, i);
      if (answer->counts && answer->first)
        add_answer (making, learner, answer, &tally);
    }
  tell_tally (making, sheet, &tally);
}

static void
tell_other (Making *making, const CharterClassSheet *sheet)
{
  g_autofree char *sentence = g_strdup_printf (_ ("It is of something else, %s#%s, and was left out."),
                                               sheet->result->pack, sheet->result->group);

  tell (making, sheet, sentence);
}

/* ---- tidying ---- */

/* Who has no mark is no learner of the class; the others are numbered anew. */
static void
drop_empty (CharterClassTable *table)
{
  g_autofree guint *moved = g_new0 (guint, table->learners->len + 1);
  guint n = 0;

  for (guint i = 0; i < table->learners->len; i++)
    {
      CharterClassLearner learner = g_array_index (table->learners, CharterClassLearner, i);
      moved[i] = n;
      if (learner.n > 0)
        g_array_index (table->learners, CharterClassLearner, n++) = learner;
    }
  g_array_set_size (table->learners, n);
  for (guint i = table->columns->len; i > 0; i--)
    {
      GArray *marks = ((CharterClassColumn *)table->columns->pdata[i - 1])->marks;
      for (guint j = 0; j < marks->len; j++)
        g_array_index (marks, CharterClassMark, j).learner = moved[g_array_index (marks, CharterClassMark, j).learner];
      if (marks->len == 0)
        g_ptr_array_remove_index (table->columns, i - 1);
    }
}

CharterClassTable *
charter_class_table_new (const CharterClassPile *pile, const char *pack, const char *group, GPtrArray *packs)
{
  CharterClassTable *table = g_new (CharterClassTable, 1);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) learners = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Making making = { table, columns, learners, met };

  table->columns = g_ptr_array_new_with_free_func (column_free);
  table->learners = g_array_new (FALSE, FALSE, sizeof (CharterClassLearner));
  table->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_class_fault_free);
  table->packs = g_ptr_array_ref (packs);
  for (guint i = 0; i < pile->sheets->len; i++)
    {
      const CharterClassSheet *sheet = pile->sheets->pdata[i];

      if (g_str_equal (sheet->result->pack, pack) && g_str_equal (sheet->result->group, group))
        add_sheet (&making, sheet);
      else
        tell_other (&making, sheet);
    }
  drop_empty (table);
  return table;
}
