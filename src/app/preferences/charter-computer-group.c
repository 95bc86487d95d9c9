/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-computer-group.h"

#include <glib/gi18n.h>

#include "charter-reminders.h"
#include "charter-rows.h"
#include "charter-toast.h"

struct _CharterComputerGroup {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *remind_row;
  GtkSwitch *remind;
  AdwComboRow *remind_at;
  AdwComboRow *text_size;

  CharterSettings *settings;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CharterComputerGroup, charter_computer_group, ADW_TYPE_PREFERENCES_GROUP)

enum { TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void fill (CharterComputerGroup *self);

static void
tell_fault (CharterComputerGroup *self, const char *reason)
{
  AdwToast *toast = charter_toast_new_fault (reason);

  g_signal_emit (self, signals[TOLD], 0, toast);
  g_object_unref (toast);
}

/* What could not be saved is not so, and is not shown so. */
static void
set (CharterComputerGroup *self, CharterSettingsKey key, int value)
{
  g_autoptr (GError) error = NULL;

  if (!charter_settings_set (self->settings, key, value, &error))
    {
      fill (self);
      tell_fault (self, error->message);
    }
}

/* --- a choice of numbers ------------------------------------------------------------------------------------------ */

/* The numbers in their order; one that is none of them, and was set by hand in the file, comes last. */
static void
fill_choice (AdwComboRow *row, const int *numbers, guint n_numbers, int number, char *(*dup_words) (int number))
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = n_numbers;

  for (guint i = 0; i < n_numbers; i++)
    {
      gtk_string_list_take (words, dup_words (numbers[i]));
      if (numbers[i] == number)
        selected = i;
    }
  if (selected == n_numbers)
    gtk_string_list_take (words, dup_words (number));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, selected);
}

/* --- reminders ---------------------------------------------------------------------------------------------------- */

static void
on_remind (CharterComputerGroup *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  if (!charter_reminders_switch (self->settings, gtk_switch_get_active (self->remind), &error))
    tell_fault (self, error->message);
  fill (self);
}

#define N_HOURS 24

static char *
dup_time (int minute)
{
  g_autoptr (GDateTime) when = g_date_time_new_utc (2026, 1, 1, minute / 60, minute % 60, 0);

  /* Translators: a time for g_date_time_format(). */
  return g_date_time_format (when, _ ("%H:%M"));
}

static void
fill_hours (CharterComputerGroup *self)
{
  int hours[N_HOURS];

  for (int i = 0; i < N_HOURS; i++)
    hours[i] = i * 60;
  fill_choice (self->remind_at, hours, N_HOURS, charter_settings_get (self->settings, CHARTER_SETTINGS_REMIND_AT),
               dup_time);
}

static void
on_remind_at (CharterComputerGroup *self)
{
  guint hour = adw_combo_row_get_selected (self->remind_at);

  if (!self->filling && hour < N_HOURS)
    set (self, CHARTER_SETTINGS_REMIND_AT, (int)hour * 60);
}

/* --- the size of text --------------------------------------------------------------------------------------------- */

static const int sizes[] = { 85, 100, 115, 130, 150 }; /* per cent */

static char *
dup_size (int percent)
{
  return g_strdup_printf (_ ("%d%%"), percent);
}

static void
on_text_size (CharterComputerGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->text_size);

  if (!self->filling && selected < G_N_ELEMENTS (sizes))
    set (self, CHARTER_SETTINGS_TEXT_SIZE, sizes[selected]);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
fill (CharterComputerGroup *self)
{
  gboolean on = charter_settings_get (self->settings, CHARTER_SETTINGS_REMIND);

  self->filling = TRUE;
  gtk_switch_set_active (self->remind, on);
  gtk_widget_set_visible (GTK_WIDGET (self->remind_at), on);
  fill_hours (self);
  fill_choice (self->text_size, sizes, G_N_ELEMENTS (sizes),
               charter_settings_get (self->settings, CHARTER_SETTINGS_TEXT_SIZE), dup_size);
  self->filling = FALSE;
}

static void
charter_computer_group_dispose (GObject *object)
{
  g_clear_object (&CHARTER_COMPUTER_GROUP (object)->settings);

  G_OBJECT_CLASS (charter_computer_group_parent_class)->dispose (object);
}

static void
charter_computer_group_class_init (CharterComputerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_computer_group_dispose;
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, ADW_TYPE_TOAST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-computer-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterComputerGroup, remind_row);
  gtk_widget_class_bind_template_child (widget_class, CharterComputerGroup, remind);
  gtk_widget_class_bind_template_child (widget_class, CharterComputerGroup, remind_at);
  gtk_widget_class_bind_template_child (widget_class, CharterComputerGroup, text_size);
  gtk_widget_class_bind_template_callback (widget_class, on_remind);
  gtk_widget_class_bind_template_callback (widget_class, on_remind_at);
  gtk_widget_class_bind_template_callback (widget_class, on_text_size);
}

static void
charter_computer_group_init (CharterComputerGroup *self)
{
  self->filling = TRUE; /* until it is shown */
  gtk_widget_init_template (GTK_WIDGET (self));
  charter_row_be_toggle (self->remind_row, GTK_WIDGET (self->remind));
}

void
charter_computer_group_show (CharterComputerGroup *self, CharterApplication *app)
{
  g_set_object (&self->settings, charter_application_get_settings (app));
  fill (self);
}
