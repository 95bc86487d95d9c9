/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-log.h"

G_BEGIN_DECLS

/* What is known by heart, so that nobody waits for a disk to show it: as much as a first screen needs, and no more
 * with a million events than with a thousand. It belongs to the owner's thread. */
typedef struct {
  GHashTable *sessions;       /* open ones: CharterSessionRecord by id */
  GHashTable *events;         /* of open sessions: GPtrArray of CharterEvent by id */
  GHashTable *session_places; /* char* by id */
  GHashTable *groups;         /* CharterGroupRecord, a set */
  GHashTable *reading_places; /* CharterReadingPlace, a set by pack and lesson */
  GArray *tallies;            /* CharterTally, by quarter */
} CharterMemory;

/* Returns: (transfer full) (nullable) */
CharterMemory *charter_memory_load (sqlite3 *db, GError **error);
void charter_memory_free (CharterMemory *memory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterMemory, charter_memory_free)

void charter_memory_apply (CharterMemory *memory, const CharterChanges *changes);

CharterGroupRecord *charter_memory_get_group (CharterMemory *memory, const char *pack, const char *group);
CharterReadingPlace *charter_memory_get_reading_place (CharterMemory *memory, const char *pack, const char *lesson);
CharterReadingPlace *charter_memory_get_last_reading_place (CharterMemory *memory);

G_END_DECLS
