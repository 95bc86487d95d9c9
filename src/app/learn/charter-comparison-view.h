/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* A comparison in its three forms: read as a table, recalled cell by cell under cover, sorted as cards. Its cells can
 * be copied as text, Markdown or HTML. */
#define CHARTER_TYPE_COMPARISON_VIEW (charter_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterComparisonView, charter_comparison_view, CHARTER, COMPARISON_VIEW, GtkBox)

/* pack is kept; comparison is the pack's. Returns: (transfer floating) */
GtkWidget *charter_comparison_view_new (CharterPack *pack, const CharterComparison *comparison);

/* mode: "read", "cover" or "sort". */
void charter_comparison_view_set_mode (CharterComparisonView *self, const char *mode);

G_END_DECLS
