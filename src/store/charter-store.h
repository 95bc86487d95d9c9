/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-checkup.h"
#include "charter-event.h"
#include "charter-fold.h"
#include "charter-in-step.h"
#include "charter-merged.h"
#include "charter-note.h"
#include "charter-record.h"
#include "charter-removal.h"
#include "charter-scheme.h"

G_BEGIN_DECLS

/* The learner's log of events in one SQLite file, and what is folded from it. The store owns one thread and one
 * connection, which holds the file for itself. It belongs to the thread that opened it: what it knows by heart
 * (open sessions, groups, reading places, tallies) is read there without waiting, and what it writes comes back in
 * that thread's main context, after the disk has it.
 *
 * It emits "changed" when anything that can be read here changed, and "notify::notice" when there is something to
 * tell the person. */
#define CHARTER_TYPE_STORE (charter_store_get_type ())
G_DECLARE_FINAL_TYPE (CharterStore, charter_store, CHARTER, STORE, GObject)

/* The history of the learner whose turn it is (charter-learners.h), the same for the application and the terminal:
 * charter/history.db in the user's data folder ($XDG_DATA_HOME), or another learner's. Returns: (transfer full) */
GFile *charter_store_new_default_file (void);

/* Opens a file, creating it and its folder (readable by their owner only). A damaged file is set aside under a dated
 * name and the latest good backup takes its place; the notice says so. wall: microseconds since 1970.
 * error: G_IO_ERROR_BUSY where another process has it open, G_IO_ERROR_NOT_SUPPORTED where a newer release or another
 * program wrote it, and what the disk says (G_IO_ERROR_PERMISSION_DENIED, READ_ONLY, NO_SPACE, FAILED); its message
 * is for the person. Returns: (transfer full) (nullable) */
CharterStore *charter_store_open (GFile *file, gint64 wall, GError **error);
void charter_store_open_async (
  GFile *file, gint64 wall, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterStore *charter_store_open_finish (GAsyncResult *result, GError **error);
/* The same where that fails: a backup takes the place of what can't be opened, which is set aside beside it under a
 * dated name; the notice says so. Where the file can be opened after all, that is done and said instead. After an error
 * all is as it was. name: of a backup, as charter_backups_list gives it; NULL to open the file as it is. error: as
 * above, and as charter_store_restore_async. */
void charter_store_open_backup_async (GFile *file,
                                      const char *name,
                                      gint64 wall,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* The same without a file: forgotten when closed. Returns: (transfer full) */
CharterStore *charter_store_new_in_memory (void);

/* Writes what is pending, waits for it and gives the file back. Called by the last unref too, but an application
 * calls it when it quits. Nothing can be written afterwards. */
void charter_store_close (CharterStore *self);

/* Something that the person should know and that stays true until read: a file that was set aside, a place that
 * could not be written. Returns: (nullable) a sentence or two, valid until it changes */
const char *charter_store_get_notice (CharterStore *self);
/* It was read. */
void charter_store_clear_notice (CharterStore *self);

/* Writes events (element-type CharterEvent), what is folded from them and all places in one transaction; calls back
 * when it is safe. The events are then stamped. After an error nothing of it was written, all that was safe before
 * still is, and the same events can be handed in again. A beginning of a session that has begun is left out.
 * A commit that has started can't be cancelled. error: as above; its message says what happened and what is safe. */
void charter_store_commit_async (
  CharterStore *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean charter_store_commit_finish (CharterStore *self, GAsyncResult *result, GError **error);
/* The same, not awaited: an event that can't be written now is kept and written with what comes next. */
void charter_store_post (CharterStore *self, CharterEvent *event);

/* Committing an event of kind CHARTER_EVENT_ERASE erases everything, for good: what was said in all events before it,
 * places, backups, and files set aside; its text is then no more in any file of the store's. What the learner wants to
 * keep has to be handed out before. */

/* Sessions that have begun and not ended. Returns: (nullable) owned by the store, valid until "changed" */
const CharterSessionRecord *charter_store_get_open_session (CharterStore *self, const char *session);
/* Returns: (transfer container) (element-type CharterSessionRecord) the one with the latest event first */
GPtrArray *charter_store_list_open_sessions (CharterStore *self);
/* All that happened in an open session, in order.
 * Returns: (nullable) (transfer none) (element-type CharterEvent) */
GPtrArray *charter_store_get_open_session_events (CharterStore *self, const char *session);

/* A session's place (cursor, choices not yet given, flags) is a plain row whose text is the caller's matter. Only the
 * latest is kept; it goes with the session's end. now: write it, without being awaited; else it is written together
 * with the events that are committed next. */
void charter_store_set_session_place (CharterStore *self, const char *session, const char *place, gboolean now);
/* Returns: (nullable) */
const char *charter_store_get_session_place (CharterStore *self, const char *session);

/* Returns: (nullable) owned by the store, valid until "changed" */
const CharterGroupRecord *charter_store_get_group (CharterStore *self, const char *pack, const char *group);
/* Whether there is any such record: something was finished. */
gboolean charter_store_has_groups (CharterStore *self);

/* Where a lesson was left; makes it the one opened last. section: may be NULL. fraction: 0 to 1. Not awaited. */
void charter_store_set_reading_place (
  CharterStore *self, const char *pack, const char *lesson, const char *section, double fraction);
/* Returns: (nullable) */
const CharterReadingPlace *charter_store_get_reading_place (CharterStore *self, const char *pack, const char *lesson);
/* The lesson opened last. Returns: (nullable) */
const CharterReadingPlace *charter_store_get_last_reading_place (CharterStore *self);

/* Answers given since a wall time, and how many were wholly right. Each question of a session counts once, with the
 * answer that stands; one answered again after its feedback was seen and taken back does not count. Counted by the
 * quarter of an hour: since_wall is taken down to the last quarter (no time zone's midnight falls between). */
void charter_store_count_answers (CharterStore *self, gint64 since_wall, guint *n_answers, guint *n_right);

/* All answers by the quarter of an hour, the oldest first. Returns: (transfer none) (element-type CharterTally) */
const GArray *charter_store_get_tallies (CharterStore *self);

/* What the learner has set, the latest of each name. Returns: (nullable) valid until "changed" */
const char *charter_store_get_setting (CharterStore *self, const char *name);
/* By what answers are scheduled. Returns: (transfer none) valid until "changed" */
const CharterScheme *charter_store_get_scheme (CharterStore *self);

/* Notes, bookmarks, highlights and disputes that are not removed, the oldest first. pack: NULL for all.
 * Returns: (transfer container) (element-type CharterNote) each valid until "changed" */
GPtrArray *charter_store_list_notes (CharterStore *self, const char *pack);
/* Returns: (nullable) valid until "changed" */
const CharterNote *charter_store_get_note (CharterStore *self, const char *id);

/* What is known of items. pack: NULL for all. Returns from finish: (transfer full) (element-type CharterItemRecord) */
void charter_store_load_items_async (
  CharterStore *self, const char *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *charter_store_load_items_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* What the moves made in cases show of misconceptions. pack: NULL for all.
 * Returns from finish: (transfer full) (element-type CharterSceneRecord) those of a pack together */
void charter_store_load_scenes_async (
  CharterStore *self, const char *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *charter_store_load_scenes_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* Sessions that are over. skip: how many of the latest to leave out. limit: how many to list at most.
 * Returns from finish: (transfer full) */
void charter_store_load_attempts_async (CharterStore *self,
                                        guint skip,
                                        guint limit,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
CharterAttempts *charter_store_load_attempts_finish (CharterStore *self, GAsyncResult *result, GError **error);
/* All that was said of a session, in order. Returns from finish: (transfer full) (element-type CharterEvent) */
void charter_store_load_session_events_async (CharterStore *self,
                                              const char *session,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
GPtrArray *charter_store_load_session_events_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* Items that were reviewed and are to be again on a day or before, suspended ones left out, the one due for longest
 * first. pack: NULL for all. limit: how many at most. Their slips are not read.
 * Returns from finish: (transfer full) (element-type CharterItemRecord) */
void charter_store_load_due_async (CharterStore *self,
                                   const char *pack,
                                   int day,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *charter_store_load_due_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* How many items are due on which day, by day. pack: NULL for all.
 * Returns from finish: (transfer full) (element-type CharterDueDay) */
void charter_store_load_forecast_async (
  CharterStore *self, const char *pack, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *charter_store_load_forecast_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* The items that were reviewed or suspended, under the keys that they had then.
 * Returns from finish: (transfer full) a set of "pack item key_hash" (element-type utf8 utf8) */
void charter_store_load_met_async (CharterStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GHashTable *charter_store_load_met_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* How many items were reviewed on a day last. since_wall: when the day began, microseconds since 1970.
 * record: (out) */
void charter_store_load_day_async (CharterStore *self,
                                   int day,
                                   gint64 since_wall,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean
charter_store_load_day_finish (CharterStore *self, GAsyncResult *result, CharterDayRecord *record, GError **error);

/* The reviews of one item under one key, or of all items (pack, item and key_hash NULL): what a curve or a fit of the
 * weights is drawn from. Returns from finish: (transfer full) (element-type CharterItemHistory) */
void charter_store_load_histories_async (CharterStore *self,
                                         const char *pack,
                                         const char *item,
                                         const char *key_hash,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *charter_store_load_histories_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* What was deleted, reset or suspended and still is, here or on another device, what was said last first. limit: how
 * many to list at most. With a million answers the reset of a pack takes a second to count, and what is written waits
 * as long. Returns from finish: (transfer full) (nullable) */
void charter_store_load_removals_async (
  CharterStore *self, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterRemovals *charter_store_load_removals_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* The whole log in its order, to be handed out. Returns from finish: (transfer full) (element-type CharterEvent) */
void charter_store_load_events_async (CharterStore *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *charter_store_load_events_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* Copies a few pages at a time, so that no answer waits, checks the copy, and puts it among the backups under the date
 * and time of wall (charter-backups.h lists them). Not for a store in memory. */
void charter_store_back_up_async (
  CharterStore *self, gint64 wall, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean charter_store_back_up_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* Puts a backup in the file's place; the file as it is now is set aside as one of the backups, and can be restored in
 * its turn. What is pending is written to it first. Everything read from the store before is out of date then: whoever
 * shows a session has to leave it. After an error nothing has changed. name: of a backup, as charter_backups_list
 * gives it. error: G_IO_ERROR_INVALID_DATA where the backup is damaged, G_IO_ERROR_NOT_FOUND where there is none of
 * this name. Not for a store in memory. */
void charter_store_restore_async (CharterStore *self,
                                  const char *name,
                                  gint64 wall,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean charter_store_restore_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* Adds events of other devices, or of this one's past (element-type CharterEvent, stamped), to the log as a set, in
 * one transaction: charter_log_merge says how. error: as charter_store_commit_async; nothing was taken then.
 * Returns from finish: (transfer full) (nullable) */
void charter_store_merge_async (
  CharterStore *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterMerged *charter_store_merge_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* What a merge of them would bring; nothing is changed (charter_log_weigh).
 * Returns from finish: (transfer full) (nullable) */
void charter_store_weigh_async (
  CharterStore *self, GPtrArray *events, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterMerged *charter_store_weigh_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* Writes what the folder lacks into it, and takes in what others have written there (charter-folder.h says how). No
 * answer waits for it. folder: a path. error: G_IO_ERROR_NOT_FOUND and others where the folder can't be read,
 * G_IO_ERROR_CANCELLED before anything came in, or as charter_store_merge; each with a sentence for the person. What is
 * wrong with single files, or keeps something from being written, is told in the result, and the rest is done.
 * Returns from finish: (transfer full) (nullable) */
void charter_store_keep_in_step_async (
  CharterStore *self, const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterInStep *charter_store_keep_in_step_finish (CharterStore *self, GAsyncResult *result, GError **error);

/* Checks the file's structure, folds the whole log again and compares it with what is stored, figures within 1e-9; the
 * file as it is when this is asked for. With a million answers it takes seconds, and what is written waits as long.
 * Returns from finish: (transfer full), to be freed with g_free, or NULL; error: G_IO_ERROR_INVALID_DATA with the first
 * difference. */
void charter_store_check_async (CharterStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
CharterCheckup *charter_store_check_finish (CharterStore *self, GAsyncResult *result, GError **error);
/* The file that it keeps. Returns: (transfer full) (nullable) NULL in memory */
GFile *charter_store_dup_file (CharterStore *self);

/* The same, and waits for it: for tests. */
gboolean charter_store_verify (CharterStore *self, GError **error);
/* Folds the whole log again and stores the result. Waits for it. */
gboolean charter_store_rebuild (CharterStore *self, GError **error);

G_END_DECLS
