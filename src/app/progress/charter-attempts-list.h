/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* The attempts that are over, the latest first: what it was, when, and with what score. One that is opened shows its
 * report or its ending, from where it can be deleted. It follows the history by itself. */
#define CHARTER_TYPE_ATTEMPTS_LIST (charter_attempts_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterAttemptsList, charter_attempts_list, CHARTER, ATTEMPTS_LIST, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_attempts_list_new (void);
/* Reads it anew, as far as it was unfolded. Both are kept. */
void charter_attempts_list_show (CharterAttemptsList *self, CharterStudy *study, CharterLibrary *library);

G_END_DECLS
