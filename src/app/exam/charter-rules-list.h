/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-form.h"

G_BEGIN_DECLS

/* The rules of an exam as rows. form: what was drawn, whose numbers go before the profile's, or NULL while it is not
 * there. Returns: (transfer floating) */
GtkWidget *charter_rules_list_new (const CharterExam *exam, CharterPack *pack, const CharterForm *form);

/* What the packs at hand lack, and what that means. Returns: (transfer floating) (nullable) NULL where nothing does */
GtkWidget *charter_rules_lacks_new (const CharterForm *form);

/* Where the rules come from, each with the day on which it was looked at. Returns: (transfer floating) (nullable) NULL
 * where the exam says nothing of it */
GtkWidget *charter_rules_sources_new (const CharterExam *exam, CharterPack *pack);

G_END_DECLS
