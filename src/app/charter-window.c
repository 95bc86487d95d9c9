/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-banner.h"
#include "charter-file-chooser.h"
#include "charter-host.h"
#include "charter-learn-page.h"
#include "charter-menu-button.h"
#include "charter-pack-page.h"
#include "charter-practice-page.h"
#include "charter-progress-page.h"
#include "charter-question-page.h"
#include "charter-toast.h"
#include "charter-today-page.h"
#include "charter-way-out.h"
#include "charter-widget.h"

#define NARROW_BELOW 720 /* px; the wide switcher and its header bar need about that */
#define SMALLEST 360     /* px */
#define TIME_TO_UNDO 10  /* s, until what tells of it goes */

struct _CharterWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *pile;
  GtkWidget *home;
  AdwViewStack *places;
  GtkStack *title;
  CharterBanner *banner;
  CharterTodayPage *today;
  AdwBin *learn;
  AdwBin *practice;
  AdwBin *progress;

  CharterFinder *finder;   /* made when it is first searched */
  CharterStudy *forgetful; /* for packs that are only looked at; made when needed */
  AdwToast *toast;         /* the last of this window's own, weak */
  guint lift;              /* source; of toasts */
  GQueue waiting;          /* of GVariant: what was asked for before the application was ready */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterWindow,
                               charter_window,
                               ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (CHARTER_TYPE_HOST, NULL))

enum { PROP_0, PROP_NARROW };

/* --- width -------------------------------------------------------------------------------------------------------- */

static void
set_narrow (CharterWindow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  charter_widget_set_class (GTK_WIDGET (self), "narrow", narrow);
  gtk_stack_set_visible_child_name (self->title, narrow ? "title" : "switcher");
  g_object_notify (G_OBJECT (self), "narrow");
}

/* Before the children are given their places, so that the first frame is already right. */
static gboolean
lift_toasts (gpointer data)
{
  CharterWindow *self = data;

  self->lift = 0;
  charter_toast_lift (self->toasts);
  return G_SOURCE_REMOVE;
}

/* Another page, or this one with another button, may keep another height at the bottom. */
static void
lift_toasts_later (CharterWindow *self)
{
  if (self->lift == 0)
    self->lift = g_idle_add (lift_toasts, self);
}

static void
charter_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  set_narrow (CHARTER_WINDOW (widget), width < NARROW_BELOW);
  GTK_WIDGET_CLASS (charter_window_parent_class)->size_allocate (widget, width, height, baseline);
  lift_toasts_later (CHARTER_WINDOW (widget));
}

static int
measure_minimum_width (GtkWidget *widget)
{
  int minimum, natural, minimum_baseline, natural_baseline;

  GTK_WIDGET_CLASS (charter_window_parent_class)
    ->measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, &minimum_baseline, &natural_baseline);
  return minimum;
}

/* The wide switcher alone asks for 609 px, though it gives way when there is less. Newer GTK warns where a child is
 * asked for its height in a width below its minimum, so that is not passed on. */
static void
charter_window_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, measure_minimum_width (widget));
  GTK_WIDGET_CLASS (charter_window_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST);
}

/* --- the pile of pages -------------------------------------------------------------------------------------------- */

/* Asked of the list of pages: the leaflet's own children stand in another order. */
static GtkWidget *
get_last_page (CharterWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_leaflet_get_pages (self->pile);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  g_autoptr (AdwLeafletPage) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (pages), n - 1) : NULL;

  return last != NULL ? adw_leaflet_page_get_child (last) : NULL;
}

GtkWidget *
charter_window_get_top (CharterWindow *self)
{
  GtkWidget *top = adw_leaflet_get_visible_child (self->pile);

  return top == self->home ? NULL : top;
}

/* A page that knows what is most useful on it has the action “page.enter”; on any other the first part is. */
static void
enter (GtkWidget *page)
{
  if (!gtk_widget_activate_action (page, "page.enter", NULL))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* The focus is always on what is seen, or the keyboard would begin at the header bar again. */
static void
take_focus_in (CharterWindow *self)
{
  GtkWidget *top = charter_window_get_top (self);
  GtkWidget *page = top != NULL ? top : adw_view_stack_get_visible_child (self->places);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    enter (page);
}

/* What lies on the visible page has been left: by the back button, by a swipe or by pop. */
static void
drop_left_pages (CharterWindow *self)
{
  GtkWidget *top = adw_leaflet_get_visible_child (self->pile);
  GtkWidget *last;

  if (top == NULL || adw_leaflet_get_child_transition_running (self->pile))
    return;
  while ((last = get_last_page (self)) != NULL && last != top)
    adw_leaflet_remove (self->pile, last);
  take_focus_in (self);
}

void
charter_window_push (CharterWindow *self, GtkWidget *page)
{
  drop_left_pages (self);
  adw_leaflet_append (self->pile, page);
  adw_leaflet_set_visible_child (self->pile, page);
  enter (page);
}

static void
pop (CharterWindow *self)
{
  adw_leaflet_navigate (self->pile, ADW_NAVIGATION_DIRECTION_BACK);
  drop_left_pages (self);
}

void
charter_window_replace (CharterWindow *self, GtkWidget *page)
{
  GtkWidget *top = charter_window_get_top (self);

  charter_window_push (self, page);
  if (top != NULL)
    adw_leaflet_remove (self->pile, top);
}

static void
go_home (CharterWindow *self)
{
  adw_leaflet_set_visible_child (self->pile, self->home);
  drop_left_pages (self);
}

void
charter_window_leave (CharterWindow *self)
{
  GtkWidget *last;

  adw_leaflet_set_visible_child (self->pile, self->home);
  while ((last = get_last_page (self)) != NULL && last != self->home)
    adw_leaflet_remove (self->pile, last);
}

/* --- what can be done once all is read ---------------------------------------------------------------------------- */

CharterApplication *
charter_window_get_app (CharterWindow *self)
{
  return CHARTER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

CharterLibrary *
charter_window_get_library (CharterWindow *self)
{
  return charter_application_get_library (charter_window_get_app (self));
}

CharterFinder *
charter_window_get_finder (CharterWindow *self)
{
  if (self->finder == NULL)
    self->finder = charter_finder_new (charter_window_get_library (self),
                                       charter_application_get_study (charter_window_get_app (self)));
  return self->finder;
}

CharterStudy *
charter_window_get_study (CharterWindow *self, CharterPack *pack)
{
  if (!charter_library_is_guest (charter_window_get_library (self), pack))
    return charter_application_get_study (charter_window_get_app (self));
  if (self->forgetful == NULL)
    self->forgetful = charter_study_new (NULL, charter_clock_system ());
  return self->forgetful;
}

gboolean
charter_window_is_sitting (CharterWindow *self)
{
  GtkWidget *top = charter_window_get_top (self);

  return CHARTER_IS_QUESTION_PAGE (top) && charter_question_page_is_exam (CHARTER_QUESTION_PAGE (top));
}

/* --- opening a file ----------------------------------------------------------------------------------------------- */

static void
on_file_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPackFile) file = charter_pack_file_read_finish (result, &error);

  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL) /* closed meanwhile, while the application runs on */
    return;
  if (file != NULL)
    charter_window_push (self, charter_pack_page_new (charter_window_get_library (self), file));
  else
    charter_window_toast_fault (self, error->message);
}

void
charter_window_open_file (CharterWindow *self, GFile *file)
{
  charter_pack_file_read_async (file, NULL, on_file_read, g_object_ref (self));
}

static void
file_chosen (GObject *window, GFile *file)
{
  charter_window_open_file (CHARTER_WINDOW (window), file);
}

static gboolean
files_dropped (CharterWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *at = files; at != NULL; at = at->next)
    charter_window_open_file (self, at->data);
  return files != NULL;
}

/* --- actions ------------------------------------------------------------------------------------------------------ */

static void
show_page_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterWindow *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->places, name) == NULL)
    return;
  go_home (self);
  adw_view_stack_set_visible_child_name (self->places, name);
  take_focus_in (self);
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pop (data);
}

static void
open_pack_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_choose_file (data, _ ("Open a Pack"), _ ("Packs"), "xml charter", data, file_chosen);
}

static void
open_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  charter_window_open_file (data, file);
}

/* What was told last, while it is told. */
static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterWindow *self = data;

  if (self->toast == NULL || adw_toast_get_button_label (self->toast) == NULL)
    return;
  g_signal_emit_by_name (self->toast, "button-clicked");
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}

static void
show_shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/charterstudy/Charter/charter-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  const char *here = charter_window_get_help_page (data);
  gboolean questions = g_str_equal (here, "quiz") || g_str_equal (here, "case") || g_str_equal (here, "review");

  g_object_set (shortcuts, "section-name", questions ? "questions" : "everywhere", NULL);
  gtk_window_set_transient_for (shortcuts, data);
  gtk_window_present (shortcuts);
}

/* What needs packs or history waits for them where it comes early: on the bus, or by a quick hand. */
static void
deed_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (charter_application_is_ready (charter_window_get_app (self)))
    charter_window_do (self, name, parameter);
  else
    g_queue_push_tail (&self->waiting,
                       g_variant_ref_sink (
                         g_variant_new ("(sv)", name, parameter != NULL ? parameter : g_variant_new ("()"))));
}

/* Where Escape leads nowhere else. */
static gboolean
leave_fullscreen (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    return GDK_EVENT_PROPAGATE;
  gtk_window_unfullscreen (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

/* In the action map, so that they can be reached over D-Bus. */
static const GActionEntry actions[] = {
  { "show-page", show_page_action, "s", NULL, NULL },    { "back", back_action, NULL, NULL, NULL },
  { "open-pack", open_pack_action, NULL, NULL, NULL },   { "open-file", open_file_action, "s", NULL, NULL },
  { "search", deed_action, NULL, NULL, NULL },         { "undo", undo_action, NULL, NULL, NULL },
  { "show-notes", deed_action, NULL, NULL, NULL },       { "show-packs", deed_action, NULL, NULL, NULL },
  { "open-note", deed_action, "s", NULL, NULL },         { "show-shortcuts", show_shortcuts_action, NULL, NULL, NULL },
  { "open-lesson", deed_action, "(sss)", NULL, NULL },   { "open-see", deed_action, "(ss)", NULL, NULL },
  { "start-scenario", deed_action, "(ss)", NULL, NULL }, { "start-exam", deed_action, "(ssu)", NULL, NULL },
  { "show-exam", deed_action, "(ss)", NULL, NULL },      { "build-quiz", deed_action, "s", NULL, NULL },
  { "ask-item", deed_action, "(ss)", NULL, NULL },       { "print-paper", deed_action, "(ss)", NULL, NULL },
  { "resume-session", deed_action, "s", NULL, NULL },    { "review", deed_action, NULL, NULL, NULL },
  { "left-out", deed_action, NULL, NULL, NULL },
};

/* --- the places --------------------------------------------------------------------------------------------------- */

/* A place is made when it is first seen, so that the first frame waits for none but its own. */
static void
make_place (CharterWindow *self)
{
  CharterApplication *app = charter_window_get_app (self);
  AdwBin *place = ADW_BIN (adw_view_stack_get_visible_child (self->places));
  CharterLibrary *library;
  CharterStudy *study;

  if (app == NULL || !charter_application_is_ready (app) || adw_bin_get_child (place) != NULL)
    return;
  library = charter_application_get_library (app);
  study = charter_application_get_study (app);
  if (place == self->learn)
    adw_bin_set_child (place, charter_learn_page_new (library, study));
  else if (place == self->practice)
    adw_bin_set_child (place, charter_practice_page_new (library));
  else if (place == self->progress)
    adw_bin_set_child (place, charter_progress_page_new (library, study));
}

static void
update_notice (CharterWindow *self)
{
  const char *notice = charter_application_get_notice (charter_window_get_app (self));

  if (notice != NULL)
    charter_banner_set_title (self->banner, notice);
  charter_banner_set_revealed (self->banner, notice != NULL);
}

static void
clear_notice (CharterWindow *self)
{
  charter_application_clear_notice (charter_window_get_app (self));
}

static void
update_learner (CharterWindow *self)
{
  g_autofree char *name = charter_application_dup_given_name (charter_window_get_app (self));

  charter_today_page_set_learner (self->today, name);
}

static void
become_ready (CharterWindow *self)
{
  GVariant *deed;

  update_learner (self);
  charter_today_page_set_source (self->today, charter_window_get_library (self),
                                 charter_application_get_study (charter_window_get_app (self)));
  make_place (self);
  while ((deed = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_autoptr (GVariant) parameter = NULL;
      const char *name;

      g_variant_get (deed, "(&sv)", &name, &parameter);
      charter_window_do (self, name, parameter);
      g_variant_unref (deed);
    }
  take_focus_in (self);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CharterWindow *self = CHARTER_WINDOW (object);

  if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
charter_window_dispose (GObject *object)
{
  CharterWindow *self = CHARTER_WINDOW (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify)g_variant_unref);
  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->lift, g_source_remove);

  G_OBJECT_CLASS (charter_window_parent_class)->dispose (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->forgetful);
}

static void
charter_window_class_init (CharterWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = charter_window_get_property;
  object_class->dispose = charter_window_dispose;
  widget_class->size_allocate = charter_window_size_allocate;
  widget_class->measure = charter_window_measure;

  g_object_class_override_property (object_class, PROP_NARROW, "narrow");

  g_type_ensure (CHARTER_TYPE_BANNER);
  g_type_ensure (CHARTER_TYPE_MENU_BUTTON);
  g_type_ensure (CHARTER_TYPE_TODAY_PAGE);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/charter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, pile);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, home);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, places);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, today);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, learn);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, practice);
  gtk_widget_class_bind_template_child (widget_class, CharterWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, drop_left_pages);
  gtk_widget_class_bind_template_callback (widget_class, make_place);
  gtk_widget_class_bind_template_callback (widget_class, clear_notice);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_fullscreen, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

static void
charter_window_init (CharterWindow *self)
{
  g_autoptr (GPropertyAction) fullscreen = g_property_action_new ("fullscreen", self, "fullscreened");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (fullscreen));
  gtk_widget_init_template (GTK_WIDGET (self));
}

CharterWindow *
charter_window_new (CharterApplication *app)
{
  CharterWindow *self = g_object_new (CHARTER_TYPE_WINDOW, "application", app, NULL);
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (files_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (app, "notice-changed", G_CALLBACK (update_notice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (app, "learners-changed", G_CALLBACK (update_learner), self, G_CONNECT_SWAPPED);
  update_notice (self);
  if (charter_application_is_ready (app))
    become_ready (self);
  else
    g_signal_connect_object (app, "ready", G_CALLBACK (become_ready), self, G_CONNECT_SWAPPED);
  return self;
}

CharterWindow *
charter_window_of (GtkWidget *widget)
{
  return CHARTER_WINDOW (gtk_widget_get_ancestor (widget, CHARTER_TYPE_WINDOW));
}

gboolean
charter_window_get_narrow (CharterWindow *self)
{
  return self->narrow;
}

/* By the type of a page, or the name of a place. */
static const struct {
  const char *name;
  const char *page;
} help_pages[] = {
  { "today", "today" },
  { "learn", "lesson" },
  { "practice", "quiz" },
  { "progress", "progress" },
  { "CharterReadingPage", "lesson" },
  { "CharterQuestionPage", "quiz" },
  { "CharterBuilderPage", "build" },
  { "CharterReportPage", "report" },
  { "CharterReviewEndPage", "review" },
  { "CharterLeftOutPage", "review" },
  { "CharterCasePage", "case" },
  { "CharterEndingPage", "case" },
  { "CharterSearchPage", "search" },
  { "CharterNotesPage", "notes" },
  { "CharterPackPage", "packs" },
  { "CharterPacksPage", "packs" },
};

const char *
charter_window_get_help_page (CharterWindow *self)
{
  GtkWidget *top = charter_window_get_top (self);
  const char *name = top != NULL ? G_OBJECT_TYPE_NAME (top) : adw_view_stack_get_visible_child_name (self->places);

  if (CHARTER_IS_QUESTION_PAGE (top) && charter_question_page_get_recall (CHARTER_QUESTION_PAGE (top)) != NULL)
    return "review";
  for (guint i = 0; i < G_N_ELEMENTS (help_pages); i++)
    if (g_str_equal (help_pages[i].name, name))
      return help_pages[i].page;
  return "index";
}

/* In the place of the last one. toast: taken. */
static void
show_toast (CharterWindow *self, AdwToast *toast, const char *title)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  charter_window_add_toast (self, toast);
  charter_widget_announce (GTK_WIDGET (self), title);
}

void
charter_window_toast (CharterWindow *self, const char *title)
{
  show_toast (self, charter_toast_new (title), title);
}

void
charter_window_toast_fault (CharterWindow *self, const char *reason)
{
  show_toast (self, charter_toast_new_fault (reason), reason);
}

void
charter_window_toast_outcome (CharterWindow *self, const char *done, const GError *error)
{
  if (error != NULL)
    charter_window_toast_fault (self, error->message);
  else
    charter_window_toast (self, done);
}

void
charter_window_toast_with_button (CharterWindow *self,
                                  const char *title,
                                  const char *button,
                                  GCallback clicked,
                                  gpointer data,
                                  GClosureNotify free_data)
{
  AdwToast *toast = charter_toast_new (title);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, TIME_TO_UNDO);
  g_signal_connect_data (toast, "button-clicked", clicked, data, free_data, 0);
  show_toast (self, toast, title);
}

void
charter_window_add_toast (CharterWindow *self, AdwToast *toast)
{
  charter_toast_show (self->toasts, toast);
}
