/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-form.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* Draws a form (charter_form_draw) without keeping anybody waiting. fresh: what this learner has not answered yet comes
 * first; without it the same exam, packs and seed give the same form to everybody. exam: home's. packs: those at hand,
 * kept, not changed meanwhile. error of finish: G_IO_ERROR_CANCELLED, or what the disk says.
 * Returns from finish: (transfer full) (nullable) */
void charter_study_draw_form_async (CharterStudy *self,
                                    CharterPack *home,
                                    const CharterExam *exam,
                                    GPtrArray *packs,
                                    guint64 seed,
                                    gboolean fresh,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
CharterForm *charter_study_draw_form_finish (CharterStudy *self, GAsyncResult *result, GError **error);
/* The same for programs without a main loop: runs the thread's default main context until it is done. */
CharterForm *charter_study_draw_form (CharterStudy *self,
                                      CharterPack *home,
                                      const CharterExam *exam,
                                      GPtrArray *packs,
                                      guint64 seed,
                                      gboolean fresh,
                                      GError **error);

G_END_DECLS
