/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-drill.h"

/* Made anew for each test, so that a test may change it. */
typedef struct {
  CharterLet lets[3];
  const char *accepts[2];
  CharterNear near;
  CharterDrill drill;
  CharterTyped typed;
  CharterItem item;
} Sample;

static CharterItem *
sample_init (Sample *self)
{
  *self = (Sample){
    .lets = { { .name = "bac", .from = 200, .to = 900, .step = 50 },
              { .name = "cpi", .from = 0.8, .to = 1.2, .step = 0.1 },
              { .name = "eac", .expression = "bac / cpi" } },
    .accepts = { "round(eac, 2)", NULL },
    .near = { .value = "bac * cpi", .tolerance = 0.01 },
  };
  self->drill = (CharterDrill){ self->lets, 3 };
  self->typed = (CharterTyped){
    .accepts = self->accepts, .n_accepts = 1, .tolerance = 0.01, .mark = '.', .nears = &self->near, .n_nears = 1
  };
  self->item = (CharterItem){
    .kind = CHARTER_ITEM_DRILL, .id = "eac", .points = 1, .typed = &self->typed, .drill = &self->drill
  };
  return &self->item;
}

static double
value_of (const CharterItem *item, guint64 seed, const char *expression)
{
  g_autoptr (CharterDrillValues) values = charter_drill_draw (item, seed, NULL);
  CharterValue value;

  g_assert_true (charter_drill_evaluate (values, expression, &value, NULL));
  return value.approximate;
}

/* Each of the 15 and of the 5 places of the grids comes up about as often as the others, ends included. */
static void
test_grid (void)
{
  Sample sample;
  const CharterItem *item = sample_init (&sample);
  guint n_bac[15] = { 0 }, n_cpi[5] = { 0 };

  for (guint64 seed = 0; seed < 3000; seed++)
    {
      double place = (value_of (item, seed, "bac") - 200) / 50, tenths = value_of (item, seed, "cpi * 10");

      g_assert_true (place == (guint)place && place < 15);
      g_assert_true (tenths == 8 || tenths == 9 || tenths == 10 || tenths == 11 || tenths == 12);
      n_bac[(guint)place]++;
      n_cpi[(guint)tenths - 8]++;
    }
  for (guint i = 0; i < 15; i++)
    g_assert_cmpuint (ABS ((int)n_bac[i] - 200), <, 60);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (ABS ((int)n_cpi[i] - 600), <, 100);
}

static void
test_same_seed_same_values (void)
{
  Sample sample;
  const CharterItem *item = sample_init (&sample);

  for (guint64 seed = 0; seed < 100; seed++)
    g_assert_true (value_of (item, seed, "eac") == value_of (item, seed, "eac"));
  g_assert_true (value_of (item, 1, "eac - bac / cpi") == 0);
}

/* Words of a drill's stem, filled with the values of seed 42. xoshiro256** seeded with 42 gives below 15, then below 5:
 * 12 and 2; so bac = 200 + 12·50, cpi = 0.8 + 2·0.1. */
static CharterItem *
fill (Sample *sample, CharterText text, CharterBlock *block)
{
  CharterItem item = *sample_init (sample);

  *block = (CharterBlock){ .kind = CHARTER_BLOCK_P, .p = text };
  item.stem = (CharterBlocks){ block, 1 };
  sample->item = item;
  return charter_drill_new_filled (&sample->item, 42);
}

static void
test_known_seed (void)
{
  Sample sample;
  CharterBlock block;
  CharterText text = { "{bac} / {cpi} = {eac}; {cpi - 1.5}; {nothing} {1/3} {{bac} {", NULL };
  CharterItem *item = fill (&sample, text, &block);

  g_assert_cmpstr (item->stem.blocks[0].p.plain, ==, "800 / 1 = 800; −0.5; {nothing} 0.333333 {bac} {");
  g_assert_cmpstr (item->id, ==, sample.item.id);
  g_assert_cmpstr (block.p.plain, ==, text.plain);
  charter_drill_free_filled (item);
}

/* What is marked stays marked, though what stands before it has another length now; a mark within a place takes in all
 * of its value. */
static void
test_spans_move (void)
{
  static const CharterSpan spans[] = {
    { CHARTER_SPAN_EM, 0, 9, NULL },     /* "{bac} now" */
    { CHARTER_SPAN_STRONG, 7, 2, NULL }, /* "ow" */
    { CHARTER_SPAN_CODE, 11, 3, NULL },  /* "eac" within its braces */
    { CHARTER_SPAN_MATH, 16, 3, NULL },  /* "end" */
    { CHARTER_SPAN_END, 0, 0, NULL },
  };
  Sample sample;
  CharterBlock block;
  CharterItem *item = fill (&sample, (CharterText){ "{bac} now {eac} end", spans }, &block);
  const CharterText *text = &item->stem.blocks[0].p;
  static const char *const marked[] = { "800 now", "ow", "800", "end" };

  g_assert_cmpstr (text->plain, ==, "800 now 800 end");
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    {
      g_autofree char *words = g_strndup (text->plain + text->spans[i].start, text->spans[i].length);

      g_assert_cmpint (text->spans[i].kind, ==, spans[i].kind);
      g_assert_cmpstr (words, ==, marked[i]);
    }
  g_assert_cmpint (text->spans[4].kind, ==, CHARTER_SPAN_END);
  charter_drill_free_filled (item);
}

static void
test_upper_end_off_the_grid (void)
{
  Sample sample;
  const CharterItem *item = sample_init (&sample);

  sample.lets[0].to = 290; /* 200 and 250 */
  for (guint64 seed = 0; seed < 100; seed++)
    g_assert_cmpfloat (value_of (item, seed, "bac"), <=, 250);
}

/* A let whose ends are the wrong way round or whose step is 0 is the loader's to refuse; here it is only harmless. */
static void
test_senseless_grid (void)
{
  Sample sample;
  const CharterItem *item = sample_init (&sample);

  sample.lets[0].step = 0;
  g_assert_cmpfloat (value_of (item, 1, "bac"), ==, 200);
  sample.lets[0] = (CharterLet){ .name = "bac", .from = 9, .to = 1, .step = 1 };
  g_assert_cmpfloat (value_of (item, 1, "bac"), ==, 9);
}

static void
test_draws_anew (void)
{
  Sample sample;
  const CharterItem *item = sample_init (&sample);

  sample.lets[2].expression = "bac / (bac - 200)";
  for (guint64 seed = 0; seed < 300; seed++)
    g_assert_cmpfloat (value_of (item, seed, "bac"), >, 200);
}

static void
assert_checked (const CharterItem *item, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  gboolean good = charter_drill_check (item, &error);

  g_assert_cmpint (good, ==, sentence == NULL);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, sentence);
}

static void
test_check (void)
{
  Sample sample;
  const CharterItem *item = sample_init (&sample);

  assert_checked (item, NULL);
  sample.lets[2].expression = "bac / (bac - 900)";
  assert_checked (item, "“bac / (bac - 900)”: the “/” at character 5 divides by zero, with bac = 900, cpi = 0.8");
  sample.lets[2].expression = "bac / (cpi";
  assert_checked (item, "“bac / (cpi”: the “(” at character 7 is not closed");
  sample.lets[2].expression = "eac + 1";
  assert_checked (item, "“eac + 1”: “eac” at character 1 stands for nothing; name a value that a let above gives");

  item = sample_init (&sample);
  sample.accepts[0] = "eac / 0";
  assert_checked (item, "“eac / 0”: the “/” at character 5 divides by zero, with bac = 200, cpi = 0.8, eac = 250");

  item = sample_init (&sample);
  sample.near.value = "bac *";
  assert_checked (item, "“bac *”: the expression stops where a number, a name or “(” should follow");
}

static void
assert_text_checked (const CharterItem *item, const char *text, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  gboolean good = charter_drill_check_text (item, text, &error);

  g_assert_cmpint (good, ==, sentence == NULL);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, sentence);
}

static void
test_check_text (void)
{
  Sample sample;
  const CharterItem *item = sample_init (&sample);

  assert_text_checked (item, "no places", NULL);
  assert_text_checked (item, "{{nothing} {bac}", NULL);
  assert_text_checked (item, "{bac} and {round(eac)}", NULL);
  assert_text_checked (item, "é {bac} and {eac", "the “{” at character 13 is not closed");
  assert_text_checked (item, "{bac} {ev}",
                       "“ev”: “ev” at character 1 stands for nothing; name a value that a let above gives");
  assert_text_checked (item, "{}", "“”: the expression is empty");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drill/grid", test_grid);
  g_test_add_func ("/drill/same-seed-same-values", test_same_seed_same_values);
  g_test_add_func ("/drill/known-seed", test_known_seed);
  g_test_add_func ("/drill/spans-move", test_spans_move);
  g_test_add_func ("/drill/upper-end-off-the-grid", test_upper_end_off_the_grid);
  g_test_add_func ("/drill/senseless-grid", test_senseless_grid);
  g_test_add_func ("/drill/draws-anew", test_draws_anew);
  g_test_add_func ("/drill/check", test_check);
  g_test_add_func ("/drill/check-text", test_check_text);
  return g_test_run ();
}
