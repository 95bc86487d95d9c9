/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-event.h"

G_BEGIN_DECLS

/* The undo of an answer names a session; it is about that alone, and holds for good. Other undos (of a deletion, a
 * reset, a setting) can be undone themselves, and what they undid stands again; that undo too, and so on. An undo that
 * is earlier than the one it names can't undo it, so that no log, however it was put together, has undos that turn in a
 * circle.
 *
 * events: (element-type CharterEvent) in the order of the log; what is said of others is not looked at.
 * Returns: (transfer full) a set of those events that were undone (element-type CharterEvent CharterEvent), each
 * borrowed from events */
GHashTable *charter_undone_find (GPtrArray *events);

G_END_DECLS
