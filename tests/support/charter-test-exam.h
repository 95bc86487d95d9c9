/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* Somebody who sits the exam of tests/report/exam.xml: twenty questions at a minute each, m1 to m6 on the team, m7 to
 * m10 on leading, both of people, m11 to m20 on process; m19 and m20 don't count. The right answer is always a. */

#define SITTING_N_ITEMS 20
#define SITTING_N_COUNTED 18

/* exam: the profile's id. Returns: (transfer full) a session in which nothing is answered yet */
CharterSession *sitting_new (CharterPack *pack, const char *exam);
/* choices: letters, chosen one after the other, the last one given. */
void sitting_answer (
  CharterSession *session, guint position, const char *choices, guint seconds, CharterConfidence confidence);

G_END_DECLS
