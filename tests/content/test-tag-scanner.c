/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-tag-scanner.h"

#include <string.h>

#define LONGEST 64

typedef struct {
  const char *text;
  const char *tags; /* the start tags' bytes, joined by "|" */
  CharterTagStatus last;
} Case;

static const Case cases[] = {
  { "", "", CHARTER_TAG_END },
  { "no tags", "", CHARTER_TAG_END },
  { "<a/><b>x</b>", "<a/>|<b>", CHARTER_TAG_END },
  { "<a x='>' y=\"<\"><b>", "<a x='>' y=\"<\">|<b>", CHARTER_TAG_END },
  { "<!-- <a> --><b/>", "<b/>", CHARTER_TAG_END },
  { "<![CDATA[<a>]]><b/>", "<b/>", CHARTER_TAG_END },
  { "<?xml version='1.0'?><b/>", "<b/>", CHARTER_TAG_END },
  { "<!-- never ends <a>", "", CHARTER_TAG_END },
  { "<a x='never ends>", "<a x='never ends>", CHARTER_TAG_END },
  { "<a><!DOCTYPE b><c>", "<a>", CHARTER_TAG_DECLARATION },
  { "<a x='0123456789012345678901234567890123456789012345678901234567890123'>", "", CHARTER_TAG_TOO_LONG },
};

static void
test_walk (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      CharterTagScanner scanner;
      CharterTagStatus status;
      CharterTag tag;
      guint n = 0;

      charter_tag_scanner_init (&scanner, cases[i].text, strlen (cases[i].text), LONGEST);
      while ((status = charter_tag_scanner_next (&scanner, &tag)) == CHARTER_TAG_FOUND)
        {
          g_assert_cmpuint (tag.ordinal, ==, ++n);
          g_string_append_printf (found, "%s%.*s", n > 1 ? "|" : "", (int)(tag.end - tag.start),
                                  cases[i].text + tag.start);
        }
      g_assert_cmpstr (found->str, ==, cases[i].tags);
      g_assert_cmpint (status, ==, cases[i].last);
    }
}

static void
test_attributes (void)
{
  const char *text = "<x id = 'one'\n  topic=\"id='two'\" see='>'/>";
  CharterTagScanner scanner;
  CharterTag tag;
  gsize start, end;

  charter_tag_scanner_init (&scanner, text, strlen (text), LONGEST);
  g_assert_cmpint (charter_tag_scanner_next (&scanner, &tag), ==, CHARTER_TAG_FOUND);
  g_assert_true (charter_tag_find_attribute (text, &tag, "id", &start, &end));
  g_assert_cmpmem (text + start, end - start, "id = 'one'", 10);
  g_assert_true (charter_tag_find_attribute (text, &tag, "topic", &start, &end));
  g_assert_cmpmem (text + start, end - start, "topic=\"id='two'\"", 16);
  g_assert_true (charter_tag_find_attribute (text, &tag, "see", &start, &end));
  g_assert_false (charter_tag_find_attribute (text, &tag, "two", &start, &end));
}

static void
test_places (void)
{
  const char *text = "\xEF\xBB\xBF<é>\r\nüö<b/>\n\n<c/>";
  const char *wanted[] = { "<é", "<b/>", "<c/>" };
  const guint lines[] = { 1, 2, 4 }, columns[] = { 1, 3, 1 };
  CharterPlaceCounter counter = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      guint line, column;

      charter_place_counter_locate (&counter, text, strstr (text, wanted[i]) - text, &line, &column);
      g_assert_cmpuint (line, ==, lines[i]);
      g_assert_cmpuint (column, ==, columns[i]);
    }
}

/* The quick check refuses every file in which the walk finds a tag that is too long. */
static void
test_quick_check (void)
{
  static const char pieces[][12]
    = { "<a>", "<b x='", "'>", "'", "\"", ">", " y=\"z\"", "<!--", "-->", "text text ", "</a>", "<c" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      CharterTagScanner scanner;
      CharterTagStatus walked, checked;
      CharterTag tag;
      gsize start;

      for (guint n = g_test_rand_int_range (1, 40); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      charter_tag_scanner_init (&scanner, text->str, text->len, LONGEST);
      while ((walked = charter_tag_scanner_next (&scanner, &tag)) == CHARTER_TAG_FOUND)
        if (memchr (text->str + tag.start + 1, '<', tag.end - tag.start - 1))
          break; /* no XML any more: the parser stops here */
      checked = charter_tag_scanner_check (text->str, text->len, LONGEST, &start);
      if (walked == CHARTER_TAG_TOO_LONG && !memchr (text->str + tag.start + 1, '<', LONGEST))
        g_assert_cmpint (checked, ==, CHARTER_TAG_TOO_LONG);
    }
}

static void
test_any_bytes (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      char bytes[80];
      gsize length = g_test_rand_int_range (0, sizeof bytes), start, end;
      CharterTagScanner scanner;
      CharterTag tag;

      for (gsize i = 0; i < length; i++)
        bytes[i] = "<>!-[]?/'\"= \na\0&"[g_test_rand_int_range (0, 16)];
      charter_tag_scanner_init (&scanner, bytes, length, 20);
      while (charter_tag_scanner_next (&scanner, &tag) == CHARTER_TAG_FOUND)
        {
          g_assert_cmpuint (tag.end, <=, length);
          g_assert_cmpuint (tag.start, <, tag.end);
          if (charter_tag_find_attribute (bytes, &tag, "a", &start, &end))
            g_assert_cmpuint (end, <=, tag.end);
        }
      charter_tag_scanner_check (bytes, length, 20, &start);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tag-scanner/walk", test_walk);
  g_test_add_func ("/tag-scanner/attributes", test_attributes);
  g_test_add_func ("/tag-scanner/places", test_places);
  g_test_add_func ("/tag-scanner/quick-check", test_quick_check);
  g_test_add_func ("/tag-scanner/any-bytes", test_any_bytes);
  return g_test_run ();
}
