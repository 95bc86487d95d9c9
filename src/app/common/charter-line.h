/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands on a line of its own, with a large first letter, as lines begin in every language that has them.
 * Returns: (transfer full) (not nullable) */
char *charter_line_begin_large (const char *words);

G_END_DECLS
