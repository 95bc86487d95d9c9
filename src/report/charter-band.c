/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-band.h"

#include <glib/gi18n-lib.h>

#define MOST_ANSWERS 10000 /* nobody gives more in one domain */

/* The one table of the bands. %d: the mark in per cent. */
static const struct {
  const char *name, *title, *meaning;
} bands[CHARTER_N_BANDS] = {
  { "none", N_ ("Too few answers"), N_ ("So few answers can’t be told apart from luck, with a mark of %d%%.") },
  { "weak", N_ ("Weak"), N_ ("The whole range is below %d%%.") },
  { "unsettled", N_ ("Unsettled"), N_ ("Less than %d%% right, but the range reaches it.") },
  { "promising", N_ ("Promising"), N_ ("%d%% right or more, but the range reaches below it.") },
  { "secure", N_ ("Secure"), N_ ("The whole range is at %d%% or above.") },
};

static gboolean
can_tell (guint n, double mark)
{
  return charter_interval_wilson (n, n).low >= mark && charter_interval_wilson (0, n).high < mark;
}

CharterBand
charter_band_find (guint n_right, guint n, double mark)
{
  CharterInterval interval = charter_interval_wilson (n_right, n);

  if (n == 0 || !can_tell (n, mark))
    return CHARTER_BAND_NONE;
  if (interval.low >= mark)
    return CHARTER_BAND_SECURE;
  if (interval.high < mark)
    return CHARTER_BAND_WEAK;
  return (double)n_right / n >= mark ? CHARTER_BAND_PROMISING : CHARTER_BAND_UNSETTLED;
}

guint
charter_band_count_least (double mark)
{
  for (guint n = 1; n <= MOST_ANSWERS; n++)
    if (can_tell (n, mark))
      return n;
  return G_MAXUINT;
}

const char *
charter_band_get_name (CharterBand band)
{
  g_return_val_if_fail (band < CHARTER_N_BANDS, NULL);

  return bands[band].name;
}

const char *
charter_band_get_title (CharterBand band)
{
  g_return_val_if_fail (band < CHARTER_N_BANDS, NULL);

  return _ (bands[band].title);
}

char *
charter_band_dup_meaning (CharterBand band, double mark)
{
  g_return_val_if_fail (band < CHARTER_N_BANDS, NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the table's own */
  return g_strdup_printf (_ (bands[band].meaning), (int)(mark * 100 + 0.5));
#pragma GCC diagnostic pop
}
