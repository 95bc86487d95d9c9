/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-view.h"

#include <glib/gi18n.h>

#include "charter-form-build.h"
#include "charter-form-field.h"
#include "charter-form-move-dialog.h"

struct _CharterFormView {
  AdwBin parent_instance;

  GtkScrolledWindow *scroll;
  AdwClamp *clamp;

  CharterFormParts *parts; /* NULL until there is a draft */
  CharterFormOrder *order;
  char *shape;       /* what was built; NULL: nothing */
  GPtrArray *fields; /* of CharterFormField */
  GPtrArray *boxes;  /* of GtkWidget, one a part; borrowed */
  guint refresh_source;

  /* Where the focus is to be when the parts are built anew. */
  gsize wanted; /* start of a part, or G_MAXSIZE */
  CharterElementKind wanted_child;
  CharterAttribute wanted_attribute;
};

G_DEFINE_FINAL_TYPE (CharterFormView, charter_form_view, ADW_TYPE_BIN)

enum { MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static CharterAuthorForm *
get_form (CharterFormView *self)
{
  return charter_form_parts_get_form (self->parts);
}

static CharterOutline *
get_outline (CharterFormView *self)
{
  return charter_author_form_get_outline (get_form (self));
}

static const CharterOutlineElement *
get (CharterFormView *self, guint index)
{
  return charter_outline_get (get_outline (self), index);
}

static guint
locate (CharterFormView *self, guint part)
{
  return charter_form_parts_locate (self->parts, part);
}

/* ---- the focus ---- */

/* The part that has the focus, for the keys. */
static guint
find_focused_part (CharterFormView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL && focus != GTK_WIDGET (self); focus = gtk_widget_get_parent (focus))
    for (guint i = 1; i < self->boxes->len; i++)
      if (self->boxes->pdata[i] == focus)
        return i;
  return 0;
}

static void
remember_focus (CharterFormView *self)
{
  for (guint i = 0; i < self->fields->len && self->wanted == G_MAXSIZE; i++)
    {
      CharterFormField *field = self->fields->pdata[i];
      guint index;

      if (!charter_form_field_has_focus (field))
        continue;
      index = locate (self, charter_form_field_get_part (field));
      if (index != CHARTER_OUTLINE_NONE)
        self->wanted = get (self, index)->start;
      charter_form_field_tell_kind (field, &self->wanted_child, &self->wanted_attribute);
    }
}

/* Into the same field of the part that is wanted, or else its first. */
static void
give_focus (CharterFormView *self)
{
  CharterFormField *first = NULL, *same = NULL;

  for (guint i = 0; i < self->fields->len && self->wanted != G_MAXSIZE; i++)
    {
      CharterFormField *field = self->fields->pdata[i];
      guint index = locate (self, charter_form_field_get_part (field));

      if (index == CHARTER_OUTLINE_NONE || get (self, index)->start != self->wanted)
        continue;
      if (same == NULL && charter_form_field_is_like (field, self->wanted_child, self->wanted_attribute))
        same = field;
      if (first == NULL && charter_form_field_is_like (field, self->wanted_child, AT_NONE))
        first = field;
      if (first == NULL || charter_form_field_is_like (first, EL_NONE, AT_CORRECT))
        first = field;
    }
  self->wanted = G_MAXSIZE;
  if (same != NULL || first != NULL)
    charter_form_field_focus (same != NULL ? same : first);
}

static void
clear (CharterFormView *self)
{
  adw_clamp_set_child (self->clamp, NULL);
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->boxes, 0);
}

static void
build (CharterFormView *self)
{
  CharterFormBuild parts = { self->parts, self->order, self->fields, self->boxes };
  GtkWidget *form;

  clear (self);
  if (charter_form_parts_get_length (self->parts) > 0)
    form = charter_form_build (&parts);
  else
    form = charter_form_build_create_label (_ ("There is no pack in this file yet. Begin it in XML."), "body");
  gtk_widget_add_css_class (form, "form");
  adw_clamp_set_child (self->clamp, form);
}

/* The focus stays where it was, or near what had it and is gone. */
static void
rebuild (CharterFormView *self)
{
  guint focused = find_focused_part (self);
  gboolean had_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  remember_focus (self);
  build (self);
  if (had_focus && self->wanted == G_MAXSIZE && self->boxes->len > 0)
    {
      GtkWidget *box = self->boxes->pdata[MIN (focused, self->boxes->len - 1)];

      gtk_widget_child_focus (box != NULL ? box : GTK_WIDGET (self->clamp), GTK_DIR_TAB_FORWARD);
    }
}

static void
refresh (CharterFormView *self)
{
  g_autofree char *shape = NULL;

  if (self->parts == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  shape = charter_form_parts_dup_shape (self->parts);
  if (g_strcmp0 (shape, self->shape) == 0)
    {
      for (guint i = 0; i < self->fields->len; i++)
        charter_form_field_refresh (self->fields->pdata[i]);
    }
  else
    {
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
      rebuild (self);
    }
  give_focus (self);
}

static gboolean
on_idle (gpointer data)
{
  CharterFormView *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Later, so that what was clicked is still there. */
static void
queue_refresh (CharterFormView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

/* ---- actions ---- */

static void
want (CharterFormView *self, guint index)
{
  if (index == CHARTER_OUTLINE_NONE)
    return;
  charter_form_parts_reveal (self->parts, index);
  self->wanted = get (self, index)->start;
  self->wanted_child = EL_NONE;
  self->wanted_attribute = AT_NONE;
}

static void
go (CharterFormView *self, guint index)
{
  if (index == CHARTER_OUTLINE_NONE)
    return;
  charter_form_parts_set_unit (self->parts, get (self, index)->start);
  want (self, index);
  queue_refresh (self);
  g_signal_emit (self, signals[MOVED], 0, (guint64)get (self, index)->start + 1);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);

  go (self, locate (self, g_variant_get_uint32 (parameter)));
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint unit = locate (self, 0);
  guint parent = unit != CHARTER_OUTLINE_NONE ? get (self, unit)->parent : unit;

  if (parent == CHARTER_OUTLINE_NONE)
    return;
  parent = charter_outline_find_unit (get_outline (self), parent);
  go (self, parent != CHARTER_OUTLINE_NONE ? parent : 0);
}

static void
move (gpointer data, guint part, int by)
{
  CharterFormView *self = data;
  guint index = locate (self, part);

  if (index == CHARTER_OUTLINE_NONE)
    return;
  remember_focus (self);
  index = charter_author_form_move (get_form (self), index, by);
  if (part == 0)
    go (self, index);
  else
    {
      charter_form_parts_reveal (self->parts, index);
      self->wanted = get (self, index)->start;
    }
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (CHARTER_FORM_VIEW (widget), g_variant_get_uint32 (parameter), g_str_equal (name, "form.move-up") ? -1 : 1);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part = g_variant_get_uint32 (parameter), index = locate (self, part);

  if (index == CHARTER_OUTLINE_NONE)
    return;
  index = charter_author_form_duplicate (get_form (self), index);
  if (part == 0)
    go (self, index);
  else
    want (self, index);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part = g_variant_get_uint32 (parameter), index = locate (self, part);

  if (index == CHARTER_OUTLINE_NONE || !charter_author_form_can_remove (get_form (self), index))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (part == 0)
    up_action (widget, name, NULL);
  charter_author_form_remove (get_form (self), index);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part, within, kind, index;

  g_variant_get (parameter, "(uuu)", &part, &within, &kind);
  index = locate (self, part);
  if (index != CHARTER_OUTLINE_NONE && within != EL_NONE)
    index = charter_outline_find_child (get_outline (self), index, (CharterElementKind)within);
  if (index == CHARTER_OUTLINE_NONE)
    return;
  index = charter_author_form_add (get_form (self), index, (CharterElementKind)kind, CHARTER_OUTLINE_NONE);
  if (index != CHARTER_OUTLINE_NONE && charter_element_is_unit ((CharterElementKind)kind))
    go (self, index);
  else
    want (self, index);
}

static void
exchange_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint index = locate (self, g_variant_get_uint32 (parameter));

  if (index != CHARTER_OUTLINE_NONE
      && charter_author_form_find_picture (get_form (self), index) != CHARTER_OUTLINE_NONE)
    want (self, charter_author_form_exchange_picture (get_form (self), index));
}

static void
show_more_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);

  charter_form_parts_show_more (self->parts);
  queue_refresh (self);
}

/* The unit is followed to where it goes; of its parts the others are what one goes on with. */
static void
on_place (CharterFormView *self, guint place, CharterFormMoveDialog *dialog)
{
  guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "part")), index = locate (self, part);

  if (index == CHARTER_OUTLINE_NONE || !charter_author_form_can_move_to (get_form (self), index, place))
    return;
  index = charter_author_form_move_to (get_form (self), index, place);
  if (part == 0)
    go (self, index);
}

static void
move_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part = g_variant_get_uint32 (parameter), index = locate (self, part);
  CharterFormMoveDialog *dialog;

  if (index == CHARTER_OUTLINE_NONE)
    return;
  dialog = charter_form_move_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), get_form (self), index);
  g_object_set_data (G_OBJECT (dialog), "part", GUINT_TO_POINTER (part));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *by, gpointer data)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part = find_focused_part (self);

  if (part > 0)
    move (self, part, g_variant_get_int32 (by));
  return part > 0;
}

/* ---- its life ---- */

static void
drop_draft (CharterFormView *self)
{
  if (self->parts != NULL)
    g_signal_handlers_disconnect_by_data (charter_author_form_get_draft (get_form (self)), self);
  clear (self);
  g_clear_pointer (&self->shape, g_free);
  g_clear_pointer (&self->order, charter_form_order_free);
  g_clear_pointer (&self->parts, charter_form_parts_free);
}

void
charter_form_view_set_draft (CharterFormView *self, CharterDraft *draft)
{
  g_return_if_fail (CHARTER_IS_FORM_VIEW (self));
  drop_draft (self);
  self->parts = charter_form_parts_new (draft);
  self->order = charter_form_order_new (self->parts, move, self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
}

void
charter_form_view_show (CharterFormView *self, gsize offset)
{
  CharterOutline *outline;
  guint index;

  g_return_if_fail (CHARTER_IS_FORM_VIEW (self));
  if (self->parts == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      charter_form_parts_set_unit (self->parts, offset);
      return;
    }
  outline = get_outline (self);
  index = charter_outline_find_at (outline, offset);
  index = index != CHARTER_OUTLINE_NONE ? charter_outline_find_unit (outline, index) : index;
  if (index != CHARTER_OUTLINE_NONE && get (self, index)->start != charter_form_parts_get_unit (self->parts))
    {
      charter_form_parts_set_unit (self->parts, get (self, index)->start);
      queue_refresh (self);
    }
}

void
charter_form_view_focus (CharterFormView *self)
{
  refresh (self);
  if (self->fields->len > 0)
    charter_form_field_focus (self->fields->pdata[0]);
}

static void
charter_form_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (charter_form_view_parent_class)->map (widget);
  queue_refresh (CHARTER_FORM_VIEW (widget));
}

static void
charter_form_view_dispose (GObject *object)
{
  CharterFormView *self = CHARTER_FORM_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->clamp != NULL)
    drop_draft (self);
  self->clamp = NULL;
  G_OBJECT_CLASS (charter_form_view_parent_class)->dispose (object);
}

static void
charter_form_view_finalize (GObject *object)
{
  CharterFormView *self = CHARTER_FORM_VIEW (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->boxes);
  G_OBJECT_CLASS (charter_form_view_parent_class)->finalize (object);
}

static void
charter_form_view_class_init (CharterFormViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_form_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_form_view_finalize;
  widget_class->map = charter_form_view_map;
  gtk_widget_class_install_action (widget_class, "form.open", "u", open_action);
  gtk_widget_class_install_action (widget_class, "form.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "form.move-up", "u", move_action);
  gtk_widget_class_install_action (widget_class, "form.move-down", "u", move_action);
  gtk_widget_class_install_action (widget_class, "form.duplicate", "u", duplicate_action);
  gtk_widget_class_install_action (widget_class, "form.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "form.add", "(uuu)", add_action);
  gtk_widget_class_install_action (widget_class, "form.exchange", "u", exchange_action);
  gtk_widget_class_install_action (widget_class, "form.move-to", "u", move_to_action);
  gtk_widget_class_install_action (widget_class, "form.show-more", NULL, show_more_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, on_move_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, on_move_key, "i", 1);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
charter_form_view_init (CharterFormView *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_form_field_free);
  self->boxes = g_ptr_array_new ();
  self->wanted = G_MAXSIZE;
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  self->scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroll, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (self->clamp, 720);
  gtk_scrolled_window_set_child (self->scroll, GTK_WIDGET (self->clamp));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroll));
}

GtkWidget *
charter_form_view_new (void)
{
  return g_object_new (CHARTER_TYPE_FORM_VIEW, NULL);
}
