/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-banner.h"

#include <glib/gi18n.h>

#include "charter-widget.h"

struct _CharterBanner {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkLabel *title;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (CharterBanner, charter_banner, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_TITLE, PROP_BUTTON_LABEL, PROP_REVEALED, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { BUTTON_CLICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

void
charter_banner_set_title (CharterBanner *self, const char *title)
{
  gtk_label_set_label (self->title, title);
}

void
charter_banner_set_button_label (CharterBanner *self, const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  gtk_button_set_label (self->button, label != NULL ? label : "");
}

void
charter_banner_set_revealed (CharterBanner *self, gboolean revealed)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
}

static void
tell (CharterBanner *self, const char *words, const char *button)
{
  charter_banner_set_title (self, words);
  charter_banner_set_button_label (self, button);
  charter_banner_set_revealed (self, TRUE);
  charter_widget_announce (GTK_WIDGET (self), words);
}

void
charter_banner_tell (CharterBanner *self, const char *words)
{
  tell (self, words, _ ("Got It"));
}

void
charter_banner_tell_failure (CharterBanner *self, const GError *error)
{
  tell (self, error->message, _ ("Try Again"));
}

void
charter_banner_tell_note (CharterBanner *self, const char *note)
{
  if (note != NULL)
    tell (self, note, NULL);
}

static void
charter_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CharterBanner *self = CHARTER_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      charter_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      charter_banner_set_button_label (self, g_value_get_string (value));
      break;
    case PROP_REVEALED:
      charter_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_banner_dispose (GObject *object)
{
  CharterBanner *self = CHARTER_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (charter_banner_parent_class)->dispose (object);
}

static void
charter_banner_class_init (CharterBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = charter_banner_set_property;
  object_class->dispose = charter_banner_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[BUTTON_CLICKED]
    = g_signal_new ("button-clicked", CHARTER_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
button_clicked (CharterBanner *self)
{
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

static void
charter_banner_init (CharterBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->revealer = gtk_revealer_new ();
  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", CHARTER_ROLE_STATUS, NULL);
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_add_css_class (box, "banner");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked), self);
}
