/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Result files: what is written is read again, and what nobody honest writes is refused with a sentence. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "charter-cases.h"
#include "charter-class-file.h"
#include "charter-class-rows.h"
#include "charter-class-words.h"
#include "charter-test-pack.h"

static const double maxima[] = { 1, 1, 1, 1 };

static char *
write_good (guint learner)
{
  const double points[] = { 1, 0, 1, 1 };

  return rows_write (learner, points, maxima, 4);
}

static char *
replace_once (const char *text, const char *find, const char *by)
{
  const char *at = strstr (text, find);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int)(at - text), text, by, at + strlen (find));
}

/* ---- hostile ---- */

static void
check_refused (const CharterTestCase *test_case)
{
  g_autofree char *good = write_good (0);
  g_autofree char *by = g_strcompress ("");
  g_autofree char *bad = replace_once (good, test_case->columns[0], test_case->columns[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterClassResult) result = charter_class_file_read (bad, strlen (bad), &error);

  if (result != NULL || error->domain != G_IO_ERROR || strstr (error->message, test_case->columns[2]) == NULL)
    g_error ("%s:%u: %s", test_case->file, test_case->line, result != NULL ? "was taken" : error->message);
}

static void
assert_refused (const char *text, gsize length, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterClassResult) result = charter_class_file_read (text, length, &error);

  g_assert_null (result);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_shapes (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autofree char *large = g_strnfill (CHARTER_CLASS_MOST_BYTES + 1, ' ');
  g_autofree char *good = write_good (0);

  assert_refused ("", 0, "no");
  assert_refused ("\xef\xbb\xbf", 3, "no");
  assert_refused ("null", 4, "no result file");
  assert_refused ("[]", 2, "no result file");
  assert_refused (deep, 1000000, "deeper");
  assert_refused (large, CHARTER_CLASS_MOST_BYTES + 1, "larger");
  assert_refused ("\xff\xfe{\0}\0", 6, "UTF-8");
  assert_refused ("{\"a\":\0}", 7, "UTF-8");
}

/* text: (transfer full) */
static void
assert_refused_soon (char *text, const char *part)
{
  g_autofree char *whole = text;
  gint64 begin = g_get_monotonic_time ();

  g_assert_cmpuint (strlen (whole), <=, CHARTER_CLASS_MOST_BYTES);
  assert_refused (whole, strlen (whole), part);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
}

static char *
repeat (const char *before, const char *what, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
  return g_string_free (g_string_append (text, after), FALSE);
}

static char *
number_members (guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\"%u\":0,", i);
  return g_string_free (g_string_append (text, "\"a\":0}"), FALSE);
}

/* What looks harmless to one who counts brackets, and what is small but makes much work. */
static void
test_traps (void)
{
  assert_refused_soon (repeat ("/*\"*/", "[", 1000000, ""), "no JSON");
  assert_refused_soon (repeat ("//\"\n", "[", 1000000, ""), "no JSON");
  assert_refused_soon (repeat ("#\"\n", "[", 1000000, ""), "no JSON");
  assert_refused_soon (repeat ("['\"', ", "[", 1000000, ""), "no JSON");
  assert_refused_soon (repeat ("[\"\\\"\", ", "{\"a\":", 300000, ""), "deeper");
  assert_refused_soon (repeat ("]]]]]]]]", "[", 100000, ""), "no JSON");
  assert_refused_soon (number_members (300000), "more values");
  assert_refused_soon (repeat ("{", "\"a\":0,", 600000, "\"a\":0}"), "more values");
  assert_refused_soon (repeat ("[", "{},", 1300000, "{}]"), "more values");
  assert_refused_soon (repeat ("[", "{}", 2000000, "]"), "more values");
  assert_refused_soon (repeat ("{\"version\": ", "1", 4000000, "}"), "result file");
  assert_refused_soon (repeat ("{\"version\": 1e", "9", 4000000, "}"), "result file");
  assert_refused_soon (repeat ("{\"name\": \"", "\\u0041", 600000, "\"}"), "result file");
}

/* Wherever it is cut off, it is refused, and a byte that is changed does no harm. */
static void
test_damaged (void)
{
  g_autofree char *good = write_good (0);
  gsize length = strlen (g_strchomp (good));

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CharterClassResult) cut = charter_class_file_read (good, i, &error);
      g_autofree char *changed = g_strdup (good);
      g_autoptr (CharterClassResult) other = NULL;

      g_assert_null (cut);
      changed[i] = (char)(33 + (changed[i] * 7 + i) % 90);
      other = charter_class_file_read (changed, length, NULL);
      g_assert_true (other == NULL || other->answers->len == 4);
    }
}

/* ---- again as it was ---- */

static void
assert_same (const CharterClassResult *a, const CharterClassResult *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->attempt, ==, b->attempt);
  g_assert_cmpstr (a->day, ==, b->day);
  g_assert_cmpstr (a->paper, ==, b->paper);
  g_assert_cmpstr (a->pack, ==, b->pack);
  g_assert_cmpstr (a->group, ==, b->group);
  g_assert_cmpint (a->is_exam, ==, b->is_exam);
  g_assert_cmpuint (a->answers->len, ==, b->answers->len);
  for (guint i = 0; i < a->answers->len; i++)
    {
      const CharterClassAnswer *left = &g_array_index (a->answers, CharterClassAnswer, i);
      const CharterClassAnswer *right = &g_array_index (b->answers, CharterClassAnswer, i);

      g_assert_true (left->item == right->item && left->key_hash == right->key_hash && left->pack == right->pack);
      g_assert_cmpstr (left->response, ==, right->response);
      g_assert_cmpfloat (left->points, ==, right->points);
      g_assert_cmpfloat (left->maximum, ==, right->maximum);
      g_assert_cmpint (left->time, ==, right->time);
      g_assert_cmpint (left->confidence, ==, right->confidence);
      g_assert_cmpint (left->counts, ==, right->counts);
      g_assert_cmpint (left->first, ==, right->first);
      g_assert_cmpuint (left->seed, ==, right->seed);
    }
}

static gint64 ticks;

static gint64
get_fake (gpointer data)
{
  return ticks;
}

static void
give (CharterSession *session, guint position, const char *text, CharterConfidence confidence)
{
  const CharterStep *step = charter_path_get_step (charter_session_get_path (session), position);
  g_autoptr (CharterResponse) response
    = charter_response_parse (charter_item_kind_response_shape (step->item->kind), text, NULL);

  charter_session_go_to (session, position);
  ticks += 10 * G_USEC_PER_SEC;
  charter_session_set_response (session, response);
  charter_session_set_confidence (session, confidence);
  g_assert_true (charter_session_lock (session));
  charter_session_settle (session, position, TRUE);
}

/* Answers to the scenario of cafe.xml: an option, a misconception's option, a sorting, and nothing. */
static CharterSession *
begin (CharterPack *pack, const char *id, CharterMood mood)
{
  const CharterClock clock = { get_fake, get_fake, NULL };
  g_autoptr (CharterPath) path = charter_paper_new (pack, "cafe", NULL, 1, NULL);

  return charter_session_new (id, path, mood, clock);
}

static void
test_session (void)
{
  g_autoptr (CharterPack) pack = load_pack ("cafe.xml");
  g_autoptr (CharterSession) session = begin (pack, "a secret", CHARTER_MOOD_EXAM);
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
  g_autoptr (CharterClassResult) result = NULL, read = NULL;
  g_autofree char *text = NULL;
  const CharterClassAnswer *answers;

  give (session, 0, "open", CHARTER_CONFIDENCE_SURE);
  give (session, 1, "always", CHARTER_CONFIDENCE_GUESS);
  give (session, 2, "bread=daily stove=once", CHARTER_CONFIDENCE_NONE);
  g_hash_table_add (before, GUINT_TO_POINTER (1));
  result = charter_class_result_new (session, "Ana", "2026-05-31", before);
  text = charter_class_file_write (result);
  read = charter_class_file_read (text, strlen (text), NULL);
  g_assert_nonnull (read);
  assert_same (result, read);
  answers = (const CharterClassAnswer *)(void *)read->answers->data;
  g_assert_cmpuint (read->answers->len, ==, 5);
  g_assert_cmpstr (answers[0].response, ==, "open");
  g_assert_cmpint (answers[0].time, ==, 10000);
  g_assert_cmpfloat (answers[0].points, ==, 1);
  g_assert_true (answers[0].first && !answers[1].first);
  g_assert_cmpint (answers[1].confidence, ==, CHARTER_CONFIDENCE_GUESS);
  g_assert_null (answers[3].response);
  g_assert_true (answers[3].counts); /* left open in an exam */
  g_assert_null (strstr (text, "secret"));
}

/* Nothing but what the help's page lists. */
static void
test_nothing_else (void)
{
  static const char *const members[]
    = { "format", "version", "name", "attempt", "day",  "pack",    "release", "group",  "mood", "paper", "items",
        "item",   "key",     "kind", "points",  "sure", "maximum", "seconds", "counts", "seed", "first", "response" };
  g_autoptr (CharterPack) pack = load_pack ("cafe.xml");
  g_autoptr (CharterSession) session = begin (pack, "s", CHARTER_MOOD_STUDY);
  g_autoptr (CharterClassResult) result = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("\"([^\"]+)\" :", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  give (session, 0, "open", CHARTER_CONFIDENCE_SURE);
  result = charter_class_result_new (session, "Ana", "2026-05-31", NULL);
  text = charter_class_file_write (result);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        known |= g_str_equal (members[i], name);
      if (!known)
        g_error ("“%s” is in the file", name);
      n++;
    }
  g_assert_cmpuint (n, >, 40);
}

static void
test_names (void)
{
  g_autofree char *first = charter_class_dup_random_name (1);
  g_autofree char *again = charter_class_dup_random_name (1);
  g_autofree char *other = charter_class_dup_random_name (2);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
  g_assert_cmpuint (strlen (first), ==, strlen ("Learner 4K7-2QX"));
}

/* ---- a pile of files, with their pack ---- */

static void
add_text (CharterClassPile *pile, const char *file, const char *text)
{
  charter_class_pile_add (pile, file, text, strlen (text));
}

/* A learner's file; what is to be replaced in it may be NULL. */
static char *
write_cafe (CharterPack *pack, const char *name, const char *id, const char *find, const char *by)
{
  g_autoptr (CharterSession) session = begin (pack, id, CHARTER_MOOD_EXAM);
  g_autoptr (CharterClassResult) result = NULL;
  g_autofree char *text = NULL;

  give (session, 0, "open", CHARTER_CONFIDENCE_SURE);
  give (session, 1, "always", CHARTER_CONFIDENCE_SURE);
  result = charter_class_result_new (session, name, "2026-05-31", NULL);
  text = charter_class_file_write (result);
  return find != NULL ? replace_once (text, find, by) : g_strdup (text);
}

static void
assert_told (GPtrArray *faults, guint i, const char *file, const char *part)
{
  const CharterClassFault *fault = faults->pdata[i];

  g_assert_cmpuint (i, <, faults->len);
  g_assert_cmpstr (fault->file, ==, file);
  if (strstr (fault->sentence, part) == NULL)
    g_error ("“%s” does not say “%s”", fault->sentence, part);
}

static const CharterClassItem *
find_item (const CharterClassAnalysis *analysis, const char *id)
{
  for (guint i = 0; i < analysis->items->len; i++)
    if (g_str_equal (((CharterClassItem *)analysis->items->pdata[i])->column->id, id))
      return analysis->items->pdata[i];
  g_assert_not_reached ();
}

/* Whoever gives himself points, or copies a file, gains nothing by it. */
static void
test_pile (void)
{
  g_autoptr (CharterPack) pack = load_pack ("cafe.xml");
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();
  g_autoptr (CharterClassAnalysis) analysis = NULL;
  g_autofree char *ana = write_cafe (pack, "Ana", "s1", NULL, NULL);
  g_autofree char *twice = write_cafe (pack, "Ana", "s2", NULL, NULL);
  g_autofree char *rich = write_cafe (pack, "Ben", "s3", "\"points\" : 0.0", "\"points\" : 1.0");
  g_autofree char *odd = write_cafe (pack, "Eva", "s4", "\"always\"", "\"unheard-of\"");
  g_autofree char *other = write_good (7);
  const CharterClassItem *item;
  CharterClassTable *table;

  g_ptr_array_add (packs, pack);
  add_text (pile, "ana", ana);
  add_text (pile, "ana again", ana);
  add_text (pile, "ana twice", twice);
  add_text (pile, "ben", rich);
  add_text (pile, "eva", odd);
  add_text (pile, "other", other);
  add_text (pile, "rubbish", "{");
  g_assert_cmpuint (pile->sheets->len, ==, 5);
  g_assert_cmpuint (pile->faults->len, ==, 2);
  assert_told (pile->faults, 0, "ana again", "same attempt as “ana”");
  assert_told (pile->faults, 1, "rubbish", "not whole");

  table = charter_class_table_new (pile, pack->id, "cafe", packs);
  analysis = charter_class_analysis_new (table);
  g_assert_cmpuint (table->faults->len, ==, 4);
  assert_told (table->faults, 0, "ana twice", "5 answers");
  assert_told (table->faults, 1, "ben", "other points");
  assert_told (table->faults, 2, "eva", "can’t be one");
  assert_told (table->faults, 3, "other", "something else");

  g_assert_cmpuint (analysis->figures.n, ==, 3);
  item = find_item (analysis, "habit");
  g_assert_cmpuint (item->n, ==, 2);
  g_assert_cmpuint (item->n_right, ==, 0);
  g_assert_cmpuint (item->n_sure[CHARTER_CONFIDENCE_SURE], ==, 2);
  g_assert_cmpuint (item->ideas->len, ==, 1);
  g_assert_cmpuint (g_array_index (item->ideas, CharterClassIdea, 0).n_shown, ==, 2);
  g_assert_cmpstr (g_array_index (item->ideas, CharterClassIdea, 0).misconception->id, ==, "forever");
  g_assert_cmpuint (g_array_index (analysis->ideas, CharterClassIdea, 0).n_shown, ==, 2);
}

static const CharterClassChoice *
find_choice (const CharterClassItem *item, const char *id)
{
  for (guint i = 0; i < item->choices->len; i++)
    if (g_str_equal (g_array_index (item->choices, CharterClassChoice, i).id, id))
      return &g_array_index (item->choices, CharterClassChoice, i);
  g_assert_not_reached ();
}

/* An option that nobody chose is told, for the pack has it. */
static void
test_choices (void)
{
  g_autoptr (CharterPack) pack = load_pack ("cafe.xml");
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterClassPile) pile = charter_class_pile_new ();
  g_autoptr (CharterClassAnalysis) analysis = NULL;
  const CharterClassItem *item;

  g_ptr_array_add (packs, pack);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autofree char *text = write_cafe (pack, id, id, NULL, NULL);
      add_text (pile, id, text);
    }
  analysis = charter_class_analysis_new (charter_class_table_new (pile, pack->id, "cafe", packs));
  item = find_item (analysis, "task");
  g_assert_cmpuint (item->choices->len, ==, 3);
  g_assert_true (find_choice (item, "open")->is_key);
  g_assert_false (find_choice (item, "open")->is_dead);
  g_assert_cmpuint (find_choice (item, "open")->n, ==, 3);
  g_assert_true (find_choice (item, "bake")->is_dead);
  g_assert_true (charter_class_item_is_small (item, CHARTER_CLASS_DISTRACTORS));
  g_assert_cmpfloat (item->quartiles[1], ==, 10);
}

/* Where one writes from the right, a sign stays at its number. */
static void
assert_number (const char *language, double number, const char *expected)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  g_autofree char *words = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  words = charter_class_words_dup_number (number, 1);
  g_assert_cmpstr (words, ==, expected);
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

static void
test_numbers (void)
{
  assert_number ("en", -8, "−8.0");
  assert_number ("en", -.01, "0.0");
  assert_number ("en", NAN, "–");
  assert_number ("he_IL.UTF-8", 8, "8.0");
  assert_number ("he_IL.UTF-8", -8, "\u2066−8.0\u2069");
  assert_number ("ar", -8, "\u2066−8.0\u2069");
}

/* ---- a folder ---- */

static void
save (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Thousands of them, with rubbish among them, a folder and a pipe that are named like results, and a link to nothing.
 */
static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("charter-class-XXXXXX", NULL);
  g_autofree char *within = g_build_filename (folder, "folder.charter-result", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.charter-result", NULL);
  g_autofree char *link = g_build_filename (folder, "link.charter-result", NULL);
  g_autofree char *circle = g_build_filename (folder, "circle.charter-result", NULL);
  g_autofree char *endless = g_build_filename (folder, "endless.charter-result", NULL);
  g_autofree char *to_pipe = g_build_filename (folder, "to-pipe.charter-result", NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CharterClassPile) pile = NULL;
  g_autoptr (CharterClassAnalysis) analysis = NULL;
  static const struct {
    const char *name, *part;
  } odd[] = {
    { "circle.charter-result", "no file" },
    { "endless.charter-result", "no file" },
    { "folder.charter-result", "no file" },
    { "link.charter-result", "no file" },
    { "pipe.charter-result", "no file" },
    { "to-pipe.charter-result", "no file" },
    { "two\nlines \xef\xbf\xbd.charter-result", "no result file" },
  };
  const guint n = g_test_slow () ? 10000 : 2000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u.charter-result", i);
      g_autofree char *text = i % 10 == 0 ? g_strdup ("rubbish") : write_good (i);
      save (folder, name, text);
    }
  save (folder, "notes.txt", "not looked at");
  g_assert_cmpint (g_mkdir (within, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  g_assert_cmpint (symlink ("circle.charter-result", circle), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", endless), ==, 0);
  g_assert_cmpint (symlink ("pipe.charter-result", to_pipe), ==, 0);
  save (folder, "two\nlines \xff.charter-result", "{}");
  g_ptr_array_add (places, g_file_new_for_path (folder));
  pile = charter_class_pile_read (places, NULL, NULL);
  g_assert_nonnull (pile);
  g_assert_cmpuint (pile->sheets->len, ==, n - n / 10);
  g_assert_cmpuint (pile->faults->len, ==, n / 10 + G_N_ELEMENTS (odd));
  assert_told (pile->faults, 0, "00000.charter-result", "can’t be read");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    assert_told (pile->faults, n / 10 + i, odd[i].name, odd[i].part);
  analysis = rows_analyse (pile);
  g_assert_cmpuint (analysis->figures.n, ==, n - n / 10);
  remove_all (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("hostile.txt", "/class/file/hostile", 3, check_refused);
  g_test_add_func ("/class/file/shapes", test_shapes);
  g_test_add_func ("/class/file/traps", test_traps);
  g_test_add_func ("/class/file/damaged", test_damaged);
  g_test_add_func ("/class/file/session", test_session);
  g_test_add_func ("/class/file/nothing-else", test_nothing_else);
  g_test_add_func ("/class/file/names", test_names);
  g_test_add_func ("/class/words/numbers", test_numbers);
  g_test_add_func ("/class/pile/faults", test_pile);
  g_test_add_func ("/class/pile/choices", test_choices);
  g_test_add_func ("/class/pile/folder", test_folder);
  return g_test_run ();
}
