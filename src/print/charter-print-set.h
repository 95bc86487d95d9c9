/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-layout.h"
#include "charter-versions.h"

G_BEGIN_DECLS

/* What somebody wants of a paper. */
typedef struct {
  CharterPath *paper;
  const char *id;    /* files are named after it */
  const char *title; /* of the scenario, bank or exam */
  guint minutes;     /* 0 where there is no limit */
  guint32 versions;  /* a bit each, the lowest for version A; not 0 */
  gboolean with_papers, with_keys;
} CharterPrintWish;

typedef struct {
  char *name; /* of its files, without an ending: "payroll-A", "payroll-A-key" */
  CharterDocument *document;
} CharterSheet;

void charter_sheet_free (CharterSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterSheet, charter_sheet_free)

/* A paper and a key for each version, as far as they are wanted.
 * Returns: (transfer full) (element-type CharterSheet) */
GPtrArray *charter_print_set_new (const CharterPrintWish *wish);

/* Takes the documents out of the sheets, which have none afterwards.
 * Returns: (transfer full) (element-type CharterDocument), which frees them */
GPtrArray *charter_print_set_take_documents (GPtrArray *sheets);

/* Writes a sheet as PDF and as HTML into a folder that is there; files of these names are replaced. author: or NULL.
 * n_pages: (out) of the PDF. error: where a file can't be written. Returns: FALSE then */
gboolean charter_sheet_save (const CharterSheet *self,
                             const char *folder,
                             const CharterPageSize *size,
                             const char *author,
                             guint *n_pages,
                             GError **error);

/* All of them, in a thread. sheets: (element-type CharterSheet) kept, and not to be touched until it is done. size: one
 * of the constants. n_saved: where it counts up, atomically; must live until it is done. Between two sheets it can be
 * cancelled; what is saved by then stays. */
void charter_print_set_save_async (GPtrArray *sheets,
                                   const char *folder,
                                   const CharterPageSize *size,
                                   const char *author,
                                   guint *n_saved,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback done,
                                   gpointer data);
/* error: where a file can't be written, or G_IO_ERROR_CANCELLED. Returns: FALSE then */
gboolean charter_print_set_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
