/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-shelf.h"

#include "charter-pack-private.h"

#include <string.h>

struct _CharterShelf {
  gatomicrefcount references;
  GPtrArray *packs; /* of CharterPack, owned */
};

/* Guards what stands on each shelf, and which shelf each pack knows. Nothing is freed under it: the last of a pack may
 * be the last of its shelf. */
static GMutex standing;

CharterShelf *
charter_shelf_new (void)
{
  CharterShelf *shelf = g_new0 (CharterShelf, 1);

  g_atomic_ref_count_init (&shelf->references);
  shelf->packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  return shelf;
}

CharterShelf *
charter_shelf_ref (CharterShelf *shelf)
{
  g_atomic_ref_count_inc (&shelf->references);
  return shelf;
}

void
charter_shelf_unref (CharterShelf *shelf)
{
  if (!g_atomic_ref_count_dec (&shelf->references))
    return;
  g_ptr_array_unref (shelf->packs);
  g_free (shelf);
}

/* left: gets the shelf that the pack knew, if it was another */
static void
put (CharterShelf *shelf, CharterPack *pack, GPtrArray *left)
{
  CharterShelf **known = charter_pack_get_shelf (pack);

  if (*known == shelf)
    return;
  if (*known)
    g_ptr_array_add (left, *known);
  *known = charter_shelf_ref (shelf);
}

void
charter_shelf_set_packs (CharterShelf *shelf, GPtrArray *packs)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_shelf_unref);
  GPtrArray *now = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref), *before;

  g_mutex_lock (&standing);
  for (guint i = 0; packs && i < packs->len; i++)
    {
      g_ptr_array_add (now, charter_pack_ref (packs->pdata[i]));
      put (shelf, packs->pdata[i], left);
    }
  before = shelf->packs;
  shelf->packs = now;
  g_mutex_unlock (&standing);
  g_clear_pointer (&before, g_ptr_array_unref);
}

void
charter_shelf_lend (CharterShelf *shelf, CharterPack *pack)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_shelf_unref);

  g_mutex_lock (&standing);
  put (shelf, pack, left);
  g_mutex_unlock (&standing);
}

/* Returns: (transfer full) (nullable) */
static CharterPack *
find (const CharterShelf *shelf, const char *id, gsize length)
{
  for (guint i = 0; i < shelf->packs->len; i++)
    {
      CharterPack *pack = shelf->packs->pdata[i];

      if (strlen (pack->id) == length && strncmp (pack->id, id, length) == 0)
        return charter_pack_ref (pack);
    }
  return NULL;
}

CharterPack *
charter_pack_follow (CharterPack *pack, const char *ref)
{
  const char *hash = ref ? strchr (ref, '#') : NULL;
  gsize length = hash ? hash - ref : 0;
  CharterPack *found = NULL;

  if (!ref)
    return NULL;
  if (!hash || (strlen (pack->id) == length && strncmp (pack->id, ref, length) == 0))
    return charter_pack_ref (pack);
  g_mutex_lock (&standing);
  if (*charter_pack_get_shelf (pack))
    found = find (*charter_pack_get_shelf (pack), ref, length);
  g_mutex_unlock (&standing);
  return found;
}

char *
charter_pack_dup_name (const CharterPack *pack, const char *ref)
{
  return strchr (ref, '#') ? g_strdup (ref) : g_strdup_printf ("%s#%s", pack->id, ref);
}
