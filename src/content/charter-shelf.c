/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-shelf.h"

#include "charter-pack-private.h"

#include <string.h>

struct _CharterShelf {
  GPtrArray *packs; /* of CharterPack, owned */
};

/* Which shelf a pack stands on. Held for the moment of looking it up, or of moving packs. */
static GMutex standing;

CharterShelf *
charter_shelf_new (GPtrArray *packs)
{
  CharterShelf *shelf = g_new0 (CharterShelf, 1);

  shelf->packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  g_mutex_lock (&standing);
  for (guint i = 0; i < packs->len; i++)
    {
      g_ptr_array_add (shelf->packs, charter_pack_ref (packs->pdata[i]));
      *charter_pack_get_shelf (packs->pdata[i]) = shelf;
    }
  g_mutex_unlock (&standing);
  return shelf;
}

void
charter_shelf_free (CharterShelf *shelf)
{
  g_mutex_lock (&standing);
  for (guint i = 0; i < shelf->packs->len; i++)
    {
      CharterShelf **place = charter_pack_get_shelf (shelf->packs->pdata[i]);

      if (*place == shelf)
        *place = NULL;
    }
  g_mutex_unlock (&standing);
  g_ptr_array_unref (shelf->packs);
  g_free (shelf);
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
