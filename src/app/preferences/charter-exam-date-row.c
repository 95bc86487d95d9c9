/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-date-row.h"

#include <glib/gi18n.h>

#include "charter-exam-date.h"

struct _CharterExamDateRow {
  AdwActionRow parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkLabel *chosen;
  GtkWidget *clear;

  CharterSettingSaver *saver;
  int today;
};

G_DEFINE_FINAL_TYPE (CharterExamDateRow, charter_exam_date_row, ADW_TYPE_ACTION_ROW)

static void
show (CharterExamDateRow *self)
{
  g_autofree char *day = NULL, *distance = NULL;
  GDate date;

  if (charter_exam_date_read (charter_setting_saver_get (self->saver, CHARTER_SETTING_EXAM_DATE), &date))
    {
      day = charter_exam_date_dup_day (&date);
      distance = charter_exam_date_dup_distance (charter_exam_date_count_days (&date, self->today));
    }
  gtk_menu_button_set_label (self->button, day != NULL ? day : _ ("Choose…"));
  gtk_widget_set_visible (self->clear, day != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), distance != NULL ? distance : _ ("Not set"));
}

/* In words, for whoever does not see the calendar. */
static void
show_chosen (CharterExamDateRow *self)
{
  g_autoptr (GDateTime) when = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = NULL, *distance = NULL, *words = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)g_date_time_get_day_of_month (when), (GDateMonth)g_date_time_get_month (when),
                  (GDateYear)g_date_time_get_year (when));
  day = charter_exam_date_dup_day (&date);
  distance = charter_exam_date_dup_distance (charter_exam_date_count_days (&date, self->today));
  words = g_strjoin (" · ", day, distance, NULL);
  gtk_label_set_label (self->chosen, words);
}

static void
set_date (CharterExamDateRow *self)
{
  g_autoptr (GDateTime) when = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (when, "%Y-%m-%d");

  gtk_popover_popdown (self->popover);
  charter_setting_saver_set (self->saver, CHARTER_SETTING_EXAM_DATE, text);
  charter_setting_saver_flush (self->saver);
  show (self);
}

/* At the day that is set, or today. */
static void
open_calendar (GtkMenuButton *button, gpointer data)
{
  CharterExamDateRow *self = data;
  g_autoptr (GDateTime) when = NULL;
  GDate date;

  if (charter_exam_date_read (charter_setting_saver_get (self->saver, CHARTER_SETTING_EXAM_DATE), &date))
    when = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  else
    when = g_date_time_new_now_local ();
  gtk_calendar_select_day (self->calendar, when);
  show_chosen (self);
}

static void
take_focus (CharterExamDateRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

/* GTK’s calendar has a frame that the arrows move, which begins at a corner; here they move the day itself. */
static gboolean
on_key (CharterExamDateRow *self, guint key, guint code, GdkModifierType modifiers)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const struct {
    guint key;
    int days, months;
  } steps[] = {
    { GDK_KEY_Left, mirrored ? 1 : -1, 0 }, { GDK_KEY_Right, mirrored ? -1 : 1, 0 }, { GDK_KEY_Up, -7, 0 },
    { GDK_KEY_Down, 7, 0 },                 { GDK_KEY_Page_Up, 0, -1 },              { GDK_KEY_Page_Down, 0, 1 },
  };

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      set_date (self);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == key && modifiers == 0)
      {
        g_autoptr (GDateTime) now = gtk_calendar_get_date (self->calendar);
        g_autoptr (GDateTime) month = g_date_time_add_months (now, steps[i].months);
        g_autoptr (GDateTime) then = g_date_time_add_days (month, steps[i].days);

        gtk_calendar_select_day (self->calendar, then);
        show_chosen (self);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
clear_date (CharterExamDateRow *self)
{
  gtk_popover_popdown (self->popover);
  charter_setting_saver_set (self->saver, CHARTER_SETTING_EXAM_DATE, "");
  charter_setting_saver_flush (self->saver);
  show (self);
}

static void
charter_exam_date_row_dispose (GObject *object)
{
  CharterExamDateRow *self = CHARTER_EXAM_DATE_ROW (object);

  g_clear_object (&self->saver);

  G_OBJECT_CLASS (charter_exam_date_row_parent_class)->dispose (object);
}

static void
charter_exam_date_row_class_init (CharterExamDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_exam_date_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/charterstudy/Charter/preferences/charter-exam-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterExamDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, CharterExamDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, CharterExamDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, CharterExamDateRow, clear);
  gtk_widget_class_bind_template_child (widget_class, CharterExamDateRow, chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
  gtk_widget_class_bind_template_callback (widget_class, take_focus);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, set_date);
  gtk_widget_class_bind_template_callback (widget_class, clear_date);
}

static void
charter_exam_date_row_init (CharterExamDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, open_calendar, self, NULL);
}

void
charter_exam_date_row_show (CharterExamDateRow *self, CharterSettingSaver *saver, int today)
{
  g_set_object (&self->saver, saver);
  self->today = today;
  show (self);
}
