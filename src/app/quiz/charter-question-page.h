/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-recall.h"

G_BEGIN_DECLS

/* A session on the screen, question by question, its situation beside them. An answer is locked while it is made
 * safe, and its feedback comes only then. Leaving keeps the place. After the last answer it gives way to the score
 * report; a review goes on until nothing is due. */
#define CHARTER_TYPE_QUESTION_PAGE (charter_question_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterQuestionPage, charter_question_page, CHARTER, QUESTION_PAGE, AdwBin)

/* Both are kept. Returns: (transfer floating) */
GtkWidget *charter_question_page_new (CharterStudy *study, CharterSession *session);

gboolean charter_question_page_is_exam (CharterQuestionPage *self);
/* Returns: (transfer none) (nullable) the review that it shows; NULL where it shows none */
CharterRecall *charter_question_page_get_recall (CharterQuestionPage *self);

G_END_DECLS
