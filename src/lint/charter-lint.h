/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagnostic.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* Advice for those who write questions: what makes one easier to guess, harder to read or less worth asking than it
 * looks. A rule knows nothing of the subject, so what it tells may be right as it is: each is advice, and no fault. */

/* What a rule says of itself, in the source language: hand it to gettext. */
typedef struct {
  const char *code;     /* its name for scripts and for “ignore”: "longest-key" */
  const char *bad;      /* an example of what it tells */
  const char *good;     /* the same mended */
  const char *expected; /* what should be */
  const char *mend;     /* what to do about it */
  const char *reason;   /* why it matters to those who are asked */
  const char *source;   /* who says so, or NULL where it is our own rule */
  gboolean by_exam;     /* it holds packs that an exam draws from against its rules */
  gboolean by_words;    /* it judges by lists of words, and is silent where it has none for the pack's language */
} CharterLintRule;

/* All rules, one index after the other from 0. Returns: (nullable) static; NULL behind the last */
const CharterLintRule *charter_lint_get_rule (guint index);

/* A pack that was read from bytes. All is borrowed, but for findings. */
typedef struct {
  const char *name; /* what its file is called where one finding names two files */
  CharterPack *pack;
  GBytes *bytes;
  GPtrArray *findings; /* (out) (transfer full) of CharterDiagnostic, in the order of the file */
} CharterLintFile;

/* Looks at packs together: a question may be asked twice in two of them. home, exam: the pack and the exam by whose
 * rules they are to be judged, too, or NULL. Time is in proportion to the packs' size, and so is memory. */
void charter_lint_check (CharterLintFile *files, guint n_files, CharterPack *home, const CharterExam *exam);

G_END_DECLS
