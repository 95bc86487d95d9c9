/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-result.h"

G_BEGIN_DECLS

/* A result as a file: JSON, documented in the help's page “Result files”. */

#define CHARTER_CLASS_FILE_ENDING "charter-result"
#define CHARTER_CLASS_FILE_VERSION 1

/* What no honest file goes beyond. */
#define CHARTER_CLASS_MOST_BYTES (4 << 20)
#define CHARTER_CLASS_MOST_ITEMS 5000
#define CHARTER_CLASS_MOST_DEPTH 8       /* of brackets in brackets; ours has 3 */
#define CHARTER_CLASS_MOST_VALUES 100000 /* 20 an item; ours have at most 13 */
#define CHARTER_CLASS_LONGEST_NAME 100   /* characters; also of ids */
#define CHARTER_CLASS_LONGEST_RESPONSE 4000

/* Returns: (transfer full) UTF-8 */
char *charter_class_file_write (const CharterClassResult *result);

/* Reads what anybody may have written. Whatever a file says is checked: its size, shape and types, that numbers are
 * finite and in range, that no item comes twice, and that the paper's checksum is that of the items. error:
 * G_IO_ERROR_INVALID_DATA with a sentence for the instructor. Returns: (transfer full) (nullable) */
CharterClassResult *charter_class_file_read (const char *text, gsize length, GError **error);

G_END_DECLS
