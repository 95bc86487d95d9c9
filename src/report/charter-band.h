/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-interval.h"

G_BEGIN_DECLS

/* Charter's own words for how the answers of one domain stand to a mark. They are no examiner's: an examiner has other
 * cut-offs, and keeps them to itself.
 *
 * A band tells the share right and the interval in which what somebody knows probably lies (Wilson's 95 %) against one
 * mark, and follows from them alone:
 *
 *   secure     the whole interval is at the mark or above
 *   promising  the share is at the mark or above, the interval reaches below it
 *   unsettled  the share is below the mark, the interval reaches it
 *   weak       the whole interval is below the mark
 *
 * It is withheld while the answers are so few that all of them right would not be secure, or none of them right not be
 * weak: for a mark of 70 % below 9 answers. */
typedef enum {
  CHARTER_BAND_NONE, /* withheld */
  CHARTER_BAND_WEAK,
  CHARTER_BAND_UNSETTLED,
  CHARTER_BAND_PROMISING,
  CHARTER_BAND_SECURE,
} CharterBand;

#define CHARTER_N_BANDS (CHARTER_BAND_SECURE + 1)

/* Where the profile has no mark of its own: our own, for no examiner publishes one. */
#define CHARTER_BAND_MARK 0.7

/* mark: 0 to 1. */
CharterBand charter_band_find (guint n_right, guint n, double mark);
/* The fewest answers of which a band is told, for a mark. Returns: G_MAXUINT where no number is enough */
guint charter_band_count_least (double mark);

/* As files have it: "secure"; "none". */
const char *charter_band_get_name (CharterBand band);
/* “Secure”. */
const char *charter_band_get_title (CharterBand band);
/* What it means, in a sentence that says the mark. Returns: (transfer full) */
char *charter_band_dup_meaning (CharterBand band, double mark);

G_END_DECLS
