/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The way out of full screen, for a header bar: a button that is there for as long as its window has the full screen.
 */
#define CHARTER_TYPE_WAY_OUT (charter_way_out_get_type ())
G_DECLARE_FINAL_TYPE (CharterWayOut, charter_way_out, CHARTER, WAY_OUT, GtkButton)

G_END_DECLS
