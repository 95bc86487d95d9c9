/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-stem.h"

#include "charter-blocks-view.h"
#include "charter-text-label.h"

#define LONG_STEM 160 /* characters */

static GtkWidget *
create_title (CharterPack *pack, const CharterText *text)
{
  GtkWidget *label = charter_text_label_new (pack, text);

  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "stem-title");
  return label;
}

GtkWidget *
charter_stem_new (CharterPack *pack, CharterBlocks stem)
{
  const CharterBlock *last = stem.n_blocks > 0 ? &stem.blocks[stem.n_blocks - 1] : NULL;
  gboolean titled = last != NULL && last->kind == CHARTER_BLOCK_P && g_utf8_strlen (last->p.plain, -1) <= LONG_STEM;
  CharterBlocks text = { stem.blocks, stem.n_blocks - (titled ? 1 : 0) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (text.n_blocks > 0)
    gtk_box_append (GTK_BOX (box), charter_blocks_view_new (pack, text));
  if (titled)
    gtk_box_append (GTK_BOX (box), create_title (pack, &last->p));
  gtk_widget_add_css_class (box, "stem");
  return box;
}
