/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-walk.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* Begins a case and lays its page on the window. seed: shuffles the moves. replace: in the place of the topmost page.
 * Where it can't begin, a toast says why. Returns: FALSE where it could not begin. */
gboolean charter_case_begin (
  CharterWindow *window, CharterStudy *study, CharterPack *pack, const char *case_id, guint64 seed, gboolean replace);

/* Goes on with one that was left half-way. */
gboolean charter_case_resume (CharterWindow *window, CharterStudy *study, CharterPack *pack, const char *session_id);

/* Lays the page of a walk on the window: the scene where it is, or the ending. */
void charter_case_show (CharterWindow *window, CharterStudy *study, CharterWalk *walk, gboolean replace);

G_END_DECLS
