/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that look random and are the same everywhere for the same seed: xoshiro256** 1.0 by David Blackman and
 * Sebastiano Vigna (2018), its state filled by Vigna's SplitMix64 from the seed, as they advise. It shuffles papers
 * and draws drills; it keeps no secrets. It stands beside the content because a drill's numbers are drawn there, and
 * papers draw with the same. */
typedef struct {
  guint64 state[4];
} CharterRandom;

CharterRandom charter_random_new (guint64 seed);
/* Returns: any of all 64-bit numbers */
guint64 charter_random_next (CharterRandom *self);
/* n: above 0. Returns: 0 to n − 1, each exactly as likely as any other. */
guint64 charter_random_below (CharterRandom *self, guint64 n);
/* Puts indices into an order, each equally likely (Durstenfeld's form of the Fisher–Yates shuffle). */
void charter_random_shuffle (CharterRandom *self, guint *indices, guint n);

/* The seed of something named inside something seeded: what is called a keeps its seed when b is added. */
guint64 charter_random_derive (guint64 seed, const char *name);

G_END_DECLS
