/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-note-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-scoring.h"

/* --- where -------------------------------------------------------------------------------------------------------- */

static const CharterLesson *
find_lesson (const CharterNote *note, CharterPack *pack)
{
  return pack != NULL && note->lesson != NULL ? charter_pack_find_lesson (pack, note->lesson) : NULL;
}

static const CharterSection *
find_section (const CharterNote *note, CharterPack *pack)
{
  const CharterLesson *lesson = find_lesson (note, pack);
  const CharterSection *section
    = note->section != NULL && lesson != NULL ? charter_pack_find_section (pack, note->section) : NULL;

  return section != NULL && section->lesson == lesson ? section : NULL;
}

static const CharterItem *
find_item (const CharterNote *note, CharterPack *pack)
{
  return pack != NULL && note->item != NULL ? charter_pack_find_item (pack, note->item) : NULL;
}

/* The last line asks. */
static char *
dup_question (const CharterItem *item)
{
  g_autofree char *stem = charter_blocks_to_plain (item->stem);
  const char *line = strrchr (g_strchomp (stem), '\n');

  return g_strdup (line != NULL ? line + 1 : stem);
}

char *
charter_note_dup_place (const CharterNote *note, CharterPack *pack)
{
  const CharterLesson *lesson = find_lesson (note, pack);
  const CharterSection *section = find_section (note, pack);
  const CharterItem *item = find_item (note, pack);

  if (item != NULL)
    return dup_question (item);
  if (section != NULL)
    return g_strdup_printf ("%s · %s", lesson->title.plain, section->title.plain);
  if (lesson != NULL)
    return g_strdup (lesson->title.plain);
  if (note->item != NULL || pack == NULL)
    return g_strdup (note->item != NULL ? note->item : note->lesson != NULL ? note->lesson : note->pack);
  return g_strdup (note->lesson != NULL ? note->lesson : pack->title.plain);
}

static gboolean
has_words (const char *text)
{
  return text != NULL && *text != '\0';
}

char *
charter_note_dup_title (const CharterNote *note, CharterPack *pack)
{
  const CharterSection *section = find_section (note, pack);

  if (has_words (note->text))
    return g_strdup (note->text);
  if (has_words (note->quote))
    return g_strdup_printf (_ ("“%s”"), note->quote);
  return section != NULL ? g_strdup (section->title.plain) : charter_note_dup_place (note, pack);
}

char *
charter_note_dup_place_beside_title (const CharterNote *note, CharterPack *pack)
{
  if (has_words (note->text) || has_words (note->quote))
    return charter_note_dup_place (note, pack);
  return g_strdup (find_section (note, pack) != NULL ? find_lesson (note, pack)->title.plain : "");
}

/* --- answers ------------------------------------------------------------------------------------------------------ */

static const char *
get_words (const CharterItem *item, const char *id)
{
  const CharterPart *part = charter_item_find_part (item, id);
  const CharterSlot *slot = charter_item_find_slot (item, id);
  const char *words = part != NULL ? part->text.plain : slot != NULL ? slot->text.plain : "";

  return *words != '\0' ? words : id;
}

/* A pair's two sides have one id: its left is the slot. */
static const char *
get_source_words (const CharterItem *item, const char *id)
{
  const CharterSlot *slot = item->kind == CHARTER_ITEM_MATCH ? charter_item_find_slot (item, id) : NULL;

  return slot != NULL ? slot->text.plain : get_words (item, id);
}

char *
charter_note_dup_response_words (const CharterItem *item, const CharterResponse *response)
{
  GString *words = g_string_new (charter_response_get_typed (response));

  for (guint i = 0; i < charter_response_get_n (response); i++)
    {
      CharterPairing pairing = charter_response_get (response, i);
      g_string_append (words, i > 0 ? "; " : "");
      if (pairing.target == NULL)
        g_string_append (words, get_words (item, pairing.source));
      else
        g_string_append_printf (words, "%s → %s", get_source_words (item, pairing.source),
                                get_words (item, pairing.target));
    }
  return g_string_free (words, FALSE);
}

/* A drill's numbers are drawn anew each time: of it the expression is told. */
static char *
dup_key_words (const CharterItem *item)
{
  g_autoptr (CharterResponse) key = NULL;

  if (item->kind == CHARTER_ITEM_DRILL && item->typed != NULL && item->typed->n_accepts > 0)
    return g_strdup (item->typed->accepts[0]);
  key = charter_scoring_dup_key (item, 0);
  return charter_note_dup_response_words (item, key);
}

static char *
dup_answer_words (const CharterItem *item, const char *answer)
{
  g_autoptr (CharterResponse) response = NULL;

  if (answer != NULL)
    response = charter_response_parse (charter_item_kind_response_shape (item->kind), answer, NULL);
  return response != NULL ? charter_note_dup_response_words (item, response) : g_strdup (answer != NULL ? answer : "");
}

/* --- Markdown ----------------------------------------------------------------------------------------------------- */

/* What would be read as markup is marked as plain. */
static void
append_plain (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean begins = at == text || at[-1] == '\n';
      if (strchr ("\\`*_[]<>", *at) != NULL || (begins && strchr ("#+-|~", *at) != NULL))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
}

/* In a list's entry, with its lines below one another. */
static void
append_entry (GString *out, const char *prefix, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (lines[0] == NULL)
    g_string_append_printf (out, "%s\n", prefix);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_string_append (out, i == 0 ? prefix : "  ");
      append_plain (out, lines[i]);
      g_string_append (out, lines[i + 1] != NULL && *lines[i] != '\0' && *lines[i + 1] != '\0' ? "  \n" : "\n");
    }
}

/* What its author needs to find the question that is disputed, whatever has become of it since. */
static char *
dup_dispute (const CharterNote *dispute, CharterPack *pack)
{
  const CharterItem *item = find_item (dispute, pack);
  g_autofree char *answer = item != NULL ? dup_answer_words (item, dispute->answer) : g_strdup (dispute->answer);
  GString *words = g_string_new (dispute->text);

  g_string_append_printf (words, "\n%s: %s", _ ("Question"), dispute->item);
  if (has_words (dispute->release))
    g_string_append_printf (words, " · %s: %s", _ ("Release"), dispute->release);
  if (has_words (answer))
    g_string_append_printf (words, " · %s: %s", _ ("My answer"), answer);
  return g_string_free (words, FALSE);
}

/* Numbered steps at a line's start would become a list of their own, quotes and words do not: the kind goes first. */
static void
append_note (GString *out, const CharterNote *note, CharterPack *pack)
{
  static const char *const kinds[] = {
    [CHARTER_NOTE_NOTE] = N_ ("Note"),
    [CHARTER_NOTE_BOOKMARK] = N_ ("Bookmark"),
    [CHARTER_NOTE_HIGHLIGHT] = N_ ("Highlight"),
    [CHARTER_NOTE_DISPUTE] = N_ ("Disputed"),
  };
  g_autoptr (GString) prefix = g_string_new (NULL);
  g_autofree char *text
    = note->kind == CHARTER_NOTE_DISPUTE ? dup_dispute (note, pack) : g_strdup (note->text != NULL ? note->text : "");

  g_string_append_printf (prefix, "- **%s**", _ (kinds[note->kind]));
  if (has_words (note->quote))
    {
      g_autofree char *quote = g_strdup_printf (_ ("“%s”"), note->quote);
      g_string_append (prefix, " ");
      append_plain (prefix, quote);
    }
  g_string_append (prefix, *text != '\0' ? ": " : "");
  append_entry (out, prefix->str, text);
}

/* The place in a pack's order: lessons with their sections, then items, then what is no longer there. */
static guint
find_rank (const CharterNote *note, CharterPack *pack)
{
  const CharterLesson *lesson = find_lesson (note, pack);
  const CharterSection *section = find_section (note, pack);
  const CharterItem *item = find_item (note, pack);
  guint rank = 0;

  for (guint i = 0; pack != NULL && i < pack->n_lessons; i++)
    {
      if (pack->lessons[i] == lesson)
        return section != NULL ? rank + 1 + (guint)(section - lesson->sections) : rank;
      rank += pack->lessons[i]->n_sections + 1;
    }
  for (guint i = 0; pack != NULL && i < pack->n_items; i++, rank++)
    if (pack->items[i] == item)
      return rank;
  return G_MAXUINT;
}

typedef struct {
  const CharterNote *note;
  guint rank;
  guint at; /* among the notes as they came */
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a;
  const Ranked *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return first->at < second->at ? -1 : 1;
}

static GArray *
rank_notes (GPtrArray *notes, CharterPack *pack)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < notes->len; i++)
    {
      Ranked one = { notes->pdata[i], find_rank (notes->pdata[i], pack), i };
      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

static void
append_heading (GString *out, const char *level, const char *words)
{
  g_string_append_printf (out, "%s%s ", out->len > 0 ? "\n" : "", level);
  append_plain (out, words);
  g_string_append (out, "\n\n");
}

char *
charter_notes_to_markdown (GPtrArray *notes, CharterPack *pack)
{
  g_autoptr (GArray) ranked = rank_notes (notes, pack);
  g_autofree char *before = NULL;
  GString *out = g_string_new (NULL);

  if (notes->len > 0)
    append_heading (out, "#", pack != NULL ? pack->title.plain : ((CharterNote *)notes->pdata[0])->pack);
  for (guint i = 0; i < ranked->len; i++)
    {
      const CharterNote *note = g_array_index (ranked, Ranked, i).note;
      g_autofree char *place = charter_note_dup_place (note, pack);
      if (g_strcmp0 (place, before) != 0)
        append_heading (out, "##", place);
      append_note (out, note, pack);
      g_free (before);
      before = g_steal_pointer (&place);
    }
  return g_string_free (out, FALSE);
}

/* --- the letter --------------------------------------------------------------------------------------------------- */

static void
append_line (GString *out, const char *name, const char *value)
{
  if (has_words (value))
    g_string_append_printf (out, "%s: %s\n", name, value);
}

static void
append_item (GString *out, const CharterNote *dispute, const CharterItem *item)
{
  g_autofree char *question = dup_question (item);
  g_autofree char *key = dup_key_words (item);
  g_autofree char *answer = dup_answer_words (item, dispute->answer);

  append_line (out, _ ("It asks"), question);
  append_line (out, _ ("Its key"), key);
  append_line (out, _ ("My answer"), answer);
}

char *
charter_note_to_letter (const CharterNote *dispute, CharterPack *pack)
{
  const CharterItem *item = find_item (dispute, pack);
  GString *out = g_string_new (NULL);

  append_line (out, _ ("Pack"), pack != NULL ? pack->title.plain : NULL);
  append_line (out, _ ("Pack’s id"), dispute->pack);
  append_line (out, _ ("Release"), dispute->release);
  append_line (out, _ ("Question"), dispute->item);
  if (item != NULL)
    append_item (out, dispute, item);
  else
    append_line (out, _ ("My answer"), dispute->answer);
  g_string_append_printf (out, "\n%s\n", dispute->text != NULL ? dispute->text : "");
  return g_string_free (out, FALSE);
}
