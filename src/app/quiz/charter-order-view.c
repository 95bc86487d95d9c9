/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-order-view.h"

#include <glib/gi18n.h>

#include "charter-part-row.h"

struct _CharterOrderView {
  CharterItemView parent_instance;

  GtkWidget *list;
  GHashTable *rows;   /* id → CharterPartRow, owned by the list */
  GPtrArray *handles; /* one in each row */

  /* owned */
  char *held;              /* id of the step that is picked up, or NULL */
  CharterResponse *before; /* as it was when that was picked up */
  gboolean touched;
};

G_DEFINE_FINAL_TYPE (CharterOrderView, charter_order_view, CHARTER_TYPE_ITEM_VIEW)

/* ---- the order as ids ---- */

static GPtrArray *
list_ids (CharterResponse *response)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < charter_response_get_n (response); i++)
    g_ptr_array_add (ids, (gpointer)charter_response_get (response, i).source);
  return ids;
}

static int
find_place (CharterOrderView *self, const char *id)
{
  CharterResponse *response = charter_item_view_get_response (CHARTER_ITEM_VIEW (self));

  for (guint i = 0; i < charter_response_get_n (response); i++)
    if (g_str_equal (charter_response_get (response, i).source, id))
      return (int)i;
  return -1;
}

static CharterResponse *
charter_order_view_make_first (CharterItemView *view)
{
  const CharterStep *step = charter_item_view_get_step (view);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < step->item->n_parts; i++)
    g_ptr_array_add (ids, (gpointer)charter_item_view_get_part (view, i)->id);
  g_ptr_array_add (ids, NULL);
  return charter_response_new_ids (CHARTER_RESPONSE_ORDER, (const char *const *)ids->pdata);
}

/* ---- moving ---- */

static void
focus_row (CharterOrderView *self, const char *id)
{
  gtk_widget_grab_focus (g_hash_table_lookup (self->rows, id));
}

static void
tell_place (CharterOrderView *self, const char *id)
{
  CharterPartRow *row = g_hash_table_lookup (self->rows, id);
  /* Translators: a step, its place, how many there are. */
  g_autofree char *words = g_strdup_printf (_ ("“%s” is now %'d of %'u."), charter_part_row_get_words (row),
                                            find_place (self, id) + 1, g_hash_table_size (self->rows));

  charter_item_view_tell (CHARTER_ITEM_VIEW (self), words);
}

static void
move_to (CharterOrderView *self, const char *id, int place)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  g_autoptr (GPtrArray) ids = list_ids (charter_item_view_get_response (view));
  g_autoptr (CharterResponse) response = NULL;
  int from = find_place (self, id);
  gpointer moved;

  if (charter_item_view_get_locked (view) || from < 0 || place < 0 || place >= (int)ids->len || place == from)
    return;

  moved = g_ptr_array_steal_index (ids, from);
  g_ptr_array_insert (ids, place, moved);
  g_ptr_array_add (ids, NULL);
  response = charter_response_new_ids (CHARTER_RESPONSE_ORDER, (const char *const *)ids->pdata);
  self->touched = TRUE;
  charter_item_view_take (view, response);
  focus_row (self, id);
  tell_place (self, id);
}

static void
update (CharterOrderView *self)
{
  CHARTER_ITEM_VIEW_GET_CLASS (self)->update (CHARTER_ITEM_VIEW (self));
}

static void
pick_up (CharterOrderView *self, const char *id)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  CharterPartRow *row = g_hash_table_lookup (self->rows, id);
  g_autofree char *words
    = g_strdup_printf (_ ("“%s” is picked up. Move it with the arrow keys, put it down with Space."),
                       charter_part_row_get_words (row));

  self->held = g_strdup (id);
  self->before = charter_response_ref (charter_item_view_get_response (view));
  update (self);
  charter_item_view_tell (view, words);
}

static void
let_go (CharterOrderView *self)
{
  g_clear_pointer (&self->held, g_free);
  g_clear_pointer (&self->before, charter_response_unref);
}

static void
put_down (CharterOrderView *self)
{
  g_autofree char *id = g_steal_pointer (&self->held);

  let_go (self);
  self->touched = TRUE;
  update (self);
  tell_place (self, id);
}

static void
put_back (CharterOrderView *self)
{
  g_autofree char *id = g_steal_pointer (&self->held);
  g_autoptr (CharterResponse) before = g_steal_pointer (&self->before);

  charter_item_view_take (CHARTER_ITEM_VIEW (self), before);
  update (self);
  focus_row (self, id);
  tell_place (self, id);
}

/* The first click picks up, the second says where it goes. */
static void
on_row_activated (CharterOrderView *self, CharterPartRow *row)
{
  const char *id = charter_part_row_get_id (row);

  if (charter_item_view_get_locked (CHARTER_ITEM_VIEW (self)))
    return;
  if (self->held == NULL)
    pick_up (self, id);
  else
    {
      g_autofree char *held = g_strdup (self->held);

      move_to (self, held, find_place (self, id));
      put_down (self);
    }
}

static gboolean
on_key_pressed (CharterOrderView *self, guint keyval, guint code, GdkModifierType modifiers)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  gboolean alt = (modifiers & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;
  int by = (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) - (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up);
  const char *id;

  if (charter_item_view_get_locked (CHARTER_ITEM_VIEW (self)) || !CHARTER_IS_PART_ROW (row))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && self->held != NULL)
    {
      put_back (self);
      return GDK_EVENT_STOP;
    }
  if (by == 0 || (!alt && self->held == NULL))
    return GDK_EVENT_PROPAGATE;

  id = self->held != NULL ? self->held : charter_part_row_get_id (CHARTER_PART_ROW (row));
  move_to (self, id, find_place (self, id) + by);
  return GDK_EVENT_STOP;
}

/* ---- dragging ---- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, CharterOrderView *self)
{
  CharterPartRow *row = CHARTER_PART_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  if (charter_item_view_get_locked (CHARTER_ITEM_VIEW (self)))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int)x, (int)y);
  return gdk_content_provider_new_typed (G_TYPE_STRING, charter_part_row_get_id (row));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CharterOrderView *self)
{
  CharterPartRow *row = CHARTER_PART_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  const char *id = g_value_get_string (value);

  if (id == NULL || !g_hash_table_contains (self->rows, id))
    return FALSE;
  if (self->held != NULL)
    put_down (self);
  move_to (self, id, find_place (self, charter_part_row_get_id (row)));
  return TRUE;
}

static void
make_draggable (CharterOrderView *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* ---- showing ---- */

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer self)
{
  return find_place (self, charter_part_row_get_id (CHARTER_PART_ROW (a)))
         - find_place (self, charter_part_row_get_id (CHARTER_PART_ROW (b)));
}

static void
charter_order_view_build (CharterItemView *view)
{
  CharterOrderView *self = CHARTER_ORDER_VIEW (view);
  const CharterItem *item = charter_item_view_get_step (view)->item;
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = charter_part_list_new (GTK_ACCESSIBLE_ROLE_LIST, _ ("Steps in your order"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->list, keys);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);

  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = charter_item_view_get_part (view, i);
      CharterPartRow *row
        = charter_part_row_new (charter_item_view_get_pack (view), part->id, part->text, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      GtkWidget *handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic", "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (handle, "handle");
      charter_part_row_add_suffix (row, handle);
      g_ptr_array_add (self->handles, handle);
      make_draggable (self, GTK_WIDGET (row));
      g_hash_table_insert (self->rows, (gpointer)charter_part_row_get_id (row), row);
      gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, self, NULL);
  charter_item_view_append (view, self->list);
}

static char *
dup_mark_words (const CharterItem *item, const char *id, CharterMark mark)
{
  if (mark == CHARTER_MARK_RIGHT)
    return g_strdup (_ ("In its place"));
  return g_strdup_printf (_ ("Belongs in place %u"), (guint)(charter_item_find_part (item, id) - item->parts) + 1);
}

static void
show_place (CharterOrderView *self, CharterPartRow *row, guint place)
{
  const char *id = charter_part_row_get_id (row);
  gboolean held = self->held != NULL && g_str_equal (self->held, id);
  g_autofree char *badge = g_strdup_printf ("%u", place + 1);
  g_autofree char *words = g_strdup_printf (held ? _ ("%'u of %'u, picked up") : _ ("%'u of %'u"), place + 1,
                                            g_hash_table_size (self->rows));

  charter_part_row_set_badge (row, badge);
  charter_part_row_set_place (row, words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !charter_item_view_get_locked (CHARTER_ITEM_VIEW (self)));
  charter_part_row_set_held (row, held);
}

static void
show_feedback (CharterOrderView *self, CharterPartRow *row)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterItem *item = charter_item_view_get_step (view)->item;
  const char *id = charter_part_row_get_id (row);
  gboolean feedback = charter_item_view_get_feedback (view);
  CharterMark mark = charter_item_view_get_mark (view, id);
  g_autofree char *words = feedback ? dup_mark_words (item, id, mark) : NULL;

  charter_part_row_set_mark (row, mark, words);
  charter_part_row_set_why (row, feedback ? charter_item_find_part (item, id)->why : (CharterBlocks){ NULL, 0 });
}

/* The list is sorted and no row taken out of it, so that the focus stays. */
static void
charter_order_view_update (CharterItemView *view)
{
  CharterOrderView *self = CHARTER_ORDER_VIEW (view);
  g_autoptr (GPtrArray) ids = list_ids (charter_item_view_get_response (view));

  if (charter_item_view_get_locked (view))
    let_go (self);
  for (guint i = 0; i < ids->len; i++)
    {
      CharterPartRow *row = g_hash_table_lookup (self->rows, g_ptr_array_index (ids, i));

      if (row == NULL)
        continue;
      show_place (self, row, i);
      show_feedback (self, row);
    }
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_set_visible (self->handles->pdata[i], !charter_item_view_get_feedback (view));
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
}

/* A number key moves the step that has the focus to that place. */
static gboolean
charter_order_view_choose (CharterItemView *view, guint index)
{
  CharterOrderView *self = CHARTER_ORDER_VIEW (view);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  if (!CHARTER_IS_PART_ROW (row) || index >= g_hash_table_size (self->rows))
    return FALSE;
  move_to (self, charter_part_row_get_id (CHARTER_PART_ROW (row)), (int)index);
  return TRUE;
}

/* The order is complete before anything was done: until then Enter picks up and does not give it as the answer. */
static gboolean
charter_order_view_needs_enter (CharterItemView *view)
{
  CharterOrderView *self = CHARTER_ORDER_VIEW (view);

  return self->held != NULL || !self->touched;
}

static void
charter_order_view_finalize (GObject *object)
{
  CharterOrderView *self = CHARTER_ORDER_VIEW (object);

  let_go (self);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->handles);
  G_OBJECT_CLASS (charter_order_view_parent_class)->finalize (object);
}

static void
charter_order_view_class_init (CharterOrderViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_order_view_finalize;
  view_class->build = charter_order_view_build;
  view_class->update = charter_order_view_update;
  view_class->choose = charter_order_view_choose;
  view_class->make_first = charter_order_view_make_first;
  view_class->needs_enter = charter_order_view_needs_enter;
}

static void
charter_order_view_init (CharterOrderView *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->handles = g_ptr_array_new ();
}
