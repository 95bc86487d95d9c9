/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-unshown-view.h"

#include <glib/gi18n.h>

struct _CharterUnshownView {
  CharterItemView parent_instance;
};

G_DEFINE_FINAL_TYPE (CharterUnshownView, charter_unshown_view, CHARTER_TYPE_ITEM_VIEW)

static void
charter_unshown_view_build (CharterItemView *view)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "label",
                                   _ ("This kind of question can’t be shown yet. Skip it; it does not count."), NULL);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_box_append (GTK_BOX (card), label);
  charter_item_view_append (view, card);
}

static void
charter_unshown_view_update (CharterItemView *view)
{
}

static void
charter_unshown_view_class_init (CharterUnshownViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  view_class->build = charter_unshown_view_build;
  view_class->update = charter_unshown_view_update;
}

static void
charter_unshown_view_init (CharterUnshownView *self)
{
}
