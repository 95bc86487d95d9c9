/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-domains.h"
#include "charter-readiness.h"
#include "charter-record.h"

G_BEGIN_DECLS

/* The first answers that tell how ready somebody is for an exam, by its domains: of items that the exam draws from,
 * kept for mocks or not, and no older than since. An item whose first answer was taken back after its feedback was seen
 * has none. Those that a hint came with are among them: the records don't tell. */

/* Of one pack, added to strata, one for each of the domains. home: the exam's pack. records: (element-type
 * CharterItemRecord) of the pack's items under the keys that they have now. since: microseconds since 1970 */
void charter_first_answers_add (const CharterDomains *domains,
                                const CharterPack *home,
                                const CharterExam *exam,
                                const CharterPack *pack,
                                GPtrArray *records,
                                gint64 since,
                                CharterStratum *strata);
/* Whether an exam draws from a pack at all. */
gboolean charter_first_answers_are_in (const CharterPack *home, const CharterExam *exam, const CharterPack *pack);
/* How many questions count in one such exam. Returns: at least 1 */
guint charter_first_answers_count_questions (const CharterExam *exam);

G_END_DECLS
