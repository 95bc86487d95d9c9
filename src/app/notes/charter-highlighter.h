/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-notes.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* Highlights in a lesson's paragraphs, entries of lists and cells. With the pointer, words are selected as anywhere,
 * and a menu offers what to do with them. With keys that has to be asked for, or each paragraph would be a stop on the
 * way: then Tab leads from one to the next, the arrows move in it, and Escape ends it. */
#define CHARTER_TYPE_HIGHLIGHTER (charter_highlighter_get_type ())
G_DECLARE_FINAL_TYPE (CharterHighlighter, charter_highlighter, CHARTER, HIGHLIGHTER, GObject)

/* page: borrowed, holds all passages and outlives this. study, pack: kept; lesson: the pack's.
 * Returns: (transfer full) */
CharterHighlighter *
charter_highlighter_new (GtkWidget *page, CharterStudy *study, CharterPack *pack, const CharterLesson *lesson);

/* Takes the passages of a section that is shown. */
void charter_highlighter_add_section (CharterHighlighter *self, GtkWidget *blocks, const CharterSection *section);
/* After all of them: shows what is highlighted. */
void charter_highlighter_refresh (CharterHighlighter *self);

/* Highlights what is selected, or offers what can be done with the highlight at the cursor; else begins selecting with
 * keys in the section. section: may be NULL. */
void charter_highlighter_act (CharterHighlighter *self, const CharterSection *section);

G_END_DECLS
