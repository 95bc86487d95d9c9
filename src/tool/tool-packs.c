/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-packs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-loader.h"
#include "charter-pack-head.h"
#include "charter-parcel.h"
#include "charter-shelf.h"
#include "tool-command.h"

/* ---- where packs are ---- */

/* $CHARTER_PACKS_DIR alone where it is set; else the learner's own packs, then those that came with Charter. */
static char **
list_folders (void)
{
  const char *only = g_getenv ("CHARTER_PACKS_DIR");
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "charter", "packs", NULL);

  if (only != NULL && *only != '\0')
    g_strv_builder_add (folders, only);
  else
    g_strv_builder_add_many (folders, own, CHARTER_PKGDATADIR G_DIR_SEPARATOR_S "packs", NULL);
  return g_strv_builder_end (folders);
}

/* Adds the packs of a folder, and those in folders of their own in it. What begins with a dot is half copied, or was
 * set aside when the application put another in its place. */
static void
add_packs (GPtrArray *paths, const char *folder, guint depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name == '.')
        continue;
      if (g_str_has_suffix (name, ".xml"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
      else if (depth > 0 && g_file_test (path, G_FILE_TEST_IS_DIR))
        add_packs (paths, path, depth - 1);
    }
}

static void
read_head (CharterPackHead *head, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  charter_pack_head_read (head, file, NULL);
}

static guint
get_rank (const char *path)
{
  CharterPackHead head;
  guint rank;

  read_head (&head, path);
  rank = charter_pack_head_rank (&head, g_get_language_names ());
  charter_pack_head_clear (&head);
  return rank;
}

/* Of a pack and its translations the one that is read best comes first. */
static int
compare_paths (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *)a, *second = *(const char *const *)b;
  guint rank1 = get_rank (first), rank2 = get_rank (second);

  return rank1 != rank2 ? (rank1 < rank2 ? -1 : 1) : strcmp (first, second);
}

static GPtrArray *
list_installed (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) folders = list_folders ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

      add_packs (found, folders[i], 1);
      g_ptr_array_sort (found, compare_paths);
      while (found->len > 0)
        g_ptr_array_add (paths, g_ptr_array_steal_index (found, 0));
    }
  return paths;
}

/* ---- what they are called ---- */

/* Packs that the app added all have one file name, each in a folder of its own: those go by their ids. A translation
 * goes by the name of what it translates. */
static char *
name_by_head (const char *base, const CharterPackHead *head)
{
  g_autofree char *ending = g_strdup_printf (".%s.xml", head->language != NULL ? head->language : "");
  gsize length = strlen (base) - strlen (g_str_has_suffix (base, ending) ? ending : ".xml");

  return strcmp (base, "pack.xml") == 0 && head->id != NULL ? g_strdup (head->id) : g_strndup (base, length);
}

static char *
dup_short_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  CharterPackHead head;
  char *name;

  read_head (&head, path);
  name = name_by_head (base, &head);
  charter_pack_head_clear (&head);
  return name;
}

static gboolean
goes_by (const char *path, const char *name)
{
  g_autofree char *short_name = dup_short_name (path);
  CharterPackHead head;
  gboolean found;

  read_head (&head, path);
  found = strcmp (short_name, name) == 0 || g_strcmp0 (head.id, name) == 0;
  charter_pack_head_clear (&head);
  return found;
}

static const char *
find_installed (const GPtrArray *paths, const char *name)
{
  for (guint i = 0; i < paths->len; i++)
    if (goes_by (paths->pdata[i], name))
      return paths->pdata[i];
  return NULL;
}

static GPtrArray *
list_short_names (const GPtrArray *paths)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = dup_short_name (g_ptr_array_index (paths, i));

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_add (names, NULL);
  return names;
}

/* "Installed packs: a, b." */
static char *
dup_advice (const GPtrArray *names)
{
  g_autofree char *list = g_strjoinv (", ", (char **)names->pdata);

  return *list != '\0' ? g_strdup_printf (_ ("Installed packs: %s."), list)
                       : g_strdup (_ ("No packs are installed; give a file’s name."));
}

static void
fail_unknown (const char *name, const GPtrArray *paths)
{
  g_autoptr (GPtrArray) names = list_short_names (paths);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *what = g_strdup_printf (_ ("There is no file “%s”, and no installed pack of that name."), shown);
  g_autofree char *advice = dup_advice (names);

  tool_fail_unknown (what, shown, (const char *const *)names->pdata, advice);
}

int
tool_packs_fail_unnamed (const char *question)
{
  g_autoptr (GPtrArray) paths = list_installed ();
  g_autoptr (GPtrArray) names = list_short_names (paths);
  g_autofree char *advice = dup_advice (names);

  return tool_fail (question, advice);
}

static gboolean
looks_like_file (const char *name)
{
  return strchr (name, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (name, ".xml")
         || g_str_has_suffix (name, CHARTER_PARCEL_SUFFIX) || g_file_test (name, G_FILE_TEST_EXISTS);
}

/* ---- all on one shelf: a pack may name what another one has ---- */

static CharterShelf *shelf;
static GPtrArray *on_shelf; /* CharterPack */

static gboolean
is_of_id (gconstpointer pack, gconstpointer id)
{
  return g_str_equal (((const CharterPack *)pack)->id, id);
}

static gboolean
has_id (GPtrArray *packs, const char *id)
{
  return g_ptr_array_find_with_equal_func (packs, id, is_of_id, NULL);
}

/* In the place of one with its id. */
static void
put_on_shelf (CharterPack *pack)
{
  guint index;

  if (shelf == NULL)
    {
      shelf = charter_shelf_new ();
      on_shelf = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
    }
  if (g_ptr_array_find_with_equal_func (on_shelf, pack->id, is_of_id, &index))
    g_ptr_array_remove_index (on_shelf, index);
  g_ptr_array_add (on_shelf, charter_pack_ref (pack));
  charter_shelf_set_packs (shelf, on_shelf);
}

/* What somebody named goes before what is installed. */
static void
put_beside (CharterPack *pack)
{
  if (on_shelf == NULL || !has_id (on_shelf, pack->id))
    put_on_shelf (pack);
}

void
tool_packs_put_away (void)
{
  if (shelf != NULL)
    charter_shelf_set_packs (shelf, NULL);
  g_clear_pointer (&shelf, charter_shelf_unref);
  g_clear_pointer (&on_shelf, g_ptr_array_unref);
}

/* ---- loading ---- */

static void
tell_faults (const char *path, const CharterPack *pack)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *what = NULL;
  g_autofree char *mend
    = g_strdup_printf (_ ("“charter-tool check %s” lists what is wrong, and how to mend it."), name);

  if (pack == NULL)
    what = g_strdup_printf (_ ("Nothing of %s can be used."), name);
  else
    what = g_strdup_printf (ngettext ("%s: %'u part is set aside because of its faults; the rest can be used.",
                                      "%s: %'u parts are set aside because of their faults; the rest can be used.",
                                      pack->n_set_aside),
                            name, pack->n_set_aside);
  tool_fail (what, mend);
}

GFile *
tool_packs_open (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) place = g_file_new_build_filename (g_get_user_cache_dir (), "charter", "opened", NULL);

  return charter_parcel_open (file, place, NULL, error);
}

static CharterPack *
load_file (const char *path, GFile **file)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) xml = tool_packs_open (path, &error);
  CharterPack *pack = xml != NULL ? charter_loader_load_file (xml, &diagnostics, NULL, &error) : NULL;

  if (error != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      tool_fail_reading (name, error);
      return NULL;
    }
  if (pack == NULL || pack->n_set_aside > 0)
    tell_faults (path, pack);
  if (pack != NULL)
    *file = g_steal_pointer (&xml);
  return pack;
}

/* What is told of an installed pack is told where somebody names it. Returns: (transfer full) (nullable) */
static CharterPack *
load_quietly (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;

  return charter_loader_load_file (file, &diagnostics, NULL, NULL);
}

/* What pack names in others can be told only where they are loaded too. */
static void
load_used (const CharterPack *pack)
{
  for (guint i = 0; pack->uses != NULL && pack->uses[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) installed = has_id (on_shelf, pack->uses[i]) ? NULL : list_installed ();
      const char *path = installed != NULL ? find_installed (installed, pack->uses[i]) : NULL;
      g_autoptr (CharterPack) used = path != NULL ? load_quietly (path) : NULL;

      if (used != NULL)
        put_beside (used);
    }
}

static CharterPack *
load_named (const char *name, GFile **file)
{
  g_autoptr (GPtrArray) installed = NULL;
  const char *path;

  if (looks_like_file (name))
    return load_file (name, file);
  installed = list_installed ();
  path = find_installed (installed, name);
  if (path != NULL)
    return load_file (path, file);
  fail_unknown (name, installed);
  return NULL;
}

CharterPack *
tool_packs_load_from (const char *name, GFile **file)
{
  CharterPack *pack = load_named (name, file);

  if (pack == NULL)
    return NULL;
  put_on_shelf (pack);
  load_used (pack);
  return pack;
}

CharterPack *
tool_packs_load (const char *name)
{
  g_autoptr (GFile) file = NULL;

  return tool_packs_load_from (name, &file);
}

GPtrArray *
tool_packs_load_installed (void)
{
  g_autoptr (GPtrArray) paths = list_installed ();
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (CharterPack) pack = load_quietly (g_ptr_array_index (paths, i));

      if (pack == NULL || has_id (packs, pack->id))
        continue;
      put_beside (pack);
      g_ptr_array_add (packs, g_steal_pointer (&pack));
    }
  return packs;
}

GPtrArray *
tool_packs_load_beside (CharterPack *pack, const char *const *names)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  g_autoptr (GPtrArray) installed = NULL;

  g_ptr_array_add (packs, charter_pack_ref (pack));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      CharterPack *named = tool_packs_load (names[i]);

      if (named == NULL)
        return NULL;
      g_ptr_array_add (packs, named);
    }
  installed = tool_packs_load_installed ();
  for (guint i = 0; i < installed->len; i++)
    if (!has_id (packs, ((CharterPack *)installed->pdata[i])->id))
      g_ptr_array_add (packs, charter_pack_ref (installed->pdata[i]));
  return g_steal_pointer (&packs);
}
