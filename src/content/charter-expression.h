/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-value.h"

G_BEGIN_DECLS

/* The small arithmetic of drills: + - * / ^, a minus sign before a value, parentheses, decimals with a full stop,
 * names, and min (a, b, …), max (a, b, …), round (x) and round (x, places), sqrt (x), abs (x). ^ binds tightest and
 * from the right, so -2^2 is −4 and 2^3^2 is 512. Nothing here has side effects, and length and depth are bounded, so
 * any text may be given. */
typedef struct _CharterExpression CharterExpression;

#define CHARTER_EXPRESSION_MAX_LENGTH 400 /* bytes */
#define CHARTER_EXPRESSION_MAX_DEPTH 32   /* parentheses, signs and powers inside one another */

#define CHARTER_EXPRESSION_ERROR (charter_expression_error_quark ())
GQuark charter_expression_error_quark (void);

/* SYNTAX: it can't be read. NAME: a name stands for nothing. VALUE: it has no value (division by zero and the like).
 * The message is a sentence for the author, without a full stop at its end, that tells the place as a character
 * counted from 1. */
typedef enum {
  CHARTER_EXPRESSION_ERROR_SYNTAX,
  CHARTER_EXPRESSION_ERROR_NAME,
  CHARTER_EXPRESSION_ERROR_VALUE,
} CharterExpressionError;

/* Returns: (transfer full) (nullable) */
CharterExpression *charter_expression_parse (const char *text, GError **error);
void charter_expression_free (CharterExpression *expression);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterExpression, charter_expression_free)

/* The names it uses, each once, in the order in which they first stand. Returns: (transfer none) NULL-terminated */
const char *const *charter_expression_get_names (const CharterExpression *expression);

/* Returns: FALSE where nothing has that name; value is then untouched. */
typedef gboolean (*CharterExpressionLookup) (const char *name, CharterValue *value, gpointer data);

/* lookup: may be NULL, then no name is known. value: (out) finite where TRUE is returned. */
gboolean charter_expression_evaluate (const CharterExpression *expression,
                                      CharterExpressionLookup lookup,
                                      gpointer data,
                                      CharterValue *value,
                                      GError **error);

/* Whether text has the form of a name (a small letter, then small letters, digits and _) and is no function's. */
gboolean charter_expression_is_name (const char *text);

G_END_DECLS
