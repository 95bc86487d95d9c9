/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-scheme.h"

#define MINUTES_A_DAY (24 * 60)

void
charter_scheme_init (CharterScheme *scheme)
{
  *scheme = (CharterScheme){
    .weights = *charter_weights_get_default (),
    .retention = CHARTER_RETENTION_DEFAULT,
    .rollover = CHARTER_SCHEME_ROLLOVER_DEFAULT,
    .longest = CHARTER_LONGEST_INTERVAL,
  };
}

static gboolean
read_number (const char *text, double low, double high, double *number)
{
  char *end;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(value >= low && value <= high))
    return FALSE;
  *number = value;
  return TRUE;
}

static gboolean
set_weights (CharterScheme *scheme, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  CharterWeights weights;

  if (g_strv_length (words) != CHARTER_N_WEIGHTS)
    return FALSE;
  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    if (!read_number (words[i], 0, 100, &weights.w[i]))
      return FALSE;
  if (!charter_weights_are_valid (&weights))
    return FALSE;
  scheme->weights = weights;
  return TRUE;
}

static gboolean
set_retention (CharterScheme *scheme, const char *value)
{
  return read_number (value, 0.7, 0.97, &scheme->retention);
}

static gboolean
set_rollover (CharterScheme *scheme, const char *value)
{
  double minutes;

  if (!read_number (value, 0, MINUTES_A_DAY - 1, &minutes))
    return FALSE;
  scheme->rollover = (int)minutes;
  return TRUE;
}

static gboolean
set_longest (CharterScheme *scheme, const char *value)
{
  double days;

  if (!read_number (value, 1, CHARTER_LONGEST_INTERVAL, &days))
    return FALSE;
  scheme->longest = (guint)days;
  return TRUE;
}

static const struct {
  const char *name;
  gboolean (*set) (CharterScheme *scheme, const char *value);
} members[] = {
  { "weights", set_weights },
  { "retention", set_retention },
  { "rollover", set_rollover },
  { "longest-interval", set_longest },
};

gboolean
charter_scheme_set (CharterScheme *scheme, const char *name, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strcmp0 (name, members[i].name) == 0)
      return members[i].set (scheme, value);
  return FALSE;
}

gboolean
charter_scheme_has (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strcmp0 (name, members[i].name) == 0)
      return TRUE;
  return FALSE;
}

char *
charter_weights_to_string (const CharterWeights *weights)
{
  GString *text = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < CHARTER_N_WEIGHTS; i++)
    {
      g_ascii_dtostr (number, sizeof number, weights->w[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", number);
    }
  return g_string_free (text, FALSE);
}

int
charter_scheme_get_day (const CharterScheme *scheme, gint64 wall, int tz)
{
  gint64 minute = wall / G_TIME_SPAN_MINUTE - (wall % G_TIME_SPAN_MINUTE < 0 ? 1 : 0) + tz - scheme->rollover;

  return (int)(minute / MINUTES_A_DAY - (minute % MINUTES_A_DAY < 0 ? 1 : 0));
}

gint64
charter_scheme_get_beginning (const CharterScheme *scheme, int day, int tz)
{
  return ((gint64)day * MINUTES_A_DAY + scheme->rollover - tz) * G_TIME_SPAN_MINUTE;
}
