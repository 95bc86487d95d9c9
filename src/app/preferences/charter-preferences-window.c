/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-preferences-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charter-anew-group.h"
#include "charter-backups-group.h"
#include "charter-banner.h"
#include "charter-computer-group.h"
#include "charter-exam-date-row.h"
#include "charter-fit-group.h"
#include "charter-learners-group.h"
#include "charter-removals-group.h"
#include "charter-rescue-group.h"
#include "charter-rows.h"
#include "charter-setting-saver.h"
#include "charter-step-group.h"
#include "charter-study-review.h"
#include "charter-study-say.h"
#include "charter-toast.h"
#include "charter-window.h"

#define WIDEST 640
#define HIGHEST 720
#define NARROW_BELOW 560 /* px; the wide switcher and its header bar need about that */
#define SMALLEST 360     /* px */
#define MONTH 30         /* days, of the example that tells what a retention costs */

struct _CharterPreferencesWindow {
  AdwWindow parent_instance;

  /* template widgets */
  AdwToastOverlay *toasts;
  GtkStack *title;
  AdwViewStack *pages;
  AdwViewSwitcherBar *bar;
  CharterBanner *banner;
  CharterExamDateRow *exam_date;
  AdwActionRow *confidence_row;
  GtkSwitch *confidence;
  CharterComputerGroup *computer;
  GtkSpinButton *reviews;
  GtkSpinButton *fresh;
  AdwActionRow *retention_row;
  GtkSpinButton *retention;
  GtkSpinButton *longest;
  AdwComboRow *rollover;
  CharterLearnersGroup *learners;
  CharterFitGroup *fit;
  CharterRescueGroup *rescue;
  CharterBackupsGroup *backups;
  CharterStepGroup *step;
  CharterRemovalsGroup *removals;
  CharterAnewGroup *anew;

  CharterApplication *app; /* borrowed: it outlives its windows */
  CharterSettingSaver *saver;
  AdwToast *toast;    /* the last, weak */
  int rollover_shown; /* minute, or −1 */
  gboolean filling;
  gboolean closing; /* as soon as all is saved */
};

G_DEFINE_FINAL_TYPE (CharterPreferencesWindow, charter_preferences_window, ADW_TYPE_WINDOW)

/* --- width -------------------------------------------------------------------------------------------------------- */

/* Before the children are given their places, so that the first frame is already right. */
static void
charter_preferences_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterPreferencesWindow *self = CHARTER_PREFERENCES_WINDOW (widget);
  gboolean narrow = width < NARROW_BELOW;

  gtk_stack_set_visible_child_name (self->title, narrow ? "title" : "switcher");
  adw_view_switcher_bar_set_reveal (self->bar, narrow);
  GTK_WIDGET_CLASS (charter_preferences_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* The wide switcher asks for more, though it gives way when there is less. */
static void
charter_preferences_window_measure (GtkWidget *widget,
                                    GtkOrientation orientation,
                                    int for_size,
                                    int *minimum,
                                    int *natural,
                                    int *minimum_baseline,
                                    int *natural_baseline)
{
  GTK_WIDGET_CLASS (charter_preferences_window_parent_class)
    ->measure (widget, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

/* A setting is its spin button's number times factor. */
static const struct {
  const char *name;
  gsize spin;
  double fallback, factor;
} numbers[] = {
  { "reviews-per-day", G_STRUCT_OFFSET (CharterPreferencesWindow, reviews), CHARTER_REVIEWS_A_DAY, 1 },
  { "new-per-day", G_STRUCT_OFFSET (CharterPreferencesWindow, fresh), CHARTER_NEW_A_DAY, 1 },
  { "retention", G_STRUCT_OFFSET (CharterPreferencesWindow, retention), CHARTER_RETENTION_DEFAULT, .01 },
  { "longest-interval", G_STRUCT_OFFSET (CharterPreferencesWindow, longest), CHARTER_LONGEST_INTERVAL, 1 },
};

static GtkSpinButton *
get_spin (CharterPreferencesWindow *self, guint i)
{
  return G_STRUCT_MEMBER (GtkSpinButton *, self, numbers[i].spin);
}

static void
fill_number (CharterPreferencesWindow *self, guint i)
{
  GtkAdjustment *range = gtk_spin_button_get_adjustment (get_spin (self, i));
  double factor = numbers[i].factor;
  double number
    = charter_setting_saver_get_number (self->saver, numbers[i].name, gtk_adjustment_get_lower (range) * factor,
                                        gtk_adjustment_get_upper (range) * factor, numbers[i].fallback);
  double shown = round (number / factor);

  if (shown != gtk_adjustment_get_value (range)) /* or what is being typed would go */
    gtk_adjustment_set_value (range, shown);
}

static void
on_number (GtkSpinButton *spin, CharterPreferencesWindow *self)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (get_spin (self, i) == spin && !self->filling)
      {
        g_ascii_formatd (text, sizeof text, numbers[i].factor < 1 ? "%.2f" : "%.0f",
                         gtk_spin_button_get_value (spin) * numbers[i].factor);
        charter_setting_saver_set (self->saver, numbers[i].name, text);
      }
}

/* What it costs, by the learner's own weights: how long something waits that would wait a month at nine in ten. */
static void
show_retention (CharterPreferencesWindow *self)
{
  CharterStudy *study = charter_application_get_study (self->app);
  const CharterWeights *weights = &charter_study_get_scheme (study)->weights;
  int percent = gtk_spin_button_get_value_as_int (self->retention);
  guint days
    = charter_fsrs_get_interval (weights, (CharterMemory){ MONTH, 5 }, percent / 100.0, CHARTER_LONGEST_INTERVAL);
  g_autofree char *words = g_strdup_printf (
    ngettext ("Of what comes back you would know %'d in 100. What waits %'d days at 90%% waits %'u day.",
              "Of what comes back you would know %'d in 100. What waits %'d days at 90%% waits %'u days.", days),
    percent, MONTH, days);

  adw_action_row_set_subtitle (self->retention_row, words);
}

/* --- the rest ----------------------------------------------------------------------------------------------------- */

static void
on_confidence (CharterPreferencesWindow *self)
{
  if (self->filling)
    return;
  charter_setting_saver_set (self->saver, CHARTER_SETTING_ASK_CONFIDENCE,
                             gtk_switch_get_active (self->confidence) ? "yes" : "no");
  charter_setting_saver_flush (self->saver);
}

static char *
dup_time (int minute)
{
  g_autoptr (GDateTime) when = g_date_time_new_utc (2026, 1, 1, minute / 60, minute % 60, 0);

  /* Translators: a time for g_date_time_format(). */
  return g_date_time_format (when, _ ("%H:%M"));
}

/* By the full hour until noon; one that was set elsewhere to another minute comes last. */
#define N_HOURS 13

static void
fill_rollover (CharterPreferencesWindow *self)
{
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);
  int minute
    = (int)charter_setting_saver_get_number (self->saver, "rollover", 0, 24 * 60 - 1, CHARTER_SCHEME_ROLLOVER_DEFAULT);
  gboolean odd = minute % 60 != 0 || minute / 60 >= N_HOURS;

  if (minute == self->rollover_shown) /* its list may be open */
    return;
  self->rollover_shown = minute;
  for (int i = 0; i < N_HOURS; i++)
    gtk_string_list_take (times, dup_time (i * 60));
  if (odd)
    gtk_string_list_take (times, dup_time (minute));
  adw_combo_row_set_model (self->rollover, G_LIST_MODEL (times));
  adw_combo_row_set_selected (self->rollover, odd ? N_HOURS : (guint)minute / 60);
}

static void
on_rollover (CharterPreferencesWindow *self)
{
  guint hour = adw_combo_row_get_selected (self->rollover);
  g_autofree char *text = g_strdup_printf ("%u", hour * 60);

  if (self->filling || hour >= N_HOURS)
    return;
  self->rollover_shown = (int)hour * 60;
  charter_setting_saver_set (self->saver, "rollover", text);
  charter_setting_saver_flush (self->saver);
}

static void
fill (CharterPreferencesWindow *self)
{
  CharterStudy *study = charter_application_get_study (self->app);

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    fill_number (self, i);
  show_retention (self);
  fill_rollover (self);
  gtk_switch_set_active (self->confidence,
                         g_strcmp0 (charter_setting_saver_get (self->saver, CHARTER_SETTING_ASK_CONFIDENCE), "yes")
                           == 0);
  charter_exam_date_row_show (self->exam_date, self->saver, charter_study_get_calendar_day (study));
  charter_fit_group_show (self->fit, study);
  self->filling = FALSE;
}

/* --- saving ------------------------------------------------------------------------------------------------------- */

static void
on_failed (CharterPreferencesWindow *self, const GError *error)
{
  self->closing = FALSE;
  charter_banner_tell_failure (self->banner, error);
}

static void
on_saved (CharterPreferencesWindow *self)
{
  charter_banner_set_revealed (self->banner, FALSE);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
try_again (CharterPreferencesWindow *self)
{
  charter_setting_saver_flush (self->saver);
}

/* What was set a moment ago is saved first; where that fails the window stays and says so. */
static gboolean
charter_preferences_window_close_request (GtkWindow *window)
{
  CharterPreferencesWindow *self = CHARTER_PREFERENCES_WINDOW (window);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    gtk_spin_button_update (get_spin (self, i));
  if (charter_setting_saver_is_done (self->saver) || self->closing)
    return GTK_WINDOW_CLASS (charter_preferences_window_parent_class)->close_request (window);
  self->closing = TRUE;
  charter_setting_saver_flush (self->saver);
  return GDK_EVENT_STOP;
}

/* --- backups ------------------------------------------------------------------------------------------------------ */

/* What a session shows is of the history as it was. */
static void
leave_sessions (CharterPreferencesWindow *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self->app)); at != NULL; at = at->next)
    if (CHARTER_IS_WINDOW (at->data))
      g_action_group_activate_action (G_ACTION_GROUP (at->data), "show-page", g_variant_new_string ("today"));
}

static void
on_told (CharterPreferencesWindow *self, AdwToast *toast)
{
  if (self->toast != NULL) /* or this one would wait until that one is gone */
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  charter_toast_show (self->toasts, g_object_ref (toast));
}

/* What was told last, while it is told. */
static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast = CHARTER_PREFERENCES_WINDOW (widget)->toast;

  if (toast == NULL || adw_toast_get_button_label (toast) == NULL)
    return;
  g_object_ref (toast);
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
  g_object_unref (toast);
}

static void
show_step (CharterPreferencesWindow *self)
{
  charter_step_group_show (self->step, self->app);
}

/* Where somebody comes back from a terminal or a file manager. */
static void
on_active (CharterPreferencesWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    charter_backups_group_refresh (self->backups);
}

/* What was erased may have been backups. */
static void
on_told_anew (CharterPreferencesWindow *self, AdwToast *toast)
{
  on_told (self, toast);
  charter_backups_group_refresh (self->backups);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_preferences_window_dispose (GObject *object)
{
  CharterPreferencesWindow *self = CHARTER_PREFERENCES_WINDOW (object);

  if (self->saver != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->saver, self);
      charter_setting_saver_flush (self->saver);
    }
  g_clear_object (&self->saver);
  g_clear_weak_pointer (&self->toast);

  G_OBJECT_CLASS (charter_preferences_window_parent_class)->dispose (object);
}

static void
charter_preferences_window_class_init (CharterPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_preferences_window_dispose;
  widget_class->size_allocate = charter_preferences_window_size_allocate;
  widget_class->measure = charter_preferences_window_measure;
  GTK_WINDOW_CLASS (klass)->close_request = charter_preferences_window_close_request;

  g_type_ensure (CHARTER_TYPE_ANEW_GROUP);
  g_type_ensure (CHARTER_TYPE_BACKUPS_GROUP);
  g_type_ensure (CHARTER_TYPE_BANNER);
  g_type_ensure (CHARTER_TYPE_COMPUTER_GROUP);
  g_type_ensure (CHARTER_TYPE_EXAM_DATE_ROW);
  g_type_ensure (CHARTER_TYPE_FIT_GROUP);
  g_type_ensure (CHARTER_TYPE_LEARNERS_GROUP);
  g_type_ensure (CHARTER_TYPE_REMOVALS_GROUP);
  g_type_ensure (CHARTER_TYPE_RESCUE_GROUP);
  g_type_ensure (CHARTER_TYPE_STEP_GROUP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "preferences.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "preferences.undo", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, exam_date);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, confidence_row);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, confidence);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, computer);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, reviews);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, fresh);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, retention_row);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, retention);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, longest);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, rollover);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, learners);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, fit);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, backups);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, rescue);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, step);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, removals);
  gtk_widget_class_bind_template_child (widget_class, CharterPreferencesWindow, anew);
  gtk_widget_class_bind_template_callback (widget_class, on_number);
  gtk_widget_class_bind_template_callback (widget_class, show_retention);
  gtk_widget_class_bind_template_callback (widget_class, on_confidence);
  gtk_widget_class_bind_template_callback (widget_class, on_rollover);
  gtk_widget_class_bind_template_callback (widget_class, try_again);
  gtk_widget_class_bind_template_callback (widget_class, leave_sessions);
  gtk_widget_class_bind_template_callback (widget_class, show_step);
  gtk_widget_class_bind_template_callback (widget_class, on_active);
  gtk_widget_class_bind_template_callback (widget_class, on_told);
  gtk_widget_class_bind_template_callback (widget_class, on_told_anew);
}

static void
charter_preferences_window_init (CharterPreferencesWindow *self)
{
  self->rollover_shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  charter_row_be_toggle (self->confidence_row, GTK_WIDGET (self->confidence));
}

/* What is kept, or what can be done where nothing is. */
static void
show_data (CharterPreferencesWindow *self, CharterStudy *study, CharterStore *store)
{
  const GError *failure = charter_application_get_failure (self->app);
  gboolean is_held = g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_BUSY); /* by whom nothing may be taken */

  gtk_widget_set_visible (GTK_WIDGET (self->rescue), store == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->backups), !is_held);
  gtk_widget_set_visible (GTK_WIDGET (self->step), store != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->removals), store != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->anew), store != NULL);
  charter_backups_group_show (self->backups, self->app);
  if (store == NULL)
    {
      charter_rescue_group_show (self->rescue, self->app);
      charter_banner_tell_note (self->banner,
                                _ ("Your history could not be opened, so what you set here is forgotten."));
      return;
    }
  charter_step_group_show (self->step, self->app);
  charter_removals_group_show (self->removals, study, charter_application_get_library (self->app));
  charter_anew_group_show (self->anew, study, store, charter_application_get_library (self->app));
}

static void
show_history (CharterPreferencesWindow *self)
{
  CharterStudy *study = charter_application_get_study (self->app);

  self->saver = charter_setting_saver_new (study);
  g_signal_connect_swapped (self->saver, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect_swapped (self->saver, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect_object (study, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  charter_computer_group_show (self->computer, self->app);
  charter_learners_group_show (self->learners, self->app);
  show_data (self, study, charter_application_get_store (self->app));
}

/* As large as the parent where that is small: a phone's. */
static void
fit_to (CharterPreferencesWindow *self, GtkWindow *parent)
{
  int width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (width, WIDEST) : WIDEST,
                               height > 0 ? MIN (height, HIGHEST) : HIGHEST);
}

static CharterPreferencesWindow *
find_open (CharterApplication *app)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (app)); at != NULL; at = at->next)
    if (CHARTER_IS_PREFERENCES_WINDOW (at->data))
      return at->data;
  return NULL;
}

/* Returns: (transfer none) */
static CharterPreferencesWindow *
ensure_open (CharterApplication *app, GtkWindow *parent)
{
  CharterPreferencesWindow *self = find_open (app);

  if (self == NULL)
    {
      self = g_object_new (CHARTER_TYPE_PREFERENCES_WINDOW, "application", app, "transient-for", parent, "modal",
                           parent != NULL, NULL);
      self->app = app;
      fit_to (self, parent);
      show_history (self);
    }
  return self;
}

void
charter_preferences_show (CharterApplication *app, GtkWindow *parent)
{
  gtk_window_present (GTK_WINDOW (ensure_open (app, parent)));
}

void
charter_preferences_show_learners (CharterApplication *app, GtkWindow *parent)
{
  CharterPreferencesWindow *self = ensure_open (app, parent);

  adw_view_stack_set_visible_child_name (self->pages, "study");
  gtk_window_present (GTK_WINDOW (self));
  charter_learners_group_enter (self->learners);
}

static const struct {
  const char *name;
  const char *page;
} help_pages[] = {
  { "study", "preferences" },
  { "review", "preferences-review" },
  { "data", "backups" },
};

const char *
charter_preferences_window_get_help_page (CharterPreferencesWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (help_pages); i++)
    if (g_strcmp0 (help_pages[i].name, name) == 0)
      return help_pages[i].page;
  return "preferences";
}
