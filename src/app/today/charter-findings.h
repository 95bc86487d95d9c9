/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* Questions to be practised together, at most ten. */
typedef struct {
  CharterPack *pack; /* that they are of; that of an idea, whose questions may be of any. NULL where there are none */
  char **names;      /* of the questions: "pack#id" */
  guint n;           /* how many there are in all; of an idea, how many still show it */
} CharterFindingsSet;

/* What Today tells that is not known by heart: it takes a look into the history. What an open exam asks is left out of
 * all of it. */
typedef struct {
  guint n_due, n_fading;            /* questions due, and those of them likely forgotten by tomorrow */
  CharterFindingsSet idea;          /* against the misconception that is most worth it */
  const CharterMisconception *what; /* that misconception, of the idea's pack */
  CharterFindingsSet mistakes;      /* of the pack that has most of them */
  CharterFindingsSet unmet;         /* never answered, of the pack that has most of them */
  guint n_seen, n_items;            /* questions met, and all that are not kept for mocks, over all packs */
  GHashTable *n_new;                /* of each pack, by its id: questions never met, also those kept for mocks */
} CharterFindings;

void charter_findings_free (CharterFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterFindings, charter_findings_free)

/* packs: (element-type CharterPack) those of the library; kept, and not to be changed.
 * Returns from finish: (transfer full) (nullable) */
void charter_findings_load_async (
  CharterStudy *study, GPtrArray *packs, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterFindings *charter_findings_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
