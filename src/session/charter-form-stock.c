/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool of a form knows what may be drawn and what it counts for. So the exam is taken as if each topic below a
 * share had a share, too, and the pool of that is counted. */
#include "charter-form-stock.h"

#include "charter-apportion.h"
#include "charter-form-private.h"

#include <string.h>

typedef struct {
  CharterPack *home;
  GPtrArray *packs;
  GArray *shares;  /* of CharterShare: the exam's, then those of topics below */
  GPtrArray *refs; /* of the latter */
} Plan;

/* ---- topics below a share */

static const CharterPack *
find_pack (const Plan *plan, const char *ref)
{
  gsize length = strcspn (ref, "#");

  if (ref[length] == '\0')
    return plan->home;
  for (guint i = 0; i < plan->packs->len; i++)
    {
      const CharterPack *pack = g_ptr_array_index (plan->packs, i);

      if (strlen (pack->id) == length && strncmp (pack->id, ref, length) == 0)
        return pack;
    }
  return NULL;
}

/* Whether a share names the topic. */
static const CharterShare *
find_share (const Plan *plan, const CharterPack *pack, const CharterTopic *topic)
{
  for (guint i = 0; i < plan->shares->len; i++)
    {
      const CharterShare *share = &g_array_index (plan->shares, CharterShare, i);

      if (share->of == CHARTER_SHARE_TOPIC && find_pack (plan, share->value) == pack
          && charter_pack_find_topic (pack, share->value) == topic)
        return share;
    }
  return NULL;
}

/* What of a share its topics with shares of their own leave to the others, and how many these are. */
static double
get_rest (const Plan *plan, const CharterPack *pack, const CharterTopic *topic, double percent, guint *n_others)
{
  *n_others = 0;
  for (guint i = 0; i < pack->n_topics; i++)
    if (pack->topics[i]->parent == topic)
      {
        const CharterShare *own = find_share (plan, pack, pack->topics[i]);

        percent -= own != NULL ? own->percent : 0;
        *n_others += own == NULL;
      }
  return MAX (percent, 0);
}

static void
part_share (Plan *plan, guint index)
{
  CharterShare share = g_array_index (plan->shares, CharterShare, index);
  const CharterPack *pack = share.of == CHARTER_SHARE_TOPIC ? find_pack (plan, share.value) : NULL;
  const CharterTopic *topic = pack != NULL ? charter_pack_find_topic (pack, share.value) : NULL;
  guint n_others;
  double rest;

  if (topic == NULL)
    return;
  rest = get_rest (plan, pack, topic, share.percent, &n_others);
  for (guint i = 0; i < pack->n_topics; i++)
    if (pack->topics[i]->parent == topic && find_share (plan, pack, pack->topics[i]) == NULL)
      {
        char *ref = pack == plan->home ? g_strdup (pack->topics[i]->id)
                                       : g_strconcat (pack->id, "#", pack->topics[i]->id, NULL);
        CharterShare part = { CHARTER_SHARE_TOPIC, ref, rest / n_others };

        g_ptr_array_add (plan->refs, ref);
        g_array_append_val (plan->shares, part);
      }
}

/* ---- rows */

typedef struct {
  const FormPool *pool;
  CharterFormStock *stock;
  guint *found, *reserved; /* for each share */
} Count;

static void
count_item (Count *count, const FormItem *item)
{
  gboolean is_reserved = item->item->reserved;

  count->stock->found++;
  count->stock->reserved += is_reserved;
  for (guint of = 0; of < FORM_DIMENSIONS; of++)
    for (int i = item->shares[of]; i >= 0; i = count->pool->parents[i])
      {
        count->found[i]++;
        count->reserved[i] += is_reserved;
      }
}

static void
count_items (Count *count)
{
  for (guint u = 0; u < count->pool->units->len; u++)
    {
      const FormUnit *unit = g_ptr_array_index (count->pool->units, u);

      for (guint i = 0; i < unit->n_items; i++)
        count_item (count, &unit->items[i]);
    }
}

/* The rows of the shares below parent (-1: of all), each followed by those below it. */
static void
add_rows (Count *count, CharterShareOf of, int parent, double whole, guint total, guint level)
{
  const CharterExam *exam = count->pool->exam;
  g_autofree double *weights = g_new (double, exam->n_shares + 1);
  g_autofree guint *indices = g_new (guint, exam->n_shares + 1), *parts = g_new (guint, exam->n_shares + 1);
  guint n = 0;

  for (guint i = 0; i < exam->n_shares; i++)
    if (exam->shares[i].of == of && count->pool->parents[i] == parent)
      {
        weights[n] = exam->shares[i].percent;
        indices[n++] = i;
      }
  charter_apportion (weights, n, whole, total, parts);
  for (guint i = 0; i < n; i++)
    {
      const CharterShare *share = &exam->shares[indices[i]];

      count->stock->rows[count->stock->n_rows++]
        = (CharterStockRow){ of,       g_strdup (share->value),  level,
                             parts[i], count->found[indices[i]], count->reserved[indices[i]] };
      if (of == CHARTER_SHARE_TOPIC)
        add_rows (count, of, (int)indices[i], share->percent, parts[i], level + 1);
    }
}

static void
fill (CharterFormStock *self, FormPool *pool, guint n_forms)
{
  guint n_shares = pool->exam->n_shares;
  g_autofree guint *found = g_new0 (guint, n_shares + 1), *reserved = g_new0 (guint, n_shares + 1);
  Count count = { pool, self, found, reserved };

  form_pool_fill (pool, NULL, NULL);
  count_items (&count);
  self->wanted = pool->exam->items * n_forms;
  self->rows = g_new0 (CharterStockRow, n_shares + 1);
  for (guint of = 0; of < FORM_DIMENSIONS; of++)
    add_rows (&count, of, -1, 100, self->wanted, 0);
}

CharterFormStock *
charter_form_stock_new (CharterPack *home, const CharterExam *exam, GPtrArray *packs, guint n_forms)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (CharterShare));
  Plan plan = { home, packs, shares, refs };
  CharterExam parted = *exam;
  CharterFormStock *self = g_new0 (CharterFormStock, 1);
  FormPool *pool;

  g_array_append_vals (shares, exam->shares, exam->n_shares);
  for (guint i = 0; i < exam->n_shares; i++)
    part_share (&plan, i);
  parted.shares = (const CharterShare *)(gpointer)shares->data;
  parted.n_shares = shares->len;
  self->pool = pool = form_pool_new (home, &parted, packs, 0);
  fill (self, pool, n_forms);
  pool->exam = exam; /* the parted one ends here; shares are asked for by number from now on */
  return self;
}

gboolean
charter_form_stock_counts (CharterFormStock *self, const CharterPack *pack, const char *topic)
{
  return form_pool_find_share (self->pool, pack, topic) >= 0;
}

void
charter_form_stock_free (CharterFormStock *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    g_free (self->rows[i].value);
  g_free (self->rows);
  form_pool_free (self->pool);
  g_free (self);
}
