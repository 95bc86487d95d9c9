/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-document.h"

G_BEGIN_DECLS

/* Prints a document, or several one after the other, each from a page of its own: the system's dialog asks where and
 * on which paper, and can save a PDF as well. What can't be printed is said in a toast where parent is a window of
 * ours. title: what the printer’s queue calls it. documents: (transfer full) (element-type CharterDocument), which
 * frees them. parent: or NULL. */
void charter_print_run (GtkWindow *parent, const char *title, GPtrArray *documents);

/* The same for one document. document: (transfer full) */
void charter_print_run_one (GtkWindow *parent, CharterDocument *document);

/* The same without a dialog, to a PDF on the paper that the system prefers. error: what could not be done.
 * Returns: FALSE then */
gboolean charter_print_export (const char *title, GPtrArray *documents, const char *path, GError **error);

G_END_DECLS
