/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "charter-archive.h"

/* ---- zips that nobody of good will makes ---- */

typedef struct {
  const char *name, *link; /* link: a symbolic one to there, or NULL */
  gsize size;              /* bytes, all of one kind */
} Entry;

static la_ssize_t
on_write (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint)length);
  return (la_ssize_t)length;
}

static void
put (struct archive *archive, const Entry *file)
{
  g_autofree char *data = g_malloc0 (file->size);
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, file->name);
  archive_entry_set_filetype (entry, file->link != NULL ? AE_IFLNK : AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (file->link != NULL)
    archive_entry_set_symlink_utf8 (entry, file->link);
  archive_entry_set_size (entry, (la_int64_t)file->size);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, data, file->size);
  archive_entry_free (entry);
}

static GBytes *
make (const Entry *entries, guint n, const char *options)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_set_options (archive, options), ==, ARCHIVE_OK);
  archive_write_set_passphrase (archive, "open");
  archive_write_open (archive, bytes, NULL, on_write, NULL);
  for (guint i = 0; i < n; i++)
    put (archive, &entries[i]);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

static void
expect_refused (GBytes *bytes, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = charter_archive_read (bytes, &error);

  if (entries != NULL)
    g_error ("“%s” was taken", ((CharterArchiveEntry *)entries->pdata[entries->len - 1])->name);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, words) == NULL)
    g_error ("expected “%s” in “%s”", words, error->message);
  g_assert_true (g_str_has_suffix (error->message, "Nothing was taken out of the file."));
}

static void
test_names (void)
{
  const char *const bad[] = { "../out.xml", "media/../../out.xml", "/etc/passwd", "C:/x",  "a/./b",
                              "a//b",       "new\nline",           "bell\a",      "what?", "..",
                              "del\x7f" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      Entry entries[] = { { "pack.xml", NULL, 3 }, { bad[i], NULL, 3 } };
      g_autoptr (GBytes) zip = make (entries, 2, "");

      expect_refused (zip, "is a name that could lead out of its folder");
    }
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (CHARTER_ARCHIVE_MAX_NAME + 1, 'a');
  Entry entry = { name, NULL, 1 };
  g_autoptr (GBytes) zip = make (&entry, 1, "");

  expect_refused (zip, "is a name that could lead out");
}

static void
test_twice (void)
{
  Entry entries[] = { { "media/Map.png", NULL, 1 }, { "media/map.PNG", NULL, 2 } };
  g_autoptr (GBytes) zip = make (entries, 2, "");

  expect_refused (zip, "“media/map.PNG” is in the zip twice.");
}

static void
test_link (void)
{
  Entry entry = { "media/map.png", "/etc/passwd", 0 };
  g_autoptr (GBytes) zip = make (&entry, 1, "");

  expect_refused (zip, "“media/map.png” in the zip is no file but a link.");
}

static void
test_encrypted (void)
{
  Entry entry = { "pack.xml", NULL, 10 };
  g_autoptr (GBytes) zip = make (&entry, 1, "encryption=traditional");

  expect_refused (zip, "“pack.xml” in the zip is encrypted.");
}

static void
test_bomb (void)
{
  Entry entries[] = { { "a", NULL, CHARTER_ARCHIVE_MAX_BYTES / 2 }, { "b", NULL, CHARTER_ARCHIVE_MAX_BYTES / 2 + 1 } };
  g_autoptr (GBytes) zip = make (entries, 2, "");

  g_assert_cmpuint (g_bytes_get_size (zip), <, CHARTER_ARCHIVE_MAX_BYTES / 500);
  expect_refused (zip, "The zip holds more than 256.0\302\240MiB.");
}

static void
test_too_many (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree Entry *entries = g_new0 (Entry, CHARTER_ARCHIVE_MAX_ENTRIES + 1);
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i <= CHARTER_ARCHIVE_MAX_ENTRIES; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u", i));
      entries[i].name = g_ptr_array_index (names, i);
    }
  zip = make (entries, CHARTER_ARCHIVE_MAX_ENTRIES + 1, "");
  expect_refused (zip, "The zip holds more than 10000 files.");
}

/* ---- damage ---- */

static GBytes *
make_good (void)
{
  g_autoptr (GPtrArray) entries = charter_archive_new ();
  g_autoptr (GBytes) kind = g_bytes_new_static ("application/x-test", 18);
  g_autoptr (GBytes) text = g_bytes_new_static ("<pack/>\n", 8);
  g_autofree char *many = g_strnfill (100000, 'x');
  g_autoptr (GBytes) long_text = g_bytes_new (many, 100000);

  charter_archive_add (entries, "mimetype", kind);
  charter_archive_add (entries, "pack.xml", text);
  charter_archive_add (entries, "media/Übersicht é.png", long_text);
  return charter_archive_write (entries);
}

/* Whatever happened to a file, reading it ends, and ends with a reason where it gives nothing. */
static void
test_damage (void)
{
  g_autoptr (GBytes) good = make_good ();
  gsize length;
  const guint8 *data = g_bytes_get_data (good, &length);

  for (gsize cut = 0; cut < length; cut++)
    for (guint what = 0; what < 2; what++)
      {
        g_autofree guint8 *changed = g_memdup2 (data, length);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) entries = NULL;

        changed[cut] ^= (guint8)(1 + cut * 37 % 255);
        bytes = g_bytes_new (changed, what == 0 ? cut : length);
        entries = charter_archive_read (bytes, &error);
        g_assert_true ((entries == NULL) == (error != NULL));
      }
}

static void
test_no_zip (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("<pack xmlns='urn:charter:pack:1'/>", 34);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  g_assert_false (charter_archive_recognize (text));
  g_assert_false (charter_archive_recognize (nothing));
  expect_refused (text, "The zip is damaged or not a zip");
  expect_refused (nothing, "The zip is damaged or not a zip");
}

/* ---- and a good one ---- */

/* Whether what kind it is stands among the first bytes as it is. */
static gboolean
begins_with_kind (GBytes *zip)
{
  const char *data = g_bytes_get_data (zip, NULL);

  for (guint i = 0; i < 128; i++)
    if (memcmp (data + i, "application/x-test", 18) == 0)
      return TRUE;
  return FALSE;
}

static void
test_round (void)
{
  g_autoptr (GBytes) zip = make_good ();
  g_autoptr (GBytes) again = make_good ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = charter_archive_read (zip, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (zip, again));
  g_assert_true (charter_archive_recognize (zip));
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (((CharterArchiveEntry *)entries->pdata[0])->name, ==, "mimetype");
  g_assert_cmpuint (g_bytes_get_size (charter_archive_find (entries, "media/Übersicht é.png")), ==, 100000);
  g_assert_cmpmem (g_bytes_get_data (charter_archive_find (entries, "pack.xml"), NULL), 8, "<pack/>\n", 8);
  g_assert_null (charter_archive_find (entries, "other"));
  /* A short first entry is stored: whoever knows only a file's first bytes finds what kind it is. */
  g_assert_true (begins_with_kind (zip));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/names", test_names);
  g_test_add_func ("/archive/long-name", test_long_name);
  g_test_add_func ("/archive/twice", test_twice);
  g_test_add_func ("/archive/link", test_link);
  g_test_add_func ("/archive/encrypted", test_encrypted);
  g_test_add_func ("/archive/bomb", test_bomb);
  g_test_add_func ("/archive/too-many", test_too_many);
  g_test_add_func ("/archive/damage", test_damage);
  g_test_add_func ("/archive/no-zip", test_no_zip);
  g_test_add_func ("/archive/round", test_round);
  return g_test_run ();
}
