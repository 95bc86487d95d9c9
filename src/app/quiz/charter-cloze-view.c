/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-cloze-view.h"

#include <glib/gi18n.h>

#include "charter-part-row.h"
#include "charter-passage.h"
#include "charter-pick.h"

struct _CharterClozeView {
  CharterItemView parent_instance;

  /* widgets */
  GtkWidget *passage;
  GPtrArray *picks; /* CharterPick, one for each slot as written */
  GPtrArray *rows;  /* CharterPartRow, the same; shown with the feedback */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CharterClozeView, charter_cloze_view, CHARTER_TYPE_ITEM_VIEW)

/* The blanks stand in the passage as written; only their choices are shuffled. */
static const CharterSlot *
get_blank (CharterClozeView *self, guint index)
{
  return &charter_item_view_get_step (CHARTER_ITEM_VIEW (self))->item->slots[index];
}

/* The choices of one blank in the order shown. Returns: (transfer container) of const CharterPart */
static GPtrArray *
list_parts (CharterClozeView *self, guint index)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < charter_item_view_get_step (view)->item->n_parts; i++)
    {
      const CharterPart *part = charter_item_view_get_part (view, i);

      if (g_strcmp0 (part->slot, get_blank (self, index)->id) == 0)
        g_ptr_array_add (parts, (gpointer)part);
    }
  return parts;
}

static gboolean
choose_for (CharterClozeView *self, guint index, int chosen)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  g_autoptr (GPtrArray) parts = list_parts (self, index);
  const CharterPart *part = chosen >= 0 && chosen < (int)parts->len ? g_ptr_array_index (parts, chosen) : NULL;
  g_autoptr (CharterResponse) response = NULL;

  if (part == NULL && chosen >= 0)
    return FALSE;
  response = charter_response_with_pair (charter_item_view_get_response (view), get_blank (self, index)->id,
                                         part != NULL ? part->id : NULL, TRUE);
  charter_item_view_take (view, response);
  return TRUE;
}

static void
on_chosen (CharterClozeView *self, CharterPick *pick)
{
  guint index = 0;

  g_ptr_array_find (self->picks, pick, &index);
  choose_for (self, index, charter_pick_get_chosen (pick));
  CHARTER_ITEM_VIEW_GET_CLASS (self)->update (CHARTER_ITEM_VIEW (self));
}

static CharterPick *
create_pick (CharterClozeView *self, guint index)
{
  guint n_blanks = charter_item_view_get_step (CHARTER_ITEM_VIEW (self))->item->n_slots;
  g_autoptr (GPtrArray) parts = list_parts (self, index);
  g_autofree const char **choices = g_new0 (const char *, parts->len + 1);
  g_autofree char *name = g_strdup_printf (_ ("Blank %'u of %'u"), index + 1, n_blanks);
  CharterPick *pick;

  for (guint i = 0; i < parts->len; i++)
    choices[i] = ((const CharterPart *)g_ptr_array_index (parts, i))->text.plain;
  pick = charter_pick_new (choices, name);
  g_signal_connect_swapped (pick, "chosen", G_CALLBACK (on_chosen), self);
  return pick;
}

static void
name_passage (CharterClozeView *self, const char *plain)
{
  g_auto (GStrv) pieces = g_strsplit (plain, "\357\277\274", -1);
  /* Translators: stands for a gap when a text is read aloud. */
  g_autofree char *words = g_strjoinv (_ (" (blank) "), pieces);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->passage), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
charter_cloze_view_build (CharterItemView *view)
{
  CharterClozeView *self = CHARTER_CLOZE_VIEW (view);
  const CharterItem *item = charter_item_view_get_step (view)->item;

  self->passage = GTK_WIDGET (charter_passage_new (item->passage));
  self->list = charter_part_list_new (GTK_ACCESSIBLE_ROLE_LIST, _ ("Blanks"));
  gtk_widget_add_css_class (self->passage, "card");
  name_passage (self, item->passage->plain);
  for (guint i = 0; i < item->n_slots; i++)
    {
      CharterPick *pick = create_pick (self, i);
      CharterPartRow *row = charter_part_row_new (charter_item_view_get_pack (view), item->slots[i].id,
                                                  (CharterText){ "", NULL }, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_autofree char *badge = g_strdup_printf ("%u", i + 1);

      charter_part_row_set_badge (row, badge);
      g_ptr_array_add (self->picks, pick);
      g_ptr_array_add (self->rows, row);
      charter_passage_add (CHARTER_PASSAGE (self->passage), GTK_WIDGET (pick));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
  charter_item_view_append (view, self->passage);
  charter_item_view_append (view, self->list);
}

static const CharterPart *
find_key (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (((const CharterPart *)g_ptr_array_index (parts, i))->correct)
      return g_ptr_array_index (parts, i);
  return NULL;
}

static const CharterPart *
find_chosen (CharterClozeView *self, guint index)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const char *id = charter_response_find_target (charter_item_view_get_response (view), get_blank (self, index)->id);

  return id != NULL ? charter_item_find_part (charter_item_view_get_step (view)->item, id) : NULL;
}

/* The why of what was chosen; where that has none, or nothing was, the key's. */
static CharterBlocks
find_why (const CharterPart *chosen, const CharterPart *key)
{
  if (chosen != NULL && chosen->why.n_blocks > 0)
    return chosen->why;
  return key->why;
}

static void
show_feedback (CharterClozeView *self, guint index)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  CharterPartRow *row = g_ptr_array_index (self->rows, index);
  g_autoptr (GPtrArray) parts = list_parts (self, index);
  const CharterPart *key = find_key (parts);
  const CharterPart *chosen = find_chosen (self, index);
  CharterMark mark = charter_item_view_get_mark (view, get_blank (self, index)->id);
  g_autofree char *belongs = g_strdup_printf (_ ("Should be “%s”"), key->text.plain);

  charter_part_row_set_words (row, chosen != NULL ? chosen->text.plain : _ ("Left open"));
  charter_part_row_set_mark (row, mark, mark == CHARTER_MARK_RIGHT ? _ ("Right") : belongs);
  charter_part_row_set_why (row, find_why (chosen, key));
}

static void
charter_cloze_view_update (CharterItemView *view)
{
  CharterClozeView *self = CHARTER_CLOZE_VIEW (view);
  gboolean feedback = charter_item_view_get_feedback (view);

  for (guint i = 0; i < self->picks->len; i++)
    {
      CharterPick *pick = g_ptr_array_index (self->picks, i);
      g_autoptr (GPtrArray) parts = list_parts (self, i);
      guint shown = 0;
      gboolean chosen = g_ptr_array_find (parts, find_chosen (self, i), &shown);

      charter_pick_set_chosen (pick, chosen ? (int)shown : -1);
      charter_pick_set_locked (pick, charter_item_view_get_locked (view));
      charter_mark_tint (GTK_WIDGET (pick), charter_item_view_get_mark (view, get_blank (self, i)->id));
      if (feedback)
        show_feedback (self, i);
    }
  gtk_widget_set_visible (self->list, feedback);
}

static gboolean
charter_cloze_view_choose (CharterItemView *view, guint index)
{
  CharterClozeView *self = CHARTER_CLOZE_VIEW (view);
  guint blank = charter_pick_find_next (self->picks);

  gtk_widget_grab_focus (self->picks->pdata[blank]);
  return choose_for (self, blank, (int)index);
}

static void
charter_cloze_view_finalize (GObject *object)
{
  CharterClozeView *self = CHARTER_CLOZE_VIEW (object);

  g_ptr_array_unref (self->picks);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (charter_cloze_view_parent_class)->finalize (object);
}

static void
charter_cloze_view_class_init (CharterClozeViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_cloze_view_finalize;
  view_class->build = charter_cloze_view_build;
  view_class->update = charter_cloze_view_update;
  view_class->choose = charter_cloze_view_choose;
}

static void
charter_cloze_view_init (CharterClozeView *self)
{
  self->picks = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}
