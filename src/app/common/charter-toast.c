/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-toast.h"

#include "charter-widget.h"

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
