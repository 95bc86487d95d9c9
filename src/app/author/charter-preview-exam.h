/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* What comes of an exam's rules, for whoever writes them: the rules as learners see them, where its questions come from
 * and what that is worth, how far the shares are met, and the questions of one form that it may draw. It is drawn in a
 * thread, and the rules stand there meanwhile. */
#define CHARTER_TYPE_PREVIEW_EXAM (charter_preview_exam_get_type ())
G_DECLARE_FINAL_TYPE (CharterPreviewExam, charter_preview_exam, CHARTER, PREVIEW_EXAM, AdwBin)

/* exam: home's. packs: (element-type CharterPack) those at hand, home among them; kept. before: (nullable) what was
 * shown of it until now, whose form stands there until the new one is drawn; it is not shown any more. Returns:
 * (transfer floating) */
GtkWidget *charter_preview_exam_new (
  CharterStudy *study, CharterPack *home, const CharterExam *exam, GPtrArray *packs, CharterPreviewExam *before);

G_END_DECLS
