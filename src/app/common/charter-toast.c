/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-toast.h"

#include "charter-widget.h"

#define WIDTH_OF_FAULT 60 /* characters, before it wraps */

/* As the toast's own, but a status: one that appears is read out. */
static GtkWidget *
create_title (const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0,
                                   "accessible-role", CHARTER_ROLE_STATUS, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

AdwToast *
charter_toast_new (const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_custom_title (toast, create_title (title));
  return toast;
}

AdwToast *
charter_toast_new_fault (const char *reason)
{
  AdwToast *toast = charter_toast_new (reason);

  g_object_set (adw_toast_get_custom_title (toast), "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "ellipsize",
                PANGO_ELLIPSIZE_NONE, "max-width-chars", WIDTH_OF_FAULT, NULL);
  adw_toast_set_timeout (toast, 0);
  return toast;
}

AdwToast *
charter_toast_new_outcome (const char *done, const GError *error)
{
  return error != NULL ? charter_toast_new_fault (error->message) : charter_toast_new (done);
}

static gboolean
is_foot (GtkWidget *widget)
{
  return (gtk_widget_has_css_class (widget, "foot-line") || ADW_IS_VIEW_SWITCHER_BAR (widget))
         && gtk_widget_get_height (widget) > 0;
}

/* Where what stays at the bottom begins, of what is seen. Returns: NULL where nothing does */
static GtkWidget *
find_foot (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is_foot (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *foot = find_foot (child);

      if (foot != NULL)
        return foot;
    }
  return NULL;
}

/* px */
static int
measure_foot (GtkWidget *page)
{
  GtkWidget *foot = find_foot (page);
  double y;

  if (foot == NULL || !gtk_widget_translate_coordinates (foot, page, 0, 0, NULL, &y))
    return 0;
  return MAX (gtk_widget_get_height (page) - (int)y, 0);
}

void
charter_toast_lift (AdwToastOverlay *overlay)
{
  GtkWidget *page = adw_toast_overlay_get_child (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != page)
      gtk_widget_set_margin_bottom (child, measure_foot (page));
}

void
charter_toast_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_debug ("Told: %s", gtk_label_get_label (GTK_LABEL (adw_toast_get_custom_title (toast)))); /* for tests */
  adw_toast_overlay_add_toast (overlay, toast);
  charter_toast_lift (overlay);
}
