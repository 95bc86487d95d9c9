/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* Shows what an entry of the glossary means, in a popover at a widget. where: the part of the widget that is pointed
 * to, or NULL for all of it. entry is the pack's; pack is kept as long as it is shown. */
void charter_meaning_show (GtkWidget *at, CharterPack *pack, const CharterEntry *entry, const GdkRectangle *where);

G_END_DECLS
