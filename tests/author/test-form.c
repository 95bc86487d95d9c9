/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs edited in forms: small edits whose every byte is known, a scenario of every kind from nothing, and edits at
 * random of every pack at hand, which change nothing outside what they edit and are undone byte for byte. */
#include "charter-author-form.h"

#include <string.h>

#include "charter-loader.h"

static CharterAuthorForm *
form_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CharterDraft) draft = charter_draft_new (bytes);

  return charter_author_form_new (draft);
}

static const char *
peek (CharterAuthorForm *form)
{
  gsize length;

  return charter_draft_peek (charter_author_form_get_draft (form), &length);
}

static guint
find (CharterAuthorForm *form, CharterElementKind kind, guint nth)
{
  CharterOutline *outline = charter_author_form_get_outline (form);

  for (guint i = 0; i < charter_outline_get_length (outline); i++)
    if (charter_outline_get (outline, i)->kind == kind && nth-- == 0)
      return i;
  return CHARTER_OUTLINE_NONE;
}

/* ---- edits whose bytes are known ---- */

#define HEAD                                                                                                           \
  "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"a.b\" release=\"1\" xml:lang=\"en\">\n"                      \
  "<info><title>T</title></info>\n<bank id=\"bank\">\n"
#define TAIL "\n</bank>\n</pack>\n"
#define FIRST "    <option id=\"a\" correct=\"true\"><text>Yes</text></option>"
#define SECOND "    <option id=\"b\"><text>No</text></option>"
#define SINGLE(inside) HEAD "  <single id=\"q\">\n    <stem><p>Is it?</p></stem>\n" inside "\n  </single>" TAIL

static void
assert_edited (CharterAuthorForm *form, const char *expected)
{
  CharterDraft *draft = charter_author_form_get_draft (form);

  g_assert_cmpstr (peek (form), ==, expected);
  g_assert_true (charter_draft_undo (draft, NULL));
  g_assert_cmpstr (peek (form), ==, SINGLE (FIRST " <!-- surely -->\n" SECOND));
  g_assert_false (charter_draft_can_undo (draft));
}

static void
test_parts (void)
{
  g_autoptr (CharterAuthorForm) form = form_of (SINGLE (FIRST " <!-- surely -->\n" SECOND));

  charter_author_form_add (form, find (form, EL_SINGLE, 0), EL_OPTION, CHARTER_OUTLINE_NONE);
  assert_edited (form,
                 SINGLE (FIRST " <!-- surely -->\n" SECOND "\n    <option id=\"c\"><text>An answer</text></option>"));
  charter_author_form_move (form, find (form, EL_OPTION, 0), 5);
  assert_edited (form, SINGLE (SECOND " <!-- surely -->\n" FIRST));
  charter_author_form_duplicate (form, find (form, EL_OPTION, 1));
  assert_edited (form, SINGLE (FIRST " <!-- surely -->\n" SECOND "\n    <option id=\"c\"><text>No</text></option>"));
  g_assert_false (charter_author_form_can_remove (form, find (form, EL_OPTION, 1)));
  charter_author_form_set_correct (form, find (form, EL_OPTION, 1), TRUE);
  assert_edited (form, SINGLE ("    <option id=\"a\"><text>Yes</text></option> <!-- surely -->\n"
                               "    <option id=\"b\" correct=\"true\"><text>No</text></option>"));
  charter_author_form_remove (form, find (form, EL_SINGLE, 0));
  assert_edited (form, HEAD "</bank>\n</pack>\n");
}

/* Into another bank, which is written in another layout, and on another level. */
static void
test_move_to (void)
{
  static const char before[]
    = HEAD "  <single id=\"q\">\n    <stem><p>Is it?</p></stem>\n" FIRST "\n" SECOND "\n  </single>\n"
           "  <truefalse id=\"t\" answer=\"true\"><stem><p>It is.</p></stem></truefalse>\n</bank>\n"
           "    <bank id=\"other\"/>\n</pack>\n";
  static const char behind[]
    = HEAD "  <truefalse id=\"t\" answer=\"true\"><stem><p>It is.</p></stem></truefalse>\n</bank>\n"
           "    <bank id=\"other\">\n      <single id=\"q\">\n        <stem><p>Is it?</p></stem>\n"
           "    " FIRST "\n    " SECOND "\n      </single>\n    </bank>\n</pack>\n";
  g_autoptr (CharterAuthorForm) form = form_of (before);
  guint at;

  g_assert_false (charter_author_form_can_move_to (form, find (form, EL_SINGLE, 0), find (form, EL_BANK, 0)));
  g_assert_false (charter_author_form_can_move_to (form, find (form, EL_OPTION, 0), find (form, EL_BANK, 1)));
  g_assert_true (charter_author_form_can_move_to (form, find (form, EL_SINGLE, 0), find (form, EL_BANK, 1)));
  at = charter_author_form_move_to (form, find (form, EL_SINGLE, 0), find (form, EL_BANK, 1));
  g_assert_cmpuint (at, ==, find (form, EL_SINGLE, 0));
  g_assert_cmpstr (peek (form), ==, behind);
  at = charter_author_form_move_to (form, find (form, EL_SINGLE, 0), find (form, EL_BANK, 0));
  g_assert_cmpuint (at, ==, find (form, EL_SINGLE, 0));
  g_assert_nonnull (strstr (peek (form), "</truefalse>\n  <single id=\"q\">\n    <stem>"));
  g_assert_true (charter_draft_undo (charter_author_form_get_draft (form), NULL));
  g_assert_true (charter_draft_undo (charter_author_form_get_draft (form), NULL));
  g_assert_cmpstr (peek (form), ==, before);
}

static void
test_words (void)
{
  g_autoptr (CharterAuthorForm) form = form_of (SINGLE (FIRST " <!-- surely -->\n" SECOND));

  g_assert_true (
    charter_author_form_set_child_text (form, find (form, EL_OPTION, 1), EL_WHY, CHARTER_WRITING_PLAIN, "R&D"));
  assert_edited (form, SINGLE (FIRST " <!-- surely -->\n    <option id=\"b\"><text>No</text>"
                                     "<why><p>R&amp;D</p></why></option>"));
  g_assert_true (charter_author_form_set_child_text (form, find (form, EL_SINGLE, 0), EL_RATIONALE,
                                                     CHARTER_WRITING_PLAIN, "So\nit is"));
  assert_edited (form, SINGLE (FIRST " <!-- surely -->\n" SECOND
                                     "\n    <rationale>\n      <p>So</p>\n      <p>it is</p>\n    </rationale>"));
  g_assert_true (
    charter_author_form_set_text (form, find (form, EL_STEM, 0), CHARTER_WRITING_PLAIN, "Is it?\nReally?"));
  assert_edited (form, HEAD "  <single id=\"q\">\n    <stem><p>Is it?</p><p>Really?</p></stem>\n" FIRST
                            " <!-- surely -->\n" SECOND "\n  </single>" TAIL);
  g_assert_true (
    charter_author_form_set_text (form, find (form, EL_STEM, 0), CHARTER_WRITING_XML, "<p>Is <em>it</em>?</p>"));
  assert_edited (form, HEAD "  <single id=\"q\">\n    <stem><p>Is <em>it</em>?</p></stem>\n" FIRST
                            " <!-- surely -->\n" SECOND "\n  </single>" TAIL);
  g_assert_false (charter_author_form_set_text (form, find (form, EL_STEM, 0), CHARTER_WRITING_MARKUP, "Is <em>it?"));
  g_assert_false (charter_draft_can_undo (charter_author_form_get_draft (form)));
}

static void
test_attributes (void)
{
  g_autoptr (CharterAuthorForm) form = form_of (SINGLE (FIRST " <!-- surely -->\n" SECOND));
  g_autofree char *value = NULL;

  charter_author_form_set_attribute (form, find (form, EL_OPTION, 0), AT_MISCONCEPTION, "a\"b");
  value = charter_author_form_dup_attribute (form, find (form, EL_OPTION, 0), AT_MISCONCEPTION);
  g_assert_cmpstr (value, ==, "a\"b");
  assert_edited (form, SINGLE ("    <option id=\"a\" correct=\"true\" misconception=\"a&quot;b\"><text>Yes</text>"
                               "</option> <!-- surely -->\n" SECOND));
  charter_author_form_set_attribute (form, find (form, EL_OPTION, 0), AT_CORRECT, NULL);
  assert_edited (form, SINGLE ("    <option id=\"a\"><text>Yes</text></option> <!-- surely -->\n" SECOND));
  charter_author_form_set_attribute (form, find (form, EL_SINGLE, 0), AT_DIFFICULTY, "3");
  g_assert_nonnull (strstr (peek (form), "<single id=\"q\" difficulty=\"3\">"));
}

/* ---- from nothing ---- */

static void
assert_flawless (CharterAuthorForm *form)
{
  g_autoptr (GBytes) bytes = charter_draft_dup_bytes (charter_author_form_get_draft (form));
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = charter_diagnostic_to_string (diagnostics->pdata[i], NULL);

      g_test_message ("%s\n%s", line, peek (form));
    }
  g_assert_nonnull (pack);
  g_assert_cmpuint (diagnostics->len, ==, 0);
}

/* One more of everything that an element of that kind can hold. */
static void
add_all_parts (CharterAuthorForm *form, CharterElementKind item, guint nth)
{
  for (guint kind = EL_NONE + 1; kind < N_ELEMENTS; kind++)
    if (charter_author_form_can_add (form, find (form, (CharterElementKind)item, nth), kind))
      {
        guint at
          = charter_author_form_add (form, find (form, item, nth), (CharterElementKind)kind, CHARTER_OUTLINE_NONE);

        g_assert_cmpuint (charter_outline_get (charter_author_form_get_outline (form), at)->kind, ==, kind);
        assert_flawless (form);
      }
}

static void
add (CharterAuthorForm *form, CharterElementKind parent, guint nth, CharterElementKind kind)
{
  guint at = charter_author_form_add (form, find (form, parent, nth), kind, CHARTER_OUTLINE_NONE);

  g_assert_cmpuint (charter_outline_get (charter_author_form_get_outline (form), at)->kind, ==, kind);
}

/* A scene that nothing leads to is a fault, until the next move leads there. */
static void
write_case (CharterAuthorForm *form)
{
  add (form, EL_PACK, 0, EL_CASE);
  assert_flawless (form);
  add (form, EL_CASE, 0, EL_SCENE);
  add (form, EL_SCENE, 0, EL_MOVE);
  assert_flawless (form);
  add (form, EL_CASE, 0, EL_ENDING);
  add (form, EL_SCENE, 1, EL_MOVE);
  assert_flawless (form);
  g_assert_false (charter_author_form_can_add (form, find (form, EL_MOVE, 0), EL_EFFECT));
  add (form, EL_CASE, 0, EL_GAUGE);
  add_all_parts (form, EL_MOVE, 0);
  g_assert_false (charter_author_form_can_add (form, find (form, EL_MOVE, 0), EL_EFFECT));
  g_assert_true (charter_author_form_can_move_to (form, find (form, EL_MOVE, 0), find (form, EL_SCENE, 1)));
  charter_author_form_move_to (form, find (form, EL_MOVE, 0), find (form, EL_SCENE, 1));
  charter_author_form_duplicate (form, find (form, EL_CASE, 0));
  assert_flawless (form);
  g_assert_false (charter_author_form_can_move_to (form, find (form, EL_MOVE, 0), find (form, EL_SCENE, 3)));
}

/* As many shares as there can be, and a draw from everything. */
static void
write_exam (CharterAuthorForm *form)
{
  add (form, EL_PACK, 0, EL_EXAM);
  assert_flawless (form);
  for (guint i = 0; i < 15; i++)
    add_all_parts (form, EL_EXAM, 0);
  g_assert_false (charter_author_form_can_add (form, find (form, EL_EXAM, 0), EL_SHARE));
  g_assert_false (charter_author_form_can_add (form, find (form, EL_EXAM, 0), EL_DRAW));
}

/* Every kind of drawing, with more of all that it is drawn from. */
static void
write_drawings (CharterAuthorForm *form)
{
  static const struct {
    const char *kind;
    gboolean dates;
  } kinds[]
    = { { "flow" }, { "cycle" }, { "network" }, { "risk-matrix" }, { "burn-down", TRUE }, { "earned-value", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint diagram = find (form, EL_DIAGRAM, 0);

      charter_author_form_set_attribute (form, diagram, AT_KIND, kinds[i].kind);
      g_assert_cmpint (charter_author_form_can_add (form, diagram, EL_NODE), ==, !kinds[i].dates);
      g_assert_cmpint (charter_author_form_can_add (form, diagram, EL_POINT), ==, kinds[i].dates);
      if (i == 3)
        for (guint node = 0; find (form, EL_NODE, node) != CHARTER_OUTLINE_NONE; node++)
          {
            charter_author_form_set_attribute (form, find (form, EL_NODE, node), AT_PROBABILITY, "1");
            charter_author_form_set_attribute (form, find (form, EL_NODE, node), AT_IMPACT, "1");
          }
      for (guint n = 0; n < 3; n++)
        for (guint8 kind = EL_NODE; kind <= EL_POINT; kind++)
          if (charter_author_form_can_add (form, diagram, (CharterElementKind)kind))
            charter_author_form_add (form, diagram, (CharterElementKind)kind, CHARTER_OUTLINE_NONE);
      assert_flawless (form);
      add (form, EL_HOTSPOT, 0, EL_TARGET);
      assert_flawless (form);
    }
}

static void
exchange_picture (CharterAuthorForm *form)
{
  guint hotspot = find (form, EL_HOTSPOT, 0);

  g_assert_cmpuint (charter_author_form_exchange_picture (form, hotspot), ==, find (form, EL_FIGURE, 0));
  g_assert_false (charter_author_form_can_add (form, hotspot, EL_TARGET));
  add (form, EL_HOTSPOT, 0, EL_REGION);
  assert_flawless (form);
  g_assert_cmpuint (charter_author_form_exchange_picture (form, hotspot), ==, find (form, EL_DIAGRAM, 0));
  g_assert_false (charter_author_form_can_add (form, hotspot, EL_REGION));
  assert_flawless (form);
}

static void
write_everything (const char *empty)
{
  g_autoptr (CharterAuthorForm) form = form_of (empty);
  guint n_kinds = 0;

  charter_author_form_add (form, find (form, EL_PACK, 0), EL_SCENARIO, CHARTER_OUTLINE_NONE);
  charter_author_form_add (form, find (form, EL_PACK, 0), EL_BANK, CHARTER_OUTLINE_NONE);
  charter_author_form_add (form, find (form, EL_PACK, 0), EL_GLOSSARY, CHARTER_OUTLINE_NONE);
  assert_flawless (form);
  for (guint kind = EL_NONE + 1; kind < N_ELEMENTS; kind++)
    if (charter_element_is_item (kind))
      {
        for (guint nth = 0; nth < 2; nth++)
          {
            guint at = charter_author_form_add (form, find (form, EL_SCENARIO, 0), (CharterElementKind)kind,
                                                CHARTER_OUTLINE_NONE);

            g_assert_cmpuint (charter_outline_get (charter_author_form_get_outline (form), at)->kind, ==, kind);
          }
        assert_flawless (form);
        add_all_parts (form, (CharterElementKind)kind, 1);
        n_kinds++;
      }
  g_assert_cmpuint (n_kinds, ==, 11);
  add_all_parts (form, EL_BLANK, 0);
  add_all_parts (form, EL_INFO, 0);
  add_all_parts (form, EL_GLOSSARY, 0);
  charter_author_form_add (form, find (form, EL_PACK, 0), EL_LESSON, CHARTER_OUTLINE_NONE);
  add_all_parts (form, EL_LESSON, 0);
  write_case (form);
  write_exam (form);
  exchange_picture (form);
  write_drawings (form);
  charter_author_form_duplicate (form, find (form, EL_SCENARIO, 0));
  charter_author_form_duplicate (form, find (form, EL_LESSON, 0));
  assert_flawless (form);
  while (charter_draft_undo (charter_author_form_get_draft (form), NULL))
    ;
  g_assert_cmpstr (peek (form), ==, empty);
}

#define EMPTY(newline)                                                                                                 \
  "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"a.b\" release=\"1\" xml:lang=\"en\">" newline                \
  "<info><title>T</title></info>" newline "</pack>"

static void
test_from_nothing (void)
{
  write_everything (EMPTY ("\n"));
  write_everything (EMPTY ("\r\n"));
  write_everything (EMPTY (""));
}

/* ---- at random ---- */

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

static char *
make_words (void)
{
  static const char *const words[]
    = { "plan", "ärger", "a < b", "R&D", "5 > 4", "“so”", "]]>", "&amp;", "日本", "<em>", " ", "" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* What was there with some words in place of others. */
static char *
reword (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  glong from = g_test_rand_int_range (0, (int)length + 1);
  glong to = from + g_test_rand_int_range (0, 30);
  g_autofree char *before = g_utf8_substring (text, 0, from);
  g_autofree char *behind = g_utf8_substring (text, MIN (to, length), length);
  g_autofree char *words = make_words ();

  return g_strconcat (before, words, g_test_rand_int_range (0, 8) == 0 ? "\n" : "", behind, NULL);
}

/* White space that stood at a line end is shown as one space. */
static void
assert_same_words (const char *one, const char *other)
{
  g_auto (GStrv) words = g_strsplit_set (one, " \n", -1);
  g_auto (GStrv) others = g_strsplit_set (other, " \n", -1);
  guint at = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      while (others[at] != NULL && *others[at] == '\0')
        at++;
      g_assert_cmpstr (words[i], ==, others[at]);
      at++;
    }
  while (others[at] != NULL && *others[at] == '\0')
    at++;
  g_assert_null (others[at]);
}

static void
reword_at_random (CharterAuthorForm *form, guint index)
{
  CharterWriting writing = charter_author_form_find_writing (form, index);
  g_autofree char *before = charter_author_form_dup_text (form, index, writing);
  g_autofree char *wanted = reword (before);
  g_autofree char *after = NULL;
  gboolean is_taken = charter_author_form_set_text (form, index, writing, wanted);

  after = charter_author_form_dup_text (form, index, writing);
  if (!is_taken)
    g_assert_cmpstr (before, ==, after);
  else
    assert_same_words (wanted, after);
}

static void
edit_at_random (CharterAuthorForm *form, guint index)
{
  CharterElementKind kind = charter_outline_get (charter_author_form_get_outline (form), index)->kind;

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      if (charter_author_form_can_remove (form, index))
        charter_author_form_remove (form, index);
      break;
    case 1:
      charter_author_form_duplicate (form, index);
      break;
    case 2:
      charter_author_form_move (form, index, g_test_rand_int_range (-3, 4));
      break;
    case 3:
      charter_author_form_add (form, index, (CharterElementKind)g_test_rand_int_range (1, N_ELEMENTS),
                               CHARTER_OUTLINE_NONE);
      break;
    case 4:
      charter_author_form_set_attribute (form, index, AT_TOPIC, g_test_rand_bit () ? "some-topic" : NULL);
      break;
    default:
      if (charter_author_form_has_text (kind))
        reword_at_random (form, index);
      break;
    }
}

/* To somewhere else in the pack; what is neither from there nor from here stays, as do all ids. */
static void
move_at_random (CharterAuthorForm *form, guint index)
{
  CharterOutline *outline = charter_author_form_get_outline (form);
  CharterElementKind kind = charter_outline_get (outline, index)->kind;
  guint n = charter_outline_get_length (outline), start = (guint)g_test_rand_int_range (0, (int)n);
  g_autofree char *words = charter_outline_dup_words (outline, index);

  for (guint i = 0; i < n; i++)
    if (charter_author_form_can_move_to (form, index, (start + i) % n))
      {
        g_autofree char *after = NULL;

        index = charter_author_form_move_to (form, index, (start + i) % n);
        outline = charter_author_form_get_outline (form);
        after = charter_outline_dup_words (outline, index);
        g_assert_cmpuint (charter_outline_get (outline, index)->kind, ==, kind);
        g_assert_cmpuint (charter_outline_get_length (outline), ==, n);
        g_assert_cmpstr (after, ==, words);
        return;
      }
}

static void
exchange_at_random (CharterAuthorForm *form)
{
  guint hotspot = find (form, EL_HOTSPOT, 0);

  if (hotspot != CHARTER_OUTLINE_NONE && charter_author_form_find_picture (form, hotspot) != CHARTER_OUTLINE_NONE)
    charter_author_form_exchange_picture (form, hotspot);
}

/* What was outside the element’s parent is as it was. */
static void
assert_confined (GBytes *before, GBytes *after, gsize start, gsize end)
{
  gsize n, m;
  const char *old = g_bytes_get_data (before, &n), *new = g_bytes_get_data (after, &m);

  g_assert_cmpmem (old, start, new, start);
  g_assert_cmpmem (old + end, n - end, new + m - (n - end), n - end);
}

static void
assert_loads (CharterAuthorForm *form)
{
  g_autoptr (GBytes) bytes = charter_draft_dup_bytes (charter_author_form_get_draft (form));
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);
  CharterOutline *outline = charter_author_form_get_outline (form);

  g_assert_nonnull (pack);
  for (guint i = 0; i < charter_outline_get_length (outline); i++)
    g_assert_true (charter_outline_get (outline, i)->is_closed);
}

static void
edit_pack (const char *text)
{
  g_autoptr (CharterAuthorForm) form = form_of (text);
  CharterDraft *draft = charter_author_form_get_draft (form);
  g_autofree char *last = NULL;

  for (guint round = 0; round < 40; round++)
    {
      CharterOutline *outline = charter_author_form_get_outline (form);
      /* The pack and its head stay, so that it can be loaded. */
      guint info = find (form, EL_INFO, 0), first = charter_outline_get (outline, info)->next;
      guint n = charter_outline_get_length (outline);
      g_autoptr (GBytes) before = charter_draft_dup_bytes (draft);
      g_autoptr (GBytes) after = NULL;
      const CharterOutlineElement *around;
      guint index;

      if (first >= n)
        return;
      index = (guint)g_test_rand_int_range ((int)first, (int)n);
      around = charter_outline_get (outline, charter_outline_get (outline, index)->parent);
      {
        gsize start = around->start, end = around->end;

        edit_at_random (form, index);
        after = charter_draft_dup_bytes (draft);
        assert_confined (before, after, start, end);
      }
      if (g_test_rand_int_range (0, 4) == 0
          && index < charter_outline_get_length (charter_author_form_get_outline (form)))
        move_at_random (form, index);
      if (g_test_rand_int_range (0, 8) == 0)
        exchange_at_random (form);
      if (round % 8 == 7)
        assert_loads (form);
    }
  last = g_strdup (peek (form));
  while (charter_draft_undo (draft, NULL))
    ;
  g_assert_cmpstr (peek (form), ==, text);
  while (charter_draft_redo (draft, NULL))
    ;
  g_assert_cmpstr (peek (form), ==, last);
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) paths = list_packs ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", (char *)paths->pdata[i]);
      g_file_get_contents (paths->pdata[i], &text, NULL, &error);
      g_assert_no_error (error);
      edit_pack (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/author/form/parts", test_parts);
  g_test_add_func ("/author/form/move-to", test_move_to);
  g_test_add_func ("/author/form/words", test_words);
  g_test_add_func ("/author/form/attributes", test_attributes);
  g_test_add_func ("/author/form/from-nothing", test_from_nothing);
  g_test_add_func ("/author/form/random", test_random);
  return g_test_run ();
}
