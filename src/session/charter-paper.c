/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out a paper: which items, and in which order their parts are shown. */

#include "charter-path-private.h"
#include "charter-random.h"

#include <glib/gi18n-lib.h>

/* Shuffles those parts among their own places that are not pinned and, where slot is given, belong to it. */
static void
shuffle_parts (const CharterItem *item, const char *slot, CharterRandom *random, guint *order)
{
  g_autofree guint *places = g_new (guint, item->n_parts + 1);
  g_autofree guint *parts = NULL;
  guint n = 0;

  for (guint i = 0; i < item->n_parts; i++)
    if (!item->parts[i].fixed && (slot == NULL || g_strcmp0 (item->parts[i].slot, slot) == 0))
      places[n++] = i;
  parts = g_memdup2 (places, n * sizeof (guint));
  charter_random_shuffle (random, parts, n);
  for (guint i = 0; i < n; i++)
    order[places[i]] = parts[i];
}

static gboolean
is_as_written (const guint *order, guint n)
{
  for (guint i = 0; i < n; i++)
    if (order[i] != i)
      return FALSE;
  return TRUE;
}

/* Two steps may come up either way, or the order shown would be the wrong one always. */
static void
shuffle_steps (const CharterItem *item, CharterRandom *random, guint *order)
{
  do
    charter_random_shuffle (random, order, item->n_parts);
  while (item->n_parts > 2 && is_as_written (order, item->n_parts));
}

static void
shuffle_item (const CharterItem *item, guint64 seed, guint *order)
{
  CharterRandom random = charter_random_new (seed);

  switch (item->kind)
    {
    case CHARTER_ITEM_SINGLE:
    case CHARTER_ITEM_MULTIPLE:
    case CHARTER_ITEM_CLASSIFY:
    case CHARTER_ITEM_MATCH:
      shuffle_parts (item, NULL, &random, order);
      break;
    case CHARTER_ITEM_CLOZE:
      for (guint i = 0; i < item->n_slots; i++)
        shuffle_parts (item, item->slots[i].id, &random, order);
      break;
    case CHARTER_ITEM_ORDER:
      shuffle_steps (item, &random, order);
      break;
    default: /* as written, or without parts */
      break;
    }
}

/* By id, and by pack and id where the pack is another one. */
static guint64
derive_seed (CharterPath *path, const CharterPaperItem *asked)
{
  g_autofree char *ref = NULL;

  if (asked->pack == charter_path_get_pack (path))
    return charter_random_derive (charter_path_get_seed (path), asked->item->id);
  ref = g_strdup_printf ("%s#%s", asked->pack->id, asked->item->id);
  return charter_random_derive (charter_path_get_seed (path), ref);
}

static void
add_asked (CharterPath *path, const CharterPaperItem *asked)
{
  guint64 seed = derive_seed (path, asked);

  shuffle_item (asked->item, seed, charter_path_add_step (path, asked, seed));
}

static void
add_item (CharterPath *path, const CharterItem *item)
{
  add_asked (path, &(CharterPaperItem){ charter_path_get_pack (path), item });
}

static void
add_whole_group (CharterPath *path, const CharterGroup *group)
{
  for (guint i = 0; i < group->n_items; i++)
    if (!group->items[i]->reserved)
      add_item (path, group->items[i]);
}

static gboolean
add_chosen (CharterPath *path, const char *const *items, GError **error)
{
  for (guint i = 0; items[i] != NULL; i++)
    {
      const CharterItem *item = charter_pack_find_item (charter_path_get_pack (path), items[i]);

      if (item == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The question “%s” is no longer in this pack."),
                       items[i]);
          return FALSE;
        }
      add_item (path, item);
    }
  return TRUE;
}

static gboolean
has_steps (CharterPath *path, GError **error)
{
  if (charter_path_get_n_steps (path) > 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no question here to ask."));
  return FALSE;
}

CharterPath *
charter_paper_new (CharterPack *pack, const char *group_id, const char *const *items, guint64 seed, GError **error)
{
  const CharterGroup *group = charter_pack_find_group (pack, group_id);
  g_autoptr (CharterPath) path = charter_path_new (pack, group, seed);

  g_return_val_if_fail (group_id != NULL || items != NULL, NULL);

  if (group_id != NULL && group == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The scenario “%s” is no longer in this pack."),
                   group_id);
      return NULL;
    }
  if (items == NULL)
    add_whole_group (path, group);
  else if (!add_chosen (path, items, error))
    return NULL;
  return has_steps (path, error) ? g_steal_pointer (&path) : NULL;
}

CharterPath *
charter_paper_new_chosen (CharterPack *home, const CharterPaperItem *items, guint n_items, guint64 seed, GError **error)
{
  g_autoptr (CharterPath) path = charter_path_new (home, NULL, seed);

  for (guint i = 0; i < n_items; i++)
    add_asked (path, &(CharterPaperItem){ items[i].pack, items[i].item });
  return has_steps (path, error) ? g_steal_pointer (&path) : NULL;
}

/* Items in the order of their sections, as many as these say. */
static gboolean
is_in_order (const CharterPaperItem *items, guint n_items, const CharterPaperSection *sections, guint n_sections)
{
  guint i = 0;

  for (guint s = 0; s < n_sections; s++)
    for (guint n = 0; n < sections[s].n_items; n++, i++)
      if (i >= n_items || items[i].section != s)
        return FALSE;
  return i == n_items || n_sections == 0;
}

CharterPath *
charter_paper_new_form (CharterPack *home,
                        const char *group_id,
                        const CharterPaperItem *items,
                        guint n_items,
                        const CharterPaperSection *sections,
                        guint n_sections,
                        guint64 seed,
                        GError **error)
{
  g_autoptr (CharterPath) path = NULL;

  g_return_val_if_fail (home != NULL && group_id != NULL, NULL);
  g_return_val_if_fail (is_in_order (items, n_items, sections, n_sections), NULL);

  path = charter_path_new (home, NULL, seed);
  charter_path_make_form (path, group_id, sections, n_sections);
  for (guint i = 0; i < n_items; i++)
    add_asked (path, &items[i]);
  return has_steps (path, error) ? g_steal_pointer (&path) : NULL;
}
