/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-undone.h"

typedef struct {
  const char *device;
  gint64 seq;
} Name;

static guint
name_hash (gconstpointer data)
{
  const Name *name = data;

  return g_str_hash (name->device) ^ g_int64_hash (&name->seq);
}

static gboolean
name_equal (gconstpointer a, gconstpointer b)
{
  const Name *first = a;
  const Name *second = b;

  return first->seq == second->seq && g_str_equal (first->device, second->device);
}

static gboolean
is_named (GHashTable *names, const CharterEvent *event)
{
  return g_hash_table_contains (names, &(Name){ event->device, event->seq });
}

/* Only those that were said later are among the names when an undo's turn comes. */
static void
take_undo (GHashTable *names, GHashTable *undone, CharterEvent *undo)
{
  Name name = { undo->undo_device, undo->undo_seq };

  if (undo->session == NULL && is_named (names, undo))
    g_hash_table_add (undone, undo);
  else if (name.device != NULL)
    g_hash_table_add (names, g_memdup2 (&name, sizeof name));
}

GHashTable *
charter_undone_find (GPtrArray *events)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (name_hash, name_equal, g_free, NULL);
  GHashTable *undone = g_hash_table_new (NULL, NULL);

  for (guint i = events->len; i > 0; i--)
    if (((CharterEvent *)g_ptr_array_index (events, i - 1))->kind == CHARTER_EVENT_UNDO)
      take_undo (names, undone, g_ptr_array_index (events, i - 1));
  for (guint i = 0; i < events->len; i++)
    {
      CharterEvent *event = g_ptr_array_index (events, i);
      if (event->kind != CHARTER_EVENT_UNDO && is_named (names, event))
        g_hash_table_add (undone, event);
    }
  return undone;
}
