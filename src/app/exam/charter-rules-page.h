/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* The rules of an exam before it is sat: how much, how long, what can't be returned to, where the rules come from, and
 * what the packs at hand lack for it. The form is drawn meanwhile, and Start gives way to its first question. One that
 * was left half-way can be gone on with; it is over once another one is started. */
#define CHARTER_TYPE_RULES_PAGE (charter_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterRulesPage, charter_rules_page, CHARTER, RULES_PAGE, AdwBin)

/* window: the one it will be on. pack: kept, exam is its. Returns: (transfer floating) */
GtkWidget *charter_rules_page_new (CharterWindow *window, CharterPack *pack, const CharterExam *exam);

G_END_DECLS
