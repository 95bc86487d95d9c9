/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* The gauges of a case: each with its name, its number and a bar, and where it has changed by how much. They stand side
 * by side where there is room. */
#define CHARTER_TYPE_GAUGES_VIEW (charter_gauges_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterGaugesView, charter_gauges_view, CHARTER, GAUGES_VIEW, GtkWidget)

/* pack: kept; story is one of its cases. */
void charter_gauges_view_set_case (CharterGaugesView *self, CharterPack *pack, const CharterCase *story);
/* gauges: one number a gauge, 0 to 100. before: the same, to show by how much each has changed, or NULL. */
void charter_gauges_view_show (CharterGaugesView *self, const double *gauges, const double *before);
/* Where there is room, they stand side by side; before this is called they don't. */
void charter_gauges_view_set_narrow (CharterGaugesView *self, gboolean narrow);

G_END_DECLS
