/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-removal.h"

CharterRemoval *
charter_removal_new (CharterEvent *event)
{
  CharterRemoval *removal = g_new0 (CharterRemoval, 1);

  removal->kind = event->kind;
  removal->wall = event->wall;
  removal->events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_ptr_array_add (removal->events, charter_event_ref (event));
  removal->pack = g_strdup (event->pack);
  removal->item = g_strdup (event->item);
  return removal;
}

void
charter_removal_free (CharterRemoval *removal)
{
  g_ptr_array_unref (removal->events);
  g_free (removal->pack);
  g_free (removal->item);
  g_free (removal->group);
  g_free (removal);
}

CharterEvent *
charter_removal_get_latest (const CharterRemoval *removal)
{
  return g_ptr_array_index (removal->events, removal->events->len - 1);
}

int
charter_removal_compare (gconstpointer a, gconstpointer b)
{
  return charter_event_compare (charter_removal_get_latest (*(CharterRemoval **)b),
                                charter_removal_get_latest (*(CharterRemoval **)a));
}

CharterRemovals *
charter_removals_new (void)
{
  CharterRemovals *removals = g_new0 (CharterRemovals, 1);

  removals->list = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_removal_free);
  return removals;
}

void
charter_removals_free (CharterRemovals *removals)
{
  g_ptr_array_unref (removals->list);
  g_free (removals);
}
