/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-twin-view.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-item-view.h"

static GtkWidget *
create_label (const char *words, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Nothing was answered here: the key shows without a mark of one's own. */
static GtkWidget *
create_key (CharterPath *twin)
{
  CharterItemView *view = charter_item_view_new (twin, 0);

  charter_item_view_set_feedback (view, TRUE);
  return GTK_WIDGET (view);
}

GtkWidget *
charter_twin_view_new (CharterPath *twin)
{
  const CharterStep *step = charter_path_get_step (twin, 0);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));

  gtk_box_append (box, create_label (_ ("One Fact Changed"), "heading"));
  gtk_box_append (box,
                  create_label (_ ("The same situation but for one fact, and another answer is right:"), "dimmed"));
  gtk_box_append (box, charter_blocks_view_new (step->pack, step->item->stem));
  gtk_box_append (box, create_key (twin));
  if (step->item->rationale.n_blocks > 0)
    gtk_box_append (box, charter_blocks_view_new (step->pack, step->item->rationale));
  return GTK_WIDGET (box);
}
