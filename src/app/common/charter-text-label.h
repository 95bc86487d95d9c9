/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* A wrapping label that shows text of a pack. A term opens a popover with its meaning; a way to a section activates
 * win.open-see; other links open in the browser. pack is kept; text must outlive the label.
 * Returns: (transfer floating) */
GtkWidget *charter_text_label_new (CharterPack *pack, const CharterText *text);

/* Whether a widget is such a label. */
gboolean charter_text_label_is (GtkWidget *widget);

G_END_DECLS
