/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* What is looked at: a step of a session. Which one is on the screen is the screen's own affair. The session stays
 * where it is, and so does the place that is kept. What can be looked at are the answers given, and the step where the
 * session is; in an exam all steps of the section, which is then no looking back but going there. All that a page
 * shows of a question it shows of a look. */
typedef struct {
  CharterSession *session; /* owned by whoever looks */
  guint position;          /* of the step on the screen */
} CharterLook;

/* The step, and what is its own, (transfer none). */
const CharterStep *charter_look_get_step (const CharterLook *look);
const CharterItem *charter_look_get_item (const CharterLook *look);
CharterPack *charter_look_get_pack (const CharterLook *look);
CharterResponse *charter_look_get_response (const CharterLook *look);
CharterStand charter_look_get_stand (const CharterLook *look);
/* What the item belongs to; a session may go through several. Returns: (nullable) */
const CharterGroup *charter_look_get_group (const CharterLook *look);

/* Whether there is a hint to ask for. */
gboolean charter_look_has_hint (const CharterLook *look);
/* Whether its answer is a number to work out and type. */
gboolean charter_look_is_number (const CharterLook *look);
/* Whether a calculator may be used: where the exam’s profile allows one, and else for numbers. */
gboolean charter_look_has_calculator (const CharterLook *look);
/* The lesson that the exam’s profile lets one open meanwhile. pack: (out) (transfer full) (nullable) the one that it is
 * of. Returns: (nullable) owned by that */
const CharterLesson *charter_look_find_sheet (const CharterLook *look, CharterPack **pack);
/* Whether the step is answered for good, with feedback. In an exam none is until it is handed in. */
gboolean charter_look_is_answered (const CharterLook *look);
/* Whether it is another step than the session's. */
gboolean charter_look_is_back (const CharterLook *look);
/* Whether the session is an exam. */
gboolean charter_look_is_exam (const CharterLook *look);
/* Whether the session may go through questions of several scenarios. */
gboolean charter_look_is_of_several (const CharterLook *look);
/* Whether it is one question that somebody looked up: it has no score report and ends when it is left. */
gboolean charter_look_is_lone (const CharterLook *look);

/* Where the large button leads, and Enter. */
typedef enum {
  CHARTER_WAY_BACK,  /* to the step where the session is */
  CHARTER_WAY_CHECK, /* the step is answered */
  CHARTER_WAY_LEAVE, /* away from a lone question */
  CHARTER_WAY_ON,    /* to what comes next */
} CharterWay;

CharterWay charter_look_get_way (const CharterLook *look);

/* by: -1 or 1. Returns: the next step to look at on that side; -1 where there is none, and while an answer is on its
 * way to the disk */
int charter_look_find (const CharterLook *look, int by);

G_END_DECLS
