/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the window for authors is laid out: what is written, what is seen of it and what is to be said of it, side by
 * side or one at a time. */
#include "charter-author-window-private.h"

#include "charter-widget.h"

#define NARROW_BELOW 800 /* px: below that there is room for one pane only */
#define SMALLEST 360     /* px */

static void
show_panes (CharterAuthorWindow *self)
{
  gboolean all = !self->is_narrow;
  gboolean source = all || g_str_equal (self->pane, "source");
  gboolean preview = all || g_str_equal (self->pane, "preview");

  gtk_widget_set_visible (self->source_place, source);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), preview);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), source || preview);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), all || g_str_equal (self->pane, "problems"));
  gtk_widget_set_visible (self->switcher, self->is_narrow);
  gtk_widget_set_visible (self->undo, all); /* the menu has them, too, and the title needs the room */
  gtk_widget_set_visible (self->redo, all);
}

void
charter_author_window_show_pane (CharterAuthorWindow *self, const char *pane)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-pane", g_variant_new_string (pane));
}

static void
change_pane (GSimpleAction *action, GVariant *state, gpointer data)
{
  CharterAuthorWindow *self = data;

  g_simple_action_set_state (action, state);
  g_free (self->pane);
  self->pane = g_variant_dup_string (state, NULL);
  show_panes (self);
}

static void
set_narrow (CharterAuthorWindow *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  charter_widget_set_class (GTK_WIDGET (self), "narrow", is_narrow);
  show_panes (self);
}

/* What follows is of the window’s class, and ends with what its parent does. */
static GtkWidgetClass *
get_parent_class (void)
{
  return GTK_WIDGET_CLASS (g_type_class_peek (ADW_TYPE_APPLICATION_WINDOW));
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  set_narrow (CHARTER_AUTHOR_WINDOW (widget), width < NARROW_BELOW);
  get_parent_class ()->size_allocate (widget, width, height, baseline);
}

/* Side by side the panes ask for more than one of them alone, which is what is shown where there is less room. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  int least, usual;

  get_parent_class ()->measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual, minimum_baseline,
                                natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, least);
  get_parent_class ()->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST);
}

static const GActionEntry actions[] = {
  { "show-pane", NULL, "s", "'source'", change_pane },
};

void
charter_author_window_bind_panes (GtkWidgetClass *klass)
{
  klass->size_allocate = size_allocate;
  klass->measure = measure;
}

void
charter_author_window_init_panes (CharterAuthorWindow *self)
{
  self->pane = g_strdup ("source");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
