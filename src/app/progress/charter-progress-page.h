/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* The fourth place: what was done, what is known, what comes. Everything is read from folded figures, and anew each
 * time that the place is shown and something has changed. */
#define CHARTER_TYPE_PROGRESS_PAGE (charter_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterProgressPage, charter_progress_page, CHARTER, PROGRESS_PAGE, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_progress_page_new (CharterLibrary *library, CharterStudy *study);

G_END_DECLS
