/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-scale.h"

#include <math.h>

/* 1, 2 or 5, times a power of ten. */
static double
round_up (double step)
{
  double unit = pow (10, floor (log10 (step)));

  for (guint i = 0; i < 3; i++)
    if (step <= (const double[]){ 1, 2, 5 }[i] * unit * (1 + 1e-9))
      return (const double[]){ 1, 2, 5 }[i] * unit;
  return 10 * unit;
}

static void
set_step (CharterScale *self, double least, double most, double step)
{
  self->step = step;
  self->low = floor (least / step + 1e-9) * step;
  self->high = ceil (most / step - 1e-9) * step;
}

void
charter_scale_init (CharterScale *self, double least, double most, guint n)
{
  least = MIN (least, 0);
  most = MAX (most, 0);
  if (most - least <= 0)
    most = 1;
  set_step (self, least, most, round_up ((most - least) / n));
  while ((self->high - self->low) / self->step > n + .5 && n > 1)
    set_step (self, least, most, round_up (self->step * 1.5));
}
