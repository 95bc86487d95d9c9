/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study-grading.h"

G_BEGIN_DECLS

/* A list that tells why a question is due now, and after its answer what made its grade. */
#define CHARTER_TYPE_RECALL_NOTES (charter_recall_notes_get_type ())
G_DECLARE_FINAL_TYPE (CharterRecallNotes, charter_recall_notes, CHARTER, RECALL_NOTES, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_recall_notes_new (void);
/* grading: NULL while it is not known; answered: whether its answer is given. */
void charter_recall_notes_show (CharterRecallNotes *self, const CharterGrading *grading, gboolean answered);
/* Opens what tells why it is due, and brings the focus there. */
void charter_recall_notes_tell_why (CharterRecallNotes *self);

G_END_DECLS
