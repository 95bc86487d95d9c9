/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"

G_BEGIN_DECLS

/* A full page for a pack that was opened from a file: what is wrong with it, what is good in it, and the way into the
 * library. While it is there, the pack is the library's guest. */
#define CHARTER_TYPE_PACK_PAGE (charter_pack_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterPackPage, charter_pack_page, CHARTER, PACK_PAGE, AdwBin)

/* Both are kept. Returns: (transfer floating) */
GtkWidget *charter_pack_page_new (CharterLibrary *library, CharterPackFile *file);

G_END_DECLS
