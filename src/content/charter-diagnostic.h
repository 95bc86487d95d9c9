/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One fault of a pack, in words an instructor understands. Advice is no fault, and no loader tells it. */
typedef enum { CHARTER_SEVERITY_ERROR, CHARTER_SEVERITY_WARNING, CHARTER_SEVERITY_ADVICE } CharterSeverity;

typedef struct {
  CharterSeverity severity;
  const char *code; /* a stable short name for scripts, such as "unknown-element"; static */
  guint line;       /* from 1; 0 where the whole file is meant */
  guint column;     /* in characters, from 1 */
  char *found;      /* what stands there */
  char *expected;   /* what should stand there */
  char *mend;       /* what to do about it */
} CharterDiagnostic;

/* "12:5: found; expected; mend". With a name: "name:12:5: …"; a warning: "12:5: warning: …"; advice
 * has its code at its end: "12:5: advice: … [code]". name may be NULL.
 * Returns: (transfer full) */
char *charter_diagnostic_to_string (const CharterDiagnostic *diagnostic, const char *name);

/* Returns: (transfer full) */
CharterDiagnostic *charter_diagnostic_copy (const CharterDiagnostic *diagnostic);
void charter_diagnostic_free (CharterDiagnostic *diagnostic);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterDiagnostic, charter_diagnostic_free)

G_END_DECLS
