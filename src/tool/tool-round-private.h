/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tool-round.h"

G_BEGIN_DECLS

/* What the files of a round share. */

typedef struct {
  CharterStudy *study;
  CharterSession *session;
  const char *name;
  GPtrArray *packs; /* of an exam by rules; else NULL */
  gboolean is_kept;
  int last_answered;        /* position, or −1 */
  int shown;                /* the position whose question was printed last, or −1 */
  const CharterGroup *told; /* the scenario or bank whose situation was printed last, or NULL */
  gboolean asks_again;      /* of an exam: the current question, though it has its answer */
  gboolean is_over;         /* of an exam: handed in, or its time is up */
  gboolean at_end;          /* of a section: somebody wants to end it */
  int section_told;         /* the section that was named last, or −1 */
  gint64 time_told;         /* what was left when warnings were looked for */
  ToolOut *out;
} Round;

gboolean round_is_exam (const Round *round);

/* tool-round-words.c */
void round_print_help (const Round *round);
/* Of the current question's scenario or bank; nothing where it has none. */
void round_print_situation (Round *round);
/* Where a quiz goes through several scenarios, each tells its own. */
void round_print_new_situation (Round *round);
void round_print_question (const Round *round);

/* tool-round-way.c */
gboolean round_can_be_asked_at (const Round *round, guint position);
/* To the next step that can be asked: those after this one first, then from the start.
 * Returns: FALSE where none is left */
gboolean round_go_on (const Round *round);
/* Whether the current step can be asked; if not, goes on. */
gboolean round_has_question (Round *round);
/* In an exam any question can be asked again, and its answer changed. number: from 1 */
void round_go_to (Round *round, guint number);
/* To the nearest question before this one that can be asked. */
void round_go_before (Round *round);
/* A question of an exam that has its answer is left as it is. */
void round_leave_answer (Round *round);
void round_skip (const Round *round);

/* tool-round-end.c */
/* An exam that is left tells nothing, for it goes on; one that nothing is kept of can't, and is handed in. */
void round_say_goodbye (Round *round);

G_END_DECLS
