/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-pile.h"

G_BEGIN_DECLS

/* The answers of a class to one scenario, bank or exam, item by item: what all figures are made of.
 *
 * Only first attempts are in it, and only of what counts: a later one tells of what was learnt in between. Learners are
 * told apart by their names; of one learner's answers to an item under one key the earliest day's is the first,
 * whatever its file says. What has no answer in an exam is worth nothing, as in the exam. Learners need not have had
 * the same items: an item that somebody was not asked says nothing of that learner. */

typedef struct {
  guint learner;                    /* an index */
  const CharterClassAnswer *answer; /* the pile's */
  double points;                    /* of the column's maximum */
  gboolean correct;                 /* all of it right */
} CharterClassMark;

/* An item under one key. */
typedef struct {
  const char *pack, *id, *key_hash; /* the pile's */
  CharterItemKind kind;
  double maximum; /* above 0 */
  CharterPack *home;
  const CharterItem *item; /* NULL where its pack is not at hand, or has it under another key; home then too */
  gboolean other_key;      /* that it has */
  GArray *marks;           /* CharterClassMark, one a learner */
} CharterClassColumn;

typedef struct {
  const char *name; /* the pile's */
  guint n;          /* marks */
  double points, maximum;
} CharterClassLearner;

typedef struct {
  GPtrArray *columns; /* CharterClassColumn, as the first of the papers that has them asks them */
  GArray *learners;   /* CharterClassLearner, each with a mark at least */
  GPtrArray *faults;  /* CharterClassFault: what else is to be said of files */
  GPtrArray *packs;   /* CharterPack, those at hand */
} CharterClassTable;

/* pile: lives longer. packs: (element-type CharterPack) those at hand; with an item's own its answer is scored anew, so
 * that what a file says of points is not believed. Returns: (transfer full) */
CharterClassTable *
charter_class_table_new (const CharterClassPile *pile, const char *pack, const char *group, GPtrArray *packs);
void charter_class_table_free (CharterClassTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterClassTable, charter_class_table_free)

G_END_DECLS
