/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-report.h"

G_BEGIN_DECLS

/* A misconception that answers of a session stand for. */
typedef struct {
  CharterPack *pack;                         /* the item's, not kept */
  const CharterMisconception *misconception; /* the pack's */
  guint n_shown;                             /* answers that stand for it */
  guint first;                               /* the place of the first of them in the session, from 0 */
} CharterReportIdea;

/* Those that one answer's wrong choices stand for, each once; a ref that leads out of the pack tells nothing.
 * seed: the step's, as for scoring. Returns: (transfer container) (element-type CharterMisconception) */
GPtrArray *
charter_report_find_ideas (CharterPack *pack, const CharterItem *item, const CharterResponse *response, guint64 seed);

/* Those of all the answers that were given: the one shown most often first, and of those as often, the one shown first.
 * They live as long as the session's path. Returns: (transfer full) (element-type CharterReportIdea) */
GArray *charter_report_list_ideas (const CharterReport *report);

G_END_DECLS
