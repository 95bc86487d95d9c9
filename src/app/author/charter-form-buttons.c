/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-buttons.h"

#include <glib/gi18n.h>

#include "charter-form-move-dialog.h"
#include "charter-form-words.h"
#include "charter-widget.h"

/* ---- the menu of a part ---- */

typedef struct {
  CharterFormParts *parts;
  guint part;
} MenuOwner;

static gboolean
can_move_to (const MenuOwner *owner)
{
  guint index = charter_form_parts_locate (owner->parts, owner->part);

  return index != CHARTER_OUTLINE_NONE
         && charter_form_move_dialog_has_places (charter_form_parts_get_form (owner->parts), index);
}

/* Made when it is opened: a form may have a hundred of them. */
static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  const MenuOwner *owner = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  static const struct {
    const char *label, *action;
  } rows[] = {
    { N_ ("Move _Up"), "form.move-up" },  { N_ ("Move _Down"), "form.move-down" },
    { N_ ("Move _To…"), "form.move-to" }, { N_ ("Du_plicate"), "form.duplicate" },
    { N_ ("_Delete"), "form.remove" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *action = g_strdup_printf ("%s(uint32 %u)", rows[i].action, owner->part);

      if (!g_str_equal (rows[i].action, "form.move-to") || can_move_to (owner))
        g_menu_append (menu, _ (rows[i].label), action);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

GtkWidget *
charter_form_buttons_create_menu (CharterFormParts *parts, guint part, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  MenuOwner *owner = g_new (MenuOwner, 1);
  /* Translators: %s is a part of a question, such as “Option B”. */
  g_autofree char *spoken = g_strdup_printf (_ ("Actions for %s"), name);

  *owner = (MenuOwner){ parts, part };
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, owner, g_free);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  charter_widget_set_spoken_name (button, spoken);
  return button;
}

/* ---- what can be added ---- */

GtkWidget *
charter_form_buttons_create (const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

GtkWidget *
charter_form_buttons_create_adder (guint part, CharterElementKind within, CharterElementKind kind)
{
  /* Translators: %s is a part of a question, such as “Option”. */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), charter_form_words_get_element (kind));

  return charter_form_buttons_create (label, "form.add", g_variant_new ("(uuu)", part, (guint)within, (guint)kind));
}

static void
append_kind (GMenu *menu, guint part, CharterElementKind within, CharterElementKind kind)
{
  const CharterAuthorFormKind *row = charter_author_form_kind_get (kind);
  g_autofree char *label
    = row->line != NULL ? g_strdup_printf ("%s – %s", _ (row->title), _ (row->line)) : g_strdup (_ (row->title));
  g_autofree char *action
    = g_strdup_printf ("form.add((uint32 %u, uint32 %u, uint32 %u))", part, (guint)within, (guint)kind);

  g_menu_append (menu, label, action);
}

GtkWidget *
charter_form_buttons_create_add_menu (guint part, CharterElementKind within, const char *label, const guint8 *kinds)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (; *kinds != EL_NONE; kinds++)
    append_kind (menu, part, within, *kinds);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}
