/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Search as one types: lessons, terms, scenarios and questions of all packs at hand. Down leads from the words into
 * what was found, Up back again, Enter opens the first; Esc gives back what lay below. */
#define CHARTER_TYPE_SEARCH_PAGE (charter_search_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterSearchPage, charter_search_page, CHARTER, SEARCH_PAGE, AdwBin)

/* finder: kept. Returns: (transfer floating) */
GtkWidget *charter_search_page_new (CharterFinder *finder);
/* To the words, which are selected to be typed over. */
void charter_search_page_begin (CharterSearchPage *self);

G_END_DECLS
