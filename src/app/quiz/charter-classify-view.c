/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-classify-view.h"

#include <glib/gi18n.h>

#include "charter-category-box.h"
#include "charter-widget.h"

#define MOST_BESIDE 3  /* categories that fit beside one another */
#define MOST_NUMBERS 4 /* buttons that fit on a card */

struct _CharterClassifyView {
  CharterItemView parent_instance;

  /* widgets */
  CharterCategoryBox *pile;
  GtkWidget *places;
  GPtrArray *boxes;   /* CharterCategoryBox, in the order shown */
  GPtrArray *cards;   /* CharterPartRow (owned), in the order shown */
  GPtrArray *numbers; /* a box of buttons on each card, one for each category */

  CharterPartRow *held; /* one of cards, or NULL */
  guint target;         /* the box that a held card would go to */
};

G_DEFINE_FINAL_TYPE (CharterClassifyView, charter_classify_view, CHARTER_TYPE_ITEM_VIEW)

static void
update (CharterClassifyView *self)
{
  CHARTER_ITEM_VIEW_GET_CLASS (self)->update (CHARTER_ITEM_VIEW (self));
}

static guint
count_open (CharterClassifyView *self)
{
  return self->cards->len - charter_response_get_n (charter_item_view_get_response (CHARTER_ITEM_VIEW (self)));
}

/* NULL while the card is in the pile. */
static CharterCategoryBox *
find_box (CharterClassifyView *self, CharterPartRow *card)
{
  CharterResponse *response = charter_item_view_get_response (CHARTER_ITEM_VIEW (self));
  const char *slot = charter_response_find_target (response, charter_part_row_get_id (card));

  for (guint i = 0; slot != NULL && i < self->boxes->len; i++)
    if (g_str_equal (charter_category_box_get_slot (self->boxes->pdata[i])->id, slot))
      return self->boxes->pdata[i];
  return NULL;
}

static CharterPartRow *
find_card (CharterClassifyView *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->cards->len; i++)
    if (g_str_equal (charter_part_row_get_id (self->cards->pdata[i]), id))
      return self->cards->pdata[i];
  return NULL;
}

/* ---- moving ---- */

static void
tell_put (CharterClassifyView *self, CharterPartRow *card, CharterCategoryBox *box)
{
  guint open = count_open (self);
  /* Translators: a card, and the category or pile that it was put into. */
  g_autofree char *put
    = g_strdup_printf (_ ("“%s” is in “%s”."), charter_part_row_get_words (card), charter_category_box_get_words (box));
  g_autofree char *left = open > 0 ? g_strdup_printf (ngettext ("%'u card left.", "%'u cards left.", open), open)
                                   : g_strdup (_ ("All cards are sorted."));
  g_autofree char *words = g_strdup_printf ("%s %s", put, left);

  charter_item_view_tell (CHARTER_ITEM_VIEW (self), words);
}

/* The next card to sort gets the focus, so that number keys alone sort a whole pile. */
static void
focus_after (CharterClassifyView *self, CharterPartRow *card, guint index)
{
  CharterPartRow *next = charter_category_box_get_row (self->pile, index);

  if (next == NULL)
    next = charter_category_box_get_row (self->pile, 0);
  gtk_widget_grab_focus (GTK_WIDGET (next != NULL ? next : card));
}

static void
put (CharterClassifyView *self, CharterPartRow *card, CharterCategoryBox *box)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterSlot *slot = charter_category_box_get_slot (box);
  guint index = (guint)MAX (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)), 0);
  g_autoptr (CharterResponse) response = NULL;

  if (charter_item_view_get_locked (view))
    return;
  response = charter_response_with_pair (charter_item_view_get_response (view), charter_part_row_get_id (card),
                                         slot != NULL ? slot->id : NULL, FALSE);
  self->held = NULL;
  charter_item_view_take (view, response);
  update (self);
  focus_after (self, card, index);
  tell_put (self, card, box);
}

static void
tell_target (CharterClassifyView *self)
{
  /* Translators: a category, its place among them, how many there are. */
  g_autofree char *words = g_strdup_printf (_ ("“%s”, %'u of %'u. Press Space to put the card there."),
                                            charter_category_box_get_words (self->boxes->pdata[self->target]),
                                            self->target + 1, self->boxes->len);

  charter_item_view_tell (CHARTER_ITEM_VIEW (self), words);
}

static void
pick_up (CharterClassifyView *self, CharterPartRow *card)
{
  g_autofree char *words = g_strdup_printf (_ ("“%s” is picked up. Choose its category, or press Esc to put it back."),
                                            charter_part_row_get_words (card));

  self->held = card;
  self->target = 0;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  charter_item_view_tell (CHARTER_ITEM_VIEW (self), words);
}

static void
put_back (CharterClassifyView *self)
{
  CharterPartRow *card = g_steal_pointer (&self->held);
  CharterCategoryBox *box = find_box (self, card);

  update (self);
  tell_put (self, card, box != NULL ? box : self->pile);
}

static void
on_card_activated (CharterClassifyView *self, CharterPartRow *card, CharterCategoryBox *box)
{
  if (charter_item_view_get_locked (CHARTER_ITEM_VIEW (self)))
    return;
  if (self->held == card)
    put_back (self);
  else if (self->held != NULL && box != self->pile)
    put (self, self->held, box);
  else
    pick_up (self, card);
}

static void
on_box_clicked (CharterClassifyView *self, CharterCategoryBox *box)
{
  if (self->held != NULL)
    put (self, self->held, box);
  else if (!charter_item_view_get_locked (CHARTER_ITEM_VIEW (self)))
    charter_item_view_tell (CHARTER_ITEM_VIEW (self), _ ("Choose a card first, then where it belongs."));
}

static void
on_dropped (CharterClassifyView *self, const char *id, CharterCategoryBox *box)
{
  CharterPartRow *card = find_card (self, id);

  if (card != NULL)
    put (self, card, box);
}

/* ---- keys ---- */

static int
arrow_step (GtkWidget *widget, guint keyval)
{
  int forward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
      return -1;
    case GDK_KEY_Down:
      return 1;
    case GDK_KEY_Left:
      return -forward;
    case GDK_KEY_Right:
      return forward;
    default:
      return 0;
    }
}

static gboolean
on_key_while_held (CharterClassifyView *self, guint keyval)
{
  int by = arrow_step (GTK_WIDGET (self), keyval);

  if (keyval == GDK_KEY_Escape)
    put_back (self);
  else if (keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    put (self, self->held, self->boxes->pdata[self->target]);
  else if (by != 0)
    {
      self->target = (self->target + self->boxes->len + (guint)by) % self->boxes->len;
      update (self);
      tell_target (self);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (CharterClassifyView *self, guint keyval, guint code, GdkModifierType modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!CHARTER_IS_PART_ROW (focus) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->held != NULL)
    return on_key_while_held (self, keyval);
  if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace) && find_box (self, CHARTER_PART_ROW (focus)) != NULL)
    {
      put (self, CHARTER_PART_ROW (focus), self->pile);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static CharterPartRow *
find_focused_card (CharterClassifyView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (CHARTER_IS_PART_ROW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return CHARTER_PART_ROW (focus);
  return charter_category_box_get_row (self->pile, 0);
}

static gboolean
charter_classify_view_choose (CharterItemView *view, guint index)
{
  CharterClassifyView *self = CHARTER_CLASSIFY_VIEW (view);
  CharterPartRow *card = self->held != NULL ? self->held : find_focused_card (self);

  if (card == NULL || index >= self->boxes->len)
    return FALSE;
  put (self, card, self->boxes->pdata[index]);
  return TRUE;
}

static gboolean
charter_classify_view_needs_enter (CharterItemView *view)
{
  return CHARTER_CLASSIFY_VIEW (view)->held != NULL;
}

/* ---- showing ---- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, CharterClassifyView *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

  if (charter_item_view_get_locked (CHARTER_ITEM_VIEW (self)))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int)x, (int)y);
  return gdk_content_provider_new_typed (G_TYPE_STRING, charter_part_row_get_id (CHARTER_PART_ROW (card)));
}

static void
on_number_clicked (GtkWidget *button, CharterClassifyView *self)
{
  CharterPartRow *card = CHARTER_PART_ROW (gtk_widget_get_ancestor (button, CHARTER_TYPE_PART_ROW));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "charter-index"));

  put (self, card, self->boxes->pdata[index]);
}

/* One click on the number of a category puts the card there. The keyboard has the number keys for that, so that these
 * buttons are no stops of the focus. */
static GtkWidget *
create_number (CharterClassifyView *self, guint index)
{
  const char *place = charter_category_box_get_words (self->boxes->pdata[index]);
  g_autofree char *digits = g_strdup_printf ("%u", index + 1);
  g_autofree char *words = g_strdup_printf (_ ("Put in “%s”"), place);
  GtkWidget *button = gtk_button_new_with_label (digits);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "number");
  charter_widget_set_spoken_name (button, words);
  g_object_set_data (G_OBJECT (button), "charter-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_number_clicked), self);
  return button;
}

static GtkWidget *
create_numbers (CharterClassifyView *self)
{
  GtkWidget *numbers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (numbers, GTK_ALIGN_CENTER);
  for (guint i = 0; i < self->boxes->len && self->boxes->len <= MOST_NUMBERS; i++)
    gtk_box_append (GTK_BOX (numbers), create_number (self, i));
  return numbers;
}

static CharterPartRow *
create_card (CharterClassifyView *self, guint index)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterPart *part = charter_item_view_get_part (view, index);
  CharterPartRow *card
    = charter_part_row_new (charter_item_view_get_pack (view), part->id, part->text, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *numbers = create_numbers (self);

  charter_part_row_add_suffix (card, numbers);
  g_ptr_array_add (self->numbers, numbers);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (source));
  return card;
}

static CharterCategoryBox *
create_box (CharterClassifyView *self, const CharterSlot *slot, guint number)
{
  CharterCategoryBox *box = charter_category_box_new (slot, number);

  g_signal_connect_swapped (box, "clicked", G_CALLBACK (on_box_clicked), self);
  g_signal_connect_swapped (box, "dropped", G_CALLBACK (on_dropped), self);
  g_signal_connect_swapped (box, "card-activated", G_CALLBACK (on_card_activated), self);
  return box;
}

static void
charter_classify_view_build (CharterItemView *view)
{
  CharterClassifyView *self = CHARTER_CLASSIFY_VIEW (view);
  const CharterItem *item = charter_item_view_get_step (view)->item;
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pile = create_box (self, NULL, 0);
  self->places = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  for (guint i = 0; i < item->n_slots; i++)
    {
      CharterCategoryBox *box = create_box (self, charter_item_view_get_slot (view, i), i + 1);

      gtk_widget_set_hexpand (GTK_WIDGET (box), TRUE);
      g_ptr_array_add (self->boxes, box);
      gtk_box_append (GTK_BOX (self->places), GTK_WIDGET (box));
    }
  for (guint i = 0; i < item->n_parts; i++)
    g_ptr_array_add (self->cards, g_object_ref_sink (create_card (self, i)));

  charter_item_view_append (view, self->places);
  charter_item_view_append (view, GTK_WIDGET (self->pile));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
move_card (CharterClassifyView *self, CharterPartRow *card, CharterCategoryBox *box)
{
  if (charter_category_box_holds (box, card))
    return;
  charter_category_box_remove (self->pile, card);
  for (guint i = 0; i < self->boxes->len; i++)
    charter_category_box_remove (self->boxes->pdata[i], card);
  charter_category_box_add (box, card);
}

static char *
dup_mark_words (const CharterItem *item, const CharterPart *part, CharterMark mark)
{
  if (mark == CHARTER_MARK_RIGHT)
    return g_strdup (_ ("Right"));
  return g_strdup_printf (_ ("Belongs in “%s”"), charter_item_find_slot (item, part->slot)->text.plain);
}

static void
show_card (CharterClassifyView *self, CharterPartRow *card)
{
  CharterItemView *view = CHARTER_ITEM_VIEW (self);
  const CharterItem *item = charter_item_view_get_step (view)->item;
  const CharterPart *part = charter_item_find_part (item, charter_part_row_get_id (card));
  CharterCategoryBox *box = find_box (self, card);
  gboolean feedback = charter_item_view_get_feedback (view);
  CharterMark mark = charter_item_view_get_mark (view, part->id);
  g_autofree char *words = feedback ? dup_mark_words (item, part, mark) : NULL;
  const char *place = box != NULL ? charter_category_box_get_words (box) : _ ("not sorted yet");
  g_autofree char *held = card == self->held ? g_strdup_printf (_ ("%s, picked up"), place) : NULL;

  move_card (self, card, box != NULL ? box : self->pile);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (card), !charter_item_view_get_locked (view));
  charter_part_row_set_held (card, card == self->held);
  charter_part_row_set_place (card, held != NULL ? held : place);
  charter_part_row_set_mark (card, mark, words);
  charter_part_row_set_why (card, feedback ? part->why : (CharterBlocks){ NULL, 0 });
}

static void
charter_classify_view_update (CharterItemView *view)
{
  CharterClassifyView *self = CHARTER_CLASSIFY_VIEW (view);
  gboolean beside = !charter_item_view_get_narrow (view) && self->boxes->len <= MOST_BESIDE;

  if (charter_item_view_get_locked (view))
    self->held = NULL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->places),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (GTK_BOX (self->places), beside);
  for (guint i = 0; i < self->cards->len; i++)
    {
      show_card (self, self->cards->pdata[i]);
      gtk_widget_set_visible (self->numbers->pdata[i], find_box (self, self->cards->pdata[i]) == NULL);
    }
  for (guint i = 0; i < self->boxes->len; i++)
    charter_category_box_set_target (self->boxes->pdata[i], self->held != NULL && i == self->target);
  gtk_widget_set_visible (GTK_WIDGET (self->pile), !charter_item_view_get_feedback (view));
}

/* To the first card that is still to be sorted, not to the categories above it. */
static gboolean
charter_classify_view_grab_focus (GtkWidget *widget)
{
  CharterPartRow *card = charter_category_box_get_row (CHARTER_CLASSIFY_VIEW (widget)->pile, 0);

  if (card != NULL && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (card));
  return GTK_WIDGET_CLASS (charter_classify_view_parent_class)->grab_focus (widget);
}

static void
charter_classify_view_finalize (GObject *object)
{
  CharterClassifyView *self = CHARTER_CLASSIFY_VIEW (object);

  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->numbers);
  G_OBJECT_CLASS (charter_classify_view_parent_class)->finalize (object);
}

static void
charter_classify_view_class_init (CharterClassifyViewClass *klass)
{
  CharterItemViewClass *view_class = CHARTER_ITEM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_classify_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = charter_classify_view_grab_focus;
  view_class->build = charter_classify_view_build;
  view_class->update = charter_classify_view_update;
  view_class->choose = charter_classify_view_choose;
  view_class->needs_enter = charter_classify_view_needs_enter;
}

static void
charter_classify_view_init (CharterClassifyView *self)
{
  self->boxes = g_ptr_array_new ();
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->numbers = g_ptr_array_new ();
}
