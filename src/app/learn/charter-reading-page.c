/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-reading-page.h"

#include <glib/gi18n.h>

#include "charter-lesson-view.h"
#include "charter-menu-button.h"
#include "charter-print-lesson.h"
#include "charter-print-run.h"
#include "charter-rows.h"
#include "charter-split.h"
#include "charter-way-out.h"
#include "charter-widget.h"
#include "charter-window.h"

struct _CharterReadingPage {
  AdwBin parent_instance;

  /* template widgets */
  CharterSplit *split;
  GtkListBox *contents;
  AdwWindowTitle *title;
  GtkToggleButton *side_toggle;
  CharterLessonView *view;

  /* owned */
  CharterPack *pack;
  CharterStudy *study;

  const CharterLesson *lesson; /* the pack's */
};

G_DEFINE_FINAL_TYPE (CharterReadingPage, charter_reading_page, ADW_TYPE_BIN)

/* --- contents ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_row (GtkWidget *start, const char *title, GtkWidget *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (start, "row-start");
  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), make_label (title));
  if (end != NULL)
    gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static GtkWidget *
make_lesson_row (CharterReadingPage *self, guint index)
{
  const CharterLesson *lesson = self->pack->lessons[index];
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GtkWidget *start = gtk_label_new (number);
  GtkWidget *row;

  gtk_widget_add_css_class (start, "explanation");
  gtk_widget_add_css_class (start, "numeric");
  row = make_row (start, lesson->title.plain, charter_read_mark_new (0));
  g_object_set_data (G_OBJECT (row), "lesson", (gpointer)lesson);
  return row;
}

/* id: of a scenario or case */
static GtkWidget *
make_scenario_row (const char *id, const CharterText *title)
{
  GtkWidget *row = make_row (gtk_image_new_from_icon_name ("practice-symbolic"), title->plain, NULL);

  g_object_set_data (G_OBJECT (row), "scenario", (gpointer)id);
  return row;
}

static gboolean
is_scenario_row (GtkListBoxRow *row)
{
  return row != NULL && g_object_get_data (G_OBJECT (row), "scenario") != NULL;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  CharterReadingPage *self = data;
  GtkWidget *header;

  if (before != NULL && is_scenario_row (row) == is_scenario_row (before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = make_label (is_scenario_row (row) ? _ ("Scenarios to Try") : self->pack->title.plain);
  gtk_widget_add_css_class (header, "contents-head");
  gtk_list_box_row_set_header (row, header);
}

static void
fill_contents (CharterReadingPage *self)
{
  for (guint i = 0; i < self->pack->n_lessons; i++)
    gtk_list_box_append (self->contents, make_lesson_row (self, i));
  for (guint i = 0; i < self->pack->n_groups; i++)
    if (self->pack->groups[i]->is_scenario && charter_group_count_open (self->pack->groups[i]) > 0)
      gtk_list_box_append (self->contents,
                           make_scenario_row (self->pack->groups[i]->id, &self->pack->groups[i]->title));
  for (guint i = 0; i < self->pack->n_cases; i++)
    gtk_list_box_append (self->contents, make_scenario_row (self->pack->cases[i]->id, &self->pack->cases[i]->title));
}

/* Only the marks change while one reads; the rows stay, and with them the focus. */
static void
update_marks (CharterReadingPage *self)
{
  for (guint i = 0; i < self->pack->n_lessons; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->contents, i);
      const CharterLesson *lesson = row != NULL ? g_object_get_data (G_OBJECT (row), "lesson") : NULL;
      gboolean current = lesson == self->lesson;

      if (lesson == NULL)
        continue;
      charter_read_mark_set (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)),
                             charter_study_get_reading_place (self->study, self->pack->id, lesson->id, NULL));
      charter_widget_set_class (GTK_WIDGET (row), "current", current);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
    }
}

static guint
find_index (CharterReadingPage *self)
{
  for (guint i = 0; i < self->pack->n_lessons; i++)
    if (self->pack->lessons[i] == self->lesson)
      return i;
  return 0;
}

/* In a pack with many lessons the current one may be far down. Places are known only after the next layout. */
static gboolean
show_current (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CharterReadingPage *self = data;
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->contents, (int)find_index (self)));
  graphene_rect_t bounds;

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (row != NULL && gtk_widget_compute_bounds (row, widget, &bounds))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->contents), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
row_activated (CharterReadingPage *self, GtkListBoxRow *row)
{
  const CharterLesson *lesson = g_object_get_data (G_OBJECT (row), "lesson");
  const char *scenario = g_object_get_data (G_OBJECT (row), "scenario");

  if (scenario != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.start-scenario", "(ss)", self->pack->id, scenario);
  else if (lesson != NULL)
    charter_reading_page_open (self, lesson, NULL);
}

static void
toggle_side (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterReadingPage *self = CHARTER_READING_PAGE (widget);

  charter_split_set_show_side (self->split, !charter_split_get_show_side (self->split));
}

static void
print_lesson (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterReadingPage *self = CHARTER_READING_PAGE (widget);

  if (self->lesson != NULL)
    charter_print_run_one (GTK_WINDOW (charter_window_of (widget)),
                           charter_print_lesson_new (self->pack, self->lesson));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

CharterPack *
charter_reading_page_get_pack (CharterReadingPage *self)
{
  return self->pack;
}

void
charter_reading_page_open (CharterReadingPage *self, const CharterLesson *lesson, const CharterSection *section)
{
  self->lesson = lesson;
  adw_window_title_set_title (self->title, lesson->title.plain);
  adw_window_title_set_subtitle (self->title, self->pack->title.plain);
  charter_lesson_view_show (self->view, self->study, self->pack, lesson, section);
  if (charter_split_get_folded (self->split))
    charter_split_set_show_side (self->split, FALSE);
  update_marks (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->contents), show_current, self, NULL);
}

static void
charter_reading_page_dispose (GObject *object)
{
  CharterReadingPage *self = CHARTER_READING_PAGE (object);

  g_clear_object (&self->study);

  G_OBJECT_CLASS (charter_reading_page_parent_class)->dispose (object);
}

static void
charter_reading_page_finalize (GObject *object)
{
  CharterReadingPage *self = CHARTER_READING_PAGE (object);

  g_clear_pointer (&self->pack, charter_pack_unref);

  G_OBJECT_CLASS (charter_reading_page_parent_class)->finalize (object);
}

static void
charter_reading_page_class_init (CharterReadingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = charter_reading_page_dispose;
  object_class->finalize = charter_reading_page_finalize;
  gtk_widget_class_install_action (widget_class, "reading.toggle-side", NULL, toggle_side);
  gtk_widget_class_install_action (widget_class, "reading.print", NULL, print_lesson);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "reading.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "reading.toggle-side", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  g_type_ensure (CHARTER_TYPE_MENU_BUTTON);
  g_type_ensure (CHARTER_TYPE_SPLIT);
  g_type_ensure (CHARTER_TYPE_LESSON_VIEW);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/learn/charter-reading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterReadingPage, split);
  gtk_widget_class_bind_template_child (widget_class, CharterReadingPage, contents);
  gtk_widget_class_bind_template_child (widget_class, CharterReadingPage, title);
  gtk_widget_class_bind_template_child (widget_class, CharterReadingPage, side_toggle);
  gtk_widget_class_bind_template_child (widget_class, CharterReadingPage, view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
charter_reading_page_init (CharterReadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->split, "show-side", self->side_toggle, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_list_box_set_header_func (self->contents, update_header, self, NULL);
}

GtkWidget *
charter_reading_page_new (CharterPack *pack, CharterStudy *study)
{
  CharterReadingPage *self = g_object_new (CHARTER_TYPE_READING_PAGE, NULL);

  self->pack = charter_pack_ref (pack);
  self->study = g_object_ref (study);
  fill_contents (self);
  g_signal_connect_object (study, "changed", G_CALLBACK (update_marks), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
