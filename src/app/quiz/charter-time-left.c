/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-time-left.h"

#include <glib/gi18n.h>

#include "charter-exam-show.h"
#include "charter-sitting-words.h"
#include "charter-widget.h"
#include "charter-window.h"

#define KEEP_EVERY 5 /* seconds */

/* Minutes, where no profile says when to warn. */
static const guint warnings[] = { 10, 1 };

struct _CharterTimeLeft {
  AdwBin parent_instance;

  GtkLabel *label;

  /* owned */
  CharterSitting *sitting;

  guint timer;
  guint n_ticks;
  gint64 before; /* what was left at the last look, microseconds */
};

G_DEFINE_FINAL_TYPE (CharterTimeLeft, charter_time_left, ADW_TYPE_BIN)

/* ---- words ---- */

static void
write_left (CharterTimeLeft *self, gint64 left)
{
  g_autofree char *figures = charter_sitting_words_dup_time (left);
  g_autofree char *spoken = charter_sitting_words_dup_minutes_left (left);

  gtk_label_set_label (self->label, figures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), spoken);
  charter_widget_set_class (GTK_WIDGET (self), "short", left <= G_TIME_SPAN_MINUTE);
}

static void
show (CharterTimeLeft *self, gint64 left)
{
  gboolean limited = left < G_MAXINT64;

  if (limited)
    write_left (self, left);
  gtk_widget_set_visible (GTK_WIDGET (self), limited && charter_exam_show_get (CHARTER_SETTINGS_SHOW_TIME));
}

/* The page gives way to the score. */
static void
tell_end (CharterTimeLeft *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL)
    charter_window_toast (window, _ ("The time is up. What was answered is scored."));
}

/* ---- time ---- */

static void
warn_at (CharterTimeLeft *self, guint minutes, gint64 left)
{
  gint64 mark = minutes * G_TIME_SPAN_MINUTE;

  if (self->before > mark && left <= mark && left > 0)
    charter_sitting_warn (self->sitting, minutes);
}

/* Returns: whether the exam says itself when to */
static gboolean
warn_as_told (CharterTimeLeft *self, const CharterExam *exam, gint64 left)
{
  gboolean told = FALSE;

  for (guint i = 0; i < exam->n_stages; i++)
    if (exam->stages[i].kind == CHARTER_STAGE_WARN)
      {
        warn_at (self, exam->stages[i].minutes, left);
        told = TRUE;
      }
  return told;
}

static void
warn (CharterTimeLeft *self, gint64 left)
{
  CharterSession *session = charter_lead_get_session (CHARTER_LEAD (self->sitting));
  const CharterExam *exam = charter_path_get_exam (charter_session_get_path (session));

  if (exam != NULL && warn_as_told (self, exam, left))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    warn_at (self, warnings[i], left);
}

static gboolean
tick (gpointer data)
{
  g_autoptr (CharterTimeLeft) self = g_object_ref (data);
  gint64 left = charter_sitting_get_time_left (self->sitting);

  show (self, left);
  warn (self, left);
  self->before = left;
  if (left == 0)
    {
      self->timer = 0;
      tell_end (self);
      charter_sitting_hand_in (self->sitting);
      return G_SOURCE_REMOVE;
    }
  if (++self->n_ticks % KEEP_EVERY == 0)
    charter_sitting_keep_time (self->sitting);
  return G_SOURCE_CONTINUE;
}

static void
run (CharterTimeLeft *self)
{
  self->before = charter_sitting_get_time_left (self->sitting);
  show (self, self->before);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (1, tick, self);
}

static void
on_settings (CharterTimeLeft *self)
{
  show (self, charter_sitting_get_time_left (self->sitting));
}

/* ---- the object ---- */

static void
charter_time_left_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (charter_time_left_parent_class)->root (widget);
  run (CHARTER_TIME_LEFT (widget));
}

static void
charter_time_left_unroot (GtkWidget *widget)
{
  g_clear_handle_id (&CHARTER_TIME_LEFT (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (charter_time_left_parent_class)->unroot (widget);
}

static void
charter_time_left_dispose (GObject *object)
{
  CharterTimeLeft *self = CHARTER_TIME_LEFT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->sitting);
  G_OBJECT_CLASS (charter_time_left_parent_class)->dispose (object);
}

static void
charter_time_left_class_init (CharterTimeLeftClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_time_left_dispose;
  widget_class->root = charter_time_left_root;
  widget_class->unroot = charter_time_left_unroot;
  gtk_widget_class_set_css_name (widget_class, "timeleft");
}

static void
charter_time_left_init (CharterTimeLeft *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

GtkWidget *
charter_time_left_new (CharterSitting *sitting)
{
  CharterTimeLeft *self = g_object_new (CHARTER_TYPE_TIME_LEFT, NULL);
  CharterSettings *settings = charter_exam_show_get_settings ();

  self->sitting = g_object_ref (sitting);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed", G_CALLBACK (on_settings), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
