/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables of cases in text files: a line a case, its columns parted by "|"; empty lines and lines that begin with "#"
 * are left out; a line "== name" begins a group. A column that says (empty) is empty. */
typedef struct {
  const char *file;
  guint line;
  GStrv columns; /* trimmed */
} CharterTestCase;

/* Ends the program with file and line where a case does not hold. */
typedef void (*CharterTestCheck) (const CharterTestCase *test_case);

/* Reads a file beside the test and adds a test "prefix/group" for each group, in which check runs for each case.
 * A missing file, an empty group or a line with another number of columns ends the program. name is kept. */
void charter_cases_add (const char *name, const char *prefix, guint n_columns, CharterTestCheck check);

G_END_DECLS
