/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-versions.h"

#include "charter-random.h"

/* Draws of an order until one is new: few items have few orders. */
#define MOST_DRAWS 32

typedef struct {
  CharterPath *path; /* lays out the parts; its steps stand in this version's order */
  guint *order;      /* indices into the paper's steps */
} Version;

struct _CharterVersions {
  CharterPath *paper;
  guint n;
  Version *versions;
};

/* ---- the order of the items ---- */

static const CharterGroup *
find_scenario (const CharterStep *step)
{
  const CharterGroup *group = charter_pack_find_group (step->pack, step->item->group);

  return group != NULL && group->is_scenario ? group : NULL;
}

/* What moves together: a scenario's items that follow each other, or one item of a bank. */
static guint
find_block_end (CharterPath *paper, guint first)
{
  const CharterStep *step = charter_path_get_step (paper, first);
  const CharterGroup *scenario = find_scenario (step);
  guint end = first + 1;

  for (; scenario != NULL && end < charter_path_get_n_steps (paper); end++)
    {
      const CharterStep *next = charter_path_get_step (paper, end);

      if (find_scenario (next) != scenario || next->section != step->section)
        break;
    }
  return end;
}

static guint
find_section_end (CharterPath *paper, guint first)
{
  guint end = first + 1;

  while (end < charter_path_get_n_steps (paper)
         && charter_path_get_step (paper, end)->section == charter_path_get_step (paper, first)->section)
    end++;
  return end;
}

/* The starts of a section's blocks, shuffled. */
static GArray *
shuffle_blocks (CharterPath *paper, guint first, guint end, CharterRandom *random)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < end; i = find_block_end (paper, i))
    g_array_append_val (starts, i);
  charter_random_shuffle (random, (guint *)starts->data, starts->len);
  return starts;
}

/* Appends a block's items, shuffled among themselves. Returns: how many are in the order now */
static guint
add_block (CharterPath *paper, guint start, CharterRandom *random, guint *order, guint n)
{
  guint end = find_block_end (paper, start);

  for (guint i = start; i < end; i++)
    order[n + i - start] = i;
  charter_random_shuffle (random, order + n, end - start);
  return n + end - start;
}

static guint *
draw_order (CharterPath *paper, guint64 seed)
{
  guint n_steps = charter_path_get_n_steps (paper), n = 0;
  guint *order = g_new (guint, n_steps);
  CharterRandom random = charter_random_new (seed);

  for (guint first = 0, end; first < n_steps; first = end)
    {
      g_autoptr (GArray) starts = NULL;

      end = find_section_end (paper, first);
      starts = shuffle_blocks (paper, first, end, &random);
      for (guint i = 0; i < starts->len; i++)
        n = add_block (paper, g_array_index (starts, guint, i), &random, order, n);
    }
  g_assert (n == n_steps); /* each is in one block of one section */
  return order;
}

static guint *
make_plain_order (CharterPath *paper)
{
  guint *order = g_new (guint, charter_path_get_n_steps (paper));

  for (guint i = 0; i < charter_path_get_n_steps (paper); i++)
    order[i] = i;
  return order;
}

static gboolean
is_new (const CharterVersions *self, const guint *order, guint n_versions)
{
  gsize size = charter_path_get_n_steps (self->paper) * sizeof (guint);

  for (guint i = 0; i < n_versions; i++)
    if (memcmp (self->versions[i].order, order, size) == 0)
      return FALSE;
  return TRUE;
}

/* ---- versions ---- */

static guint64
derive_seed (const CharterVersions *self, guint version, const char *what)
{
  g_autofree char *name = g_strdup_printf ("version %c, %s", charter_versions_get_letter (version), what);

  return charter_random_derive (charter_path_get_seed (self->paper), name);
}

static guint *
draw_new_order (const CharterVersions *self, guint version)
{
  CharterRandom seeds = charter_random_new (derive_seed (self, version, "items"));
  guint *order = draw_order (self->paper, charter_random_next (&seeds));

  for (guint i = 1; i < MOST_DRAWS && !is_new (self, order, version); i++)
    {
      g_free (order);
      order = draw_order (self->paper, charter_random_next (&seeds));
    }
  return order;
}

/* The item as the pack has it: a drill's step has a copy. */
static const CharterItem *
find_item (const CharterStep *step)
{
  const CharterItem *item = charter_pack_find_item (step->pack, step->item->id);

  return item != NULL ? item : step->item;
}

static CharterPath *
lay_out (const CharterVersions *self, guint version)
{
  guint n = charter_path_get_n_steps (self->paper);
  g_autofree CharterPaperItem *items = g_new0 (CharterPaperItem, n);

  for (guint i = 0; i < n; i++)
    {
      const CharterStep *step = charter_path_get_step (self->paper, self->versions[version].order[i]);

      items[i] = (CharterPaperItem){ step->pack, find_item (step), 0, step->unscored };
    }
  return charter_paper_new_form (charter_path_get_pack (self->paper), "paper", items, n, NULL, 0,
                                 derive_seed (self, version, "parts"), NULL);
}

CharterVersions *
charter_versions_new (CharterPath *paper, guint n)
{
  CharterVersions *self = g_new0 (CharterVersions, 1);

  self->paper = charter_path_ref (paper);
  self->n = n;
  self->versions = g_new0 (Version, n);
  self->versions[0] = (Version){ charter_path_ref (paper), make_plain_order (paper) };
  for (guint i = 1; i < n; i++)
    {
      self->versions[i].order = draw_new_order (self, i);
      self->versions[i].path = lay_out (self, i);
    }
  return self;
}

void
charter_versions_free (CharterVersions *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      charter_path_unref (self->versions[i].path);
      g_free (self->versions[i].order);
    }
  g_free (self->versions);
  charter_path_unref (self->paper);
  g_free (self);
}

CharterPath *
charter_versions_get_paper (const CharterVersions *self)
{
  return self->paper;
}

guint
charter_versions_get_n (const CharterVersions *self)
{
  return self->n;
}

char
charter_versions_get_letter (guint version)
{
  return (char)('A' + version);
}

guint
charter_versions_get_n_steps (const CharterVersions *self)
{
  return charter_path_get_n_steps (self->paper);
}

/* A drill has no parts, and its numbers are those of the paper. */
const CharterStep *
charter_versions_get_step (const CharterVersions *self, guint version, guint index)
{
  const CharterStep *step = charter_path_get_step (self->versions[version].path, index);

  if (step->item->kind != CHARTER_ITEM_DRILL)
    return step;
  return charter_path_get_step (self->paper, self->versions[version].order[index]);
}

guint
charter_versions_find (const CharterVersions *self, guint version, guint index)
{
  guint i = 0;

  while (self->versions[version].order[i] != index)
    i++;
  return i;
}

double
charter_versions_sum_points (const CharterVersions *self)
{
  double sum = 0;

  for (guint i = 0; i < charter_versions_get_n_steps (self); i++)
    if (!charter_path_get_step (self->paper, i)->unscored)
      sum += charter_path_get_step (self->paper, i)->item->points;
  return sum;
}
