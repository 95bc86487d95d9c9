/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What GTK has no single call for. */

/* The role of a label whose words tell what has happened. GTK 4.14 can announce them instead, and from then on lets a
 * status have no name. */
#if GTK_CHECK_VERSION(4, 14, 0)
#define CHARTER_ROLE_STATUS GTK_ACCESSIBLE_ROLE_LABEL
#else
#define CHARTER_ROLE_STATUS GTK_ACCESSIBLE_ROLE_STATUS
#endif

/* Gives widget the style class, or takes it away. */
void charter_widget_set_class (GtkWidget *widget, const char *name, gboolean on);

/* Names widget for screen readers. Since 4.10 a GtkButton is labelled by the label in it, which goes before a name of
 * its own: so this comes after gtk_button_set_label(). */
void charter_widget_set_spoken_name (GtkWidget *widget, const char *name);

/* Has words, which stand in a label of CHARTER_ROLE_STATUS, read out where GTK can. */
void charter_widget_announce (GtkWidget *widget, const char *words);

/* Lays box out with its buttons beside the words, or below them where the page is narrow or the buttons, with large
 * text or long words, ask for more than widest px. */
void charter_widget_place_buttons (GtkOrientable *box, GtkWidget *buttons, gboolean narrow, int widest);

/* Puts widget, which may be NULL, into place, which is seen as long as that wants to be. */
void charter_widget_fill_place (AdwBin *place, GtkWidget *widget);

/* Lets go of all children; for a dispose. */
void charter_widget_unparent_children (GtkWidget *widget);

G_END_DECLS
