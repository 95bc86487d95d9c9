/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-verdict.h"

#include "charter-item-words.h"
#include "charter-report-words.h"
#include "charter-widget.h"

struct _CharterVerdict {
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *heading;
  GtkWidget *caption;
};

G_DEFINE_FINAL_TYPE (CharterVerdict, charter_verdict, GTK_TYPE_WIDGET)

static void
charter_verdict_dispose (GObject *object)
{
  charter_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (charter_verdict_parent_class)->dispose (object);
}

static void
charter_verdict_class_init (CharterVerdictClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_verdict_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  /* Not a status: newer GTK lets that have no name. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "verdict");
}

static GtkWidget *
create_label (const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, class);
  return label;
}

static void
charter_verdict_init (CharterVerdict *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_CENTER, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->heading = create_label ("heading");
  self->caption = create_label ("caption");
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), self->heading);
  gtk_box_append (GTK_BOX (column), self->caption);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (column, GTK_WIDGET (self));
}

static void
set_look (CharterVerdict *self, const char *class, const char *icon)
{
  static const char *const classes[] = { "right", "partly", "wrong" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
}

void
charter_verdict_show (CharterVerdict *self,
                      const CharterStep *step,
                      CharterResponse *response,
                      const CharterScore *score)
{
  g_autofree char *caption = charter_item_words_dup_caption (step, response, score);
  const char *heading = charter_report_words_get_verdict (score);
  g_autofree char *words = g_strdup_printf ("%s. %s", heading, caption);

  if (score->correct)
    set_look (self, "right", "object-select-symbolic");
  else if (score->points > 0)
    set_look (self, "partly", "partly-circle-symbolic");
  else
    set_look (self, "wrong", "window-close-symbolic");

  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  gtk_widget_set_visible (self->caption, *caption != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
