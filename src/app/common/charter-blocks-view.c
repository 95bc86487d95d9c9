/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-blocks-view.h"

#include <glib/gi18n.h>

#include "charter-check-card.h"
#include "charter-comparison-view.h"
#include "charter-diagram-table.h"
#include "charter-diagram-view.h"
#include "charter-drawing.h"
#include "charter-drawing-view.h"
#include "charter-picture-view.h"
#include "charter-table-view.h"
#include "charter-text-label.h"

#define SPACING 12 /* px between blocks */

struct _CharterBlocksView {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (CharterBlocksView, charter_blocks_view, GTK_TYPE_BOX)

static GtkWidget *
make_caption (CharterPack *pack, const CharterText *text)
{
  GtkWidget *caption = charter_text_label_new (pack, text);

  gtk_widget_add_css_class (caption, "explanation");
  gtk_widget_add_css_class (caption, "block-caption");
  return caption;
}

/* A block with its caption below, where it has one. */
static GtkWidget *
with_caption (CharterPack *pack, GtkWidget *block, const CharterText *caption)
{
  GtkWidget *box;

  if (caption->plain == NULL || *caption->plain == '\0')
    return block;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), block);
  gtk_box_append (GTK_BOX (box), make_caption (pack, caption));
  return box;
}

static GtkWidget *
make_p (CharterPack *pack, const CharterBlock *block)
{
  return charter_text_label_new (pack, &block->p);
}

/* Bullets and numbers stand in a column of their own, so that all words begin on one edge. */
static GtkWidget *
make_list (CharterPack *pack, const CharterBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_widget_add_css_class (grid, "entries");
  for (guint i = 0; i < block->list->n_entries; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      GtkWidget *mark = gtk_label_new (block->kind == CHARTER_BLOCK_STEPS ? number : "•");
      GtkWidget *words = charter_text_label_new (pack, &block->list->entries[i]);

      gtk_widget_add_css_class (mark, "entry-mark");
      gtk_label_set_xalign (GTK_LABEL (mark), 1);
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_widget_set_hexpand (words, TRUE);
      gtk_grid_attach (GTK_GRID (grid), mark, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), words, 1, i, 1, 1);
    }
  return grid;
}

static GtkWidget *
make_quote (CharterPack *pack, const CharterBlock *block)
{
  GtkWidget *box = charter_blocks_view_new (pack, block->quote->blocks);

  gtk_widget_add_css_class (box, "quote");
  if (block->quote->by != NULL)
    {
      g_autofree char *by = g_strdup_printf ("— %s", block->quote->by);
      GtkWidget *label = gtk_label_new (by);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "explanation");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/* Kind of callout: its style class, its icon, and what it is called where it has no title. */
static const struct {
  const char *style;
  const char *icon;
  const char *name;
} callouts[] = {
  [CHARTER_CALLOUT_DEFINITION] = { "definition", "book-open-symbolic", N_ ("Definition") },
  [CHARTER_CALLOUT_EXAMPLE] = { "example", "lightbulb-symbolic", N_ ("Example") },
  [CHARTER_CALLOUT_WARNING] = { "warning-note", "dialog-warning-symbolic", N_ ("Watch out") },
  [CHARTER_CALLOUT_EXAM_TIP] = { "exam-tip", "flag-filled-symbolic", N_ ("In the exam") },
  [CHARTER_CALLOUT_KEY_IDEA] = { "key-idea", "lightbulb-symbolic", N_ ("Key idea") },
};

static GtkWidget *
make_callout_title (CharterPack *pack, const CharterCallout *callout)
{
  GtkWidget *title;

  if (*callout->title.plain != '\0')
    title = charter_text_label_new (pack, &callout->title);
  else
    {
      title = gtk_label_new (_ (callouts[callout->kind].name));
      gtk_label_set_xalign (GTK_LABEL (title), 0);
    }
  gtk_widget_add_css_class (title, "callout-title");
  return title;
}

static GtkWidget *
make_callout (CharterPack *pack, const CharterBlock *block)
{
  const CharterCallout *callout = block->callout;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (callouts[callout->kind].icon);

  gtk_widget_add_css_class (box, "callout");
  gtk_widget_add_css_class (box, callouts[callout->kind].style);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (callouts[callout->kind].name), -1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_callout_title (pack, callout));
  gtk_box_append (GTK_BOX (words), charter_blocks_view_new (pack, callout->blocks));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/* What is shown where a picture can't be: what it would have shown. */
static GtkWidget *
make_missing_picture (const char *alt)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *icon = gtk_image_new_from_icon_name ("image-missing-symbolic");
  GtkWidget *label = gtk_label_new (alt);

  gtk_widget_add_css_class (box, "callout");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_figure (CharterPack *pack, const CharterBlock *block)
{
  const CharterFigure *figure = block->figure;
  GtkWidget *picture = charter_picture_view_new (pack, figure);

  return with_caption (pack, picture != NULL ? picture : make_missing_picture (figure->alt), &figure->caption);
}

static GtkWidget *
make_diagram (CharterPack *pack, const CharterBlock *block)
{
  const CharterDiagram *diagram = block->diagram;
  GtkWidget *view, *box;

  if (charter_diagram_view_can_draw (diagram->kind))
    return with_caption (pack, charter_diagram_view_new (pack, diagram), &diagram->caption);
  if (!charter_drawing_can_draw (diagram))
    return with_caption (pack, charter_diagram_table_new (pack, diagram), &diagram->caption);
  view = with_caption (pack, charter_drawing_view_new (diagram), &diagram->caption);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), charter_diagram_table_new_expander (pack, diagram));
  return box;
}

static GtkWidget *
make_table (CharterPack *pack, const CharterBlock *block)
{
  const CharterTable *table = block->table;
  GtkWidget *view = charter_table_view_new (table->n_columns, table->has_head, FALSE);

  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    charter_table_view_append (CHARTER_TABLE_VIEW (view), charter_text_label_new (pack, &table->cells[i]));
  return with_caption (pack, view, &table->caption);
}

static GtkWidget *
make_facts (CharterPack *pack, const CharterBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "facts");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (guint i = 0; i < block->facts->n_facts; i++)
    {
      GtkWidget *name = charter_text_label_new (pack, &block->facts->facts[i].name);
      GtkWidget *value = charter_text_label_new (pack, &block->facts->facts[i].value);

      gtk_widget_add_css_class (name, "explanation");
      gtk_widget_set_valign (name, GTK_ALIGN_START);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_label_set_xalign (GTK_LABEL (value), 1);
      gtk_label_set_justify (GTK_LABEL (value), GTK_JUSTIFY_RIGHT);
      gtk_grid_attach (GTK_GRID (grid), name, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, i, 1, 1);
    }
  return grid;
}

static GtkWidget *
make_comparison (CharterPack *pack, const CharterBlock *block)
{
  return with_caption (pack, charter_comparison_view_new (pack, block->comparison), &block->comparison->caption);
}

static GtkWidget *
make_check (CharterPack *pack, const CharterBlock *block)
{
  const CharterItem *item = charter_pack_find_check (pack, block->check);

  return item != NULL ? charter_check_card_new (pack, item) : NULL;
}

typedef GtkWidget *(*MakeBlock) (CharterPack *pack, const CharterBlock *block);

static const MakeBlock makers[] = {
  [CHARTER_BLOCK_P] = make_p,
  [CHARTER_BLOCK_LIST] = make_list,
  [CHARTER_BLOCK_STEPS] = make_list,
  [CHARTER_BLOCK_QUOTE] = make_quote,
  [CHARTER_BLOCK_CALLOUT] = make_callout,
  [CHARTER_BLOCK_FIGURE] = make_figure,
  [CHARTER_BLOCK_DIAGRAM] = make_diagram,
  [CHARTER_BLOCK_TABLE] = make_table,
  [CHARTER_BLOCK_FACTS] = make_facts,
  [CHARTER_BLOCK_COMPARISON] = make_comparison,
  [CHARTER_BLOCK_CHECK] = make_check,
};

void
charter_blocks_view_set_blocks (CharterBlocksView *self, CharterPack *pack, CharterBlocks blocks)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < blocks.n_blocks; i++)
    {
      child = makers[blocks.blocks[i].kind](pack, &blocks.blocks[i]);
      if (child != NULL)
        gtk_box_append (GTK_BOX (self), child);
    }
}

static void
charter_blocks_view_class_init (CharterBlocksViewClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "blocks");
}

static void
charter_blocks_view_init (CharterBlocksView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
}

GtkWidget *
charter_blocks_view_new (CharterPack *pack, CharterBlocks blocks)
{
  CharterBlocksView *self = g_object_new (CHARTER_TYPE_BLOCKS_VIEW, NULL);

  charter_blocks_view_set_blocks (self, pack, blocks);
  return GTK_WIDGET (self);
}

void
charter_blocks_view_fill_card (GtkBox *card, CharterPack *pack, CharterBlocks blocks)
{
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (card));
  GtkWidget *old = gtk_widget_get_next_sibling (heading);

  if (old != NULL)
    gtk_box_remove (card, old);
  if (blocks.n_blocks > 0)
    gtk_box_append (card, charter_blocks_view_new (pack, blocks));
}
