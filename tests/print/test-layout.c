/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-layout.h"
#include "charter-print-html.h"
#include "charter-print-lesson.h"
#include "charter-print-paper.h"
#include "charter-print-pdf.h"
#include "charter-test-pack.h"

#include <glib/gstdio.h>
#include <string.h>

#define SOME_WORDS                                                                                                     \
  "The lease ends in March and can’t be renewed, so whatever stays in the rented rooms is lost with them; "          \
  "the board therefore wants to know, week by week, what has moved and what has not. "

static CharterPack *pack;

static CharterDocument *
make_document (gboolean is_rtl)
{
  return charter_document_new ("Title", "Foot", "en", is_rtl);
}

static char *
repeat (const char *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words);
  return g_string_free (text, FALSE);
}

static void
append_solid (GString *solid, const char *words)
{
  for (const char *at = words; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (solid, g_utf8_get_char (at));
}

/* All that a document says, without white space. */
static char *
list_said (const CharterDocument *document)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < charter_document_get_n_pieces (document); i++)
    {
      const CharterPiece *piece = charter_document_get_piece (document, i);

      if (piece->off_paper)
        continue;
      append_solid (said, piece->label);
      if (piece->kind == CHARTER_PIECE_TEXT)
        append_solid (said, piece->text.plain);
      for (guint cell = 0; cell < piece->n_rows * piece->n_columns; cell++)
        append_solid (said, piece->cells[cell].text.plain);
    }
  return g_string_free (said, FALSE);
}

static char *
list_printed (const CharterLayout *layout)
{
  g_autoptr (GArray) runs = charter_layout_list_runs (layout);
  GString *printed = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    if (!g_array_index (runs, CharterRun, i).is_repeated)
      append_solid (printed, g_array_index (runs, CharterRun, i).words);
  return g_string_free (printed, FALSE);
}

static void
check_nothing_lost (CharterLayout *layout)
{
  g_autofree char *said = list_said (charter_layout_get_document (layout));
  g_autofree char *printed = list_printed (layout);

  g_assert_cmpstr (printed, ==, said);
}

static void
check_bounds (CharterLayout *layout)
{
  const CharterPageSize *size = charter_layout_get_size (layout);
  g_autoptr (GArray) runs = charter_layout_list_runs (layout);

  for (guint i = 0; i < runs->len; i++)
    {
      const CharterRun *run = &g_array_index (runs, CharterRun, i);

      g_assert_cmpuint (run->page, <, charter_layout_get_n_pages (layout));
      g_assert_cmpfloat (run->x, >=, size->side - .1);
      g_assert_cmpfloat (run->x + run->width, <=, size->width - size->side + .1);
      g_assert_cmpfloat (run->y, >=, size->top - .1);
      g_assert_cmpfloat (run->y + run->height, <=, size->height - size->bottom + .1);
    }
}

static CharterDocument *
print_scenario (CharterPack *from, const char *id, gboolean with_key)
{
  g_autoptr (CharterPath) path = charter_paper_new (from, id, NULL, 7, NULL);
  g_autoptr (CharterVersions) versions = charter_versions_new (path, 2);

  return with_key ? charter_print_key_new (versions, 1, "Key") : charter_print_paper_new (versions, 1, "Paper", 30);
}

static void
check_on_paper (const CharterDocument *document, const CharterPageSize *size)
{
  g_autoptr (CharterLayout) layout = charter_layout_new (document, size);

  check_nothing_lost (layout);
  check_bounds (layout);
}

/* All kinds of item, on both sizes of paper and on a very small one. */
static void
test_papers (void)
{
  const CharterPageSize slip = { 200, 240, 20, 20, 40 };

  for (guint i = 0; i < pack->n_groups; i++)
    for (gboolean with_key = FALSE; with_key <= TRUE; with_key++)
      {
        g_autoptr (CharterDocument) document = print_scenario (pack, pack->groups[i]->id, with_key);

        check_on_paper (document, &CHARTER_PAGE_A4);
        check_on_paper (document, &CHARTER_PAGE_LETTER);
        check_on_paper (document, &slip);
      }
}

static void
test_lessons (void)
{
  for (guint i = 0; i < pack->n_lessons; i++)
    {
      g_autoptr (CharterDocument) document = charter_print_lesson_new (pack, pack->lessons[i]);

      g_assert_cmpuint (charter_document_get_n_pieces (document), >, 3);
      check_on_paper (document, &CHARTER_PAGE_A4);
      check_on_paper (document, &CHARTER_PAGE_LETTER);
    }
}

static guint
count_pages_of (CharterLayout *layout, guint unit, guint *n_lines)
{
  g_autoptr (GArray) runs = charter_layout_list_runs (layout);
  guint n = 0, last = G_MAXUINT;

  *n_lines = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const CharterRun *run = &g_array_index (runs, CharterRun, i);

      if (charter_document_get_piece (charter_layout_get_document (layout), run->piece)->unit != unit)
        continue;
      n += run->page != last;
      last = run->page;
      ++*n_lines;
    }
  return n;
}

static void
add_unit (CharterDocument *document, guint n_paragraphs)
{
  charter_document_begin_unit (document);
  for (guint i = 0; i < n_paragraphs; i++)
    charter_document_add_words (document, CHARTER_STYLE_BODY, SOME_WORDS);
  charter_document_end_unit (document);
}

/* Units of all sizes up to one that needs two pages. */
static void
test_units (void)
{
  g_autoptr (CharterDocument) document = make_document (FALSE);
  g_autoptr (CharterLayout) layout = NULL;
  guint n_lines;

  for (guint i = 1; i <= 14; i++)
    add_unit (document, i);
  add_unit (document, 40);
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  check_nothing_lost (layout);
  check_bounds (layout);
  for (guint unit = 1; unit <= 14; unit++)
    {
      g_assert_cmpuint (count_pages_of (layout, unit, &n_lines), ==, 1);
      g_assert_cmpuint (n_lines, >=, unit);
    }
  g_assert_cmpuint (count_pages_of (layout, 15, &n_lines), >, 1);
}

/* Lines of a piece on each page, counted in the order of pages. */
static void
check_no_single_lines (CharterLayout *layout)
{
  g_autoptr (GArray) runs = charter_layout_list_runs (layout);
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const CharterRun *run = &g_array_index (runs, CharterRun, i);
      const CharterRun *next = i + 1 < runs->len ? run + 1 : NULL;
      const CharterRun *before = i > n ? run - n - 1 : NULL;

      n++;
      if (next != NULL && next->piece == run->piece && next->page == run->page)
        continue;
      if ((next != NULL && next->piece == run->piece) || (before != NULL && before->piece == run->piece))
        g_assert_cmpuint (n, >, 1);
      n = 0;
    }
}

static void
test_single_lines (void)
{
  for (guint shift = 0; shift < 12; shift++)
    {
      g_autoptr (CharterDocument) document = make_document (FALSE);
      g_autoptr (CharterLayout) layout = NULL;
      g_autofree char *words = repeat (SOME_WORDS, 5);

      for (guint i = 0; i < shift; i++)
        charter_document_add_words (document, CHARTER_STYLE_BODY, "One");
      for (guint i = 0; i < 20; i++)
        charter_document_add_words (document, CHARTER_STYLE_BODY, words);
      layout = charter_layout_new (document, &CHARTER_PAGE_LETTER);
      g_assert_cmpuint (charter_layout_get_n_pages (layout), >, 2);
      check_no_single_lines (layout);
      check_nothing_lost (layout);
    }
}

/* A heading is never the last on its page. */
static void
test_headings (void)
{
  g_autoptr (CharterDocument) document = make_document (FALSE);
  g_autoptr (CharterLayout) layout = NULL;
  g_autoptr (GArray) runs = NULL;

  for (guint i = 0; i < 80; i++)
    {
      charter_document_add_words (document, i % 2 == 0 ? CHARTER_STYLE_HEADING : CHARTER_STYLE_STRONG, "Heading");
      charter_document_add_words (document, CHARTER_STYLE_BODY, i % 3 == 0 ? SOME_WORDS : "Words");
    }
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  runs = charter_layout_list_runs (layout);
  for (guint i = 0; i + 1 < runs->len; i++)
    if (g_str_equal (g_array_index (runs, CharterRun, i).words, "Heading"))
      g_assert_cmpuint (g_array_index (runs, CharterRun, i).page, ==, g_array_index (runs, CharterRun, i + 1).page);
}

/* The head of a long table stands on each of its pages. */
static void
test_table_head (void)
{
  g_autoptr (CharterDocument) document = make_document (FALSE);
  g_autoptr (CharterLayout) layout = NULL;
  g_autoptr (GArray) runs = NULL;
  guint n_heads = 0;

  charter_document_begin_table (document, 2, TRUE, TRUE);
  charter_document_add_cell_words (document, "Head");
  charter_document_add_cell_words (document, "");
  for (guint i = 0; i < 200; i++)
    charter_document_add_cell_words (document, "Cell");
  charter_document_end_table (document);
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  check_nothing_lost (layout);
  runs = charter_layout_list_runs (layout);
  for (guint i = 0; i < runs->len; i++)
    n_heads += g_str_equal (g_array_index (runs, CharterRun, i).words, "Head");
  g_assert_cmpuint (charter_layout_get_n_pages (layout), >, 2);
  g_assert_cmpuint (n_heads, ==, charter_layout_get_n_pages (layout));
}

/* No row of a table stands alone on its page, above or below the others. */
static void
test_table_rows (void)
{
  for (guint shift = 20; shift < 50; shift++)
    {
      g_autoptr (CharterDocument) document = make_document (FALSE);
      g_autoptr (CharterLayout) layout = NULL;
      g_autoptr (GArray) runs = NULL;
      guint n[2] = { 0 };

      for (guint i = 0; i < shift; i++)
        charter_document_add_words (document, CHARTER_STYLE_BODY, "Words");
      charter_document_begin_table (document, 1, FALSE, TRUE);
      for (guint i = 0; i < 5; i++)
        charter_document_add_cell_words (document, "Cell");
      charter_document_end_table (document);
      layout = charter_layout_new (document, &CHARTER_PAGE_A4);
      runs = charter_layout_list_runs (layout);
      for (guint i = shift; i < runs->len; i++)
        n[g_array_index (runs, CharterRun, i).page > 0]++;
      g_assert_cmpuint (n[0] + n[1], ==, 5);
      g_assert_cmpuint (n[0], !=, 1);
      g_assert_cmpuint (n[1], !=, 1);
    }
}

/* A short column keeps to one line beside a long one. */
static void
test_modest_column (void)
{
  g_autoptr (CharterDocument) document = make_document (FALSE);
  g_autoptr (CharterLayout) layout = NULL;
  g_autoptr (GArray) runs = NULL;

  charter_document_begin_table (document, 2, FALSE, TRUE);
  charter_document_add_cell_words (document, "The whole exam");
  charter_document_add_cell_words (document, SOME_WORDS SOME_WORDS);
  charter_document_end_table (document);
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  runs = charter_layout_list_runs (layout);
  g_assert_cmpstr (g_array_index (runs, CharterRun, 0).words, ==, "The whole exam");
  check_bounds (layout);
}

static void
test_new_page (void)
{
  g_autoptr (CharterDocument) document = make_document (FALSE);
  g_autoptr (CharterLayout) layout = NULL;

  charter_document_add_words (document, CHARTER_STYLE_BODY, "One");
  charter_document_add_new_page (document);
  charter_document_add_words (document, CHARTER_STYLE_BODY, "Two");
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  g_assert_cmpuint (charter_layout_get_n_pages (layout), ==, 2);
}

/* In a document from right to left all lines begin at the right, whatever they are written in. */
static void
test_right_edge (void)
{
  static const char *const words[] = { "مشروع جديد", "A new project", "مشروع AWS جديد" };
  g_autoptr (CharterDocument) document = make_document (TRUE);
  g_autoptr (CharterLayout) layout = NULL;
  g_autoptr (GArray) runs = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    charter_document_add_words (document, CHARTER_STYLE_BODY, words[i]);
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  runs = charter_layout_list_runs (layout);
  g_assert_cmpuint (runs->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < runs->len; i++)
    {
      const CharterRun *run = &g_array_index (runs, CharterRun, i);

      g_assert_cmpfloat_with_epsilon (run->x + run->width, CHARTER_PAGE_A4.width - CHARTER_PAGE_A4.side, .1);
    }
}

/* From right to left the letter stands to the right of its option, and words end at the left. */
static void
test_right_to_left (void)
{
  for (gboolean is_rtl = FALSE; is_rtl <= TRUE; is_rtl++)
    {
      g_autoptr (CharterDocument) document = make_document (is_rtl);
      g_autoptr (CharterLayout) layout = NULL;
      g_autoptr (GArray) runs = NULL;

      charter_document_add_labelled (document, "A", CHARTER_LABEL_CIRCLE,
                                     (CharterText){ is_rtl ? "مشروع جديد" : "A new project" });
      layout = charter_layout_new (document, &CHARTER_PAGE_A4);
      runs = charter_layout_list_runs (layout);
      check_bounds (layout);
      g_assert_cmpstr (g_array_index (runs, CharterRun, 0).words, ==, "A");
      g_assert_cmpint (g_array_index (runs, CharterRun, 0).x > g_array_index (runs, CharterRun, 1).x, ==, is_rtl);
    }
}

/* The blanks of a text are numbered lines, and its markup stays where it was. */
static void
test_blanks (void)
{
  static const CharterSpan spans[] = { { CHARTER_SPAN_STRONG, 2, 5, NULL },
                                       { CHARTER_SPAN_BLANK, 3, 3, "b" },
                                       { CHARTER_SPAN_EM, 8, 1, NULL },
                                       { CHARTER_SPAN_END } };
  g_autoptr (CharterDocument) document = make_document (FALSE);
  g_autofree char *html = NULL;

  charter_document_add_text (document, CHARTER_STYLE_BODY, (CharterText){ "a (\357\277\274) b", spans });
  html = charter_print_html_write (document);
  g_assert_nonnull (strstr (html, "<p>a <strong>((1) ____________)</strong> <em>b</em></p>"));
}

/* 180 questions are laid out in less than a second. */
static void
test_fast (void)
{
  g_autoptr (CharterPath) once = charter_paper_new (pack, "aws-migration", NULL, 7, NULL);
  guint n = charter_path_get_n_steps (once);
  g_autofree CharterPaperItem *items = g_new0 (CharterPaperItem, 180);
  g_autoptr (CharterPath) path = NULL;
  g_autoptr (CharterVersions) versions = NULL;
  g_autoptr (CharterDocument) document = NULL;
  g_autoptr (CharterLayout) layout = NULL;

  for (guint i = 0; i < 180; i++)
    items[i] = (CharterPaperItem){ pack, charter_pack_find_item (pack, charter_path_get_step (once, i % n)->item->id) };
  path = charter_paper_new_form (pack, "exam", items, 180, NULL, 0, 7, NULL);
  versions = charter_versions_new (path, 1);
  g_test_timer_start ();
  document = charter_print_paper_new (versions, 0, "Exam", 230);
  layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  g_assert_cmpuint (charter_layout_get_n_pages (layout), >, 20);
  g_test_minimized_result (g_test_timer_elapsed (), "180 questions");
  g_assert_cmpfloat (g_test_timer_last (), <, 1);
}

/* The same seed gives the same words in the same places, and a PDF that is one. */
static void
test_same_again (void)
{
  g_autoptr (CharterDocument) first = print_scenario (pack, "aws-migration", FALSE);
  g_autoptr (CharterDocument) second = print_scenario (pack, "aws-migration", FALSE);
  g_autofree char *first_html = charter_print_html_write (first);
  g_autofree char *second_html = charter_print_html_write (second);

  g_assert_cmpstr (first_html, ==, second_html);
}

static void
test_pdf (void)
{
  g_autofree char *folder = g_dir_make_tmp ("charter-print-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "paper.pdf", NULL);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (folder, "nowhere", "paper.pdf", NULL);
  g_autoptr (CharterDocument) document = print_scenario (pack, "aws-migration", FALSE);
  g_autoptr (CharterLayout) layout = charter_layout_new (document, &CHARTER_PAGE_A4);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  g_assert_true (charter_print_pdf_save (layout, "Somebody", file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &bytes, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_false (charter_print_pdf_save (layout, NULL, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("projects-and-operations.xml");
  g_test_add_func ("/layout/papers", test_papers);
  g_test_add_func ("/layout/lessons", test_lessons);
  g_test_add_func ("/layout/units", test_units);
  g_test_add_func ("/layout/single-lines", test_single_lines);
  g_test_add_func ("/layout/headings", test_headings);
  g_test_add_func ("/layout/table-head", test_table_head);
  g_test_add_func ("/layout/table-rows", test_table_rows);
  g_test_add_func ("/layout/modest-column", test_modest_column);
  g_test_add_func ("/layout/new-page", test_new_page);
  g_test_add_func ("/layout/right-to-left", test_right_to_left);
  g_test_add_func ("/layout/right-edge", test_right_edge);
  g_test_add_func ("/layout/blanks", test_blanks);
  g_test_add_func ("/layout/fast", test_fast);
  g_test_add_func ("/layout/same-again", test_same_again);
  g_test_add_func ("/layout/pdf", test_pdf);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
