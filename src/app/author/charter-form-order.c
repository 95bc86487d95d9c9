/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-order.h"

#include <glib/gi18n.h>

struct _CharterFormOrder {
  CharterFormParts *parts;
  CharterFormMover move;
  gpointer data;
  guint64 version; /* of the draft, as the drag began: numbers of parts hold only in that one. 0 while none goes on */
};

static guint64
get_version (CharterFormOrder *self)
{
  return charter_draft_get_version (charter_author_form_get_draft (charter_form_parts_get_form (self->parts))) + 1;
}

static guint
get_place (CharterFormOrder *self, guint part)
{
  guint before, behind;

  charter_author_form_count_places (charter_form_parts_get_form (self->parts),
                                    charter_form_parts_locate (self->parts, part), &before, &behind);
  return before;
}

/* Only among those that may stand in each other’s place. */
static gboolean
may_change_places (CharterFormOrder *self, guint from, guint to)
{
  CharterOutline *outline = charter_author_form_get_outline (charter_form_parts_get_form (self->parts));
  guint n = charter_form_parts_get_length (self->parts), parent;

  if (from == 0 || to == 0 || from == to || from >= n || to >= n)
    return FALSE;
  parent = charter_outline_get (outline, charter_form_parts_locate (self->parts, from))->parent;
  return parent == charter_outline_get (outline, charter_form_parts_locate (self->parts, to))->parent
         && charter_form_holds (charter_form_find_particle (charter_outline_get (outline, parent)->kind,
                                                            charter_form_parts_get (self->parts, from)->kind),
                                charter_form_parts_get (self->parts, to)->kind);
}

static guint
get_part (gpointer controller)
{
  return GPOINTER_TO_UINT (g_object_get_data (controller, "part"));
}

static gboolean
on_drop (CharterFormOrder *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  guint from = g_value_get_uint (value), to = get_part (target);

  if (self->version != get_version (self) || !may_change_places (self, from, to))
    return FALSE;
  self->move (self->data, from, (int)get_place (self, to) - (int)get_place (self, from));
  return TRUE;
}

static void
on_drag_begin (CharterFormOrder *self)
{
  self->version = get_version (self);
}

static void
on_drag_end (CharterFormOrder *self)
{
  self->version = 0;
}

GtkWidget *
charter_form_order_create_handle (CharterFormOrder *self, guint part)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_UINT, part);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _ ("Drag, or press Alt with Up or Down"));
  return handle;
}

void
charter_form_order_take_drops (CharterFormOrder *self, GtkWidget *widget, guint part)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  g_object_set_data (G_OBJECT (target), "part", GUINT_TO_POINTER (part));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

CharterFormOrder *
charter_form_order_new (CharterFormParts *parts, CharterFormMover move, gpointer data)
{
  CharterFormOrder *self = g_new0 (CharterFormOrder, 1);

  self->parts = parts;
  self->move = move;
  self->data = data;
  return self;
}

void
charter_form_order_free (CharterFormOrder *self)
{
  g_free (self);
}
