/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* file: the one chosen. Not called where the person chose none, or where owner is gone by then. */
typedef void (*CharterFileChosen) (GObject *owner, GFile *file);

/* Asks where to save something that can be written in several ways. name: proposed, with the ending of the first way.
 * endings: of all ways, such as "svg", NULL-terminated; a name without one of them gets the first. */
void charter_choose_place (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           const char *const *endings,
                           GObject *owner,
                           CharterFileChosen chosen);

/* Asks for a folder. */
void charter_choose_folder (GtkWindow *parent, const char *title, GObject *owner, CharterFileChosen chosen);

/* Asks for a file to read. kind: what such files are called; endings: theirs, with a space between. */
void charter_choose_file (GtkWindow *parent,
                          const char *title,
                          const char *kind,
                          const char *endings,
                          GObject *owner,
                          CharterFileChosen chosen);

G_END_DECLS
