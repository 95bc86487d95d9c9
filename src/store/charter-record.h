/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "charter-fsrs.h"

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
  guint n_right;                /* here and in the points, what is unscored does not count */
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

/* What the answers to an item say of one misconception that an option of it names. */
typedef struct {
  char *misconception; /* id */
  guint n_offered;     /* attempts that could have shown it */
  guint n_shown;
  gint64 last_shown;    /* microseconds since 1970; 0 for never */
  gboolean shows_still; /* the latest attempt did */
} CharterSlip;

/* Adds what an attempt says of it. wall: when */
void charter_slip_add (CharterSlip *slip, gboolean shown, gint64 wall);

/* An item under one key. What a session answers is one attempt: its last answer that stands, wherever other sessions
 * have answered in between. Attempts come in the order in which those answers were given. */
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
  CharterAttempt last;  /* where n_attempts is not 0 */
  char *last_session;   /* or NULL */
  char *spoilt_session; /* the latest in which an answer was taken back after its feedback was seen, or NULL */

  /* The memory of it, where n_reviews is not 0. Days are numbered from 1970, by the learner's clock and rollover. */
  guint n_reviews; /* attempts that count for the schedule */
  guint n_lapses;  /* of those, not known any more after it had been */
  CharterMemory memory;
  int last_day;
  int due_day;
  guint last_grade; /* 1 to 4 */
  gboolean suspended;

  GArray *slips; /* CharterSlip, or NULL for none */
} CharterItemRecord;

/* What the moves that were made in one scene of a case say of the misconceptions that its moves stand for. A move is
 * an attempt. */
typedef struct {
  char *pack, *story, *scene; /* story: the case */
  GArray *slips;              /* CharterSlip, or NULL for none */
} CharterSceneRecord;

/* One review of an item, and what was remembered after it. */
typedef struct {
  int day;
  guint grade; /* 1 to 4 */
  gint64 wall; /* microseconds since 1970 */
  CharterMemory memory;
} CharterItemReview;

/* All reviews of an item under one key, in order. */
typedef struct {
  char *pack, *item, *key_hash;
  GArray *reviews; /* CharterItemReview */
  gboolean suspended;
} CharterItemHistory;

void charter_item_history_free (CharterItemHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterItemHistory, charter_item_history_free)

/* How many items were reviewed on a day: met for the first time, and met before. */
typedef struct {
  guint n_new, n_again;
} CharterDayRecord;

/* How many items are due on a day. */
typedef struct {
  int day;
  guint n_items;
} CharterDueDay;

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

/* Sessions that are over, the one that ended last first: those that were finished, and those that were left for good
 * after an answer. A case that was left has no ending to look back at, and is none. */
typedef struct {
  GPtrArray *list; /* CharterSessionRecord; its maximum is that of a whole exam, also with what was not answered */
  guint n_all;     /* as many there are, listed or not */
} CharterAttempts;

void charter_attempts_free (CharterAttempts *attempts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterAttempts, charter_attempts_free)

CharterItemRecord *charter_item_record_new (const char *pack, const char *item, const char *key_hash);
/* As if nothing had been said of it. */
void charter_item_record_reset (CharterItemRecord *record);
/* The slip of a misconception, added where there was none. slips: (inout) (nullable) (element-type CharterSlip) */
CharterSlip *charter_slips_get (GArray **slips, const char *misconception);
CharterSlip *charter_item_record_get_slip (CharterItemRecord *record, const char *misconception);
void charter_item_record_free (CharterItemRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterItemRecord, charter_item_record_free)

CharterSceneRecord *charter_scene_record_new (const char *pack, const char *story, const char *scene);
void charter_scene_record_free (CharterSceneRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterSceneRecord, charter_scene_record_free)

CharterGroupRecord *charter_group_record_new (const char *pack, const char *group);
CharterGroupRecord *charter_group_record_copy (const CharterGroupRecord *record);
void charter_group_record_free (CharterGroupRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterGroupRecord, charter_group_record_free)

CharterReadingPlace *charter_reading_place_copy (const CharterReadingPlace *place);
void charter_reading_place_free (CharterReadingPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterReadingPlace, charter_reading_place_free)

G_END_DECLS
