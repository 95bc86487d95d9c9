/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-event.h"

G_BEGIN_DECLS

/* Something that was taken out of what counts and still is: a session that was deleted, an item or a whole pack that
 * was begun anew, an item that is not to be asked. */
typedef struct {
  CharterEventKind kind; /* CHARTER_EVENT_DELETE, _RESET or _SUSPEND */
  gint64 wall;           /* when it was said, microseconds since 1970 */
  GPtrArray *events;     /* CharterEvent: what says so. Of a session that several devices deleted, all of these */
  char *pack;            /* NULL where the session is not known here */
  char *item;            /* or NULL */
  char *group;           /* of the session: a scenario, a bank, a case; or NULL */
  gint64 begun_wall;     /* of the session, else 0 */
  guint n_steps;         /* of the session; 0 for a case */
  guint n_answers; /* that it takes with it: of a case the moves made; of what was reset twice only those between */
} CharterRemoval;

typedef struct {
  GPtrArray *list; /* CharterRemoval, what was said last first */
  guint n_all;     /* as many there are, listed or not */
} CharterRemovals;

/* Of an event that says so: what it says itself. Returns: (transfer full) */
CharterRemoval *charter_removal_new (CharterEvent *event);
void charter_removal_free (CharterRemoval *removal);
/* The latest of its events, which speaks for all. */
CharterEvent *charter_removal_get_latest (const CharterRemoval *removal);
/* For sorting pointers to them: what was said last first. */
int charter_removal_compare (gconstpointer a, gconstpointer b);

/* Returns: (transfer full) an empty list */
CharterRemovals *charter_removals_new (void);
void charter_removals_free (CharterRemovals *removals);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterRemovals, charter_removals_free)

G_END_DECLS
