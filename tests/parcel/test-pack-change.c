/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "charter-loader.h"
#include "charter-pack-change.h"

static const char *const base
  = "<pack xmlns='urn:charter:pack:1' format='1.0' id='org.test.change' release='1' xml:lang='en'>\n"
    "  <info><title>Bread</title><summary>s</summary><author>A</author><license>CC0-1.0</license>\n"
    "    <topic id='work'><title>Work</title></topic></info>\n"
    "  <lesson id='flour'><title>Flour</title><section "
    "id='kinds'><title>Kinds</title><p>White.</p></section></lesson>\n"
    "  <glossary><entry id='oven'><name>Oven</name><p>Hot.</p></entry></glossary>\n"
    "  <scenario id='shop'><title>Shop</title><summary>s</summary><situation><p>A shop opens.</p></situation>\n"
    "    <single id='one' topic='work'><stem><p>Which?</p></stem>\n"
    "      <option id='a' correct='true'><text>This</text><why><p>Yes.</p></why></option>\n"
    "      <option id='b'><text>That</text><why><p>No.</p></why></option></single>\n"
    "    <truefalse id='two' topic='work' answer='true'><stem><p>Is it?</p></stem></truefalse>\n"
    "  </scenario>\n"
    "  <bank id='more'><title>More</title>\n"
    "    <truefalse id='three' topic='work' answer='false'><stem><p>Really?</p></stem></truefalse></bank>\n"
    "</pack>\n";

/* What is replaced in the pack, and what that is told as: "element id kind" for each change. */
static const struct {
  const char *name, *from, *to, *told;
} cases[] = {
  { "nothing", "Bread", "Bread", "" },
  { "release", "release='1'", "release='2'", "" },
  { "layout", "<stem><p>Which?</p></stem>\n      <option", "<!-- one --><stem> <p>Which?\n</p>\n</stem><option", "" },
  { "order-of-attributes", "id='three' topic='work'", "topic='work' id='three'", "" },
  { "character-data", "<p>Is it?</p>", "<p><![CDATA[Is it?]]></p>", "" },
  { "stem", "Which?", "Which one?", "single one text; " },
  { "emphasis", "<p>Which?</p>", "<p><em>Which?</em></p>", "single one text; " },
  { "why", "<p>Yes.</p>", "<p>Yes, indeed.</p>", "single one text; " },
  { "key", "answer='true'", "answer='false'", "truefalse two key; " },
  { "new-option-is-another-key", "</option></single>", "</option><option id='c'><text>Else</text></option></single>",
    "single one key; " },
  { "added", "</bank>", "<truefalse id='four' topic='work' answer='true'><stem><p>So?</p></stem></truefalse></bank>",
    "truefalse four added; " },
  { "removed", "<truefalse id='two' topic='work' answer='true'><stem><p>Is it?</p></stem></truefalse>", "",
    "truefalse two removed; " },
  { "renamed", "id='two'", "id='second'", "truefalse second added; truefalse two removed; " },
  { "lesson", "White.", "White and brown.", "lesson flour text; " },
  { "entry", "Hot.", "Hot inside.", "entry oven text; " },
  { "situation", "A shop opens.", "A shop closes.", "scenario shop text; " },
  { "bank-title", "<title>More</title>", "<title>Some more</title>", "bank more text; " },
};

static GBytes *
edit (const char *from, const char *to)
{
  const char *at = strstr (base, from);
  GString *text = g_string_new_len (base, at - base);

  g_string_append (text, to);
  g_string_append (text, at + strlen (from));
  return g_string_free_to_bytes (text);
}

static CharterPack *
load (GBytes *bytes)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *words = charter_diagnostic_to_string (diagnostics->pdata[i], NULL);

      g_test_message ("%s", words);
    }
  g_assert_nonnull (pack);
  g_assert_cmpuint (pack->n_set_aside, ==, 0);
  return pack;
}

static char *
tell (const CharterPackChange *change)
{
  static const char *const kinds[] = { "added", "removed", "text", "key" };
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < change->n_changes; i++)
    g_string_append_printf (told, "%s %s %s; ", change->changes[i].element, change->changes[i].id,
                            kinds[change->changes[i].kind]);
  return g_string_free (told, FALSE);
}

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) before_bytes = g_bytes_new_static (base, strlen (base));
  g_autoptr (GBytes) after_bytes = edit (cases[index].from, cases[index].to);
  g_autoptr (CharterPack) before = load (before_bytes);
  g_autoptr (CharterPack) after = load (after_bytes);
  g_autoptr (CharterPackChange) change = charter_pack_change_new (before, before_bytes, after, after_bytes);
  g_autofree char *told = tell (change);
  guint n = change->n_others;

  g_assert_cmpstr (told, ==, cases[index].told);
  for (guint kind = 0; kind < CHARTER_N_CHANGES; kind++)
    n += change->n_items[kind];
  g_assert_cmpuint (n, ==, change->n_changes);
  for (guint i = 0; i < change->n_changes; i++)
    if (change->changes[i].item != NULL)
      g_assert_cmpstr (change->changes[i].item->id, ==, change->changes[i].id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/pack-change/", cases[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
