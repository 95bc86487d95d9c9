/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-form.h"
#include "charter-study.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* Begins a session on a scenario or bank and lays its page on the window. items: ids, or NULL for all. seed: draws the
 * paper. Where it can't begin, a toast says why. replace: in the place of the topmost page. Returns: FALSE where it
 * could not begin. */
gboolean charter_quiz_begin (CharterWindow *window,
                             CharterStudy *study,
                             CharterPack *pack,
                             const char *group_id,
                             const char *const *items,
                             guint64 seed,
                             gboolean replace);

/* The same in exam mood: no feedback until the end. group_id: may be CHARTER_STUDY_BUILT. limit: microseconds, 0 for no
 * limit. */
gboolean charter_quiz_begin_exam (CharterWindow *window,
                                  CharterStudy *study,
                                  CharterPack *pack,
                                  const char *group_id,
                                  const char *const *items,
                                  guint64 seed,
                                  gint64 limit,
                                  gboolean replace);

/* The same on a form, by the rules of its exam. Not kept. */
gboolean
charter_quiz_begin_form (CharterWindow *window, CharterStudy *study, const CharterForm *form, gboolean replace);

/* A quiz of these items, of any packs, or what was built once more, in an order of its own. items: (element-type
 * CharterPaperItem) at least one; brought into that order. drawn, limit: as charter_study_begin_chosen. */
gboolean charter_quiz_begin_chosen (CharterWindow *window,
                                    CharterStudy *study,
                                    GArray *items,
                                    guint64 drawn,
                                    CharterMood mood,
                                    gint64 limit,
                                    gboolean replace);

/* What practice against a misconception or a weak topic begins: a quiz of these items in any order, but for what an
 * open exam asks (charter-study-held.h); where nothing is left, a toast says so. items: (element-type CharterPaperItem)
 * at least one. limit: microseconds, then in exam mood; 0 for a quiz with feedback. */
void charter_quiz_begin_drill (CharterWindow *window, CharterStudy *study, const GArray *items, gint64 limit);

/* What a session is called: its scenario's or exam's title, “Your Quiz”, or “Reviews”. Returns: (transfer none) valid
 * like the session */
const char *charter_quiz_get_title (CharterSession *session);

/* Goes on with a session that was left half-way. pack: the one that it was begun on. An exam whose sections are all
 * closed is handed in. */
gboolean charter_quiz_resume (CharterWindow *window, CharterStudy *study, CharterPack *pack, const char *session_id);

/* All packs at hand, pack first (charter_library_list_packs_with): an exam may have questions of any of them. Returns:
 * (transfer full) (element-type CharterPack) */
GPtrArray *charter_quiz_list_packs (CharterWindow *window, CharterPack *pack);

/* A seed that nobody can foresee. */
guint64 charter_quiz_draw_seed (void);

G_END_DECLS
