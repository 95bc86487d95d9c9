/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft against a plain string, under random edits; and undoing all of them gives each state back byte for byte. */
#include "charter-draft.h"

#include <string.h>

static CharterDraft *
draft_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return charter_draft_new (bytes);
}

static void
assert_text (CharterDraft *draft, const char *expected)
{
  gsize length;
  const char *text = charter_draft_peek (draft, &length);
  g_autoptr (GBytes) bytes = charter_draft_dup_bytes (draft);

  g_assert_cmpmem (text, length, expected, strlen (expected));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

/* What the signals tell is enough to keep a copy in step. */
static void
follow (CharterDraft *draft, guint64 offset, GBytes *removed, GBytes *inserted, GString *copy)
{
  gsize n = g_bytes_get_size (removed);

  g_assert_cmpmem (copy->str + offset, n, g_bytes_get_data (removed, NULL), n);
  g_string_erase (copy, (gssize)offset, (gssize)n);
  g_string_insert_len (copy, (gssize)offset, g_bytes_get_data (inserted, NULL), (gssize)g_bytes_get_size (inserted));
}

static void
splice_at_random (CharterDraft *draft, GString *model)
{
  gsize offset = (gsize)g_test_rand_int_range (0, (int)model->len + 1);
  gsize removed = (gsize)g_test_rand_int_range (0, (int)MIN (model->len - offset, 12) + 1);
  char inserted[9];
  int n = g_test_rand_int_range (0, 9);

  for (int i = 0; i < n; i++)
    inserted[i] = (char)g_test_rand_int_range (0, 256);
  charter_draft_splice (draft, offset, removed, inserted, n);
  g_string_erase (model, (gssize)offset, (gssize)removed);
  g_string_insert_len (model, (gssize)offset, inserted, n);
}

static void
edit_at_random (CharterDraft *draft, GString *model)
{
  guint n = (guint)g_test_rand_int_range (1, 4);

  charter_draft_begin_group (draft);
  for (guint i = 0; i < n; i++)
    splice_at_random (draft, model);
  charter_draft_end_group (draft);
}

static void
assert_same (CharterDraft *draft, const GString *model)
{
  gsize length;
  const char *text = charter_draft_peek (draft, &length);

  g_assert_cmpmem (text, length, model->str, model->len);
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (CharterDraft) draft = draft_of ("<pack>some words</pack>");
      g_autoptr (GString) model = g_string_new ("<pack>some words</pack>");
      g_autoptr (GString) copy = g_string_new (model->str);

      g_signal_connect (draft, "spliced", G_CALLBACK (follow), copy);
      for (guint step = 0; step < 40; step++)
        {
          edit_at_random (draft, model);
          assert_same (draft, model);
          assert_same (draft, copy);
        }
      while (charter_draft_undo (draft, NULL))
        assert_same (draft, copy);
      assert_text (draft, "<pack>some words</pack>");
      g_assert_false (charter_draft_can_undo (draft));
      while (charter_draft_redo (draft, NULL))
        ;
      assert_same (draft, model);
      assert_same (draft, copy);
    }
}

static void
type (CharterDraft *draft, gsize offset, const char *text)
{
  for (; *text != '\0'; text++)
    charter_draft_splice (draft, offset++, 0, text, 1);
}

static void
test_typing (void)
{
  g_autoptr (CharterDraft) draft = draft_of ("");
  gsize at = 0;

  type (draft, 0, "two words");
  assert_text (draft, "two words");
  charter_draft_undo (draft, &at);
  assert_text (draft, "two ");
  g_assert_cmpuint (at, ==, 4);
  charter_draft_undo (draft, &at);
  assert_text (draft, "");
  charter_draft_redo (draft, NULL);
  charter_draft_redo (draft, &at);
  assert_text (draft, "two words");
  g_assert_cmpuint (at, ==, 9);
  for (gsize i = 9; i > 4; i--)
    charter_draft_splice (draft, i - 1, 1, "", 0);
  assert_text (draft, "two ");
  charter_draft_undo (draft, NULL);
  assert_text (draft, "two words");
}

static void
test_break (void)
{
  g_autoptr (CharterDraft) draft = draft_of ("");

  type (draft, 0, "ab");
  charter_draft_break_group (draft);
  type (draft, 2, "cd");
  charter_draft_undo (draft, NULL);
  assert_text (draft, "ab");
}

static void
count (CharterDraft *draft, guint *n)
{
  ++*n;
}

static void
test_groups (void)
{
  g_autoptr (CharterDraft) draft = draft_of ("0123456789");
  guint changes = 0;
  guint64 version = charter_draft_get_version (draft);

  g_signal_connect (draft, "changed", G_CALLBACK (count), &changes);
  charter_draft_begin_group (draft);
  charter_draft_splice (draft, 8, 1, "x", 1);
  charter_draft_begin_group (draft);
  charter_draft_splice (draft, 2, 3, "", 0);
  charter_draft_end_group (draft);
  g_assert_cmpuint (changes, ==, 0);
  charter_draft_end_group (draft);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (charter_draft_get_version (draft), ==, version + 2);
  assert_text (draft, "01567x9");
  charter_draft_undo (draft, NULL);
  g_assert_cmpuint (changes, ==, 2);
  assert_text (draft, "0123456789");
  charter_draft_begin_group (draft);
  charter_draft_end_group (draft);
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_saved (void)
{
  g_autoptr (CharterDraft) draft = draft_of ("a");

  g_assert_false (charter_draft_is_modified (draft));
  charter_draft_splice (draft, 1, 0, "b", 1);
  g_assert_true (charter_draft_is_modified (draft));
  charter_draft_mark_saved (draft);
  g_assert_false (charter_draft_is_modified (draft));
  charter_draft_splice (draft, 2, 0, "c", 1);
  g_assert_true (charter_draft_is_modified (draft));
  charter_draft_undo (draft, NULL);
  g_assert_false (charter_draft_is_modified (draft));
  charter_draft_undo (draft, NULL);
  g_assert_true (charter_draft_is_modified (draft));
  /* What was saved lies on a way that is gone. */
  charter_draft_splice (draft, 1, 0, "z", 1);
  charter_draft_splice (draft, 0, 1, "", 0);
  g_assert_true (charter_draft_is_modified (draft));
  charter_draft_mark_saved (draft);
  charter_draft_mark_unsaved (draft);
  g_assert_true (charter_draft_is_modified (draft));
}

/* Only what differs is spliced, never within a character. */
static void
note_splice (CharterDraft *draft, guint64 offset, GBytes *removed, GBytes *inserted, GString *notes)
{
  g_string_append_printf (notes, "%u-%u+%u ", (guint)offset, (guint)g_bytes_get_size (removed),
                          (guint)g_bytes_get_size (inserted));
}

static void
test_become (void)
{
  static const struct {
    const char *from, *to, *splices;
  } cases[] = {
    { "abc", "abc", "" },
    { "", "abc", "0-0+3 " },
    { "abc", "", "0-3+0 " },
    { "aaa", "aaaa", "3-0+1 " },
    { "abab", "ab", "2-2+0 " },
    { "one two three", "one 2 three", "4-3+1 " },
    { "sí", "só", "1-2+2 " },
    { "é", "é!", "2-0+1 " },
    { "x\xE2\x80\x9Cy", "x\xE2\x80\x9Dy", "1-3+3 " },
    { "\xC3\xA9", "\xC4\xA9", "0-2+2 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CharterDraft) draft = draft_of (cases[i].from);
      g_autoptr (GBytes) to = g_bytes_new (cases[i].to, strlen (cases[i].to));
      g_autoptr (GString) notes = g_string_new (NULL);

      g_signal_connect (draft, "spliced", G_CALLBACK (note_splice), notes);
      charter_draft_become (draft, to);
      assert_text (draft, cases[i].to);
      g_assert_cmpstr (notes->str, ==, cases[i].splices);
      charter_draft_undo (draft, NULL);
      assert_text (draft, cases[i].from);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/author/draft/random", test_random);
  g_test_add_func ("/author/draft/typing", test_typing);
  g_test_add_func ("/author/draft/break", test_break);
  g_test_add_func ("/author/draft/groups", test_groups);
  g_test_add_func ("/author/draft/saved", test_saved);
  g_test_add_func ("/author/draft/become", test_become);
  return g_test_run ();
}
