/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages and blocks on a real screen: each can be made, and none asks for more width than a phone has. */
#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "charter-application.h"
#include "charter-blocks-view.h"
#include "charter-case-page.h"
#include "charter-check-card.h"
#include "charter-comparison-view.h"
#include "charter-diagram-table.h"
#include "charter-diagram-view.h"
#include "charter-ending-page.h"
#include "charter-figure-table.h"
#include "charter-item-view.h"
#include "charter-lesson-view.h"
#include "charter-loader.h"
#include "charter-pack-page.h"
#include "charter-reading-page.h"
#include "charter-split.h"
#include "charter-today-page.h"
#include "charter-window.h"

#define PHONE 360         /* px */
#define LESSON_PADDING 36 /* px: of both sides */
#define CHECK_PADDING 32  /* px: of both sides */
#define PAGE_PADDING 24   /* px: of both sides */

static CharterPack *pack;

static int
least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The innermost widget that asks for most, for whoever reads the failure. */
static void
tell_widest (GtkWidget *widget, int depth)
{
  GtkWidget *widest = NULL;
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *style = g_strjoinv (".", classes);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && (widest == NULL || least_width (child) > least_width (widest)))
      widest = child;
  g_test_message ("%*s%s.%s asks for %d px", depth * 2, "", G_OBJECT_TYPE_NAME (widget), style, least_width (widget));
  if (widest != NULL && depth < 30)
    tell_widest (widest, depth + 1);
}

static void
assert_fits (GtkWidget *widget, int width)
{
  if (least_width (widget) <= width)
    return;
  tell_widest (widget, 0);
  g_test_message ("It has %d px", width);
  g_test_fail ();
}

static void
set_font (const char *font)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
}

/* data: the font. Lessons are shown, since their checks are asked only then. */
static void
test_lessons_fit (gconstpointer data)
{
  set_font (data);
  for (guint i = 0; i < pack->n_lessons; i++)
    {
      GtkWidget *window = g_object_ref_sink (gtk_window_new ());
      GtkWidget *view = charter_lesson_view_new ();
      g_autoptr (CharterStudy) study = charter_study_new (NULL, charter_clock_system ());

      gtk_window_set_child (GTK_WINDOW (window), view);
      charter_lesson_view_show (CHARTER_LESSON_VIEW (view), study, pack, pack->lessons[i], NULL);
      gtk_window_present (GTK_WINDOW (window));
      while (!gtk_widget_get_mapped (view))
        g_main_context_iteration (NULL, TRUE);
      g_test_message ("lesson %s", pack->lessons[i]->id);
      assert_fits (view, PHONE);
      gtk_window_destroy (GTK_WINDOW (window));
      g_object_unref (window);
    }
  set_font ("Cantarell 11");
}

/* data: the font. Every item, as a narrow lesson shows it. */
static void
test_items_fit (gconstpointer data)
{
  set_font (data);
  for (guint i = 0; i < pack->n_items; i++)
    {
      const char *const ids[] = { pack->items[i]->id, NULL };
      g_autoptr (CharterPath) path = charter_paper_new (pack, NULL, ids, 1, NULL);
      g_autoptr (CharterItemView) view = g_object_ref_sink (charter_item_view_new (path, 0));

      charter_item_view_set_narrow (view, TRUE);
      g_test_message ("item %s", ids[0]);
      assert_fits (GTK_WIDGET (view), PHONE - LESSON_PADDING - CHECK_PADDING);
    }
  set_font ("Cantarell 11");
}

static void
test_situations_fit (void)
{
  for (guint i = 0; i < pack->n_groups; i++)
    {
      g_autoptr (GtkWidget) view = g_object_ref_sink (charter_blocks_view_new (pack, pack->groups[i]->situation));

      assert_fits (view, PHONE - LESSON_PADDING);
    }
}

static void
assert_page_fits (GtkWidget *page)
{
  g_object_ref_sink (page);
  assert_fits (page, PHONE);
  g_object_unref (page);
}

/* A case by the first move of each scene: before and after each move, and the ending. */
static void
play (CharterPack *any_pack, const CharterCase *story)
{
  g_autoptr (CharterStudy) study = charter_study_new (NULL, charter_clock_system ());
  g_autoptr (CharterWalk) walk = charter_study_begin_walk (study, any_pack, story->id, 1, NULL);

  while (charter_walk_get_stand (walk) != CHARTER_WALK_OVER)
    {
      g_test_message ("scene %s", charter_walk_get_scene (walk)->id);
      assert_page_fits (charter_case_page_new (study, walk));
      charter_walk_choose (walk, charter_walk_get_scene (walk)->moves);
      g_assert_true (charter_study_move (study, walk, NULL));
      assert_page_fits (charter_case_page_new (study, walk));
      charter_walk_go_on (walk);
    }
  assert_page_fits (charter_ending_page_new (study, walk));
}

/* data: the font. */
static void
test_cases_fit (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "../tool/packs/mill.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) mill = charter_loader_load_file (file, &diagnostics, NULL, NULL);

  set_font (data);
  play (mill, mill->cases[0]);
  for (guint i = 0; i < pack->n_cases; i++)
    play (pack, pack->cases[i]);
  set_font ("Cantarell 11");
}

static const CharterBlock *
find_block (CharterBlockKind kind)
{
  for (guint i = 0; i < pack->n_lessons; i++)
    for (guint j = 0; j < pack->lessons[i]->n_sections; j++)
      {
        CharterBlocks blocks = pack->lessons[i]->sections[j].blocks;

        for (guint k = 0; k < blocks.n_blocks; k++)
          if (blocks.blocks[k].kind == kind)
            return &blocks.blocks[k];
      }
  g_error ("The pack has no such block");
}

/* The first cycle of the lessons. */
static const CharterDiagram *
find_cycle (void)
{
  for (guint i = 0; i < pack->n_lessons; i++)
    for (guint j = 0; j < pack->lessons[i]->n_sections; j++)
      {
        CharterBlocks blocks = pack->lessons[i]->sections[j].blocks;

        for (guint k = 0; k < blocks.n_blocks; k++)
          if (blocks.blocks[k].kind == CHARTER_BLOCK_DIAGRAM && blocks.blocks[k].diagram->kind == CHARTER_DIAGRAM_CYCLE)
            return blocks.blocks[k].diagram;
      }
  g_error ("The pack has no cycle");
}

static int
height_at (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* A row where there is room, a ring where there is little: the ring is about twice as high. */
static void
test_cycle_folds (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (charter_diagram_view_new (pack, find_cycle ()));

  g_assert_cmpint (height_at (view, 320), >, height_at (view, 640) * 5 / 4);
  g_assert_cmpint (least_width (view), <=, PHONE - LESSON_PADDING);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  gboolean found = GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, words);
  return found;
}

/* What a picture would show in words is for those who hear it. */
static void
test_risks (void)
{
  const CharterNode nodes[] = { { .id = "late", .text = { .plain = "Late" }, .probability = 2, .impact = 4 } };
  const CharterDiagram risks
    = { .kind = CHARTER_DIAGRAM_RISK_MATRIX, .alt = "One risk.", .nodes = nodes, .n_nodes = G_N_ELEMENTS (nodes) };
  g_autoptr (GtkWidget) table = g_object_ref_sink (charter_diagram_table_new (pack, &risks));

  g_assert_true (says (table, "Late"));
  g_assert_false (says (table, "One risk."));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, "One risk.");
}

static GtkWidget *
open_pack (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere");
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPackFile) pack_file = charter_pack_file_read (file, NULL, &error);
  g_autoptr (CharterLibrary) library = charter_library_new (nowhere, nowhere, (const char *[]){ NULL });

  g_assert_no_error (error);
  return g_object_ref_sink (charter_pack_page_new (library, pack_file));
}

/* A pack whose questions are all kept for mocks says why there is nothing to play. */
static void
test_reserved (void)
{
  g_autoptr (GtkWidget) reserved = open_pack ("reserved.xml");
  g_autoptr (GtkWidget) bank = open_pack ("bank.xml");

  g_assert_true (says (reserved, "kept for mock exams"));
  g_assert_false (says (bank, "kept for mock exams"));
}

/* Captions over their rows make a table higher where it is narrow. */
static void
test_comparison_folds (void)
{
  const CharterComparison *comparison = find_block (CHARTER_BLOCK_COMPARISON)->comparison;
  g_autoptr (GtkWidget) view = g_object_ref_sink (charter_comparison_view_new (pack, comparison));

  g_assert_cmpint (height_at (view, 320), >, height_at (view, 640));
  assert_fits (view, PHONE - LESSON_PADDING);
}

static guint
count_covers (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_STACK (widget) && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (widget)), "cover") == 0)
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_covers (child);
  return n;
}

static GtkWidget *
find_cover (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "cover") && gtk_widget_get_child_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cover (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_cover (void)
{
  const CharterComparison *comparison = find_block (CHARTER_BLOCK_COMPARISON)->comparison;
  CharterComparisonView *view = CHARTER_COMPARISON_VIEW (charter_comparison_view_new (pack, comparison));
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  g_assert_cmpuint (count_covers (GTK_WIDGET (view)), ==, 0);
  charter_comparison_view_set_mode (view, "cover");
  g_assert_cmpuint (count_covers (GTK_WIDGET (view)), ==, comparison->n_aspects);
  g_signal_emit_by_name (find_cover (GTK_WIDGET (view)), "clicked");
  g_assert_cmpuint (count_covers (GTK_WIDGET (view)), ==, comparison->n_aspects - 1);
  charter_comparison_view_set_mode (view, "read");
  g_assert_cmpuint (count_covers (GTK_WIDGET (view)), ==, 0);
  charter_comparison_view_set_mode (view, "sort");
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static guint
count_toggles (GtkWidget *widget)
{
  guint n = GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && !GTK_IS_MENU_BUTTON (child))
      n += count_toggles (child);
  return n;
}

/* An aspect that is not to be drilled is not to be recalled either; without another there is nothing to do but read. */
static void
note_kept (gboolean *kept)
{
  *kept = TRUE;
}

static CharterLessonView *
make_lesson_view (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = charter_lesson_view_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 300);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  return CHARTER_LESSON_VIEW (view);
}

/* Waits until it keeps its place anew. Returns: how far down it is then, in px */
static double
wait_for_place (CharterLessonView *view, CharterStudy *study)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (view)));
  gboolean kept = FALSE;
  gulong handler = g_signal_connect_swapped (study, "changed", G_CALLBACK (note_kept), &kept);

  while (!kept)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (study, handler);
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));
}

/* How far down a lesson opens that was left in its last section. */
static double
open_left_at (double fraction)
{
  const CharterLesson *lesson = pack->lessons[0];
  g_autoptr (CharterStudy) study = charter_study_new (NULL, charter_clock_system ());
  CharterLessonView *view = make_lesson_view ();
  double top;

  charter_study_set_reading_place (study, pack->id, lesson->id, lesson->sections[lesson->n_sections - 1].id, fraction);
  charter_lesson_view_show (view, study, pack, lesson, NULL);
  top = wait_for_place (view, study);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  return top;
}

static void
test_lesson_left (void)
{
  g_assert_cmpfloat (open_left_at (.5), >, 300);
  g_assert_cmpfloat (open_left_at (1), ==, 0);
}

/* From one lesson into the midst of another. */
static void
test_section_of_another_lesson (void)
{
  const CharterLesson *other = pack->lessons[1];
  g_autoptr (CharterStudy) study = charter_study_new (NULL, charter_clock_system ());
  CharterLessonView *view = make_lesson_view ();

  charter_lesson_view_show (view, study, pack, pack->lessons[0], NULL);
  wait_for_place (view, study);
  charter_lesson_view_show (view, study, pack, other, &other->sections[other->n_sections - 1]);
  g_assert_cmpfloat (wait_for_place (view, study), >, 300);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
}

static void
test_no_drill (void)
{
  CharterComparison comparison = *find_block (CHARTER_BLOCK_COMPARISON)->comparison;
  g_autofree CharterAspect *aspects = g_memdup2 (comparison.aspects, comparison.n_aspects * sizeof (CharterAspect));
  GtkWidget *view;

  comparison.aspects = aspects;
  aspects[0].drill = FALSE;
  view = g_object_ref_sink (charter_comparison_view_new (pack, &comparison));
  charter_comparison_view_set_mode (CHARTER_COMPARISON_VIEW (view), "cover");
  g_assert_cmpuint (count_covers (view), ==, comparison.n_aspects - 1);
  g_object_unref (view);

  comparison.sorting = NULL;
  view = g_object_ref_sink (charter_comparison_view_new (pack, &comparison));
  g_assert_cmpuint (count_toggles (view), ==, 0);
  g_object_unref (view);
}

static void
test_templates (void)
{
  g_autoptr (CharterApplication) app = charter_application_new ();
  const GType types[] = {
    CHARTER_TYPE_TODAY_PAGE, CHARTER_TYPE_LESSON_VIEW, CHARTER_TYPE_READING_PAGE,
    CHARTER_TYPE_PACK_PAGE,  CHARTER_TYPE_CHECK_CARD,  CHARTER_TYPE_SPLIT,
  };
  CharterWindow *window;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (types[i], NULL));

      assert_fits (widget, PHONE);
    }
  window = g_object_ref (g_object_new (CHARTER_TYPE_WINDOW, NULL));
  assert_fits (GTK_WIDGET (window), PHONE);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

/* As the application does; paddings count. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/charterstudy/Charter/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
load (const char *place)
{
  g_autoptr (GFile) file = g_file_new_build_filename (place, "projects-and-operations.xml", NULL);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;

  pack = charter_loader_load_file (file, &diagnostics, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pack);
}

/* Whether a word of what is shown is broken where the table has this width. */
static gboolean
has_broken_word (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
      const char *text = pango_layout_get_text (layout);

      for (int i = 1; i < pango_layout_get_line_count (layout); i++)
        if (!g_ascii_isspace (text[pango_layout_get_line_readonly (layout, i)->start_index - 1]))
          return TRUE;
      return FALSE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_broken_word (child))
      return TRUE;
  return FALSE;
}

static gboolean
shows_words (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_words (child, words))
      return TRUE;
  return FALSE;
}

static void
check_figures (const char *font, const char *last, gboolean with_head)
{
  g_autoptr (CharterFigures) figures = CHARTER_FIGURES ("Day", "Answers", "Right", "Share", last);
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *table;

  set_font (font);
  CHARTER_FIGURES_ADD (figures, g_strdup ("Sat, 21 Nov"), g_strdup ("27"), g_strdup ("24"), g_strdup ("89%"),
                       g_strdup ("1"));
  table = charter_figure_table_new (figures, "Days");
  gtk_window_set_child (GTK_WINDOW (window), table);
  charter_figure_table_set_narrow (CHARTER_FIGURE_TABLE (table), TRUE);
  assert_fits (table, PHONE - PAGE_PADDING);
  gtk_widget_allocate (window, PHONE - PAGE_PADDING, 400, -1, NULL);
  g_assert_false (has_broken_word (table));
  g_assert_cmpint (shows_words (table, "Share"), ==, with_head);
  g_assert_cmpint (shows_words (table, "89%"), ==, with_head);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

/* A chart's table: its columns' names stand over their figures, or before each where there they would be broken. */
static void
test_figures_fit (void)
{
  check_figures ("Cantarell 11", "Minutes", TRUE);
  check_figures ("Cantarell 11", "Wahrscheinlichkeit", FALSE);
  check_figures ("Cantarell 17", "Minutes", FALSE);
  check_figures ("Cantarell 22", "Minutes", FALSE);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  load (g_getenv ("CHARTER_PACKS_DIR"));

  g_test_add_func ("/screens/templates", test_templates);
  g_test_add_data_func ("/screens/lessons-fit", "Cantarell 11", test_lessons_fit);
  g_test_add_data_func ("/screens/lessons-fit-large", "Cantarell 22", test_lessons_fit);
  g_test_add_data_func ("/screens/items-fit", "Cantarell 11", test_items_fit);
  g_test_add_data_func ("/screens/items-fit-large", "Cantarell 22", test_items_fit);
  g_test_add_func ("/screens/situations-fit", test_situations_fit);
  g_test_add_data_func ("/screens/cases-fit", "Cantarell 11", test_cases_fit);
  g_test_add_data_func ("/screens/cases-fit-large", "Cantarell 22", test_cases_fit);
  g_test_add_func ("/screens/cycle-folds", test_cycle_folds);
  g_test_add_func ("/screens/comparison-folds", test_comparison_folds);
  g_test_add_func ("/screens/risks", test_risks);
  g_test_add_func ("/screens/reserved", test_reserved);
  g_test_add_func ("/screens/cover", test_cover);
  g_test_add_func ("/screens/lesson-left", test_lesson_left);
  g_test_add_func ("/screens/section-of-another-lesson", test_section_of_another_lesson);
  g_test_add_func ("/screens/no-drill", test_no_drill);
  g_test_add_func ("/screens/figures-fit", test_figures_fit);
  status = g_test_run ();
  charter_pack_unref (pack);
  return status;
}
