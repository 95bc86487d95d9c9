/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"

G_BEGIN_DECLS

/* All scenarios, banks, cases and exams of all packs at hand, a card each. */
#define CHARTER_TYPE_PRACTICE_PAGE (charter_practice_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterPracticePage, charter_practice_page, CHARTER, PRACTICE_PAGE, AdwBin)

/* library: kept. The page follows its changes, and is fresh each time it is shown. Returns: (transfer floating) */
GtkWidget *charter_practice_page_new (CharterLibrary *library);

G_END_DECLS
