/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-expression.h"
#include "charter-item.h"

G_BEGIN_DECLS

/* What a drill's lets are worth for one seed. A let that is drawn takes from, from + step, from + 2 step and so on
 * up to to, each as likely as the others, exactly; one that is computed may use the lets above it. Where something
 * can't be computed, all are drawn anew, up to 100 times. */
typedef struct _CharterDrillValues CharterDrillValues;

/* item: a drill. error: CHARTER_EXPRESSION_ERROR. Returns: (transfer full) (nullable) */
CharterDrillValues *charter_drill_draw (const CharterItem *item, guint64 seed, GError **error);
void charter_drill_values_free (CharterDrillValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterDrillValues, charter_drill_values_free)

/* The value of an expression over the lets: a key, a near miss, a place in the text. */
gboolean
charter_drill_evaluate (const CharterDrillValues *values, const char *expression, CharterValue *value, GError **error);

/* The next "{…}" of a text, or the next "{{", which is a plain brace: close is then the second one. Returns: FALSE
 * where there is neither; open then points to a "{" without its "}", or is NULL. */
gboolean charter_drill_find_place (const char *text, const char **open, const char **close);

/* A copy of item as it is put to somebody: in the words of its stem, hint, rationale and near misses each {name} and
 * {expression} has become its value, with at most 6 decimals and a true minus sign before negative ones. What can't be
 * computed stays as written. Key and scoring are item's. item: a drill, which has to live as long as the copy.
 * Returns: (transfer full) to be freed with charter_drill_free_filled */
CharterItem *charter_drill_new_filled (const CharterItem *item, guint64 seed);
void charter_drill_free_filled (CharterItem *item);

/* For the loader, when the whole item is read: draws 64 ways to take the ends of the lets, and 64 seeds, and computes
 * every let, the answer and the near misses. The message names the expression, its fault and the numbers it met. */
gboolean charter_drill_check (const CharterItem *item, GError **error);
/* The same for the places in one of its texts; for "{" without "}" too. */
gboolean charter_drill_check_text (const CharterItem *item, const char *plain, GError **error);

G_END_DECLS
