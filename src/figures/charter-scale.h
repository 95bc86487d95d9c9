/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An axis of figures: from low to high in round steps. */
typedef struct {
  double low, high, step;
} CharterScale;

/* least, most: what it has to hold, finite; nothing is left out, and 0 is in it. n: how many steps at most, 1 or more.
 */
void charter_scale_init (CharterScale *self, double least, double most, guint n);

G_END_DECLS
