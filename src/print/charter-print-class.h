/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-class-export.h"
#include "charter-document.h"

G_BEGIN_DECLS

/* The results of a class as they are shown. */
typedef struct {
  const CharterClassAnalysis *analysis;
  GPtrArray *faults;    /* (element-type CharterClassFault) */
  const char *title;    /* of what was asked */
  const char *date;     /* when it was put together, for the reader */
  const char *language; /* BCP 47 of the words around it */
} CharterPrintClass;

/* The class, then all items in one table, then each item by itself, then files that something is to be said of.
 * Returns: (transfer full) */
CharterDocument *charter_print_class_new (const CharterPrintClass *what);

/* As a file's ending says: ".csv", ".json", else HTML. Returns: (transfer full) UTF-8 */
char *charter_print_class_write (const CharterPrintClass *what, const char *name);
/* Blocks; replaces the file in one go, for its owner's eyes. error: G_IO_ERROR. Returns: FALSE then */
gboolean charter_print_class_save (const CharterPrintClass *what, GFile *file, GError **error);

G_END_DECLS
