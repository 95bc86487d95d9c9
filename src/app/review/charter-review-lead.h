/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-lead.h"
#include "charter-recall.h"

G_BEGIN_DECLS

/* A review on a page: a CharterRecall, with the notes on why a question is due, the grades above the footer, and the
 * number keys that choose one. Its actions are
 *
 *   review.grade      u  chooses a CharterGrade and goes on
 *   review.leave-out     leaves the question out of reviews, with a way to undo that
 *   review.tell-why      opens what tells why it is due */
#define CHARTER_TYPE_REVIEW_LEAD (charter_review_lead_get_type ())
G_DECLARE_FINAL_TYPE (CharterReviewLead, charter_review_lead, CHARTER, REVIEW_LEAD, CharterLead)

/* Both are kept. session: a review. */
CharterReviewLead *charter_review_lead_new (CharterStudy *study, CharterSession *session);
CharterRecall *charter_review_lead_get_recall (CharterReviewLead *self); /* (transfer none) */

G_END_DECLS
