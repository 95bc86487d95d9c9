/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-drill.h"
#include "charter-path-private.h"

struct _CharterPath {
  gatomicrefcount refs;
  CharterPack *pack;
  const CharterGroup *group; /* or NULL */
  guint64 seed;
  GPtrArray *steps;  /* of CharterStep */
  GPtrArray *filled; /* the items of drills, with their numbers */
};

static void
free_step (gpointer data)
{
  CharterStep *step = data;

  g_free ((guint *)step->part_order);
  g_free ((guint *)step->slot_order);
  g_free (step);
}

CharterPath *
charter_path_new (CharterPack *pack, const CharterGroup *group, guint64 seed)
{
  CharterPath *self = g_new0 (CharterPath, 1);

  g_atomic_ref_count_init (&self->refs);
  self->pack = charter_pack_ref (pack);
  self->group = group;
  self->seed = seed;
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->filled = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_drill_free_filled);
  return self;
}

static guint *
count_up (guint n)
{
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  return order;
}

guint *
charter_path_add_step (CharterPath *self, const CharterItem *item, guint64 seed)
{
  CharterStep *step = g_new0 (CharterStep, 1);
  guint *part_order = count_up (item->n_parts);

  if (item->drill != NULL)
    {
      CharterItem *filled = charter_drill_new_filled (item, seed);

      g_ptr_array_add (self->filled, filled);
      item = filled;
    }
  *step = (CharterStep){ item, seed, part_order, count_up (item->n_slots) };
  g_ptr_array_add (self->steps, step);
  return part_order;
}

CharterPath *
charter_path_ref (CharterPath *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
charter_path_unref (CharterPath *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->filled);
  charter_pack_unref (self->pack);
  g_free (self);
}

CharterPack *
charter_path_get_pack (CharterPath *self)
{
  return self->pack;
}

const CharterGroup *
charter_path_get_group (CharterPath *self)
{
  return self->group;
}

guint64
charter_path_get_seed (CharterPath *self)
{
  return self->seed;
}

guint
charter_path_get_n_steps (CharterPath *self)
{
  return self->steps->len;
}

const CharterStep *
charter_path_get_step (CharterPath *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return self->steps->pdata[index];
}
