/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-lead.h"
#include "charter-look.h"

G_BEGIN_DECLS

/* The header bar of a question: which one it is, the ways back and to look back, the flag, the menu, and what the lead
 * has there. Its buttons have a page’s actions, and it has some for a page: those of the flag. */
#define CHARTER_TYPE_QUESTION_HEADER (charter_question_header_get_type ())
G_DECLARE_FINAL_TYPE (CharterQuestionHeader, charter_question_header, CHARTER, QUESTION_HEADER, AdwBin)

/* Once, before anything is shown: takes the lead’s tools, and gives page the flag’s actions. */
void charter_question_header_follow (CharterQuestionHeader *self, CharterLead *lead, GtkWidget *page);
/* The look’s session: kept. sheet: the title of what stands in the question’s place, or NULL. looks: whether there is
 * anything else to look at */
void
charter_question_header_show (CharterQuestionHeader *self, const CharterLook *look, const char *sheet, gboolean looks);
/* On a phone the time of an exam leaves room for little else. */
void charter_question_header_set_narrow (CharterQuestionHeader *self, gboolean narrow);

G_END_DECLS
