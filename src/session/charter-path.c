/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-drill.h"
#include "charter-path-private.h"

#include <string.h>

struct _CharterPath {
  gatomicrefcount refs;
  CharterPack *pack;
  GPtrArray *others;         /* packs of which there are items */
  const CharterGroup *group; /* or NULL */
  gboolean is_form;
  const CharterExam *exam; /* or NULL */
  GArray *sections;        /* of CharterPaperSection */
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
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  self->sections = g_array_new (FALSE, FALSE, sizeof (CharterPaperSection));
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

static void
keep_pack (CharterPath *self, CharterPack *pack)
{
  if (pack != self->pack && !g_ptr_array_find (self->others, pack, NULL))
    g_ptr_array_add (self->others, charter_pack_ref (pack));
}

void
charter_path_make_form (CharterPath *self, const char *exam_id, const CharterPaperSection *sections, guint n_sections)
{
  self->is_form = TRUE;
  self->exam = charter_pack_find_exam (self->pack, exam_id);
  g_array_append_vals (self->sections, sections, n_sections);
}

guint *
charter_path_add_step (CharterPath *self, const CharterPaperItem *asked, guint64 seed)
{
  const CharterItem *item = asked->item;
  CharterStep *step = g_new0 (CharterStep, 1);
  guint *part_order = count_up (item->n_parts);

  if (item->drill != NULL)
    {
      CharterItem *filled = charter_drill_new_filled (item, seed);

      g_ptr_array_add (self->filled, filled);
      item = filled;
    }
  *step
    = (CharterStep){ asked->pack, item, seed, part_order, count_up (item->n_slots), asked->section, asked->unscored };
  g_ptr_array_add (self->steps, step);
  keep_pack (self, asked->pack);
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
  g_array_unref (self->sections);
  g_ptr_array_unref (self->others);
  charter_pack_unref (self->pack);
  g_free (self);
}

CharterPack *
charter_path_get_pack (CharterPath *self)
{
  return self->pack;
}

CharterPack *
charter_path_find_pack (CharterPath *self, const char *id)
{
  if (g_strcmp0 (self->pack->id, id) == 0)
    return self->pack;
  for (guint i = 0; i < self->others->len; i++)
    {
      CharterPack *pack = g_ptr_array_index (self->others, i);

      if (g_strcmp0 (pack->id, id) == 0)
        return pack;
    }
  return NULL;
}

CharterPack *
charter_path_follow (CharterPath *self, const CharterStep *step, const char *ref)
{
  const char *hash = ref != NULL ? strchr (ref, '#') : NULL;
  g_autofree char *id = hash != NULL ? g_strndup (ref, hash - ref) : NULL;

  if (ref == NULL)
    return NULL;
  return id == NULL || g_str_equal (id, step->pack->id) ? step->pack : charter_path_find_pack (self, id);
}

const CharterGroup *
charter_path_get_group (CharterPath *self)
{
  return self->group;
}

gboolean
charter_path_is_form (CharterPath *self)
{
  return self->is_form;
}

const CharterExam *
charter_path_get_exam (CharterPath *self)
{
  return self->exam;
}

guint
charter_path_get_n_sections (CharterPath *self)
{
  return self->sections->len;
}

const CharterPaperSection *
charter_path_get_section (CharterPath *self, guint index)
{
  g_return_val_if_fail (index < self->sections->len, NULL);

  return &g_array_index (self->sections, CharterPaperSection, index);
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
