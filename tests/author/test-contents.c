/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of contents of a small pack where each row is known, and of what is still being written. */
#include "charter-contents.h"

#include <gio/gio.h>
#include <string.h>

#include "charter-diagnostic.h"
#include "charter-loader.h"
#include "charter-proof.h"

static const char small[] = "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"org.example.small\" "
                            "release=\"1.0.0\" xml:lang=\"en\">\n"
                            "  <info><title>Small &amp; <em>fine</em></title></info>\n"
                            "  <lesson id=\"tea\"><title>Tea</title>\n"
                            "    <section id=\"water\"><title>Water</title><p>Boil it.</p></section></lesson>\n"
                            "  <glossary><entry id=\"cup\"><name>Cup</name><p>It holds tea.</p></entry></glossary>\n"
                            "  <bank id=\"questions\"><title>Questions</title>\n"
                            "    <truefalse id=\"hot\" answer=\"true\"><stem><p>Tea is hot.</p></stem></truefalse>\n"
                            "    <truefalse id=\"cold\" answer=\"maybe\"><stem><p>Ice is COLD.</p></stem></truefalse>\n"
                            "  </bank>\n"
                            "  <case id=\"spill\"><title>A spill</title>\n"
                            "    <scene id=\"cloth\"><p>It runs off the table.</p><move id=\"mop\" to=\"dry\">"
                            "<text>Mop</text></move></scene>\n"
                            "    <ending id=\"dry\"></ending></case>\n"
                            "</pack>\n";

static CharterOutline *
outline_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return charter_outline_new (bytes);
}

static CharterContents *
contents_of (const CharterOutline *outline)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return charter_contents_new (outline, none);
}

static void
test_rows (void)
{
  static const struct {
    CharterElementKind kind;
    guint depth;
    const char *words;
  } rows[] = {
    { EL_PACK, 0, "Small & fine" },
    { EL_LESSON, 1, "Tea" },
    { EL_SECTION, 2, "Water" },
    { EL_GLOSSARY, 1, "" },
    { EL_ENTRY, 2, "Cup" },
    { EL_BANK, 1, "Questions" },
    { EL_TRUEFALSE, 2, "Tea is hot." },
    { EL_TRUEFALSE, 2, "Ice is COLD." },
    { EL_CASE, 1, "A spill" },
    { EL_SCENE, 2, "It runs off the table." },
    { EL_ENDING, 2, "dry" },
  };
  g_autoptr (CharterOutline) outline = outline_of (small);
  g_autoptr (CharterContents) contents = contents_of (outline);

  g_assert_cmpuint (charter_contents_get_length (contents), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CharterContentsRow *row = charter_contents_get (contents, i);

      g_assert_cmpuint (row->kind, ==, rows[i].kind);
      g_assert_cmpuint (row->depth, ==, rows[i].depth);
      g_assert_cmpstr (row->words, ==, rows[i].words);
      g_assert_cmpuint (charter_outline_get (outline, row->element)->kind, ==, row->kind);
    }
}

static guint
find_at (const CharterContents *contents, const CharterOutline *outline, const char *words)
{
  const char *at = strstr (small, words);

  g_assert_nonnull (at);
  return charter_contents_find (contents, outline, charter_outline_find_at (outline, (gsize)(at - small)));
}

static void
test_places (void)
{
  g_autoptr (CharterOutline) outline = outline_of (small);
  g_autoptr (CharterContents) contents = contents_of (outline);

  g_assert_cmpuint (find_at (contents, outline, "<pack"), ==, 0);
  g_assert_cmpuint (find_at (contents, outline, "<info"), ==, 0);
  g_assert_cmpuint (find_at (contents, outline, "Boil it"), ==, 2);
  g_assert_cmpuint (find_at (contents, outline, "Questions"), ==, 5);
  g_assert_cmpuint (find_at (contents, outline, "COLD"), ==, 7);
  g_assert_cmpuint (find_at (contents, outline, "Mop"), ==, 9);
  g_assert_cmpuint (charter_contents_find (contents, outline, CHARTER_OUTLINE_NONE), ==, 0);
}

/* By its words and by its id, whatever the capitals. */
static void
test_folded (void)
{
  g_autoptr (CharterOutline) outline = outline_of (small);
  g_autoptr (CharterContents) contents = contents_of (outline);
  g_autofree char *sought = charter_contents_fold ("Ice is cold");
  g_autofree char *accents = charter_contents_fold ("ÉTÉ");
  g_autofree char *apart = charter_contents_fold ("e\xCC\x81t\xC3\xA9");

  g_assert_nonnull (strstr (charter_contents_get (contents, 7)->folded, sought));
  g_assert_nonnull (strstr (charter_contents_get (contents, 6)->folded, "hot"));
  g_assert_null (strstr (charter_contents_get (contents, 6)->folded, sought));
  g_assert_cmpstr (accents, ==, apart);
}

/* A problem marks what it is in, and nothing around that. */
static void
test_marks (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (small, strlen (small));
  g_autoptr (CharterProof) proof = charter_proof_new (bytes, 0, NULL);
  guint n = 0;

  g_assert_cmpuint (proof->problems->len, >, 0);
  for (guint i = 0; i < charter_contents_get_length (proof->contents); i++)
    n += charter_contents_get (proof->contents, i)->trouble != CHARTER_CONTENTS_WELL;
  g_assert_cmpuint (charter_contents_get (proof->contents, 7)->trouble, ==, CHARTER_CONTENTS_ERROR);
  g_assert_cmpuint (charter_contents_get (proof->contents, 5)->trouble, ==, CHARTER_CONTENTS_WELL);
  g_assert_cmpuint (charter_contents_get (proof->contents, 0)->trouble, ==, CHARTER_CONTENTS_WELL);
  g_assert_cmpuint (n, <=, proof->problems->len);
}

/* Cut off anywhere there is a table, and all of its words can be shown. */
static void
test_cut (void)
{
  for (gsize length = 0; length <= strlen (small); length++)
    {
      g_autofree char *text = g_strndup (small, length);
      g_autoptr (CharterOutline) outline = outline_of (text);
      g_autoptr (CharterContents) contents = contents_of (outline);

      for (guint i = 0; i < charter_contents_get_length (contents); i++)
        {
          const CharterContentsRow *row = charter_contents_get (contents, i);

          g_assert_true (g_utf8_validate (row->words, -1, NULL));
          g_assert_cmpuint (charter_contents_find (contents, outline, row->element), ==, i);
        }
    }
}

/* What has no title yet is not called by what is in it. */
static void
test_untitled (void)
{
  g_autoptr (CharterOutline) outline
    = outline_of ("<pack id=\"p\"><bank id=\"b\"><single id=\"s\"><stem><p>Which?</p></stem></single></bank></pack>");
  g_autoptr (CharterContents) contents = contents_of (outline);

  g_assert_cmpstr (charter_contents_get (contents, 0)->words, ==, "p");
  g_assert_cmpstr (charter_contents_get (contents, 1)->words, ==, "b");
  g_assert_cmpstr (charter_contents_get (contents, 2)->words, ==, "Which?");
}

static void
test_other_bytes (void)
{
  g_autoptr (CharterOutline) outline = outline_of ("<pack><info><title>T\xE9</title></info></pack>");
  g_autoptr (CharterContents) contents = contents_of (outline);
  g_autoptr (CharterOutline) nothing = outline_of ("");
  g_autoptr (CharterContents) empty = contents_of (nothing);

  g_assert_true (g_utf8_validate (charter_contents_get (contents, 0)->words, -1, NULL));
  g_assert_cmpuint (charter_contents_get_length (empty), ==, 0);
  g_assert_cmpuint (charter_contents_find (empty, nothing, CHARTER_OUTLINE_NONE), ==, CHARTER_OUTLINE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contents/rows", test_rows);
  g_test_add_func ("/contents/places", test_places);
  g_test_add_func ("/contents/folded", test_folded);
  g_test_add_func ("/contents/marks", test_marks);
  g_test_add_func ("/contents/cut", test_cut);
  g_test_add_func ("/contents/untitled", test_untitled);
  g_test_add_func ("/contents/other-bytes", test_other_bytes);
  return g_test_run ();
}
