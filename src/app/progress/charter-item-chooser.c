/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-item-chooser.h"

#include <glib/gi18n.h>

#include "charter-widget.h"

#define LIST_WIDTH 320
#define LIST_HEIGHT 300
#define LONGEST 140 /* characters of a stem in the list */

struct _CharterItemChooser {
  GtkWidget parent_instance;

  GtkMenuButton *button; /* a child */
  GtkLabel *label;
  GtkSearchEntry *search;
  GtkStringFilter *filter;
  GtkSingleSelection *found;

  CharterPack *pack;
  GListStore *choices; /* of GtkStringObject with the item as data "item" */
  const CharterItem *item;
};

G_DEFINE_FINAL_TYPE (CharterItemChooser, charter_item_chooser, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkStringObject *
make_choice (const CharterItem *item)
{
  g_autofree char *stem = charter_blocks_to_plain (item->stem);
  g_autofree char *line = g_strdelimit (g_strdup (stem), "\n", ' ');
  GtkStringObject *choice = gtk_string_object_new (line);

  g_object_set_data (G_OBJECT (choice), "item", (gpointer)item);
  return choice;
}

static void
show_item (CharterItemChooser *self)
{
  g_autoptr (GtkStringObject) choice = self->item != NULL ? make_choice (self->item) : NULL;
  const char *words = choice != NULL ? gtk_string_object_get_string (choice) : "";
  g_autofree char *name = g_strdup_printf (_ ("Question: %s"), words);

  gtk_label_set_label (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (CharterItemChooser *self, guint position)
{
  g_autoptr (GObject) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (choice == NULL)
    return;
  gtk_menu_button_popdown (self->button);
  self->item = g_object_get_data (choice, "item");
  show_item (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Enter in the field takes the first that was found. */
static void
choose_found (CharterItemChooser *self)
{
  choose (self, gtk_single_selection_get_selected (self->found));
}

static void
look_for (CharterItemChooser *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
begin_search (CharterItemChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ---- the list ---- */

static void
set_up_row (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  gtk_list_item_set_child (row,
                           g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                         "ellipsize", PANGO_ELLIPSIZE_END, "lines", 2, NULL));
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (row));
  g_autofree char *shown = g_utf8_substring (words, 0, MIN (LONGEST, g_utf8_strlen (words, -1)));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (row)), shown);
}

static GListModel *
make_model (CharterItemChooser *self)
{
  GtkExpression *words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkFilterListModel *model;

  self->choices = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->filter = gtk_string_filter_new (words);
  model
    = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->choices)), GTK_FILTER (g_object_ref (self->filter)));
  return G_LIST_MODEL (model);
}

static GtkWidget *
make_list (CharterItemChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list, *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  self->found = gtk_single_selection_new (make_model (self));
  list = gtk_list_view_new (GTK_SELECTION_MODEL (self->found), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (choose), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  return scroller;
}

static GtkWidget *
make_popover (CharterItemChooser *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the questions"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (look_for), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (choose_found), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (begin_search), self);
  return popover;
}

/* ---- the object ---- */

static void
charter_item_chooser_dispose (GObject *object)
{
  CharterItemChooser *self = CHARTER_ITEM_CHOOSER (object);

  charter_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->choices);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->pack, charter_pack_unref);
  G_OBJECT_CLASS (charter_item_chooser_parent_class)->dispose (object);
}

static void
charter_item_chooser_class_init (CharterItemChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_item_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_item_chooser_init (CharterItemChooser *self)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (self->button, inside);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
charter_item_chooser_new (void)
{
  return g_object_new (CHARTER_TYPE_ITEM_CHOOSER, NULL);
}

void
charter_item_chooser_set_items (CharterItemChooser *self, CharterPack *pack, GPtrArray *items, const CharterItem *first)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  charter_pack_ref (pack);
  g_clear_pointer (&self->pack, charter_pack_unref);
  self->pack = pack;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (choices, make_choice (items->pdata[i]));
  g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)), choices->pdata,
                       choices->len);
  if (!g_ptr_array_find (items, self->item, NULL))
    self->item = first;
  show_item (self);
}

const CharterItem *
charter_item_chooser_get_item (CharterItemChooser *self)
{
  return self->item;
}
