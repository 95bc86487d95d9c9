/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-notes.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* Beside a section's heading: its bookmark, and a menu of what one can leave there; it keeps itself up to date. */
#define CHARTER_TYPE_SECTION_TOOLS (charter_section_tools_get_type ())
G_DECLARE_FINAL_TYPE (CharterSectionTools, charter_section_tools, CHARTER, SECTION_TOOLS, GtkBox)

/* study, pack: kept. Returns: (transfer floating) */
GtkWidget *charter_section_tools_new (CharterStudy *study, CharterPack *pack, const CharterSection *section);
/* For below the heading: the note on the section, nothing where there is none. Returns: (transfer floating) */
GtkWidget *charter_section_tools_get_note (CharterSectionTools *self);

const CharterSection *charter_section_tools_get_section (CharterSectionTools *self);

void charter_section_tools_toggle_bookmark (CharterSectionTools *self);
void charter_section_tools_write_note (CharterSectionTools *self);

G_END_DECLS
