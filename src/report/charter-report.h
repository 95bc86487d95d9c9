/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-interval.h"
#include "charter-scoring.h"
#include "charter-session.h"

G_BEGIN_DECLS

/* The score report of one session, finished or not. For now it is made from a session and not from the store: what is
 * scored here is what was scored when it was answered, as a session holds no answers to keys that have changed since.
 *
 * What counts. In study mood the items that were answered do; the others are only told. In exam mood all of them do,
 * and what has no answer is worth nothing, as in the exam. A choice that was not given as the answer is none, and one
 * that is being changed is still the old one. An item that is unscored never counts. */

typedef struct {
  guint position;            /* in the session, from 0 */
  const CharterStep *step;   /* lives as long as the report */
  CharterResponse *response; /* the answer given, else what is chosen; may be empty */
  gboolean is_answered, counts;
  CharterScore score; /* points are 0 and correct is FALSE where there is no answer */
  gint64 time;        /* microseconds */
  guint n_changes;
  gboolean first_known; /* what the first complete choice was, and so whether it was wholly right */
  gboolean first_correct;
  gboolean hint_used, flagged, taken_back;
  CharterConfidence confidence; /* how sure somebody said to be of the answer */
} CharterReportItem;

typedef struct {
  const char *ref;           /* as the items name it, NULL for those that name none */
  const CharterTopic *topic; /* NULL where ref leads out of the pack */
  guint first;               /* the place of an item that names it, in the report's items */
  guint n, n_right;          /* items that count, and those of them that are wholly right */
  double points, maximum;
  CharterInterval interval; /* of the share of items wholly right, Wilson's 95 % */
  gboolean too_few;         /* n is below CHARTER_INTERVAL_MIN_N: tell the counts, and no share */
} CharterReportTopic;

typedef struct {
  guint n_items, n_answered;
  guint n, n_right; /* items that count, and those of them that are wholly right */
  double points, maximum;
  double percent; /* points of maximum, 0 to 100; 0 where nothing counts yet */
  CharterInterval interval;
  gboolean too_few;
  guint n_sure_but_wrong;
  gboolean time_up;                 /* an exam whose time is used up */
  gint64 time;                      /* microseconds, of all items */
  const CharterReportItem *items;   /* all n_items, as in the session */
  const CharterReportTopic *topics; /* with items that count: in the pack's order, then refs out of it, then none */
  guint n_topics;
} CharterReport;

/* What a learner gains most from looking at again: an answer that is not wholly right, and was given as sure. */
gboolean charter_report_item_is_sure_but_wrong (const CharterReportItem *item);
/* Right by luck, by the learner's own word. */
gboolean charter_report_item_is_guessed_right (const CharterReportItem *item);

/* A picture of the session as it is now; it does not follow it. Returns: (transfer full) */
CharterReport *charter_report_new (CharterSession *session);
void charter_report_free (CharterReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterReport, charter_report_free)

G_END_DECLS
