/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-event.h"

G_BEGIN_DECLS

/* A session, as far as its events are known. */
typedef struct {
  const CharterEvent *begun;
  const CharterEvent *ended; /* or NULL */
  char *group;               /* scenario, bank, case or exam */
  char *mood;                /* "study" or "exam" */
  GArray *unscored;          /* positions (guint) of what counts for nothing */
  gboolean deleted;
} CharterSitting;

/* An answer, or a move in a case. */
typedef struct {
  const CharterEvent *event;
  const CharterSitting *sitting; /* or NULL where its beginning is not known */
  guint grade;                   /* that the learner gave it later, or 0 */
  gboolean unscored;             /* counts for nothing in its exam */
  gboolean stands;               /* not taken back, changed or deleted, nor said after the session's end */
} CharterGiven;

/* A history read from its beginning to its end, for people and programs that want answers rather than events. */
typedef struct {
  GPtrArray *events;   /* keeps what the others point to */
  GPtrArray *sittings; /* CharterSitting, in the order in which they began */
  GPtrArray *given;    /* CharterGiven, in the order of the log */
} CharterPast;

/* events: (element-type CharterEvent) in the order of the log. */
CharterPast *charter_past_new (GPtrArray *events);
void charter_past_free (CharterPast *past);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPast, charter_past_free)

G_END_DECLS
