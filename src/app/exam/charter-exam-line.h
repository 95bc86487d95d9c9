/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-session.h"

G_BEGIN_DECLS

/* A line below the header bar while an exam is sat: in which section one is, and whether one is ahead of its pace. It
 * follows the session and the time, and is gone where it has nothing to say. */
#define CHARTER_TYPE_EXAM_LINE (charter_exam_line_get_type ())
G_DECLARE_FINAL_TYPE (CharterExamLine, charter_exam_line, CHARTER, EXAM_LINE, AdwBin)

/* session: kept. Returns: (transfer floating) */
GtkWidget *charter_exam_line_new (CharterSession *session);

G_END_DECLS
