/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refs that lead from one pack into another. */
#include <string.h>

#include "charter-loader.h"
#include "charter-shelf.h"

/* Returns: (transfer full) a pack with one entry, “word”, that uses the other */
static CharterPack *
load (const char *name, const char *other)
{
  g_autofree char *text = g_strdup_printf (
    "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"org.example.%s\" release=\"1.0\" xml:lang=\"en\">"
    "<info><title>%s</title><use pack=\"org.example.%s\"/></info>"
    "<glossary><entry id=\"word\"><name>%s</name><p>A word.</p></entry></glossary></pack>",
    name, name, other, name);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  g_assert_nonnull (pack);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  return pack;
}

static void
stand (CharterShelf *shelf, CharterPack *first, CharterPack *second)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  g_ptr_array_add (packs, first);
  if (second != NULL)
    g_ptr_array_add (packs, second);
  charter_shelf_set_packs (shelf, packs);
}

static void
assert_leads (CharterPack *pack, const char *ref, CharterPack *where)
{
  g_autoptr (CharterPack) home = charter_pack_follow (pack, ref);

  g_assert_true (home == where);
}

/* One that does not stand there finds the others, and they don't find it, or keep it. */
static void
test_lent (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), two = load ("two", "one"), draft = load ("one", "two");
  g_autoptr (CharterShelf) shelf = charter_shelf_new ();

  stand (shelf, one, two);
  charter_shelf_lend (shelf, draft);
  assert_leads (draft, "org.example.two#word", two);
  assert_leads (draft, "org.example.one#word", draft);
  assert_leads (two, "org.example.one#word", one);
  charter_shelf_set_packs (shelf, NULL);
  assert_leads (draft, "org.example.two#word", NULL);
}

static void
test_follow (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), two = load ("two", "one");
  g_autoptr (CharterShelf) shelf = charter_shelf_new ();

  stand (shelf, one, two);
  assert_leads (one, "word", one);
  assert_leads (one, "org.example.one#word", one);
  assert_leads (one, "org.example.two#word", two);
  assert_leads (two, "org.example.one#word", one);
  assert_leads (one, "org.example.three#word", NULL);
  assert_leads (one, NULL, NULL);
  g_assert_cmpstr (charter_pack_find_entry (two, "org.example.two#word")->name.plain, ==, "two");
  charter_shelf_set_packs (shelf, NULL);
}

/* A pack that never stood anywhere leads nowhere but into itself. */
static void
test_no_shelf (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), two = load ("two", "one");
  g_autoptr (CharterShelf) shelf = charter_shelf_new ();

  stand (shelf, two, NULL);
  assert_leads (one, "word", one);
  assert_leads (one, "org.example.two#word", NULL);
  assert_leads (two, "org.example.one#word", NULL);
  charter_shelf_set_packs (shelf, NULL);
}

/* Packs that refer to each other go all the same, and what was found stays. */
static void
test_shelf_goes (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), two = load ("two", "one"), found = NULL;
  CharterShelf *shelf = charter_shelf_new ();

  stand (shelf, one, two);
  found = charter_pack_follow (one, "org.example.two#word");
  g_clear_pointer (&two, charter_pack_unref);
  charter_shelf_set_packs (shelf, NULL);
  charter_shelf_unref (shelf);
  g_assert_cmpstr (found->title.plain, ==, "two");
  assert_leads (one, "org.example.two#word", NULL);
}

/* Packs live on after the shelf's owner went, and go with its last. */
static void
test_packs_go_last (void)
{
  CharterPack *one = load ("one", "two"), *two = load ("two", "one");
  g_autoptr (CharterShelf) shelf = charter_shelf_new ();

  stand (shelf, one, two);
  charter_pack_unref (two);
  charter_shelf_set_packs (shelf, NULL);
  g_clear_pointer (&shelf, charter_shelf_unref);
  assert_leads (one, "org.example.one#word", one);
  charter_pack_unref (one);
}

/* The library was read again: who still shows what was there before is led to what is there now. */
static void
test_reload (void)
{
  g_autoptr (CharterPack) old_one = load ("one", "two"), old_two = load ("two", "one");
  g_autoptr (CharterPack) one = load ("one", "two"), two = load ("two", "one");
  g_autoptr (CharterShelf) shelf = charter_shelf_new ();

  stand (shelf, old_one, old_two);
  assert_leads (old_one, "org.example.two#word", old_two);
  stand (shelf, one, two);
  assert_leads (old_one, "org.example.two#word", two);
  assert_leads (old_two, "org.example.one#word", one);
  assert_leads (old_one, "org.example.one#word", old_one);
  assert_leads (one, "org.example.two#word", two);
  stand (shelf, one, NULL);
  assert_leads (old_one, "org.example.two#word", NULL);
  assert_leads (old_two, "org.example.one#word", one);
  charter_shelf_set_packs (shelf, NULL);
}

/* A pack that is put on another shelf knows that one, whichever of the two is emptied first. */
static void
test_another_shelf (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), old = load ("two", "one"), new = load ("two", "one");
  g_autoptr (CharterShelf) before = charter_shelf_new (), after = charter_shelf_new ();

  stand (before, one, old);
  stand (after, one, new);
  assert_leads (one, "org.example.two#word", new);
  assert_leads (old, "org.example.one#word", one);
  charter_shelf_set_packs (before, NULL);
  assert_leads (one, "org.example.two#word", new);
  assert_leads (old, "org.example.one#word", NULL);
  charter_shelf_set_packs (after, NULL);
  assert_leads (one, "org.example.two#word", NULL);
}

typedef struct {
  CharterPack *pack;
  gint stop;
} Reader;

/* Returns: how often another pack was found, and found to be the right one */
static gpointer
follow_on (gpointer data)
{
  Reader *reader = data;
  guint n = 0;

  while (!g_atomic_int_get (&reader->stop) || n == 0)
    {
      g_autoptr (CharterPack) home = charter_pack_follow (reader->pack, "org.example.two#word");

      g_assert_nonnull (home);
      g_assert_cmpstr (home->title.plain, ==, "two");
      n++;
    }
  return GUINT_TO_POINTER (n);
}

/* While one thread follows, another reads the library again and again. */
static void
test_threads (void)
{
  g_autoptr (CharterPack) one = load ("one", "two");
  g_autoptr (CharterShelf) shelf = charter_shelf_new ();
  Reader reader = { one, 0 };
  GThread *thread;

  {
    g_autoptr (CharterPack) two = load ("two", "one");

    stand (shelf, one, two);
  }
  thread = g_thread_new ("follow", follow_on, &reader);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (CharterPack) two = load ("two", "one");

      stand (shelf, one, two);
    }
  g_atomic_int_set (&reader.stop, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (thread)), >, 0);
  charter_shelf_set_packs (shelf, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shelf/follow", test_follow);
  g_test_add_func ("/shelf/lent", test_lent);
  g_test_add_func ("/shelf/none", test_no_shelf);
  g_test_add_func ("/shelf/goes", test_shelf_goes);
  g_test_add_func ("/shelf/packs-go-last", test_packs_go_last);
  g_test_add_func ("/shelf/reload", test_reload);
  g_test_add_func ("/shelf/another", test_another_shelf);
  g_test_add_func ("/shelf/threads", test_threads);
  return g_test_run ();
}
