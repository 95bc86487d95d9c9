/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every pack under fixtures/packs: the valid ones load whole and without a word, the broken ones with just the
 * diagnostics that stand beside them. CHARTER_WRITE_EXPECTED=1 writes those anew, to be read before they are kept. */
#include "charter-loader.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
fixtures (const char *folder)
{
  return g_test_build_filename (G_TEST_DIST, "..", "fixtures", "packs", folder, NULL);
}

static CharterPack *
load (const char *path, GPtrArray **diagnostics)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CharterPack *pack = charter_loader_load_file (file, diagnostics, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

static char *
list (GPtrArray *diagnostics)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const CharterDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *line = charter_diagnostic_to_string (diagnostic, NULL);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
test_valid (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = load (path, &diagnostics);
  g_autofree char *told = list (diagnostics);

  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (pack);
  g_assert_cmpuint (pack->n_set_aside, ==, 0);
  g_assert_cmpstr (pack->title.plain, !=, "");
}

/* The lines that begin with "#" say something to the schema's tests. */
static char *
split_comments (char *expected)
{
  char *at = expected;

  while (*at == '#')
    {
      at = strchr (at, '\n');
      if (!at)
        return expected + strlen (expected);
      at++;
    }
  return at;
}

static void
test_broken (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".xml"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected = NULL, *told = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = load (path, &diagnostics);
  g_autoptr (GError) error = NULL;
  char *lines;

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  told = list (diagnostics);
  lines = split_comments (expected);
  if (g_getenv ("CHARTER_WRITE_EXPECTED"))
    {
      g_autoptr (GString) text = g_string_new_len (expected, lines - expected);

      g_string_append (text, told);
      g_file_set_contents (expected_path, text->str, -1, NULL);
    }
  else
    g_assert_cmpstr (told, ==, lines);
  g_assert_cmpuint (diagnostics->len, >, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
add_folder (const char *folder, const char *group, GTestDataFunc test)
{
  g_autofree char *path = fixtures (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test_name = g_strconcat ("/loader/", group, "/", g_ptr_array_index (names, i), NULL);

      g_test_add_data_func_full (test_name, g_build_filename (path, g_ptr_array_index (names, i), NULL), test, g_free);
    }
}

/* ---- what is read, for what a diagnostic can't show */

static CharterPack *
load_text (const char *text, GPtrArray **diagnostics)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return charter_loader_load_bytes (bytes, NULL, diagnostics);
}

#define START                                                                                                          \
  "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"org.example.x\" release=\"1\" "                              \
  "xml:lang=\"en\"><info><title>T</title></info>"

static void
test_text (void)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack
    = load_text (START
                 "<lesson id=\"l\"><title> A\n  <em> b </em>c </title><section id=\"s\"><title>S</title>"
                 "<p>One <strong>two <em>three</em></strong>, <code>x &lt; y</code>.</p></section></lesson></pack>",
                 &diagnostics);
  const CharterLesson *lesson = charter_pack_find_lesson (pack, "l");
  const CharterText *p = &lesson->sections[0].blocks.blocks[0].p;

  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpstr (lesson->title.plain, ==, "A b c");
  g_assert_cmpint (lesson->title.spans[0].kind, ==, CHARTER_SPAN_EM);
  g_assert_cmpuint (lesson->title.spans[0].start, ==, 2);
  g_assert_cmpuint (lesson->title.spans[0].length, ==, 1);
  g_assert_cmpstr (p->plain, ==, "One two three, x < y.");
  g_assert_cmpint (p->spans[0].kind, ==, CHARTER_SPAN_STRONG);
  g_assert_cmpuint (p->spans[0].length, ==, strlen ("two three"));
  g_assert_cmpint (p->spans[1].kind, ==, CHARTER_SPAN_EM);
  g_assert_cmpint (p->spans[2].kind, ==, CHARTER_SPAN_CODE);
  g_assert_cmpint (p->spans[3].kind, ==, CHARTER_SPAN_END);
}

static void
test_good_items_play (void)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = load_text (
    START
    "<bank id=\"b\">"
    "<single id=\"bad\"><stem><p>?</p></stem><option id=\"a\"><text>A</text></option>"
    "<option id=\"b1\"><text>B</text></option></single>"
    "<single id=\"good\"><stem><p>?</p></stem><option id=\"a\" correct=\"true\"><text>A</text></option>"
    "<option id=\"b1\"><text>B</text></option></single></bank>"
    "<lesson id=\"l\"><title>L</title><section id=\"s\"><title>S</title><check ref=\"bad\"/></section></lesson></pack>",
    &diagnostics);

  g_assert_cmpuint (diagnostics->len, ==, 1);
  g_assert_cmpuint (pack->n_items, ==, 1);
  g_assert_cmpuint (pack->n_set_aside, ==, 1);
  g_assert_null (charter_pack_find_item (pack, "bad"));
  g_assert_nonnull (charter_pack_find_item (pack, "good"));
  g_assert_cmpstr (charter_pack_find_group (pack, "b")->items[0]->id, ==, "good");
}

static void
test_minor (void)
{
  g_autofree char *path = fixtures ("valid/minor/newer-kind.xml");
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = load (path, &diagnostics);

  g_assert_cmpuint (pack->minor, ==, 1);
  g_assert_cmpuint (pack->n_set_aside, ==, 2);
  g_assert_cmpuint (pack->n_items, ==, 1);
}

/* Whichever of the two names the other. */
static void
test_twins (void)
{
  g_autofree char *path = fixtures ("valid/whole.xml");
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = load (path, &diagnostics);

  g_assert_cmpstr (charter_pack_find_item (pack, "twin-single")->twin, ==, "item-single");
  g_assert_cmpstr (charter_pack_find_item (pack, "item-single")->twin, ==, "twin-single");
  g_assert_null (charter_pack_find_item (pack, "item-all-that-apply")->twin);
}

/* A third one that wants to join leaves the pair as it is. */
static void
test_twins_refused (void)
{
  g_autofree char *path = fixtures ("broken/234-twins.xml");
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = load (path, &diagnostics);

  g_assert_cmpstr (charter_pack_find_item (pack, "first")->twin, ==, "second");
  g_assert_cmpstr (charter_pack_find_item (pack, "second")->twin, ==, "first");
  for (guint i = 0; i < pack->n_items; i++)
    if (!g_str_equal (pack->items[i]->id, "first") && !g_str_equal (pack->items[i]->id, "second"))
      g_assert_null (pack->items[i]->twin);
}

static void
test_cut_off (void)
{
  g_autofree char *path = fixtures ("valid/whole.xml");
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, NULL);
  for (gsize n = 0; n < length; n += 97)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, n);
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (CharterPack) pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

      g_assert_cmpuint (diagnostics->len, >, 0);
    }
}

/* ---- large files, which are read in passing */

/* fault: what stands in the middle. Returns: (transfer full) the diagnostics */
static GPtrArray *
load_large (const char *fault, guint *n_items)
{
  g_autoptr (GString) text = g_string_new (START "<bank id=\"b\">");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "charter-large-XXXXXX", NULL);
  g_autoptr (CharterPack) pack = NULL;
  GPtrArray *diagnostics = NULL;
  int fd = g_mkstemp (path);

  for (guint i = 0; i < 30000; i++)
    {
      if (i == 20000)
        g_string_append (text, fault);
      g_string_append_printf (text,
                              "<truefalse id=\"i%u\" answer=\"true\"><stem><p>Is the statement with the number %u "
                              "true, and if it is, why would anybody have doubted it?</p></stem></truefalse>\n",
                              i, i);
    }
  g_string_append (text, "</bank></pack>");
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));
  pack = load (path, &diagnostics);
  *n_items = pack ? pack->n_items : 0;
  g_close (fd, NULL);
  g_unlink (path);
  return diagnostics;
}

static void
test_large (void)
{
  g_autoptr (GString) long_tag = g_string_new ("<truefalse id=\"");
  const struct {
    const char *fault, *code;
    guint n_items;
  } cases[] = {
    { "", NULL, 30000 },
    { "<truefalse id=\"x\" answer=\"no\"><stem><p>?</p></stem></truefalse>", "bad-value", 30000 },
    { "<truefalse id=\"x\" answer=\"true\" topic=\"none\"><stem><p>?</p></stem></truefalse>", "broken-reference",
      30001 },
    { "&nbsp;", "not-well-formed", 20000 },
    { NULL, "tag-too-long", 0 }, /* long_tag */
  };

  for (guint i = 0; i < CHARTER_MAX_START_TAG; i++)
    g_string_append_c (long_tag, 'x');
  g_string_append (long_tag, "\" answer=\"true\"><stem><p>?</p></stem></truefalse>");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_items;
      g_autoptr (GPtrArray) diagnostics = load_large (cases[i].fault ? cases[i].fault : long_tag->str, &n_items);

      g_assert_cmpuint (diagnostics->len, ==, cases[i].code != NULL);
      if (cases[i].code)
        g_assert_cmpstr (((CharterDiagnostic *)g_ptr_array_index (diagnostics, 0))->code, ==, cases[i].code);
      g_assert_cmpuint (n_items, ==, cases[i].n_items);
    }
}

/* ---- hostile files */

/* Whatever a bad disk or a clumsy editor makes of a pack, it is read to an end. */
static void
test_damaged (void)
{
  static const char bytes[] = "<>\"'&;/! =ax0-\xC3\xA9\x00\n";
  g_autofree char *path = fixtures ("valid/whole.xml");
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, NULL);
  for (guint round = 0; round < 1500; round++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (GBytes) given = NULL;
      g_autoptr (CharterPack) pack = NULL;

      for (guint n = g_test_rand_int_range (1, 6); n > 0; n--)
        damaged[g_test_rand_int_range (0, (gint32)length)] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
      given = g_bytes_new (damaged, length);
      pack = charter_loader_load_bytes (given, NULL, &diagnostics);
      g_assert_true (pack || diagnostics->len > 0);
    }
}

static void
assert_refused (GString *text, const char *code)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = load_text (text->str, &diagnostics);

  g_assert_cmpuint (diagnostics->len, >, 0);
  g_assert_cmpstr (((CharterDiagnostic *)g_ptr_array_index (diagnostics, 0))->code, ==, code);
}

static void
test_hostile_attributes (void)
{
  g_autoptr (GString) text = g_string_new (START "<lesson ");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "a%u=\"\" ", i);
  g_string_append (text, "/></pack>");
  assert_refused (text, "tag-too-long");
}

static void
test_hostile_text (void)
{
  g_autoptr (GString) text = g_string_new (START "<lesson id=\"l\"><title>");

  for (guint i = 0; i < 2 * CHARTER_MAX_TEXT / 10; i++)
    g_string_append (text, "ten bytes ");
  g_string_append (text, "</title></lesson></pack>");
  assert_refused (text, "text-too-long");
}

static void
test_hostile_depth (void)
{
  g_autoptr (GString) text = g_string_new (START "<lesson id=\"l\"><title>x");

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "<em>x");
  for (guint i = 0; i < 100; i++)
    g_string_append (text, "</em>");
  g_string_append (text, "</title><section id=\"s\"><title>S</title><p>x</p></section></lesson></pack>");
  assert_refused (text, "too-deep");
}

static void
test_hostile_laughs (void)
{
  g_autoptr (GString) text
    = g_string_new ("<!DOCTYPE pack [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" START "</pack>");

  assert_refused (text, "doctype");
}

static void
test_hostile_parts (void)
{
  g_autoptr (GString) text = g_string_new (START "<bank id=\"b\"><single id=\"i\"><stem><p>?</p></stem>");

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "<option id=\"o%u\"><text>x</text></option>", i);
  g_string_append (text, "</single></bank></pack>");
  assert_refused (text, "too-many");
}

static void
test_hostile_faults (void)
{
  g_autoptr (GString) text = g_string_new (START);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "<lessson/>");
  g_string_append (text, "</pack>");
  pack = load_text (text->str, &diagnostics);
  g_assert_cmpuint (diagnostics->len, ==, CHARTER_MAX_DIAGNOSTICS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_folder ("valid", "valid", test_valid);
  add_folder ("broken", "broken", test_broken);
  add_folder ("valid/minor", "minor", test_broken);
  g_test_add_func ("/loader/text", test_text);
  g_test_add_func ("/loader/good-items-play", test_good_items_play);
  g_test_add_func ("/loader/minor", test_minor);
  g_test_add_func ("/loader/twins", test_twins);
  g_test_add_func ("/loader/twins-refused", test_twins_refused);
  g_test_add_func ("/loader/cut-off", test_cut_off);
  g_test_add_func ("/loader/large", test_large);
  g_test_add_func ("/loader/hostile/damaged", test_damaged);
  g_test_add_func ("/loader/hostile/attributes", test_hostile_attributes);
  g_test_add_func ("/loader/hostile/text", test_hostile_text);
  g_test_add_func ("/loader/hostile/depth", test_hostile_depth);
  g_test_add_func ("/loader/hostile/laughs", test_hostile_laughs);
  g_test_add_func ("/loader/hostile/parts", test_hostile_parts);
  g_test_add_func ("/loader/hostile/faults", test_hostile_faults);
  return g_test_run ();
}
