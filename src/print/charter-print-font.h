/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What words on paper are laid out with, in points: lines of the same length on paper and screen, whatever is drawn on.
 * language: BCP 47. Returns: (transfer full) for the thread that it was made in */
PangoContext *charter_print_font_create_context (const char *language, gboolean is_rtl);

G_END_DECLS
