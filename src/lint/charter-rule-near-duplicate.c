/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that are asked twice in nearly the same words. A question is held against others by the runs of three words
 * that it is made of. Two that share at least half of all runs share one of the rarest of each, so only those that do
 * are compared (Bayardo, Ma & Srikant 2007, “Scaling up all pairs similarity search”). None is missed by that; only
 * of very many that are alike are not all compared with all. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RUN 3        /* words */
#define LONG_STEM 20 /* words; a shorter stem says too little without its answers */
#define ALIKE 0.5    /* of all runs of both */
#define MOST 64      /* questions that one is compared with: among so many alike, one is enough */

typedef struct {
  const LintItem *item;
  guint32 *runs; /* rising, each once */
  guint n_runs;
} Text;

typedef struct {
  GArray *texts;      /* of Text */
  GHashTable *counts; /* run → in how many texts it is */
  GHashTable *places; /* run → GArray of indices of texts, where it is among their rarest */
  GArray *seen;       /* of guint: the last text that each text was compared with, + 1 */
} Bank;

static void
clear_text (gpointer data)
{
  g_free (((Text *)data)->runs);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* ---- runs of words */

static guint32
hash_run (const LintWord *words, guint n)
{
  guint64 hash = 1469598103934665603u;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ words[i].id) * 1099511628211u;
  return (guint32)(hash ^ hash >> 32);
}

static void
add_runs (GArray *runs, const GArray *words)
{
  const LintWord *first = (const LintWord *)(gpointer)words->data;

  for (guint i = 0; i + RUN <= words->len; i++)
    {
      guint32 run = hash_run (first + i, RUN);

      g_array_append_val (runs, run);
    }
  if (words->len > 0 && words->len < RUN)
    {
      guint32 run = hash_run (first, words->len);

      g_array_append_val (runs, run);
    }
}

static void
add_texts (Lint *lint, GArray *runs, const CharterText *text)
{
  g_autoptr (GArray) words = lint_vocabulary_read (lint->vocabulary, text->plain);

  add_runs (runs, words);
}

static guint
sort_once (GArray *runs)
{
  guint32 *first = (guint32 *)(gpointer)runs->data;
  guint n = 0;

  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    if (i == 0 || first[i] != first[n - 1])
      first[n++] = first[i];
  return n;
}

static void
add_text (Lint *lint, Bank *bank, const LintItem *item)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  Text text = { .item = item };

  add_runs (runs, item->stem_words);
  if (item->stem_words->len < LONG_STEM)
    {
      for (guint i = 0; i < item->item->n_parts; i++)
        add_texts (lint, runs, &item->item->parts[i].text);
      for (guint i = 0; i < item->item->n_slots; i++)
        add_texts (lint, runs, &item->item->slots[i].text);
      if (item->item->passage != NULL)
        add_texts (lint, runs, item->item->passage);
    }
  text.n_runs = sort_once (runs);
  text.runs = (guint32 *)(gpointer)g_array_free (runs, FALSE);
  g_array_append_val (bank->texts, text);
}

/* ---- the rarest */

static void
count_runs (Bank *bank)
{
  for (guint i = 0; i < bank->texts->len; i++)
    {
      const Text *text = &g_array_index (bank->texts, Text, i);

      for (guint r = 0; r < text->n_runs; r++)
        {
          gpointer key = GUINT_TO_POINTER (text->runs[r]);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (bank->counts, key));

          g_hash_table_insert (bank->counts, key, GUINT_TO_POINTER (n + 1));
        }
    }
}

typedef struct {
  guint32 count, run;
} Counted;

static int
compare_counted (gconstpointer a, gconstpointer b)
{
  const Counted *x = a, *y = b;

  if (x->count != y->count)
    return x->count < y->count ? -1 : 1;
  return x->run < y->run ? -1 : x->run > y->run;
}

/* Its rarest runs, so many that no text that is alike has none of them. Returns: (transfer full) of Counted */
static GArray *
list_rarest (const Bank *bank, const Text *text)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (Counted), text->n_runs);
  guint common = (guint)(ALIKE * text->n_runs + 0.999999);

  for (guint r = 0; r < text->n_runs; r++)
    {
      gpointer count = g_hash_table_lookup (bank->counts, GUINT_TO_POINTER (text->runs[r]));
      Counted counted = { GPOINTER_TO_UINT (count), text->runs[r] };

      g_array_append_val (list, counted);
    }
  g_array_sort (list, compare_counted);
  g_array_set_size (list, MIN (list->len, text->n_runs - common + 1));
  return list;
}

/* ---- comparing */

static guint
count_common (const Text *a, const Text *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->n_runs && j < b->n_runs;)
    {
      guint32 left = a->runs[i], right = b->runs[j];

      n += left == right;
      i += left <= right;
      j += right <= left;
    }
  return n;
}

static gboolean
may_be_told (const LintItem *a, const LintItem *b)
{
  const CharterPack *home = a->pack->pack, *other = b->pack->pack;

  if (g_str_equal (home->id, other->id))
    return !g_str_equal (a->item->id, b->item->id) && g_strcmp0 (a->item->twin, b->item->id) != 0;
  return TRUE;
}

typedef struct {
  const Text *text;
  guint common;
  double alike;
} Match;

static void
compare (const Text *text, const Text *other, Match *best)
{
  guint common = count_common (text, other);
  double alike = (double)common / (text->n_runs + other->n_runs - common);

  if (alike >= ALIKE && alike > best->alike && may_be_told (text->item, other->item))
    *best = (Match){ other, common, alike };
}

/* Compares it with the texts before it. */
static Match
find_match (Bank *bank, guint index, const GArray *rarest)
{
  const Text *text = &g_array_index (bank->texts, Text, index);
  Match best = { 0 };
  guint n = 0;

  for (guint r = 0; r < rarest->len && n < MOST; r++)
    {
      gpointer run = GUINT_TO_POINTER (g_array_index (rarest, Counted, r).run);
      const GArray *places = g_hash_table_lookup (bank->places, run);

      for (guint i = 0; places != NULL && i < places->len && n < MOST; i++)
        {
          guint other = g_array_index (places, guint, i);

          if (g_array_index (bank->seen, guint, other) == index + 1)
            continue;
          g_array_index (bank->seen, guint, other) = index + 1;
          compare (text, &g_array_index (bank->texts, Text, other), &best);
          n++;
        }
    }
  return best;
}

/* Of a run that is in very many texts, the first ones are enough. */
static void
note_place (Bank *bank, guint index, const GArray *rarest)
{
  for (guint r = 0; r < rarest->len; r++)
    {
      const Counted *counted = &g_array_index (rarest, Counted, r);
      GArray *places;

      if (counted->count < 2)
        continue;
      places = g_hash_table_lookup (bank->places, GUINT_TO_POINTER (counted->run));
      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (bank->places, GUINT_TO_POINTER (counted->run), places);
        }
      if (places->len < MOST)
        g_array_append_val (places, index);
    }
}

/* ---- telling */

static void
tell (Lint *lint, const Text *text, const Match *match)
{
  const LintItem *other = match->text->item;
  gboolean is_silenced = lint_item_is_silenced (lint, other);
  double percent = 200.0 * match->common / (text->n_runs + match->text->n_runs);

  if (is_silenced && !lint_item_is_silenced (lint, text->item))
    return;
  lint_tell_item (lint, text->item, NULL,
                  g_strdup_printf (_ ("%.0f per cent of its wording is that of “%s” (%s:%u:%u)"), percent,
                                   other->item->id, other->pack->file->name, other->line, other->column));
}

static void
look_through (Lint *lint, Bank *bank)
{
  count_runs (bank);
  g_array_set_size (bank->seen, bank->texts->len);
  for (guint i = 0; i < bank->texts->len; i++)
    {
      const Text *text = &g_array_index (bank->texts, Text, i);
      g_autoptr (GArray) rarest = list_rarest (bank, text);
      Match match = find_match (bank, i, rarest);

      if (match.text != NULL)
        tell (lint, text, &match);
      note_place (bank, i, rarest);
    }
}

static void
check_all (Lint *lint)
{
  Bank bank = { g_array_new (FALSE, FALSE, sizeof (Text)), g_hash_table_new (NULL, NULL),
                g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref),
                g_array_new (FALSE, TRUE, sizeof (guint)) };

  g_array_set_clear_func (bank.texts, clear_text);
  for (guint p = 0; p < lint->n_packs; p++)
    for (guint i = 0; i < lint->packs[p].n_items; i++)
      add_text (lint, &bank, &lint->packs[p].items[i]);
  look_through (lint, &bank);
  g_array_unref (bank.texts);
  g_hash_table_unref (bank.counts);
  g_hash_table_unref (bank.places);
  g_array_unref (bank.seen);
}

const LintRule lint_rule_near_duplicate = {
  .rule = {
    .code = "near-duplicate",
    .bad = N_ ("“Two weeks before the season, what comes first?” and “Three weeks before the season, what comes "
               "first?”"),
    .good = N_ ("“Two weeks before the season, what comes first?” and “Who decides that the season opens?”"),
    .expected = N_ ("each question of a bank asks something of its own"),
    .mend = N_ ("leave one of them out, make them ask different things, or name one as the “twin” of the other"),
    .reason = N_ ("Whoever meets a question for the second time answers from memory, and the score says more than they "
                  "know. In an exam drawn from the bank one may give the other away."),
    .source = NULL,
  },
  .check_all = check_all,
};
