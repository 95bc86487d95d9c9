/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-window.h"

G_BEGIN_DECLS

/* Builds a quiz: topics, kinds, difficulty, only mistakes, how many, for study or as an exam. It says at once how many
 * questions fit, and what stands in the way where none does. What was chosen is remembered for the next time. */
#define CHARTER_TYPE_BUILDER_PAGE (charter_builder_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterBuilderPage, charter_builder_page, CHARTER, BUILDER_PAGE, AdwBin)

/* Whether any pack has questions to build of. */
gboolean charter_builder_page_has_packs (CharterLibrary *library);

/* pack_id: the one to begin with, or NULL. Returns: (transfer floating) */
GtkWidget *charter_builder_page_new (CharterWindow *window, CharterLibrary *library, const char *pack_id);

G_END_DECLS
