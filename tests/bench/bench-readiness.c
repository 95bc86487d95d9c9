/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-readiness [CANDIDATES]: how often the ranges that a report tells hold what is true, for simulated candidates of
 * known ability. Prints a row for each kind of candidates, questions and answers, as docs/readiness.md has it. */
#include <stdlib.h>

#include "charter-candidates.h"

#define AS_EXAM(n)                                                                                                     \
  {                                                                                                                    \
    (n) * 33 / 100, (n)*41 / 100, (n) - (n)*33 / 100 - (n)*41 / 100                                                    \
  }

static const Population usual = {
  .abilities = 1,
  .domains = 0.4,
  .difficulties = 1,
  .n = AS_EXAM (180),
  .weights = { 0.33, 0.41, 0.26 },
  .n_questions = 170,
  .mark = 0.7,
  .n_candidates = 10000,
  .seed = 2026,
};

static void
print_head (const char *what)
{
  g_print ("\n%s\n\n", what);
  g_print ("| | knowledge held | fresh exam held | bias | width | domains held | secure, though below | weak, though "
           "above |\n|---|---|---|---|---|---|---|---|\n");
}

static void
print_row (const char *name, Population population)
{
  Outcome found = candidates_try (&population);

  g_print ("| %s | %.1f %% | %.1f %% | %+.1f | %.0f | %.1f %% | %.2f %% | %.2f %% |\n", name,
           found.knowledge_holds * 100, found.fresh_holds * 100, found.bias * 100, found.width * 100,
           found.domain_holds * 100, found.secure_wrong * 100, found.weak_wrong * 100);
}

static void
print_answers (guint n_candidates)
{
  static const guint numbers[] = { 30, 60, 120, 180, 400, 1000 };

  print_head ("By the number of answers");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      Population population = usual;
      const guint n[] = AS_EXAM (numbers[i]);
      g_autofree char *name = g_strdup_printf ("%u", numbers[i]);

      for (guint j = 0; j < CANDIDATES_N_DOMAINS; j++)
        population.n[j] = n[j];
      population.n_candidates = n_candidates;
      print_row (name, population);
    }
}

static void
print_abilities (guint n_candidates)
{
  print_head ("By ability, all candidates alike");
  for (int ability = -2; ability <= 3; ability++)
    {
      Population population = usual;
      g_autofree char *name = g_strdup_printf ("%+d", ability);

      population.ability = ability;
      population.abilities = 0;
      population.n_candidates = n_candidates;
      print_row (name, population);
    }
}

static void
print_spreads (guint n_candidates)
{
  static const double spreads[] = { 0, 0.5, 1, 2 };

  print_head ("By how far the difficulties of questions spread");
  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      Population population = usual;
      g_autofree char *name = g_strdup_printf ("%.1f", spreads[i]);

      population.difficulties = spreads[i];
      population.n_candidates = n_candidates;
      print_row (name, population);
    }
}

/* What the method does not know of. */
static void
print_limits (guint n_candidates)
{
  Population lopsided = usual, scenarios = usual, strong = usual, growing = usual, short_exam = usual;

  lopsided.n[0] = 130, lopsided.n[1] = 45, lopsided.n[2] = 5;
  scenarios.scenario = 0.5;
  strong.scenario = 1;
  growing.growth = 0.5;
  short_exam.n_questions = 60;
  print_head ("Where it is not as supposed");
  lopsided.n_candidates = scenarios.n_candidates = strong.n_candidates = growing.n_candidates = short_exam.n_candidates
    = n_candidates;
  print_row ("130, 45 and 5 answers in the three domains", lopsided);
  print_row ("an exam of 60", short_exam);
  print_row ("all in scenarios of four that hang together a little (0.5)", scenarios);
  print_row ("all in scenarios of four that hang together much (1)", strong);
  print_row ("ability grew by 0.5 while the answers were given", growing);
}

int
main (int argc, char *argv[])
{
  guint n_candidates = argc > 1 ? (guint)atoi (argv[1]) : usual.n_candidates;

  print_answers (n_candidates);
  print_abilities (n_candidates);
  print_spreads (n_candidates);
  print_limits (n_candidates);
  return 0;
}
