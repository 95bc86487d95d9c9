/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the window for authors is laid out: what is written, what is seen of it and what is to be said of it, side by
 * side or one at a time. */
#include "charter-author-window-private.h"

#include "charter-widget.h"

#define NARROW_BELOW 800 /* px: below that there is room for one pane only */
#define ROOMY_FROM 1000  /* px: from there on there is room for the contents beside all others */
#define SMALLEST 360     /* px */
#define FOLD_AFTER 4     /* seconds without problems: those that come and go as one types don't move what is written */
#define ROWS 700         /* px high, where nobody can tell yet */
#define PROBLEMS 200     /* px high, unless somebody makes them higher or lower */

static gboolean
is_pane (CharterAuthorWindow *self, const char *pane)
{
  return g_str_equal (self->pane, pane);
}

static gboolean
shows_contents (CharterAuthorWindow *self)
{
  return self->is_roomy ? self->has_contents : is_pane (self, "contents");
}

static void
tell_contents (CharterAuthorWindow *self, gboolean seen)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-contents");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (seen));
}

static void
show_panes (CharterAuthorWindow *self)
{
  gboolean wide = !self->is_narrow, contents = shows_contents (self);
  gboolean source = wide || is_pane (self, "source");
  gboolean preview = self->is_roomy || (wide && !contents) || is_pane (self, "preview");
  gboolean problems = wide || is_pane (self, "problems");

  gtk_widget_set_visible (GTK_WIDGET (self->contents), contents);
  gtk_widget_set_visible (self->source_place, source);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), preview);
  gtk_widget_set_visible (self->columns, source || preview);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), problems);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), source || preview || problems);
  gtk_widget_set_visible (self->switcher, self->is_narrow);
  gtk_widget_set_visible (self->contents_toggle, wide);
  gtk_widget_set_visible (self->undo, wide); /* the menu has them, too, and the title needs the room */
  gtk_widget_set_visible (self->redo, wide);
  tell_contents (self, contents);
}

void
charter_author_window_show_pane (CharterAuthorWindow *self, const char *pane)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-pane", g_variant_new_string (pane));
}

void
charter_author_window_fold_contents (CharterAuthorWindow *self)
{
  if (is_pane (self, "contents"))
    charter_author_window_show_pane (self, "source");
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

/* ---- the problems ---- */

static void
fold (CharterAuthorWindow *self)
{
  self->problems_height = gtk_widget_get_height (GTK_WIDGET (self->problems));
  self->is_folded = TRUE;
  gtk_paned_set_position (self->rows, G_MAXINT);
}

static void
unfold (CharterAuthorWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->rows));

  if (height == 0)
    height = ROWS; /* not on the screen yet */
  self->is_folded = FALSE;
  gtk_paned_set_position (self->rows, MAX (height - self->problems_height, height / 2));
}

void
charter_author_window_unfold_problems (CharterAuthorWindow *self)
{
  if (self->is_folded && !charter_problem_list_is_empty (self->problems))
    unfold (self);
}

static gboolean
on_quiet (gpointer data)
{
  CharterAuthorWindow *self = data;

  self->fold_source = 0;
  fold (self);
  return G_SOURCE_REMOVE;
}

/* Who writes is not to be moved about by problems that come and go: their line says how many there are. */
static gboolean
is_writing (CharterAuthorWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return !self->is_fresh && focus != NULL && gtk_widget_is_ancestor (focus, self->source_place);
}

void
charter_author_window_fit_problems (CharterAuthorWindow *self)
{
  gboolean empty = charter_problem_list_is_empty (self->problems);

  if (!empty)
    g_clear_handle_id (&self->fold_source, g_source_remove);
  if (!empty && !is_writing (self))
    charter_author_window_unfold_problems (self);
  else if (empty && !self->is_folded && self->fold_source == 0)
    self->fold_source = g_timeout_add_seconds (FOLD_AFTER, on_quiet, self);
}

/* ---- the contents ---- */

static void
set_contents (CharterAuthorWindow *self, gboolean seen)
{
  if (self->is_roomy)
    self->has_contents = seen;
  else
    charter_author_window_show_pane (self, seen ? "contents" : "source");
  show_panes (self);
}

/* The focus goes along: it can't stay in what is not there. */
static void
change_contents (GSimpleAction *action, GVariant *state, gpointer data)
{
  CharterAuthorWindow *self = data;
  gboolean seen = g_variant_get_boolean (state);

  if (!seen)
    charter_author_window_focus_source (self);
  set_contents (self, seen);
  if (seen)
    charter_contents_view_focus (self->contents);
}

static void
find_part_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;

  set_contents (self, TRUE);
  charter_contents_view_focus (self->contents);
}

static void
set_room (CharterAuthorWindow *self, gboolean is_narrow, gboolean is_roomy)
{
  if (self->is_narrow == is_narrow && self->is_roomy == is_roomy)
    return;
  self->is_narrow = is_narrow;
  self->is_roomy = is_roomy;
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
  set_room (CHARTER_AUTHOR_WINDOW (widget), width < NARROW_BELOW, width >= ROOMY_FROM);
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
  { "show-contents", NULL, NULL, "true", change_contents },
  { "find-part", find_part_action, NULL, NULL, NULL },
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
  self->is_roomy = TRUE;
  self->is_folded = TRUE;
  self->is_fresh = TRUE;
  self->problems_height = PROBLEMS;
  self->has_contents = TRUE;
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
charter_author_window_add_faces (CharterAuthorWindow *self)
{
  g_autoptr (GPropertyAction) faces = g_property_action_new ("show-face", self->faces, "visible-child-name");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (faces));
}
