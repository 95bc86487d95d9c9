/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-review.h"

#include "charter-study-held.h"
#include "charter-study-hindsight.h"
#include "charter-study-private.h"
#include "charter-study-say.h"

#define READ_TO_ITS_END 0.95 /* a last line need not have been scrolled to the top */
#define MOST_TO_COME 2000    /* records that are looked through for the next day with something due */

/* All that is asked for on the way to a plan. */
typedef struct {
  GPtrArray *packs;
  CharterScheme scheme;
  CharterDuePlan due_plan; /* its weights are the scheme's */
  GHashTable *waiting;     /* "pack group" of what was left half-way */
  GHashTable *held;        /* the hindsight's */
  GHashTable *read;        /* "pack lesson" of what was read to its end */
  GPtrArray *records;      /* CharterItemRecord */
  GHashTable *met;         /* "pack item key_hash" */
  GHashTable *touched;     /* "pack item" of these, and "pack" */
  CharterDayRecord done;
  CharterReviewPlan *plan;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_ptr_array_unref (search->packs);
  g_hash_table_unref (search->waiting);
  g_hash_table_unref (search->held);
  g_hash_table_unref (search->read);
  g_clear_pointer (&search->records, g_ptr_array_unref);
  g_clear_pointer (&search->met, g_hash_table_unref);
  g_clear_pointer (&search->touched, g_hash_table_unref);
  g_clear_pointer (&search->plan, charter_review_plan_free);
  g_free (search);
}

void
charter_review_plan_free (CharterReviewPlan *plan)
{
  g_array_unref (plan->queue);
  g_ptr_array_unref (plan->packs);
  g_free (plan);
}

static CharterReviewPlan *
plan_new (GPtrArray *packs)
{
  CharterReviewPlan *plan = g_new0 (CharterReviewPlan, 1);

  plan->queue = g_array_new (FALSE, FALSE, sizeof (CharterReviewCard));
  plan->packs = g_ptr_array_ref (packs);
  return plan;
}

guint
charter_review_plan_count (const CharterReviewPlan *plan, const CharterPack *pack)
{
  guint n = 0;

  for (guint i = 0; i < plan->queue->len; i++)
    n += g_array_index (plan->queue, CharterReviewCard, i).pack == pack;
  return n;
}

/* ---- what can be asked ---- */

/* Cards as the schedule sees them, and what they are of. */
typedef struct {
  GArray *cards;      /* CharterDueCard */
  GArray *names;      /* CharterReviewCard, one for each */
  GHashTable *topics; /* "pack topic" to a number */
} Deck;

static void
deck_init (Deck *deck)
{
  deck->cards = g_array_new (FALSE, TRUE, sizeof (CharterDueCard));
  deck->names = g_array_new (FALSE, TRUE, sizeof (CharterReviewCard));
  deck->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
deck_clear (Deck *deck)
{
  g_array_unref (deck->cards);
  g_array_unref (deck->names);
  g_hash_table_unref (deck->topics);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deck, deck_clear)

static guint
number_topic (Deck *deck, const CharterPack *pack, const CharterItem *item)
{
  g_autofree char *name = g_strdup_printf ("%s %s", pack->id, item->topic != NULL ? item->topic : "");
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (deck->topics, name));

  if (number > 0)
    return number;
  number = g_hash_table_size (deck->topics) + 1;
  g_hash_table_insert (deck->topics, g_steal_pointer (&name), GUINT_TO_POINTER (number));
  return number;
}

/* record: NULL for a new one. */
static void
add_card (Deck *deck, CharterPack *pack, const CharterItem *item, const CharterItemRecord *record)
{
  g_autofree char *name = g_strdup_printf ("%s %s", pack->id, item->id);
  CharterReviewCard card = { .pack = pack, .item = item };
  CharterDueCard due = { .id = g_str_hash (name), .topic = number_topic (deck, pack, item) };

  if (record != NULL)
    {
      due.memory = record->memory;
      due.last_day = record->last_day;
      due.due_day = record->due_day;
      due.lapsed = record->last_grade == CHARTER_GRADE_AGAIN;
    }
  g_array_append_val (deck->cards, due);
  g_array_append_val (deck->names, card);
}

static gboolean
has_pair (GHashTable *pairs, const char *pack, const char *id)
{
  g_autofree char *pair = g_strdup_printf ("%s %s", pack, id);

  return g_hash_table_contains (pairs, pair);
}

/* What was kept for mocks was asked in one, or there would be no record of it.
 * Returns: (nullable) the item of a record, where it is there and its key the same */
static const CharterItem *
find_item (CharterPack *pack, const CharterItemRecord *record)
{
  const CharterItem *item = pack != NULL ? charter_pack_find_item (pack, record->item) : NULL;
  g_autofree char *key_hash = NULL;

  if (item == NULL)
    return NULL;
  key_hash = charter_item_dup_key_hash (item);
  return g_str_equal (key_hash, record->key_hash) ? item : NULL;
}

/* The same, unless it is held. */
static const CharterItem *
find_free (Search *search, const CharterItemRecord *record)
{
  if (charter_held_has (search->held, record->pack, record->item))
    return NULL;
  return find_item (charter_study_find_pack (search->packs, record->pack), record);
}

static void
add_reviewed (Deck *deck, Search *search)
{
  for (guint i = 0; i < search->records->len; i++)
    {
      const CharterItemRecord *record = g_ptr_array_index (search->records, i);
      const CharterItem *item = find_free (search, record);

      if (item != NULL)
        add_card (deck, charter_study_find_pack (search->packs, record->pack), item, record);
    }
}

/* ---- what is new ---- */

/* Digests of keys take their time: they are made only of items whose id was met. */
static void
find_touched (Search *search)
{
  GHashTableIter iter;
  const char *name;

  search->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, search->met);
  while (g_hash_table_iter_next (&iter, (gpointer *)&name, NULL))
    {
      g_hash_table_add (search->touched, g_strndup (name, strrchr (name, ' ') - name));
      g_hash_table_add (search->touched, g_strndup (name, strchr (name, ' ') - name));
    }
}

static gboolean
is_met (Search *search, const CharterPack *pack, const CharterItem *item)
{
  g_autofree char *key_hash = NULL;
  g_autofree char *name = NULL;

  if (!has_pair (search->touched, pack->id, item->id))
    return FALSE;
  key_hash = charter_item_dup_key_hash (item);
  name = g_strdup_printf ("%s %s %s", pack->id, item->id, key_hash);
  return g_hash_table_contains (search->met, name);
}

static gboolean
is_of_read_lesson (Search *search, const CharterPack *pack, const CharterItem *item)
{
  const CharterSection *section = charter_pack_find_section (pack, item->see);

  return section != NULL && has_pair (search->read, pack->id, section->lesson->id);
}

static gboolean
is_begun (Search *search, const CharterPack *pack, const CharterGroup *group)
{
  for (guint i = 0; i < group->n_items; i++)
    if (is_met (search, pack, group->items[i]))
      return TRUE;
  return FALSE;
}

static void
add_new_of_group (Deck *deck, Search *search, CharterPack *pack, const CharterGroup *group)
{
  gboolean begun = is_begun (search, pack, group);

  for (guint i = 0; i < group->n_items; i++)
    {
      const CharterItem *item = group->items[i];

      if (!item->reserved && (begun || (!group->is_scenario && is_of_read_lesson (search, pack, item)))
          && !charter_held_has (search->held, pack->id, item->id) && !is_met (search, pack, item))
        add_card (deck, pack, item, NULL);
    }
}

/* Most packs at hand may never have been opened. */
static gboolean
is_opened (Search *search, const CharterPack *pack)
{
  if (g_hash_table_contains (search->touched, pack->id))
    return TRUE;
  for (guint i = 0; i < pack->n_lessons; i++)
    if (has_pair (search->read, pack->id, pack->lessons[i]->id))
      return TRUE;
  return FALSE;
}

static void
add_new (Deck *deck, Search *search)
{
  find_touched (search);
  for (guint i = 0; i < search->packs->len; i++)
    {
      CharterPack *pack = g_ptr_array_index (search->packs, i);

      for (guint j = 0; is_opened (search, pack) && j < pack->n_groups; j++)
        if (!has_pair (search->waiting, pack->id, pack->groups[j]->id))
          add_new_of_group (deck, search, pack, pack->groups[j]);
    }
}

/* ---- the plan ---- */

static void
add_to_queue (CharterReviewPlan *plan, const Deck *deck, GArray *dues)
{
  for (guint i = 0; i < dues->len; i++)
    {
      const CharterDue *due = &g_array_index (dues, CharterDue, i);
      CharterReviewCard card = g_array_index (deck->names, CharterReviewCard, due->card);

      card.due = *due;
      g_array_append_val (plan->queue, card);
      plan->n_new += due->reason == CHARTER_DUE_NEW;
    }
}

static CharterReviewPlan *
make_plan (Search *search)
{
  CharterReviewPlan *plan = plan_new (search->packs);
  g_auto (Deck) deck = { 0 };
  g_autoptr (GArray) dues = NULL;

  deck_init (&deck);
  add_reviewed (&deck, search);
  if (search->due_plan.new_a_day > 0)
    add_new (&deck, search);
  dues = charter_due_pick (&search->due_plan, (const CharterDueCard *)(void *)deck.cards->data, deck.cards->len,
                           &plan->n_held_back);
  add_to_queue (plan, &deck, dues);
  plan->today = search->due_plan.today;
  plan->n_done = search->done.n_new + search->done.n_again;
  return plan;
}

/* What is not due yet, by day. */
static void
count_next (CharterReviewPlan *plan, Search *search)
{
  for (guint i = 0; i < search->records->len; i++)
    {
      const CharterItemRecord *record = g_ptr_array_index (search->records, i);

      if (record->due_day <= plan->today || find_free (search, record) == NULL)
        continue;
      if (plan->next_day == 0)
        plan->next_day = record->due_day;
      if (record->due_day > plan->next_day)
        return;
      plan->n_next++;
    }
}

/* ---- working it out ---- */

static void
return_plan (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&search->plan), (GDestroyNotify)charter_review_plan_free);
}

static gboolean
take_records (Search *search, GObject *store, GAsyncResult *result, GError **error)
{
  g_clear_pointer (&search->records, g_ptr_array_unref);
  search->records = charter_store_load_due_finish (CHARTER_STORE (store), result, error);
  return search->records != NULL;
}

static void
on_coming (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  Search *search = g_task_get_task_data (task);

  if (!take_records (search, store, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  count_next (search->plan, search);
  return_plan (task);
}

static void
plan_in_thread (GTask *work, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  search->plan = make_plan (search);
  g_clear_pointer (&search->records, g_ptr_array_unref); /* ten thousand are let go here, and not where it is painted */
  g_clear_pointer (&search->met, g_hash_table_unref);
  g_clear_pointer (&search->touched, g_hash_table_unref);
  g_task_return_boolean (work, TRUE);
}

/* Only who has nothing to do today asks when there will be. */
static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Search *search = g_task_get_task_data (task);

  if (search->plan->queue->len > 0)
    return_plan (task);
  else
    charter_store_load_due_async (CHARTER_STUDY (source)->store, NULL, G_MAXINT, MOST_TO_COME,
                                  g_task_get_cancellable (task), on_coming, g_object_ref (task));
}

/* ---- what is known by heart ---- */

static void
add_pair (GHashTable *pairs, const char *pack, const char *id)
{
  g_hash_table_add (pairs, g_strdup_printf ("%s %s", pack, id));
}

static void
find_waiting (CharterStudy *self, Search *search)
{
  g_autoptr (GPtrArray) open = charter_store_list_open_sessions (self->store);

  for (guint i = 0; i < open->len; i++)
    {
      const CharterSessionRecord *record = g_ptr_array_index (open, i);

      add_pair (search->waiting, record->pack, record->group);
    }
}

static void
find_read (CharterStudy *self, Search *search)
{
  for (guint i = 0; i < search->packs->len; i++)
    {
      const CharterPack *pack = g_ptr_array_index (search->packs, i);

      for (guint j = 0; j < pack->n_lessons; j++)
        if (charter_study_get_reading_place (self, pack->id, pack->lessons[j]->id, NULL) >= READ_TO_ITS_END)
          add_pair (search->read, pack->id, pack->lessons[j]->id);
    }
}

/* portions: a day's; what makes no sense is as if nothing was said. */
static guint
get_limit (CharterStudy *self, const char *name, guint otherwise, guint portions)
{
  const char *text = charter_study_get_setting (self, name);
  guint64 number = otherwise;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT16, &number, NULL))
    number = otherwise;
  return (guint)number * portions;
}

static Search *
search_new (CharterStudy *self, const CharterHindsight *past, GPtrArray *packs, guint portions)
{
  Search *search = g_new0 (Search, 1);
  int today = past->today;

  search->packs = g_ptr_array_ref (packs);
  search->records = g_ptr_array_ref (past->due);
  search->met = g_hash_table_ref (past->met);
  search->done = past->done;
  search->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search->held = g_hash_table_ref (past->held);
  search->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search->scheme = *charter_study_get_scheme (self);
  search->due_plan = (CharterDuePlan){
    .today = today,
    .weights = &search->scheme.weights,
    .retention = search->scheme.retention,
    .new_a_day = get_limit (self, "new-per-day", CHARTER_NEW_A_DAY, portions),
    .reviews_a_day = get_limit (self, "reviews-per-day", CHARTER_REVIEWS_A_DAY, portions),
    .seed = (guint64)today,
    .new_done = past->done.n_new,
    .reviews_done = past->done.n_again,
  };
  find_waiting (self, search);
  find_read (self, search);
  return search;
}

void
charter_study_plan_review_async (CharterStudy *self,
                                 const CharterHindsight *past,
                                 GPtrArray *packs,
                                 guint portions,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) work = NULL;
  Search *search;
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (past != NULL && packs != NULL && portions > 0);

  search = search_new (self, past, packs, portions);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_plan_review_async);
  g_task_set_task_data (task, search, search_free);
  work = g_task_new (self, NULL, on_planned, task);
  g_task_set_task_data (work, search, NULL);
  g_task_run_in_thread (work, plan_in_thread);
}

CharterReviewPlan *
charter_study_plan_review_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- both, one after the other ---- */

typedef struct {
  GPtrArray *packs;
  guint portions;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_ptr_array_unref (wish->packs);
  g_free (wish);
}

static void
on_plan (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  CharterReviewPlan *plan = charter_study_plan_review_finish (CHARTER_STUDY (study), result, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify)charter_review_plan_free);
  else
    g_task_return_error (task, error);
}

static void
on_past (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (CharterHindsight) past = charter_study_load_hindsight_finish (CHARTER_STUDY (study), result, &error);
  Wish *wish = g_task_get_task_data (task);

  if (past == NULL)
    g_task_return_error (task, error);
  else
    charter_study_plan_review_async (CHARTER_STUDY (study), past, wish->packs, wish->portions,
                                     g_task_get_cancellable (task), on_plan, g_object_ref (task));
}

void
charter_study_load_review_async (CharterStudy *self,
                                 GPtrArray *packs,
                                 guint portions,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;
  Wish *wish;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (packs != NULL && portions > 0);

  wish = g_new0 (Wish, 1);
  wish->packs = g_ptr_array_ref (packs);
  wish->portions = portions;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_review_async);
  g_task_set_task_data (task, wish, wish_free);
  charter_study_load_hindsight_async (self, FALSE, cancellable, on_past, task);
}

CharterReviewPlan *
charter_study_load_review_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- the session ---- */

CharterSession *
charter_study_begin_review (CharterStudy *self, const CharterReviewPlan *plan, guint64 seed, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  CharterPack *pack;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);
  g_return_val_if_fail (plan->queue->len > 0, NULL);

  pack = g_array_index (plan->queue, CharterReviewCard, 0).pack;
  for (guint i = 0; i < plan->queue->len; i++)
    {
      const CharterReviewCard *card = &g_array_index (plan->queue, CharterReviewCard, i);
      if (card->pack == pack)
        g_ptr_array_add (ids, (gpointer)card->item->id);
    }
  g_ptr_array_add (ids, NULL);
  return charter_study_begin (self, pack, CHARTER_STUDY_REVIEW, (const char *const *)ids->pdata, seed,
                              CHARTER_MOOD_STUDY, error);
}

static gboolean
is_of_today (CharterStudy *self, const CharterOpenSession *open)
{
  return open->wall >= charter_study_get_beginning (self, charter_study_get_today (self));
}

/* It may be of a pack that is not at hand, or has none of its questions any more. */
static void
end_left (CharterStudy *self, const CharterOpenSession *left)
{
  g_autoptr (CharterEvent) event
    = charter_study_make_event (self, CHARTER_EVENT_SESSION_ENDED, left->session, left->pack);

  event->payload = charter_ending_to_json (&(CharterEnding){ .finished = FALSE });
  charter_store_post (self->store, event);
}

CharterSession *
charter_study_resume_review (CharterStudy *self, GPtrArray *packs)
{
  g_autoptr (GPtrArray) open = NULL;
  CharterSession *session = NULL;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  open = charter_study_list_open_sessions (self);
  for (guint i = 0; i < open->len; i++)
    {
      const CharterOpenSession *left = g_ptr_array_index (open, i);
      CharterPack *pack = charter_study_find_pack (packs, left->pack);

      if (!charter_study_is_review_name (left->group))
        continue;
      if (!is_of_today (self, left))
        end_left (self, left);
      else if (session == NULL && pack != NULL)
        session = charter_study_resume (self, packs, left->session, NULL);
    }
  return session;
}

/* ---- what is left out ---- */

static CharterReviewPlan *
list_suspended (GPtrArray *packs, GPtrArray *records)
{
  CharterReviewPlan *plan = plan_new (packs);

  for (guint i = 0; i < records->len; i++)
    {
      const CharterItemRecord *record = g_ptr_array_index (records, i);
      CharterReviewCard card = { .pack = charter_study_find_pack (packs, record->pack) };

      card.item = record->suspended ? find_item (card.pack, record) : NULL;
      if (card.item != NULL)
        g_array_append_val (plan->queue, card);
    }
  return plan;
}

static void
on_items (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = charter_store_load_items_finish (CHARTER_STORE (store), result, &error);

  if (records == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, list_suspended (g_task_get_task_data (task), records),
                           (GDestroyNotify)charter_review_plan_free);
}

void
charter_study_load_suspended_async (
  CharterStudy *self, GPtrArray *packs, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (packs != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_load_suspended_async);
  g_task_set_task_data (task, g_ptr_array_ref (packs), (GDestroyNotify)g_ptr_array_unref);
  charter_store_load_items_async (self->store, NULL, cancellable, on_items, task);
}

CharterReviewPlan *
charter_study_load_suspended_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
