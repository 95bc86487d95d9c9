/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-preview-exam.h"
#include "charter-proof.h"
#include "charter-study.h"
#include "charter-walk.h"

G_BEGIN_DECLS

/* A unit of a draft on the screen where learners meet it, not yet in a window, so that it can't take the focus. */
typedef struct {
  GtkWidget *widget;        /* (transfer floating); NULL where the unit can't be shown */
  CharterSession *session;  /* of a question, or NULL; kept */
  CharterWalk *walk;        /* of a case, or NULL; kept */
  CharterPreviewExam *exam; /* of an exam, or NULL; the widget's */
} CharterPreviewScreen;

void charter_preview_screen_clear (CharterPreviewScreen *screen);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterPreviewScreen, charter_preview_screen_clear)

/* A lesson of another pack, at a section or NULL. screen: (out) */
void charter_preview_screen_make_lesson (CharterPreviewScreen *screen,
                                         CharterPack *pack,
                                         const CharterLesson *lesson,
                                         const CharterSection *section);

/* library: where packs are from which the draft’s exams draw, or NULL. element: in the proof’s outline, what the author
 * is at. before: what was shown until now, the same unit or another, whose answers are given again where they still can
 * be. screen: (out) */
void charter_preview_screen_make (CharterPreviewScreen *screen,
                                  CharterStudy *study,
                                  CharterLibrary *library,
                                  CharterProof *proof,
                                  guint element,
                                  const CharterPreviewScreen *before);

G_END_DECLS
