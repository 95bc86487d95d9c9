/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-window.h"

#include <glib/gi18n.h>

#include "charter-class-line.h"
#include "charter-class-parts.h"
#include "charter-class-report.h"
#include "charter-class-table-view.h"
#include "charter-file-chooser.h"
#include "charter-print-class.h"
#include "charter-print-run.h"
#include "charter-print-text.h"
#include "charter-toast.h"
#include "charter-widget.h"

#define NARROW_BELOW 620 /* px; the table with all its columns needs about that, and so does the wide switcher */
#define SMALLEST 360     /* px */
#define WIDEST 640       /* px of what is read */

struct _CharterClassWindow {
  AdwWindow parent_instance;

  /* template widgets */
  AdwToastOverlay *toasts;
  GtkStack *title;
  AdwWindowTitle *window_title;
  GtkWidget *back;
  GtkWidget *save;
  GtkDropDown *subjects;
  GtkStack *pages;
  AdwBin *refused;
  GtkWidget *open;
  GtkSpinner *spinner;
  AdwViewStack *views;
  CharterClassTableView *table;
  AdwBin *class_place;
  AdwViewStackPage *files_page;
  AdwBin *files_place;
  AdwBin *item_place;
  AdwViewSwitcherBar *bar;

  CharterApplication *app; /* borrowed: it outlives its windows */
  CharterClassReport *report;
  CharterClassLine *line; /* the one looked at, or NULL */
  GCancellable *reading;  /* NULL while nothing is read */
  gboolean narrow, filling;
};

G_DEFINE_FINAL_TYPE (CharterClassWindow, charter_class_window, ADW_TYPE_WINDOW)

/* ---- what is shown ---- */

static void
tell (CharterClassWindow *self, const char *done, const GError *error)
{
  charter_toast_show (self->toasts, charter_toast_new_outcome (done, error));
}

static void
show_page (CharterClassWindow *self, const char *name)
{
  gboolean is_report = g_str_equal (name, "report");
  gboolean is_item = g_str_equal (name, "item");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_stack_set_visible_child_name (self->title, is_report && !self->narrow ? "switcher" : "title");
  adw_view_switcher_bar_set_reveal (self->bar, is_report && self->narrow);
  gtk_widget_set_visible (self->back, is_item);
  gtk_widget_set_visible (self->save, is_report || is_item);
  gtk_widget_set_visible (GTK_WIDGET (self->subjects), is_report && self->report->subjects->len > 1);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "busy"));
}

static void
show_empty (CharterClassWindow *self)
{
  show_page (self, "empty");
  gtk_widget_grab_focus (self->open);
}

/* Something to be scrolled through in place, as wide as is read well. box: (transfer floating) */
static void
put_page (AdwBin *place, GtkBox *box)
{
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDEST, "child", box, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (box), "page");
  adw_bin_set_child (place, g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                                          clamp, NULL));
}

static GtkBox *
create_box (void)
{
  return GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
}

static void
show_class (CharterClassWindow *self)
{
  const CharterClassAnalysis *analysis = self->report->analysis;
  GtkBox *box = create_box ();

  charter_class_add_facts (box, _ ("The Class"), self->report->title, charter_class_words_list_figures (analysis));
  charter_class_add_ideas (box, analysis->ideas);
  charter_class_add_sentences (box, _ ("How It Is Counted"), charter_class_words_list_rules (analysis));
  charter_class_add_sentences (box, _ ("With an Asterisk: Too Few Learners"),
                               charter_class_words_list_cautions (analysis));
  put_page (self->class_place, box);
}

static void
show_files (CharterClassWindow *self)
{
  GtkBox *box = create_box ();

  charter_class_add_faults (box, self->report->faults);
  put_page (self->files_place, box);
  adw_view_stack_page_set_visible (self->files_page, self->report->faults->len > 0);
}

static void
show_lines (CharterClassWindow *self)
{
  g_autoptr (GListStore) lines = g_list_store_new (CHARTER_TYPE_CLASS_LINE);

  for (guint i = 0; i < self->report->analysis->items->len; i++)
    {
      g_autoptr (CharterClassLine) line = charter_class_line_new (self->report->analysis->items->pdata[i], i + 1);
      g_list_store_append (lines, line);
    }
  charter_class_table_view_show (self->table, G_LIST_MODEL (lines));
}

/* Its names, without having its choice taken for somebody's. */
static void
show_subjects (CharterClassWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->report->subjects->len; i++)
    {
      g_autofree char *title = charter_class_report_dup_title (self->report, i);
      gtk_string_list_append (names, title);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->subjects, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->subjects, self->report->subject);
  self->filling = FALSE;
}

/* Nothing could be used: what is wrong with each file is said all the same. */
static void
show_nothing (CharterClassWindow *self)
{
  GtkBox *box = create_box ();

  charter_class_add_refused (box, self->report->faults);
  put_page (self->refused, box);
  show_page (self, "refused");
}

static void
show_report (CharterClassWindow *self)
{
  g_clear_object (&self->line);
  if (self->report->analysis == NULL)
    {
      show_nothing (self);
      return;
    }
  adw_window_title_set_subtitle (self->window_title, self->report->title);
  show_subjects (self);
  show_lines (self);
  show_class (self);
  show_files (self);
  show_page (self, "report");
  adw_view_stack_set_visible_child_name (self->views, "questions");
  charter_class_table_view_enter (self->table);
}

/* ---- a question ---- */

/* Returns: (transfer none) (nullable) where the pack of the question looked at is written; one that was handed out as
 * one file is written elsewhere */
static GFile *
find_file (CharterClassWindow *self)
{
  const CharterPack *pack = self->line != NULL ? charter_class_line_get_item (self->line)->column->home : NULL;
  CharterPackFile *file
    = pack != NULL ? charter_library_find_file (charter_application_get_library (self->app), pack->id) : NULL;

  return file != NULL && charter_pack_file_get_file (file) == charter_pack_file_get_xml (file)
           ? charter_pack_file_get_file (file)
           : NULL;
}

static void
author_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (widget);
  GFile *file = find_file (self);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->app), "author-item",
                                    g_variant_new ("(ss)", uri, charter_class_line_get_item (self->line)->column->id));
}

static void
add_author_button (CharterClassWindow *self, GtkBox *box)
{
  GtkWidget *button;

  if (find_file (self) == NULL)
    return;
  button = gtk_button_new_with_label (_ ("Show Where It Is Written"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "class.author");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

static void
show_line (CharterClassWindow *self, CharterClassLine *line)
{
  const CharterClassItem *item = charter_class_line_get_item (line);
  g_autofree char *name = charter_class_line_dup_words (line, CHARTER_CLASS_COLUMN_QUESTION);
  GtkBox *box = create_box ();

  g_set_object (&self->line, line);
  /* Where its pack is not here, its name is the id. */
  charter_class_add_facts (box, name, item->column->item != NULL ? item->column->id : NULL,
                           charter_class_words_list_item (item));
  charter_class_add_sentences (box, _ ("Worth a Look"), charter_class_words_list_findings (item));
  add_author_button (self, box);
  charter_class_add_choices (box, item);
  charter_class_add_confidence (box, item);
  charter_class_add_ideas (box, item->ideas);
  charter_class_add_sentences (box, _ ("With an Asterisk: Too Few Learners"),
                               charter_class_words_list_item_cautions (item));
  put_page (self->item_place, box);
  show_page (self, "item");
  gtk_widget_grab_focus (self->back);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (widget);

  if (self->line == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_clear_object (&self->line);
  show_page (self, "report");
  charter_class_table_view_enter (self->table);
}

/* The stack takes the focus along where the view before had it. */
static void
enter_view (CharterClassWindow *self, GtkWidget *view)
{
  GtkWidget *focus;

  adw_view_stack_set_visible_child (self->views, view);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, view))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (widget);
  GtkWidget *view = adw_view_stack_get_child_by_name (self->views, g_variant_get_string (parameter, NULL));

  if (self->report == NULL || self->report->analysis == NULL
      || !adw_view_stack_page_get_visible (adw_view_stack_get_page (self->views, view)))
    return;
  g_clear_object (&self->line);
  show_page (self, "report");
  enter_view (self, view);
}

/* ---- reading ---- */

/* What the thread is handed. */
typedef struct {
  GPtrArray *places, *packs;
  CharterClassReport *report; /* with one, another of its subjects is wanted */
  guint subject;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_clear_pointer (&wish->places, g_ptr_array_unref);
  g_clear_pointer (&wish->packs, g_ptr_array_unref);
  g_clear_pointer (&wish->report, charter_class_report_free);
  g_free (wish);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  GError *error = NULL;
  CharterClassPile *pile;

  if (wish->report != NULL)
    {
      charter_class_report_choose (wish->report, wish->subject);
      g_task_return_pointer (task, g_steal_pointer (&wish->report), (GDestroyNotify)charter_class_report_free);
      return;
    }
  pile = charter_class_pile_read (wish->places, cancellable, &error);
  if (pile != NULL)
    g_task_return_pointer (task, charter_class_report_new (pile, wish->packs),
                           (GDestroyNotify)charter_class_report_free);
  else
    g_task_return_error (task, error);
}

/* Lines and pages point into the report, so they go first. */
static CharterClassReport *
take_report (CharterClassWindow *self)
{
  charter_class_table_view_show (self->table, NULL);
  g_clear_object (&self->line);
  return g_steal_pointer (&self->report);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (object);
  g_autoptr (GError) error = NULL;
  CharterClassReport *report = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (report != NULL)
    {
      self->report = report;
      show_report (self);
      return;
    }
  tell (self, NULL, error);
  show_empty (self);
}

/* wish: (transfer full) */
static void
start (CharterClassWindow *self, Wish *wish)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->reading);
  g_set_object (&self->reading, NULL);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, on_read, NULL);
  g_task_set_task_data (task, wish, wish_free);
  show_page (self, "busy");
  g_task_run_in_thread (task, read_in_thread);
}

/* places: (transfer full) (element-type GFile) */
static void
read_places (CharterClassWindow *self, GPtrArray *places)
{
  Wish *wish = g_new0 (Wish, 1);
  CharterClassReport *old = take_report (self);

  g_clear_pointer (&old, charter_class_report_free);
  wish->places = places;
  wish->packs = charter_library_list_packs (charter_application_get_library (self->app));
  start (self, wish);
}

static void
on_subject (CharterClassWindow *self)
{
  guint index = gtk_drop_down_get_selected (self->subjects);
  Wish *wish;

  if (self->filling || self->report == NULL || index == self->report->subject || index >= self->report->subjects->len)
    return;
  wish = g_new0 (Wish, 1);
  wish->report = take_report (self);
  wish->subject = index;
  start (self, wish);
}

static void
on_folder_chosen (GObject *window, GFile *folder)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (places, g_object_ref (folder));
  read_places (CHARTER_CLASS_WINDOW (window), places);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  charter_choose_folder (GTK_WINDOW (widget), _ ("Open a Folder of Results"), G_OBJECT (widget), on_folder_chosen);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CharterClassWindow *self)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *file = gdk_file_list_get_files (g_value_get_boxed (value)); file != NULL; file = file->next)
    g_ptr_array_add (places, file->data);
  read_places (self, places);
  return TRUE;
}

/* ---- saving ---- */

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%x");
}

static CharterPrintClass
describe (CharterClassWindow *self, const char *date, const char *language)
{
  return (CharterPrintClass){ self->report->analysis, self->report->faults, self->report->title, date, language };
}

static void
on_place_chosen (GObject *window, GFile *file)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (window);
  g_autofree char *date = dup_today ();
  g_autofree char *language = charter_print_text_dup_language ();
  g_autoptr (GError) error = NULL;
  CharterPrintClass what;

  if (self->report == NULL || self->report->analysis == NULL)
    return;
  what = describe (self, date, language);
  charter_print_class_save (&what, file, &error);
  tell (self, _ ("Figures saved"), error);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (widget);
  const char *const endings[] = { g_variant_get_string (parameter, NULL), NULL };
  g_autofree char *proposed = g_strdup_printf ("%s.%s", self->report->title, endings[0]);

  charter_choose_place (GTK_WINDOW (self), _ ("Save the Figures"), g_strdelimit (proposed, "/", '-'), endings,
                        G_OBJECT (self), on_place_chosen);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (widget);
  g_autofree char *date = dup_today ();
  g_autofree char *language = charter_print_text_dup_language ();
  const CharterPrintClass what = describe (self, date, language);

  charter_print_run_one (GTK_WINDOW (self), charter_print_class_new (&what));
}

/* ---- the object ---- */

/* Before the children are given their places, so that the first frame is already right. */
static void
charter_class_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (widget);
  gboolean narrow = width < NARROW_BELOW;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      charter_class_table_view_set_narrow (self->table, narrow);
      show_page (self, gtk_stack_get_visible_child_name (self->pages));
    }
  GTK_WIDGET_CLASS (charter_class_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* The wide switcher asks for more, though it gives way when there is less. */
static void
charter_class_window_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GTK_WIDGET_CLASS (charter_class_window_parent_class)
    ->measure (widget, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST);
}

static void
charter_class_window_dispose (GObject *object)
{
  CharterClassWindow *self = CHARTER_CLASS_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->table != NULL)
    charter_class_table_view_show (self->table, NULL);
  g_clear_object (&self->line);
  G_OBJECT_CLASS (charter_class_window_parent_class)->dispose (object);
  g_clear_pointer (&self->report, charter_class_report_free);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, save);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, subjects);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, refused);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, open);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, views);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, table);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, class_place);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, files_page);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, files_place);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, item_place);
  gtk_widget_class_bind_template_child (widget_class, CharterClassWindow, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_subject);
  gtk_widget_class_bind_template_callback (widget_class, show_line);
}

static void
charter_class_window_class_init (CharterClassWindowClass *klass)
{
  static const char *const views[] = { "questions", "class", "files" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_class_window_dispose;
  widget_class->size_allocate = charter_class_window_size_allocate;
  widget_class->measure = charter_class_window_measure;

  g_type_ensure (CHARTER_TYPE_CLASS_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/class/charter-class-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "class.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "class.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "class.author", NULL, author_action);
  gtk_widget_class_install_action (widget_class, "class.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "class.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "class.view", "s", view_action);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "class.view", "s", views[i]);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "class.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "class.back", NULL);
}

static void
charter_class_window_init (CharterClassWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static CharterClassWindow *
find_open (CharterApplication *app)
{
  for (GList *one = gtk_application_get_windows (GTK_APPLICATION (app)); one != NULL; one = one->next)
    if (CHARTER_IS_CLASS_WINDOW (one->data))
      return one->data;
  return NULL;
}

/* Returns: (transfer none) */
static CharterClassWindow *
ensure_open (CharterApplication *app)
{
  CharterClassWindow *self = find_open (app);

  if (self == NULL)
    {
      self = g_object_new (CHARTER_TYPE_CLASS_WINDOW, "application", app, NULL);
      self->app = app;
    }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
charter_class_show (CharterApplication *app)
{
  CharterClassWindow *self = ensure_open (app);

  if (self->report == NULL && self->reading == NULL)
    show_empty (self);
}

void
charter_class_show_waiting (CharterApplication *app)
{
  show_page (ensure_open (app), "busy");
}

void
charter_class_show_files (CharterApplication *app, GPtrArray *places)
{
  read_places (ensure_open (app), g_ptr_array_ref (places));
}
