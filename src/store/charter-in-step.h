/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-folder.h"

G_BEGIN_DECLS

/* What came of bringing a log and a shared folder into step. */
typedef struct {
  guint n_in;          /* events that came in, without those that were erased */
  guint n_out;         /* events that went out */
  gint64 n_missing;    /* events of other devices that have not arrived, though later ones have */
  GPtrArray *troubles; /* CharterTrouble: what was found in the folder and left, what could not be done */
} CharterInStep;

CharterInStep *charter_in_step_new (void);
void charter_in_step_free (CharterInStep *in_step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterInStep, charter_in_step_free)

G_END_DECLS
