/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* Writes words for people: wrapped to the terminal's width, coloured only where a terminal is looked at and NO_COLOR is
 * not set, in the locale's character set. Text from files is harmless: its control characters are replaced. */
typedef struct _ToolOut ToolOut;

/* Styles, to be put anywhere into a text. They reach a terminal as colours and vanish elsewhere. */
#define TOOL_BOLD "\001"
#define TOOL_DIM "\002"
#define TOOL_GOOD "\003"
#define TOOL_BAD "\004"
#define TOOL_NOTE "\005"
#define TOOL_PLAIN "\006"

/* file: stdout or stderr, borrowed. Returns: (transfer full) */
ToolOut *tool_out_new (FILE *file);
void tool_out_free (ToolOut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolOut, tool_out_free)

gboolean tool_out_is_terminal (ToolOut *self);
/* Whether marks such as ✓ can be written. */
gboolean tool_out_is_unicode (ToolOut *self);
/* Columns that a line may have. */
guint tool_out_get_width (ToolOut *self);
/* How many columns a text takes, styles not counted. */
guint tool_out_measure (const char *text);

/* All lines that follow begin further right, or further left again. */
void tool_out_indent (ToolOut *self, int columns);
/* Writes a paragraph. lead stands before its first line; further lines are indented by lead's width. A line feed in
 * text begins a new line. */
void tool_out_wrap (ToolOut *self, const char *lead, const char *text);
void tool_out_wrapf (ToolOut *self, const char *lead, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Writes one line as it is, however long. */
void tool_out_line (ToolOut *self, const char *text);
void tool_out_linef (ToolOut *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Writes a question that waits on its own line. */
void tool_out_prompt (ToolOut *self, const char *text);
/* An empty line, unless there is one already or nothing was written. */
void tool_out_gap (ToolOut *self);
/* A heading, with such a line above it. */
void tool_out_heading (ToolOut *self, const char *heading);
/* Returns: FALSE where something could not be written. */
gboolean tool_out_flush (ToolOut *self);

G_END_DECLS
