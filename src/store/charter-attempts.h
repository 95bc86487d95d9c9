/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-database.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* Reads them. skip: how many of the latest to leave out. limit: how many to list at most.
 * Returns: (transfer full) (nullable) */
CharterAttempts *charter_attempts_load (sqlite3 *db, guint skip, guint limit, GError **error);
G_END_DECLS
