/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-report.h"

G_BEGIN_DECLS

/* A misconception that answers of a session stand for: one by its pack and id, however often that was read anew. */
typedef struct {
  CharterPack *pack;                         /* its own, which need not be the item's; kept by the array */
  const CharterMisconception *misconception; /* the pack's */
  guint n_shown;                             /* answers that stand for it */
  guint first;                               /* the place of the first of them in the session, from 0 */
} CharterReportIdea;

/* Those that one answer's wrong choices stand for, each once; one of another pack where that pack is at hand.
 * seed: the step's, as for scoring. Returns: (transfer full) (element-type CharterReportIdea) each shown once, at 0 */
GArray *
charter_report_find_ideas (CharterPack *pack, const CharterItem *item, const CharterResponse *response, guint64 seed);

/* Those of all the answers that were given: the one shown most often first, and of those as often, the one shown first.
 * They live as long as the session's path. Returns: (transfer full) (element-type CharterReportIdea) */
GArray *charter_report_list_ideas (const CharterReport *report);

/* For lists of them: an empty one, and one more in it, unless it is there already or ref leads nowhere. */
GArray *charter_report_ideas_new (void);
void charter_report_ideas_add (GArray *ideas, CharterPack *pack, const char *ref);

G_END_DECLS
