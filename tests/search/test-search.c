/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries and what they find, from a text file. */
#include <string.h>

#include "charter-cases.h"
#include "charter-search.h"
#include "charter-test-pack.h"
#include "charter-words.h"

static GPtrArray *indices;

static void
append_name (GString *out, const CharterHit *hit)
{
  g_string_append (out, out->len > 0 ? " " : "");
  if (hit->section != NULL)
    g_string_append_printf (out, "section:%s", hit->section->id);
  else if (hit->lesson != NULL)
    g_string_append_printf (out, "lesson:%s", hit->lesson->id);
  else if (hit->entry != NULL)
    g_string_append_printf (out, "entry:%s", hit->entry->id);
  else if (hit->group != NULL)
    g_string_append_printf (out, "scenario:%s", hit->group->id);
  else if (hit->story != NULL)
    g_string_append_printf (out, "case:%s", hit->story->id);
  else if (hit->note != NULL)
    g_string_append_printf (out, "note:%s", hit->note->id);
  else
    g_string_append_printf (out, "item:%s", hit->item->id);
}

/* The snippet with its words in brackets. */
static char *
bracket (const CharterHit *hit, const char *const *words)
{
  g_autofree char *snippet = charter_hit_dup_snippet (hit, words);
  g_autoptr (GArray) matches = charter_words_find (snippet, words);
  GString *out = g_string_new (snippet);

  for (guint i = matches->len; i > 0; i--)
    {
      CharterWordMatch match = g_array_index (matches, CharterWordMatch, i - 1);

      g_string_insert_c (out, (gssize)(match.start + match.length), ']');
      g_string_insert_c (out, (gssize)match.start, '[');
    }
  return g_string_free (out, FALSE);
}

static void
check_query (const CharterTestCase *test_case)
{
  g_auto (GStrv) words = charter_words_of (test_case->columns[0]);
  g_autoptr (GArray) hits = charter_search_find (indices, (const char *const *)words);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *snippet = NULL;

  for (guint i = 0; i < hits->len; i++)
    append_name (names, &g_array_index (hits, CharterHit, i));
  snippet = hits->len > 0 ? bracket (&g_array_index (hits, CharterHit, 0), (const char *const *)words) : g_strdup ("");
  if (!g_str_equal (names->str, test_case->columns[1]))
    g_error ("%s:%u: “%s” finds “%s”", test_case->file, test_case->line, test_case->columns[0], names->str);
  if (!g_str_equal (snippet, test_case->columns[2]))
    g_error ("%s:%u: the snippet is “%s”", test_case->file, test_case->line, snippet);
}

/* As typed letter by letter, every hit's title, place and snippet can be told, and none is longer than it may be. */
static void
test_all_snippets (void)
{
  const char *query = "the team’s handover to operations, at the café 项";

  for (gsize length = 1; length <= strlen (query); length = g_utf8_next_char (query + length) - query)
    {
      g_autofree char *typed = g_strndup (query, length);
      g_auto (GStrv) words = charter_words_of (typed);
      g_autoptr (GArray) hits = charter_search_find (indices, (const char *const *)words);

      for (guint i = 0; i < hits->len; i++)
        {
          const CharterHit *hit = &g_array_index (hits, CharterHit, i);
          g_autofree char *snippet = charter_hit_dup_snippet (hit, (const char *const *)words);

          g_assert_true (g_utf8_validate (snippet, -1, NULL));
          g_assert_cmpint (g_utf8_strlen (snippet, -1), <=, 162);
          g_assert_true (charter_hit_get_title (hit) != NULL || hit->kind == CHARTER_HIT_ITEM);
        }
    }
}

/* Two packs: of one rank, the first one's hits come first. */
static void
test_packs_in_order (void)
{
  const char *const words[] = { "sponsor", NULL };
  g_autoptr (CharterPack) again = load_pack ("pack.xml");
  g_autoptr (GPtrArray) both = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_search_index_unref);
  g_autoptr (GArray) hits = NULL;

  g_ptr_array_add (both, charter_search_index_new (again));
  g_ptr_array_add (both, charter_search_index_ref (indices->pdata[0]));
  hits = charter_search_find (both, words);
  g_assert_cmpuint (hits->len, ==, 6);
  for (guint i = 0; i < hits->len; i++)
    g_assert_true ((g_array_index (hits, CharterHit, i).pack == again) == (i % 2 == 0));
}

/* They come after all that is as good, and stay when those who handed them in have let go. */
static void
test_notes (void)
{
  CharterSearchNote notes[] = { { "one", "Who pays the sponsor?\nTwo lines", "The handover · Warranty" },
                                { "two", "Ask MÁRA", "The oven" } };
  g_autoptr (GPtrArray) handed_in = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_auto (GStrv) words = charter_words_of ("sponsor");
  g_auto (GStrv) place = charter_words_of ("mara oven");
  g_autoptr (CharterSearchIndex) index = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *snippet = NULL;

  g_ptr_array_add (handed_in, &notes[0]);
  g_ptr_array_add (handed_in, &notes[1]);
  index = charter_search_index_new_for_notes (handed_in);
  g_ptr_array_extend (all, indices, NULL, NULL);
  g_ptr_array_add (all, index);
  first = charter_search_find (all, (const char *const *)words);
  for (guint i = 0; i < first->len; i++)
    append_name (names, &g_array_index (first, CharterHit, i));
  g_assert_cmpstr (names->str, ==, "entry:sponsor section:acceptance item:handover-done note:one");
  second = charter_search_find (all, (const char *const *)place);
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpstr (g_array_index (second, CharterHit, 1).note->id, ==, "two");
  snippet = charter_hit_dup_snippet (&g_array_index (first, CharterHit, first->len - 1), (const char *const *)words);
  g_assert_cmpstr (snippet, ==, "Who pays the sponsor? Two lines");
}

int
main (int argc, char *argv[])
{
  g_autoptr (CharterPack) pack = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("pack.xml");
  indices = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_search_index_unref);
  g_ptr_array_add (indices, charter_search_index_new (pack));
  charter_cases_add ("queries.txt", "/search", 3, check_query);
  g_test_add_func ("/search/all-snippets", test_all_snippets);
  g_test_add_func ("/search/packs-in-order", test_packs_in_order);
  g_test_add_func ("/search/notes", test_notes);
  status = g_test_run ();
  g_ptr_array_unref (indices);
  return status;
}
