/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-forecast.h"

GArray *
charter_forecast_new (const GArray *due, int today, guint n_days, guint *n_overdue)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (CharterDueDay));

  *n_overdue = 0;
  g_array_set_size (days, n_days);
  for (guint i = 0; i < n_days; i++)
    g_array_index (days, CharterDueDay, i).day = today + (int)i;
  for (guint i = 0; i < due->len; i++)
    {
      const CharterDueDay *one = &g_array_index (due, CharterDueDay, i);
      guint place = (guint)MAX (0, one->day - today);

      if (place < n_days)
        g_array_index (days, CharterDueDay, place).n_items += one->n_items;
      if (one->day < today)
        *n_overdue += one->n_items;
    }
  return days;
}
