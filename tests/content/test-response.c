/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-response.h"

#include <gio/gio.h>

static void
assert_text (CharterResponse *response, const char *expected)
{
  g_autofree char *text = charter_response_to_string (response);

  g_assert_cmpstr (text, ==, expected);
}

/* What is read, and how the same is written. */
static const struct {
  CharterResponseShape shape;
  const char *text, *written;
} good[] = {
  { CHARTER_RESPONSE_CHOICE, "", "" },
  { CHARTER_RESPONSE_CHOICE, " \t\n", "" },
  { CHARTER_RESPONSE_CHOICE, "ops", "ops" },
  { CHARTER_RESPONSE_CHOICE, "  ops   budget ", "budget ops" },
  { CHARTER_RESPONSE_CHOICE, "ops ops", "ops" },
  { CHARTER_RESPONSE_PAIRS, "wiki=project backup=operation", "backup=operation wiki=project" },
  { CHARTER_RESPONSE_PAIRS, "purpose.project=project", "purpose.project=project" },
  { CHARTER_RESPONSE_ORDER, "plan build test", "plan build test" },
  { CHARTER_RESPONSE_ORDER, "test build plan", "test build plan" },
  { CHARTER_RESPONSE_TYPED, "625,5 k$", "625,5 k$" },
  { CHARTER_RESPONSE_TYPED, "the  Sponsor ", "the  Sponsor " },
};

static void
test_reads_and_writes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CharterResponse) response = charter_response_parse (good[i].shape, good[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (charter_response_get_shape (response), ==, good[i].shape);
      assert_text (response, good[i].written);
    }
}

static const struct {
  CharterResponseShape shape;
  const char *text, *sentence;
} bad[] = {
  { CHARTER_RESPONSE_CHOICE, "ops=budget",
    "“ops=budget” is a pair, but this item is answered with single words, such as “ops”" },
  { CHARTER_RESPONSE_ORDER, "a b=c d", "“b=c” is a pair, but this item is answered with single words, such as “b”" },
  { CHARTER_RESPONSE_PAIRS, "card",
    "“card” is not a pair; write what goes where with one “=” between, such as “card=category”" },
  { CHARTER_RESPONSE_PAIRS,
    "card=", "“card=” is not a pair; write what goes where with one “=” between, such as “card=category”" },
  { CHARTER_RESPONSE_PAIRS, "=box",
    "“=box” is not a pair; write what goes where with one “=” between, such as “card=category”" },
  { CHARTER_RESPONSE_PAIRS, "a=b=c",
    "“a=b=c” is not a pair; write what goes where with one “=” between, such as “card=category”" },
  { CHARTER_RESPONSE_PAIRS, "a=x b=x a=y", "“a” is placed twice; place it once" },
  { CHARTER_RESPONSE_TYPED, "caf\xe9", "this answer is not UTF-8 text; type it anew" },
};

static void
test_refuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CharterResponse) response = charter_response_parse (bad[i].shape, bad[i].text, &error);

      g_assert_null (response);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_cmpstr (error->message, ==, bad[i].sentence);
    }
}

static void
test_refuses_endless_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "word%u ", i);
  g_assert_null (charter_response_parse (CHARTER_RESPONSE_CHOICE, text->str, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_toggles (void)
{
  g_autoptr (CharterResponse) none = charter_response_new_empty (CHARTER_RESPONSE_CHOICE);
  g_autoptr (CharterResponse) one = charter_response_toggled (none, "b");
  g_autoptr (CharterResponse) two = charter_response_toggled (one, "a");
  g_autoptr (CharterResponse) left = charter_response_toggled (two, "b");
  g_autoptr (CharterResponse) added = charter_response_with_pair (left, "c", NULL, FALSE);

  assert_text (none, "");
  assert_text (one, "b");
  assert_text (two, "a b");
  assert_text (left, "a");
  assert_text (added, "a c");
  g_assert_true (charter_response_contains (two, "a"));
  g_assert_false (charter_response_contains (left, "b"));
  g_assert_true (charter_response_is_empty (none));
  g_assert_false (charter_response_is_empty (one));
}

static void
test_pairs (void)
{
  g_autoptr (CharterResponse) none = charter_response_new_empty (CHARTER_RESPONSE_PAIRS);
  g_autoptr (CharterResponse) one = charter_response_with_pair (none, "left", "x", TRUE);
  g_autoptr (CharterResponse) moved = charter_response_with_pair (one, "right", "x", TRUE);
  g_autoptr (CharterResponse) shared = charter_response_with_pair (one, "right", "x", FALSE);
  g_autoptr (CharterResponse) changed = charter_response_with_pair (shared, "left", "y", FALSE);
  g_autoptr (CharterResponse) taken = charter_response_with_pair (shared, "left", NULL, FALSE);

  assert_text (one, "left=x");
  assert_text (moved, "right=x");
  assert_text (shared, "left=x right=x");
  assert_text (changed, "left=y right=x");
  assert_text (taken, "right=x");
  g_assert_cmpstr (charter_response_find_target (changed, "left"), ==, "y");
  g_assert_null (charter_response_find_target (changed, "middle"));
  g_assert_cmpstr (charter_response_find_source (changed, "x"), ==, "right");
  g_assert_null (charter_response_find_source (changed, "z"));
}

static void
test_equality (void)
{
  const char *const forth[] = { "a", "b", NULL }, *const back[] = { "b", "a", NULL };
  g_autoptr (CharterResponse) choice_forth = charter_response_new_ids (CHARTER_RESPONSE_CHOICE, forth);
  g_autoptr (CharterResponse) choice_back = charter_response_new_ids (CHARTER_RESPONSE_CHOICE, back);
  g_autoptr (CharterResponse) order_forth = charter_response_new_ids (CHARTER_RESPONSE_ORDER, forth);
  g_autoptr (CharterResponse) order_back = charter_response_new_ids (CHARTER_RESPONSE_ORDER, back);

  g_assert_true (charter_response_equal (choice_forth, choice_back));
  g_assert_false (charter_response_equal (order_forth, order_back));
  g_assert_false (charter_response_equal (choice_forth, order_forth));
  g_assert_cmpuint (charter_response_get_n (order_back), ==, 2);
  g_assert_cmpstr (charter_response_get (order_back, 0).source, ==, "b");
  g_assert_null (charter_response_get (order_back, 0).target);
}

static void
test_typed (void)
{
  g_autoptr (CharterResponse) blank = charter_response_new_typed (" \xc2\xa0\t");
  g_autoptr (CharterResponse) words = charter_response_new_typed ("625");
  g_autoptr (CharterResponse) none = charter_response_new_typed (NULL);

  g_assert_true (charter_response_is_empty (blank));
  g_assert_false (charter_response_is_empty (words));
  g_assert_cmpstr (charter_response_get_typed (words), ==, "625");
  g_assert_cmpstr (charter_response_get_typed (none), ==, "");
  g_assert_cmpuint (charter_response_get_n (words), ==, 0);
}

/* Enough to be scored, by kind: parts a b c, slots x y. */
static const struct {
  CharterItemKind kind;
  guint select;
  const char *text;
  gboolean complete;
} completeness[] = {
  { CHARTER_ITEM_SINGLE, 0, "", FALSE },          { CHARTER_ITEM_SINGLE, 0, "a", TRUE },
  { CHARTER_ITEM_SINGLE, 0, "unknown", FALSE },   { CHARTER_ITEM_MULTIPLE, 0, "a", TRUE },
  { CHARTER_ITEM_MULTIPLE, 2, "a", FALSE },       { CHARTER_ITEM_MULTIPLE, 2, "a c", TRUE },
  { CHARTER_ITEM_MULTIPLE, 2, "a b c", FALSE },   { CHARTER_ITEM_HOTSPOT, 0, "b", TRUE },
  { CHARTER_ITEM_CLASSIFY, 0, "a=x b=y", FALSE }, { CHARTER_ITEM_CLASSIFY, 0, "a=x b=y c=x", TRUE },
  { CHARTER_ITEM_MATCH, 0, "x=a", FALSE },        { CHARTER_ITEM_MATCH, 0, "x=a y=c", TRUE },
  { CHARTER_ITEM_CLOZE, 0, "x=a y=c", TRUE },     { CHARTER_ITEM_ORDER, 0, "a b", FALSE },
  { CHARTER_ITEM_ORDER, 0, "c b a", TRUE },       { CHARTER_ITEM_NUMBER, 0, "  ", FALSE },
  { CHARTER_ITEM_NUMBER, 0, "6", TRUE },          { CHARTER_ITEM_SHORT, 0, "sponsor", TRUE },
};

static void
test_completeness (void)
{
  const CharterPart parts[] = { { .id = "a" }, { .id = "b" }, { .id = "c" } };
  const CharterSlot slots[] = { { .id = "x" }, { .id = "y" } };

  for (guint i = 0; i < G_N_ELEMENTS (completeness); i++)
    {
      CharterItemKind kind = completeness[i].kind;
      const CharterItem item = { .kind = kind,
                                 .id = "item",
                                 .parts = parts,
                                 .n_parts = 3,
                                 .slots = slots,
                                 .n_slots = 2,
                                 .select = completeness[i].select };
      g_autoptr (CharterResponse) response
        = charter_response_parse (charter_item_kind_response_shape (kind), completeness[i].text, NULL);

      if (charter_response_is_complete (response, &item) != completeness[i].complete)
        g_error ("%s “%s” should%s be complete", charter_item_kind_name (kind), completeness[i].text,
                 completeness[i].complete ? "" : " not");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/response/reads-and-writes", test_reads_and_writes);
  g_test_add_func ("/response/refuses", test_refuses);
  g_test_add_func ("/response/refuses-endless-text", test_refuses_endless_text);
  g_test_add_func ("/response/toggles", test_toggles);
  g_test_add_func ("/response/pairs", test_pairs);
  g_test_add_func ("/response/equality", test_equality);
  g_test_add_func ("/response/typed", test_typed);
  g_test_add_func ("/response/completeness", test_completeness);
  return g_test_run ();
}
