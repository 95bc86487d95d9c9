/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-typed-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-part-row.h"

struct _CharterTypedView {
  CharterItemView parent_instance;

  /* widgets */
  GtkWidget *list;
  GtkWidget *entry;
  CharterPartRow *given; /* the answer as words, in the field's place once there is feedback */
  CharterPartRow *key;   /* what would have been right, where something else was given */

  gboolean told; /* the field's text comes from outside */
};

G_DEFINE_FINAL_TYPE (CharterTypedView, charter_typed_view, CHARTER_TYPE_ITEM_VIEW)

static const CharterTyped *
get_typed (CharterItemView *view)
{
  return charter_item_view_get_step (view)->item->typed;
}

static void
on_changed (CharterTypedView *self)
{
  g_autoptr (CharterResponse) response = NULL;

  if (self->told)
    return;
  response = charter_response_new_typed (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  charter_item_view_take (CHARTER_ITEM_VIEW (self), response);
}

static gboolean
takes_number (CharterItemView *view)
{
  CharterItemKind kind = charter_item_view_get_step (view)->item->kind;

  return kind == CHARTER_ITEM_NUMBER || kind == CHARTER_ITEM_DRILL;
}

static char *
with_unit (CharterItemView *view, const char *words)
{
  return g_strjoin (" ", words, get_typed (view)->unit, NULL);
}

static CharterPartRow *
create_row (CharterTypedView *self, const char *words)
{
  CharterPartRow *row = charter_part_row_new (charter_item_view_get_pack (CHARTER_ITEM_VIEW (self)), "",
                                              (CharterText){ "", NULL }, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  charter_part_row_set_words (row, words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
charter_typed_view_build (CharterItemView *view)
{
  CharterTypedView *self = CHARTER_TYPED_VIEW (view);
  g_autofree char *key = charter_item_words_dup_key (charter_item_view_get_step (view));
  GtkEditable *field;

  self->list = charter_part_list_new (GTK_ACCESSIBLE_ROLE_GROUP, _ ("Your answer"));
  self->entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Your answer"));
  field = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your answer"), -1);
  if (takes_number (view))
    gtk_text_set_input_purpose (GTK_TEXT (field), GTK_INPUT_PURPOSE_NUMBER);
  if (get_typed (view)->unit != NULL)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->entry), gtk_label_new (get_typed (view)->unit));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);

  self->given = create_row (self, "");
  self->key = create_row (self, key);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->entry);
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->given));
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->key));
  charter_item_view_append (view, self->list);
}

static void
show_feedback (CharterTypedView *self)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterStep *step = charter_item_view_get_step (view);
  CharterResponse *response = charter_item_view_get_response (view);
  gboolean correct = charter_scoring_score (step->item, response, step->seed).correct;
  const CharterNear *near = charter_scoring_find_near (step->item, response, step->seed);

  g_autofree char *words = with_unit (CHARTER_ITEM_VIEW (self), charter_response_get_typed (response));

  charter_part_row_set_words (self->given, words);
  charter_part_row_set_mark (self->given, correct ? CHARTER_MARK_RIGHT : CHARTER_MARK_WRONG,
                             correct ? _ ("Your answer, and correct") : _ ("Your answer"));
  charter_part_row_set_why (self->given, near != NULL && !correct ? near->why : (CharterBlocks){ NULL, 0 });
  charter_part_row_set_mark (self->key, CHARTER_MARK_MISSED, _ ("Correct answer"));
  gtk_widget_set_visible (GTK_WIDGET (self->key), !correct);
}

static void
charter_typed_view_update (CharterItemView *view)
{
  CharterTypedView *self = CHARTER_TYPED_VIEW (view);
  const char *typed = charter_response_get_typed (charter_item_view_get_response (view));
  gboolean feedback = charter_item_view_get_feedback (view);

  self->told = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), typed) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), typed != NULL ? typed : "");
  self->told = FALSE;
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !charter_item_view_get_locked (view));
  gtk_widget_set_visible (self->entry, !feedback);
  gtk_widget_set_visible (GTK_WIDGET (self->given), feedback);
  gtk_widget_set_visible (GTK_WIDGET (self->key), feedback);
  if (feedback)
    show_feedback (self);
}

static void
charter_typed_view_class_init (CharterTypedViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  view_class->build = charter_typed_view_build;
  view_class->update = charter_typed_view_update;
}

static void
charter_typed_view_init (CharterTypedView *self)
{
}
