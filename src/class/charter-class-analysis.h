/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-item.h"

G_BEGIN_DECLS

/* What the results of a class say of its learners, of the test, and of each item. What can't be told is NAN. */

typedef struct {
  guint n;             /* learners */
  guint n_items;       /* that any of them was asked, under each of its keys */
  double mean_items;   /* that a learner was asked, on average */
  gboolean same_items; /* everybody had all of them */
  double maximum;      /* points that everybody could reach; 0 where not all could reach the same */
  double mean, deviation, median, least, most; /* of the learners' shares of their points, 0 to 1 */

  /* The internal consistency (Cronbach's alpha) in per cent: 100 · P / (P − 1) · (1 − Σ var item / var total). Where
   * learners had different items it is that of a test as long as theirs are on average, from the mean variance v of
   * the items and the mean covariance c of pairs of them, 100 · P · c / (v + (P − 1) · c), each pair counting by those
   * who had both; where all had the same, both are equal. */
  double consistency;
  double error_ratio;    /* 100 · √(1 − consistency / 100): how much of the spread is chance */
  double standard_error; /* of one learner's share: error ratio / 100 · deviation; 0 to 1 */
} CharterClassFigures;

typedef struct {
  CharterClassTable *table;
  CharterClassFigures figures;
  GPtrArray *items; /* CharterClassItem, in the order of the table's columns */
  GArray *ideas;    /* CharterClassIdea of all items together, the most frequent first; those that nobody showed too */
  guint n_upper, n_lower; /* learners in the best and the weakest third, those as good or weak as its last with them */
} CharterClassAnalysis;

/* table: (transfer full). Returns: (transfer full) */
CharterClassAnalysis *charter_class_analysis_new (CharterClassTable *table);
void charter_class_analysis_free (CharterClassAnalysis *analysis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterClassAnalysis, charter_class_analysis_free)

G_END_DECLS
