/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-library.h"
#include "charter-study-removals.h"

G_BEGIN_DECLS

/* What was deleted, begun anew or left out, in words. */

/* What it was, by its name where its pack is at hand. Returns: (transfer full) */
char *charter_removal_words_dup_what (const CharterRemoval *removal, CharterLibrary *library);
/* What was done with it and when, and how many answers it took along. Returns: (transfer full) */
char *charter_removal_words_dup_how (const CharterRemoval *removal);

G_END_DECLS
