/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper through GTK's printing, without its dialog. */

#include "charter-print-run.h"
#include "charter-print-set.h"
#include "charter-test-pack.h"

#include <glib/gstdio.h>
#include <string.h>

static CharterPack *pack;

/* The paper that GTK takes where nothing is said. */
static CharterPageSize
get_size (void)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  CharterPageSize size = CHARTER_PAGE_A4;

  size.width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  size.height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  return size;
}

static GPtrArray *
make_documents (guint *n_pages)
{
  g_autoptr (CharterPath) path = charter_paper_new (pack, "aws-migration", NULL, 7, NULL);
  const CharterPrintWish wish
    = { .paper = path, .id = "paper", .title = "Paper", .versions = 3, .with_papers = TRUE, .with_keys = TRUE };
  g_autoptr (GPtrArray) sheets = charter_print_set_new (&wish);
  const CharterPageSize size = get_size ();

  *n_pages = 0;
  g_assert_cmpuint (sheets->len, ==, 4);
  for (guint i = 0; i < sheets->len; i++)
    {
      const CharterSheet *sheet = sheets->pdata[i];
      g_autoptr (CharterLayout) layout = charter_layout_new (sheet->document, &size);

      *n_pages += charter_layout_get_n_pages (layout);
    }
  return charter_print_set_take_documents (sheets);
}

/* "/Type /Page" and no "s" behind it: the pages that a PDF has. */
static guint
count_pages (const char *bytes, gsize length)
{
  static const char type[] = "/Type /Page";
  guint n = 0;

  for (gsize i = 0; i + strlen (type) < length; i++)
    n += memcmp (bytes + i, type, strlen (type)) == 0 && bytes[i + strlen (type)] != 's';
  return n;
}

/* All documents are in the file, each from a page of its own. */
static void
test_export (void)
{
  g_autofree char *folder = g_dir_make_tmp ("charter-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_pages;
  GPtrArray *documents = make_documents (&n_pages);

  g_assert_true (charter_print_export ("Paper", documents, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (count_pages (bytes, length), ==, n_pages);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  pack = load_pack ("projects-and-operations.xml");
  g_test_add_func ("/print/export", test_export);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
