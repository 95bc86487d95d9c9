/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-card-list.h"

struct _CharterCardList {
  AdwBin parent_instance;

  GtkWidget *box; /* a child */
};

G_DEFINE_FINAL_TYPE (CharterCardList, charter_card_list, ADW_TYPE_BIN)

static gboolean
has_focus (CharterCardList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->box);
}

/* What had the focus last is known even while it is elsewhere. */
static gboolean
charter_card_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CharterCardList *self = CHARTER_CARD_LIST (widget);
  GtkWidget *card = gtk_widget_get_focus_child (self->box);
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && card != NULL && has_focus (self))
    return gtk_widget_child_focus (card, direction);
  if (tab && card != NULL)
    return gtk_widget_grab_focus (card);
  return GTK_WIDGET_CLASS (charter_card_list_parent_class)->focus (widget, direction);
}

static void
charter_card_list_class_init (CharterCardListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = charter_card_list_focus;
}

static void
charter_card_list_init (CharterCardList *self)
{
  self->box
    = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "activate-on-single-click", FALSE, NULL);
  gtk_widget_add_css_class (self->box, "cards");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
charter_card_list_new (const char *name)
{
  CharterCardList *self = g_object_new (CHARTER_TYPE_CARD_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

GtkListBox *
charter_card_list_get_box (CharterCardList *self)
{
  g_return_val_if_fail (CHARTER_IS_CARD_LIST (self), NULL);

  return GTK_LIST_BOX (self->box);
}
