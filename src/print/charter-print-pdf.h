/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-layout.h"

G_BEGIN_DECLS

/* Writes all pages as a PDF with title, outline and structure; a file of that name is replaced. author: or NULL.
 * error: G_IO_ERROR, where the file can't be written. Returns: FALSE then */
gboolean charter_print_pdf_save (CharterLayout *layout, const char *author, GFile *file, GError **error);

G_END_DECLS
