/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index, and finding in it. A text is kept as its folded words with a space around each (" one two "), so that a
 * word begins wherever " word" stands and is whole wherever " word " does. */

#include "charter-search-private.h"

#include <string.h>

#include "charter-words.h"

typedef struct {
  CharterHit hit;
  gsize title, text, place; /* where they begin in the index's words */
} Document;

struct _CharterSearchIndex {
  gatomicrefcount ref_count;
  CharterPack *pack;  /* or NULL */
  GPtrArray *notes;   /* CharterSearchNote, or NULL */
  GArray *documents;
  GString *words; /* texts, each ended by a NUL; the first is empty */
};

static void
note_clear (gpointer data)
{
  CharterSearchNote *note = data;

  g_free ((char *)note->id);
  g_free ((char *)note->text);
  g_free ((char *)note->place);
}

static void
note_unref (gpointer note)
{
  g_atomic_rc_box_release_full (note, note_clear);
}

/* --- making ------------------------------------------------------------------------------------------------------- */

static gsize
begin_text (CharterSearchIndex *self)
{
  g_string_append_c (self->words, ' ');
  return self->words->len - 1;
}

static void
add_words (CharterSearchIndex *self, const char *text)
{
  gsize start = 0, length = 0;

  while (charter_words_next (text, &start, &length))
    {
      charter_words_fold (self->words, text + start, length);
      g_string_append_c (self->words, ' ');
    }
}

static void
add_blocks (CharterSearchIndex *self, CharterBlocks blocks)
{
  g_autofree char *text = charter_blocks_to_plain (blocks);

  add_words (self, text);
}

static void
end_text (CharterSearchIndex *self)
{
  g_string_append_c (self->words, '\0');
}

static gsize
add_line (CharterSearchIndex *self, const char *line)
{
  gsize start = begin_text (self);

  add_words (self, line);
  end_text (self);
  return start;
}

static void
add_document (CharterSearchIndex *self, CharterHit hit, gsize title, gsize text, gsize place)
{
  Document document = { hit, title, text, place };

  document.hit.pack = self->pack;
  g_array_append_val (self->documents, document);
}

static void
add_section (CharterSearchIndex *self, const CharterLesson *lesson, const CharterSection *section, gsize place)
{
  gsize title = add_line (self, section->title.plain);
  gsize text = begin_text (self);

  add_blocks (self, section->blocks);
  end_text (self);
  add_document (self, (CharterHit){ CHARTER_HIT_LESSON, .lesson = lesson, .section = section }, title, text, place);
}

static void
add_lesson (CharterSearchIndex *self, const CharterLesson *lesson)
{
  gsize title = add_line (self, lesson->title.plain);
  gsize text = add_line (self, lesson->summary.plain);

  add_document (self, (CharterHit){ CHARTER_HIT_LESSON, .lesson = lesson }, title, text, 0);
  for (guint i = 0; i < lesson->n_sections; i++)
    add_section (self, lesson, &lesson->sections[i], title);
}

static void
add_entry (CharterSearchIndex *self, const CharterEntry *entry)
{
  gsize title = add_line (self, entry->name.plain);
  gsize text = begin_text (self);

  add_blocks (self, entry->meaning);
  end_text (self);
  add_document (self, (CharterHit){ CHARTER_HIT_ENTRY, .entry = entry }, title, text, 0);
}

static void
add_item (CharterSearchIndex *self, const CharterItem *item, gsize place)
{
  gsize text = begin_text (self);
  g_autofree char *stem = charter_search_dup_words (item, item->stem);
  g_autofree char *rationale = charter_search_dup_words (item, item->rationale);

  add_words (self, stem);
  if (item->passage != NULL)
    add_words (self, item->passage->plain);
  for (guint i = 0; i < item->n_slots; i++)
    add_words (self, item->slots[i].text.plain);
  for (guint i = 0; i < item->n_parts; i++)
    add_words (self, item->parts[i].text.plain);
  add_words (self, rationale);
  end_text (self);
  add_document (self, (CharterHit){ CHARTER_HIT_ITEM, .item = item }, 0, text, place);
}

static void
add_group (CharterSearchIndex *self, const CharterGroup *group)
{
  gsize title = add_line (self, group->title.plain);

  if (group->is_scenario)
    {
      gsize text = begin_text (self);

      add_words (self, group->summary.plain);
      add_blocks (self, group->situation);
      end_text (self);
      add_document (self, (CharterHit){ CHARTER_HIT_SCENARIO, .group = group }, title, text, 0);
    }
  for (guint i = 0; i < group->n_items; i++)
    if (!group->items[i]->reserved)
      add_item (self, group->items[i], title);
}

static void
add_case (CharterSearchIndex *self, const CharterCase *story)
{
  gsize title = add_line (self, story->title.plain);
  gsize text = begin_text (self);

  add_words (self, story->summary.plain);
  add_blocks (self, story->scenes[0].blocks);
  end_text (self);
  add_document (self, (CharterHit){ CHARTER_HIT_SCENARIO, .story = story }, title, text, 0);
}

static CharterSearchIndex *
index_new (void)
{
  CharterSearchIndex *self = g_new0 (CharterSearchIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->documents = g_array_new (FALSE, FALSE, sizeof (Document));
  self->words = g_string_new (NULL);
  end_text (self);
  return self;
}

CharterSearchIndex *
charter_search_index_new (CharterPack *pack)
{
  CharterSearchIndex *self = index_new ();

  self->pack = charter_pack_ref (pack);
  for (guint i = 0; i < pack->n_lessons; i++)
    add_lesson (self, pack->lessons[i]);
  for (guint i = 0; i < pack->n_entries; i++)
    add_entry (self, &pack->entries[i]);
  for (guint i = 0; i < pack->n_groups; i++)
    add_group (self, pack->groups[i]);
  for (guint i = 0; i < pack->n_cases; i++)
    add_case (self, pack->cases[i]);
  return self;
}


static void
add_note (CharterSearchIndex *self, const CharterSearchNote *note)
{
  CharterSearchNote *copy = g_atomic_rc_box_new0 (CharterSearchNote);
  gsize text, place;

  *copy = (CharterSearchNote){ g_strdup (note->id), g_strdup (note->text), g_strdup (note->place) };
  g_ptr_array_add (self->notes, copy);
  text = add_line (self, note->text);
  place = add_line (self, note->place);
  add_document (self, (CharterHit){ CHARTER_HIT_NOTE, .note = copy }, 0, text, place);
}

CharterSearchIndex *
charter_search_index_new_for_notes (GPtrArray *notes)
{
  CharterSearchIndex *self = index_new ();

  self->notes = g_ptr_array_new_with_free_func (note_unref);
  for (guint i = 0; i < notes->len; i++)
    add_note (self, notes->pdata[i]);
  return self;
}

CharterSearchIndex *
charter_search_index_ref (CharterSearchIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
charter_search_index_unref (CharterSearchIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->pack, charter_pack_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_array_unref (self->documents);
  g_string_free (self->words, TRUE);
  g_free (self);
}

CharterPack *
charter_search_index_get_pack (CharterSearchIndex *self)
{
  return self->pack;
}

/* --- finding ------------------------------------------------------------------------------------------------------ */

enum { TITLE_WHOLE, TITLE_BEGUN, TEXT_WHOLE, TEXT_BEGUN, PLACE, NOWHERE };

/* A word of the query with a space before it, and with one on both sides. */
typedef struct {
  char *begun;
  char *whole;
} Needle;

static void
needle_clear (gpointer data)
{
  Needle *needle = data;

  g_free (needle->begun);
  g_free (needle->whole);
}

static GArray *
make_needles (const char *const *words)
{
  GArray *needles = g_array_new (FALSE, FALSE, sizeof (Needle));

  g_array_set_clear_func (needles, needle_clear);
  for (guint i = 0; words[i] != NULL; i++)
    {
      Needle needle = { g_strconcat (" ", words[i], NULL), g_strconcat (" ", words[i], " ", NULL) };

      g_array_append_val (needles, needle);
    }
  return needles;
}

/* Returns: whole, begun or NOWHERE */
static guint
look_into (const char *text, const Needle *needle, guint whole, guint begun)
{
  const char *first = strstr (text, needle->begun);

  if (first == NULL)
    return NOWHERE;
  return strstr (first, needle->whole) != NULL ? whole : begun;
}

static guint
weigh_word (CharterSearchIndex *self, const Document *document, const Needle *needle)
{
  const char *words = self->words->str;
  guint weight = look_into (words + document->title, needle, TITLE_WHOLE, TITLE_BEGUN);

  if (weight == NOWHERE)
    weight = look_into (words + document->text, needle, TEXT_WHOLE, TEXT_BEGUN);
  if (weight == NOWHERE)
    weight = look_into (words + document->place, needle, PLACE, PLACE);
  return weight;
}

/* Returns: FALSE where a word is missing, or all of them stand in the place only */
static gboolean
weigh (CharterSearchIndex *self, const Document *document, GArray *needles, guint *rank)
{
  gboolean own = FALSE;

  *rank = 0;
  for (guint i = 0; i < needles->len; i++)
    {
      guint weight = weigh_word (self, document, &g_array_index (needles, Needle, i));

      if (weight == NOWHERE)
        return FALSE;
      own = own || weight != PLACE;
      *rank += weight;
    }
  return own;
}

static void
find_in (CharterSearchIndex *self, GArray *needles, GArray *hits)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const Document *document = &g_array_index (self->documents, Document, i);
      CharterHit hit = document->hit;

      if (!weigh (self, document, needles, &hit.rank))
        continue;
      if (hit.note != NULL)
        g_atomic_rc_box_acquire ((gpointer)hit.note);
      g_array_append_val (hits, hit);
    }
}

/* g_array_sort is stable, which keeps the packs' order. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const CharterHit *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return (int)first->kind - (int)second->kind;
}

static void
hit_clear (gpointer data)
{
  CharterHit *hit = data;

  if (hit->note != NULL)
    note_unref ((gpointer)hit->note);
}

GArray *
charter_search_find (GPtrArray *indices, const char *const *words)
{
  g_autoptr (GArray) needles = make_needles (words);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CharterHit));

  g_array_set_clear_func (hits, hit_clear);
  for (guint i = 0; i < indices->len && needles->len > 0; i++)
    find_in (indices->pdata[i], needles, hits);
  g_array_sort (hits, compare_hits);
  return hits;
}
