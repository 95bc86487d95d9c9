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

static CharterShelf *
shelve (CharterPack *first, CharterPack *second)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  g_ptr_array_add (packs, first);
  if (second != NULL)
    g_ptr_array_add (packs, second);
  return charter_shelf_new (packs);
}

static void
assert_leads (CharterPack *pack, const char *ref, CharterPack *where)
{
  g_autoptr (CharterPack) home = charter_pack_follow (pack, ref);

  g_assert_true (home == where);
}

static void
test_follow (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), two = load ("two", "one");
  g_autoptr (CharterShelf) shelf = shelve (one, two);

  assert_leads (one, "word", one);
  assert_leads (one, "org.example.one#word", one);
  assert_leads (one, "org.example.two#word", two);
  assert_leads (two, "org.example.one#word", one);
  assert_leads (one, "org.example.three#word", NULL);
  assert_leads (one, NULL, NULL);
  g_assert_cmpstr (charter_pack_find_entry (two, "org.example.two#word")->name.plain, ==, "two");
}

/* Packs that refer to each other go all the same, and what was found stays. */
static void
test_shelf_goes (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), two = load ("two", "one"), found = NULL;
  CharterShelf *shelf = shelve (one, two);

  found = charter_pack_follow (one, "org.example.two#word");
  g_clear_pointer (&two, charter_pack_unref);
  charter_shelf_free (shelf);
  g_assert_cmpstr (found->title.plain, ==, "two");
  assert_leads (one, "org.example.two#word", NULL);
}

/* The library was read again: the new shelf counts, whichever goes first. */
static void
test_another_shelf (void)
{
  g_autoptr (CharterPack) one = load ("one", "two"), old = load ("two", "one"), new = load ("two", "one");
  CharterShelf *before = shelve (one, old);
  g_autoptr (CharterShelf) after = shelve (one, new);

  assert_leads (one, "org.example.two#word", new);
  assert_leads (old, "org.example.one#word", one);
  charter_shelf_free (before);
  assert_leads (one, "org.example.two#word", new);
  assert_leads (old, "org.example.one#word", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shelf/follow", test_follow);
  g_test_add_func ("/shelf/goes", test_shelf_goes);
  g_test_add_func ("/shelf/another", test_another_shelf);
  return g_test_run ();
}
