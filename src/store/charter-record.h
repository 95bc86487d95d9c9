/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What is folded from the log: plain values, one row of a derived table each. */

typedef enum { CHARTER_SESSION_OPEN, CHARTER_SESSION_FINISHED, CHARTER_SESSION_LEFT } CharterSessionState;

typedef struct {
  char *session;
  char *pack;
  char *group;
  CharterSessionState state;
  guint n_steps; /* 0 for a case: nobody knows beforehand how many moves it takes */
  guint n_answered;
  guint n_right;
  guint position;               /* of the last answer */
  double points;                /* over the steps answered */
  double maximum;               /* of the steps answered */
  gint64 time;                  /* milliseconds over the steps answered */
  gint64 begun_wall, last_wall; /* microseconds since 1970 */
  gint64 last_hlc;
} CharterSessionRecord;

/* One answer to an item, as it stands. */
typedef struct {
  double points;
  double maximum;
  gboolean correct;
  gint64 wall;
  gint64 time; /* milliseconds */
} CharterAttempt;

/* An item under one key. An answer that is changed in the same session is no new attempt. */
typedef struct {
  char *pack;
  char *item;
  char *key_hash;
  guint n_attempts;
  guint n_right;
  gint64 time;        /* milliseconds over all attempts */
  gboolean has_first; /* FALSE too where the first answer was taken back after its feedback was seen */
  gboolean spoilt;    /* that it was */
  CharterAttempt first;
  CharterAttempt last; /* where n_attempts is not 0 */
  char *last_session;  /* or NULL */
} CharterItemRecord;

/* The finished sessions on a case or on the whole of a scenario or bank. Shares are points over maximum, 0 to 1. */
typedef struct {
  char *pack;
  char *group;
  guint n_sessions;
  double best;
  double last;
  gint64 last_wall;
  char *last_ending; /* id of the ending that a case came to, or NULL */
} CharterGroupRecord;

/* A plain row: where somebody is in a lesson. */
typedef struct {
  char *pack;
  char *lesson;
  char *section;   /* or NULL */
  double fraction; /* the furthest, 0 to 1 */
  gint64 opened;   /* grows with each opening; the greatest was opened last */
} CharterReadingPlace;

CharterSessionRecord *charter_session_record_copy (const CharterSessionRecord *record);
void charter_session_record_free (CharterSessionRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterSessionRecord, charter_session_record_free)

CharterItemRecord *charter_item_record_new (const char *pack, const char *item, const char *key_hash);
void charter_item_record_free (CharterItemRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterItemRecord, charter_item_record_free)

CharterGroupRecord *charter_group_record_new (const char *pack, const char *group);
CharterGroupRecord *charter_group_record_copy (const CharterGroupRecord *record);
void charter_group_record_free (CharterGroupRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterGroupRecord, charter_group_record_free)

CharterReadingPlace *charter_reading_place_copy (const CharterReadingPlace *place);
void charter_reading_place_free (CharterReadingPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterReadingPlace, charter_reading_place_free)

G_END_DECLS
