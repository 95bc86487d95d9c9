/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-menu-button.h"

#include <glib/gi18n.h>

#include "charter-application.h"

struct _CharterMenuButton {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CharterMenuButton, charter_menu_button, ADW_TYPE_BIN)

/* A name may have an underline, which in a menu marks a letter. */
static char *
dup_learner_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  /* Translators: in the menu; %s is the name of a learner. */
  return g_strdup_printf (_ ("Learner: %s"), plain);
}

/* Whose turn it is, where there are several; it leads to the others. */
static void
append_learner (GMenu *menu)
{
  GApplication *app = g_application_get_default ();
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (CHARTER_IS_APPLICATION (app))
    name = charter_application_dup_learner_name (CHARTER_APPLICATION (app));
  if (name == NULL)
    return;
  label = dup_learner_label (name);
  g_menu_append (menu, label, "app.learners");
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) search = g_menu_new ();
  g_autoptr (GMenu) packs = g_menu_new ();
  g_autoptr (GMenu) about = g_menu_new ();
  g_autoptr (GMenu) quit = g_menu_new ();

  g_menu_append (search, _ ("_Search"), "win.search");
  g_menu_append (search, _ ("_Review What Is Due"), "win.review");
  g_menu_append (search, _ ("_Notes"), "win.show-notes");
  g_menu_append (packs, _ ("_Open Pack…"), "win.open-pack");
  g_menu_append (packs, _ ("Pa_cks"), "win.show-packs");
  g_menu_append (packs, _ ("A_uthor…"), "app.author");
  g_menu_append (packs, _ ("_Class Results"), "app.class");
  append_learner (about);
  g_menu_append (about, _ ("_Full Screen"), "win.fullscreen");
  g_menu_append (about, _ ("_Preferences"), "app.preferences");
  g_menu_append (about, _ ("_Keyboard Shortcuts"), "win.show-shortcuts");
  g_menu_append (about, _ ("_Help"), "app.help");
  g_menu_append (about, _ ("_About Charter"), "app.about");
  g_menu_append (quit, _ ("_Quit"), "app.quit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (search));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (packs));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (about));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (quit));
  return G_MENU_MODEL (menu);
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_menu_button_set_menu_model (button, menu);
}

static void
charter_menu_button_class_init (CharterMenuButtonClass *klass)
{
}

static void
charter_menu_button_init (CharterMenuButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover, NULL, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Main Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Main Menu"), -1);
  adw_bin_set_child (ADW_BIN (self), button);
}
