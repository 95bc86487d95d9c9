/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-session.h"

G_BEGIN_DECLS

/* All questions of an exam, each with what became of it, to go back to any of them or to finish. It shows the session
 * as it is when it is made, and acts through the exam's actions. */
#define CHARTER_TYPE_REVIEW_SHEET (charter_review_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CharterReviewSheet, charter_review_sheet, CHARTER, REVIEW_SHEET, AdwBin)

/* session: kept. Returns: (transfer floating) */
GtkWidget *charter_review_sheet_new (CharterSession *session);

G_END_DECLS
