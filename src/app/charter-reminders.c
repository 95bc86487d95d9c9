/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-reminders.h"

#include <glib/gi18n.h>

#include "charter-autostart.h"
#include "charter-findings.h"
#include "charter-plan.h"
#include "charter-reminder.h"
#include "charter-study-progress.h"
#include "charter-study-say.h"

#define ID "due"
#define FIRST_WAIT 10                             /* seconds: at login the desktop itself is still coming up */
#define TRY_AGAIN_AFTER (15 * G_TIME_SPAN_MINUTE) /* where the history could not be read */

struct _CharterReminders {
  GObject parent_instance;

  CharterApplication *app;   /* borrowed */
  CharterSettings *settings; /* the application's */
  gboolean holds;            /* the application */
  guint timer;
  gboolean looking;
  gboolean shown;
  int done_with;    /* as CHARTER_SETTINGS_REMINDED, also where that could not be saved; 0 for none yet */
  gint64 try_again; /* not before, on the monotonic clock */
};

G_DEFINE_FINAL_TYPE (CharterReminders, charter_reminders, G_TYPE_OBJECT)

/* ---- which day was done with ---- */

static int
get_last (CharterReminders *self)
{
  return self->done_with != 0 ? self->done_with : charter_settings_get (self->settings, CHARTER_SETTINGS_REMINDED);
}

static void
be_done_with_today (CharterReminders *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  self->done_with = charter_reminder_get_day (now);
  if (!charter_settings_set (self->settings, CHARTER_SETTINGS_REMINDED, self->done_with, &error))
    g_message ("%s", error->message);
}

/* ---- the notification ---- */

/* Somebody who is there sees what is due. */
static gboolean
is_in_use (CharterReminders *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self->app)); at != NULL; at = at->next)
    if (gtk_window_is_active (at->data))
      return TRUE;
  return FALSE;
}

static void
send (CharterReminders *self, const CharterReminder *reminder)
{
  g_autofree char *title = charter_reminder_dup_title (reminder);
  g_autofree char *body = charter_reminder_dup_body (reminder);
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (CHARTER_APP_ID);

  g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  g_notification_set_default_action (notification, "app.today");
  if (reminder->n_due > 0)
    g_notification_add_button (notification, _ ("Review"), "app.review");
  else
    g_notification_add_button (notification, _ ("Start"), "app.today");
  g_notification_add_button (notification, _ ("Not Today"), "app.not-today");
  g_application_send_notification (G_APPLICATION (self->app), ID, notification);
  self->shown = TRUE;
}

void
charter_reminders_withdraw (CharterReminders *self)
{
  if (self->shown)
    g_application_withdraw_notification (G_APPLICATION (self->app), ID);
  self->shown = FALSE;
}

void
charter_reminders_leave_today (CharterReminders *self)
{
  be_done_with_today (self);
  charter_reminders_withdraw (self);
}

/* ---- what is due ---- */

static CharterReminder
make_reminder (CharterStudy *study, const CharterFindings *findings)
{
  CharterReminder reminder = { .n_due = findings->n_due,
                               .n_fading = findings->n_fading,
                               .n_seen = findings->n_seen,
                               .n_items = findings->n_items,
                               .pace = charter_proposals_get_pace (charter_study_get_tallies (study)) };
  gint64 beginning = charter_study_get_beginning (study, charter_study_get_today (study));
  guint n_right;

  charter_study_count_answers (study, beginning, &reminder.n_answered, &n_right);
  if (!charter_plan_get_exam (study, &reminder.days))
    reminder.days = -1;
  return reminder;
}

static void
end_look (CharterReminders *self)
{
  self->looking = FALSE;
  charter_application_rest (self->app);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterReminders) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterFindings) findings = charter_findings_load_finish (result, &error);

  if (findings != NULL)
    {
      CharterReminder reminder = make_reminder (CHARTER_STUDY (source), findings);

      be_done_with_today (self);
      if (self->holds && charter_reminder_has_reason (&reminder) && !is_in_use (self))
        send (self, &reminder);
    }
  end_look (self);
}

static void
look (CharterReminders *self)
{
  CharterLibrary *library = charter_application_get_library (self->app);
  g_autoptr (GPtrArray) packs = NULL;

  if (!self->looking || !charter_application_is_ready (self->app))
    return;
  if (!charter_application_is_history_kept (self->app))
    {
      end_look (self);
      return;
    }
  packs = charter_library_list_packs (library);
  for (guint i = packs->len; i > 0; i--)
    if (charter_library_is_guest (library, packs->pdata[i - 1]))
      g_ptr_array_remove_index (packs, i - 1);
  charter_findings_load_async (charter_application_get_study (self->app), packs, NULL, on_found, g_object_ref (self));
}

static void
begin_look (CharterReminders *self)
{
  self->looking = TRUE;
  self->try_again = g_get_monotonic_time () + TRY_AGAIN_AFTER;
  charter_application_wake (self->app);
  look (self); /* or when it is ready */
}

/* ---- the clock ---- */

static gboolean
is_time (CharterReminders *self, GDateTime *now)
{
  return !self->looking && g_get_monotonic_time () >= self->try_again
         && charter_reminder_is_time (now, charter_settings_get (self->settings, CHARTER_SETTINGS_REMIND_AT),
                                      get_last (self));
}

static gboolean
on_timer (gpointer data)
{
  CharterReminders *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (is_time (self, now))
    {
      if (is_in_use (self))
        be_done_with_today (self);
      else
        begin_look (self);
    }
  self->timer = g_timeout_add_seconds (
    charter_reminder_get_wait (now, charter_settings_get (self->settings, CHARTER_SETTINGS_REMIND_AT), get_last (self)),
    on_timer, self);
  return G_SOURCE_REMOVE;
}

static void
update (CharterReminders *self)
{
  gboolean on = charter_settings_get (self->settings, CHARTER_SETTINGS_REMIND);

  if (on == self->holds)
    return;
  self->holds = on;
  if (on)
    {
      g_application_hold (G_APPLICATION (self->app));
      self->timer = g_timeout_add_seconds (FIRST_WAIT, on_timer, self);
      return;
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  charter_reminders_withdraw (self);
  g_application_release (G_APPLICATION (self->app));
}

gboolean
charter_reminders_switch (CharterSettings *settings, gboolean on, GError **error)
{
  if (!charter_autostart_set (on, error))
    return FALSE;
  if (charter_settings_set (settings, CHARTER_SETTINGS_REMIND, on, error))
    return TRUE;
  charter_autostart_set (!on, NULL);
  return FALSE;
}

/* ---- the object ---- */

static void
charter_reminders_dispose (GObject *object)
{
  CharterReminders *self = CHARTER_REMINDERS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (charter_reminders_parent_class)->dispose (object);
}

static void
charter_reminders_class_init (CharterRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_reminders_dispose;
}

static void
charter_reminders_init (CharterReminders *self)
{
}

CharterReminders *
charter_reminders_new (CharterApplication *app)
{
  CharterReminders *self = g_object_new (CHARTER_TYPE_REMINDERS, NULL);

  self->app = app;
  self->settings = g_object_ref (charter_application_get_settings (app));
  g_signal_connect_object (app, "ready", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
