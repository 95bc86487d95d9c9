/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-lead.h"
#include "charter-look.h"

G_BEGIN_DECLS

/* What stands below a question: the large button, which leads where the look’s way does, and beside it what helps, or
 * how right the answer was. Its buttons have a page’s actions. */
#define CHARTER_TYPE_QUESTION_FOOTER (charter_question_footer_get_type ())
G_DECLARE_FINAL_TYPE (CharterQuestionFooter, charter_question_footer, CHARTER, QUESTION_FOOTER, AdwBin)

void charter_question_footer_show (CharterQuestionFooter *self, CharterLead *lead, const CharterLook *look);
void charter_question_footer_set_narrow (CharterQuestionFooter *self, gboolean narrow);
/* To the large button. Returns: whether it took the focus */
gboolean charter_question_footer_focus (CharterQuestionFooter *self);

G_END_DECLS
