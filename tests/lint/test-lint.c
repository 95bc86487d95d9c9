/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every pack under packs/ gets just the advice that stands beside it in its .expected; where it has an exam, it is held
 * against the rules of the first. CHARTER_WRITE_EXPECTED=1 writes that anew, to be read before it is kept. */
#include "charter-lint.h"
#include "charter-loader.h"

#include <string.h>

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static CharterPack *
load (GBytes *bytes)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_nonnull (pack);
  return pack;
}

static GPtrArray *
lint (const char *path)
{
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autoptr (CharterPack) pack = load (bytes);
  CharterLintFile file = { .name = "pack.xml", .pack = pack, .bytes = bytes };

  charter_lint_check (&file, 1, pack, pack->n_exams > 0 ? &pack->exams[0] : NULL);
  return file.findings;
}

static char *
list (GPtrArray *findings)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = charter_diagnostic_to_string (g_ptr_array_index (findings, i), NULL);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
dup_expected_path (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".xml"));

  return g_strconcat (stem, ".expected", NULL);
}

static void
test_pack (gconstpointer data)
{
  g_autoptr (GPtrArray) findings = lint (data);
  g_autofree char *told = list (findings), *expected = NULL, *path = dup_expected_path (data);
  g_autoptr (GError) error = NULL;

  if (g_getenv ("CHARTER_WRITE_EXPECTED"))
    g_file_set_contents (path, told, -1, &error);
  else if (g_file_get_contents (path, &expected, NULL, &error))
    g_assert_cmpstr (told, ==, expected);
  g_assert_no_error (error);
}

/* A translation has the ignores of its original; checked with it, it has none too many. */
static void
test_ignore_of_a_translation (void)
{
  static const char text[]
    = "<pack xmlns='urn:charter:pack:1' format='1.0' id='org.charterstudy.test.twice' release='1' xml:lang='%s'><info>"
      "<title>Test</title></info><bank id='bank'><single id='one'><stem><p>%s</p></stem>"
      "<option id='a' correct='true'><text>%s</text><why><p>So.</p></why></option>"
      "<option id='b'><text>In Ulm</text><why><p>So.</p></why></option><rationale><p>So.</p></rationale>"
      "<ignore advice='longest-key' because='It is a name.'/></single></bank></pack>";
  g_autofree char *original
    = g_strdup_printf (text, "en", "Where is the third house?", "In the Free and Hanseatic City of Hamburg");
  g_autofree char *translation = g_strdup_printf (text, "es", "¿Dónde está la tercera casa?", "En Bonn");
  g_autoptr (GBytes) bytes = g_bytes_new (original, strlen (original));
  g_autoptr (GBytes) other_bytes = g_bytes_new (translation, strlen (translation));
  g_autoptr (CharterPack) pack = load (bytes), other = load (other_bytes);
  CharterLintFile files[] = { { "en.xml", pack, bytes }, { "es.xml", other, other_bytes } };

  charter_lint_check (files, 2, NULL, NULL);
  g_assert_cmpuint (files[0].findings->len + files[1].findings->len, ==, 0);
  g_ptr_array_unref (files[0].findings);
  g_ptr_array_unref (files[1].findings);
  charter_lint_check (files + 1, 1, NULL, NULL);
  g_assert_cmpuint (files[1].findings->len, ==, 1);
  g_ptr_array_unref (files[1].findings);
}

/* Each is told once, and they are not compared each with each. */
static void
test_many_alike (void)
{
  const guint n = 3000;
  g_autoptr (GString) text = g_string_new (
    "<pack xmlns='urn:charter:pack:1' format='1.0' id='org.charterstudy.test.alike' release='1' xml:lang='en'><info>"
    "<title>Test</title></info><bank id='bank'>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CharterPack) pack = NULL;
  CharterLintFile file;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "<number id='n%u' answer='%u'><stem><p>The same question is asked of number %u and of all "
                            "others in the same words. How much is it?</p></stem><rationale><p>So.</p></rationale>"
                            "</number>",
                            i, i, i);
  g_string_append (text, "</bank></pack>");
  bytes = g_bytes_new (text->str, text->len);
  pack = load (bytes);
  file = (CharterLintFile){ "pack.xml", pack, bytes };
  charter_lint_check (&file, 1, NULL, NULL);
  g_assert_cmpuint (file.findings->len, ==, n - 1);
  g_ptr_array_unref (file.findings);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full) paths, in the order of their names */
static GPtrArray *
list_packs (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "packs", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  g_assert_cmpuint (paths->len, >, 0);
  return paths;
}

/* A rule that no case shows could be broken unseen. */
static void
test_each_rule_is_shown (void)
{
  g_autoptr (GPtrArray) paths = list_packs ();
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  const CharterLintRule *rule;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GPtrArray) findings = lint (g_ptr_array_index (paths, i));

      for (guint f = 0; f < findings->len; f++)
        g_hash_table_add (told, (gpointer)((CharterDiagnostic *)g_ptr_array_index (findings, f))->code);
    }
  for (guint i = 0; (rule = charter_lint_get_rule (i)) != NULL; i++)
    if (!g_hash_table_contains (told, rule->code))
      g_error ("no case shows the rule %s", rule->code);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lint/each-rule-is-shown", test_each_rule_is_shown);
  g_test_add_func ("/lint/ignore-of-a-translation", test_ignore_of_a_translation);
  g_test_add_func ("/lint/many-alike", test_many_alike);
  paths = list_packs ();
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *name = g_strconcat ("/lint/", base, NULL);

      g_test_add_data_func (name, g_ptr_array_index (paths, i), test_pack);
    }
  return g_test_run ();
}
