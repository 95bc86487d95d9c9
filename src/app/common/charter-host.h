/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What pages are shown in: the main window, or a part of another one. Its property “narrow”, and the style class of
 * that name, say that there is room for one column only. */
#define CHARTER_TYPE_HOST (charter_host_get_type ())
G_DECLARE_INTERFACE (CharterHost, charter_host, CHARTER, HOST, GtkWidget)

struct _CharterHostInterface {
  GTypeInterface parent_iface;
};

/* What a widget is shown in. Returns: (transfer none) (nullable) */
CharterHost *charter_host_of (GtkWidget *widget);

gboolean charter_host_get_narrow (CharterHost *self);

G_END_DECLS
