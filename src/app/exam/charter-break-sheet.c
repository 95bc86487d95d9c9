/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-break-sheet.h"

#include <glib/gi18n.h>

#include "charter-sitting-words.h"
#include "charter-widget.h"

struct _CharterBreakSheet {
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *left;
  GtkLabel *clock;
  GtkLabel *next;

  CharterSession *session; /* owned */
  guint timer;
  gboolean over; /* and told */
};

G_DEFINE_FINAL_TYPE (CharterBreakSheet, charter_break_sheet, ADW_TYPE_BIN)

/* ---- words ---- */

static guint
count_next (CharterSession *session)
{
  guint n = 0;

  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    n += charter_path_get_step (charter_session_get_path (session), i)->section
         == charter_session_get_section (session);
  return n;
}

static void
show_next (CharterBreakSheet *self)
{
  guint n = count_next (self->session);
  g_autofree char *section = charter_sitting_words_dup_section (self->session);
  g_autofree char *questions = g_strdup_printf (ngettext ("%'u question", "%'u questions", n), n);
  /* Translators: “Section 2 of 3: Process”, and “60 questions”. */
  g_autofree char *words = g_strdup_printf (_ ("Next: %s, %s"), section != NULL ? section : "", questions);

  gtk_label_set_label (self->next, words);
}

static void
show_clock (CharterBreakSheet *self)
{
  gtk_label_set_label (self->clock, self->over ? _ ("The break is over, and the clock of the exam runs again.")
                                               : _ ("The clock of the exam stands still."));
}

static void
show (CharterBreakSheet *self)
{
  gint64 left = charter_session_get_break_left (self->session);
  g_autofree char *figures = charter_sitting_words_dup_time (left);
  g_autofree char *spoken = charter_sitting_words_dup_minutes_left (left);
  gboolean ends = left == 0 && !self->over;

  self->over = left == 0;
  gtk_label_set_label (self->left, figures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->left), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  charter_widget_set_class (GTK_WIDGET (self->left), "short", self->over);
  show_clock (self);
  if (ends)
    charter_widget_announce (GTK_WIDGET (self->clock), gtk_label_get_label (self->clock));
}

/* ---- the object ---- */

static gboolean
on_time (gpointer data)
{
  show (data);
  return G_SOURCE_CONTINUE;
}

static void
charter_break_sheet_root (GtkWidget *widget)
{
  CharterBreakSheet *self = CHARTER_BREAK_SHEET (widget);

  GTK_WIDGET_CLASS (charter_break_sheet_parent_class)->root (widget);
  show (self);
  self->timer = g_timeout_add_seconds (1, on_time, self);
}

static void
charter_break_sheet_unroot (GtkWidget *widget)
{
  g_clear_handle_id (&CHARTER_BREAK_SHEET (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (charter_break_sheet_parent_class)->unroot (widget);
}

static void
charter_break_sheet_finalize (GObject *object)
{
  g_clear_object (&CHARTER_BREAK_SHEET (object)->session);
  G_OBJECT_CLASS (charter_break_sheet_parent_class)->finalize (object);
}

static void
charter_break_sheet_class_init (CharterBreakSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_break_sheet_finalize;
  widget_class->root = charter_break_sheet_root;
  widget_class->unroot = charter_break_sheet_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/exam/charter-break-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterBreakSheet, left);
  gtk_widget_class_bind_template_child (widget_class, CharterBreakSheet, clock);
  gtk_widget_class_bind_template_child (widget_class, CharterBreakSheet, next);
}

static void
charter_break_sheet_init (CharterBreakSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->clock, "accessible-role", CHARTER_ROLE_STATUS, NULL);
}

GtkWidget *
charter_break_sheet_new (CharterSession *session)
{
  CharterBreakSheet *self = g_object_new (CHARTER_TYPE_BREAK_SHEET, NULL);

  self->session = g_object_ref (session);
  show_next (self);
  show (self);
  return GTK_WIDGET (self);
}
