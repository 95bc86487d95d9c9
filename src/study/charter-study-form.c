/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a form by what the learner has seen, in a thread. */
#include "charter-study-form.h"

#include "charter-study-private.h"

/* What a thread draws from. */
typedef struct {
  CharterPack *home;
  const CharterExam *exam;
  GPtrArray *packs;
  guint64 seed;
  GPtrArray *records; /* of CharterItemRecord; NULL where what was seen does not matter */
  GHashTable *seen;   /* "pack#item" to CharterSeen; the thread's */
} Draw;

static void
draw_free (gpointer data)
{
  Draw *draw = data;

  charter_pack_unref (draw->home);
  g_ptr_array_unref (draw->packs);
  g_clear_pointer (&draw->records, g_ptr_array_unref);
  g_clear_pointer (&draw->seen, g_hash_table_unref);
  g_free (draw);
}

/* ---- what was seen ---- */

/* An item whose key was changed was seen under another. */
static void
add_seen (GHashTable *all, const CharterItemRecord *record)
{
  g_autofree char *ref = g_strconcat (record->pack, "#", record->item, NULL);
  CharterSeen *seen = g_hash_table_lookup (all, ref);

  if (record->n_attempts == 0)
    return;
  if (seen == NULL)
    {
      seen = g_new0 (CharterSeen, 1);
      g_hash_table_insert (all, g_steal_pointer (&ref), seen);
    }
  seen->times += record->n_attempts;
  seen->last = MAX (seen->last, record->last.wall / G_USEC_PER_SEC);
}

static void
gather_seen (Draw *draw)
{
  draw->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < draw->records->len; i++)
    add_seen (draw->seen, draw->records->pdata[i]);
}

static CharterSeen
get_seen (const CharterPack *pack, const CharterItem *item, gpointer data)
{
  const Draw *draw = data;
  g_autofree char *ref = g_strconcat (pack->id, "#", item->id, NULL);
  const CharterSeen *seen = g_hash_table_lookup (draw->seen, ref);

  return seen != NULL ? *seen : (CharterSeen){ 0 };
}

/* ---- drawing ---- */

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Draw *draw = data;

  if (draw->records != NULL)
    gather_seen (draw);
  g_task_return_pointer (task,
                         charter_form_draw (draw->home, draw->exam, draw->packs, draw->seed,
                                            draw->seen != NULL ? get_seen : NULL, draw),
                         (GDestroyNotify)charter_form_free);
}

static void
on_items (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = charter_store_load_items_finish (CHARTER_STORE (store), result, &error);
  Draw *draw = g_task_get_task_data (task);

  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  draw->records = g_steal_pointer (&records);
  g_task_run_in_thread (task, draw_in_thread);
}

void
charter_study_draw_form_async (CharterStudy *self,
                               CharterPack *home,
                               const CharterExam *exam,
                               GPtrArray *packs,
                               guint64 seed,
                               gboolean fresh,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Draw *draw = g_new0 (Draw, 1);

  g_return_if_fail (CHARTER_IS_STUDY (self));

  *draw = (Draw){ charter_pack_ref (home), exam, g_ptr_array_ref (packs), seed, NULL, NULL };
  g_task_set_source_tag (task, charter_study_draw_form_async);
  g_task_set_task_data (task, draw, draw_free);
  if (fresh)
    charter_store_load_items_async (self->store, NULL, cancellable, on_items, g_steal_pointer (&task));
  else
    g_task_run_in_thread (task, draw_in_thread);
}

CharterForm *
charter_study_draw_form_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- without a main loop ---- */

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

CharterForm *
charter_study_draw_form (CharterStudy *self,
                         CharterPack *home,
                         const CharterExam *exam,
                         GPtrArray *packs,
                         guint64 seed,
                         gboolean fresh,
                         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_draw_form_async (self, home, exam, packs, seed, fresh, NULL, on_drawn, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_study_draw_form_finish (self, result, error);
}
