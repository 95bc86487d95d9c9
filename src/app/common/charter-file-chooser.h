/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* file: the one chosen; not called where the person chose none. */
typedef void (*CharterFileChosen) (GtkWindow *parent, GFile *file);

/* Asks for a pack's file. */
void charter_choose_pack (GtkWindow *parent, CharterFileChosen chosen);

/* Asks where to save something that can be written in several ways. name: proposed, with the ending of the first way.
 * endings: of all ways, such as "svg", NULL-terminated; a name without one of them gets the first. chosen is called
 * with the file; it is not called where the person chose none, or where owner is gone by then. */
typedef void (*CharterPlaceChosen) (GObject *owner, GFile *file);

void charter_choose_place (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           const char *const *endings,
                           GObject *owner,
                           CharterPlaceChosen chosen);

/* Asks for a folder; chosen as above. */
void charter_choose_folder (GtkWindow *parent, const char *title, GObject *owner, CharterPlaceChosen chosen);

/* Asks for a file to read. kind: what such files are called; ending: theirs. chosen as above. */
void charter_choose_file (GtkWindow *parent,
                          const char *title,
                          const char *kind,
                          const char *ending,
                          GObject *owner,
                          CharterPlaceChosen chosen);

G_END_DECLS
