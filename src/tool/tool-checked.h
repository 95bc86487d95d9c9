/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagnostic.h"
#include "charter-pack.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* One file that was checked, and what came of it. */
typedef struct {
  char *name;             /* as people are told it */
  char *path;             /* as it was given */
  GBytes *bytes;          /* where advice is asked for, which tells places too; else NULL */
  CharterPack *pack;      /* NULL where nothing of the file can be used */
  GPtrArray *diagnostics; /* of CharterDiagnostic */
  GError *error;          /* it could not be read; else NULL */
  guint n_errors;
  guint n_warnings;
  guint n_advice;
  int status; /* an exit status, as far as it is known */
} ToolChecked;

/* Counts its diagnostics by severity, once they are all there. */
void tool_checked_count (ToolChecked *checked);
/* Frees what it holds. */
void tool_checked_clear (ToolChecked *checked);

/* Counts a pack's items by kind, and its scenarios or banks. */
void tool_checked_count_kinds (const CharterPack *pack, guint counts[CHARTER_N_ITEM_KINDS]);
guint tool_checked_count_groups (const CharterPack *pack, gboolean is_scenario);

/* ---- each is one form in which a check is told, in a file of its own */

/* A line a problem, and unless quiet one that says what is inside. A file that can't be read is told by tool_fail. */
void tool_checked_print_text (const ToolChecked *checked, gboolean quiet, ToolOut *out);
/* An object a file on a line of standard output. advice: whether that was asked for. */
void tool_checked_print_json (const ToolChecked *checked, gboolean advice);
/* One log in SARIF 2.1.0 for all files, on standard output. */
void tool_checked_print_sarif (const ToolChecked *checked, guint n);

G_END_DECLS
