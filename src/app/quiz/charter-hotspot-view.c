/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-hotspot-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-board.h"
#include "charter-diagram-table.h"
#include "charter-diagram-view.h"
#include "charter-drawing.h"
#include "charter-text-label.h"

#define WIDEST 640 /* px, as in lessons */

struct _CharterHotspotView {
  CharterChoiceView parent_instance;

  CharterBoard *board; /* or NULL; owned by the view's box */
  GPtrArray *spots;    /* CharterSpot, owned by the board */
};

G_DEFINE_FINAL_TYPE (CharterHotspotView, charter_hotspot_view, CHARTER_TYPE_CHOICE_VIEW)

static const CharterHotspot *
get_hotspot (CharterItemView *view)
{
  return charter_item_view_get_step (view)->item->hotspot;
}

/* ---- choosing ---- */

/* The names of a diagram's boxes can be read; those of a picture's places are told. */
static void
tell_choice (CharterItemView *view, const CharterPart *part)
{
  g_autofree char *words = NULL;

  if (charter_response_contains (charter_item_view_get_response (view), part->id))
    words = g_strdup_printf (_ ("“%s” is chosen."), part->text.plain);
  else
    words = g_strdup_printf (_ ("“%s” is no longer chosen."), part->text.plain);
  charter_item_view_tell (view, words);
}

static void
choose (CharterItemView *view, const CharterPart *part)
{
  charter_choice_view_choose_id (CHARTER_CHOICE_VIEW (view), part->id);
  if (get_hotspot (view)->figure != NULL)
    tell_choice (view, part);
}

static void
on_clicked (CharterItemView *view, CharterSpot *spot)
{
  if (!charter_item_view_get_locked (view))
    choose (view, charter_spot_get_part (spot));
}

static CharterSpot *
find_spot (CharterHotspotView *self, GtkWidget *widget)
{
  return g_ptr_array_find (self->spots, widget, NULL) ? CHARTER_SPOT (widget) : NULL;
}

static gboolean
is_chosen (CharterHotspotView *self, CharterSpot *spot)
{
  return charter_response_contains (charter_item_view_get_response (CHARTER_ITEM_VIEW (self)),
                                    charter_spot_get_part (spot)->id);
}

static gboolean
charter_hotspot_view_choose (CharterItemView *view, guint index)
{
  CharterHotspotView *self = CHARTER_HOTSPOT_VIEW (view);

  if (self->board == NULL)
    return CHARTER_ITEM_VIEW_CLASS (charter_hotspot_view_parent_class)->choose (view, index);
  if (index >= self->spots->len)
    return FALSE;
  gtk_widget_grab_focus (self->spots->pdata[index]);
  choose (view, charter_item_view_get_part (view, index));
  return TRUE;
}

/* As with options: Enter on a place that is not the chosen one chooses it. */
static gboolean
charter_hotspot_view_needs_enter (CharterItemView *view)
{
  CharterHotspotView *self = CHARTER_HOTSPOT_VIEW (view);
  CharterSpot *spot;

  if (self->board == NULL)
    return CHARTER_ITEM_VIEW_CLASS (charter_hotspot_view_parent_class)->needs_enter (view);
  spot = find_spot (self, gtk_widget_get_focus_child (GTK_WIDGET (self->board)));
  return spot != NULL && !charter_choice_view_takes_several (CHARTER_CHOICE_VIEW (view)) && !is_chosen (self, spot);
}

static gboolean
charter_hotspot_view_grab_focus (GtkWidget *widget)
{
  CharterHotspotView *self = CHARTER_HOTSPOT_VIEW (widget);

  for (guint i = 0; i < self->spots->len; i++)
    if (is_chosen (self, self->spots->pdata[i]))
      return gtk_widget_grab_focus (self->spots->pdata[i]);
  if (self->board != NULL)
    return gtk_widget_grab_focus (self->spots->pdata[0]);
  return GTK_WIDGET_CLASS (charter_hotspot_view_parent_class)->grab_focus (widget);
}

/* ---- showing ---- */

static void
charter_hotspot_view_update (CharterItemView *view)
{
  CharterHotspotView *self = CHARTER_HOTSPOT_VIEW (view);
  gboolean feedback = charter_item_view_get_feedback (view);
  GtkWidget *list = charter_choice_view_get_list (CHARTER_CHOICE_VIEW (view));

  CHARTER_ITEM_VIEW_CLASS (charter_hotspot_view_parent_class)->update (view);
  gtk_widget_set_visible (list, feedback || self->board == NULL);
  for (guint i = 0; i < self->spots->len; i++)
    {
      CharterSpot *spot = self->spots->pdata[i];
      CharterMark mark = charter_item_view_get_mark (view, charter_spot_get_part (spot)->id);

      charter_spot_set_chosen (spot, is_chosen (self, spot));
      charter_spot_set_mark (spot, mark, feedback ? charter_choice_mark_words (mark) : NULL);
    }
}

static void
add_spot (CharterHotspotView *self, guint index)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterStep *step = charter_item_view_get_step (view);
  const CharterRegion *regions = get_hotspot (view)->regions;
  g_autofree char *letter = charter_choice_letter (index);
  GtkAccessibleRole role = charter_choice_view_takes_several (CHARTER_CHOICE_VIEW (view)) ? GTK_ACCESSIBLE_ROLE_CHECKBOX
                                                                                          : GTK_ACCESSIBLE_ROLE_RADIO;
  CharterSpot *spot = charter_spot_new (charter_item_view_get_part (view, index),
                                        regions != NULL ? &regions[step->part_order[index]] : NULL, letter, role);

  g_signal_connect_swapped (spot, "clicked", G_CALLBACK (on_clicked), view);
  g_ptr_array_add (self->spots, spot);
  charter_board_add (self->board, spot);
}

static GtkWidget *
create_caption (CharterItemView *view)
{
  const CharterHotspot *hotspot = get_hotspot (view);
  const CharterText *text = hotspot->figure != NULL ? &hotspot->figure->caption : &hotspot->diagram->caption;
  GtkWidget *caption = charter_text_label_new (charter_item_view_get_pack (view), text);

  gtk_widget_add_css_class (caption, "explanation");
  gtk_widget_add_css_class (caption, "block-caption");
  gtk_widget_set_visible (caption, *text->plain != '\0');
  return caption;
}

/* A drawing's figures can be read; where stages are drawn, their words can. */
static void
append_table (CharterItemView *view, GtkWidget *box)
{
  const CharterDiagram *diagram = get_hotspot (view)->diagram;

  if (diagram != NULL && !charter_diagram_view_can_draw (diagram->kind) && charter_drawing_can_draw (diagram))
    gtk_box_append (GTK_BOX (box), charter_diagram_table_new_expander (charter_item_view_get_pack (view), diagram));
}

static void
append_board (CharterHotspotView *self)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp
    = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDEST, "tightening-threshold", WIDEST, "child", self->board, NULL);

  for (guint i = 0; i < charter_item_view_get_step (view)->item->n_parts; i++)
    add_spot (self, i);
  gtk_box_append (GTK_BOX (box), clamp);
  gtk_box_append (GTK_BOX (box), create_caption (view));
  append_table (view, box);
  charter_item_view_append (view, box);
}

/* What it would have shown, in words or as a table. */
static void
append_stand_in (CharterItemView *view)
{
  const CharterHotspot *hotspot = get_hotspot (view);
  CharterBlock block = { .kind = CHARTER_BLOCK_FIGURE, .figure = hotspot->figure };

  if (hotspot->diagram != NULL)
    block = (CharterBlock){ .kind = CHARTER_BLOCK_DIAGRAM, .diagram = hotspot->diagram };
  charter_item_view_append (view,
                            charter_blocks_view_new (charter_item_view_get_pack (view), (CharterBlocks){ &block, 1 }));
}

static void
charter_hotspot_view_build (CharterItemView *view)
{
  CharterHotspotView *self = CHARTER_HOTSPOT_VIEW (view);
  GtkAccessibleRole role = charter_choice_view_takes_several (CHARTER_CHOICE_VIEW (view))
                             ? GTK_ACCESSIBLE_ROLE_GROUP
                             : GTK_ACCESSIBLE_ROLE_RADIO_GROUP;

  self->board = charter_board_new (charter_item_view_get_pack (view), get_hotspot (view), role);
  if (self->board != NULL)
    append_board (self);
  else
    append_stand_in (view);
  CHARTER_ITEM_VIEW_CLASS (charter_hotspot_view_parent_class)->build (view);
}

/* ---- the object ---- */

static void
charter_hotspot_view_finalize (GObject *object)
{
  g_ptr_array_unref (CHARTER_HOTSPOT_VIEW (object)->spots);
  G_OBJECT_CLASS (charter_hotspot_view_parent_class)->finalize (object);
}

static void
charter_hotspot_view_class_init (CharterHotspotViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_hotspot_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = charter_hotspot_view_grab_focus;
  view_class->build = charter_hotspot_view_build;
  view_class->update = charter_hotspot_view_update;
  view_class->choose = charter_hotspot_view_choose;
  view_class->needs_enter = charter_hotspot_view_needs_enter;
}

static void
charter_hotspot_view_init (CharterHotspotView *self)
{
  self->spots = g_ptr_array_new ();
}
