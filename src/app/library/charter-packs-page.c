/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-packs-page.h"

#include <glib/gi18n.h>

#include "charter-edit.h"
#include "charter-hand-out.h"
#include "charter-menu-button.h"
#include "charter-rows.h"
#include "charter-way-out.h"
#include "charter-window.h"

struct _CharterPacksPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *groups;

  /* owned */
  CharterLibrary *library;
  GVariant *undo; /* of the removal that a toast tells, or NULL */
};

G_DEFINE_FINAL_TYPE (CharterPacksPage, charter_packs_page, ADW_TYPE_BIN)

/* ---- taking out ---- */

static void
undo_removal (AdwToast *toast, CharterPacksPage *self)
{
  g_autoptr (GError) error = NULL;
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (self->undo != NULL && !charter_library_undo (self->library, self->undo, &error) && window != NULL)
    charter_window_toast_fault (window, error->message);
  g_clear_pointer (&self->undo, g_variant_unref);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterPacksPage *self = CHARTER_PACKS_PAGE (widget);
  CharterPackFile *file = charter_library_find_file (self->library, g_variant_get_string (parameter, NULL));
  CharterWindow *window = charter_window_of (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (file == NULL || !charter_library_is_added (self->library, file))
    return;
  words
    = g_strdup_printf (_ ("“%s” removed. What you answered is kept."), charter_pack_file_get_pack (file)->title.plain);
  g_clear_pointer (&self->undo, g_variant_unref);
  self->undo = charter_library_remove (self->library, file, &error);
  if (self->undo == NULL)
    charter_window_toast_fault (window, error->message);
  else
    charter_window_toast_with_button (window, words, _ ("Undo"), G_CALLBACK (undo_removal), g_object_ref (self),
                                      (GClosureNotify)G_CALLBACK (g_object_unref));
}

static void
hand_out_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterPacksPage *self = CHARTER_PACKS_PAGE (widget);
  CharterPackFile *file = charter_library_find_file (self->library, g_variant_get_string (parameter, NULL));

  if (file != NULL)
    charter_hand_out (widget, file);
}

/* A pack that came with Charter stays as it came. */
static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterPacksPage *self = CHARTER_PACKS_PAGE (widget);
  CharterPackFile *file = charter_library_find_file (self->library, g_variant_get_string (parameter, NULL));

  if (file != NULL && charter_library_is_added (self->library, file))
    charter_edit (widget, file);
  else if (file != NULL)
    charter_edit_copy (widget, file);
}

/* ---- the list ---- */

static void
append_action (GMenu *menu, const char *label, const char *action, const char *pack_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", pack_id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (const CharterPack *pack, gboolean is_added)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("Menu of: %s"), pack->title.plain);

  append_action (menu, is_added ? _ ("_Edit") : _ ("_Edit a Copy…"), "packs.edit", pack->id);
  append_action (menu, _ ("_Hand Out…"), "packs.hand-out", pack->id);
  if (is_added)
    append_action (menu, _ ("_Remove from Library"), "packs.remove", pack->id);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_row (CharterPacksPage *self, CharterPackFile *file)
{
  const CharterPack *pack = charter_pack_file_get_pack (file);
  g_autofree char *authors = g_strjoinv (", ", (char **)pack->authors);
  g_autofree char *words = *authors != '\0' ? g_strdup_printf (_ ("Release %s · %s"), pack->release, authors)
                                            : g_strdup_printf (_ ("Release %s"), pack->release);
  AdwActionRow *row = charter_row_new (NULL, pack->title.plain, words);
  GtkWidget *menu = make_menu (pack, charter_library_is_added (self->library, file));

  adw_action_row_add_suffix (row, menu);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return GTK_WIDGET (row);
}

static void
add_group (CharterPacksPage *self, const char *title, const char *description, gboolean added)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (title, description, &list);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->library)), n_rows = 0;

  g_object_ref_sink (group);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CharterPackFile) file = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (charter_library_is_added (self->library, file) != added)
        continue;
      gtk_list_box_append (list, make_row (self, file));
      n_rows++;
    }
  if (n_rows > 0)
    gtk_box_append (self->groups, group);
  g_object_unref (group);
}

static void
fill (CharterPacksPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  add_group (self, _ ("Added by You"), _ ("What you answered stays where a pack is removed, and comes back with it."),
             TRUE);
  add_group (self, _ ("Came with Charter"), NULL, FALSE);
}

/* ---- the object ---- */

static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_child_focus (GTK_WIDGET (CHARTER_PACKS_PAGE (widget)->groups), GTK_DIR_TAB_FORWARD);
}

static void
charter_packs_page_dispose (GObject *object)
{
  CharterPacksPage *self = CHARTER_PACKS_PAGE (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->undo, g_variant_unref);
  G_OBJECT_CLASS (charter_packs_page_parent_class)->dispose (object);
}

static void
charter_packs_page_class_init (CharterPacksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_packs_page_dispose;
  g_type_ensure (CHARTER_TYPE_MENU_BUTTON);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/library/charter-packs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterPacksPage, groups);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "packs.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "packs.hand-out", "s", hand_out_action);
  gtk_widget_class_install_action (widget_class, "packs.remove", "s", remove_action);
}

static void
charter_packs_page_init (CharterPacksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_packs_page_new (CharterLibrary *library)
{
  CharterPacksPage *self = g_object_new (CHARTER_TYPE_PACKS_PAGE, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
