/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-document.h"

G_BEGIN_DECLS

/* The document as one HTML file that needs no other: its pictures are in it, and its style fits screen and paper.
 * Returns: (transfer full) */
char *charter_print_html_write (const CharterDocument *document);

G_END_DECLS
