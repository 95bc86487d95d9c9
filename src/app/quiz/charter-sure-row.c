/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-sure-row.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-study-say.h"
#include "charter-widget.h"

#define N_TOGGLES CHARTER_CONFIDENCE_SURE

struct _CharterSureRow {
  GtkWidget parent_instance;

  GtkLabel *question; /* and, once it is said, what was said */
  GtkWidget *box;
  GtkToggleButton *toggles[N_TOGGLES]; /* by confidence − 1 */

  /* owned */
  CharterStudy *study;
  CharterSession *session; /* or NULL, while nothing is asked */
  GSimpleActionGroup *actions;

  gboolean open;    /* it can be said of the step */
  gboolean showing; /* the toggles are being set from the session */
};

G_DEFINE_FINAL_TYPE (CharterSureRow, charter_sure_row, GTK_TYPE_WIDGET)

enum { FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- what is said ---- */

static CharterConfidence
get_confidence (CharterSureRow *self)
{
  for (guint i = 0; i < N_TOGGLES; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      return (CharterConfidence)(i + 1);
  return CHARTER_CONFIDENCE_NONE;
}

static void
show_words (CharterSureRow *self)
{
  static const char *const said[] = {
    [CHARTER_CONFIDENCE_NONE] = N_ ("How sure are you?"),
    [CHARTER_CONFIDENCE_GUESS] = N_ ("You guess"),
    [CHARTER_CONFIDENCE_THINK_SO] = N_ ("You think so"),
    [CHARTER_CONFIDENCE_SURE] = N_ ("You are sure"),
  };

  gtk_label_set_label (self->question, _ (said[get_confidence (self)]));
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
  charter_session_set_confidence (self->session, get_confidence (self));
  charter_study_keep_place (self->study, self->session);
}

static void
show_confidence (CharterSureRow *self, CharterConfidence confidence)
{
  self->showing = TRUE;
  for (guint i = 0; i < N_TOGGLES; i++)
    gtk_toggle_button_set_active (self->toggles[i], i + 1 == confidence);
  self->showing = FALSE;
  show_words (self);
}

/* What is pressed already is let go. */
static void
say_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterSureRow *self = data;
  gint32 confidence = g_variant_get_int32 (parameter);
  GtkToggleButton *toggle;

  g_return_if_fail (confidence >= CHARTER_CONFIDENCE_GUESS && confidence <= CHARTER_CONFIDENCE_SURE);

  toggle = self->toggles[confidence - 1];
  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

/* ---- whether it is asked ---- */

static GSimpleAction *
get_action (CharterSureRow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static gboolean
is_asked (CharterSureRow *self)
{
  return g_strcmp0 (charter_study_get_setting (self->study, CHARTER_SETTING_ASK_CONFIDENCE), "yes") == 0;
}

static void
show_asked (CharterSureRow *self)
{
  gboolean asked = is_asked (self);

  g_simple_action_set_state (get_action (self, "ask"), g_variant_new_boolean (asked));
  g_simple_action_set_enabled (get_action (self, "say"), asked && self->open);
  gtk_widget_set_visible (GTK_WIDGET (self), asked && self->open);
}

static void
on_setting_said (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterSureRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) said = charter_study_say_finish (CHARTER_STUDY (study), result, &error);

  if (said == NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* It shows once it is safe. */
static void
ask_action (GSimpleAction *action, GVariant *value, gpointer data)
{
  CharterSureRow *self = data;

  charter_study_set_setting_async (self->study, CHARTER_SETTING_ASK_CONFIDENCE,
                                   g_variant_get_boolean (value) ? "yes" : "no", NULL, on_setting_said,
                                   g_object_ref (self));
}

static const GActionEntry actions[] = {
  { "ask", NULL, NULL, "false", ask_action },
  { "say", say_action, "i", NULL, NULL },
};

GActionGroup *
charter_sure_row_get_actions (CharterSureRow *self)
{
  return G_ACTION_GROUP (self->actions);
}

void
charter_sure_row_set_study (CharterSureRow *self, CharterStudy *study)
{
  g_set_object (&self->study, study);
  g_signal_connect_object (study, "changed", G_CALLBACK (show_asked), self, G_CONNECT_SWAPPED);
  show_asked (self);
}

void
charter_sure_row_show (CharterSureRow *self, CharterSession *session, guint position, gboolean open)
{
  g_set_object (&self->session, session);
  self->open = open;
  gtk_widget_set_sensitive (GTK_WIDGET (self), charter_session_get_stand (session, position) != CHARTER_STAND_LOCKED);
  show_confidence (self, charter_session_get_confidence (session, position));
  show_asked (self);
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
charter_sure_row_finalize (GObject *object)
{
  CharterSureRow *self = CHARTER_SURE_ROW (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_sure_row_parent_class)->finalize (object);
}

static void
charter_sure_row_class_init (CharterSureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_sure_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_sure_row_finalize;
  signals[FAILED] = g_signal_new ("failed", CHARTER_TYPE_SURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
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
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (toggle)));

  /* Three of them fit into a narrow window with large text. */
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_widget_set_tooltip_text (toggle, _ (tips[confidence]));
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
  return GTK_TOGGLE_BUTTON (toggle);
}

static void
charter_sure_row_init (CharterSureRow *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
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
