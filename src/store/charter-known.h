/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-log.h"
#include "charter-note.h"

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
  GHashTable *settings;       /* texts by name */
  GHashTable *notes;          /* CharterNote by id: few and short, and wanted wherever their place is shown */
  CharterScheme scheme;
} CharterKnown;

/* Returns: (transfer full) (nullable) */
CharterKnown *charter_known_load (CharterLog *log, GError **error);
void charter_known_free (CharterKnown *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterKnown, charter_known_free)

void charter_known_apply (CharterKnown *known, const CharterChanges *changes);

/* Places that are not yet written. */
void charter_known_set_places (CharterKnown *known, const CharterPlaces *places);

CharterGroupRecord *charter_known_get_group (CharterKnown *known, const char *pack, const char *group);
CharterReadingPlace *charter_known_get_reading_place (CharterKnown *known, const char *pack, const char *lesson);
CharterReadingPlace *charter_known_get_last_reading_place (CharterKnown *known);

G_END_DECLS
