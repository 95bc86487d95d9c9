/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be drawn: the items that an exam names, each once, and what they count for. */
#include "charter-form-private.h"

#include <string.h>

#define FARTHEST 16 /* how often a topic may count as another one that counts as another one */

static void
free_unit (gpointer data)
{
  FormUnit *unit = data;

  g_free (unit->items);
  g_free (unit);
}

/* ---- packs ---- */

static gboolean
speaks_alike (const CharterPack *a, const CharterPack *b)
{
  gsize length = strcspn (a->language, "-");

  return length == strcspn (b->language, "-") && g_ascii_strncasecmp (a->language, b->language, length) == 0;
}

static void
add_pack (FormPool *self, CharterPack *pack)
{
  if (!speaks_alike (pack, self->home) || g_hash_table_contains (self->by_id, pack->id))
    return;
  g_ptr_array_add (self->packs, charter_pack_ref (pack));
  g_hash_table_insert (self->by_id, (gpointer)pack->id, pack);
}

static const CharterPack *
find_pack (GPtrArray *packs, const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (((const CharterPack *)g_ptr_array_index (packs, i))->id, id))
      return g_ptr_array_index (packs, i);
  return NULL;
}

/* Tells of the packs that are drawn from and can't be. */
static void
check_packs (FormPool *self, GPtrArray *packs)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->exam->n_draws; i++)
    {
      const char *from = self->exam->draws[i].from;
      g_autofree char *id = g_strndup (from, strcspn (from, "#"));
      const CharterPack *found = find_pack (packs, id);

      if (strchr (id, '.') == NULL || g_hash_table_contains (self->by_id, id) || g_hash_table_contains (told, id))
        continue;
      if (found != NULL)
        form_tell_language (self, found);
      else
        form_tell_no_pack (self, id);
      g_hash_table_add (told, g_steal_pointer (&id));
    }
}

/* ---- topics ---- */

static const char *
make_ref (FormPool *self, const char *pack_id, const char *id)
{
  g_autofree char *ref = strchr (id, '#') != NULL ? g_strdup (id) : g_strconcat (pack_id, "#", id, NULL);

  return g_string_chunk_insert_const (self->names, ref);
}

static CharterPack *
follow (FormPool *self, const char *ref)
{
  g_autofree char *id = g_strndup (ref, strcspn (ref, "#"));

  return g_hash_table_lookup (self->by_id, id);
}

static int find_share (FormPool *self, const char *ref, guint steps);

/* ref: "pack#id". Returns: the share that the topic is not itself of, but counts for; -1 for none */
static int
find_wider_share (FormPool *self, const char *ref, guint steps)
{
  CharterPack *pack = follow (self, ref);
  const CharterTopic *topic = pack != NULL ? charter_pack_find_topic (pack, ref) : NULL;
  int share = -1;

  if (topic == NULL || steps == 0)
    return -1;
  if (topic->counts_as != NULL)
    share = find_share (self, make_ref (self, pack->id, topic->counts_as), steps - 1);
  if (share < 0 && topic->parent != NULL)
    share = find_share (self, make_ref (self, pack->id, topic->parent->id), steps);
  return share;
}

static int
find_share (FormPool *self, const char *ref, guint steps)
{
  int share = GPOINTER_TO_INT (g_hash_table_lookup (self->shares, ref)) - 1;

  return share >= 0 ? share : find_wider_share (self, ref, steps);
}

int
form_pool_find_share (FormPool *self, const CharterPack *pack, const char *topic)
{
  const char *ref = topic != NULL ? make_ref (self, pack->id, topic) : NULL;
  gpointer known;

  if (ref == NULL)
    return -1;
  if (!g_hash_table_lookup_extended (self->known, ref, NULL, &known))
    {
      known = GINT_TO_POINTER (find_share (self, ref, FARTHEST) + 1);
      g_hash_table_insert (self->known, (gpointer)ref, known);
    }
  return GPOINTER_TO_INT (known) - 1;
}

/* Two packs may each count a topic as the other's: no share is to be a part of itself. */
static gboolean
is_within (const FormPool *self, int share, int other)
{
  while (share >= 0 && share != other)
    share = self->parents[share];
  return share >= 0;
}

static int
find_parent (FormPool *self, const CharterShare *share)
{
  int index = (int)(share - self->exam->shares);
  int parent = share->of == CHARTER_SHARE_TOPIC
                 ? find_wider_share (self, make_ref (self, self->home->id, share->value), FARTHEST)
                 : -1;

  return parent >= 0 && is_within (self, parent, index) ? -1 : parent;
}

static void
read_shares (FormPool *self)
{
  const CharterExam *exam = self->exam;
  double sums[FORM_DIMENSIONS] = { 0 };

  for (guint i = 0; i < exam->n_shares; i++)
    if (exam->shares[i].of == CHARTER_SHARE_TOPIC)
      g_hash_table_insert (self->shares, (gpointer)make_ref (self, self->home->id, exam->shares[i].value),
                           GUINT_TO_POINTER (i + 1));
  self->parents = g_new (int, exam->n_shares + 1);
  for (guint i = 0; i < exam->n_shares; i++)
    self->parents[i] = -1;
  for (guint i = 0; i < exam->n_shares; i++)
    {
      const CharterShare *share = &exam->shares[i];

      self->parents[i] = find_parent (self, share);
      if (self->parents[i] < 0)
        sums[share->of] += share->percent;
    }
  for (guint of = 0; of < FORM_DIMENSIONS; of++)
    self->has_rest[of] = sums[of] < 100 - 1e-6;
}

FormPool *
form_pool_new (CharterPack *home, const CharterExam *exam, GPtrArray *packs, guint64 seed)
{
  FormPool *self = g_new0 (FormPool, 1);

  self->home = home;
  self->exam = exam;
  self->seed = charter_random_derive (seed, "form");
  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_string_chunk_new (4096);
  self->shares = g_hash_table_new (g_str_hash, g_str_equal);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->units = g_ptr_array_new_with_free_func (free_unit);
  self->lacks = g_ptr_array_new_with_free_func (g_free);
  add_pack (self, home);
  for (guint i = 0; i < packs->len; i++)
    add_pack (self, g_ptr_array_index (packs, i));
  read_shares (self);
  check_packs (self, packs);
  return self;
}

void
form_pool_free (FormPool *self)
{
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->lacks);
  g_ptr_array_unref (self->packs);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->shares);
  g_hash_table_unref (self->known);
  g_string_chunk_free (self->names);
  g_free (self->parents);
  g_free (self);
}

/* ---- items ---- */

static gboolean
is_drawn_from (const FormPool *self, const CharterDraw *draw, const CharterPack *pack, const CharterGroup *group)
{
  const char *hash = strchr (draw->from, '#');

  if (hash == NULL && strchr (draw->from, '.') != NULL)
    return g_str_equal (draw->from, pack->id);
  if (hash == NULL)
    return pack == self->home && g_str_equal (draw->from, group->id);
  return (gsize)(hash - draw->from) == strlen (pack->id) && g_str_has_prefix (draw->from, pack->id)
         && g_str_equal (hash + 1, group->id);
}

static gboolean
is_let (const CharterDraw *draw, const CharterItem *item)
{
  return draw->reserve == CHARTER_DRAW_ALL || (draw->reserve == CHARTER_DRAW_MOCK) == item->reserved;
}

static gboolean
is_drawn (const FormPool *self, const CharterPack *pack, const CharterGroup *group, const CharterItem *item)
{
  for (guint i = 0; i < self->exam->n_draws; i++)
    if (is_let (&self->exam->draws[i], item) && is_drawn_from (self, &self->exam->draws[i], pack, group))
      return TRUE;
  return FALSE;
}

static const char *
name_approach (CharterApproach approach)
{
  static const char *const names[] = { NULL, "predictive", "adaptive", "hybrid" };

  return names[approach];
}

static int
find_named_share (const FormPool *self, CharterShareOf of, const char *name)
{
  for (guint i = 0; i < self->exam->n_shares && name != NULL; i++)
    if (self->exam->shares[i].of == of && charter_share_names (&self->exam->shares[i], name))
      return (int)i;
  return -1;
}

static FormItem
make_item (FormPool *self, CharterPack *pack, const CharterItem *item)
{
  const char *topic = item->topic != NULL ? make_ref (self, pack->id, item->topic) : NULL;

  return (FormItem){
    .pack = pack,
    .item = item,
    .ref = make_ref (self, pack->id, item->id),
    .topic = topic,
    .shares
    = { [CHARTER_SHARE_TOPIC] = form_pool_find_share (self, pack, item->topic),
        [CHARTER_SHARE_APPROACH] = find_named_share (self, CHARTER_SHARE_APPROACH, name_approach (item->approach)),
        [CHARTER_SHARE_KIND] = find_named_share (self, CHARTER_SHARE_KIND, charter_item_kind_name (item->kind)) },
  };
}

static FormUnit *
add_unit (FormPool *self, const char *ref, const CharterGroup *scenario)
{
  FormUnit *unit = g_new0 (FormUnit, 1);

  unit->ref = ref;
  unit->group = scenario;
  unit->lot = charter_random_derive (self->seed, ref);
  g_ptr_array_add (self->units, unit);
  return unit;
}

static void
add_item (FormUnit *unit, FormItem item, CharterSeen seen)
{
  unit->items = g_renew (FormItem, unit->items, unit->n_items + 1);
  unit->items[unit->n_items++] = item;
  unit->is_seen |= seen.times > 0;
  if (seen.times > 0)
    unit->last = MAX (unit->last, seen.last);
}

static void
add_group (FormPool *self, CharterPack *pack, const CharterGroup *group, CharterSeenFunc seen, gpointer data)
{
  FormUnit *scenario = NULL;

  for (guint i = 0; i < group->n_items; i++)
    if (is_drawn (self, pack, group, group->items[i]))
      {
        FormItem item = make_item (self, pack, group->items[i]);
        CharterSeen past = seen != NULL ? seen (pack, group->items[i], data) : (CharterSeen){ 0 };

        if (!group->is_scenario && item.shares[CHARTER_SHARE_TOPIC] < 0 && !self->has_rest[CHARTER_SHARE_TOPIC])
          continue;
        if (!group->is_scenario)
          add_item (add_unit (self, item.ref, NULL), item, past);
        else
          {
            if (scenario == NULL)
              scenario = add_unit (self, make_ref (self, pack->id, group->id), group);
            add_item (scenario, item, past);
          }
      }
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const FormUnit *left = *(const FormUnit *const *)a, *right = *(const FormUnit *const *)b;

  if (left->is_seen != right->is_seen)
    return left->is_seen ? 1 : -1;
  if (left->last != right->last)
    return left->last < right->last ? -1 : 1;
  if (left->lot != right->lot)
    return left->lot < right->lot ? -1 : 1;
  return strcmp (left->ref, right->ref);
}

static void
check_draws (FormPool *self)
{
  for (guint i = 0; i < self->exam->n_draws; i++)
    {
      const char *from = self->exam->draws[i].from;
      const char *ref = make_ref (self, self->home->id, from);
      CharterPack *pack = follow (self, ref);

      if ((strchr (from, '#') != NULL || strchr (from, '.') == NULL) && pack != NULL
          && charter_pack_find_group (pack, ref) == NULL)
        form_tell_no_group (self, ref);
    }
}

void
form_pool_fill (FormPool *self, CharterSeenFunc seen, gpointer data)
{
  check_draws (self);
  for (guint p = 0; p < self->packs->len; p++)
    {
      CharterPack *pack = g_ptr_array_index (self->packs, p);

      for (guint i = 0; i < pack->n_groups; i++)
        add_group (self, pack, pack->groups[i], seen, data);
    }
  g_ptr_array_sort (self->units, compare_units);
}

guint
form_pool_count (const FormPool *self)
{
  guint n = 0;

  for (guint i = 0; i < self->units->len; i++)
    n += ((const FormUnit *)g_ptr_array_index (self->units, i))->n_items;
  return n;
}
