/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* The place Learn: every pack of the library with its lessons, what of them is read, and its scenarios. */
#define CHARTER_TYPE_LEARN_PAGE (charter_learn_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterLearnPage, charter_learn_page, CHARTER, LEARN_PAGE, AdwBin)

/* Both are kept. Returns: (transfer floating) */
GtkWidget *charter_learn_page_new (CharterLibrary *library, CharterStudy *study);

/* A pack's lessons, scenarios and banks as rows that open them; those without a question to ask are left out. study
 * may be NULL. Returns: (transfer floating) (nullable) NULL where it has none */
GtkWidget *
charter_learn_make_lessons (CharterPack *pack, CharterStudy *study, const char *title, const char *description);
GtkWidget *charter_learn_make_scenarios (CharterPack *pack, const char *title);
GtkWidget *charter_learn_make_banks (CharterPack *pack, const char *title);

/* Says why nothing of a pack can be played though it has questions: all are kept for mocks.
 * Returns: (transfer floating) (nullable) NULL where something can be played, or there are no questions */
GtkWidget *charter_learn_make_reason (CharterPack *pack, const char *title);

G_END_DECLS
