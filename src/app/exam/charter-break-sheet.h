/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-session.h"

G_BEGIN_DECLS

/* A break between two sections of an exam: what is left of it, and what comes then. Its button has the action
 * “exam.end-break”; nothing ends a break by itself. */
#define CHARTER_TYPE_BREAK_SHEET (charter_break_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CharterBreakSheet, charter_break_sheet, CHARTER, BREAK_SHEET, AdwBin)

/* session: kept, in a break. Returns: (transfer floating) */
GtkWidget *charter_break_sheet_new (CharterSession *session);

G_END_DECLS
