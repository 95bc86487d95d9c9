/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of a piece of source, and what the source becomes when something else is written. */
#include "charter-written.h"

#include <string.h>

typedef struct {
  const char *source;
  CharterWriting writing;
  const char *shown;
  const char *written;
  const char *becomes; /* NULL: it is not taken */
} Case;

#define PLAIN CHARTER_WRITING_PLAIN
#define MARKUP CHARTER_WRITING_MARKUP
#define XML CHARTER_WRITING_XML

/* clang-format off */
static const Case cases[] = {
  { "", PLAIN, "", "a < b & c", "a &lt; b &amp; c" },
  { "old", PLAIN, "old", "old", "old" },
  { "old", PLAIN, "old", "", "" },
  { "one two", PLAIN, "one two", "one or two", "one or two" },
  { "one\n    two\n    three", PLAIN, "one two three", "one two or three", "one\n    two\n    or three" },
  { "\n    one\n  ", PLAIN, "one", "one more", "\n    one more\n  " },
  { " one ", PLAIN, " one ", "one", "one" },
  { "a &amp; b", PLAIN, "a & b", "a & c", "a &amp; c" },
  { "a &amp; b", PLAIN, "a & b", "a  b", "a  b" },
  { "&#x263a;&unknown;", PLAIN, "☺&unknown;", "☺!&unknown;", "&#x263a;!&unknown;" },
  { "naïve", PLAIN, "naïve", "naive", "naive" },
  { "größe", PLAIN, "größe", "grüße", "grüße" },
  { "x", PLAIN, "x", "x\001\002y", "xy" },
  { "x", PLAIN, "x", "x\ny", "x y" },
  { "an <em>idea</em>", MARKUP, "an <em>idea</em>", "an <em>old idea</em>", "an <em>old idea</em>" },
  { "an <em>idea</em>", MARKUP, "an <em>idea</em>", "an <em>idea", NULL },
  { "an <em>idea</em>", MARKUP, "an <em>idea</em>", "an idea & more", NULL },
  { "idea", MARKUP, "idea", "</p><p>", NULL },
  { "idea", MARKUP, "idea", "</all><all>", NULL },
  { "idea", MARKUP, "idea", "<!DOCTYPE pack>", NULL },
  { "idea", MARKUP, "idea", "<?xml version='1.0'?>", NULL },
  { "idea", MARKUP, "idea", "<link see=\"a < b\">idea</link>", NULL },
  { "idea", MARKUP, "idea", "idea &unknown;", NULL },
  { "idea", MARKUP, "idea", "<em\n>idea</em>", "<em >idea</em>" },
  { "a [x] b", PLAIN, "a [x] b", "a [x] c", "a [x] c" },
  { "<p>a</p>\n  <bullets>\n    <li>b</li>\n  </bullets>", XML, "<p>a</p>\n<bullets>\n  <li>b</li>\n</bullets>",
    "<p>a</p>\n<bullets>\n  <li>b</li>\n  <li>c</li>\n</bullets>",
    "<p>a</p>\n  <bullets>\n    <li>b</li>\n    <li>c</li>\n  </bullets>" },
  { "<p>a</p>", XML, "<p>a</p>", "<p>a</p>\n\n<p>b</p>", "<p>a</p>\n\n  <p>b</p>" },
  { "<p>a</p>", XML, "<p>a</p>", "<p>a", NULL },
  { "<p>a</p>", XML, "<p>a</p>", "<p>a</p> and more", NULL },
};
/* clang-format on */

static char *
apply (const char *source, gsize start, gsize end, const GString *inserted)
{
  GString *text = g_string_new_len (source, (gssize)start);

  g_string_append_len (text, inserted->str, (gssize)inserted->len);
  g_string_append (text, source + end);
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *it = &cases[i];
      CharterWrittenStyle style = { it->source, it->writing, FALSE, "  ", "\n", it->writing == XML };
      g_autoptr (CharterWritten) written = charter_written_new (&style);
      g_autoptr (GString) inserted = g_string_new (NULL);
      g_autofree char *result = NULL;
      gsize start, end;
      gboolean is_taken;

      charter_written_add (written, 0, strlen (it->source));
      g_assert_cmpstr (charter_written_get_text (written), ==, it->shown);
      is_taken = charter_written_change (written, it->written, &start, &end, inserted);
      g_assert_cmpint (is_taken, ==, it->becomes != NULL);
      if (!is_taken)
        continue;
      result = apply (it->source, start, end, inserted);
      g_assert_cmpstr (result, ==, it->becomes);
    }
}

/* Two paragraphs, and what becomes of the source when they are written as text. */
static void
assert_paragraphs (const char *text, const char *expected)
{
  static const char source[] = "<p>One\n    two.</p>\n  <p>Three.</p>";
  CharterWrittenStyle style = { source, PLAIN, TRUE, "  ", "\n", FALSE };
  g_autoptr (CharterWritten) written = charter_written_new (&style);
  g_autoptr (GString) inserted = g_string_new (NULL);
  g_autofree char *result = NULL;
  gsize start, end;

  charter_written_add (written, 3, 15);
  charter_written_add (written, 25, 31);
  g_assert_cmpstr (charter_written_get_text (written), ==, "One two.\nThree.");
  g_assert_true (charter_written_change (written, text, &start, &end, inserted));
  result = apply (source, start, end, inserted);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_paragraphs (void)
{
  assert_paragraphs ("One two.\nThree.", "<p>One\n    two.</p>\n  <p>Three.</p>");
  assert_paragraphs ("One two.\nOr three.", "<p>One\n    two.</p>\n  <p>Or three.</p>");
  assert_paragraphs ("One two. Three.", "<p>One\n    two. Three.</p>");
  assert_paragraphs ("One\ntwo.\nThree.", "<p>One</p>\n  <p>two.</p>\n  <p>Three.</p>");
  assert_paragraphs ("One two.\nThree.\nFour.", "<p>One\n    two.</p>\n  <p>Three.</p>\n  <p>Four.</p>");
  assert_paragraphs ("One two.\n", "<p>One\n    two.</p>\n  <p></p>");
  assert_paragraphs ("", "<p></p>");
}

static void
assert_kept (const char *text, const char *expected)
{
  static const char source[] = "In <b id='x'/> or <b id='y'/>.";
  CharterWrittenStyle style = { source, PLAIN, FALSE, "", "\n", FALSE };
  g_autoptr (CharterWritten) written = charter_written_new (&style);
  g_autoptr (GString) inserted = g_string_new (NULL);
  g_autofree char *result = NULL;
  gsize start, end;

  charter_written_keep (written, "x", 3, 14);
  charter_written_keep (written, "y", 18, 29);
  charter_written_add (written, 0, strlen (source));
  g_assert_cmpstr (charter_written_get_text (written), ==, "In [x] or [y].");
  if (charter_written_change (written, text, &start, &end, inserted))
    result = apply (source, start, end, inserted);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_kept (void)
{
  assert_kept ("At [x] or [y]!", "At <b id='x'/> or <b id='y'/>!");
  assert_kept ("In [y] or [x].", "In <b id='y'/> or <b id='x'/>.");
  assert_kept ("In [x].", NULL);
  assert_kept ("In [x] or [y] or [x].", NULL);
  assert_kept ("In [x or [y].", NULL);
}

static void
test_unescape (void)
{
  static const char xml[] = "&quot;a&amp;b&lt;&#65;&bad;&";
  g_autofree char *text = charter_written_unescape (xml, strlen (xml));

  g_assert_cmpstr (text, ==, "\"a&b<A&bad;&");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/author/written/cases", test_cases);
  g_test_add_func ("/author/written/paragraphs", test_paragraphs);
  g_test_add_func ("/author/written/kept", test_kept);
  g_test_add_func ("/author/written/unescape", test_unescape);
  return g_test_run ();
}
