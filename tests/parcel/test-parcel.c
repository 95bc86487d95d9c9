/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "charter-archive.h"
#include "charter-loader.h"
#include "charter-parcel.h"

#define PACK_BEGINS                                                                                                    \
  "<pack xmlns='urn:charter:pack:1' format='1.0' id='org.test.parcel' release='1' xml:lang='en'>\n"                    \
  "<info><title>Bread</title><summary>s</summary><author>A</author><license>CC0-1.0</license></info>\n"                \
  "<lesson id='flour'><title>Flour</title><section id='kinds'><title>Kinds</title>"
#define PACK_ENDS "</section></lesson></pack>\n"
#define WITH_PICTURES                                                                                                  \
  PACK_BEGINS "<figure src='media/b.png' alt='b'/><figure src='media/a.png' alt='a'/>"                                 \
              "<figure src='media/b.png' alt='again'/>" PACK_ENDS

typedef struct {
  GFile *folder; /* of everything here */
  GFile *place;  /* where parcels are unpacked */
} Place;

static void
delete_all (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, "standard::name", 0, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    delete_all (child);
  g_file_delete (file, NULL, NULL);
}

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("charter-parcel-XXXXXX", &error);

  g_assert_no_error (error);
  place->folder = g_file_new_for_path (path);
  place->place = g_file_get_child (place->folder, "opened");
}

static void
tear_down (Place *place, gconstpointer data)
{
  delete_all (place->folder);
  g_clear_object (&place->folder);
  g_clear_object (&place->place);
}

static GFile *
put (Place *place, const char *name, GBytes *bytes)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (place->folder, name);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;

  g_file_make_directory_with_parents (parent, NULL, NULL);
  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, 0, NULL, NULL,
                           &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

static GFile *
put_text (Place *place, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return put (place, name, bytes);
}

static CharterPack *
load (GFile *file)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  CharterPack *pack = charter_loader_load_file (file, &diagnostics, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

static GBytes *
pack_up (GFile *file, GError **error)
{
  g_autoptr (CharterPack) pack = load (file);
  g_autoptr (GBytes) xml = g_file_load_bytes (file, NULL, NULL, NULL);

  return charter_parcel_make (xml, pack, NULL, error);
}

static void
assert_content (GFile *file, const char *name, const char *content)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) other = g_file_resolve_relative_path (parent, name);
  g_autoptr (GBytes) bytes = g_file_load_bytes (other, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content, strlen (content));
}

/* ---- */

static void
test_round (Place *place, gconstpointer data)
{
  g_autoptr (GFile) b = put_text (place, "mine/media/b.png", "picture b");
  g_autoptr (GFile) a = put_text (place, "mine/media/a.png", "picture a");
  g_autoptr (GFile) not_shown = put_text (place, "mine/media/secret.png", "not shown");
  g_autoptr (GFile) xml = put_text (place, "mine/my own.xml", WITH_PICTURES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) parcel = pack_up (xml, &error);
  g_autoptr (GBytes) again = pack_up (xml, &error);
  g_autoptr (GPtrArray) entries = charter_archive_read (parcel, &error);
  g_autoptr (GFile) file = put (place, "bread.charter", parcel);
  g_autoptr (GFile) opened = charter_parcel_open (file, place->place, NULL, &error);
  g_autoptr (CharterPack) pack = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (parcel, again));
  g_assert_cmpuint (entries->len, ==, 4);
  g_assert_null (charter_archive_find (entries, "media/secret.png"));
  assert_content (opened, "pack.xml", WITH_PICTURES);
  assert_content (opened, "media/a.png", "picture a");
  assert_content (opened, "media/b.png", "picture b");
  pack = load (opened);
  g_assert_cmpstr (pack->id, ==, "org.test.parcel");
}

/* An XML is what it is, and so is what isn't there: whoever reads it says so. */
static void
test_no_zip (Place *place, gconstpointer data)
{
  g_autoptr (GFile) xml = put_text (place, "my.xml", PACK_BEGINS "<p>White.</p>" PACK_ENDS);
  g_autoptr (GFile) nothing = g_file_get_child (place->folder, "nothing.charter");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) opened = charter_parcel_open (xml, place->place, NULL, &error);
  g_autoptr (GFile) same = charter_parcel_open (nothing, place->place, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (opened == xml);
  g_assert_true (same == nothing);
  g_assert_false (g_file_query_exists (place->place, NULL));
}

static void
test_missing_picture (Place *place, gconstpointer data)
{
  g_autoptr (GFile) a = put_text (place, "mine/media/a.png", "picture a");
  g_autoptr (GFile) xml = put_text (place, "mine/my.xml", WITH_PICTURES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) parcel = pack_up (xml, &error);

  g_assert_null (parcel);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "The picture media/b.png can’t be read. Put it into the pack’s folder, or take it out of the pack.");
}

static GFile *
put_zip (Place *place, const char *const *names)
{
  g_autoptr (GPtrArray) entries = charter_archive_new ();
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text = g_str_has_suffix (names[i], ".xml") ? WITH_PICTURES : names[i];
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

      charter_archive_add (entries, names[i], bytes);
    }
  zip = charter_archive_write (entries);
  return put (place, "given.zip", zip);
}

static void
test_made_by_hand (Place *place, gconstpointer data)
{
  const char *const names[]
    = { "Bread/my pack.xml", "Bread/media/a.png", "Bread/media/b.png", "Bread/.DS_Store", "else/x.txt", NULL };
  g_autoptr (GFile) zip = put_zip (place, names);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) opened = charter_parcel_open (zip, place->place, NULL, &error);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) hidden = NULL;

  g_assert_no_error (error);
  assert_content (opened, "pack.xml", WITH_PICTURES);
  assert_content (opened, "media/a.png", "Bread/media/a.png");
  folder = g_file_get_parent (opened);
  hidden = g_file_get_child (folder, ".DS_Store");
  g_assert_false (g_file_query_exists (hidden, NULL));
}

static void
test_no_pack_or_several (Place *place, gconstpointer data)
{
  const char *const none[] = { "a.txt", NULL };
  const char *const several[] = { "a.xml", "b.xml", NULL };
  const char *const *const both[] = { none, several };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autoptr (GFile) zip = put_zip (place, both[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) opened = charter_parcel_open (zip, place->place, NULL, &error);

      g_assert_null (opened);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, "holds no pack.xml"));
      g_assert_false (g_file_query_exists (place->place, NULL));
    }
}

/* One that is asked for again is not unpacked again; one that nobody asks for goes. */
static void
test_once (Place *place, gconstpointer data)
{
  const char *const names[] = { "pack.xml", NULL };
  g_autoptr (GFile) zip = put_zip (place, names);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) opened = charter_parcel_open (zip, place->place, NULL, &error);
  g_autoptr (GFile) folder = g_file_get_parent (opened);
  g_autoptr (GFile) mark = g_file_get_child (folder, "mark");
  g_autoptr (GFile) again = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_no_error (error);
  g_file_replace_contents (mark, "", 0, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  again = charter_parcel_open (zip, place->place, NULL, &error);
  g_assert_true (g_file_equal (opened, again));
  g_assert_true (g_file_query_exists (mark, NULL));
  charter_parcel_clean_up (place->place, now - 60);
  g_assert_true (g_file_query_exists (opened, NULL));
  charter_parcel_clean_up (place->place, now + 60);
  g_assert_false (g_file_query_exists (folder, NULL));
}

static void
test_full (Place *place, gconstpointer data)
{
  const char *const names[] = { "pack.xml", NULL };
  g_autoptr (GFile) zip = put_zip (place, names);
  g_autoptr (GFile) in_the_way = put_text (place, "opened", "a file where the folder is to be");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) opened = charter_parcel_open (zip, place->place, NULL, &error);

  g_assert_null (opened);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/parcel/round", Place, NULL, set_up, test_round, tear_down);
  g_test_add ("/parcel/no-zip", Place, NULL, set_up, test_no_zip, tear_down);
  g_test_add ("/parcel/missing-picture", Place, NULL, set_up, test_missing_picture, tear_down);
  g_test_add ("/parcel/made-by-hand", Place, NULL, set_up, test_made_by_hand, tear_down);
  g_test_add ("/parcel/no-pack-or-several", Place, NULL, set_up, test_no_pack_or_several, tear_down);
  g_test_add ("/parcel/once", Place, NULL, set_up, test_once, tear_down);
  g_test_add ("/parcel/full", Place, NULL, set_up, test_full, tear_down);
  return g_test_run ();
}
