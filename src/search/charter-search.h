/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* What can be found, and in which words:
 *
 *   kind      title               text                                          place
 *   lesson    its title           its summary                                   –
 *   lesson    a section's title   the section's blocks                          the lesson's title
 *   entry     its name            its meaning                                   –
 *   scenario  its title           its summary and situation                     –
 *             a case's title      its summary and first scene                   –
 *   item      –                   its stem, what can be chosen, its rationale   its scenario's title
 *   note      –                   the learner's words, and those they mark      its section or question
 *
 * Items that are kept for mocks are not found, and no bank is. What a case's moves lead to is not told. */
typedef enum {
  CHARTER_HIT_LESSON,
  CHARTER_HIT_ENTRY,
  CHARTER_HIT_SCENARIO,
  CHARTER_HIT_ITEM,
  CHARTER_HIT_NOTE,
} CharterHitKind;

#define CHARTER_N_HIT_KINDS 5

/* What a learner wrote, as it is handed in. */
typedef struct {
  const char *id;
  const char *text;
  const char *place;
} CharterSearchNote;

/* All but rank belongs to the pack; a note is held by the list of hits. */
typedef struct {
  CharterHitKind kind;
  guint rank;                    /* 0 is best; see charter_search_find */
  CharterPack *pack;
  const CharterLesson *lesson;   /* a lesson */
  const CharterSection *section; /* a lesson; NULL where all of it is meant */
  const CharterEntry *entry;     /* an entry */
  const CharterGroup *group;     /* a scenario; NULL where it is a case */
  const CharterCase *story;      /* a scenario that is a case */
  const CharterItem *item;       /* an item */
  const CharterSearchNote *note; /* a note; it has no pack */
} CharterHit;

/* A pack's words, folded once so that finding is a plain scan. It never changes and can be read from any thread. */
typedef struct _CharterSearchIndex CharterSearchIndex;

/* pack: kept. Slow where the pack is large (a second for 100,000 items): for a thread. Returns: (transfer full) */
CharterSearchIndex *charter_search_index_new (CharterPack *pack);
/* The same of notes (element-type CharterSearchNote), which are copied. Thousands are done at once.
 * Returns: (transfer full) */
CharterSearchIndex *charter_search_index_new_for_notes (GPtrArray *notes);
CharterSearchIndex *charter_search_index_ref (CharterSearchIndex *index);
void charter_search_index_unref (CharterSearchIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterSearchIndex, charter_search_index_unref)
/* Returns: (transfer none) (nullable) NULL for that of notes */
CharterPack *charter_search_index_get_pack (CharterSearchIndex *index);

/* Finds what has all of the words, each as a whole word or as the beginning of one, and at least one of them not only
 * in its place. Each word counts
 *
 *   0  whole in the title    1  begins a word of the title
 *   2  whole in the text     3  begins a word of the text     4  in the place
 *
 * and the sum is the rank. Of one rank, lessons come before entries, scenarios, items and notes; then the order of the
 * indices, and of the pack. words: as from charter_words_of; without any, nothing is found.
 * indices: (element-type CharterSearchIndex). Returns: (transfer full) (element-type CharterHit) best first; the hits
 * hold as long as the indices */
GArray *charter_search_find (GPtrArray *indices, const char *const *words);

/* A lesson's or section's title, an entry's name, a scenario's or case's title; NULL for an item or a note. */
const char *charter_hit_get_title (const CharterHit *hit);
/* The title of what a section, an item or a note stands in, or NULL. */
const char *charter_hit_get_place (const CharterHit *hit);
/* A line of its text where most of the words stand close together, cut with “…” to about 160 characters. An item's is
 * of its stem alone, whatever it was found by: what is right is not told before it is asked.
 * Returns: (transfer full) (not nullable) */
char *charter_hit_dup_snippet (const CharterHit *hit, const char *const *words);

G_END_DECLS
