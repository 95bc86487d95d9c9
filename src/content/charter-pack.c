/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-pack-private.h"

#include <string.h>

typedef struct {
  CharterPack pack; /* first, so that one is the other */
  gatomicrefcount references;
  CharterArena *arena;
  GHashTable *ids;
  CharterShelf *shelf; /* the one it knows, kept; or NULL. charter-shelf.c guards it */
} PackData;

struct _CharterPackBuilder {
  PackData *data;
  GPtrArray *lessons;
  GArray *entries;
  GPtrArray *groups;
  GPtrArray *cases;
  GArray *exams;
  GPtrArray *items;
  CharterGroup *group;
  guint first_item; /* of the open group */
};

/* ---- building */

CharterPackBuilder *
charter_pack_builder_new (void)
{
  CharterPackBuilder *builder = g_new0 (CharterPackBuilder, 1);

  builder->data = g_new0 (PackData, 1);
  g_atomic_ref_count_init (&builder->data->references);
  builder->data->arena = charter_arena_new ();
  builder->data->ids = g_hash_table_new (g_str_hash, g_str_equal);
  builder->lessons = g_ptr_array_new ();
  builder->entries = g_array_new (FALSE, FALSE, sizeof (CharterEntry));
  builder->groups = g_ptr_array_new ();
  builder->cases = g_ptr_array_new ();
  builder->exams = g_array_new (FALSE, FALSE, sizeof (CharterExam));
  builder->items = g_ptr_array_new ();
  return builder;
}

void
charter_pack_builder_free (CharterPackBuilder *builder)
{
  if (builder->data)
    charter_pack_unref (&builder->data->pack);
  g_ptr_array_unref (builder->lessons);
  g_array_unref (builder->entries);
  g_ptr_array_unref (builder->groups);
  g_ptr_array_unref (builder->cases);
  g_array_unref (builder->exams);
  g_ptr_array_unref (builder->items);
  g_free (builder);
}

CharterArena *
charter_pack_builder_get_arena (CharterPackBuilder *builder)
{
  return builder->data->arena;
}

GHashTable *
charter_pack_builder_get_ids (CharterPackBuilder *builder)
{
  return builder->data->ids;
}

CharterPack *
charter_pack_builder_get_pack (CharterPackBuilder *builder)
{
  return &builder->data->pack;
}

void
charter_pack_builder_add_lesson (CharterPackBuilder *builder, const CharterLesson *lesson)
{
  g_ptr_array_add (builder->lessons, (gpointer)lesson);
}

void
charter_pack_builder_add_entry (CharterPackBuilder *builder, const CharterEntry *entry)
{
  g_array_append_vals (builder->entries, entry, 1);
}

void
charter_pack_builder_add_case (CharterPackBuilder *builder, const CharterCase *a_case)
{
  g_ptr_array_add (builder->cases, (gpointer)a_case);
}

void
charter_pack_builder_add_exam (CharterPackBuilder *builder, const CharterExam *exam)
{
  g_array_append_vals (builder->exams, exam, 1);
}

void
charter_pack_builder_begin_group (CharterPackBuilder *builder, CharterGroup *group)
{
  g_return_if_fail (builder->group == NULL);

  builder->group = group;
  builder->first_item = builder->items->len;
}

CharterGroup *
charter_pack_builder_get_group (CharterPackBuilder *builder)
{
  return builder->group;
}

void
charter_pack_builder_add_item (CharterPackBuilder *builder, const CharterItem *item)
{
  g_ptr_array_add (builder->items, (gpointer)item);
}

void
charter_pack_builder_end_group (CharterPackBuilder *builder)
{
  CharterGroup *group = g_steal_pointer (&builder->group);

  group->n_items = builder->items->len - builder->first_item;
  g_ptr_array_add (builder->groups, group);
}

void
charter_pack_builder_drop_group (CharterPackBuilder *builder)
{
  g_ptr_array_set_size (builder->items, (int)builder->first_item);
  builder->group = NULL;
}

static gpointer
keep (CharterArena *arena, GPtrArray *pointers, guint *n)
{
  *n = pointers->len;
  return charter_arena_memdup (arena, pointers->pdata, pointers->len * sizeof (gpointer));
}

static void
finish_groups (CharterPackBuilder *builder, CharterPack *pack)
{
  const CharterItem *const *items = pack->items;

  for (guint i = 0; i < builder->groups->len; i++)
    {
      CharterGroup *group = g_ptr_array_index (builder->groups, i);

      group->items = items;
      items += group->n_items;
    }
}

/* Entries were claimed by id before their array had its place. */
static void
finish_entries (CharterPackBuilder *builder, CharterPack *pack)
{
  PackData *data = builder->data;

  pack->entries
    = charter_arena_memdup (data->arena, builder->entries->data, builder->entries->len * sizeof (CharterEntry));
  pack->n_entries = builder->entries->len;
  for (guint i = 0; i < pack->n_entries; i++)
    {
      CharterIndexEntry *index = g_hash_table_lookup (data->ids, pack->entries[i].id);

      index->what = &pack->entries[i];
    }
}

CharterPack *
charter_pack_builder_finish (CharterPackBuilder *builder, GFile *folder, guint n_set_aside)
{
  CharterArena *arena = builder->data->arena;
  CharterPack *pack = &builder->data->pack;

  pack->lessons = keep (arena, builder->lessons, &pack->n_lessons);
  pack->groups = keep (arena, builder->groups, &pack->n_groups);
  pack->cases = keep (arena, builder->cases, &pack->n_cases);
  pack->items = keep (arena, builder->items, &pack->n_items);
  pack->exams = charter_arena_memdup (arena, builder->exams->data, builder->exams->len * sizeof (CharterExam));
  pack->n_exams = builder->exams->len;
  finish_entries (builder, pack);
  finish_groups (builder, pack);
  pack->n_set_aside = n_set_aside;
  g_set_object (&pack->folder, folder);
  builder->data = NULL;
  return pack;
}

/* ---- life */

CharterPack *
charter_pack_ref (CharterPack *pack)
{
  g_atomic_ref_count_inc (&((PackData *)pack)->references);
  return pack;
}

void
charter_pack_unref (CharterPack *pack)
{
  PackData *data = (PackData *)pack;

  if (!g_atomic_ref_count_dec (&data->references))
    return;
  g_clear_pointer (&data->shelf, charter_shelf_unref);
  g_clear_object (&pack->folder);
  g_hash_table_unref (data->ids);
  charter_arena_free (data->arena);
  g_free (data);
}

CharterShelf **
charter_pack_get_shelf (CharterPack *pack)
{
  return &((PackData *)pack)->shelf;
}

/* ---- finding */

/* Returns: the id alone, or NULL where ref is none or leads out of the pack */
static const char *
get_own_id (const CharterPack *pack, const char *ref)
{
  const char *hash = ref ? strchr (ref, '#') : NULL;
  gsize n = hash ? hash - ref : 0;

  if (!hash)
    return ref;
  return strlen (pack->id) == n && strncmp (pack->id, ref, n) == 0 ? hash + 1 : NULL;
}

static gconstpointer
find (const CharterPack *pack, const char *ref, CharterIndexKind kind)
{
  const char *id = get_own_id (pack, ref);
  const CharterIndexEntry *entry = id ? g_hash_table_lookup (((const PackData *)pack)->ids, id) : NULL;

  return entry && entry->kind == kind ? entry->what : NULL;
}

const CharterItem *
charter_pack_find_item (const CharterPack *pack, const char *ref)
{
  const CharterItem *item = find (pack, ref, CHARTER_INDEX_ITEM);
  const CharterComparison *comparison = item ? NULL : charter_pack_find_comparison (pack, ref);

  return comparison ? comparison->sorting : item;
}

const CharterGroup *
charter_pack_find_group (const CharterPack *pack, const char *ref)
{
  return find (pack, ref, CHARTER_INDEX_GROUP);
}

const CharterLesson *
charter_pack_find_lesson (const CharterPack *pack, const char *ref)
{
  return find (pack, ref, CHARTER_INDEX_LESSON);
}

const CharterEntry *
charter_pack_find_entry (const CharterPack *pack, const char *ref)
{
  return find (pack, ref, CHARTER_INDEX_ENTRY);
}

const CharterTopic *
charter_pack_find_topic (const CharterPack *pack, const char *ref)
{
  return find (pack, ref, CHARTER_INDEX_TOPIC);
}

const CharterMisconception *
charter_pack_find_misconception (const CharterPack *pack, const char *ref)
{
  return find (pack, ref, CHARTER_INDEX_MISCONCEPTION);
}

const CharterComparison *
charter_pack_find_comparison (const CharterPack *pack, const char *ref)
{
  return find (pack, ref, CHARTER_INDEX_COMPARISON);
}

const CharterCase *
charter_pack_find_case (const CharterPack *pack, const char *ref)
{
  return find (pack, ref, CHARTER_INDEX_CASE);
}

const CharterExam *
charter_pack_find_exam (const CharterPack *pack, const char *ref)
{
  const char *id = get_own_id (pack, ref);

  for (guint i = 0; id && i < pack->n_exams; i++)
    if (strcmp (pack->exams[i].id, id) == 0)
      return &pack->exams[i];
  return NULL;
}

const CharterItem *
charter_pack_find_check (const CharterPack *pack, const char *ref)
{
  const CharterItem *item = charter_pack_find_item (pack, ref);

  return item && !item->reserved ? item : NULL;
}

gboolean
charter_share_names (const CharterShare *share, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = share->value; at && *at; at += strcspn (at, " "), at += *at == ' ')
    if (strcspn (at, " ") == length && strncmp (at, name, length) == 0)
      return TRUE;
  return FALSE;
}

const char *
charter_move_grade_name (CharterMoveGrade grade)
{
  static const char *const names[] = { "best", "fair", "poor" };

  return names[grade];
}

const CharterSection *
charter_pack_find_section (const CharterPack *pack, const char *ref)
{
  const CharterSection *section = find (pack, ref, CHARTER_INDEX_SECTION);
  const CharterLesson *lesson = section ? NULL : charter_pack_find_lesson (pack, ref);

  return lesson && lesson->n_sections ? &lesson->sections[0] : section;
}

guint
charter_group_count_open (const CharterGroup *group)
{
  guint n = 0;

  for (guint i = 0; i < group->n_items; i++)
    n += !group->items[i]->reserved;
  return n;
}
