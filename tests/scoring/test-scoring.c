/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases stand in cases.txt. */

#include "charter-cases.h"
#include "charter-random.h"
#include "charter-scoring.h"
#include "charter-sketch.h"

#include <math.h>

static char *same; /* what "same" stands for */

static double
read_amount (const char *text, char **end)
{
  double amount = g_ascii_strtod (text, end);

  return **end == '/' ? amount / g_ascii_strtod (*end + 1, end) : amount;
}

static void
check (const CharterTestCase *test_case)
{
  const char *item_text = test_case->columns[0], *text = test_case->columns[1];
  g_autofree char *where = g_strdup_printf ("%s:%u", test_case->file, test_case->line);
  g_autoptr (CharterSketch) sketch = NULL;
  g_autoptr (CharterResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  CharterScore score;
  const CharterItem *item;
  double points, maximum;
  gboolean right = g_str_equal (test_case->columns[3], "right");
  char *end;

  if (!g_str_equal (item_text, "same"))
    {
      g_free (same);
      same = g_strdup (item_text);
    }
  sketch = charter_sketch_new ("item", same, where);
  item = charter_sketch_get_item (sketch);
  response = charter_response_parse (charter_item_kind_response_shape (item->kind), text, &error);
  g_assert_no_error (error);
  points = read_amount (test_case->columns[2], &end);
  g_assert_true (g_str_has_prefix (end, " of ") && (right || g_str_equal (test_case->columns[3], "wrong")));
  maximum = read_amount (end + 4, &end);

  score = charter_scoring_score (item, response, charter_sketch_get_seed (sketch));
  if (fabs (score.points - points) > 1e-12 || score.maximum != maximum || score.correct != right)
    g_error ("%s: %s\n  answer:   %s\n  expected: %g of %g, %s\n  found:    %.15g of %g, %s", where, same, text, points,
             maximum, test_case->columns[3], score.points, score.maximum, score.correct ? "right" : "wrong");
}

/* One item a kind, and its key as a response. */
static const struct {
  const char *item, *key;
} keys[] = {
  { "single a* b", "a" },
  { "truefalse true false*", "false" },
  { "multiple a* b c* ; points 2", "a c" },
  { "hotspot a b*", "b" },
  { "classify a=x b=y", "a=x b=y" },
  { "match a b + x", "a=a b=b" },
  { "order c a b", "c a b" },
  { "number 625.5 ; tolerance 1", "625.5" },
  { "short the sponsor / sponsor", "the sponsor" },
  { "cloze p: a b*, q: c* d", "p=b q=c" },
  { "drill 2 * a ; let a from 3 to 3 step 1", "6" },
  { "drill a / 3 ; let a from 1 to 1 step 1", "0.3333333333333333" },
  { "drill a / 3 ; let a from 2 to 2 step 1 ; tolerance 0.01", "0.67" },
  { "drill a / 3 ; let a from 200 to 200 step 1 ; tolerance 0.5", "66.7" },
  { "drill a / 3 ; let a from 200 to 200 step 1 ; tolerance 5", "67" },
  { "drill 0 - a ; let a from 1250 to 1250 step 1", "-1250" },
  { "drill a / 3 ; let a from 0.001 to 0.001 step 1", "0.0003333333333333333" },
};

static void
test_keys (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (CharterSketch) sketch = charter_sketch_new ("item", keys[i].item, keys[i].item);
      const CharterItem *item = charter_sketch_get_item (sketch);
      g_autoptr (CharterResponse) key = charter_scoring_dup_key (item, 0);
      g_autofree char *text = charter_response_to_string (key);
      CharterScore score = charter_scoring_score (item, key, 0);

      g_assert_cmpstr (text, ==, keys[i].key);
      g_assert_true (score.correct && score.points == item->points);
      g_assert_true (charter_response_is_complete (key, item));
    }
}

/* The key of a drill is right whatever it draws. */
static void
test_drill_keys (void)
{
  g_autoptr (CharterSketch) sketch
    = charter_sketch_new ("item", "drill a / b ; let a from 200 to 900 step 50 ; let b from 0.7 to 1.3 step 0.01", "");
  const CharterItem *item = charter_sketch_get_item (sketch);

  for (guint64 seed = 0; seed < 2000; seed++)
    {
      g_autoptr (CharterResponse) key = charter_scoring_dup_key (item, seed);

      g_assert_true (charter_scoring_score (item, key, seed).correct);
    }
}

/* item, answer, and of each source "source:mark": r right, w wrong, m missed, n none */
static const struct {
  const char *item, *answer, *marks;
} marks[] = {
  { "multiple a* b* c d", "a c", "a:r b:m c:w d:n z:n" }, { "classify a=x b=y c=y", "a=x b=x", "a:r b:w c:m z:n" },
  { "match a b c + x", "a=a b=x", "a:r b:w c:m x:n" },    { "cloze p: a* b, q: c* d", "p=b", "p:w q:m z:n" },
  { "order a b c d", "a c b", "a:r b:w c:w d:m z:n" },    { "number 5", "5", "a:n" },
};

static void
test_marks (void)
{
  const char letters[] = {
    [CHARTER_MARK_NONE] = 'n', [CHARTER_MARK_RIGHT] = 'r', [CHARTER_MARK_WRONG] = 'w', [CHARTER_MARK_MISSED] = 'm'
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (CharterSketch) sketch = charter_sketch_new ("item", marks[i].item, marks[i].item);
      const CharterItem *item = charter_sketch_get_item (sketch);
      g_autoptr (CharterResponse) response
        = charter_response_parse (charter_item_kind_response_shape (item->kind), marks[i].answer, NULL);
      g_auto (GStrv) words = g_strsplit (marks[i].marks, " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          g_auto (GStrv) sides = g_strsplit (words[k], ":", 2);
          char found = letters[charter_scoring_mark (item, response, sides[0])];

          if (found != *sides[1])
            g_error ("%s: answered %s, %s is %c", marks[i].item, marks[i].answer, words[k], found);
        }
    }
}

static const struct {
  const char *item, *answer, *near, *misconceptions;
} beliefs[] = {
  { "single a* b@go-live c", "b", NULL, "go-live" },
  { "single a* b@go-live c", "c", NULL, "" },
  { "single a@mine* b@go-live", "a", NULL, "" },
  { "multiple a* b@one c@two d@one", "b c d", NULL, "one two" },
  { "classify a@one=x b@two=y c=y", "a=y b=y c=x", NULL, "one" },
  { "match a@one b@two + x@three", "a=x b=b", NULL, "three" },
  { "match a@one b@two", "a=b b=a", NULL, "one two" },
  { "cloze p: a* b@one, q: c* d@two", "p=b q=c", NULL, "one" },
  { "order a b@one c", "a c b", NULL, "one" },
  { "number 625 ; near 550@mixed ; near 600 by 50", "550", "550", "mixed" },
  { "number 625 ; near 550@mixed ; near 600 by 50", "560", "600", "" },
  { "number 625 ; near 550@mixed ; near 600 by 50", "625", NULL, "" },
  { "number 625 ; near 550@mixed ; near 600 by 50", "1", NULL, "" },
  { "number 625 ; unit k$ ; near 550", "550 k$", "550", "" },
  { "short sponsor ; near project manager@boss", "Project  Manager", "project manager", "boss" },
  { "short sponsor ; near project manager@boss", "Sponsor", NULL, "" },
  { "short sponsor ; near project manager@boss", "", NULL, "" },
  { "drill a / b ; let a from 500 to 500 step 1 ; let b from 0.8 to 0.8 step 1 ; near a * b by 0.5@upside", "400.4",
    "a * b", "upside" },
  { "drill a / b ; let a from 500 to 500 step 1 ; let b from 0.8 to 0.8 step 1 ; near a * b by 0.5@upside", "625", NULL,
    "" },
  /* what is as near as can be, and no miss */
  { "number 600 ; near 600 by 50@mixed", "620", NULL, "" },
  { "number 600 ; near 600 by 50@mixed ; near 620@other", "620", "620", "other" },
  { "drill a / b ; let a from 8 to 8 step 1 ; let b from 8 to 8 step 1 ; near b / a by 0.5@upside", "1", NULL, "" },
  { "drill a / b ; let a from 8 to 8 step 1 ; let b from 8 to 8 step 1 ; near b / a by 0.5@upside", "1.2", NULL, "" },
  { "drill a / b ; let a from 8 to 8 step 1 ; let b from 8 to 8 step 1 ; near b / a by 0.5@upside ; near a * b@times",
    "64", "a * b", "times" },
};

static void
test_beliefs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (beliefs); i++)
    {
      g_autoptr (CharterSketch) sketch = charter_sketch_new ("item", beliefs[i].item, beliefs[i].item);
      const CharterItem *item = charter_sketch_get_item (sketch);
      g_autoptr (CharterResponse) response
        = charter_response_parse (charter_item_kind_response_shape (item->kind), beliefs[i].answer, NULL);
      const CharterNear *near = charter_scoring_find_near (item, response, 0);
      g_autofree const char **list = charter_scoring_list_misconceptions (item, response, 0);
      g_autofree char *joined = g_strjoinv (" ", (GStrv)list);

      g_assert_cmpstr (near != NULL ? near->value : NULL, ==, beliefs[i].near);
      g_assert_cmpstr (joined, ==, beliefs[i].misconceptions);
    }
}

/* What the first near miss of each is typed as; NULL where it is right */
static const struct {
  const char *item, *typed;
} nears[] = {
  { "number 625 ; near 550 by 10", "550" },
  { "number 625 ; near 625", NULL },
  { "short sponsor ; near project manager", "project manager" },
  { "drill a / b ; let a from 8 to 8 step 1 ; let b from 4 to 4 step 1 ; near b / a", "0.5" },
  { "drill a / b ; let a from 8 to 8 step 1 ; let b from 3 to 3 step 1 ; near b / a by 0.01", "0.38" },
  { "drill a / b ; let a from 8 to 8 step 1 ; let b from 8 to 8 step 1 ; near b / a", NULL },
};

static void
test_nears (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nears); i++)
    {
      g_autoptr (CharterSketch) sketch = charter_sketch_new ("item", nears[i].item, nears[i].item);
      const CharterItem *item = charter_sketch_get_item (sketch);
      g_autofree char *typed = charter_scoring_dup_near (item, &item->typed->nears[0], 0);

      g_assert_cmpstr (typed, ==, nears[i].typed);
    }
}

/* Whatever is answered: 0 to the maximum, all of it where right, under both rules; exact gives all or nothing, and no
 * more than partial. */
static void
test_any_response (void)
{
  static const char *const words[] = { "a", "b", "c", "d", "x", "y", "p", "q", "z", "true", "false", "6", "625.5" };
  CharterRandom random = charter_random_new (4);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (CharterSketch) sketch = charter_sketch_new ("item", keys[i % G_N_ELEMENTS (keys)].item, "");
      CharterItem *item = charter_sketch_get_item (sketch);
      CharterResponseShape shape = charter_item_kind_response_shape (item->kind);
      g_autoptr (CharterResponse) response = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      CharterScore exact, partial;

      for (guint n = charter_random_below (&random, 6); n > 0; n--)
        {
          g_string_append (text, words[charter_random_below (&random, G_N_ELEMENTS (words))]);
          if (shape == CHARTER_RESPONSE_PAIRS)
            g_string_append_printf (text, "=%s", words[charter_random_below (&random, G_N_ELEMENTS (words))]);
          g_string_append_c (text, ' ');
        }
      response = charter_response_parse (shape, text->str, NULL);
      if (response == NULL) /* a source twice */
        continue;
      item->scoring = CHARTER_SCORING_EXACT;
      exact = charter_scoring_score (item, response, 0);
      item->scoring = CHARTER_SCORING_PARTIAL;
      partial = charter_scoring_score (item, response, 0);

      g_assert_true (exact.correct == partial.correct);
      g_assert_true (exact.points == (exact.correct ? item->points : 0));
      g_assert_true (partial.points >= exact.points && partial.points <= item->points);
      g_assert_true (partial.correct == (partial.points == item->points));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("cases.txt", "/scoring", 4, check);
  g_test_add_func ("/scoring/keys", test_keys);
  g_test_add_func ("/scoring/drill-keys", test_drill_keys);
  g_test_add_func ("/scoring/marks", test_marks);
  g_test_add_func ("/scoring/beliefs", test_beliefs);
  g_test_add_func ("/scoring/nears", test_nears);
  g_test_add_func ("/scoring/any-response", test_any_response);
  status = g_test_run ();
  g_free (same);
  return status;
}
