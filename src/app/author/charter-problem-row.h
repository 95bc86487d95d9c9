/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-diagnostic.h"

G_BEGIN_DECLS

/* What was found as a row: a sign of how bad it is, what should be there and what to do about it, and its line.
 * Returns: (transfer floating) */
AdwActionRow *charter_problem_row_new (const CharterDiagnostic *diagnostic);

G_END_DECLS
