/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-library.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* What there is to do, the best first. */
typedef enum {
  CHARTER_DEED_RESUME, /* a quiz or case left half-way */
  CHARTER_DEED_READ_ON, /* the lesson opened last, not read to its end */
  CHARTER_DEED_READ,    /* a lesson not begun */
  CHARTER_DEED_TRY,     /* a scenario never finished */
  CHARTER_DEED_TRY_AGAIN, /* one whose best score leaves room */
} CharterDeedKind;

typedef struct {
  CharterDeedKind kind;
  CharterPack *pack;
  const CharterLesson *lesson; /* READ_ON and READ */
  const CharterGroup *group;   /* RESUME, TRY, TRY_AGAIN; NULL for a quiz that was built */
  const CharterCase *story;    /* RESUME, in the place of a group */
  char *session;               /* RESUME */
  double done;                 /* 0 to 1: read, answered, or the best score */
  guint position, n_steps;     /* RESUME; of a case the moves made, and 0 */
} CharterDeed;

/* One deed of each kind at most, but every quiz left half-way. A quiz left is finished before anything is begun; what
 * was begun is read before something new is; and what was never tried comes before what is tried again.
 * Returns: (transfer full) (element-type CharterDeed) empty only where the library is */
GPtrArray *charter_plan_make (CharterLibrary *library, CharterStudy *study);

/* Whether nothing was read, left half-way, answered or played yet. */
gboolean charter_plan_is_first_time (CharterStudy *study);

G_END_DECLS
