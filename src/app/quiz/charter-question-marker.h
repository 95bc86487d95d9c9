/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-look.h"

G_BEGIN_DECLS

/* The words of a question and of its situation that somebody highlights while thinking, as the session has them. It
 * emits
 *
 *   changed        something is highlighted, or no longer: the session has it
 *   told    words  what is to be told of that, a string
 *   left           the keys that select have done: the focus is to go to the question */
#define CHARTER_TYPE_QUESTION_MARKER (charter_question_marker_get_type ())
G_DECLARE_FINAL_TYPE (CharterQuestionMarker, charter_question_marker, CHARTER, QUESTION_MARKER, GObject)

/* page: borrowed, holds both and outlives this. Returns: (transfer full) */
CharterQuestionMarker *charter_question_marker_new (GtkWidget *page);

/* Another question. situation: what shows it, empty where there is none. look: copied; its session is kept */
void charter_question_marker_set_look (CharterQuestionMarker *self,
                                       GtkWidget *situation,
                                       GtkWidget *stem,
                                       const CharterLook *look);
/* Highlights what is selected, or takes the highlight at the cursor away; else begins to select with keys, in
 * the stem if it is to be seen. */
void charter_question_marker_act (CharterQuestionMarker *self);

G_END_DECLS
