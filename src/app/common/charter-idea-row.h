/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-report-ideas.h"

G_BEGIN_DECLS

/* A misconception that answers stand for: its title; opened, what puts it right, and the way to the section that
 * teaches it. Where the pack says neither, it does not open.
 *
 * pack: the misconception’s own, kept. line: below the title, plain text, or NULL. Returns: (transfer floating) an
 * AdwExpanderRow */
GtkWidget *charter_idea_row_new (CharterPack *pack, const CharterMisconception *idea, const char *line);

/* “This choice often comes from” over a list of rows, for what one answer stands for.
 * ideas: (element-type CharterReportIdea). Returns: (transfer floating) (nullable) NULL where there are none */
GtkWidget *charter_idea_row_new_group (GArray *ideas);

G_END_DECLS
