/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed where, the place marked by a bar; whatever is proposed for an element can stand there; and each
 * element and attribute of the format has its help. */
#include "charter-suggestion.h"

#include <string.h>

#include "charter-loader.h"

#define HEAD                                                                                                           \
  "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"org.example.a\" release=\"1.0.0\" xml:lang=\"en\">"          \
  "<info><title>A</title><topic id=\"one\"><title>First</title></topic><topic "                                        \
  "id=\"two\"><title>Second</title></topic>"
#define INFO HEAD "</info>"

/* The names that are proposed at the bar, the needed first; what is replaced before the colon. */
static const struct {
  const char *text, *expected;
} cases[] = {
  { "|", ": pack" },
  { "<|", "<: pack" },
  { INFO "|</pack>", ": lesson glossary scenario bank case exam" },
  { INFO "<sc|</pack>", "<sc: lesson glossary scenario bank case exam" },
  { HEAD "|</info></pack>", ": topic misconception" },
  { INFO "<bank id=\"b\"><single |></single></bank></pack>",
    ": id topic see difficulty points approach reserve scoring tags twin" },
  { INFO "<bank id=\"b\"><single id=\"s\" to|></single></bank></pack>",
    "to: topic see difficulty points approach reserve scoring tags twin" },
  { INFO "<bank id=\"b\"><single id=\"s\" topic=\"|\"></single></bank></pack>", ": one two" },
  { INFO "<bank id=\"b\"><single id=\"s\" difficulty=\"|\"></single></bank></pack>", ": 1 2 3 4 5" },
  { INFO "<bank id=\"b\"><single id=\"s\"><stem><p>x</p></stem>|</single></bank></pack>",
    ": option hint rationale ignore" },
  { INFO "<bank id=\"b\"><single id=\"s\">|<option id=\"a\"><text>x</text></option></single></bank></pack>",
    ": stem option" },
  { INFO "<bank id=\"b\"><single id=\"s\"><stem><p>x</p></stem><option id=\"a\"><text>x</text></option><option "
         "id=\"b\"><text>x</text></option>|</single></bank></pack>",
    ": option hint rationale ignore" },
  { INFO "<bank id=\"b\"><classify id=\"s\"><category id=\"c\"/><category id=\"d\"/><card id=\"e\" "
         "in=\"|\"/></classify></bank></pack>",
    ": c d" },
  { INFO "<bank id=\"b\"><single id=\"s\"></|</bank></pack>", "</: single" },
  { INFO "<bank id=\"b\"><nonsense>|</nonsense></bank></pack>", ": " },
  { INFO "<exam id=\"e\" minutes=\"1\" items=\"1\"><share approach=\"predictive hy|\"/></exam></pack>",
    "hy: predictive adaptive hybrid" },
  { INFO "<case id=\"c\"><scene id=\"a\"><move to=\"|\"/></scene><ending id=\"z\"/></case></pack>", ": a z" },
};

static char *
list_names (const char *text)
{
  const char *bar = strchr (text, '|');
  g_autofree char *whole = g_strdup_printf ("%.*s%s", (int)(bar - text), text, bar + 1);
  g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
  g_autoptr (CharterOutline) outline = charter_outline_new (bytes);
  gsize start = 0, offset = (gsize)(bar - text);
  g_autoptr (GPtrArray) list = charter_suggestion_list (outline, offset, &start);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_assert_cmpuint (start, <=, offset);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (names, ((CharterSuggestion *)list->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" ", (char **)names->pdata);
  return g_strdup_printf ("%.*s: %s", (int)(offset - start), whole + start, joined);
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = list_names (cases[i].text);

      if (!g_str_equal (names, cases[i].expected))
        g_test_message ("%s", cases[i].text);
      if (!g_str_equal (names, cases[i].expected))
        g_printerr ("%s\n  %s\n  %s\n", cases[i].text, names, cases[i].expected);
    }
}

/* The caret leads to where words go, and the ids are free. */
static void
test_snippet (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (INFO "<bank id=\"single\"></bank></pack>",
                                                 strlen (INFO "<bank id=\"single\"></bank></pack>"));
  g_autoptr (CharterOutline) outline = charter_outline_new (bytes);
  guint bank = charter_outline_find_id (outline, "single");
  gsize caret = 0;
  g_autofree char *text = charter_suggestion_dup_element (outline, bank, EL_SINGLE, 2, &caret);

  g_assert_cmpstr (text, ==,
                   "<single id=\"single-2\">\n"
                   "    <stem><p></p></stem>\n"
                   "    <option id=\"option\" correct=\"true\"><text></text></option>\n"
                   "    <option id=\"option-2\"><text></text></option>\n"
                   "  </single>");
  g_assert_cmpmem (text + caret - 3, 3, "<p>", 3);
}

/* Faults that only words of the author can mend. */
static gboolean
is_left_to_author (const CharterDiagnostic *diagnostic)
{
  static const char *const codes[]
    = { "empty", "bad-value", "missing-reference", "unknown-reference", "missing-attribute", NULL };

  return g_strv_contains (codes, diagnostic->code);
}

/* Each kind of question as it is proposed is whole: nothing but words is missing. */
static void
test_items_are_whole (void)
{
  for (CharterElementKind kind = EL_SINGLE; kind <= EL_DRILL; kind++)
    {
      g_autoptr (GBytes) head = g_bytes_new_static (INFO, strlen (INFO));
      g_autoptr (CharterOutline) outline = charter_outline_new (head);
      g_autofree char *item = charter_suggestion_dup_element (outline, 0, kind, 0, NULL);
      g_autofree char *whole = g_strdup_printf (INFO "<bank id=\"b\">%s</bank></pack>", item);
      g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (CharterPack) pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

      g_assert_nonnull (pack);
      for (guint i = 0; i < diagnostics->len; i++)
        if (!is_left_to_author (diagnostics->pdata[i]))
          {
            g_autofree char *words = charter_diagnostic_to_string (diagnostics->pdata[i], item);

            g_test_message ("%s: %s", ((CharterDiagnostic *)diagnostics->pdata[i])->code, words);
            g_assert_cmpstr (((CharterDiagnostic *)diagnostics->pdata[i])->code, ==, "left to the author");
          }
    }
}

static void
test_help (void)
{
  static const char text[] = INFO "<bank id=\"b\"><single id=\"s\" topic=\"one\"><stem></stem></single></bank></pack>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CharterOutline) outline = charter_outline_new (bytes);
  g_autofree char *element = charter_suggestion_dup_help (outline, (gsize)(strstr (text, "ingle id") - text));
  g_autofree char *attribute
    = charter_suggestion_dup_help (outline, (gsize)(strstr (text, "opic=\"one\"><stem") - text));
  g_autofree char *inside = charter_suggestion_dup_help (outline, (gsize)(strstr (text, "</stem>") - text));

  g_assert_true (g_str_has_prefix (element, "single: One right answer among several."));
  g_assert_true (g_str_has_prefix (attribute, "topic: The topic that this belongs to."));
  g_assert_true (g_str_has_prefix (inside, "stem: What is asked."));
}

/* Nothing is read beyond the end, wherever one stands. */
static void
test_anywhere (void)
{
  static const char text[]
    = INFO "<bank id='b'><single id=\"s\" x='<' ><stem><p>a<em>b</em></p></stem><!-- < --></single></bank>";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      g_autoptr (CharterOutline) outline = charter_outline_new (bytes);

      for (gsize offset = length > 8 ? length - 8 : 0; offset <= length; offset++)
        {
          gsize start;
          g_autoptr (GPtrArray) list = charter_suggestion_list (outline, offset, &start);
          g_autofree char *help = charter_suggestion_dup_help (outline, offset);

          g_assert_cmpuint (start, <=, offset);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/author/suggestion/names", test_names);
  g_test_add_func ("/author/suggestion/snippet", test_snippet);
  g_test_add_func ("/author/suggestion/items-are-whole", test_items_are_whole);
  g_test_add_func ("/author/suggestion/help", test_help);
  g_test_add_func ("/author/suggestion/anywhere", test_anywhere);
  return g_test_run ();
}
