/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-sure-row.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-widget.h"

#define N_TOGGLES CHARTER_CONFIDENCE_SURE

struct _CharterSureRow {
  GtkWidget parent_instance;

  GtkLabel *question; /* and, once it is said, what was said */
  GtkWidget *box;
  GtkToggleButton *toggles[N_TOGGLES]; /* by confidence − 1 */

  gboolean showing; /* the toggles are being set from outside */
};

G_DEFINE_FINAL_TYPE (CharterSureRow, charter_sure_row, GTK_TYPE_WIDGET)

enum { SAID, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_words (CharterSureRow *self)
{
  static const char *const said[] = {
    [CHARTER_CONFIDENCE_NONE] = N_ ("How sure are you?"),
    [CHARTER_CONFIDENCE_GUESS] = N_ ("You guess"),
    [CHARTER_CONFIDENCE_THINK_SO] = N_ ("You think so"),
    [CHARTER_CONFIDENCE_SURE] = N_ ("You are sure"),
  };

  gtk_label_set_label (self->question, _ (said[charter_sure_row_get_confidence (self)]));
}

/* At most one of them is pressed. */
static void
on_toggled (CharterSureRow *self, GtkToggleButton *pressed)
{
  if (self->showing)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < N_TOGGLES; i++)
    if (self->toggles[i] != pressed)
      gtk_toggle_button_set_active (self->toggles[i], FALSE);
  self->showing = FALSE;
  show_words (self);
  charter_widget_announce (GTK_WIDGET (self), gtk_label_get_label (self->question));
  g_signal_emit (self, signals[SAID], 0);
}

void
charter_sure_row_set_confidence (CharterSureRow *self, CharterConfidence confidence)
{
  self->showing = TRUE;
  for (guint i = 0; i < N_TOGGLES; i++)
    gtk_toggle_button_set_active (self->toggles[i], i + 1 == confidence);
  self->showing = FALSE;
  show_words (self);
}

CharterConfidence
charter_sure_row_get_confidence (CharterSureRow *self)
{
  for (guint i = 0; i < N_TOGGLES; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      return (CharterConfidence)(i + 1);
  return CHARTER_CONFIDENCE_NONE;
}

void
charter_sure_row_press (CharterSureRow *self, CharterConfidence confidence)
{
  GtkToggleButton *toggle;

  g_return_if_fail (confidence >= CHARTER_CONFIDENCE_GUESS && confidence <= CHARTER_CONFIDENCE_SURE);

  toggle = self->toggles[confidence - 1];
  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

void
charter_sure_row_set_narrow (CharterSureRow *self, gboolean narrow)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_layout_set_spacing (layout, narrow ? 6 : 12);
}

static void
charter_sure_row_dispose (GObject *object)
{
  charter_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (charter_sure_row_parent_class)->dispose (object);
}

static void
charter_sure_row_class_init (CharterSureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_sure_row_dispose;
  signals[SAID]
    = g_signal_new ("said", CHARTER_TYPE_SURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "sure");
}

static GtkToggleButton *
create_toggle (CharterSureRow *self, CharterConfidence confidence)
{
  static const char *const tips[] = {
    [CHARTER_CONFIDENCE_GUESS] = N_ ("You would not bet on it (Ctrl+1)"),
    [CHARTER_CONFIDENCE_THINK_SO] = N_ ("Rather this than the others (Ctrl+2)"),
    [CHARTER_CONFIDENCE_SURE] = N_ ("You know it (Ctrl+3)"),
  };
  GtkWidget *toggle = gtk_toggle_button_new_with_label (charter_item_words_get_confidence (confidence));

  gtk_widget_set_tooltip_text (toggle, _ (tips[confidence]));
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
  return GTK_TOGGLE_BUTTON (toggle);
}

static void
charter_sure_row_init (CharterSureRow *self)
{
  self->question = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, "accessible-role",
                                 CHARTER_ROLE_STATUS, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_add_css_class (self->box, "linked");
  for (guint i = 0; i < N_TOGGLES; i++)
    {
      self->toggles[i] = create_toggle (self, (CharterConfidence)(i + 1));
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->toggles[i]));
    }
  gtk_widget_set_parent (GTK_WIDGET (self->question), GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How sure are you?"), -1);
  charter_sure_row_set_narrow (self, FALSE);
  show_words (self);
}
