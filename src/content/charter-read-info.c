/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pack's own attributes and its info. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEE_KINDS (CHARTER_INDEX_MASK (CHARTER_INDEX_LESSON) | CHARTER_INDEX_MASK (CHARTER_INDEX_SECTION))

/* For a pack whose own id can't be read: it can be looked at, though nothing is remembered of it. */
#define UNNAMED "unnamed.pack"

void
charter_read_pack_start (CharterReader *reader, const CharterElement *element)
{
  CharterPack *pack = charter_pack_builder_get_pack (reader->builder);
  const char *id = charter_element_get (element, AT_ID), *format = charter_element_get (element, AT_FORMAT);
  const char *release = charter_element_get (element, AT_RELEASE), *language = charter_element_get (element, AT_LANG);

  pack->id = charter_arena_strdup (reader->arena, id ? id : UNNAMED);
  pack->release = charter_arena_strdup (reader->arena, release ? release : "0");
  pack->language = charter_arena_strdup (reader->arena, language ? language : "en");
  pack->minor = format ? (guint)g_ascii_strtoull (format + strlen ("1."), NULL, 10) : 0;
  pack->title.plain = pack->id;
  pack->summary.plain = "";
  reader->minor = pack->minor;
}

CharterSource
charter_read_source (CharterReader *reader, const CharterElement *element)
{
  CharterSource source = { 0 };

  source.href = charter_arena_strdup (reader->arena, charter_element_get (element, AT_HREF));
  source.checked = charter_arena_strdup (reader->arena, charter_element_get (element, AT_CHECKED));
  source.text = charter_read_text (reader, element);
  return source;
}

static void
read_sources (CharterReader *reader, const CharterElement *element, CharterPack *pack)
{
  CharterSource *sources
    = charter_arena_new_n (reader->arena, CharterSource, charter_element_count (element, EL_SOURCE));

  charter_element_foreach (child, element, EL_SOURCE) sources[pack->n_sources++] = charter_read_source (reader, child);
  pack->sources = sources;
}

static const char *const *
read_authors (CharterReader *reader, const CharterElement *element)
{
  guint n = charter_element_count (element, EL_AUTHOR);
  const char **authors = charter_arena_new_n (reader->arena, const char *, n + 1);

  n = 0;
  charter_element_foreach (child, element, EL_AUTHOR) authors[n++] = charter_read_plain (reader, child);
  return authors;
}

static const char *const *
read_uses (CharterReader *reader, const CharterElement *element)
{
  guint n = charter_element_count (element, EL_USE);
  const char **uses = charter_arena_new_n (reader->arena, const char *, n + 1);

  n = 0;
  charter_element_foreach (child, element, EL_USE) uses[n++]
    = charter_arena_strdup (reader->arena, charter_element_get (child, AT_PACK));
  return uses;
}

static void
gather_topics (CharterReader *reader, const CharterElement *element, const CharterTopic *parent, GPtrArray *topics)
{
  charter_element_foreach (child, element, EL_TOPIC)
  {
    CharterTopic *topic = charter_arena_new_n (reader->arena, CharterTopic, 1);

    topic->id = charter_reader_claim_id (reader, child, CHARTER_INDEX_TOPIC, topic);
    if (!topic->id)
      continue;
    topic->title = charter_read_child_text (reader, child, EL_TITLE);
    topic->parent = parent;
    topic->counts_as = charter_reader_read_ref (reader, child, AT_COUNTS_AS, CHARTER_INDEX_MASK (CHARTER_INDEX_TOPIC));
    g_ptr_array_add (topics, topic);
    gather_topics (reader, child, topic, topics);
  }
}

static void
read_topics (CharterReader *reader, const CharterElement *element, CharterPack *pack)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();

  gather_topics (reader, element, NULL, topics);
  pack->n_topics = topics->len;
  pack->topics = charter_arena_memdup (reader->arena, topics->pdata, topics->len * sizeof (gpointer));
}

static void
read_misconceptions (CharterReader *reader, const CharterElement *element, CharterPack *pack)
{
  guint n = charter_element_count (element, EL_MISCONCEPTION);
  CharterMisconception *misconceptions = charter_arena_new_n (reader->arena, CharterMisconception, n);

  charter_element_foreach (child, element, EL_MISCONCEPTION)
  {
    CharterMisconception *one = &misconceptions[pack->n_misconceptions];

    one->id = charter_reader_claim_id (reader, child, CHARTER_INDEX_MISCONCEPTION, one);
    if (!one->id)
      continue;
    one->see = charter_reader_read_ref (reader, child, AT_SEE, SEE_KINDS);
    one->title = charter_read_child_text (reader, child, EL_TITLE);
    one->remedy = charter_read_blocks (reader, child);
    pack->n_misconceptions++;
  }
  pack->misconceptions = misconceptions;
}

void
charter_read_info (CharterReader *reader, const CharterElement *element)
{
  CharterPack *pack = charter_pack_builder_get_pack (reader->builder);
  const CharterElement *title = charter_element_find (element, EL_TITLE);

  if (title)
    pack->title = charter_read_text (reader, title);
  pack->summary = charter_read_child_text (reader, element, EL_SUMMARY);
  pack->authors = read_authors (reader, element);
  pack->license = charter_read_plain (reader, charter_element_find (element, EL_LICENSE));
  pack->uses = read_uses (reader, element);
  read_sources (reader, element, pack);
  read_topics (reader, element, pack);
  read_misconceptions (reader, element, pack);
}
