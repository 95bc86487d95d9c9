/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The broken packs among the fixtures: what is said to be safely mended can be, is gone afterwards, brings nothing new,
 * and undoing it gives the file back. */
#include "charter-mend.h"

#include <gio/gio.h>
#include <string.h>

#include "charter-loader.h"

static GPtrArray *
check (GBytes *bytes)
{
  GPtrArray *diagnostics = NULL;
  g_autoptr (CharterPack) pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  return diagnostics;
}

/* How many of its problems could be mended. */
static guint
mend_each (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CharterOutline) outline = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  outline = charter_outline_new (bytes);
  diagnostics = check (bytes);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const CharterDiagnostic *diagnostic = diagnostics->pdata[i];
      g_autoptr (CharterDraft) draft = charter_draft_new (bytes);
      g_autoptr (GBytes) mended = NULL;
      g_autoptr (GBytes) undone = NULL;
      g_autoptr (GPtrArray) left = NULL;

      if (!charter_mend_is_safe (outline, diagnostic))
        {
          g_assert_false (charter_mend_apply (draft, outline, diagnostic));
          continue;
        }
      g_assert_true (charter_mend_apply (draft, outline, diagnostic));
      mended = charter_draft_dup_bytes (draft);
      left = check (mended);
      for (guint m = 0; m < left->len; m++)
        {
          const CharterDiagnostic *other = left->pdata[m];

          g_assert_false (other->line == diagnostic->line && other->column == diagnostic->column
                          && strcmp (other->found, diagnostic->found) == 0);
        }
      charter_draft_undo (draft, NULL);
      undone = charter_draft_dup_bytes (draft);
      g_assert_true (g_bytes_equal (undone, bytes));
      n++;
    }
  return n;
}

static void
test_broken (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "tests/fixtures/packs/broken", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        n += mend_each (path);
      }
  g_assert_cmpuint (n, >, 10);
}

static void
assert_mended (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CharterOutline) outline = charter_outline_new (bytes);
  g_autoptr (CharterDraft) draft = charter_draft_new (bytes);
  g_autoptr (GPtrArray) diagnostics = check (bytes);
  gsize length;

  for (guint i = 0; i < diagnostics->len; i++)
    if (charter_mend_apply (draft, outline, diagnostics->pdata[i]))
      break;
  g_assert_cmpstr (charter_draft_peek (draft, &length), ==, expected);
}

#define PACK(body)                                                                                                     \
  "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"org.example.a\" release=\"1.0.0\" xml:lang=\"en\">"          \
  "<info><title>A</title><topic id=\"money\"><title>M</title></topic></info>" body "</pack>"

static void
test_words (void)
{
  assert_mended (PACK ("<bnk id=\"b\"></bnk>"), PACK ("<bank id=\"b\"></bank>"));
  assert_mended (PACK ("<bank id=\"b\" topci=\"money\"></bank>"), PACK ("<bank id=\"b\" topic=\"money\"></bank>"));
  assert_mended (PACK ("<bank id=\"b\" topic=\"mony\"></bank>"), PACK ("<bank id=\"b\" topic=\"money\"></bank>"));
  assert_mended (PACK ("<bank topic=\"money\"><title>Loose ends</title></bank>"),
                 PACK ("<bank id=\"loose-ends\" topic=\"money\"><title>Loose ends</title></bank>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/author/mend/broken", test_broken);
  g_test_add_func ("/author/mend/words", test_words);
  return g_test_run ();
}
