/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-line.h"

#include <glib/gi18n.h>

#include "charter-exam-show.h"
#include "charter-pace.h"
#include "charter-sitting-words.h"

#define LOOK_EVERY 5 /* seconds */

struct _CharterExamLine {
  AdwBin parent_instance;

  GtkLabel *label;
  CharterSession *session; /* owned */
  guint timer;
};

G_DEFINE_FINAL_TYPE (CharterExamLine, charter_exam_line, ADW_TYPE_BIN)

/* ---- words ---- */

static char *
dup_pace (CharterSession *session)
{
  gint64 lead = charter_pace_get_lead (session);
  guint minutes = (guint)(ABS (lead) / G_TIME_SPAN_MINUTE);

  if (minutes == 0)
    return g_strdup (_ ("you are on time"));
  if (lead > 0)
    return g_strdup_printf (ngettext ("you are %'u minute ahead", "you are %'u minutes ahead", minutes), minutes);
  return g_strdup_printf (ngettext ("you are %'u minute behind", "you are %'u minutes behind", minutes), minutes);
}

static gboolean
has_pace (CharterSession *session)
{
  return charter_session_get_limit (session) > 0 && !charter_session_is_in_break (session)
         && charter_exam_show_get (CHARTER_SETTINGS_SHOW_PACE);
}

static char *
dup_words (CharterSession *session)
{
  g_autofree char *section = charter_sitting_words_dup_section (session);
  g_autofree char *pace = has_pace (session) ? dup_pace (session) : NULL;

  if (section == NULL || pace == NULL)
    return section != NULL ? g_steal_pointer (&section) : g_steal_pointer (&pace);
  return g_strdup_printf ("%s · %s", section, pace);
}

static void
show (CharterExamLine *self)
{
  g_autofree char *words = dup_words (self->session);

  gtk_label_set_label (self->label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
}

/* ---- the object ---- */

static gboolean
on_time (gpointer data)
{
  show (data);
  return G_SOURCE_CONTINUE;
}

static void
charter_exam_line_root (GtkWidget *widget)
{
  CharterExamLine *self = CHARTER_EXAM_LINE (widget);

  GTK_WIDGET_CLASS (charter_exam_line_parent_class)->root (widget);
  show (self);
  self->timer = g_timeout_add_seconds (LOOK_EVERY, on_time, self);
}

static void
charter_exam_line_unroot (GtkWidget *widget)
{
  g_clear_handle_id (&CHARTER_EXAM_LINE (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (charter_exam_line_parent_class)->unroot (widget);
}

static void
charter_exam_line_finalize (GObject *object)
{
  g_clear_object (&CHARTER_EXAM_LINE (object)->session);
  G_OBJECT_CLASS (charter_exam_line_parent_class)->finalize (object);
}

static void
charter_exam_line_class_init (CharterExamLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_exam_line_finalize;
  widget_class->root = charter_exam_line_root;
  widget_class->unroot = charter_exam_line_unroot;
  gtk_widget_class_set_css_name (widget_class, "examline");
}

static void
charter_exam_line_init (CharterExamLine *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "explanation");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

GtkWidget *
charter_exam_line_new (CharterSession *session)
{
  CharterExamLine *self = g_object_new (CHARTER_TYPE_EXAM_LINE, NULL);
  CharterSettings *settings = charter_exam_show_get_settings ();

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
