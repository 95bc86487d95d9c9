/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-path.h"

G_BEGIN_DECLS

/* What somebody has seen of an item: how often it was put, and when last, in seconds since 1970. */
typedef struct {
  guint times;
  gint64 last;
} CharterSeen;

typedef CharterSeen (*CharterSeenFunc) (const CharterPack *pack, const CharterItem *item, gpointer data);

typedef struct {
  const CharterShare *share; /* the exam's */
  guint wanted, found;
} CharterFormShare;

/* A paper drawn by the rules of an exam, its items in the order in which they are put. It keeps its packs alive. */
typedef struct {
  CharterPack *home; /* the exam's */
  const CharterExam *exam;
  guint64 seed;
  const CharterPaperItem *items;
  guint n_items;
  const CharterPaperSection *sections; /* those that hold something; none where the exam has none */
  guint n_sections;
  const guint *section_cases; /* how many scenarios stand first in each of them */
  guint minutes;              /* of a smaller form in proportion, rounded up: the pace stays */
  const CharterFormShare *shares;
  guint n_shares;
  const char *const *lacks; /* what the bank lacks, a sentence each; NULL-terminated */
} CharterForm;

/* Draws a form. packs: those at hand, whichever the exam draws from are found by their ids; home need not be among
 * them. Those in another language than the exam's are left out. seen: may be NULL where nothing was seen.
 *
 *   how many   As many items as the exam wants; where the bank has fewer, a smaller form, its shares in proportion.
 *              Where the shares of topics leave no room for others, items of other topics come in a scenario only.
 *   shares     By largest remainder. A topic holds what is below it, and what counts as it. Topics go before
 *              approaches, and these before kinds; where they can't be met together, the fewest items are amiss.
 *   scenarios  Whole, as far as the exam draws their items, in one section; or not at all. Where a section wants cases,
 *              that is where they are; elsewhere they come as they fit.
 *   which      What was never seen, then what was not seen for longest; of equals the seed decides. So the same exam,
 *              packs, seed and history give the same form everywhere, and an item's chances don't hang on where it is
 *              written.
 *   unscored   Of the items outside scenarios, spread over topics in proportion.
 *   order      In a section scenarios first; then the others, the same topic not twice in a row where that can be
 *              helped.
 *
 * Returns: (transfer full) a form, which has no items where nothing was found */
CharterForm *charter_form_draw (
  CharterPack *home, const CharterExam *exam, GPtrArray *packs, guint64 seed, CharterSeenFunc seen, gpointer data);
void charter_form_free (CharterForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterForm, charter_form_free)

/* The path of this form, to begin a session with. error: where it has no items. Returns: (transfer full) (nullable) */
CharterPath *charter_form_new_path (const CharterForm *self, GError **error);

G_END_DECLS
