/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-findings.h"

#include "charter-ranked-packs.h"
#include "charter-shelf.h"
#include "charter-study-held.h"
#include "charter-study-proposals.h"
#include "charter-study-review.h"
#include "charter-study-say.h"

static void
clear_set (CharterFindingsSet *set)
{
  g_clear_pointer (&set->pack, charter_pack_unref);
  g_clear_pointer (&set->names, g_strfreev);
}

void
charter_findings_free (CharterFindings *findings)
{
  clear_set (&findings->idea);
  clear_set (&findings->mistakes);
  clear_set (&findings->unmet);
  g_hash_table_unref (findings->n_new);
  g_free (findings);
}

static void
fill_set (CharterFindingsSet *set, CharterPack *pack, const CharterPaperItem *items, guint n_items, guint n)
{
  clear_set (set);
  set->pack = charter_pack_ref (pack);
  set->names = g_new0 (char *, n_items + 1);
  for (guint i = 0; i < n_items; i++)
    set->names[i] = charter_pack_dup_name (items[i].pack, items[i].item->id);
  set->n = n;
}

/* ---- what is due ---- */

static guint
count_fading (const CharterReviewPlan *plan, const CharterWeights *weights)
{
  guint n = 0;

  for (guint i = 0; i < plan->queue->len; i++)
    n += charter_proposals_is_fading (&g_array_index (plan->queue, CharterReviewCard, i).due, weights);
  return n;
}

/* ---- what the questions of the packs tell ---- */

static gboolean
is_worth_it (const CharterMisconceptionRank *rank)
{
  return rank->misconception != NULL && rank->n_still > 0 && rank->items->len > 0;
}

/* The best comes first. */
static void
look_at_ideas (CharterFindings *findings, const GArray *ranked, CharterHindsight *past)
{
  g_autoptr (GPtrArray) ranks = charter_ranked_packs_rank (ranked, past);

  for (guint i = 0; i < ranks->len && findings->what == NULL; i++)
    {
      const CharterMisconceptionRank *rank = ranks->pdata[i];

      if (!is_worth_it (rank))
        continue;
      fill_set (&findings->idea, rank->pack, (const CharterPaperItem *)(void *)rank->items->data, rank->items->len,
                rank->n_still);
      findings->what = rank->misconception;
    }
}

typedef struct {
  CharterPaperItem items[CHARTER_PRACTISED];
  guint n; /* also of those that did not find a place */
} Pick;

static void
pick (Pick *pick, CharterPack *pack, const CharterItem *item)
{
  if (pick->n < CHARTER_PRACTISED)
    pick->items[pick->n] = (CharterPaperItem){ .pack = pack, .item = item };
  pick->n++;
}

static void
keep_if_more (CharterFindingsSet *set, CharterPack *pack, const Pick *pick)
{
  if (pick->n > set->n)
    fill_set (set, pack, pick->items, MIN (pick->n, CHARTER_PRACTISED), pick->n);
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *by_item = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (by_item, ((CharterItemRecord *)records->pdata[i])->item, records->pdata[i]);
  return by_item;
}

static void
look_at_items (CharterFindings *findings, const CharterRankedPack *ranked, GHashTable *held)
{
  CharterPack *pack = ranked->pack;
  g_autoptr (GHashTable) by_item = index_records (ranked->records);
  Pick mistakes = { 0 }, unmet = { 0 };
  guint n_new = 0;

  for (guint i = 0; i < pack->n_items; i++)
    {
      const CharterItem *item = pack->items[i];
      const CharterItemRecord *record = g_hash_table_lookup (by_item, item->id);
      gboolean met = record != NULL && record->n_attempts > 0;

      if (charter_held_has (held, pack->id, item->id))
        continue;
      n_new += !met;
      if (item->reserved || (record != NULL && record->suspended))
        continue;
      findings->n_items++;
      findings->n_seen += met;
      if (!met)
        pick (&unmet, pack, item);
      else if (!record->last.correct)
        pick (&mistakes, pack, item);
    }
  g_hash_table_insert (findings->n_new, g_strdup (pack->id), GUINT_TO_POINTER (n_new));
  keep_if_more (&findings->mistakes, pack, &mistakes);
  keep_if_more (&findings->unmet, pack, &unmet);
}

/* ---- two at a time ---- */

/* What is due is worked out in one thread while packs are looked at in another. */
typedef struct {
  GPtrArray *packs;
  CharterHindsight *past;
  guint n_parts; /* that are not through yet */
  guint n_due, n_fading;
  CharterFindings *findings; /* in the hands of who looks at packs until both are through */
  GError *error;             /* of the part that failed first */
} Errand;

static void
errand_free (Errand *errand)
{
  g_ptr_array_unref (errand->packs);
  g_clear_pointer (&errand->past, charter_hindsight_free);
  g_clear_pointer (&errand->findings, charter_findings_free);
  g_clear_error (&errand->error);
  g_free (errand);
}

/* task: (transfer full). error: (transfer full) (nullable) */
static void
end_part (GTask *task, GError *error)
{
  g_autoptr (GTask) owned = task;
  Errand *errand = g_task_get_task_data (task);

  if (errand->error == NULL)
    errand->error = error;
  else
    g_clear_error (&error);
  if (--errand->n_parts > 0)
    return;
  errand->findings->n_due = errand->n_due;
  errand->findings->n_fading = errand->n_fading;
  if (errand->error != NULL)
    g_task_return_error (task, g_steal_pointer (&errand->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&errand->findings), (GDestroyNotify)charter_findings_free);
}

static void
look_at_packs (Errand *errand)
{
  g_autoptr (GArray) ranked = charter_ranked_packs_new (errand->past, errand->packs);

  for (guint i = 0; i < ranked->len; i++)
    look_at_items (errand->findings, &g_array_index (ranked, CharterRankedPack, i), errand->past->held);
  look_at_ideas (errand->findings, ranked, errand->past);
}

/* What was read is let go here too, and not where it is painted. The task is the look's own, and ends before the
 * errand does. */
static void
look_in_thread (GTask *look, gpointer study, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;

  look_at_packs (errand);
  g_clear_pointer (&errand->past, charter_hindsight_free);
  g_task_return_boolean (look, TRUE);
}

static void
on_looked (GObject *study, GAsyncResult *result, gpointer task)
{
  end_part (task, NULL);
}

static void
on_review (GObject *study, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;
  g_autoptr (CharterReviewPlan) plan = charter_study_plan_review_finish (CHARTER_STUDY (study), result, &error);
  Errand *errand = g_task_get_task_data (task);

  if (plan != NULL)
    {
      errand->n_due = plan->queue->len - plan->n_new;
      errand->n_fading = count_fading (plan, &charter_study_get_scheme (CHARTER_STUDY (study))->weights);
    }
  end_part (task, error);
}

static void
on_past (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GTask) look = NULL;
  GError *error = NULL;
  Errand *errand = g_task_get_task_data (task);

  errand->past = charter_study_load_hindsight_finish (CHARTER_STUDY (study), result, &error);
  if (errand->past == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  errand->n_parts = 2;
  charter_study_plan_review_async (CHARTER_STUDY (study), errand->past, errand->packs, 1, g_task_get_cancellable (task),
                                   on_review, g_object_ref (task));
  look = g_task_new (study, NULL, on_looked, g_object_ref (task));
  g_task_set_task_data (look, errand, NULL);
  g_task_run_in_thread (look, look_in_thread);
}

void
charter_findings_load_async (
  CharterStudy *study, GPtrArray *packs, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (study, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  errand->packs = g_ptr_array_ref (packs);
  errand->findings = g_new0 (CharterFindings, 1);
  errand->findings->n_new = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_source_tag (task, charter_findings_load_async);
  g_task_set_task_data (task, errand, (GDestroyNotify)errand_free);
  charter_study_load_hindsight_async (study, TRUE, cancellable, on_past, task);
}

CharterFindings *
charter_findings_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
