/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-random.h"

static guint64
split_mix (guint64 *state)
{
  guint64 z = (*state += 0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

CharterRandom
charter_random_new (guint64 seed)
{
  CharterRandom self;

  for (guint i = 0; i < 4; i++)
    self.state[i] = split_mix (&seed);
  return self;
}

static guint64
rotated (guint64 x, guint by)
{
  return (x << by) | (x >> (64 - by));
}

guint64
charter_random_next (CharterRandom *self)
{
  guint64 *s = self->state;
  guint64 result = rotated (s[1] * 5, 7) * 9;
  guint64 shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotated (s[3], 45);
  return result;
}

guint64
charter_random_below (CharterRandom *self, guint64 n)
{
  guint64 surplus, number;

  g_return_val_if_fail (n > 0, 0);

  /* 2^64 is no multiple of n as a rule; the first 2^64 mod n numbers would favour the small results, so they are
   * drawn anew. */
  surplus = -n % n;
  do
    number = charter_random_next (self);
  while (number < surplus);
  return number % n;
}

void
charter_random_shuffle (CharterRandom *self, guint *indices, guint n)
{
  for (guint left = n; left > 1; left--)
    {
      guint chosen = charter_random_below (self, left);
      guint last = indices[left - 1];

      indices[left - 1] = indices[chosen];
      indices[chosen] = last;
    }
}

/* FNV-1a (Fowler, Noll, Vo) over the name, stirred with the seed. */
guint64
charter_random_derive (guint64 seed, const char *name)
{
  guint64 hash = 0xcbf29ce484222325;

  for (const char *c = name; *c != '\0'; c++)
    hash = (hash ^ (guchar)*c) * 0x100000001b3;
  hash ^= split_mix (&seed);
  return split_mix (&hash);
}
