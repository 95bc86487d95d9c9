/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define DEVICE_LENGTH 16

CharterTrouble *
charter_trouble_new (const char *file, const char *sentence)
{
  CharterTrouble *trouble = g_new (CharterTrouble, 1);

  trouble->file = g_strdup (file);
  trouble->sentence = g_strdup (sentence);
  return trouble;
}

void
charter_trouble_free (CharterTrouble *trouble)
{
  g_free (trouble->file);
  g_free (trouble->sentence);
  g_free (trouble);
}

static void
tell (GPtrArray *troubles, const char *file, const char *sentence)
{
  g_ptr_array_add (troubles, charter_trouble_new (file, sentence));
}

static void
segment_free (gpointer data)
{
  charter_segment_clear (data);
  g_free (data);
}

static GPtrArray *
new_troubles (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)charter_trouble_free);
}

static CharterFolder *
folder_new (void)
{
  CharterFolder *folder = g_new (CharterFolder, 1);

  folder->segments = g_ptr_array_new_with_free_func (segment_free);
  folder->troubles = new_troubles ();
  return folder;
}

void
charter_folder_free (CharterFolder *folder)
{
  g_ptr_array_unref (folder->segments);
  g_ptr_array_unref (folder->troubles);
  g_free (folder);
}

/* Syncthing, Nextcloud and others put the second of two files under a name made of the first's. */
static gboolean
is_conflict_copy (const char *name)
{
  return strlen (name) > DEVICE_LENGTH && strspn (name, "0123456789abcdef") == DEVICE_LENGTH
         && name[DEVICE_LENGTH] == '-' && strstr (name, ".jsonl") != NULL;
}

/* A file that went away meanwhile, or was absorbed, is no trouble. */
static void
tell_error (GPtrArray *troubles, const char *name, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    tell (troubles, name, error->message);
}

static void
add_file (CharterFolder *folder, const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  CharterSegment segment;

  if (*name == '.')
    return;
  if (!charter_segment_from_name (&segment, name))
    {
      tell (folder->troubles, name,
            is_conflict_copy (name) ? _ ("It is a copy that a conflict left; it was not read.")
                                    : _ ("It does not belong here; it was left as it is."));
      return;
    }
  if (charter_segment_peek (&segment, path, &error))
    {
      g_ptr_array_add (folder->segments, g_memdup2 (&segment, sizeof segment));
      return;
    }
  tell_error (folder->troubles, name, error);
  charter_segment_clear (&segment);
}

static int
compare_segments (gconstpointer a, gconstpointer b)
{
  const CharterSegment *first = *(CharterSegment *const *)a;
  const CharterSegment *second = *(CharterSegment *const *)b;
  int order = strcmp (first->device, second->device);

  if (order == 0)
    order = (first->first > second->first) - (first->first < second->first);
  return order != 0 ? order : (first->last < second->last) - (first->last > second->last);
}

static gboolean
set_folder_error (GError **error, const char *path, const GError *reason)
{
  int code = g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? G_IO_ERROR_NOT_FOUND : G_IO_ERROR_FAILED;

  if (code == G_IO_ERROR_NOT_FOUND)
    /* Translators: %s is a folder’s place. */
    g_set_error (error, G_IO_ERROR, code, _ ("The folder %s is not there. Is its disk or stick plugged in?"), path);
  else
    /* Translators: %s is a sentence that tells the folder and the reason. */
    g_set_error (error, G_IO_ERROR, code, _ ("The shared folder can’t be read. %s"), reason->message);
  return FALSE;
}

CharterFolder *
charter_folder_scan (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &reason);
  CharterFolder *folder;
  const char *name;

  if (dir == NULL)
    {
      set_folder_error (error, path, reason);
      return NULL;
    }
  folder = folder_new ();
  while ((name = g_dir_read_name (dir)) != NULL)
    add_file (folder, path, name);
  g_ptr_array_sort (folder->segments, compare_segments);
  return folder;
}

static void
saying_free (gpointer data)
{
  CharterSaying *saying = data;

  charter_segment_clear (&saying->run);
  g_free (saying);
}

CharterErrand *
charter_errand_new (void)
{
  CharterErrand *errand = g_new0 (CharterErrand, 1);

  errand->unread = g_ptr_array_new_with_free_func (segment_free);
  errand->unsaid = g_ptr_array_new_with_free_func (saying_free);
  errand->absorbed = g_ptr_array_new_with_free_func (segment_free);
  return errand;
}

void
charter_errand_free (CharterErrand *errand)
{
  g_free (errand->device);
  g_ptr_array_unref (errand->unread);
  g_ptr_array_unref (errand->unsaid);
  g_ptr_array_unref (errand->absorbed);
  g_free (errand);
}

void
charter_segment_array_add (GPtrArray *segments, const CharterSegment *segment)
{
  CharterSegment *copy = g_memdup2 (segment, sizeof *segment);

  copy->device = g_strdup (segment->device);
  g_ptr_array_add (segments, copy);
}

void
charter_errand_say (CharterErrand *errand, const CharterSegment *run, gboolean replace)
{
  CharterSaying *saying = g_new (CharterSaying, 1);

  *saying = (CharterSaying){ { g_strdup (run->device), run->first, run->last, 0, 0 }, replace };
  g_ptr_array_add (errand->unsaid, saying);
}

/* Writing */

gboolean
charter_folder_write (
  const char *path, const CharterErrand *errand, const CharterSaying *saying, GPtrArray *events, GPtrArray *troubles)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (charter_segment_write (events, path, errand->device, saying->replace, &error))
    return TRUE;
  /* Translators: %s is the technical reason, such as “No space left on device”. */
  sentence = g_strdup_printf (_ ("Your answers could not be put into the folder (%s). They are safe on this device."),
                              error->message);
  tell (troubles, NULL, sentence);
  return FALSE;
}

/* Whether one of the files that are there, all of it read, has what another has. */
static gboolean
is_there (const char *path, const CharterSegment *absorbed)
{
  g_autoptr (CharterFolder) folder = charter_folder_scan (path, NULL);

  for (guint i = 0; folder != NULL && i < folder->segments->len; i++)
    {
      const CharterSegment *segment = g_ptr_array_index (folder->segments, i);
      g_autoptr (GPtrArray) events = NULL;

      if (strcmp (segment->device, absorbed->device) != 0 || segment->first > absorbed->first
          || segment->last < absorbed->last || segment->last - segment->first == absorbed->last - absorbed->first)
        continue;
      events = charter_segment_read (segment, path, NULL);
      if (events != NULL)
        return TRUE;
    }
  return FALSE;
}

void
charter_folder_remove_absorbed (const char *path, const CharterErrand *errand)
{
  for (guint i = 0; i < errand->absorbed->len; i++)
    {
      const CharterSegment *segment = g_ptr_array_index (errand->absorbed, i);
      g_autofree char *name = charter_segment_get_name (segment);
      g_autofree char *file = g_build_filename (path, name, NULL);
      if (is_there (path, segment))
        g_unlink (file);
    }
}

/* Reading */

GPtrArray *
charter_folder_read (const char *path, const CharterErrand *errand, guint *next, GPtrArray *troubles)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);

  while (*next < errand->unread->len && all->len < CHARTER_SEGMENT_MOST_EVENTS)
    {
      const CharterSegment *segment = g_ptr_array_index (errand->unread, (*next)++);
      g_autofree char *name = charter_segment_get_name (segment);
      g_autoptr (GError) error = NULL;
      GPtrArray *events = charter_segment_read (segment, path, &error);
      if (events != NULL)
        g_ptr_array_extend_and_steal (all, events);
      else
        tell_error (troubles, name, error);
    }
  return all;
}
