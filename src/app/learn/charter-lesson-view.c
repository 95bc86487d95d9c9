/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lesson-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-blocks-view.h"
#include "charter-highlighter.h"
#include "charter-rows.h"
#include "charter-section-tools.h"
#include "charter-text-label.h"

#define KEEP_AFTER 400     /* ms without scrolling, then the place is kept */
#define POINT_OUT_FOR 1800 /* ms */
#define LINE_OF_SIGHT 80   /* px below the top: the section there is the one being read */
#define ROOM_ABOVE 12      /* px left above a heading that was scrolled to */

struct _CharterLessonView {
  AdwBin parent_instance;

  /* template widgets */
  GtkScrolledWindow *scroller;
  GtkBox *page;

  /* owned */
  CharterPack *pack;
  CharterStudy *study;
  GPtrArray *headings;             /* borrowed widgets, one a section */
  GPtrArray *tools;                /* borrowed CharterSectionTools, one a section; none without a study */
  GtkWidget *title;                /* borrowed */
  CharterHighlighter *highlighter; /* of the lesson shown; NULL without a study */
  guint keep_source;
  guint point_source;

  const CharterLesson *lesson;   /* the pack's */
  const CharterSection *pending; /* to be scrolled to when there are places */
  GtkWidget *pointed_out;        /* borrowed */
  GtkWidget *entered;            /* borrowed: the heading at which reading began */
};

G_DEFINE_FINAL_TYPE (CharterLessonView, charter_lesson_view, ADW_TYPE_BIN)

/* --- the place ---------------------------------------------------------------------------------------------------- */

static double
heading_position (CharterLessonView *self, guint section)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (self->headings->pdata[section], GTK_WIDGET (self->page), &bounds))
    return 0;
  return bounds.origin.y;
}

static const CharterSection *
find_current_section (CharterLessonView *self, double top)
{
  guint current = 0;

  if (self->lesson->n_sections == 0)
    return NULL;
  for (guint i = 0; i < self->lesson->n_sections; i++)
    if (heading_position (self, i) <= top + LINE_OF_SIGHT)
      current = i;
  return &self->lesson->sections[current];
}

static void
keep_place (CharterLessonView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double all = gtk_adjustment_get_upper (adjustment);
  const CharterSection *section;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->lesson == NULL || self->study == NULL || page <= 0 || self->pending != NULL)
    return;
  section = find_current_section (self, top);
  charter_study_set_reading_place (self->study, self->pack->id, self->lesson->id, section != NULL ? section->id : NULL,
                                   CLAMP ((top + page) / all, 0, 1));
}

static gboolean
keep_now (gpointer data)
{
  CharterLessonView *self = data;

  self->keep_source = 0;
  keep_place (self);
  return G_SOURCE_REMOVE;
}

static void
keep_soon (CharterLessonView *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_AFTER, keep_now, self);
}

/* --- going to a section ------------------------------------------------------------------------------------------- */

static gboolean
stop_pointing (gpointer data)
{
  CharterLessonView *self = data;

  self->point_source = 0;
  if (self->pointed_out != NULL)
    gtk_widget_remove_css_class (self->pointed_out, "pointed-out");
  self->pointed_out = NULL;
  return G_SOURCE_REMOVE;
}

static void
point_out (CharterLessonView *self, GtkWidget *heading)
{
  g_clear_handle_id (&self->point_source, g_source_remove);
  stop_pointing (self);
  self->pointed_out = heading;
  gtk_widget_add_css_class (heading, "pointed-out");
  self->point_source = g_timeout_add (POINT_OUT_FOR, stop_pointing, self);
}

static gboolean
scroll_to_pending (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CharterLessonView *self = CHARTER_LESSON_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (gtk_widget_get_height (self->title) == 0)
    return G_SOURCE_CONTINUE;
  if (self->pending != NULL)
    {
      guint section = self->pending - self->lesson->sections;

      self->pending = NULL;
      gtk_adjustment_set_value (adjustment, section == 0 ? 0 : heading_position (self, section) - ROOM_ABOVE);
    }
  keep_soon (self);
  return G_SOURCE_REMOVE;
}

/* Places are known only after a frame was laid out with this lesson in it. */
static void
go_to (CharterLessonView *self, const CharterSection *section)
{
  self->pending = section;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_pending, NULL, NULL);
}

/* The keyboard begins where the eyes do, so that the next Tab does not lead back to the header bar. */
static void
enter_at (CharterLessonView *self, GtkWidget *heading)
{
  if (self->entered != NULL)
    gtk_widget_set_focusable (self->entered, FALSE);
  self->entered = heading;
  gtk_widget_set_focusable (heading, TRUE);
  gtk_widget_grab_focus (heading);
}

/* --- building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_heading (CharterLessonView *self, const CharterText *text, int level, const char *style)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *label = charter_text_label_new (self->pack, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, level,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text->plain, -1);
  gtk_widget_add_css_class (heading, style);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (heading), label);
  return heading;
}

static guint
find_number (CharterLessonView *self)
{
  for (guint i = 0; i < self->pack->n_lessons; i++)
    if (self->pack->lessons[i] == self->lesson)
      return i + 1;
  return 1;
}

static GtkWidget *
make_over_line (CharterLessonView *self)
{
  guint minutes = self->lesson->minutes;
  g_autofree char *number = g_strdup_printf (_ ("Lesson %u"), find_number (self));
  g_autofree char *length = g_strdup_printf (ngettext ("%'u minute", "%'u minutes", minutes), minutes);
  g_autofree char *words = minutes > 0 ? g_strdup_printf ("%s · %s", number, length) : g_strdup (number);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "explanation");
  return label;
}

/* Where nothing can be kept there is nothing to leave. */
static void
add_tools (CharterLessonView *self, GtkWidget *heading, const CharterSection *section)
{
  GtkWidget *tools;

  if (self->study == NULL)
    return;
  tools = charter_section_tools_new (self->study, self->pack, section);
  g_ptr_array_add (self->tools, tools);
  gtk_box_append (GTK_BOX (heading), tools);
  gtk_box_append (self->page, charter_section_tools_get_note (CHARTER_SECTION_TOOLS (tools)));
}

static void
add_section (CharterLessonView *self, const CharterSection *section)
{
  GtkWidget *heading = make_heading (self, &section->title, 2, "section-title");
  GtkWidget *blocks = charter_blocks_view_new (self->pack, section->blocks);

  g_ptr_array_add (self->headings, heading);
  gtk_box_append (self->page, heading);
  add_tools (self, heading, section);
  gtk_box_append (self->page, blocks);
  if (self->highlighter != NULL)
    charter_highlighter_add_section (self->highlighter, blocks, section);
}

/* --- the way on --------------------------------------------------------------------------------------------------- */

/* target: (transfer floating) */
static GtkWidget *
make_way (const char *words, const char *title, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *over = gtk_label_new (words);
  GtkWidget *name = gtk_label_new (title);
  /* Translators: where a button leads, read aloud: “Next: Handover”. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), words, title);

  gtk_widget_add_css_class (over, "way-over");
  gtk_widget_add_css_class (name, "way-title");
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (over), 0);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_box_append (GTK_BOX (box), over);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (button, "way");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

static GtkWidget *
make_lesson_way (CharterPack *pack, const char *words, const CharterLesson *lesson)
{
  return make_way (words, lesson->title.plain, "win.open-lesson", g_variant_new ("(sss)", pack->id, lesson->id, ""));
}

static GtkWidget *
make_try_way (CharterPack *pack, const char *id, const CharterText *title)
{
  return make_way (_ ("Try it"), title->plain, "win.start-scenario", g_variant_new ("(ss)", pack->id, id));
}

/* After the last lesson: the first scenario, or else the first case. Returns: NULL where there is neither */
static GtkWidget *
make_way_out (CharterPack *pack)
{
  for (guint i = 0; i < pack->n_groups; i++)
    if (pack->groups[i]->is_scenario && charter_group_count_open (pack->groups[i]) > 0)
      return make_try_way (pack, pack->groups[i]->id, &pack->groups[i]->title);
  return pack->n_cases > 0 ? make_try_way (pack, pack->cases[0]->id, &pack->cases[0]->title) : NULL;
}

static GtkWidget *
make_ways (CharterLessonView *self)
{
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  guint number = find_number (self);
  GtkWidget *on = NULL;

  gtk_box_set_homogeneous (GTK_BOX (ways), TRUE);
  gtk_widget_add_css_class (ways, "ways");
  if (number > 1)
    gtk_box_append (GTK_BOX (ways), make_lesson_way (self->pack, _ ("Previous"), self->pack->lessons[number - 2]));
  if (number < self->pack->n_lessons)
    on = make_lesson_way (self->pack, _ ("Next"), self->pack->lessons[number]);
  else
    on = make_way_out (self->pack);
  if (on != NULL)
    {
      gtk_widget_add_css_class (on, "suggested-action");
      gtk_box_append (GTK_BOX (ways), on);
    }
  return ways;
}

static void
build (CharterLessonView *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->point_source, g_source_remove);
  self->pointed_out = NULL;
  self->entered = NULL;
  g_ptr_array_set_size (self->headings, 0);
  g_ptr_array_set_size (self->tools, 0);
  g_clear_object (&self->highlighter);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page))) != NULL)
    gtk_box_remove (self->page, child);
  gtk_box_append (self->page, make_over_line (self));
  self->title = make_heading (self, &self->lesson->title, 1, "lesson-title");
  gtk_box_append (self->page, self->title);
  if (self->study != NULL)
    self->highlighter = charter_highlighter_new (GTK_WIDGET (self->page), self->study, self->pack, self->lesson);
  for (guint i = 0; i < self->lesson->n_sections; i++)
    add_section (self, &self->lesson->sections[i]);
  if (self->highlighter != NULL)
    charter_highlighter_refresh (self->highlighter);
  gtk_box_append (self->page, make_ways (self));
}

/* Where the lesson was left. What is read to its end begins at its beginning. */
static const CharterSection *
find_left_section (CharterLessonView *self)
{
  g_autofree char *id = NULL;

  if (self->study == NULL
      || charter_study_get_reading_place (self->study, self->pack->id, self->lesson->id, &id) >= CHARTER_READ_FROM)
    return NULL;
  for (guint i = 0; id != NULL && i < self->lesson->n_sections; i++)
    if (g_str_equal (self->lesson->sections[i].id, id))
      return &self->lesson->sections[i];
  return NULL;
}

void
charter_lesson_view_show (CharterLessonView *self,
                          CharterStudy *study,
                          CharterPack *pack,
                          const CharterLesson *lesson,
                          const CharterSection *section)
{
  gboolean same = self->lesson == lesson;

  g_return_if_fail (CHARTER_IS_LESSON_VIEW (self));
  g_return_if_fail (lesson != NULL);

  if (self->lesson != NULL)
    keep_place (self);
  g_set_object (&self->study, study);
  if (self->pack != pack)
    {
      g_clear_pointer (&self->pack, charter_pack_unref);
      self->pack = charter_pack_ref (pack);
    }
  self->lesson = lesson;
  if (!same)
    {
      build (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  if (section != NULL)
    point_out (self, self->headings->pdata[section - lesson->sections]);
  if (section == NULL && !same)
    section = find_left_section (self);
  if (section == NULL && same)
    return;
  go_to (self, section);
  enter_at (self, section != NULL ? self->headings->pdata[section - lesson->sections] : self->title);
}

/* --- keys --------------------------------------------------------------------------------------------------------- */

/* Space turns pages, as everywhere where one reads; what has a use of its own for it takes it first. */
static gboolean
turn_page (GtkWidget *widget, GVariant *backward, gpointer data)
{
  GtkScrollType type = g_variant_get_boolean (backward) ? GTK_SCROLL_PAGE_BACKWARD : GTK_SCROLL_PAGE_FORWARD;
  gboolean done = FALSE;

  g_signal_emit_by_name (CHARTER_LESSON_VIEW (widget)->scroller, "scroll-child", type, FALSE, &done);
  return done;
}

/* --- what is left at a section ------------------------------------------------------------------------------------ */

/* Of the section that is read: the one with the focus, or else at the line of sight. Returns: (nullable) */
static CharterSectionTools *
find_tools (CharterLessonView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const CharterSection *section;

  if (self->lesson == NULL || self->tools->len == 0)
    return NULL;
  for (guint i = 0; i < self->headings->len && focus != NULL; i++)
    if (focus == self->headings->pdata[i] || gtk_widget_is_ancestor (focus, self->headings->pdata[i]))
      return self->tools->pdata[i];
  section
    = find_current_section (self, gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)));
  return self->tools->pdata[section - self->lesson->sections];
}

static void
bookmark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterSectionTools *tools = find_tools (CHARTER_LESSON_VIEW (widget));

  if (tools != NULL)
    charter_section_tools_toggle_bookmark (tools);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterSectionTools *tools = find_tools (CHARTER_LESSON_VIEW (widget));

  if (tools != NULL)
    charter_section_tools_write_note (tools);
}

static void
highlight_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterLessonView *self = CHARTER_LESSON_VIEW (widget);
  CharterSectionTools *tools = find_tools (self);

  if (self->highlighter != NULL)
    charter_highlighter_act (self->highlighter, tools != NULL ? charter_section_tools_get_section (tools) : NULL);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_lesson_view_unroot (GtkWidget *widget)
{
  keep_place (CHARTER_LESSON_VIEW (widget));
  GTK_WIDGET_CLASS (charter_lesson_view_parent_class)->unroot (widget);
}

static void
charter_lesson_view_dispose (GObject *object)
{
  CharterLessonView *self = CHARTER_LESSON_VIEW (object);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_handle_id (&self->point_source, g_source_remove);
  g_clear_object (&self->highlighter);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (charter_lesson_view_parent_class)->dispose (object);
}

static void
charter_lesson_view_finalize (GObject *object)
{
  CharterLessonView *self = CHARTER_LESSON_VIEW (object);

  g_clear_pointer (&self->pack, charter_pack_unref);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->tools);

  G_OBJECT_CLASS (charter_lesson_view_parent_class)->finalize (object);
}

static void
charter_lesson_view_class_init (CharterLessonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = charter_lesson_view_dispose;
  object_class->finalize = charter_lesson_view_finalize;
  widget_class->unroot = charter_lesson_view_unroot;
  gtk_widget_class_install_action (widget_class, "lesson.bookmark", NULL, bookmark_action);
  gtk_widget_class_install_action (widget_class, "lesson.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "lesson.highlight", NULL, highlight_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "lesson.bookmark", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "lesson.note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "lesson.highlight", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, turn_page, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_SHIFT_MASK, turn_page, "b", TRUE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/learn/charter-lesson-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterLessonView, scroller);
  gtk_widget_class_bind_template_child (widget_class, CharterLessonView, page);
}

static void
charter_lesson_view_init (CharterLessonView *self)
{
  self->headings = g_ptr_array_new ();
  self->tools = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (keep_soon), self, G_CONNECT_SWAPPED);
}

GtkWidget *
charter_lesson_view_new (void)
{
  return g_object_new (CHARTER_TYPE_LESSON_VIEW, NULL);
}
