/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-look.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* What the learner wrote about the question on a page, shown below its feedback. Its actions, which a page has below
 * the name “note”, are
 *
 *   note.write     opens the note on the question
 *   note.dispute   opens its dispute, once it is answered
 *
 * In an exam there are neither: what was written may tell the key. */
#define CHARTER_TYPE_QUESTION_NOTES (charter_question_notes_get_type ())
G_DECLARE_FINAL_TYPE (CharterQuestionNotes, charter_question_notes, CHARTER, QUESTION_NOTES, AdwBin)

GActionGroup *charter_question_notes_get_actions (CharterQuestionNotes *self); /* (transfer none) */
/* Once, before anything is shown. study: kept. */
void charter_question_notes_set_study (CharterQuestionNotes *self, CharterStudy *study);
/* Another question. The look’s session: kept. */
void charter_question_notes_set_look (CharterQuestionNotes *self, const CharterLook *look);
/* The question as it now stands. */
void charter_question_notes_show (CharterQuestionNotes *self);

G_END_DECLS
