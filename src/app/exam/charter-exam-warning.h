/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-sitting.h"

G_BEGIN_DECLS

/* Tells that an exam’s time runs short, above the question and not over it, until somebody has seen it. sitting:
 * borrowed. Returns: (transfer floating) */
GtkWidget *charter_exam_warning_new (CharterSitting *sitting);

G_END_DECLS
