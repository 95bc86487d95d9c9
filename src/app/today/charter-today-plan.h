/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-library.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* What Today proposes, without a widget. */
typedef enum {
  CHARTER_PROPOSAL_RESUME, /* a quiz left half-way */
  CHARTER_PROPOSAL_READ_ON,
  CHARTER_PROPOSAL_READ_NEXT,
  CHARTER_PROPOSAL_TRY,
  CHARTER_PROPOSAL_AGAIN, /* a scenario that was not wholly right */
} CharterProposalKind;

typedef struct {
  CharterProposalKind kind;
  char *title;     /* plain text */
  char *detail;    /* plain text */
  double fraction; /* done so far, 0 to 1; negative where it says nothing */
  const char *action;
  GVariant *target; /* of the action */
} CharterProposal;

typedef struct {
  gboolean is_new;      /* nothing was read or answered yet */
  GPtrArray *proposals; /* the best one first */
  guint n_answers;      /* in the last seven days */
  guint n_right;
  guint n_lessons_read;
  guint n_lessons;
} CharterTodayPlan;

/* now: microseconds since 1970. Returns: (transfer full) */
CharterTodayPlan *charter_today_plan_new (CharterLibrary *library, CharterStudy *study, gint64 now);
void charter_today_plan_free (CharterTodayPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterTodayPlan, charter_today_plan_free)

/* hour: 0 to 23. Returns: (transfer none) "Good morning" and the like, translated */
const char *charter_today_greet (int hour);

G_END_DECLS
