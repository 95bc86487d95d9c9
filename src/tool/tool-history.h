/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-store.h"
#include "tool-out.h"

G_BEGIN_DECLS

/* What the files of "charter-tool history" share. file: the history. Each that ends in int returns an exit status. */

gint64 tool_history_get_wall (void);
/* Whether there is a history, or a backup of one. */
gboolean tool_history_exists (GFile *file);
int tool_history_tell_none (ToolOut *out);
/* Why a history that another program holds, or that can't be read, can't be had. */
int tool_history_fail_opening (const GError *error);

/* A callback whose data is a GAsyncResult **, and the wait for it. */
void tool_history_keep_result (GObject *source, GAsyncResult *result, gpointer data);
void tool_history_wait_for (GAsyncResult **result);

/* format, actor: may be NULL. name: of the file to write, or NULL for standard output. */
int tool_history_export (GFile *file, const char *format, const char *actor, const char *name, ToolOut *out);
/* name: of a file of JSON Lines; "-" for standard input. */
int tool_history_import (GFile *file, const char *name, ToolOut *out);
int tool_history_sync (GFile *file, const char *folder, ToolOut *out);

/* Writes the result file of an attempt, by its number from 1, the latest first. name: of the learner, or NULL for a
 * made up one. packs: besides the installed ones, or NULL. target: the file, or NULL for standard output. */
int tool_history_result (
  GFile *file, guint number, const char *name, const char *const *packs, const char *target, ToolOut *out);

G_END_DECLS
