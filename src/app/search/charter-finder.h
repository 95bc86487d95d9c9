/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-library.h"
#include "charter-search.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* Finds in all packs at hand, and in what the learner noted. Each pack is made ready for it once, in a thread; it emits
 * "changed" when that is done, and whenever other packs are at hand. */
#define CHARTER_TYPE_FINDER (charter_finder_get_type ())
G_DECLARE_FINAL_TYPE (CharterFinder, charter_finder, CHARTER, FINDER, GObject)

/* library, study: kept. Returns: (transfer full) */
CharterFinder *charter_finder_new (CharterLibrary *library, CharterStudy *study);
/* Looks again which packs are at hand: the library does not tell of those that are only looked at. */
void charter_finder_refresh (CharterFinder *self);

/* Whether all packs were ready once. */
gboolean charter_finder_is_ready (CharterFinder *self);
guint charter_finder_get_n_packs (CharterFinder *self);
/* As charter_search_find. Returns: (transfer full) (element-type CharterHit) they hold until "changed" */
GArray *charter_finder_find (CharterFinder *self, const char *const *words);

G_END_DECLS
