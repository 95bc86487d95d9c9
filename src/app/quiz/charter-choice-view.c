/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-choice-view.h"

#include <glib/gi18n.h>

#include "charter-part-row.h"

typedef struct {
  GtkWidget *list;
  GPtrArray *rows; /* CharterPartRow, owned by the list */
} CharterChoiceViewPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CharterChoiceView, charter_choice_view, CHARTER_TYPE_ITEM_VIEW)

static CharterChoiceViewPrivate *
get_private (gpointer self)
{
  return charter_choice_view_get_instance_private (self);
}

char *
charter_choice_letter (guint index)
{
  return index < 26 ? g_strdup_printf ("%c", 'A' + index) : g_strdup_printf ("%u", index + 1);
}

/* Of a picture one expects that a second click moves the choice, unless there is more than one right place. */
gboolean
charter_choice_view_takes_several (CharterChoiceView *self)
{
  const CharterItem *item = charter_item_view_get_step (CHARTER_ITEM_VIEW (self))->item;

  return item->kind == CHARTER_ITEM_MULTIPLE
         || (item->kind == CHARTER_ITEM_HOTSPOT && charter_item_count_keys (item) > 1);
}

void
charter_choice_view_choose_id (CharterChoiceView *self, const char *id)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const char *const ids[] = { id, NULL };
  g_autoptr (CharterResponse) response = NULL;

  if (charter_choice_view_takes_several (self))
    response = charter_response_toggled (charter_item_view_get_response (view), id);
  else
    response = charter_response_new_ids (CHARTER_RESPONSE_CHOICE, ids);
  charter_item_view_take (view, response);
}

GtkWidget *
charter_choice_view_get_list (CharterChoiceView *self)
{
  return get_private (self)->list;
}

static void
on_row_activated (CharterChoiceView *self, CharterPartRow *row)
{
  charter_choice_view_choose_id (self, charter_part_row_get_id (row));
}

static const char *
truefalse_words (const char *id)
{
  return g_str_equal (id, "true") ? C_ ("answer", "True") : C_ ("answer", "False");
}

/* ---- striking out ---- */

/* What is chosen stays to be seen. */
static void
charter_choice_view_strike (CharterItemView *view, guint index)
{
  const CharterItem *item = charter_item_view_get_step (view)->item;
  const char *id = charter_item_view_get_part (view, index)->id;
  g_autofree char *letter = charter_choice_letter (index);
  g_autofree char *told = NULL;

  if (item->kind == CHARTER_ITEM_HOTSPOT)
    return;
  if (charter_response_contains (charter_item_view_get_response (view), id))
    told = g_strdup_printf (_ ("%s is chosen, and is not struck out."), letter);
  else if (charter_item_view_ask_to_strike (view, index))
    told = g_strdup_printf (charter_item_view_is_struck (view, index) ? _ ("%s is struck out.")
                                                                      : _ ("%s is no longer struck out."),
                            letter);
  if (told != NULL)
    charter_item_view_tell (view, told);
}

static gboolean
strike_row (CharterItemView *view, GtkWidget *row)
{
  return CHARTER_IS_PART_ROW (row)
         && charter_item_view_strike (view, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static gboolean
on_key_pressed (CharterItemView *view, guint keyval, guint code, GdkModifierType modifiers)
{
  gboolean plain = (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0;

  return plain && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
         && strike_row (view, gtk_widget_get_focus_child (get_private (view)->list));
}

static void
strike_at (CharterItemView *view, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (get_private (view)->list), (int)y);

  strike_row (view, GTK_WIDGET (row));
}

static void
on_secondary (CharterItemView *view, int n_press, double x, double y)
{
  strike_at (view, y);
}

static void
on_long_press (CharterItemView *view, double x, double y)
{
  strike_at (view, y);
}

static void
take_strikes (CharterItemView *view)
{
  GtkWidget *list = get_private (view)->list;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), view);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary), view);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (on_long_press), view);
  gtk_widget_add_controller (list, keys);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (hold));
}

/* ---- rows ---- */

static CharterPartRow *
create_row (CharterItemView *view, guint index)
{
  const CharterPart *part = charter_item_view_get_part (view, index);
  GtkAccessibleRole role = charter_choice_view_takes_several (CHARTER_CHOICE_VIEW (view)) ? GTK_ACCESSIBLE_ROLE_CHECKBOX
                                                                                          : GTK_ACCESSIBLE_ROLE_RADIO;
  CharterPartRow *row = charter_part_row_new (charter_item_view_get_pack (view), part->id, part->text, role);
  g_autofree char *letter = charter_choice_letter (index);

  if (charter_item_view_get_step (view)->item->kind == CHARTER_ITEM_TRUEFALSE)
    charter_part_row_set_words (row, truefalse_words (part->id));
  charter_part_row_set_badge (row, letter);
  if (charter_choice_view_takes_several (CHARTER_CHOICE_VIEW (view)))
    gtk_widget_add_css_class (GTK_WIDGET (row), "several");
  return row;
}

static void
charter_choice_view_build (CharterItemView *view)
{
  CharterChoiceViewPrivate *priv = get_private (view);
  const CharterItem *item = charter_item_view_get_step (view)->item;
  GtkAccessibleRole role = charter_choice_view_takes_several (CHARTER_CHOICE_VIEW (view))
                             ? GTK_ACCESSIBLE_ROLE_GROUP
                             : GTK_ACCESSIBLE_ROLE_RADIO_GROUP;

  priv->list = charter_part_list_new (role, _ ("Answers"));
  g_signal_connect_swapped (priv->list, "row-activated", G_CALLBACK (on_row_activated), view);
  for (guint i = 0; i < item->n_parts; i++)
    {
      CharterPartRow *row = create_row (view, i);

      g_ptr_array_add (priv->rows, row);
      gtk_list_box_append (GTK_LIST_BOX (priv->list), GTK_WIDGET (row));
    }
  take_strikes (view);
  charter_item_view_append (view, priv->list);
}

const char *
charter_choice_mark_words (CharterMark mark)
{
  switch (mark)
    {
    case CHARTER_MARK_RIGHT:
      return _ ("Your answer, and correct");
    case CHARTER_MARK_WRONG:
      return _ ("Your answer");
    case CHARTER_MARK_MISSED:
      return _ ("Correct answer");
    case CHARTER_MARK_NONE:
    default:
      return NULL;
    }
}

static void
charter_choice_view_update (CharterItemView *view)
{
  CharterChoiceViewPrivate *priv = get_private (view);
  CharterResponse *response = charter_item_view_get_response (view);
  gboolean feedback = charter_item_view_get_feedback (view);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      CharterPartRow *row = g_ptr_array_index (priv->rows, i);
      const CharterPart *part = charter_item_view_get_part (view, i);
      CharterMark mark = charter_item_view_get_mark (view, part->id);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !charter_item_view_get_locked (view));
      charter_part_row_set_chosen (row, charter_response_contains (response, part->id));
      charter_part_row_set_struck (row, charter_item_view_is_struck (view, i));
      charter_part_row_set_mark (row, mark, feedback ? charter_choice_mark_words (mark) : NULL);
      charter_part_row_set_why (row, feedback ? part->why : (CharterBlocks){ NULL, 0 });
    }
}

static gboolean
charter_choice_view_choose (CharterItemView *view, guint index)
{
  CharterChoiceViewPrivate *priv = get_private (view);

  if (index >= priv->rows->len)
    return FALSE;
  gtk_widget_grab_focus (g_ptr_array_index (priv->rows, index));
  charter_choice_view_choose_id (CHARTER_CHOICE_VIEW (view), charter_item_view_get_part (view, index)->id);
  return TRUE;
}

/* On an option that is not the chosen one, Enter chooses it: nobody should give an answer that they looked away from.
 */
static gboolean
charter_choice_view_needs_enter (CharterItemView *view)
{
  CharterChoiceViewPrivate *priv = get_private (view);
  GtkWidget *row = gtk_widget_get_focus_child (priv->list);

  return !charter_choice_view_takes_several (CHARTER_CHOICE_VIEW (view)) && CHARTER_IS_PART_ROW (row)
         && !charter_response_contains (charter_item_view_get_response (view),
                                        charter_part_row_get_id (CHARTER_PART_ROW (row)));
}

/* To what is chosen, where something is: that is where somebody who comes back left off. */
static gboolean
charter_choice_view_grab_focus (GtkWidget *widget)
{
  CharterChoiceViewPrivate *priv = get_private (widget);
  CharterResponse *response = charter_item_view_get_response (CHARTER_ITEM_VIEW (widget));

  for (guint i = 0; i < priv->rows->len && gtk_widget_get_focus_child (widget) == NULL; i++)
    if (charter_response_contains (response, charter_part_row_get_id (priv->rows->pdata[i])))
      return gtk_widget_grab_focus (priv->rows->pdata[i]);
  return GTK_WIDGET_CLASS (charter_choice_view_parent_class)->grab_focus (widget);
}

static void
charter_choice_view_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (object)->rows);
  G_OBJECT_CLASS (charter_choice_view_parent_class)->finalize (object);
}

static void
charter_choice_view_class_init (CharterChoiceViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_choice_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = charter_choice_view_grab_focus;
  view_class->build = charter_choice_view_build;
  view_class->update = charter_choice_view_update;
  view_class->choose = charter_choice_view_choose;
  view_class->strike = charter_choice_view_strike;
  view_class->needs_enter = charter_choice_view_needs_enter;
}

static void
charter_choice_view_init (CharterChoiceView *self)
{
  get_private (self)->rows = g_ptr_array_new ();
}
