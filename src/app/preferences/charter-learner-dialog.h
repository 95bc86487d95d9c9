/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-learners.h"

G_BEGIN_DECLS

/* Asks what a learner is called. It emits "named" (utf8) when they are on the list under that name. */
#define CHARTER_TYPE_LEARNER_DIALOG (charter_learner_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CharterLearnerDialog, charter_learner_dialog, CHARTER, LEARNER_DIALOG, AdwWindow)

/* learner: who gets another name; NULL for somebody new. Returns: (transfer none) */
CharterLearnerDialog *charter_learner_dialog_show (GtkWindow *parent, const CharterLearner *learner);

G_END_DECLS
