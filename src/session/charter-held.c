/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-held.h"

#include <string.h>

GHashTable *
charter_held_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
charter_held_add (GHashTable *held, const char *pack_id, const char *item_id)
{
  if (strchr (item_id, '#') != NULL)
    g_hash_table_add (held, g_strdup (item_id));
  else
    g_hash_table_add (held, g_strdup_printf ("%s#%s", pack_id, item_id));
}

gboolean
charter_held_has (GHashTable *held, const char *pack_id, const char *item_id)
{
  g_autofree char *name = NULL;

  if (held == NULL || g_hash_table_size (held) == 0)
    return FALSE;
  name = g_strdup_printf ("%s#%s", pack_id, item_id);
  return g_hash_table_contains (held, name);
}
