/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-proposals.h"

#include <glib/gi18n.h>

#include "charter-widget.h"

#define WIDE 260     /* px */
#define ROOM_FOR 220 /* px: more are scrolled to */

struct _CharterProposals {
  GtkWidget parent_instance;

  GtkWidget *popover;
  GtkListBox *list;
  GtkScrolledWindow *scroll;
  GPtrArray *suggestions; /* all, or NULL */
  GPtrArray *shown;       /* those in the list, borrowed */
};

G_DEFINE_FINAL_TYPE (CharterProposals, charter_proposals, GTK_TYPE_WIDGET)

enum { TAKEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_title (const CharterSuggestion *suggestion)
{
  return suggestion->kind == CHARTER_SUGGESTION_END       ? g_strdup_printf ("</%s>", suggestion->name)
         : suggestion->kind == CHARTER_SUGGESTION_ELEMENT ? g_strdup_printf ("<%s>", suggestion->name)
                                                          : g_strdup (suggestion->name);
}

static GtkWidget *
make_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_row (const CharterSuggestion *suggestion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = dup_title (suggestion);

  gtk_box_append (GTK_BOX (box), make_label (title, "monospace"));
  if (suggestion->help != NULL && *suggestion->help != '\0')
    gtk_box_append (GTK_BOX (box), make_label (suggestion->help, "caption"));
  gtk_widget_add_css_class (box, "proposal");
  return box;
}

static void
fill (CharterProposals *self, const char *written)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->suggestions->len; i++)
    {
      CharterSuggestion *suggestion = self->suggestions->pdata[i];

      if (!g_str_has_prefix (suggestion->name, written))
        continue;
      g_ptr_array_add (self->shown, suggestion);
      gtk_list_box_append (self->list, make_row (suggestion));
    }
}

void
charter_proposals_show (CharterProposals *self, GPtrArray *suggestions, const char *written, const GdkRectangle *place)
{
  g_ptr_array_ref (suggestions);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  self->suggestions = suggestions;
  fill (self, written);
  if (self->shown->len == 0)
    {
      charter_proposals_close (self);
      return;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
charter_proposals_close (CharterProposals *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

gboolean
charter_proposals_is_open (CharterProposals *self)
{
  return gtk_widget_get_visible (self->popover);
}

/* ---- keys ---- */

static void
reveal (CharterProposals *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_next (CharterProposals *self, int by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, CLAMP (index + by, 0, (int)self->shown->len - 1));
  const CharterSuggestion *suggestion = self->shown->pdata[gtk_list_box_row_get_index (next)];

  gtk_list_box_select_row (self->list, next);
  reveal (self, GTK_WIDGET (next));
  charter_widget_announce (GTK_WIDGET (self), suggestion->name);
}

static void
take (CharterProposals *self, GtkListBoxRow *row)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_ref (self->suggestions);
  CharterSuggestion *suggestion = row != NULL ? self->shown->pdata[gtk_list_box_row_get_index (row)] : NULL;

  charter_proposals_close (self);
  if (suggestion != NULL)
    g_signal_emit (self, signals[TAKEN], 0, suggestion);
}

gboolean
charter_proposals_press (CharterProposals *self, guint keyval)
{
  if (!charter_proposals_is_open (self))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
      select_next (self, -1);
      return TRUE;
    case GDK_KEY_Down:
      select_next (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      take (self, gtk_list_box_get_selected_row (self->list));
      return TRUE;
    case GDK_KEY_Escape:
      charter_proposals_close (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- its life ---- */

static void
charter_proposals_dispose (GObject *object)
{
  CharterProposals *self = CHARTER_PROPOSALS (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (charter_proposals_parent_class)->dispose (object);
}

/* A popover is laid out by whoever has it. */
static void
charter_proposals_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_popover_present (GTK_POPOVER (CHARTER_PROPOSALS (widget)->popover));
}

static void
charter_proposals_class_init (CharterProposalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_proposals_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = charter_proposals_size_allocate;
  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
charter_proposals_init (CharterProposals *self)
{
  self->shown = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->popover = gtk_popover_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What may stand here"),
                                  -1);
  gtk_scrolled_window_set_policy (self->scroll, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroll, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (self->scroll, TRUE);
  gtk_scrolled_window_set_min_content_width (self->scroll, WIDE);
  gtk_scrolled_window_set_max_content_height (self->scroll, ROOM_FOR);
  gtk_scrolled_window_set_child (self->scroll, GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->scroll));
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "proposals");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (take), self);
}

GtkWidget *
charter_proposals_new (void)
{
  return g_object_new (CHARTER_TYPE_PROPOSALS, NULL);
}
