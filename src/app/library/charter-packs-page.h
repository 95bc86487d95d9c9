/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"

G_BEGIN_DECLS

/* All packs at hand: those that the user added, to be handed out or removed, and those that came with the program. */
#define CHARTER_TYPE_PACKS_PAGE (charter_packs_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterPacksPage, charter_packs_page, CHARTER, PACKS_PAGE, AdwBin)

/* library: kept. Returns: (transfer floating) */
GtkWidget *charter_packs_page_new (CharterLibrary *library);

G_END_DECLS
