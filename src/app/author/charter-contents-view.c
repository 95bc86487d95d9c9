/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-contents-view.h"

#include <glib/gi18n.h>

#include "charter-contents-model.h"
#include "charter-form-words.h"
#include "charter-widget.h"

#define INDENT 12 /* px for each level */
#define DEEPEST 4 /* levels that are set in */

struct _CharterContentsView {
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkStack *stack; /* "list", or "nothing" where nothing was found */
  GtkWidget *list;
  GtkSingleSelection *selection;
  CharterContentsModel *model;
  CharterProof *proof;   /* NULL until something is shown */
  gsize offset;          /* where the author is */
  gboolean is_following; /* what changes is not the author's choice */
};

G_DEFINE_FINAL_TYPE (CharterContentsView, charter_contents_view, ADW_TYPE_BIN)

enum { CHOSEN, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- rows ---- */

static void
on_setup (CharterContentsView *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL), *trouble = gtk_image_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), trouble);
  gtk_list_item_set_child (item, box);
}

static void
show_trouble (GtkWidget *image, CharterContentsTrouble trouble)
{
  gboolean is_error = trouble == CHARTER_CONTENTS_ERROR;

  gtk_image_set_from_icon_name (GTK_IMAGE (image), is_error ? "cross-circle-symbolic" : "dialog-warning-symbolic");
  charter_widget_set_class (image, "error", is_error);
  charter_widget_set_class (image, "warning", trouble == CHARTER_CONTENTS_WARNING);
  gtk_widget_set_visible (image, trouble != CHARTER_CONTENTS_WELL);
}

/* What has no words is called what it is. */
static const char *
get_words (const CharterContentsRow *row)
{
  return *row->words != '\0' ? row->words : charter_form_words_get_element (row->kind);
}

/* "Scenario: A wet week", and what is to be said of it. */
static char *
dup_spoken (const CharterContentsRow *row)
{
  static const char *const words[] = { NULL, N_ ("Warning"), N_ ("Error") };
  /* Translators: a part of a pack and its title, such as “Scenario: A wet week”. */
  g_autofree char *name = *row->words != '\0'
                            ? g_strdup_printf (_ ("%s: %s"), charter_form_words_get_element (row->kind), row->words)
                            : g_strdup (get_words (row));

  return row->trouble == CHARTER_CONTENTS_WELL ? g_steal_pointer (&name)
                                               : g_strdup_printf ("%s, %s", name, _ (words[row->trouble]));
}

/* What holds the others, which stand out from them. */
static gboolean
is_group (const CharterContentsRow *row)
{
  return row->depth <= 1 && row->kind != EL_MISCONCEPTION;
}

static int
find_indent (const CharterContentsRow *row)
{
  return is_group (row) ? 0 : INDENT * CLAMP (row->depth - 1, 1, DEEPEST);
}

/* The row around it is the list's own, which has no name by itself. */
static void
on_bind (CharterContentsView *self, GtkListItem *item)
{
  const CharterContentsRow *row = charter_contents_entry_get_row (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  g_autofree char *spoken = dup_spoken (row);

  gtk_label_set_label (GTK_LABEL (label), get_words (row));
  charter_widget_set_class (label, "heading", is_group (row));
  gtk_widget_set_margin_start (box, find_indent (row));
  gtk_widget_set_tooltip_text (box, spoken);
  show_trouble (gtk_widget_get_last_child (box), row->trouble);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

/* ---- following ---- */

static void
scroll_to (CharterContentsView *self, guint position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* The row of the place where the author is. Returns: CHARTER_OUTLINE_NONE where the list does not show it */
static guint
find_place (CharterContentsView *self)
{
  const CharterOutline *outline = self->proof->outline;
  guint row = charter_contents_find (self->proof->contents, outline, charter_outline_find_at (outline, self->offset));

  return row != CHARTER_OUTLINE_NONE ? charter_contents_model_find (self->model, row) : CHARTER_OUTLINE_NONE;
}

static void
follow (CharterContentsView *self)
{
  guint position = self->proof != NULL ? find_place (self) : CHARTER_OUTLINE_NONE;

  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_following = FALSE;
  if (position != CHARTER_OUTLINE_NONE)
    scroll_to (self, position);
}

static void
show_found (CharterContentsView *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "nothing");
}

void
charter_contents_view_show (CharterContentsView *self, CharterProof *proof)
{
  g_return_if_fail (CHARTER_IS_CONTENTS_VIEW (self));
  charter_proof_ref (proof);
  g_clear_pointer (&self->proof, charter_proof_unref);
  self->proof = proof;
  self->is_following = TRUE;
  charter_contents_model_show (self->model, proof->contents);
  self->is_following = FALSE;
  show_found (self);
}

void
charter_contents_view_point (CharterContentsView *self, gsize offset)
{
  g_return_if_fail (CHARTER_IS_CONTENTS_VIEW (self));
  self->offset = offset;
  follow (self);
}

/* ---- choosing ---- */

static void
choose (CharterContentsView *self, guint position, gboolean stay)
{
  const CharterContentsRow *row = charter_contents_model_get_row (self->model, position);

  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, (guint64)charter_outline_get (self->proof->outline, row->element)->start,
                   stay);
}

static void
on_selected (CharterContentsView *self)
{
  if (!self->is_following)
    choose (self, gtk_single_selection_get_selected (self->selection), FALSE);
}

static void
on_activated (CharterContentsView *self, guint position)
{
  choose (self, position, TRUE);
}

/* ---- searching ---- */

static void
on_search (CharterContentsView *self)
{
  self->is_following = TRUE;
  charter_contents_model_search (self->model, gtk_editable_get_text (self->entry));
  self->is_following = FALSE;
  show_found (self);
  follow (self);
}

/* Return in the search goes to the first that was found. */
static void
on_search_activated (CharterContentsView *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    choose (self, 0, TRUE);
}

static void
leave (CharterContentsView *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  leave (data);
  return TRUE;
}

/* Newer GTK could be asked for it; of the older one the list begins wherever it was left. */
static GtkWidget *
find_selected (CharterContentsView *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static gboolean
on_down (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CharterContentsView *self = data;
  GtkWidget *row;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  row = find_selected (self);
  return gtk_widget_grab_focus (row != NULL ? row : self->list);
}

void
charter_contents_view_focus (CharterContentsView *self)
{
  g_return_if_fail (CHARTER_IS_CONTENTS_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* ---- its life ---- */

static void
charter_contents_view_dispose (GObject *object)
{
  CharterContentsView *self = CHARTER_CONTENTS_VIEW (object);

  self->is_following = TRUE;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->proof, charter_proof_unref);
  G_OBJECT_CLASS (charter_contents_view_parent_class)->dispose (object);
}

static void
charter_contents_view_class_init (CharterContentsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_contents_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_BOOLEAN);
  signals[LEFT]
    = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_key (CharterContentsView *self, GtkWidget *widget, guint key, GtkShortcutFunc call)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                                          gtk_callback_action_new (call, self, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, keys);
}

static GtkWidget *
make_search (CharterContentsView *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _ ("Find in the Contents"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find in the Contents"),
                                  -1);
  gtk_widget_add_css_class (entry, "contents-search");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_search_activated), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (leave), self);
  add_key (self, entry, GDK_KEY_Down, on_down);
  self->entry = GTK_EDITABLE (entry);
  return entry;
}

static GtkWidget *
make_list (CharterContentsView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Contents"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activated), self);
  add_key (self, self->list, GDK_KEY_Escape, on_escape);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->list);
  return scroll;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing Found"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "explanation");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
charter_contents_view_init (CharterContentsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->model = charter_contents_model_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (GTK_WIDGET (self), "contents");
  adw_bin_set_child (ADW_BIN (self), box);
}
