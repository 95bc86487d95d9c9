/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-session.h"

G_BEGIN_DECLS

/* What is told below an answered question: what a wrong answer stands for, why, its twin, and the section to read
 * again. */
#define CHARTER_TYPE_FEEDBACK (charter_feedback_get_type ())
G_DECLARE_FINAL_TYPE (CharterFeedback, charter_feedback, CHARTER, FEEDBACK, AdwBin)

/* Another question. session: kept. */
void charter_feedback_set_step (CharterFeedback *self, CharterSession *session, guint position);
/* answered: whether its answer is given for good; if not, nothing is told. */
void charter_feedback_show (CharterFeedback *self, gboolean answered);

G_END_DECLS
