/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-class-line.h"

G_BEGIN_DECLS

/* All questions of a class as a table that can be sorted by each column. It emits "chosen" with the line that is to be
 * looked at. */
#define CHARTER_TYPE_CLASS_TABLE_VIEW (charter_class_table_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterClassTableView, charter_class_table_view, CHARTER, CLASS_TABLE_VIEW, AdwBin)

/* lines: (element-type CharterClassLine), kept */
void charter_class_table_view_show (CharterClassTableView *self, GListModel *lines);
/* With little width the columns that matter least are left out; they stand on the question's page. */
void charter_class_table_view_set_narrow (CharterClassTableView *self, gboolean narrow);
/* Puts the focus on the first line. */
void charter_class_table_view_enter (CharterClassTableView *self);

G_END_DECLS
