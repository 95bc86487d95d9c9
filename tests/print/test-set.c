/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers and keys of several versions, saved in a thread. */
#include "charter-print-set.h"
#include "charter-test-pack.h"

#include <glib/gstdio.h>

#define N_SHEETS 6 /* papers and keys of three versions */

static CharterPack *pack;

typedef struct {
  char *folder;
  GPtrArray *sheets;
  guint n_saved;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CharterPath) path = charter_paper_new (pack, "aws-migration", NULL, 7, NULL);
  const CharterPrintWish wish
    = { .paper = path, .id = "paper", .title = "Paper", .versions = 7, .with_papers = TRUE, .with_keys = TRUE };

  fixture->folder = g_dir_make_tmp ("charter-print-XXXXXX", NULL);
  fixture->sheets = charter_print_set_new (&wish);
  g_assert_cmpuint (fixture->sheets->len, ==, N_SHEETS);
}

/* Returns: how many files there were */
static guint
empty_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_str_has_prefix (name, "paper-"));
      g_unlink (path);
    }
  g_dir_close (dir);
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->sheets);
  g_clear_object (&fixture->result);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *)data)->result = g_object_ref (result);
}

static gboolean
save (Fixture *fixture, const char *folder, GCancellable *cancellable, GError **error)
{
  charter_print_set_save_async (fixture->sheets, folder, &CHARTER_PAGE_A4, "Somebody", &fixture->n_saved, cancellable,
                                on_saved, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_print_set_save_finish (fixture->result, error);
}

/* Each as PDF and as HTML. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture, fixture->folder, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_saved, ==, N_SHEETS);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 2 * N_SHEETS);
}

/* What is cancelled before it begins writes nothing; what is saved counts, and is whole. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (save (fixture, fixture->folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 0);
}

/* Cancels as soon as something is saved. */
typedef struct {
  guint *n_saved;
  GCancellable *cancellable;
} Stopper;

static gboolean
stop (gpointer data)
{
  Stopper *stopper = data;

  if (g_atomic_int_get (stopper->n_saved) > 0)
    g_cancellable_cancel (stopper->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stopper stopper = { &fixture->n_saved, cancellable };
  guint source = g_timeout_add (1, stop, &stopper);
  g_autoptr (GError) error = NULL;

  if (!save (fixture, fixture->folder, cancellable, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_source_remove (source);
  g_assert_cmpuint (fixture->n_saved, >, 0);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 2 * fixture->n_saved);
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture, nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture->n_saved, ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("projects-and-operations.xml");
  ADD ("/print-set/all", test_all);
  ADD ("/print-set/cancelled", test_cancelled);
  ADD ("/print-set/stopped", test_stopped);
  ADD ("/print-set/nowhere", test_nowhere);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
