/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No words of a diagram ever stand on other words, on a box, or outside: in all diagrams of the course and the hard
 * ones of diagrams.xml, at each width, with large text, and from right to left. */
#include <adwaita.h>
#include <locale.h>

#include "charter-diagram-view.h"
#include "charter-loader.h"
#include "charter-test-pack.h"

#define NARROWEST 280 /* px: what a phone leaves a lesson's diagram, less some */
#define WIDEST 700    /* px */
#define STEP 20       /* px */

static GPtrArray *diagrams; /* of CharterDiagram, borrowed from the packs */
static GPtrArray *packs;    /* each diagram's */

typedef struct {
  const char *font;
  GtkTextDirection direction;
} Look;

static void
gather_diagram (CharterPack *pack, const CharterDiagram *diagram)
{
  if (!charter_diagram_view_can_draw (diagram->kind))
    return;
  g_ptr_array_add (diagrams, (gpointer)diagram);
  g_ptr_array_add (packs, pack);
}

static void
gather_blocks (CharterPack *pack, CharterBlocks blocks)
{
  for (guint i = 0; i < blocks.n_blocks; i++)
    if (blocks.blocks[i].kind == CHARTER_BLOCK_DIAGRAM)
      gather_diagram (pack, blocks.blocks[i].diagram);
}

static void
gather (CharterPack *pack)
{
  for (guint i = 0; i < pack->n_lessons; i++)
    for (guint j = 0; j < pack->lessons[i]->n_sections; j++)
      gather_blocks (pack, pack->lessons[i]->sections[j].blocks);
  for (guint i = 0; i < pack->n_groups; i++)
    gather_blocks (pack, pack->groups[i]->situation);
  for (guint i = 0; i < pack->n_items; i++)
    {
      gather_blocks (pack, pack->items[i]->stem);
      if (pack->items[i]->hotspot != NULL && pack->items[i]->hotspot->diagram != NULL)
        gather_diagram (pack, pack->items[i]->hotspot->diagram);
    }
}

static CharterPack *
load_course (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHARTER_PACKS_DIR"), "projects-and-operations.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;

  return charter_loader_load_file (file, &diagnostics, NULL, NULL);
}

static graphene_rect_t
bounds (GtkWidget *child, GtkWidget *view)
{
  graphene_rect_t at;

  g_assert_true (gtk_widget_compute_bounds (child, view, &at));
  return at;
}

static void
assert_apart (GtkWidget *view, GtkWidget *child, const char *alt, int width)
{
  graphene_rect_t mine = bounds (child, view);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (view), gtk_widget_get_height (view));
  gboolean fine = graphene_rect_contains_rect (&all, &mine);

  for (GtkWidget *other = gtk_widget_get_next_sibling (child); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    {
      graphene_rect_t its = bounds (other, view);

      fine = fine && !graphene_rect_intersection (&mine, &its, NULL);
    }
  if (fine)
    return;
  g_test_message ("“%s” at %d px: something at %g, %g (%g × %g) stands on something, or outside", alt, width,
                  mine.origin.x, mine.origin.y, mine.size.width, mine.size.height);
  g_test_fail ();
}

static void
check_at (GtkWidget *view, const char *alt, int width)
{
  int height;

  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (view, width, height, -1, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_apart (view, child, alt, width);
}

static void
check (guint i)
{
  const CharterDiagram *diagram = g_ptr_array_index (diagrams, i);
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *view = charter_diagram_view_new (g_ptr_array_index (packs, i), diagram);
  int least;

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  for (int width = MAX (NARROWEST, least); width <= WIDEST; width += STEP)
    check_at (view, diagram->alt, width);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static void
test_apart (gconstpointer data)
{
  const Look *look = data;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", look->font, NULL);
  gtk_widget_set_default_direction (look->direction);
  for (guint i = 0; i < diagrams->len; i++)
    check (i);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/charterstudy/Charter/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  static const Look plain = { "Cantarell 11", GTK_TEXT_DIR_LTR };
  static const Look large = { "Cantarell 22", GTK_TEXT_DIR_LTR };
  static const Look mirrored = { "Cantarell 11", GTK_TEXT_DIR_RTL };
  g_autoptr (CharterPack) hard = NULL;
  g_autoptr (CharterPack) course = NULL;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  diagrams = g_ptr_array_new ();
  packs = g_ptr_array_new ();
  gather (hard = load_pack ("diagrams.xml"));
  gather (course = load_course ());

  g_test_add_data_func ("/diagrams/apart", &plain, test_apart);
  g_test_add_data_func ("/diagrams/apart-large", &large, test_apart);
  g_test_add_data_func ("/diagrams/apart-mirrored", &mirrored, test_apart);
  status = g_test_run ();
  g_ptr_array_unref (diagrams);
  g_ptr_array_unref (packs);
  return status;
}
