/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes, bookmarks, highlights and disputes: as they were said, also after a restart, a removal and its undo. */
#include "charter-note-text.h"
#include "charter-quote.h"
#include "charter-study-notes.h"
#include "charter-study-say.h"
#include "study-support.h"

#include <string.h>

#define PACK "org.example.study"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, "pack.xml");
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static CharterNote *
try_keep (Fixture *fixture, const CharterNote *note, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_keep_note_async (fixture->study, note, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_study_keep_note_finish (fixture->study, result, error);
}

static CharterNote *
keep (Fixture *fixture, const CharterNote *note)
{
  g_autoptr (GError) error = NULL;
  CharterNote *kept = try_keep (fixture, note, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kept);
  return kept;
}

static CharterNote *
drop (Fixture *fixture, const CharterNote *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  CharterNote *removed;

  charter_study_remove_note_async (fixture->study, note, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  removed = charter_study_remove_note_finish (fixture->study, result, &error);
  g_assert_no_error (error);
  return removed;
}

static CharterNote *
new_item_note (CharterNoteKind kind, const char *item, const char *text)
{
  CharterNote *note = charter_note_new (kind, NULL, PACK);

  note->item = g_strdup (item);
  note->text = g_strdup (text);
  return note;
}

static void
assert_words (Fixture *fixture, const char *id, const char *words)
{
  const CharterNote *note = charter_study_get_note (fixture->study, id);
  g_autoptr (GError) error = NULL;

  if (words == NULL)
    g_assert_null (note);
  else
    g_assert_cmpstr (note != NULL ? note->text : NULL, ==, words);
  charter_store_verify (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) note = new_item_note (CHARTER_NOTE_NOTE, "who", "  Ask the sponsor.\r\n");
  g_autoptr (CharterNote) kept = keep (fixture, note);
  gint64 made = kept->made;

  assert_words (fixture, note->id, "Ask the sponsor.");
  made = charter_study_get_note (fixture->study, note->id)->made;
  test_clock_pass (&fixture->time, G_TIME_SPAN_DAY);
  g_free (note->text);
  note->text = g_strdup ("Ask the manager.");
  charter_note_free (g_steal_pointer (&kept));
  kept = keep (fixture, note);
  assert_words (fixture, note->id, "Ask the manager.");
  fixture_restart (fixture);
  assert_words (fixture, note->id, "Ask the manager.");
  g_assert_cmpint (charter_study_get_note (fixture->study, note->id)->made, ==, made);
  g_assert_cmpint (charter_study_get_note (fixture->study, note->id)->changed, ==, made + G_TIME_SPAN_DAY);
}

static void
test_removed_and_brought_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) note = new_item_note (CHARTER_NOTE_NOTE, "who", "Ask.");
  g_autoptr (CharterNote) kept = keep (fixture, note);
  g_autoptr (CharterNote) removed = drop (fixture, note);
  g_autoptr (CharterNote) again = NULL;

  assert_words (fixture, note->id, NULL);
  fixture_restart (fixture);
  assert_words (fixture, note->id, NULL);
  again = keep (fixture, removed);
  assert_words (fixture, note->id, "Ask.");
  fixture_restart (fixture);
  assert_words (fixture, note->id, "Ask.");
}

static void
test_every_member (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) note = charter_note_new (CHARTER_NOTE_HIGHLIGHT, NULL, PACK);
  g_autoptr (CharterNote) kept = NULL;
  const CharterNote *read;

  note->lesson = g_strdup ("lesson");
  note->section = g_strdup ("section");
  note->release = g_strdup ("2.1");
  note->quote = g_strdup ("“a charter”, ü");
  note->before = g_strdup ("gives ");
  note->after = g_strdup (" to");
  note->start = 17;
  note->answer = g_strdup ("a b");
  note->key_hash = g_strdup ("hash");
  kept = keep (fixture, note);
  fixture_restart (fixture);
  read = charter_study_get_note (fixture->study, note->id);
  g_assert_nonnull (read);
  g_assert_cmpint (read->kind, ==, CHARTER_NOTE_HIGHLIGHT);
  g_assert_cmpstr (read->pack, ==, PACK);
  g_assert_cmpstr (read->lesson, ==, "lesson");
  g_assert_cmpstr (read->section, ==, "section");
  g_assert_cmpstr (read->release, ==, "2.1");
  g_assert_cmpstr (read->quote, ==, note->quote);
  g_assert_cmpstr (read->before, ==, "gives ");
  g_assert_cmpstr (read->after, ==, " to");
  g_assert_cmpuint (read->start, ==, 17);
  g_assert_cmpstr (read->answer, ==, "a b");
  g_assert_cmpstr (read->key_hash, ==, "hash");
  g_assert_cmpstr (read->text, ==, "");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (CHARTER_NOTE_LONGEST, 'a');
  g_autofree char *longer = g_strnfill (CHARTER_NOTE_LONGEST + 1, 'a');
  g_autoptr (CharterNote) empty = new_item_note (CHARTER_NOTE_NOTE, "who", " \n\t\xc2\xa0");
  g_autoptr (CharterNote) nothing = new_item_note (CHARTER_NOTE_DISPUTE, "who", NULL);
  g_autoptr (CharterNote) too_long = new_item_note (CHARTER_NOTE_NOTE, "who", longer);
  g_autoptr (CharterNote) just_so = new_item_note (CHARTER_NOTE_NOTE, "who", longest);
  g_autoptr (CharterNote) kept = NULL;
  CharterNote *const wrong[] = { empty, nothing, too_long };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (try_keep (fixture, wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      assert_words (fixture, wrong[i]->id, NULL);
    }
  kept = keep (fixture, just_so);
  assert_words (fixture, just_so->id, longest);
}

/* What could not be saved is told, and what was there before still is. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) note = new_item_note (CHARTER_NOTE_NOTE, "who", "First.");
  g_autoptr (CharterNote) kept = keep (fixture, note);
  g_autoptr (CharterNote) lost = NULL;
  g_autoptr (GError) error = NULL;

  charter_store_close (fixture->store);
  g_free (note->text);
  note->text = g_strdup ("Second.");
  lost = try_keep (fixture, note, &error);
  g_assert_null (lost);
  g_assert_nonnull (error);
  g_clear_object (&fixture->study);
  g_clear_object (&fixture->store);
  fixture_start (fixture);
  assert_words (fixture, note->id, "First.");
}

static void
test_reset_leaves_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) note = new_item_note (CHARTER_NOTE_NOTE, "who", "Stays.");
  g_autoptr (CharterNote) kept = keep (fixture, note);
  g_autoptr (GAsyncResult) reset = NULL;
  g_autoptr (GAsyncResult) erased = NULL;

  charter_study_reset_async (fixture->study, PACK, NULL, NULL, on_result, &reset);
  while (reset == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_words (fixture, note->id, "Stays.");
  charter_study_erase_async (fixture->study, NULL, on_result, &erased);
  while (erased == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_words (fixture, note->id, NULL);
  fixture_restart (fixture);
  assert_words (fixture, note->id, NULL);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) first = new_item_note (CHARTER_NOTE_NOTE, "who", "One.");
  g_autoptr (CharterNote) second = new_item_note (CHARTER_NOTE_DISPUTE, "who", "Two.");
  g_autoptr (CharterNote) third = charter_note_new (CHARTER_NOTE_BOOKMARK, NULL, PACK);
  g_autoptr (CharterNote) other = charter_note_new (CHARTER_NOTE_BOOKMARK, NULL, "org.example.other");
  CharterNote *const notes[] = { first, second, third, other };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) disputes = NULL;

  third->lesson = g_strdup ("lesson");
  third->section = g_strdup ("section");
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (CharterNote) kept = keep (fixture, notes[i]);
      test_clock_pass (&fixture->time, G_TIME_SPAN_SECOND);
    }
  all = charter_study_list_notes (fixture->study, NULL);
  own = charter_study_list_notes (fixture->study, PACK);
  disputes = charter_study_list_item_notes (fixture->study, PACK, "who", CHARTER_NOTE_DISPUTE);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpuint (own->len, ==, 3);
  g_assert_cmpstr (((CharterNote *)own->pdata[0])->id, ==, first->id);
  g_assert_cmpstr (((CharterNote *)own->pdata[2])->id, ==, third->id);
  g_assert_cmpuint (disputes->len, ==, 1);
  g_assert_cmpstr (((CharterNote *)disputes->pdata[0])->id, ==, second->id);
  g_assert_nonnull (charter_study_find_section_note (fixture->study, CHARTER_NOTE_BOOKMARK, PACK, "lesson", "section"));
  g_assert_null (charter_study_find_section_note (fixture->study, CHARTER_NOTE_NOTE, PACK, "lesson", "section"));
  g_assert_null (charter_study_find_section_note (fixture->study, CHARTER_NOTE_BOOKMARK, PACK, "lesson", "other"));
}

/* Composed Unicode, one kind of line end, nothing that can't be seen. */
static void
test_tidy (void)
{
  static const struct {
    const char *text;
    const char *tidy;
  } cases[] = {
    { NULL, "" },
    { " \n ", "" },
    { "one\r\ntwo\rthree", "one\ntwo\nthree" },
    { "u\xcc\x88", "ü" },
    { "a\x01"
      "b\tc",
      "ab\tc" },
    { "\xe2\x80\x83"
      "wide \n\n",
      "wide" },
    { "a \xff b", "a \xef\xbf\xbd b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tidy = charter_study_tidy_words (cases[i].text);
      g_assert_cmpstr (tidy, ==, cases[i].tidy);
    }
}

/* --- quotes ------------------------------------------------------------------------------------------------------- */

/* Where the quote that stands in [ ] in the first text is found in the second: in [ ] there, or nowhere. */
static const char *const quotes[][2] = {
  { "A [charter] names the manager.", "A [charter] names the manager." },
  { "A [charter] names the manager.", "First of all, a [charter] names the manager." },
  { "the plan and the [plan] again", "the plan and the [plan] again" },
  { "the [plan] and the plan again", "and now the [plan] and the plan again" },
  { "x the [plan] y", "the plan z, x the [plan] y, the plan" },
  { "Äpfel und [Bürger] sind da", "Nun: Äpfel und [Bürger] sind da" },
  { "A [charter] names the manager.", "A contract names the manager." },
  { "[all of it]", "[all of it]" },
};

static char *
take_brackets (const char *marked, guint *start, guint *end)
{
  g_auto (GStrv) parts = g_strsplit_set (marked, "[]", 3);

  *start = *end = 0;
  if (g_strv_length (parts) == 3)
    {
      *start = g_utf8_strlen (parts[0], -1);
      *end = *start + g_utf8_strlen (parts[1], -1);
    }
  return g_strjoinv ("", parts);
}

static void
test_quotes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autoptr (CharterNote) note = charter_note_new (CHARTER_NOTE_HIGHLIGHT, NULL, PACK);
      guint start, end, found_start = 0, found_end = 0;
      g_autofree char *before = take_brackets (quotes[i][0], &start, &end);
      g_autofree char *after = NULL;

      charter_quote_take (note, before, start, end);
      after = take_brackets (quotes[i][1], &start, &end);
      g_assert_cmpint (charter_quote_find (note, after, &found_start, &found_end) > 0, ==, end > 0);
      g_assert_cmpuint (found_start, ==, start);
      g_assert_cmpuint (found_end, ==, end);
    }
}

/* Of two passages with the same words the one with the same neighbours is the better. */
static void
test_best_passage (void)
{
  g_autoptr (CharterNote) note = charter_note_new (CHARTER_NOTE_HIGHLIGHT, NULL, PACK);
  guint start, end;

  charter_quote_take (note, "Each project has a charter.", 19, 26);
  g_assert_cmpstr (note->quote, ==, "charter");
  g_assert_cmpint (charter_quote_find (note, "Each project has a charter.", &start, &end), >,
                   charter_quote_find (note, "A charter is short.", &start, &end));
}

/* --- as words ----------------------------------------------------------------------------------------------------- */

static void
test_markdown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) dispute = new_item_note (CHARTER_NOTE_DISPUTE, "who", "# not a *heading*\nsecond line");
  g_autoptr (CharterNote) lost = charter_note_new (CHARTER_NOTE_HIGHLIGHT, NULL, PACK);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autofree char *without = NULL;
  const char *first;
  const char *second;

  g_free (dispute->release);
  dispute->release = g_strdup ("1.0");
  lost->lesson = g_strdup ("gone");
  lost->quote = g_strdup ("a_b");
  g_ptr_array_add (notes, lost);
  g_ptr_array_add (notes, dispute);
  text = charter_notes_to_markdown (notes, fixture->pack);
  first = strstr (text, "- **Disputed**: \\# not a \\*heading\\*  \n  second line  \n"
                        "  Question: who · Release: 1.0\n");
  second = strstr (text, "## gone\n\n- **Highlight** “a\\_b”\n");
  g_assert_true (g_str_has_prefix (text, "# "));
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (first < second); /* what the pack has comes before what it has no more */
  without = charter_notes_to_markdown (notes, NULL);
  g_assert_nonnull (strstr (without, "## who\n"));
}

static void
assert_place_beside_title (const CharterNote *note, CharterPack *pack, const char *expected)
{
  g_autofree char *place = charter_note_dup_place_beside_title (note, pack);

  g_assert_cmpstr (place, ==, expected);
}

/* A bookmark's title is its section; of the place only the lesson is left to tell. */
static void
test_place_beside_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) note = charter_note_new (CHARTER_NOTE_BOOKMARK, NULL, PACK);
  g_autoptr (CharterPack) pack = load_pack ("review.xml");
  g_autofree char *whole = NULL;

  note->lesson = g_strdup ("ends");
  assert_place_beside_title (note, pack, "");
  note->section = g_strdup ("ends-when");
  whole = charter_note_dup_place (note, pack);
  assert_place_beside_title (note, pack, charter_pack_find_lesson (pack, "ends")->title.plain);
  note->text = g_strdup ("To be read again");
  assert_place_beside_title (note, pack, whole);
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterNote) dispute = new_item_note (CHARTER_NOTE_DISPUTE, "who", "It is not.");
  const CharterItem *item = charter_pack_find_item (fixture->pack, "who");
  g_autofree char *whole = NULL;
  g_autofree char *brief = NULL;

  g_assert_nonnull (item);
  dispute->release = g_strdup ("1.2");
  dispute->answer = g_strdup (item->parts[0].id);
  whole = charter_note_to_letter (dispute, fixture->pack);
  g_assert_nonnull (strstr (whole, "Pack’s id: " PACK "\nRelease: 1.2\nQuestion: who\n"));
  g_assert_nonnull (strstr (whole, "\nIts key: "));
  g_assert_nonnull (strstr (whole, "\nMy answer: "));
  g_assert_nonnull (strstr (whole, item->parts[0].text.plain));
  g_assert_true (g_str_has_suffix (whole, "\n\nIt is not.\n"));
  brief = charter_note_to_letter (dispute, NULL);
  g_assert_null (strstr (brief, "Its key"));
  g_assert_true (g_str_has_suffix (brief, "\n\nIt is not.\n"));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/notes/kept", test_kept);
  ADD ("/notes/removed-and-brought-back", test_removed_and_brought_back);
  ADD ("/notes/every-member", test_every_member);
  ADD ("/notes/refused", test_refused);
  ADD ("/notes/failed", test_failed);
  ADD ("/notes/reset-leaves-notes", test_reset_leaves_notes);
  ADD ("/notes/lists", test_lists);
  ADD ("/notes/markdown", test_markdown);
  ADD ("/notes/place-beside-title", test_place_beside_title);
  ADD ("/notes/letter", test_letter);
  g_test_add_func ("/notes/tidy", test_tidy);
  g_test_add_func ("/notes/quotes", test_quotes);
  g_test_add_func ("/notes/best-passage", test_best_passage);
  return g_test_run ();
}
