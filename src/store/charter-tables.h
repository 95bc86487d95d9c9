/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-event.h"
#include "charter-fold.h"
#include "charter-note.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* Rows to values and back. Every function here runs on whichever thread has the connection. */

gboolean charter_tables_insert_event (sqlite3 *db, const CharterEvent *event, GError **error);
/* where: the end of a SELECT over event, with at most three texts to bind (NULL-terminated).
 * visit: called for each, in the order asked for; returns FALSE to stop. */
typedef gboolean (*CharterEventVisit) (CharterEvent *event, gpointer data, GError **error);
gboolean charter_tables_visit_events (
  sqlite3 *db, const char *where, const char *const *texts, CharterEventVisit visit, gpointer data, GError **error);
/* Returns: (transfer full) (nullable) (element-type CharterEvent) */
GPtrArray *charter_tables_load_events (sqlite3 *db, const char *where, const char *const *texts, GError **error);
/* The events of a device from one number to another, both included, in order. Returns: as load_events */
GPtrArray *charter_tables_load_run (sqlite3 *db, const char *device, gint64 first, gint64 last, GError **error);
/* found: (out) (transfer full) (nullable) the event, or NULL where there is none. find: NULL to begin with; kept from
 * one call to the next, and the caller's to finalize. */
gboolean charter_tables_find_event (
  sqlite3 *db, sqlite3_stmt **find, const char *device, gint64 seq, CharterEvent **found, GError **error);
/* answered: (out) whether an event's session has another answer to its item. */
gboolean charter_tables_find_other_answer (sqlite3 *db, const CharterEvent *event, gboolean *answered, GError **error);
/* Of a session, in order. */
GPtrArray *charter_tables_load_session_events (sqlite3 *db, const char *session, GError **error);

/* Each list: (transfer full) (nullable) */
GPtrArray *charter_tables_load_open_sessions (sqlite3 *db, GError **error);
GPtrArray *charter_tables_load_sessions (sqlite3 *db, GError **error);
/* rest: the end of a SELECT over session_state. */
GPtrArray *charter_tables_load_some_sessions (sqlite3 *db, const char *rest, GError **error);
GPtrArray *charter_tables_load_groups (sqlite3 *db, GError **error);
GPtrArray *charter_tables_load_items (sqlite3 *db, const char *pack, GError **error); /* NULL for all */
GPtrArray *charter_tables_load_due (sqlite3 *db, const char *pack, int day, guint limit, GError **error);
GArray *charter_tables_load_forecast (sqlite3 *db, const char *pack, GError **error); /* CharterDueDay by day */
GHashTable *charter_tables_load_met (sqlite3 *db, GError **error); /* a set of "pack item key_hash" */
gboolean charter_tables_load_day (sqlite3 *db, int day, gint64 since_wall, CharterDayRecord *record, GError **error);
GArray *charter_tables_load_tallies (sqlite3 *db, GError **error); /* by quarter */
GPtrArray *charter_tables_load_reading_places (sqlite3 *db, GError **error);
GHashTable *charter_tables_load_session_places (sqlite3 *db, GError **error); /* char* to char* */

/* Those that are not removed. (element-type CharterNote) */
GPtrArray *charter_tables_load_notes (sqlite3 *db, GError **error);
/* The event of device and seq is the one that holds from now on. note: made is set to what its first event said. */
gboolean charter_tables_put_note (sqlite3 *db, CharterNote *note, const char *device, gint64 seq, GError **error);

/* The row, or an empty record. Returns: (transfer full) (nullable) NULL on an error */
CharterGroupRecord *charter_tables_load_group (sqlite3 *db, const char *pack, const char *group, GError **error);
CharterItemRecord *
charter_tables_load_item (sqlite3 *db, const char *pack, const char *item, const char *key_hash, GError **error);

gboolean charter_tables_save_session (sqlite3 *db, const CharterSessionRecord *record, GError **error);
gboolean charter_tables_save_group (sqlite3 *db, const CharterGroupRecord *record, GError **error);
gboolean charter_tables_save_item (sqlite3 *db, const CharterItemRecord *record, GError **error);
gboolean charter_tables_add_tally (sqlite3 *db, const CharterTally *tally, GError **error);
gboolean charter_tables_save_reading_place (sqlite3 *db, const CharterReadingPlace *place, GError **error);
/* place: NULL forgets it. */
gboolean charter_tables_save_session_place (sqlite3 *db, const char *session, const char *place, GError **error);

G_END_DECLS
