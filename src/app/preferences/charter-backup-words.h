/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-backups.h"

G_BEGIN_DECLS

/* What people read of a backup. Each: (transfer full) */

/* When it was made: “22 November 2026, 10:15”. */
char *charter_backup_words_dup_when (const CharterBackupFile *backup);
/* Why, how much is in it, and how large it is: “Made by you · 1,204 answers · 2.1 MB”. size: bytes */
char *charter_backup_words_dup_what (const CharterBackupFile *backup, guint64 size);

G_END_DECLS
