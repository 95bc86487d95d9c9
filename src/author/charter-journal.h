/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was written and not saved, kept in a folder of its own so that it survives whatever ends the program. Each draft
 * has one file there, which is replaced as a whole and made safe before it counts. */
typedef struct {
  char *name; /* of its file in the folder */
  char *uri;  /* of the file that was being written; NULL for one that had none yet */
  char *base; /* SHA-256 of what had been saved of it */
  GBytes *text;
} CharterJournal;

void charter_journal_free (CharterJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterJournal, charter_journal_free)

/* What a draft's file there is called. file: NULL for one that has none yet, which gets a name of its own.
 * Returns: (transfer full) */
char *charter_journal_dup_name (GFile *file);

/* folder: made where it is missing. file: may be NULL. base: what was saved of it, may be empty. error: of the disk */
gboolean
charter_journal_write (GFile *folder, const char *name, GFile *file, GBytes *base, GBytes *text, GError **error);
/* Returns: (transfer full) (nullable) NULL where there is none, or it can't be understood */
CharterJournal *charter_journal_read (GFile *folder, const char *name);
/* Where it is not there, nothing happens. */
void charter_journal_remove (GFile *folder, const char *name);
/* Those that had no file yet. Returns: (transfer full) names, sorted */
GPtrArray *charter_journal_list_unnamed (GFile *folder);

/* Whether it was written upon what these bytes are. */
gboolean charter_journal_is_upon (const CharterJournal *self, GBytes *bytes);

G_END_DECLS
