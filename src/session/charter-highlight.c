/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-highlight.h"

void
charter_highlight_free (CharterHighlight *highlight)
{
  g_free (highlight->words);
  g_free (highlight);
}

GPtrArray *
charter_highlights_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)charter_highlight_free);
}

static const CharterHighlight *
get_highlight (GPtrArray *highlights, guint i)
{
  return g_ptr_array_index (highlights, i);
}

/* Returns: where the first highlight stands that does not end before that place */
static guint
find_index (GPtrArray *highlights, guint text, guint at)
{
  guint i = 0;

  while (i < highlights->len
         && (get_highlight (highlights, i)->text < text
             || (get_highlight (highlights, i)->text == text && get_highlight (highlights, i)->end < at)))
    i++;
  return i;
}

static gboolean
touches (GPtrArray *highlights, guint i, guint text, guint end)
{
  return i < highlights->len && get_highlight (highlights, i)->text == text
         && get_highlight (highlights, i)->start <= end;
}

static void
insert (GPtrArray *highlights, guint i, guint text, guint start, guint end, char *words)
{
  CharterHighlight *highlight = g_new (CharterHighlight, 1);

  *highlight = (CharterHighlight){ text, start, end, words };
  g_ptr_array_insert (highlights, (int)i, highlight);
}

void
charter_highlights_add (GPtrArray *highlights, guint text, const char *whole, guint start, guint end)
{
  guint length = (guint)g_utf8_strlen (whole, -1);
  guint i;

  end = MIN (end, length);
  if (start >= end)
    return;
  for (i = find_index (highlights, text, start); touches (highlights, i, text, end);
       g_ptr_array_remove_index (highlights, i))
    {
      start = MIN (start, get_highlight (highlights, i)->start);
      end = MIN (MAX (end, get_highlight (highlights, i)->end), length);
    }
  insert (highlights, i, text, start, end, g_utf8_substring (whole, start, end));
}

gboolean
charter_highlights_put (GPtrArray *highlights, guint text, guint start, guint end, const char *words)
{
  guint i = find_index (highlights, text, start);

  if (start >= end || g_utf8_strlen (words, -1) != end - start || touches (highlights, i, text, end))
    return FALSE;
  insert (highlights, i, text, start, end, g_strdup (words));
  return TRUE;
}

/* Returns: FALSE where there is none */
static gboolean
find_at (GPtrArray *highlights, guint text, guint at, guint *index)
{
  *index = find_index (highlights, text, at + 1);
  return touches (highlights, *index, text, at);
}

const CharterHighlight *
charter_highlights_find (GPtrArray *highlights, guint text, guint at)
{
  guint i;

  return find_at (highlights, text, at, &i) ? get_highlight (highlights, i) : NULL;
}

gboolean
charter_highlights_remove (GPtrArray *highlights, guint text, guint at)
{
  guint i;

  if (!find_at (highlights, text, at, &i))
    return FALSE;
  g_ptr_array_remove_index (highlights, i);
  return TRUE;
}
