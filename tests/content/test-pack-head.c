/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-pack-head.h"

#include <string.h>

static const char *const castilian[] = { "es_ES.UTF-8", "es_ES", "es", "C", NULL };
static const char *const british[] = { "en_GB.UTF-8", "en_GB", "en", "C", NULL };
static const char *const french[] = { "fr", "C", NULL };

/* The index of the best of two, or -1 where both are read equally well. */
static int
better (const char *first, const char *second, const char *const *languages)
{
  CharterPackHead a = { NULL, (char *)first }, b = { NULL, (char *)second };
  guint rank_a = charter_pack_head_rank (&a, languages), rank_b = charter_pack_head_rank (&b, languages);

  return rank_a == rank_b ? -1 : rank_b < rank_a;
}

static void
test_own_language (void)
{
  g_assert_cmpint (better ("en", "es", castilian), ==, 1);
  g_assert_cmpint (better ("en", "es", british), ==, 0);
  g_assert_cmpint (better ("es", "en", british), ==, 1);
}

static void
test_region (void)
{
  g_assert_cmpint (better ("es-MX", "es-ES", castilian), ==, 1);
  g_assert_cmpint (better ("es-MX", "en", castilian), ==, 0);
  g_assert_cmpint (better ("en-US", "es", british), ==, 0);
}

/* Where there is no translation, the program speaks English, and so do its packs. */
static void
test_other_language (void)
{
  g_assert_cmpint (better ("es", "en", french), ==, 1);
  g_assert_cmpint (better ("es", "de", french), ==, -1);
  g_assert_cmpint (better ("de", NULL, french), ==, -1);
}

static void
read_text (CharterPackHead *head, const char *text)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("charter-XXXXXX.xml", &stream, NULL);

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  charter_pack_head_read (head, file, NULL);
  g_file_delete (file, NULL, NULL);
}

static void
test_read (void)
{
  CharterPackHead head;

  read_text (&head, "<?xml version='1.0'?><!-- <pack id='no'/> --><pack\n xml:lang = 'pt-BR' id=\"a.b\">");
  g_assert_cmpstr (head.id, ==, "a.b");
  g_assert_cmpstr (head.language, ==, "pt-BR");
  charter_pack_head_clear (&head);

  read_text (&head, "No pack at all");
  g_assert_null (head.id);
  g_assert_null (head.language);
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/pack.xml");
  CharterPackHead head;

  charter_pack_head_read (&head, file, NULL);
  g_assert_null (head.id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-head/own-language", test_own_language);
  g_test_add_func ("/pack-head/region", test_region);
  g_test_add_func ("/pack-head/other-language", test_other_language);
  g_test_add_func ("/pack-head/read", test_read);
  g_test_add_func ("/pack-head/missing-file", test_missing_file);
  return g_test_run ();
}
