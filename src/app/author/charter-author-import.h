/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* file: the pack that was made. words: how much of it came along, and what did not. Not called where nothing came of
 * it, or where owner is gone by then. */
typedef void (*CharterAuthorImported) (GObject *owner, GFile *file, const char *words);
/* words: why nothing came of it. */
typedef void (*CharterAuthorImportFailed) (GObject *owner, const char *words);

/* Asks for a file with the questions of another program, and then where the pack that is made of it is to be saved,
 * its pictures beside it. parent: the window, which is handed back as owner. */
void charter_author_import (GtkWindow *parent, CharterAuthorImported imported, CharterAuthorImportFailed failed);

G_END_DECLS
