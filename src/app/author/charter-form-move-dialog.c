/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-move-dialog.h"

#include <glib/gi18n.h>

#include "charter-form-words.h"

#define WIDTH 420
#define HEIGHT 480

struct _CharterFormMoveDialog {
  AdwWindow parent_instance;

  CharterAuthorForm *form;
  guint64 version; /* of the draft that the places are of */
  GtkEditable *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CharterFormMoveDialog, charter_form_move_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The next one behind from. */
static guint
find_place (CharterAuthorForm *form, guint index, guint from)
{
  guint n = charter_outline_get_length (charter_author_form_get_outline (form));

  for (guint i = from; i < n; i++)
    if (charter_author_form_can_move_to (form, index, i))
      return i;
  return CHARTER_OUTLINE_NONE;
}

gboolean
charter_form_move_dialog_has_places (CharterAuthorForm *form, guint index)
{
  return find_place (form, index, 0) != CHARTER_OUTLINE_NONE;
}

/* ---- its rows ---- */

/* “Bank: Questions of the first week”, or its id where it has no title. */
static char *
describe (CharterOutline *outline, guint index)
{
  const char *kind = charter_form_words_get_element (charter_outline_get (outline, index)->kind);
  guint title = charter_outline_find_child (outline, index, EL_TITLE);
  g_autofree char *words = title != CHARTER_OUTLINE_NONE ? charter_outline_dup_words (outline, title)
                                                         : charter_outline_dup_value (outline, index, "id");

  /* Translators: a kind of thing and what one of them is called: “Bank: Questions of the first week”. */
  return words != NULL ? g_strdup_printf (_ ("%s: %s"), kind, words) : g_strdup (kind);
}

static void
add_row (CharterFormMoveDialog *self, guint place)
{
  g_autofree char *words = describe (charter_author_form_get_outline (self->form), place);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "place", GUINT_TO_POINTER (place));
  gtk_list_box_append (self->list, row);
}

static void
list_places (CharterFormMoveDialog *self, guint index)
{
  for (guint i = find_place (self->form, index, 0); i != CHARTER_OUTLINE_NONE;
       i = find_place (self->form, index, i + 1))
    add_row (self, i);
}

static gboolean
is_searched (GtkListBoxRow *row, gpointer data)
{
  CharterFormMoveDialog *self = data;
  const char *search = gtk_editable_get_text (self->search);

  return *search == '\0'
         || g_str_match_string (search, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), TRUE);
}

static void
on_row (CharterFormMoveDialog *self, GtkListBoxRow *row)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "place"));

  if (self->version == charter_draft_get_version (charter_author_form_get_draft (self->form)))
    g_signal_emit (self, signals[CHOSEN], 0, place);
  gtk_window_close (GTK_WINDOW (self));
}

/* Enter takes the first that is left. */
static void
on_enter (CharterFormMoveDialog *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && !gtk_widget_get_child_visible (row))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    on_row (self, GTK_LIST_BOX_ROW (row));
}

/* ---- its life ---- */

static void
charter_form_move_dialog_finalize (GObject *object)
{
  g_clear_object (&CHARTER_FORM_MOVE_DIALOG (object)->form);
  G_OBJECT_CLASS (charter_form_move_dialog_parent_class)->finalize (object);
}

static void
charter_form_move_dialog_class_init (CharterFormMoveDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_form_move_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
make_list (CharterFormMoveDialog *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, is_searched, self, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroll, TRUE);
  return scroll;
}

static GtkWidget *
make_search (CharterFormMoveDialog *self)
{
  GtkWidget *search = gtk_search_entry_new ();

  self->search = GTK_EDITABLE (search);
  g_object_set (search, "margin-start", 12, "margin-end", 12, "margin-bottom", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (gtk_window_close), self);
  return search;
}

static void
charter_form_move_dialog_init (CharterFormMoveDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Move To"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, 240);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  adw_window_set_content (ADW_WINDOW (self), box);
}

CharterFormMoveDialog *
charter_form_move_dialog_new (GtkWindow *parent, CharterAuthorForm *form, guint index)
{
  CharterFormMoveDialog *self = g_object_new (CHARTER_TYPE_FORM_MOVE_DIALOG, "transient-for", parent, NULL);

  self->form = g_object_ref (form);
  self->version = charter_draft_get_version (charter_author_form_get_draft (form));
  list_places (self, index);
  return self;
}
