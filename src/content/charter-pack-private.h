/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-arena-private.h"
#include "charter-pack.h"
#include "charter-shelf.h"

G_BEGIN_DECLS

/* What an id names. Ids are unique among all of these. */
typedef enum {
  CHARTER_INDEX_TOPIC,
  CHARTER_INDEX_MISCONCEPTION,
  CHARTER_INDEX_LESSON,
  CHARTER_INDEX_SECTION,
  CHARTER_INDEX_ENTRY,
  CHARTER_INDEX_GROUP,
  CHARTER_INDEX_ITEM,
  CHARTER_INDEX_COMPARISON,
  CHARTER_INDEX_DIAGRAM,
  CHARTER_INDEX_CASE,
  CHARTER_INDEX_EXAM,
} CharterIndexKind;

typedef guint CharterIndexMask;
#define CHARTER_INDEX_MASK(kind) (1u << (kind))

typedef struct {
  CharterIndexKind kind;
  guint ordinal;      /* of the element that has the id */
  gconstpointer what; /* NULL where it was set aside */
} CharterIndexEntry;

/* A pack while it is being read. */
typedef struct _CharterPackBuilder CharterPackBuilder;

CharterPackBuilder *charter_pack_builder_new (void);
void charter_pack_builder_free (CharterPackBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPackBuilder, charter_pack_builder_free)

CharterArena *charter_pack_builder_get_arena (CharterPackBuilder *builder);
GHashTable *charter_pack_builder_get_ids (CharterPackBuilder *builder); /* id → CharterIndexEntry */
/* The pack's own fields, to be written. */
CharterPack *charter_pack_builder_get_pack (CharterPackBuilder *builder);

/* What is gathered one by one; each lies in the arena already. */
void charter_pack_builder_add_lesson (CharterPackBuilder *builder, const CharterLesson *lesson);
void charter_pack_builder_add_entry (CharterPackBuilder *builder, const CharterEntry *entry);
void charter_pack_builder_add_case (CharterPackBuilder *builder, const CharterCase *a_case);
void charter_pack_builder_add_exam (CharterPackBuilder *builder, const CharterExam *exam);
/* Items added until end_group belong to group. */
void charter_pack_builder_begin_group (CharterPackBuilder *builder, CharterGroup *group);
CharterGroup *charter_pack_builder_get_group (CharterPackBuilder *builder); /* (nullable) the open one */
void charter_pack_builder_add_item (CharterPackBuilder *builder, const CharterItem *item);
void charter_pack_builder_end_group (CharterPackBuilder *builder);
/* The open group is left out, its items with it. */
void charter_pack_builder_drop_group (CharterPackBuilder *builder);

/* Ends reading; the builder is empty afterwards. Returns: (transfer full) */
CharterPack *charter_pack_builder_finish (CharterPackBuilder *builder, GFile *folder, guint n_set_aside);

/* Where a pack keeps the shelf that it knows; for charter-shelf.c, which guards it. */
CharterShelf **charter_pack_get_shelf (CharterPack *pack);

G_END_DECLS
