/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-match-view.h"

#include <glib/gi18n.h>

#include "charter-part-row.h"
#include "charter-pick.h"

struct _CharterMatchView {
  CharterItemView parent_instance;

  /* widgets */
  GtkWidget *list;
  GPtrArray *rows;      /* CharterPartRow, owned by the list; in the order of the left sides as shown */
  GPtrArray *picks;     /* CharterPick, one in each row */
  GtkWidget *left_over; /* right sides that belong nowhere, shown with the feedback */
};

G_DEFINE_FINAL_TYPE (CharterMatchView, charter_match_view, CHARTER_TYPE_ITEM_VIEW)

static const char **
list_choices (CharterItemView *view)
{
  const CharterItem *item = charter_item_view_get_step (view)->item;
  const char **choices = g_new0 (const char *, item->n_parts + 1);

  for (guint i = 0; i < item->n_parts; i++)
    choices[i] = charter_item_view_get_part (view, i)->text.plain;
  return choices;
}

/* Where a part is shown. Returns: -1 for NULL */
static int
find_shown (CharterItemView *view, const char *id)
{
  const CharterItem *item = charter_item_view_get_step (view)->item;

  for (guint i = 0; id != NULL && i < item->n_parts; i++)
    if (g_str_equal (charter_item_view_get_part (view, i)->id, id))
      return (int)i;
  return -1;
}

static void
choose_for (CharterMatchView *self, guint left, int chosen)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const char *target = chosen >= 0 ? charter_item_view_get_part (view, (guint)chosen)->id : NULL;
  g_autoptr (CharterResponse) response
    = charter_response_with_pair (charter_item_view_get_response (view), charter_item_view_get_slot (view, left)->id,
                                  target, TRUE);

  charter_item_view_take (view, response);
  CHARTER_ITEM_VIEW_GET_CLASS (view)->update (view);
}

/* Says it where the choice was taken from another line, for that happens out of sight. */
static void
on_chosen (CharterMatchView *self, CharterPick *pick)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  CharterResponse *response = charter_item_view_get_response (view);
  int chosen = charter_pick_get_chosen (pick);
  const CharterPart *part = chosen >= 0 ? charter_item_view_get_part (view, (guint)chosen) : NULL;
  const char *from = part != NULL ? charter_response_find_source (response, part->id) : NULL;
  const CharterSlot *other
    = from != NULL ? charter_item_find_slot (charter_item_view_get_step (view)->item, from) : NULL;
  guint left = 0;

  g_ptr_array_find (self->picks, pick, &left);
  choose_for (self, left, chosen);
  if (other != NULL && other != charter_item_view_get_slot (view, left))
    {
      g_autofree char *words
        = g_strdup_printf (_ ("“%s” was taken from “%s”, which is open again."), part->text.plain, other->text.plain);

      charter_item_view_tell (view, words);
    }
}

static void
create_row (CharterMatchView *self, guint index, const char *const *choices)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterSlot *slot = charter_item_view_get_slot (view, index);
  CharterPartRow *row
    = charter_part_row_new (charter_item_view_get_pack (view), slot->id, slot->text, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  CharterPick *pick = charter_pick_new (choices, slot->text.plain);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  gtk_widget_set_margin_top (GTK_WIDGET (pick), 4);
  charter_part_row_add_below (row, GTK_WIDGET (pick));
  g_signal_connect_swapped (pick, "chosen", G_CALLBACK (on_chosen), self);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->picks, pick);
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
create_left_over (CharterMatchView *self)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterItem *item = charter_item_view_get_step (view)->item;
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _ ("Belong nowhere"), "xalign", 0.0, NULL);
  GtkWidget *list = charter_part_list_new (GTK_ACCESSIBLE_ROLE_LIST, _ ("Belong nowhere"));

  gtk_widget_add_css_class (heading, "heading");
  self->left_over = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->left_over), heading);
  gtk_box_append (GTK_BOX (self->left_over), list);
  for (guint i = 0; i < item->n_parts; i++)
    if (item->parts[i].slot == NULL)
      {
        CharterPartRow *row = charter_part_row_new (charter_item_view_get_pack (view), item->parts[i].id,
                                                    item->parts[i].text, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

        charter_part_row_set_why (row, item->parts[i].why);
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
        gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
      }
}

static void
charter_match_view_build (CharterItemView *view)
{
  CharterMatchView *self = CHARTER_MATCH_VIEW (view);
  g_autofree const char **choices = list_choices (view);

  self->list = charter_part_list_new (GTK_ACCESSIBLE_ROLE_LIST, _ ("Pairs"));
  for (guint i = 0; i < charter_item_view_get_step (view)->item->n_slots; i++)
    create_row (self, i, choices);
  create_left_over (self);
  charter_item_view_append (view, self->list);
  charter_item_view_append (view, self->left_over);
}

static const CharterPart *
find_key (const CharterItem *item, const char *slot)
{
  for (guint i = 0; i < item->n_parts; i++)
    if (g_strcmp0 (item->parts[i].slot, slot) == 0)
      return &item->parts[i];
  return NULL;
}

static void
show_feedback (CharterMatchView *self, guint index)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  CharterPartRow *row = g_ptr_array_index (self->rows, index);
  const char *slot = charter_item_view_get_slot (view, index)->id;
  const CharterPart *key = find_key (charter_item_view_get_step (view)->item, slot);
  CharterMark mark = charter_item_view_get_mark (view, slot);
  g_autofree char *belongs = g_strdup_printf (_ ("Goes with “%s”"), key->text.plain);

  if (charter_item_view_get_feedback (view))
    {
      charter_part_row_set_mark (row, mark, mark == CHARTER_MARK_RIGHT ? _ ("Right") : belongs);
      charter_part_row_set_why (row, key->why);
    }
  else
    {
      charter_part_row_set_mark (row, CHARTER_MARK_NONE, NULL);
      charter_part_row_set_why (row, (CharterBlocks){ NULL, 0 });
    }
}

static void
charter_match_view_update (CharterItemView *view)
{
  CharterMatchView *self = CHARTER_MATCH_VIEW (view);
  const CharterItem *item = charter_item_view_get_step (view)->item;
  CharterResponse *response = charter_item_view_get_response (view);

  for (guint i = 0; i < item->n_slots; i++)
    {
      const char *slot = charter_item_view_get_slot (view, i)->id;
      CharterPick *pick = g_ptr_array_index (self->picks, i);

      charter_pick_set_chosen (pick, find_shown (view, charter_response_find_target (response, slot)));
      charter_pick_set_locked (pick, charter_item_view_get_locked (view));
      show_feedback (self, i);
    }
  gtk_widget_set_visible (self->left_over, charter_item_view_get_feedback (view) && item->n_parts > item->n_slots);
}

static gboolean
charter_match_view_choose (CharterItemView *view, guint index)
{
  CharterMatchView *self = CHARTER_MATCH_VIEW (view);
  guint left = charter_pick_find_next (self->picks);

  if (index >= charter_item_view_get_step (view)->item->n_parts)
    return FALSE;
  gtk_widget_grab_focus (self->picks->pdata[left]);
  choose_for (self, left, (int)index);
  return TRUE;
}

static void
charter_match_view_finalize (GObject *object)
{
  CharterMatchView *self = CHARTER_MATCH_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->picks);
  G_OBJECT_CLASS (charter_match_view_parent_class)->finalize (object);
}

static void
charter_match_view_class_init (CharterMatchViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_match_view_finalize;
  view_class->build = charter_match_view_build;
  view_class->update = charter_match_view_update;
  view_class->choose = charter_match_view_choose;
}

static void
charter_match_view_init (CharterMatchView *self)
{
  self->rows = g_ptr_array_new ();
  self->picks = g_ptr_array_new ();
}
