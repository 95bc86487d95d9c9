/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A share as a bar, with the interval in which it probably lies as a line across its end. */
#define CHARTER_TYPE_SHARE_BAR (charter_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (CharterShareBar, charter_share_bar, CHARTER, SHARE_BAR, GtkWidget)

/* share, low, high: 0 to 1. Returns: (transfer floating) */
GtkWidget *charter_share_bar_new (double share, double low, double high);

G_END_DECLS
