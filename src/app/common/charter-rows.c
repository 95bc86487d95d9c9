/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-rows.h"

#include <glib/gi18n.h>

static GtkWidget *
make_line (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
charter_group_new (const char *title, const char *description, GtkListBox **list)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *box = gtk_list_box_new ();
  GtkWidget *heading = make_line (title, "heading");

  g_object_set (heading, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_box_append (GTK_BOX (words), heading);
  if (description != NULL && *description != '\0')
    gtk_box_append (GTK_BOX (words), make_line (description, "explanation"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (group), words);
  gtk_box_append (GTK_BOX (group), box);
  *list = GTK_LIST_BOX (box);
  return group;
}

GtkWidget *
charter_row_add_icon (AdwActionRow *row, const char *icon)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, "row-start");
  adw_action_row_add_prefix (row, image);
  return image;
}

AdwActionRow *
charter_row_new (const char *icon, const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (icon != NULL)
    charter_row_add_icon (row, icon);
  return row;
}

void
charter_row_add_arrow (AdwActionRow *row)
{
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
}

void
charter_row_set_action (AdwActionRow *row, const char *action, const char *format, ...)
{
  va_list arguments;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  if (format == NULL)
    return;
  va_start (arguments, format);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_va (format, NULL, &arguments));
  va_end (arguments);
}

static void
show_checked (GtkAccessible *row, GParamSpec *pspec, GObject *toggle)
{
  gboolean active;

  g_object_get (toggle, "active", &active, NULL);
  gtk_accessible_update_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                               active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
on_active (GObject *toggle, GParamSpec *pspec, GtkAccessible *row)
{
  show_checked (row, pspec, toggle);
}

void
charter_row_be_toggle (AdwActionRow *row, GtkWidget *toggle)
{
  gtk_widget_set_can_focus (toggle, FALSE);
  adw_action_row_set_activatable_widget (row, toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_active), row, 0);
  show_checked (GTK_ACCESSIBLE (row), NULL, G_OBJECT (toggle));
}

GtkWidget *
charter_tick_new (const char *name)
{
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return check;
}

GtkWidget *
charter_count_new (guint n)
{
  g_autofree char *words = g_strdup_printf ("%'u", n);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "explanation");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

AdwActionRow *
charter_tick_row_new (const char *title, guint n, guint depth, GtkCheckButton **check)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, "use-markup",
                                    FALSE, "title", title, "title-lines", 0, NULL);
  GtkWidget *tick = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "margin-start", (int)depth * 18, NULL);

  adw_action_row_add_prefix (row, tick);
  adw_action_row_add_suffix (row, charter_count_new (n));
  charter_row_be_toggle (row, tick);
  *check = GTK_CHECK_BUTTON (tick);
  return row;
}

GtkWidget *
charter_read_mark_new (double fraction)
{
  GtkWidget *mark = gtk_image_new ();

  gtk_widget_add_css_class (mark, "read-mark");
  charter_read_mark_set (mark, fraction);
  return mark;
}

void
charter_read_mark_set (GtkWidget *mark, double fraction)
{
  gboolean read = fraction >= CHARTER_READ_FROM;
  const char *icon = read ? "object-select-symbolic" : "partly-circle-symbolic";
  const char *words = read ? C_ ("lesson", "Read") : C_ ("lesson", "Begun");

  gtk_widget_set_visible (mark, fraction > 0);
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (mark)), icon) == 0)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (mark), icon);
  gtk_widget_set_tooltip_text (mark, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
