/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-checkup.h"
#include "charter-database.h"
#include "charter-event.h"
#include "charter-fold.h"
#include "charter-note.h"
#include "charter-record.h"
#include "charter-standing.h"

G_BEGIN_DECLS

/* The log and what is folded from it, always changed together. It lives on the thread that has the connection. */
typedef struct _CharterLog CharterLog;

/* What a transaction changed. events: those written. Elements are owned. */
typedef struct {
  GPtrArray *events;   /* CharterEvent */
  GPtrArray *sessions; /* CharterSessionRecord */
  GPtrArray *groups;   /* CharterGroupRecord */
  GPtrArray *notes;    /* CharterNote */
  GArray *tallies;     /* CharterTally */
  gboolean refolded;   /* all was folded anew: what is known by heart has to be read again */
  gboolean scrubbed;   /* events were erased: charter_erase_finish comes next */
} CharterChanges;

CharterChanges *charter_changes_new (void);
void charter_changes_free (CharterChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterChanges, charter_changes_free)

/* Places that wait to be written: the latest of each. */
typedef struct {
  GHashTable *session_places; /* char* to char* */
  GHashTable *reading_places; /* CharterReadingPlace, a set by pack and lesson */
} CharterPlaces;

CharterPlaces *charter_places_new (void);
void charter_places_free (CharterPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPlaces, charter_places_free)
gboolean charter_places_is_empty (const CharterPlaces *places);
void charter_places_set_session (CharterPlaces *places, const char *session, const char *place);
void charter_places_set_reading (CharterPlaces *places, const CharterReadingPlace *place);
/* Adds what older has and places has not; empties older. */
void charter_places_take_older (CharterPlaces *places, CharterPlaces *older);

/* db: kept, and closed with the log. Where another release folded it, all is folded anew.
 * Returns: (transfer full) (nullable) */
CharterLog *charter_log_new (sqlite3 *db, GError **error);
void charter_log_free (CharterLog *log);
sqlite3 *charter_log_get_database (CharterLog *log);
/* Under which its events are written. Returns: (not nullable) */
const char *charter_log_get_device (CharterLog *log);
/* What stands in it. Returns: (transfer none) */
const CharterStanding *charter_log_get_standing (CharterLog *log);

/* One transaction. Returns: (transfer full) (nullable) what it changed; on an error nothing was. */
CharterChanges *charter_log_write (CharterLog *log, GPtrArray *events, const CharterPlaces *places, GError **error);

/* Folds everything anew: to compare, or to store. error: G_IO_ERROR_INVALID_DATA with the first difference. */
gboolean charter_log_verify (CharterLog *log, GError **error);
gboolean charter_log_rebuild (CharterLog *log, GError **error);

/* The same as verify, with what was looked through. */
gboolean charter_checkup_log (CharterLog *log, CharterCheckup *checkup, GError **error);

G_END_DECLS
