/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-fsrs.h"

G_BEGIN_DECLS

/* By what a learner's answers are scheduled. Each member is a setting in the log, so that every device folds the same
 * schedule from it. */
typedef struct {
  CharterWeights weights; /* "weights": 21 numbers, spaces between */
  double retention;       /* "retention": the recall to keep, 0.7 to 0.97 */
  int rollover;           /* "rollover": the minute after midnight at which a day begins, 0 to 1439 */
  guint longest;          /* "longest-interval": days, 1 to CHARTER_LONGEST_INTERVAL */
} CharterScheme;

#define CHARTER_SCHEME_ROLLOVER_DEFAULT 240 /* at four in the night a late evening is still the same day */

void charter_scheme_init (CharterScheme *scheme);
/* Takes a setting over. Returns: FALSE where it is none of the scheme's, or makes no sense; nothing changes then. */
gboolean charter_scheme_set (CharterScheme *scheme, const char *name, const char *value);
/* Whether a setting is the scheme's. */
gboolean charter_scheme_has (const char *name);

/* The text of a setting "weights". Returns: (transfer full) */
char *charter_weights_to_string (const CharterWeights *weights);

/* The learner's day, numbered from the 1st of January 1970. wall: microseconds since then. tz: minutes east of UTC. */
int charter_scheme_get_day (const CharterScheme *scheme, gint64 wall, int tz);
/* The other way round: the first moment of a day. Returns: microseconds since 1970 */
gint64 charter_scheme_get_beginning (const CharterScheme *scheme, int day, int tz);

G_END_DECLS
