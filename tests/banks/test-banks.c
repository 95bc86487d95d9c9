/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every file under foreign/ becomes the pack that stands beside it in its .expected.xml, with the notes and counts of
 * its .expected.txt. CHARTER_WRITE_EXPECTED=1 writes both anew, to be read before they are kept. Beyond that: our own
 * packs there and back again, and files that somebody bent, more of them with -m slow. */
#include "charter-archive.h"
#include "charter-bank.h"
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
load (GBytes *xml, GFile *folder)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_bytes (xml, folder, &diagnostics);

  g_assert_nonnull (pack);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const CharterDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->severity == CHARTER_SEVERITY_ERROR)
        g_error ("%u: %s", diagnostic->line, diagnostic->found);
    }
  return pack;
}

/* What must hold of every import, whatever the file. */
static void
assert_accounted (const CharterBankImport *import)
{
  g_autoptr (CharterPack) pack = load (import->xml, NULL);
  guint n_errors = 0;

  for (guint i = 0; i < import->notes->len; i++)
    {
      const CharterBankNote *note = g_ptr_array_index (import->notes, i);

      g_assert_nonnull (note->diagnostic->found);
      n_errors += note->diagnostic->severity == CHARTER_SEVERITY_ERROR;
    }
  g_assert_cmpuint (import->n_found, ==, import->n_taken + import->n_listed);
  g_assert_cmpuint (n_errors, ==, import->n_listed);
  g_assert_cmpuint (pack->n_items, ==, import->n_items);
  g_assert_cmpuint (pack->n_set_aside, ==, 0);
}

/* ---- foreign files ---- */

static char *
describe (const CharterBankImport *import, const char *name)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->notes->len; i++)
    {
      g_autofree char *line = charter_bank_note_to_string (g_ptr_array_index (import->notes, i), name);

      g_string_append_printf (text, "%s\n", line);
    }
  for (guint i = 0; i < import->files->len; i++)
    {
      const CharterBankFile *file = g_ptr_array_index (import->files, i);

      g_string_append_printf (text, "file %s, %u bytes\n", file->name, (guint)g_bytes_get_size (file->bytes));
    }
  g_string_append_printf (text, "%s: found %u, taken %u, listed %u\n", charter_bank_format_get_name (import->format),
                          import->n_found, import->n_taken, import->n_listed);
  return g_string_free (text, FALSE);
}

static void
compare (const char *path, const char *ending, const char *text)
{
  g_autofree char *expected_path = g_strconcat (path, ending, NULL), *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("CHARTER_WRITE_EXPECTED"))
    g_file_set_contents (expected_path, text, -1, &error);
  else if (g_file_get_contents (expected_path, &expected, NULL, &error))
    g_assert_cmpstr (text, ==, expected);
  g_assert_no_error (error);
}

static void
test_foreign (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autofree char *name = g_path_get_basename (path), *text = NULL, *xml = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankImport) import = charter_bank_import (bytes, name, NULL, "en", &error);

  if (import == NULL)
    {
      text = g_strdup_printf ("%s: %s\n", name, error->message);
      compare (path, ".expected.txt", text);
      return;
    }
  assert_accounted (import);
  text = describe (import, name);
  xml = g_strndup (g_bytes_get_data (import->xml, NULL), g_bytes_get_size (import->xml));
  compare (path, ".expected.txt", text);
  compare (path, ".expected.xml", xml);
}

/* ---- names ---- */

static void
test_names (void)
{
  const char *gift = "::one:: Which is the capital of France? {=Paris ~Lyon}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (gift, strlen (gift));
  g_autoptr (CharterBankImport) import = charter_bank_import (bytes, "My quiz (2).gift", NULL, "en", NULL);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = NULL;

  g_assert_cmpstr (import->title, ==, "My quiz (2)");
  g_assert_cmpstr (import->id, ==, "imported.my-quiz-2");
  charter_bank_import_rename (import, import->id, import->title);
  charter_bank_import_rename (import, "org.example.first", "First");
  charter_bank_import_rename (import, "org.example.rivers", "Rivers & <capitals>");
  pack = charter_loader_load_bytes (import->xml, NULL, &diagnostics);
  g_assert_nonnull (pack);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpstr (pack->id, ==, "org.example.rivers");
  g_assert_cmpstr (pack->title.plain, ==, "Rivers & <capitals>");
  g_assert_cmpuint (pack->n_items, ==, 1);
}

/* Always one that a pack may have, the same for the same title and another for another. */
static void
test_ids (void)
{
  const char *titles[] = { "Capitals", "capitals of Europe!", "Ποτάμια", "Πρωτεύουσες", "–", "..", "a.b" };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *long_title = g_strnfill (5000, 'a');
  g_autofree char *long_id = charter_bank_dup_pack_id (long_title);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *id = charter_bank_dup_pack_id (titles[i]), *again = charter_bank_dup_pack_id (titles[i]);

      g_assert_true (charter_bank_is_pack_id (id));
      g_assert_cmpstr (id, ==, again);
      g_assert_true (g_hash_table_add (known, g_steal_pointer (&id)));
    }
  g_assert_true (charter_bank_is_pack_id (long_id));
  g_assert_true (charter_bank_is_pack_id ("org.example.capitals-2"));
  g_assert_false (charter_bank_is_pack_id ("capitals"));
  g_assert_false (charter_bank_is_pack_id ("org.example."));
  g_assert_false (charter_bank_is_pack_id ("org.Example"));
  g_assert_false (charter_bank_is_pack_id ("org.example\n"));
  g_assert_false (charter_bank_is_pack_id (""));
}

/* ---- there and back ---- */

/* Aiken has no ids, and no true and false: there the next one is taken, and its key is looked at. */
static void
assert_next (const CharterItem *before, const CharterItem *after)
{
  g_assert_cmpint (after->kind, ==, CHARTER_ITEM_SINGLE);
  g_assert_cmpuint (before->n_parts, ==, after->n_parts);
  for (guint i = 0; i < before->n_parts; i++)
    g_assert_cmpint (before->parts[i].correct, ==, after->parts[i].correct);
}

static const CharterItem *
find_item (const CharterPack *pack, const char *id)
{
  for (guint i = 0; i < pack->n_items; i++)
    if (strcmp (pack->items[i]->id, id) == 0)
      return pack->items[i];
  return NULL;
}

static gboolean
is_left (const CharterBankExport *export, const char *id)
{
  for (guint i = 0; i < export->notes->len; i++)
    {
      const CharterBankNote *note = g_ptr_array_index (export->notes, i);

      if (note->diagnostic->severity == CHARTER_SEVERITY_ERROR && g_strcmp0 (note->question, id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Cards, one in each category, and pairs are told apart by nobody but us. */
static gboolean
are_alike (CharterItemKind a, CharterItemKind b)
{
  gboolean a_pairs = a == CHARTER_ITEM_MATCH || a == CHARTER_ITEM_CLASSIFY;
  gboolean b_pairs = b == CHARTER_ITEM_MATCH || b == CHARTER_ITEM_CLASSIFY;

  return a == b || (a_pairs && b_pairs);
}

/* Words without the spaces that markup may move. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (squeezed, *text);
  return g_string_free (squeezed, FALSE);
}

static void
assert_same_words (const char *a, const char *b)
{
  g_autofree char *x = squeeze (a), *y = squeeze (b);

  g_assert_cmpstr (x, ==, y);
}

/* The right answers and what they are worth are never lost in silence. */
static void
assert_same_key (const CharterItem *before, const CharterItem *after)
{
  g_assert_true (are_alike (before->kind, after->kind));
  if (before->kind == CHARTER_ITEM_SINGLE || before->kind == CHARTER_ITEM_MULTIPLE
      || before->kind == CHARTER_ITEM_TRUEFALSE || before->kind == CHARTER_ITEM_ORDER)
    {
      g_assert_cmpuint (before->n_parts, ==, after->n_parts);
      for (guint i = 0; i < before->n_parts; i++)
        {
          assert_same_words (before->parts[i].text.plain, after->parts[i].text.plain);
          g_assert_cmpint (before->parts[i].correct, ==, after->parts[i].correct);
        }
    }
  if (before->kind == CHARTER_ITEM_NUMBER)
    {
      g_assert_cmpfloat (before->typed->number, ==, after->typed->number);
      g_assert_cmpfloat_with_epsilon (before->typed->tolerance, after->typed->tolerance, 1e-9);
    }
  if (before->kind == CHARTER_ITEM_SHORT)
    g_assert_cmpstr (before->typed->accepts[0], ==, after->typed->accepts[0]);
  if (before->kind == CHARTER_ITEM_CLOZE)
    g_assert_cmpuint (before->n_slots, ==, after->n_slots);
}

/* QTI tells how parts count, and which options keep their place. */
static void
assert_same_scoring (const CharterItem *before, const CharterItem *after)
{
  if (before->kind == CHARTER_ITEM_MULTIPLE)
    g_assert_cmpint (before->scoring, ==, after->scoring);
  if (before->kind == CHARTER_ITEM_SINGLE || before->kind == CHARTER_ITEM_MULTIPLE)
    for (guint i = 0; i < before->n_parts; i++)
      g_assert_true (!before->parts[i].fixed || after->parts[i].fixed);
}

static void
assert_same_stem (const CharterItem *before, const CharterItem *after)
{
  g_autofree char *a = charter_blocks_to_plain (before->stem), *b = charter_blocks_to_plain (after->stem);

  if (before->kind == CHARTER_ITEM_CLOZE || strstr (a, "\n") != NULL)
    return;
  assert_same_words (a, b);
}

/* A blank line ends a question of GIFT, wherever it stands. */
static void
assert_no_blank_line (const CharterBankExport *export)
{
  gsize length;
  const char *gift = g_bytes_get_data (export->bytes, &length);
  gboolean in_braces = FALSE;

  for (gsize i = 1; i + 1 < length; i++)
    {
      if ((gift[i] == '{' || gift[i] == '}') && gift[i - 1] != '\\')
        in_braces = gift[i] == '{';
      g_assert_false (in_braces && gift[i] == '\n' && gift[i + 1] == '\n');
    }
}

static void
there_and_back (const char *path, const CharterBankFormat *format)
{
  g_autoptr (GFile) file = g_file_new_for_path (path), folder = g_file_get_parent (file);
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autoptr (CharterPack) pack = load (bytes, folder), again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankExport) export = charter_bank_export (pack, format, &error);
  g_autoptr (CharterBankImport) import = NULL;

  g_assert_no_error (error);
  if (g_str_equal (charter_bank_format_get_name (format), "gift"))
    assert_no_blank_line (export);
  if (export->n_written == 0)
    return;
  import = charter_bank_import (export->bytes, "pack", charter_bank_format_can_read (format) ? format : NULL,
                                pack->language, &error);
  g_assert_no_error (error);
  assert_accounted (import);
  g_assert_cmpuint (import->n_found, ==, export->n_written);
  g_assert_cmpuint (import->n_listed, ==, 0);
  again = load (import->xml, NULL);
  for (guint i = 0, n = 0; i < pack->n_items; i++)
    {
      const CharterItem *item = pack->items[i], *found = find_item (again, item->id);

      if (g_str_equal (charter_bank_format_get_name (format), "aiken"))
        {
          if (!is_left (export, item->id))
            assert_next (item, again->items[n++]);
          continue;
        }
      g_assert_cmpint (found == NULL, ==, is_left (export, item->id));
      if (found == NULL)
        continue;
      assert_same_key (item, found);
      if (g_str_equal (charter_bank_format_get_name (format), "qti3"))
        assert_same_scoring (item, found);
      assert_same_stem (item, found);
    }
}

static void
test_there_and_back (gconstpointer data)
{
  const char *path = data;
  const CharterBankFormat *format;

  for (guint i = 0; (format = charter_bank_get_format (i)) != NULL; i++)
    if (charter_bank_format_can_write (format))
      there_and_back (path, format);
}

/* ---- bent files ---- */

static void
try_bytes (const char *bytes, gsize length, const CharterBankFormat *format)
{
  g_autoptr (GBytes) bent = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankImport) import = charter_bank_import (bent, "bent", format, "en", &error);

  g_assert_true ((import == NULL) == (error != NULL));
  if (import != NULL)
    assert_accounted (import);
}

/* Cut anywhere, with bytes turned, doubled and taken out: nothing of it may crash, or lose count. */
static void
test_bent (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autofree char *name = g_path_get_basename (path);
  const CharterBankFormat *format = charter_bank_recognize (bytes, name);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (name));
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (guint i = 0; format != NULL && i < (g_test_slow () ? 3000 : 60); i++)
    {
      g_autofree char *bent = g_memdup2 (text, length);
      gsize end = i % 3 == 0 ? (gsize)g_rand_int_range (random, 0, (gint32)length) : length;

      for (guint k = 0; i % 3 != 0 && k < 1 + i % 5; k++)
        bent[g_rand_int_range (random, 0, (gint32)length)]
          = i % 3 == 1 ? "<>{}=~#&;]:\\\"\n,"[g_rand_int_range (random, 0, 15)] : (char)g_rand_int (random);
      try_bytes (bent, end, format);
    }
}

/* ---- packages ---- */

#define PNG "\x89PNG\r\n\x1A\n and the rest"

static void
add_text (GPtrArray *entries, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  charter_archive_add (entries, name, bytes);
}

/* A picture is found beside the item that shows it, and nowhere outside of the package. */
static void
test_package_with_pictures (void)
{
  static const char item[]
    = "<qti-assessment-item xmlns='http://www.imsglobal.org/xsd/imsqtiasi_v3p0' identifier='board' title='Board'>"
      "<qti-response-declaration identifier='R' cardinality='single' base-type='identifier'><qti-correct-response>"
      "<qti-value>a</qti-value></qti-correct-response></qti-response-declaration><qti-item-body>"
      "<p>Look: <img src='../pictures/the%20board.png' alt='A board'/> and <img src='../../../../etc/passwd' "
      "alt='No'/></p>"
      "<qti-choice-interaction response-identifier='R'><qti-simple-choice identifier='a'>One</qti-simple-choice>"
      "<qti-simple-choice identifier='b'>Two</qti-simple-choice></qti-choice-interaction></qti-item-body>"
      "</qti-assessment-item>";
  g_autoptr (GPtrArray) entries = charter_archive_new ();
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankImport) import = NULL;
  const CharterBankFile *file;

  add_text (entries, "imsmanifest.xml", "<manifest/>");
  add_text (entries, "items/board.xml", item);
  add_text (entries, "pictures/the board.png", PNG);
  add_text (entries, "pictures/unused.png", PNG "!");
  zip = charter_archive_write (entries);
  import = charter_bank_import (zip, "boards.zip", NULL, "en", &error);
  g_assert_no_error (error);
  assert_accounted (import);
  g_assert_cmpuint (import->n_taken, ==, 1);
  g_assert_cmpuint (import->files->len, ==, 1);
  file = g_ptr_array_index (import->files, 0);
  g_assert_cmpstr (file->name, ==, "media/the-board.png");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (import->xml, NULL), (gssize)g_bytes_get_size (import->xml),
                                  "<figure src=\"media/the-board.png\" alt=\"A board\"/>"));
  g_assert_cmpuint (import->notes->len, ==, 1);
}

/* A broken item stops none of the others. */
static void
test_package_with_a_broken_item (void)
{
  g_autoptr (GPtrArray) entries = charter_archive_new ();
  g_autoptr (GBytes) zip = NULL, cut = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankImport) import = NULL;

  add_text (entries, "a.xml",
            "<assessmentItem identifier='a'><itemBody><extendedTextInteraction/></itemBody></assessmentItem>");
  add_text (entries, "b.xml", "this is no XML");
  add_text (entries, "c.xml", "<!DOCTYPE x [<!ENTITY e 'e'>]><assessmentItem identifier='c'/>");
  zip = charter_archive_write (entries);
  import = charter_bank_import (zip, "broken.zip", NULL, "en", &error);
  g_assert_no_error (error);
  assert_accounted (import);
  g_assert_cmpuint (import->n_found, ==, 3);
  g_assert_cmpuint (import->n_listed, ==, 3);
  cut = g_bytes_new_from_bytes (zip, 0, g_bytes_get_size (zip) / 2);
  g_clear_pointer (&import, charter_bank_import_free);
  import = charter_bank_import (cut, "cut.zip", charter_bank_find_format ("qti"), "en", &error);
  g_assert_true ((import == NULL) == (error != NULL));
}

/* What players of QTI go by: names that begin with a letter, shares that make up one, and feedback that is called. */
static void
test_package_for_players (void)
{
  static const char xml[]
    = "<pack xmlns='urn:charter:pack:1' format='1.0' id='try.players' release='1.0.0' xml:lang='en'>"
      "<info><title>Players</title></info><bank id='b'><multiple id='three' scoring='partial'>"
      "<stem><p>Which three?</p></stem><option id='1' correct='true'><text>One</text><why><p>Yes</p></why></option>"
      "<option id='2' correct='true'><text>Two</text></option><option id='3' correct='true'><text>Three</text></option>"
      "<option id='4'><text>Four</text></option></multiple></bank></pack>";
  static const char *const parts[] = {
    "<qti-value>i-1</qti-value><qti-value>i-2</qti-value><qti-value>i-3</qti-value>",
    "map-key=\"i-2\" mapped-value=\"0.333333333333\"/><qti-map-entry map-key=\"i-3\" mapped-value=\"0.333333333334\"",
    "<qti-simple-choice identifier=\"i-4\">",
    "<qti-set-outcome-value identifier=\"FEEDBACK\"><qti-multiple><qti-variable identifier=\"RESPONSE\"/>",
    "show-hide=\"show\" identifier=\"i-1\"",
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml)), item = NULL;
  g_autoptr (CharterPack) pack = load (bytes, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankExport) export = charter_bank_export (pack, charter_bank_find_format ("qti3"), &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  entries = charter_archive_read (export->bytes, &error);
  g_assert_no_error (error);
  item = g_bytes_ref (charter_archive_find (entries, "items/three.xml"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strstr_len (g_bytes_get_data (item, NULL), (gssize)g_bytes_get_size (item), parts[i]) == NULL)
      g_error ("no %s", parts[i]);
}

/* ---- */

static void
add_files (const char *folder, const char *label, const char *ending, GTestDataFunc test)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *case_name = g_strdup_printf ("/banks/%s/%s", label, name);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ending) && strstr (name, ".expected.") == NULL
          && !g_file_test (path, G_FILE_TEST_IS_DIR))
        g_test_add_data_func_full (case_name, g_steal_pointer (&path), test, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *foreign = NULL, *packs = NULL, *fixture = NULL;

  g_test_init (&argc, &argv, NULL);
  foreign = g_test_build_filename (G_TEST_DIST, "foreign", NULL);
  packs = g_build_filename (g_getenv ("CHARTER_SOURCE"), "data", "packs", NULL);
  fixture = g_build_filename (g_getenv ("CHARTER_SOURCE"), "tests", "fixtures", "packs", "valid", "whole.xml", NULL);
  add_files (foreign, "foreign", "", test_foreign);
  add_files (foreign, "bent", "", test_bent);
  add_files (packs, "there-and-back", ".xml", test_there_and_back);
  g_test_add_data_func ("/banks/there-and-back/whole", fixture, test_there_and_back);
  g_test_add_func ("/banks/names", test_names);
  g_test_add_func ("/banks/ids", test_ids);
  g_test_add_func ("/banks/package/pictures", test_package_with_pictures);
  g_test_add_func ("/banks/package/a-broken-item", test_package_with_a_broken_item);
  g_test_add_func ("/banks/package/for-players", test_package_for_players);
  return g_test_run ();
}
