/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-form-stock.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* Prints what a bank holds for an exam as a table. profile: the exam as it was named. */
void tool_stock_print (const CharterFormStock *stock, const char *profile, guint n_mocks, ToolOut *out);
/* The same as one line of JSON on standard output. */
void tool_stock_print_json (const CharterFormStock *stock, const char *profile, guint n_mocks);
/* Whether anything is missing. */
gboolean tool_stock_lacks (const CharterFormStock *stock);

G_END_DECLS
