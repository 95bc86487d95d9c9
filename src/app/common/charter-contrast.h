/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds the rules for high contrast whenever the desktop asks for it, from now on. */
void charter_contrast_follow (void);

G_END_DECLS
