/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Boxed lists with a heading, as in GNOME's settings; all words are plain text. */

/* A heading, a line below it (description may be NULL) and a boxed list. list: (out) borrowed.
 * Returns: (transfer floating) */
GtkWidget *charter_group_new (const char *title, const char *description, GtkListBox **list);

/* A row that activates. icon: of the start, or NULL; subtitle: or NULL. Returns: (transfer floating) */
AdwActionRow *charter_row_new (const char *icon, const char *title, const char *subtitle);
/* An icon at the start, as wide as the number of a lesson.
 * Returns: (transfer none) the image, to be named or coloured */
GtkWidget *charter_row_add_icon (AdwActionRow *row, const char *icon);
/* The arrow at the end that says: this leads somewhere. */
void charter_row_add_arrow (AdwActionRow *row);
/* What the row does. format and what follows: the action's parameter as for g_variant_new. */
void charter_row_set_action (AdwActionRow *row, const char *action, const char *format, ...);

/* The row stands for the toggle in it (a switch, a tick box), with the keyboard and for screen readers: one stop is
 * enough for one thing. The row's role has to say so. */
void charter_row_be_toggle (AdwActionRow *row, GtkWidget *toggle);
/* A row with a tick box and a number at its end. depth: how far it is set in. check: (out) borrowed.
 * Returns: (transfer floating) */
AdwActionRow *charter_tick_row_new (const char *title, guint n, guint depth, GtkCheckButton **check);
/* The box alone, named for screen readers. Returns: (transfer floating) */
GtkWidget *charter_tick_new (const char *name);
/* A number at a row's end. Returns: (transfer floating) */
GtkWidget *charter_count_new (guint n);

/* How far a lesson is read, told by shape: nothing, half a circle, a check mark. fraction: 0 to 1.
 * Returns: (transfer floating) */
GtkWidget *charter_read_mark_new (double fraction);
void charter_read_mark_set (GtkWidget *mark, double fraction);
/* From here on a lesson counts as read. */
#define CHARTER_READ_FROM .95

G_END_DECLS
