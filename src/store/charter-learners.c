/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-learners.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define STATE "state" /* a group of the file that is no learner */
#define HISTORY "history.db"

struct _CharterLearners {
  char *folder;
  char *path;          /* of learners.ini */
  GPtrArray *learners; /* CharterLearner */
  char *current;       /* id */
};

static void
learner_free (gpointer data)
{
  CharterLearner *learner = data;

  g_free (learner->id);
  g_free (learner->name);
  g_free (learner->shared);
  g_free (learner);
}

static CharterLearner *
learner_new (const char *id, const char *name, gboolean removed)
{
  CharterLearner *learner = g_new0 (CharterLearner, 1);

  learner->id = g_strdup (id);
  learner->name = g_strdup (name);
  learner->removed = removed;
  return learner;
}

static CharterLearner *
find (CharterLearners *self, const char *id)
{
  for (guint i = 0; i < self->learners->len; i++)
    {
      CharterLearner *learner = g_ptr_array_index (self->learners, i);
      if (g_strcmp0 (learner->id, id) == 0)
        return learner;
    }
  return NULL;
}

/* An id becomes a folder: eight hexadecimal digits, and nothing that leads elsewhere. */
static gboolean
is_id (const char *text)
{
  return strlen (text) == 8 && strspn (text, "0123456789abcdef") == 8;
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

/* The first one has had no name as long as they were alone. */
static char *
dup_name (GKeyFile *file, const char *id)
{
  g_autofree char *name = g_key_file_get_string (file, id, "name", NULL);

  if (name != NULL && *g_strstrip (name) != '\0')
    return g_steal_pointer (&name);
  return g_strdup (g_str_equal (id, CHARTER_LEARNER_FIRST) ? _ ("First learner") : id);
}

/* A path may be in any encoding, and a key file can't; so it is kept as an address. */
static char *
dup_shared (GKeyFile *file, const char *id)
{
  g_autofree char *address = g_key_file_get_string (file, id, "shared", NULL);

  return address != NULL ? g_filename_from_uri (address, NULL, NULL) : NULL;
}

static void
add_from_file (CharterLearners *self, GKeyFile *file, const char *id)
{
  g_autofree char *name = dup_name (file, id);
  CharterLearner *learner;

  if (find (self, id) != NULL)
    return;
  learner = learner_new (id, name, g_key_file_get_boolean (file, id, "removed", NULL));
  learner->shared = dup_shared (file, id);
  g_ptr_array_add (self->learners, learner);
}

/* A history that the file does not know of, because the file was lost, is somebody's all the same. */
static void
add_from_folders (CharterLearners *self, GKeyFile *file)
{
  g_autofree char *folder = g_build_filename (self->folder, "learners", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *id;

  while (dir != NULL && (id = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *history = g_build_filename (folder, id, HISTORY, NULL);
      if (is_id (id) && g_file_test (history, G_FILE_TEST_EXISTS))
        add_from_file (self, file, id);
    }
}

static void
read_current (CharterLearners *self, GKeyFile *file)
{
  g_autofree char *id = g_key_file_get_string (file, STATE, "current", NULL);
  const CharterLearner *learner = id != NULL ? find (self, id) : NULL;

  g_free (self->current);
  self->current = g_strdup (learner != NULL && !learner->removed ? id : CHARTER_LEARNER_FIRST);
  find (self, self->current)->removed = FALSE;
}

static void
read_file (CharterLearners *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL);
  g_ptr_array_set_size (self->learners, 0);
  add_from_file (self, file, CHARTER_LEARNER_FIRST);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (is_id (groups[i]))
      add_from_file (self, file, groups[i]);
  add_from_folders (self, file);
  read_current (self, file);
}

CharterLearners *
charter_learners_new (GFile *folder)
{
  CharterLearners *self;

  g_return_val_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL, NULL);

  self = g_new0 (CharterLearners, 1);
  self->folder = g_file_get_path (folder);
  self->path = g_build_filename (self->folder, "learners.ini", NULL);
  self->learners = g_ptr_array_new_with_free_func (learner_free);
  read_file (self);
  return self;
}

CharterLearners *
charter_learners_new_default (void)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (g_get_user_data_dir (), "charter", NULL);

  return charter_learners_new (folder);
}

void
charter_learners_free (CharterLearners *self)
{
  g_ptr_array_unref (self->learners);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->current);
  g_free (self);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const CharterLearner *first = *(CharterLearner *const *)a;
  const CharterLearner *second = *(CharterLearner *const *)b;
  gboolean is_first = g_str_equal (first->id, CHARTER_LEARNER_FIRST);

  if (is_first != g_str_equal (second->id, CHARTER_LEARNER_FIRST))
    return is_first ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

GPtrArray *
charter_learners_list (CharterLearners *self, gboolean removed)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->learners->len; i++)
    {
      CharterLearner *learner = g_ptr_array_index (self->learners, i);
      if (learner->removed == removed)
        g_ptr_array_add (list, learner);
    }
  g_ptr_array_sort (list, compare);
  return list;
}

gboolean
charter_learner_is_named (const CharterLearner *self)
{
  gboolean is_first = g_str_equal (self->id, CHARTER_LEARNER_FIRST);

  return !g_str_equal (self->name, is_first ? _ ("First learner") : self->id);
}

const CharterLearner *
charter_learners_find (CharterLearners *self, const char *id)
{
  return find (self, id);
}

const CharterLearner *
charter_learners_get_current (CharterLearners *self)
{
  return find (self, self->current);
}

GFile *
charter_learners_dup_file (CharterLearners *self, const char *id)
{
  g_return_val_if_fail (g_str_equal (id, CHARTER_LEARNER_FIRST) || is_id (id), NULL);

  if (g_str_equal (id, CHARTER_LEARNER_FIRST))
    return g_file_new_build_filename (self->folder, HISTORY, NULL);
  return g_file_new_build_filename (self->folder, "learners", id, HISTORY, NULL);
}

/* --- changing ----------------------------------------------------------------------------------------------------- */

/* A name that nobody gave follows the language. */
static void
put_learner (GKeyFile *file, const CharterLearner *learner)
{
  g_autofree char *address = learner->shared != NULL ? g_filename_to_uri (learner->shared, NULL, NULL) : NULL;

  if (address != NULL)
    g_key_file_set_string (file, learner->id, "shared", address);
  if (charter_learner_is_named (learner))
    g_key_file_set_string (file, learner->id, "name", learner->name);
  if (learner->removed)
    g_key_file_set_boolean (file, learner->id, "removed", TRUE);
}

/* Whole or not at all; after an error what is known is what the file says. */
static gboolean
save (CharterLearners *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;

  g_key_file_set_string (file, STATE, "current", self->current);
  for (guint i = 0; i < self->learners->len; i++)
    put_learner (file, g_ptr_array_index (self->learners, i));
  text = g_key_file_to_data (file, NULL, NULL);
  g_mkdir_with_parents (self->folder, 0700);
  if (g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &reason))
    return TRUE;
  read_file (self);
  g_set_error (error, G_IO_ERROR, g_io_error_from_file_error ((GFileError)reason->code),
               /* Translators: %s is the technical reason. */
               _ ("The list of learners can’t be saved: %s."), reason->message);
  return FALSE;
}

/* As the file is now: another program may have changed it. Returns: (nullable) */
static CharterLearner *
find_anew (CharterLearners *self, const char *id, GError **error)
{
  g_autofree char *wanted = g_strdup (id); /* it may be a listed learner's own, which goes with the list */
  CharterLearner *learner;

  read_file (self);
  learner = find (self, wanted);
  if (learner == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such learner any more."));
  return learner;
}

static gboolean
is_taken (CharterLearners *self, const char *name, const CharterLearner *by_other_than)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->learners->len; i++)
    {
      const CharterLearner *learner = g_ptr_array_index (self->learners, i);
      g_autofree char *other = g_utf8_casefold (learner->name, -1);
      if (learner != by_other_than && !learner->removed && g_utf8_collate (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable) the name without spaces around it */
static char *
check_name (CharterLearners *self, const char *name, const CharterLearner *whose, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));

  if (*plain == '\0' || !g_utf8_validate (plain, -1, NULL)
      || g_utf8_strlen (plain, -1) > CHARTER_LEARNER_NAME_LIMIT || strpbrk (plain, "\n\r\t") != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("A name is one line of at most %d characters."), CHARTER_LEARNER_NAME_LIMIT);
  else if (is_taken (self, plain, whose))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("There is already a learner with the name “%s”."), plain);
  else
    return g_steal_pointer (&plain);
  return NULL;
}

gboolean
charter_learners_check_name (CharterLearners *self, const char *name, const char *id, GError **error)
{
  g_autofree char *plain = check_name (self, name, id != NULL ? find (self, id) : NULL, error);

  return plain != NULL;
}

gboolean
charter_learners_set_current (CharterLearners *self, const char *id, GError **error)
{
  CharterLearner *learner = find_anew (self, id, error);

  if (learner == NULL)
    return FALSE;
  learner->removed = FALSE;
  g_free (self->current);
  self->current = g_strdup (learner->id);
  return save (self, error);
}

static char *
make_id (CharterLearners *self)
{
  char *id = g_strdup_printf ("%08x", g_random_int ());

  while (find (self, id) != NULL)
    {
      g_free (id);
      id = g_strdup_printf ("%08x", g_random_int ());
    }
  return id;
}

const CharterLearner *
charter_learners_add (CharterLearners *self, const char *name, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *id = NULL;

  read_file (self);
  plain = check_name (self, name, NULL, error);
  if (plain == NULL)
    return NULL;
  id = make_id (self);
  g_ptr_array_add (self->learners, learner_new (id, plain, FALSE));
  return save (self, error) ? find (self, id) : NULL;
}

gboolean
charter_learners_rename (CharterLearners *self, const char *id, const char *name, GError **error)
{
  CharterLearner *learner = find_anew (self, id, error);
  char *plain = learner != NULL ? check_name (self, name, learner, error) : NULL;

  if (plain == NULL)
    return FALSE;
  g_free (learner->name);
  learner->name = plain;
  return save (self, error);
}

gboolean
charter_learners_set_shared (CharterLearners *self, const char *id, const char *folder, GError **error)
{
  CharterLearner *learner;

  g_return_val_if_fail (folder == NULL || g_path_is_absolute (folder), FALSE);

  learner = find_anew (self, id, error);
  if (learner == NULL)
    return FALSE;
  g_free (learner->shared);
  learner->shared = g_strdup (folder);
  return save (self, error);
}

gboolean
charter_learners_remove (CharterLearners *self, const char *id, GError **error)
{
  CharterLearner *learner = find_anew (self, id, error);

  if (learner == NULL)
    return FALSE;
  if (g_str_equal (learner->id, self->current))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("It is this learner’s turn. Change to another one first."));
      return FALSE;
    }
  learner->removed = TRUE;
  return save (self, error);
}

gboolean
charter_learners_put_back (CharterLearners *self, const char *id, GError **error)
{
  CharterLearner *learner = find_anew (self, id, error);
  g_autofree char *name = learner != NULL ? g_strdup (learner->name) : NULL;

  if (learner == NULL)
    return FALSE;
  for (guint i = 2; is_taken (self, learner->name, learner); i++)
    {
      g_free (learner->name);
      learner->name = g_strdup_printf ("%s %u", name, i);
    }
  learner->removed = FALSE;
  return save (self, error);
}
