/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown of a hit. */

#include "charter-search-private.h"

#include <string.h>

#include "charter-drill.h"
#include "charter-words.h"

#define SNIPPET 160 /* characters, about */
#define LEAD 40     /* characters before the first word */

const char *
charter_hit_get_title (const CharterHit *hit)
{
  switch (hit->kind)
    {
    case CHARTER_HIT_LESSON:
      return hit->section != NULL ? hit->section->title.plain : hit->lesson->title.plain;
    case CHARTER_HIT_ENTRY:
      return hit->entry->name.plain;
    case CHARTER_HIT_SCENARIO:
      return hit->story != NULL ? hit->story->title.plain : hit->group->title.plain;
    case CHARTER_HIT_ITEM:
    case CHARTER_HIT_NOTE:
    default:
      return NULL;
    }
}

const char *
charter_hit_get_place (const CharterHit *hit)
{
  const CharterGroup *group;

  if (hit->kind == CHARTER_HIT_LESSON)
    return hit->section != NULL ? hit->lesson->title.plain : NULL;
  if (hit->kind == CHARTER_HIT_NOTE)
    return hit->note->place;
  if (hit->kind != CHARTER_HIT_ITEM)
    return NULL;
  group = charter_pack_find_group (hit->pack, hit->item->group);
  return group != NULL && *group->title.plain != '\0' ? group->title.plain : NULL;
}

static char *
hide_places (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *open, *close;

  for (; charter_drill_find_place (text, &open, &close); text = close + 1)
    {
      g_string_append_len (out, text, open - text);
      g_string_append (out, *close == '{' ? "{" : "…");
    }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

char *
charter_search_dup_words (const CharterItem *item, CharterBlocks blocks)
{
  g_autofree char *text = charter_blocks_to_plain (blocks);

  return item->kind == CHARTER_ITEM_DRILL ? hide_places (text) : g_steal_pointer (&text);
}

static char *
dup_scenario (const CharterText *summary, CharterBlocks blocks)
{
  g_autofree char *situation = charter_blocks_to_plain (blocks);
  gboolean both = *summary->plain != '\0' && *situation != '\0';

  return g_strconcat (summary->plain, both ? "\n" : "", situation, NULL);
}

static char *
dup_text (const CharterHit *hit)
{
  switch (hit->kind)
    {
    case CHARTER_HIT_LESSON:
      return hit->section != NULL ? charter_blocks_to_plain (hit->section->blocks)
                                  : g_strdup (hit->lesson->summary.plain);
    case CHARTER_HIT_ENTRY:
      return charter_blocks_to_plain (hit->entry->meaning);
    case CHARTER_HIT_SCENARIO:
      return hit->story != NULL ? dup_scenario (&hit->story->summary, hit->story->scenes[0].blocks)
                                : dup_scenario (&hit->group->summary, hit->group->situation);
    case CHARTER_HIT_NOTE:
      return g_strdup (hit->note->text);
    case CHARTER_HIT_ITEM:
    default:
      return charter_search_dup_words (hit->item, hit->item->stem);
    }
}

/* How many different words of the query stand in a snippet that begins at a match; those from the 32nd on are one. */
static guint
count_words (GArray *matches, guint first)
{
  gsize end = g_array_index (matches, CharterWordMatch, first).start + SNIPPET - LEAD;
  guint32 seen = 0;
  guint n = 0;

  for (guint i = first; i < matches->len && g_array_index (matches, CharterWordMatch, i).start < end; i++)
    {
      guint32 bit = 1u << MIN (g_array_index (matches, CharterWordMatch, i).word, 31);

      n += (seen & bit) == 0;
      seen |= bit;
    }
  return n;
}

/* Returns: the byte at which the words stand closest together, 0 where there is none of them */
static gsize
find_best (const char *text, const char *const *words)
{
  g_autoptr (GArray) matches = charter_words_find (text, words);
  guint best = 0, most = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      guint n = count_words (matches, i);

      if (n > most)
        {
          best = i;
          most = n;
        }
    }
  return matches->len > 0 ? g_array_index (matches, CharterWordMatch, best).start : 0;
}

/* Goes back over whole words, as far as there is room before the best one. */
static const char *
find_start (const char *text, const char *best)
{
  const char *start = best, *at = best;

  for (guint i = 0; i < LEAD && at > text; i++)
    {
      at = g_utf8_prev_char (at);
      if (at == text || *at == ' ')
        start = at == text ? text : at + 1;
    }
  return start;
}

static const char *
find_end (const char *start)
{
  const char *at = start, *end = NULL;

  for (guint i = 0; i < SNIPPET && *at != '\0'; i++)
    {
      end = *at == ' ' ? at : end;
      at = g_utf8_next_char (at);
    }
  return *at == '\0' || end == NULL ? at : end;
}

/* Returns: the byte of a character, at most that of the end */
static gsize
find_byte (const char *text, glong character)
{
  const char *at = text;

  for (; character > 0 && *at != '\0'; character--)
    at = g_utf8_next_char (at);
  return at - text;
}

/* Near the end it begins earlier, so that it is no shorter than elsewhere. */
static char *
cut (const char *text, gsize best)
{
  glong latest = MAX (g_utf8_strlen (text, -1) - SNIPPET, 0) + LEAD;
  const char *start = find_start (text, text + MIN (best, find_byte (text, latest)));
  const char *end = find_end (start);

  return g_strdup_printf ("%s%.*s%s", start > text ? "…" : "", (int)(end - start), start, *end != '\0' ? "…" : "");
}

/* Paragraphs one after the other; titles and cells of a table, which end without a full stop, parted by a dot. */
static char *
join_lines (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at != '\n')
      g_string_append_unichar (out, g_utf8_get_char (at));
    else if (g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))) && !g_str_has_prefix (at + 1, "•"))
      g_string_append (out, " · ");
    else
      g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

char *
charter_hit_dup_snippet (const CharterHit *hit, const char *const *words)
{
  g_autofree char *text = dup_text (hit);
  g_autofree char *line = join_lines (text);

  return cut (line, find_best (line, words));
}
