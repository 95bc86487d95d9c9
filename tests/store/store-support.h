/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-note.h"
#include "charter-payload.h"
#include "charter-place.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable) the path of a file beside the store's whose name contains text */
char *place_find (const Place *place, const char *text);

CharterStore *open_store (const Place *place);

/* Events of a session on the group "group" of the pack "pack". */
CharterEvent *make_begun (const char *session, guint n_items, gint64 wall);
/* The same of an exam that counts every second item only. */
CharterEvent *make_form_begun (const char *session, guint n_items, gint64 wall);
/* Of a case, and a move in it whose scene offers the misconceptions (ids with spaces between, or NULL); shown: the one
 * that it stands for, or NULL. */
CharterEvent *make_case_begun (const char *session, gint64 wall);
CharterEvent *
make_move (const char *session, guint position, const char *scene, const char *offered, const char *shown, gint64 wall);
CharterEvent *make_answer (const char *session, guint position, const char *item, double points, gint64 wall);
CharterEvent *make_ended (const char *session, gboolean finished, gint64 wall);
CharterEvent *make_undo (const CharterEvent *answer, gboolean feedback_seen, gint64 wall);

/* About an answer, an item, a session, a pack: what a learner says afterwards. */
CharterEvent *make_grade (const CharterEvent *answer, guint grade, gint64 wall);
CharterEvent *make_suspend (const char *item, gboolean suspended, gint64 wall);
CharterEvent *make_delete (const char *session, gint64 wall);
CharterEvent *make_reset (const char *item, gint64 wall); /* NULL for the whole pack */
CharterEvent *make_setting (const char *name, const char *value, gint64 wall);
/* A note of this id on an item; with text NULL it is removed. */
CharterEvent *make_note (const char *id, const char *item, const char *text, gint64 wall);
/* The undo of a deletion or a reset. */
CharterEvent *make_undo_of (const CharterEvent *event, gint64 wall);

/* A callback whose data is a GAsyncResult **, and the wait for it. Returns: (transfer none) */
void keep_result (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *await_result (GAsyncResult **slot);

/* Commit and wait. The events (NULL-terminated) are taken. */
gboolean commit_events (CharterStore *store, GError **error, ...) G_GNUC_NULL_TERMINATED;
/* The same with one event, which must succeed. */
void commit (CharterStore *store, CharterEvent *event);
/* Waits for what was posted. */
void settle (CharterStore *store);
/* Returns: (transfer full) (nullable) */
CharterItemRecord *load_item_of (CharterStore *store, const char *pack, const char *item);
CharterItemRecord *load_item (CharterStore *store, const char *item);
/* What moves show of a misconception in a scene. Returns: FALSE where nothing is known */
gboolean load_scene_slip (CharterStore *store, const char *scene, const char *misconception, CharterSlip *slip);
/* Merge and wait; it must succeed. Returns: (transfer full) */
CharterMerged *merge_into (CharterStore *store, GPtrArray *events);

G_END_DECLS
