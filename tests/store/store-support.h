/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-store.h"

G_BEGIN_DECLS

#define NOW (G_GINT64_CONSTANT (1780000000) * G_TIME_SPAN_SECOND) /* a Thursday in May 2026 */

/* A folder of its own, and a file in it that is not there yet. */
typedef struct {
  char *folder;
  GFile *file;
} Place;

void place_init (Place *place);
void place_clear (Place *place); /* removes the folder */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)
/* Returns: (transfer full) the folder's n-th name that contains text, or NULL */
char *place_find (const Place *place, const char *text);

CharterStore *open_store (const Place *place);

/* Events of a session on the group "group" of the pack "pack". */
CharterEvent *make_begun (const char *session, guint n_items, gint64 wall);
CharterEvent *make_answer (const char *session, guint position, const char *item, double points, gint64 wall);
CharterEvent *make_ended (const char *session, gboolean finished, gint64 wall);
CharterEvent *make_undo (const CharterEvent *answer, gboolean feedback_seen, gint64 wall);

/* Commit and wait. The events (NULL-terminated) are taken. */
gboolean commit_events (CharterStore *store, GError **error, ...) G_GNUC_NULL_TERMINATED;
/* Waits for what was posted. */
void settle (CharterStore *store);
CharterItemRecord *load_item (CharterStore *store, const char *item);
void assert_verified (CharterStore *store);

G_END_DECLS
