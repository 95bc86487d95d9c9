/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-idea-row.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-rows.h"

/* It takes the focus, for a list that begins with a row that does not is passed by. */
static void
add_remedy (AdwExpanderRow *row, CharterPack *pack, CharterBlocks remedy)
{
  g_autofree char *words = charter_blocks_to_plain (remedy);
  GtkWidget *inside;

  if (remedy.n_blocks == 0)
    return;
  inside
    = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", charter_blocks_view_new (pack, remedy), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (inside, "report-inside");
  adw_expander_row_add_row (row, inside);
}

static void
add_section (AdwExpanderRow *row, CharterPack *pack, const char *see)
{
  const CharterSection *section = charter_pack_find_section (pack, see);
  g_autofree char *words = NULL;
  AdwActionRow *way;

  if (section == NULL)
    return;
  words = g_strdup_printf ("%s · %s", section->lesson->title.plain, section->title.plain);
  way = charter_row_new ("book-open-symbolic", _ ("Read the Section Again"), words);
  charter_row_set_action (way, "win.open-see", "(ss)", pack->id, see);
  charter_row_add_arrow (way);
  adw_expander_row_add_row (row, GTK_WIDGET (way));
}

GtkWidget *
charter_idea_row_new (CharterPack *pack, const CharterMisconception *idea, const char *line)
{
  AdwExpanderRow *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", idea->title.plain,
                                      "subtitle", line != NULL ? line : "", NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("lightbulb-symbolic");

  gtk_widget_add_css_class (icon, "row-start");
  adw_expander_row_add_prefix (row, icon);
  add_remedy (row, pack, idea->remedy);
  add_section (row, pack, idea->see);
  if (idea->remedy.n_blocks == 0 && charter_pack_find_section (pack, idea->see) == NULL)
    adw_expander_row_set_enable_expansion (row, FALSE);
  return GTK_WIDGET (row);
}

GtkWidget *
charter_idea_row_new_group (GArray *ideas)
{
  GtkListBox *list;
  GtkWidget *group;

  if (ideas->len == 0)
    return NULL;
  group = charter_group_new (_ ("This choice often comes from:"), NULL, &list);
  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterReportIdea *idea = &g_array_index (ideas, CharterReportIdea, i);

      gtk_list_box_append (list, charter_idea_row_new (idea->pack, idea->misconception, NULL));
    }
  return group;
}
