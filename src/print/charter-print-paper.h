/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-document.h"
#include "charter-versions.h"

G_BEGIN_DECLS

/* title: of the scenario, bank or exam. minutes: the time for it, 0 where there is no limit.
 * Returns: (transfer full) the questions of a version, to be answered with a pen */
CharterDocument *
charter_print_paper_new (const CharterVersions *versions, guint version, const char *title, guint minutes);

/* Returns: (transfer full) its key: answers, points, why, where to read on; and where each question stands in the other
 * versions */
CharterDocument *charter_print_key_new (const CharterVersions *versions, guint version, const char *title);

G_END_DECLS
