/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-library.h"

G_BEGIN_DECLS

/* file: the pack that was made. Not called where nothing came of it, which the person has been told, or where owner is
 * gone by then. */
typedef void (*CharterAuthorImported) (GObject *owner, GFile *file);

/* Asks for a file with the questions of another program, says what of it can be taken, and asks what the pack that is
 * made of it is called and where it is to be saved, its pictures beside it. parent: the window, which is handed back
 * as owner. library: what is there already. */
void charter_author_import (GtkWindow *parent, CharterLibrary *library, CharterAuthorImported imported);

G_END_DECLS
