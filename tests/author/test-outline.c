/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of every pack at hand, whole, cut off anywhere and with bytes that don't belong there; and of small ones
 * where each place is known. */
#include "charter-outline.h"

#include <gio/gio.h>
#include <string.h>

#include "charter-loader.h"

static CharterOutline *
outline_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return charter_outline_new (bytes);
}

static GPtrArray *
list_packs (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  static const char *const folders[] = { "data/packs", "tests/fixtures/packs/valid" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".xml"))
          g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_assert_cmpuint (paths->len, >, 20);
  return paths;
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* Whatever the bytes are: each lies within its parent, behind what came before. */
static void
assert_nested (const CharterOutline *outline, gsize length)
{
  for (guint i = 0; i < charter_outline_get_length (outline); i++)
    {
      const CharterOutlineElement *element = charter_outline_get (outline, i);

      g_assert_cmpuint (element->start, <, element->name_end);
      g_assert_cmpuint (element->name_end, <=, element->inside);
      g_assert_cmpuint (element->inside, <=, element->inside_end);
      g_assert_cmpuint (element->inside_end, <=, element->end);
      g_assert_cmpuint (element->end, <=, length);
      g_assert_cmpuint (element->next, >, i);
      g_assert_cmpuint (element->next, <=, charter_outline_get_length (outline));
      if (element->parent != CHARTER_OUTLINE_NONE)
        {
          const CharterOutlineElement *parent = charter_outline_get (outline, element->parent);

          g_assert_cmpuint (element->parent, <, i);
          g_assert_cmpuint (element->start, >=, parent->inside);
          g_assert_cmpuint (element->end, <=, parent->inside_end);
        }
    }
}

static void
test_shipped (void)
{
  g_autoptr (GPtrArray) paths = list_packs ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GBytes) bytes = read_bytes (paths->pdata[i]);
      g_autoptr (CharterOutline) outline = charter_outline_new (bytes);
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (CharterPack) pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

      assert_nested (outline, g_bytes_get_size (bytes));
      for (guint n = 0; n < charter_outline_get_length (outline); n++)
        {
          g_assert_true (charter_outline_get (outline, n)->is_closed);
          g_assert_cmpuint (charter_outline_get (outline, n)->kind, !=, EL_NONE);
        }
      /* The loader counts as the outline does. */
      for (guint n = 0; pack != NULL && n < pack->n_items; n++)
        {
          const CharterItem *item = pack->items[n];
          guint index = charter_outline_find_id (outline, item->id);

          g_assert_cmpuint (index, ==, item->ordinal - 1);
          g_assert_cmpstr (charter_grammar_get_rule (charter_outline_get (outline, index)->kind)->name, ==,
                           charter_item_kind_name (item->kind));
        }
    }
}

static void
test_broken (void)
{
  g_autoptr (GPtrArray) paths = list_packs ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GBytes) bytes = read_bytes (paths->pdata[i]);
      gsize length = MIN (g_bytes_get_size (bytes), 20000);

      for (guint round = 0; round < 20; round++)
        {
          g_autofree char *spoilt = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
          gsize cut = (gsize)g_test_rand_int_range (0, (int)length);
          g_autoptr (GBytes) part = NULL;
          g_autoptr (CharterOutline) outline = NULL;

          for (guint n = 0; n < round; n++)
            spoilt[g_test_rand_int_range (0, (int)length)] = "<>/\"'&!?- "[g_test_rand_int_range (0, 10)];
          part = g_bytes_new (spoilt, cut);
          outline = charter_outline_new (part);
          assert_nested (outline, cut);
          for (guint n = 0; n < charter_outline_get_length (outline); n++)
            {
              g_autofree char *words = charter_outline_dup_words (outline, n);
              g_autofree char *id = charter_outline_dup_value (outline, n, "id");
            }
        }
    }
}

static const char SMALL[] = "<?xml version='1.0'?>\n"
                            "<!-- <pack> -->\n"
                            "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"org.example.a\">\n"
                            "  <info><title>A &amp; <em>B</em>\n  é</title></info>\n"
                            "  <bank id=\"b\">\n"
                            "    <single id=\"s\"><stem><p>Why?</p><p>Now?</p></stem>\n"
                            "      <option id='a' correct=\"true\"><text>1 &lt; 2</text></option>\n"
                            "      <option id=\"b\"><text/></option></single>\n"
                            "  </bank>\n"
                            "</pack>\n";

static gsize
place_of (const char *text, const char *what)
{
  return (gsize)(strstr (text, what) - text);
}

static void
test_places (void)
{
  g_autoptr (CharterOutline) outline = outline_of (SMALL);
  guint single = charter_outline_find_id (outline, "s");
  guint option = charter_outline_find_child (outline, single, EL_OPTION);
  guint second = charter_outline_next_sibling (outline, option);
  g_autofree char *title = charter_outline_dup_words (outline, 2);
  g_autofree char *stem = charter_outline_dup_words (outline, single + 1);
  g_autofree char *text = charter_outline_dup_words (outline, option);
  gsize start, end;

  g_assert_cmpuint (charter_outline_get (outline, single)->start, ==, place_of (SMALL, "<single"));
  g_assert_cmpuint (charter_outline_get (outline, single)->end, ==, place_of (SMALL, "\n  </bank>"));
  g_assert_cmpuint (charter_outline_get (outline, single)->inside_end, ==, place_of (SMALL, "</single>"));
  g_assert_true (charter_outline_find_value (outline, option, "correct", &start, &end));
  g_assert_cmpmem (SMALL + start, end - start, "true", 4);
  g_assert_cmpuint (charter_outline_next_sibling (outline, second), ==, CHARTER_OUTLINE_NONE);
  g_assert_true (charter_outline_get (outline, second + 1)->is_empty);
  g_assert_cmpstr (title, ==, "A & B é");
  g_assert_cmpstr (stem, ==, "Why?Now?");
  g_assert_cmpstr (text, ==, "1 < 2");
  /* An id in the pack is none of an option. */
  g_assert_cmpuint (charter_outline_get (outline, charter_outline_find_id (outline, "b"))->kind, ==, EL_BANK);
  g_assert_cmpuint (charter_outline_find_id (outline, "org.example.a#s"), ==, single);
  g_assert_cmpuint (charter_outline_find_id (outline, "a"), ==, CHARTER_OUTLINE_NONE);
}

static void
test_at (void)
{
  g_autoptr (CharterOutline) outline = outline_of (SMALL);
  guint single = charter_outline_find_id (outline, "s");

  g_assert_cmpuint (charter_outline_find_at (outline, 0), ==, CHARTER_OUTLINE_NONE);
  g_assert_cmpuint (charter_outline_find_at (outline, place_of (SMALL, "<pack xml")), ==, 0);
  g_assert_cmpuint (charter_outline_find_at (outline, place_of (SMALL, "Why?")), ==, single + 2);
  g_assert_cmpuint (charter_outline_find_at (outline, place_of (SMALL, "\n      <option id='a'")), ==, single);
  g_assert_cmpuint (charter_outline_find_unit (outline, single + 2), ==, single);
  g_assert_cmpuint (charter_outline_find_unit (outline, 2), ==, 0);
  g_assert_cmpuint (charter_outline_find_at (outline, strlen (SMALL)), ==, CHARTER_OUTLINE_NONE);
}

static void
test_free_ids (void)
{
  g_autoptr (CharterOutline) outline = outline_of (SMALL);
  guint single = charter_outline_find_id (outline, "s");
  g_autofree char *item = charter_outline_dup_free_id (outline, charter_outline_find_id (outline, "b"), EL_SINGLE, "b");
  g_autofree char *other = charter_outline_dup_free_id (outline, 0, EL_LESSON, "lesson");
  g_autofree char *option = charter_outline_dup_free_id (outline, single, EL_OPTION, "b");
  g_autofree char *fresh = charter_outline_dup_free_id (outline, single, EL_OPTION, "c");

  g_assert_cmpstr (item, ==, "b-2");
  g_assert_cmpstr (other, ==, "lesson");
  g_assert_cmpstr (option, ==, "b-2");
  g_assert_cmpstr (fresh, ==, "c");
}

/* While somebody types. */
static void
test_typing (void)
{
  g_autoptr (CharterOutline) open = outline_of ("<pack><info><title>x</title></info><bank id='b'><single id='s'><st");
  g_autoptr (CharterOutline) bare = outline_of ("<pack><info><title>a < b</title></info></pack>");
  g_autoptr (CharterOutline) lost = outline_of ("<pack><bank id='b'><single id='s'><stem><p>x</stem></single></bank>");
  g_autoptr (CharterOutline) half = outline_of ("<pack><bank id='b <single id='s'><stem/></single></bank></pack>");

  g_assert_cmpuint (charter_outline_get_length (open), ==, 6);
  g_assert_cmpuint (charter_outline_get (open, 5)->parent, ==, 4);
  g_assert_false (charter_outline_get (open, 4)->is_closed);
  g_assert_cmpuint (charter_outline_get_length (bare), ==, 3);
  g_assert_cmpuint (charter_outline_get_length (lost), ==, 5);
  g_assert_false (charter_outline_get (lost, 4)->is_closed);
  g_assert_true (charter_outline_get (lost, 3)->is_closed);
  g_assert_cmpuint (charter_outline_get (half, 2)->kind, ==, EL_NONE);
}

static void
test_lines (void)
{
  static const char text[] = "\xEF\xBB\xBF<pack>\n\n  sí <em>x</em>";
  g_autoptr (CharterOutline) outline = outline_of (text);
  guint line, column;

  charter_outline_locate (outline, 3, &line, &column);
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 1);
  charter_outline_locate (outline, place_of (text, "<em>"), &line, &column);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 6);
  g_assert_cmpuint (charter_outline_get_offset (outline, 3, 6), ==, place_of (text, "<em>"));
  g_assert_cmpuint (charter_outline_get_offset (outline, 1, 1), ==, 3);
  g_assert_cmpuint (charter_outline_get_offset (outline, 2, 9), ==, place_of (text, "\n  s"));
  g_assert_cmpuint (charter_outline_get_offset (outline, 99, 1), ==, strlen (text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/author/outline/shipped", test_shipped);
  g_test_add_func ("/author/outline/broken", test_broken);
  g_test_add_func ("/author/outline/places", test_places);
  g_test_add_func ("/author/outline/at", test_at);
  g_test_add_func ("/author/outline/free-ids", test_free_ids);
  g_test_add_func ("/author/outline/typing", test_typing);
  g_test_add_func ("/author/outline/lines", test_lines);
  return g_test_run ();
}
