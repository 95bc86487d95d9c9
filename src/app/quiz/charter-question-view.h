/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-lead.h"
#include "charter-look.h"

G_BEGIN_DECLS

/* A question to scroll through: its stem, what is to be done, the item itself, the hint once it is asked for, and below
 * it, once it is answered, what is told of it and what was written about it. It emits
 *
 *   response-changed   something else is chosen
 *   marked             an option is struck out, or no longer: the session has it
 *   activated          somebody wants to go on from the item itself, as with Enter */
#define CHARTER_TYPE_QUESTION_VIEW (charter_question_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterQuestionView, charter_question_view, CHARTER, QUESTION_VIEW, AdwBin)

/* Once, before anything is shown: takes the lead’s notes, and gives page the actions of what is written. */
void charter_question_view_follow (CharterQuestionView *self, CharterLead *lead, GtkWidget *page);
/* Another question, from its beginning. The look’s session: kept. */
void charter_question_view_set_look (CharterQuestionView *self, const CharterLook *look);
/* The question as it now stands. */
void charter_question_view_show (CharterQuestionView *self);

/* Returns: (transfer none) what is chosen on the screen */
CharterResponse *charter_question_view_get_response (CharterQuestionView *self);
/* What is struck out, as the session now has it. */
void charter_question_view_show_struck (CharterQuestionView *self);
/* Tells words, a note about what was done to the question, to whoever can't see it. */
void charter_question_view_tell (CharterQuestionView *self, const char *words);
GtkWidget *charter_question_view_get_stem (CharterQuestionView *self); /* (transfer none) what shows it */
/* Types words as the answer, where one is typed and can still be. */
void charter_question_view_type (CharterQuestionView *self, const char *words);
/* A key that chooses: a number, or for options a letter, which with Shift strikes out. Returns: whether it was taken */
gboolean charter_question_view_press (CharterQuestionView *self, guint keyval, GdkModifierType modifiers);
/* To the item. Returns: whether it took the focus */
gboolean charter_question_view_focus (CharterQuestionView *self);

G_END_DECLS
