/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody marks while thinking: parts struck out, words highlighted. None of it is an answer. */
#include "charter-session-private.h"

void
session_clear_chosen (CharterSession *self, guint position)
{
  SessionPlace *place = session_get_place (self, position);
  const CharterItem *item = session_get_item (self, position);

  for (guint i = 0; i < MIN (item->n_parts, 64) && place->struck != 0; i++)
    if (charter_response_contains (place->response, item->parts[i].id))
      place->struck &= ~(G_GUINT64_CONSTANT (1) << i);
}

void
charter_session_set_struck (CharterSession *self, guint position, guint64 parts)
{
  g_return_if_fail (position < self->n_steps);

  session_get_place (self, position)->struck = parts;
  session_clear_chosen (self, position);
  session_tell_changed (self);
}

guint64
charter_session_get_struck (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, 0);

  return session_get_place (self, position)->struck;
}

/* ---- words ---- */

static gboolean
is_of_same_group (const CharterStep *a, const CharterStep *b)
{
  return a->pack == b->pack && g_strcmp0 (a->item->group, b->item->group) == 0;
}

/* Returns: the step with which the situation's words are kept */
static guint
find_first_of_group (CharterSession *self, guint position)
{
  const CharterStep *step = charter_path_get_step (self->path, position);
  guint first = 0;

  while (!is_of_same_group (charter_path_get_step (self->path, first), step))
    first++;
  return first;
}

void
session_put_highlights (CharterSession *self, guint position, CharterHighlightOf of, GPtrArray *highlights)
{
  SessionPlace *place = session_get_place (self, position);

  if (of == CHARTER_HIGHLIGHT_OF_SITUATION)
    {
      g_hash_table_insert (self->situations, GUINT_TO_POINTER (find_first_of_group (self, position)), highlights);
      return;
    }
  g_clear_pointer (&place->highlights, g_ptr_array_unref);
  place->highlights = highlights;
}

void
charter_session_highlight (
  CharterSession *self, guint position, CharterHighlightOf of, guint text, const char *whole, guint start, guint end)
{
  GPtrArray *highlights = charter_session_get_highlights (self, position, of);

  g_return_if_fail (position < self->n_steps);

  if (highlights == NULL)
    session_put_highlights (self, position, of, highlights = charter_highlights_new ());
  charter_highlights_add (highlights, text, whole, start, end);
  session_tell_changed (self);
}

gboolean
charter_session_unhighlight (CharterSession *self, guint position, CharterHighlightOf of, guint text, guint at)
{
  GPtrArray *highlights = charter_session_get_highlights (self, position, of);

  if (highlights == NULL || !charter_highlights_remove (highlights, text, at))
    return FALSE;
  session_tell_changed (self);
  return TRUE;
}

GPtrArray *
charter_session_get_highlights (CharterSession *self, guint position, CharterHighlightOf of)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  if (of == CHARTER_HIGHLIGHT_OF_QUESTION)
    return session_get_place (self, position)->highlights;
  return g_hash_table_lookup (self->situations, GUINT_TO_POINTER (find_first_of_group (self, position)));
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return (first > second) - (first < second);
}

GArray *
charter_session_list_highlighted (CharterSession *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key, highlights;

  g_hash_table_iter_init (&iter, self->situations);
  while (g_hash_table_iter_next (&iter, &key, &highlights))
    if (((GPtrArray *)highlights)->len > 0)
      g_array_append_vals (positions, &(guint){ GPOINTER_TO_UINT (key) }, 1);
  g_array_sort (positions, compare_positions);
  return positions;
}
