/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-recall.h"

G_BEGIN_DECLS

/* What a review came to, or that nothing is due; and in both cases what comes next. */
#define CHARTER_TYPE_REVIEW_END_PAGE (charter_review_end_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterReviewEndPage, charter_review_end_page, CHARTER, REVIEW_END_PAGE, AdwBin)

/* recall: the review that is over, kept; NULL where there was nothing to begin. Returns: (transfer floating) */
GtkWidget *charter_review_end_page_new (CharterStudy *study, CharterRecall *recall);

G_END_DECLS
