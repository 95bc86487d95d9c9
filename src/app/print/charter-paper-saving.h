/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-window.h"

G_BEGIN_DECLS

/* Saves papers and keys as PDF and as HTML while the window goes on. Where that takes long, a toast says how far it is,
 * and its button stops it; in the end one says what came of it. The application does not end before it is done.
 * sheets: (element-type CharterSheet) kept, and not to be touched any more. */
void charter_paper_saving_begin (CharterWindow *window, GPtrArray *sheets, GFile *folder, const char *author);

G_END_DECLS
