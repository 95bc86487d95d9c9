/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-proof.h"
#include "charter-study.h"
#include "charter-walk.h"

G_BEGIN_DECLS

/* A unit of a draft on the screen where learners meet it, not yet in a window, so that it can't take the focus. */
typedef struct {
  GtkWidget *widget;       /* (transfer floating); NULL where the unit can't be shown */
  CharterSession *session; /* of a question, or NULL; kept */
  CharterWalk *walk;       /* of a case, or NULL; kept */
} CharterPreviewScreen;

void charter_preview_screen_clear (CharterPreviewScreen *screen);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterPreviewScreen, charter_preview_screen_clear)

/* element: in the proof’s outline, what the author is at. before: what was shown until now, the same unit or another,
 * whose answers are given again where they still can be. screen: (out) */
void charter_preview_screen_make (CharterPreviewScreen *screen,
                                  CharterStudy *study,
                                  CharterProof *proof,
                                  guint element,
                                  const CharterPreviewScreen *before);

G_END_DECLS
