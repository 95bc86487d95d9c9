/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-category-box.h"

#include <glib/gi18n.h>

#include "charter-widget.h"

struct _CharterCategoryBox {
  GtkWidget parent_instance;

  /* widgets */
  GtkWidget *name;
  GtkWidget *empty;
  GtkWidget *list;

  /* owned by the pack */
  const CharterSlot *slot;
};

G_DEFINE_FINAL_TYPE (CharterCategoryBox, charter_category_box, GTK_TYPE_WIDGET)

enum { CLICKED, DROPPED, CARD_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
charter_category_box_dispose (GObject *object)
{
  charter_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (charter_category_box_parent_class)->dispose (object);
}

static void
charter_category_box_class_init (CharterCategoryBoxClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_category_box_dispose;
  signals[CLICKED] = g_signal_new ("clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED]
    = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CARD_ACTIVATED] = g_signal_new ("card-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          1, CHARTER_TYPE_PART_ROW);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "category");
}

static void
on_clicked (CharterCategoryBox *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
on_row_activated (CharterCategoryBox *self, CharterPartRow *row)
{
  g_signal_emit (self, signals[CARD_ACTIVATED], 0, row);
}

static gboolean
on_drop (CharterCategoryBox *self, const GValue *value)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_string (value));
  return TRUE;
}

static void
charter_category_box_init (CharterCategoryBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
create_words (const CharterSlot *slot)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_label_set_label (GTK_LABEL (label), slot != NULL ? slot->text.plain : _ ("Cards to sort"));
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* The number on the name is the key that puts a card there. */
static GtkWidget *
create_name (CharterCategoryBox *self, guint number)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *name = g_strdup_printf ("%u. %s", number, self->slot->text.plain);
  GtkWidget *badge = gtk_label_new (digits);

  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), create_words (self->slot));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  charter_widget_set_spoken_name (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static void
show_whether_empty (CharterCategoryBox *self)
{
  gboolean empty = gtk_widget_get_first_child (self->list) == NULL;

  gtk_widget_set_visible (self->list, !empty);
  gtk_widget_set_visible (self->empty, empty);
}

CharterCategoryBox *
charter_category_box_new (const CharterSlot *slot, guint number)
{
  CharterCategoryBox *self = g_object_new (CHARTER_TYPE_CATEGORY_BOX, NULL);

  self->slot = slot;
  self->name = slot != NULL ? create_name (self, number) : create_words (NULL);
  self->empty = gtk_label_new (slot != NULL ? _ ("No cards") : _ ("All cards are sorted"));
  gtk_widget_add_css_class (self->empty, "empty");
  gtk_widget_add_css_class (self->empty, "explanation");
  self->list = charter_part_list_new (GTK_ACCESSIBLE_ROLE_LIST, charter_category_box_get_words (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);

  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), slot != NULL ? "place" : "pile");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  charter_category_box_get_words (self), -1);
  show_whether_empty (self);
  return self;
}

const CharterSlot *
charter_category_box_get_slot (CharterCategoryBox *self)
{
  return self->slot;
}

const char *
charter_category_box_get_words (CharterCategoryBox *self)
{
  return self->slot != NULL ? self->slot->text.plain : _ ("Cards to sort");
}

gboolean
charter_category_box_holds (CharterCategoryBox *self, CharterPartRow *row)
{
  return gtk_widget_get_parent (GTK_WIDGET (row)) == self->list;
}

void
charter_category_box_add (CharterCategoryBox *self, CharterPartRow *row)
{
  if (!charter_category_box_holds (self, row))
    gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  show_whether_empty (self);
}

void
charter_category_box_remove (CharterCategoryBox *self, CharterPartRow *row)
{
  if (charter_category_box_holds (self, row))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  show_whether_empty (self);
}

CharterPartRow *
charter_category_box_get_row (CharterCategoryBox *self, guint index)
{
  return CHARTER_PART_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int)index));
}

void
charter_category_box_set_target (CharterCategoryBox *self, gboolean target)
{
  charter_widget_set_class (GTK_WIDGET (self), "target", target);
}
