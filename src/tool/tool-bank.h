/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What import and export share. */

/* Finds a format by its name, and says on standard error where there is none. for_reading: else for writing.
 * Returns: (nullable) */
const CharterBankFormat *tool_bank_find_format (const char *name, gboolean for_reading);
/* Prints name and title of each format. Returns: TOOL_CLEAN */
int tool_bank_list_formats (gboolean for_reading, ToolOut *out);
/* Prints a line for each note. name: of the file that is read, or NULL. */
void tool_bank_print_notes (const GPtrArray *notes, const char *name, ToolOut *out);
/* Writes a file as a whole; one that was there is kept as FILE~. Says so, by name, where it can't. */
gboolean tool_bank_save (GFile *file, const char *name, GBytes *bytes);

G_END_DECLS
