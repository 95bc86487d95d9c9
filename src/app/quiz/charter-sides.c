/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-sides.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"

#define SITUATION_WIDTH 380 /* px */

struct _CharterSides {
  AdwBin parent_instance;

  /* template widgets */
  GtkWidget *toggles;
  GtkToggleButton *situation_toggle;
  GtkToggleButton *question_toggle;
  GtkWidget *situation_side;
  GtkLabel *situation_title;
  AdwBin *situation;
  GtkWidget *situation_line;
  AdwBin *question_side;

  CharterSession *session;   /* owned */
  const CharterGroup *group; /* the pack's, whose situation is shown; NULL where there is none */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (CharterSides, charter_sides, ADW_TYPE_BIN)

enum { PROP_0, PROP_QUESTION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
show_sides (CharterSides *self)
{
  gboolean both = !self->narrow;
  gboolean has_situation = self->group != NULL;
  gboolean situation = gtk_toggle_button_get_active (self->situation_toggle);

  gtk_widget_set_visible (self->toggles, self->narrow && has_situation);
  gtk_widget_set_visible (self->situation_side, has_situation && (both || situation));
  gtk_widget_set_visible (self->situation_line, has_situation && both);
  gtk_widget_set_visible (GTK_WIDGET (self->question_side), both || !situation || !has_situation);
}

static void
fill_situation (CharterSides *self, const CharterLook *look)
{
  gboolean several = charter_look_is_of_several (look);

  gtk_label_set_label (self->situation_title, several ? self->group->title.plain : _ ("Situation"));
  adw_bin_set_child (self->situation, charter_blocks_view_new (charter_look_get_pack (look), self->group->situation));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->situation_side)), 0);
}

void
charter_sides_show (CharterSides *self, const CharterLook *look)
{
  const CharterGroup *before = self->group;
  const CharterGroup *group = charter_look_get_group (look);
  gboolean other = g_set_object (&self->session, look->session);

  self->group = group != NULL && group->situation.n_blocks > 0 ? group : NULL;
  if (self->group == NULL)
    adw_bin_set_child (self->situation, NULL);
  else if (other || self->group != before)
    fill_situation (self, look);
  gtk_toggle_button_set_active (self->question_toggle, TRUE);
  show_sides (self);
}

GtkWidget *
charter_sides_get_situation (CharterSides *self)
{
  return GTK_WIDGET (self->situation);
}

void
charter_sides_set_narrow (CharterSides *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_hexpand (self->situation_side, narrow);
  gtk_widget_set_size_request (self->situation_side, narrow ? -1 : SITUATION_WIDTH, -1);
  show_sides (self);
}

static void
charter_sides_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_QUESTION)
    adw_bin_set_child (CHARTER_SIDES (object)->question_side, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
charter_sides_finalize (GObject *object)
{
  g_clear_object (&CHARTER_SIDES (object)->session);
  G_OBJECT_CLASS (charter_sides_parent_class)->finalize (object);
}

static void
charter_sides_class_init (CharterSidesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = charter_sides_set_property;
  object_class->finalize = charter_sides_finalize;
  properties[PROP_QUESTION]
    = g_param_spec_object ("question", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/quiz/charter-sides.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterSides, toggles);
  gtk_widget_class_bind_template_child (widget_class, CharterSides, situation_toggle);
  gtk_widget_class_bind_template_child (widget_class, CharterSides, question_toggle);
  gtk_widget_class_bind_template_child (widget_class, CharterSides, situation_side);
  gtk_widget_class_bind_template_child (widget_class, CharterSides, situation_title);
  gtk_widget_class_bind_template_child (widget_class, CharterSides, situation);
  gtk_widget_class_bind_template_child (widget_class, CharterSides, situation_line);
  gtk_widget_class_bind_template_child (widget_class, CharterSides, question_side);
  gtk_widget_class_bind_template_callback (widget_class, show_sides);
}

static void
charter_sides_init (CharterSides *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
