/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids and what refers to them. References may point forward, so they are looked up when all is read. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is referred to by these letters: most is so many times. */
typedef struct {
  const char *ref;                /* in the pack's arena */
  const CharterIndexEntry *entry; /* NULL until it is looked up and found */
} Target;

typedef struct {
  Target *target;
  CharterIndexMask kinds;
  guint ordinal;
  CharterAttribute attribute;
} Reference;

static const char *const kind_names[] = {
  [CHARTER_INDEX_TOPIC] = N_ ("a topic"),
  [CHARTER_INDEX_MISCONCEPTION] = N_ ("a misconception"),
  [CHARTER_INDEX_LESSON] = N_ ("a lesson"),
  [CHARTER_INDEX_SECTION] = N_ ("a section"),
  [CHARTER_INDEX_ENTRY] = N_ ("an entry of the glossary"),
  [CHARTER_INDEX_GROUP] = N_ ("a scenario or bank"),
  [CHARTER_INDEX_ITEM] = N_ ("an item"),
  [CHARTER_INDEX_COMPARISON] = N_ ("a comparison"),
  [CHARTER_INDEX_DIAGRAM] = N_ ("a diagram"),
  [CHARTER_INDEX_CASE] = N_ ("a case"),
  [CHARTER_INDEX_EXAM] = N_ ("an exam"),
};

GArray *
charter_reader_new_references (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Reference));
}

GHashTable *
charter_reader_new_targets (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
report_taken (CharterReader *reader, const CharterElement *element, const char *id, const char *where)
{
  charter_reader_error (reader, "duplicate-id", element, AT_ID, g_strdup_printf (_ ("the id “%s” is taken"), id),
                        g_strdup (where), g_strdup (_ ("give one of the two another id")));
}

const char *
charter_reader_claim_id (CharterReader *reader,
                         const CharterElement *element,
                         CharterIndexKind kind,
                         gconstpointer what)
{
  const char *given = charter_element_get (element, AT_ID);
  CharterIndexEntry *entry;
  char *id;

  if (!given)
    return NULL;
  if (g_hash_table_contains (reader->ids, given))
    {
      report_taken (reader, element, given, _ ("every id names one thing in the pack"));
      return NULL;
    }
  id = charter_arena_strndup (reader->arena, given, strlen (given));
  entry = charter_arena_new_n (reader->arena, CharterIndexEntry, 1);
  *entry = (CharterIndexEntry){ kind, element->ordinal, what };
  g_hash_table_insert (reader->ids, id, entry);
  return id;
}

void
charter_reader_reserve_id (CharterReader *reader, const CharterElement *element, CharterIndexKind kind)
{
  const char *given = charter_element_get (element, AT_ID);
  CharterIndexEntry *entry = given ? g_hash_table_lookup (reader->ids, given) : NULL;

  if (!given)
    return;
  if (!entry)
    charter_reader_claim_id (reader, element, kind, NULL);
  else if (entry->ordinal == element->ordinal)
    entry->what = NULL;
}

gboolean
charter_reader_check_local_id (
  CharterReader *reader, const CharterElement *element, const char *id, const char *const *taken, guint n_taken)
{
  for (guint i = 0; i < n_taken; i++)
    if (taken[i] && strcmp (taken[i], id) == 0)
      {
        report_taken (reader, element, id, _ ("ids are unique within their item"));
        return FALSE;
      }
  return TRUE;
}

static Target *
get_target (CharterReader *reader, const char *ref)
{
  Target *target = g_hash_table_lookup (reader->targets, ref);

  if (!target)
    {
      target = g_new0 (Target, 1);
      target->ref = charter_arena_strdup (reader->arena, ref);
      g_hash_table_insert (reader->targets, (gpointer)target->ref, target);
    }
  return target;
}

const char *
charter_reader_read_ref (CharterReader *reader,
                         const CharterElement *element,
                         CharterAttribute attribute,
                         CharterIndexMask kinds)
{
  const char *value = charter_element_get (element, attribute);
  Reference reference = { NULL, kinds, element->ordinal, attribute };

  if (!value)
    return NULL;
  reference.target = get_target (reader, value);
  g_array_append_val (reader->references, reference);
  return reference.target->ref;
}

/* "a section or a lesson" */
static char *
describe_kinds (CharterIndexMask kinds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (kind_names); kind++)
    if (kinds & CHARTER_INDEX_MASK (kind))
      g_string_append_printf (text, "%s%s", text->len ? _ (" or ") : "", _ (kind_names[kind]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Guessing compares with every id: not in packs so large, or so broken, that it would take long. */
#define MOST_CANDIDATES 5000
#define MOST_GUESSES 100

static const char *
guess_id (CharterReader *reader, const Reference *reference)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  const char *guess;
  GHashTableIter iter;
  gpointer id, entry;

  if (g_hash_table_size (reader->ids) > MOST_CANDIDATES || reader->faults->len > MOST_GUESSES)
    return NULL;
  g_hash_table_iter_init (&iter, reader->ids);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    if (reference->kinds & CHARTER_INDEX_MASK (((CharterIndexEntry *)entry)->kind))
      g_ptr_array_add (candidates, id);
  g_ptr_array_sort (candidates, (GCompareFunc)g_strcmp0);
  g_ptr_array_add (candidates, NULL);
  guess = charter_grammar_guess (reference->target->ref, (const char *const *)candidates->pdata);
  return guess;
}

static void
report_broken (CharterReader *reader, const Reference *reference, const CharterIndexEntry *entry)
{
  g_autofree char *wanted = describe_kinds (reference->kinds);
  const char *guess = entry ? NULL : guess_id (reader, reference);
  char *found;

  if (entry)
    found = g_strdup_printf (_ ("“%s” is %s"), reference->target->ref, _ (kind_names[entry->kind]));
  else
    found = g_strdup_printf (_ ("nothing in this pack has the id “%s”"), reference->target->ref);
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "broken-reference", reference->ordinal,
                            charter_grammar_get_attribute_name (reference->attribute), found,
                            g_strdup_printf (_ ("the id of %s"), wanted),
                            guess ? g_strdup_printf (_ ("did you mean “%s”?"), guess)
                                  : g_strdup (_ ("change the reference, or add what it refers to")));
}

static void
report_unused_pack (CharterReader *reader, const Reference *reference, const char *pack)
{
  charter_reader_report_at (reader, CHARTER_SEVERITY_ERROR, "unknown-pack", reference->ordinal,
                            charter_grammar_get_attribute_name (reference->attribute),
                            g_strdup_printf (_ ("“%s” refers to the pack “%s”"), reference->target->ref, pack),
                            g_strdup (_ ("a pack that is referred to is named in “info”")),
                            g_strdup_printf (_ ("add <use pack=\"%s\"/> to “info”"), pack));
}

static gboolean
uses_pack (CharterReader *reader, const char *pack)
{
  const CharterPack *self = charter_pack_builder_get_pack (reader->builder);

  return self->uses && g_strv_contains (self->uses, pack);
}

static void
resolve (CharterReader *reader, const Reference *reference)
{
  const CharterPack *self = charter_pack_builder_get_pack (reader->builder);
  const char *ref = reference->target->ref, *hash = strchr (ref, '#');
  g_autofree char *pack = hash ? g_strndup (ref, hash - ref) : NULL;
  const CharterIndexEntry *entry;

  if (pack && strcmp (pack, self->id) != 0)
    {
      if (!uses_pack (reader, pack))
        report_unused_pack (reader, reference, pack);
      return;
    }
  entry = g_hash_table_lookup (reader->ids, hash ? hash + 1 : ref);
  reference->target->entry = entry;
  if (!entry || !(reference->kinds & CHARTER_INDEX_MASK (entry->kind)))
    report_broken (reader, reference, entry);
}

void
charter_reader_resolve (CharterReader *reader)
{
  for (guint i = 0; i < reader->references->len; i++)
    {
      const Reference *reference = &g_array_index (reader->references, Reference, i);
      const CharterIndexEntry *entry = reference->target->entry;

      if (!entry || !(reference->kinds & CHARTER_INDEX_MASK (entry->kind)))
        resolve (reader, reference);
    }
}
