/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-notes-list.h"

#include <glib/gi18n.h>

#include "charter-note-dialog.h"
#include "charter-note-keeping.h"
#include "charter-note-text.h"
#include "charter-rows.h"

#define FIRST 50 /* rows of a pack, and that “Show More” adds */
#define LINES 4  /* of a note in its row */

struct _CharterNotesList {
  AdwBin parent_instance;

  GtkBox *groups;

  /* owned */
  CharterStudy *study;
  CharterLibrary *library;
  GPtrArray *notes; /* copies, in the order shown */

  const CharterNote *meant; /* of notes: whose menu was opened last */
};

G_DEFINE_FINAL_TYPE (CharterNotesList, charter_notes_list, ADW_TYPE_BIN)

static const struct {
  const char *title;
  const char *icon;
} kinds[] = {
  [CHARTER_NOTE_NOTE] = { N_ ("Note"), "note-symbolic" },
  [CHARTER_NOTE_BOOKMARK] = { N_ ("Bookmark"), "bookmark-filled-symbolic" },
  [CHARTER_NOTE_HIGHLIGHT] = { N_ ("Highlight"), "highlight-symbolic" },
  [CHARTER_NOTE_DISPUTE] = { N_ ("Disputed"), "dispute-symbolic" },
};

const char *
charter_notes_list_get_kind_title (CharterNoteKind kind)
{
  return _ (kinds[kind].title);
}

static CharterPack *
find_pack (CharterNotesList *self, const CharterNote *note)
{
  return charter_library_find_pack (self->library, note->pack);
}

/* --- what a row does ---------------------------------------------------------------------------------------------- */

static CharterNote *
get_row_note (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "note");
}

static void
on_row_activated (GtkWidget *row, CharterNotesList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-note", "s", get_row_note (row)->id);
}

static void
remove_note (CharterNotesList *self, const CharterNote *note)
{
  charter_note_remove (charter_window_of (GTK_WIDGET (self)), self->study, note);
}

static gboolean
on_row_key (GtkEventController *keys, guint keyval, guint code, GdkModifierType modifiers, CharterNotesList *self)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;
  remove_note (self, get_row_note (gtk_event_controller_get_widget (keys)));
  return GDK_EVENT_STOP;
}

/* --- its menu ----------------------------------------------------------------------------------------------------- */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterNotesList *self = CHARTER_NOTES_LIST (widget);

  if (self->meant != NULL)
    charter_note_dialog_show (charter_window_of (widget), self->study, find_pack (self, self->meant), self->meant);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterNotesList *self = CHARTER_NOTES_LIST (widget);
  g_autofree char *words = NULL;

  if (self->meant == NULL)
    return;
  words = charter_note_dup_title (self->meant, find_pack (self, self->meant));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  charter_window_toast (charter_window_of (widget), _ ("Copied"));
}

static void
copy_letter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterNotesList *self = CHARTER_NOTES_LIST (widget);

  if (self->meant != NULL)
    charter_note_copy_letter (charter_window_of (widget), find_pack (self, self->meant), self->meant);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterNotesList *self = CHARTER_NOTES_LIST (widget);

  if (self->meant != NULL)
    remove_note (self, self->meant);
}

static void
make_menu (GtkMenuButton *button, gpointer data)
{
  CharterNotesList *self = CHARTER_NOTES_LIST (gtk_widget_get_ancestor (GTK_WIDGET (button), CHARTER_TYPE_NOTES_LIST));
  g_autoptr (GMenu) menu = g_menu_new ();
  const CharterNote *note = data;

  self->meant = note;
  g_menu_append (menu, note->kind == CHARTER_NOTE_BOOKMARK ? _ ("_Write a Note on It") : _ ("_Edit"), "notes.edit");
  g_menu_append (menu, _ ("_Copy"), "notes.copy");
  if (note->kind == CHARTER_NOTE_DISPUTE)
    g_menu_append (menu, _ ("Copy for the _Author"), "notes.copy-letter");
  g_menu_append (menu, _ ("_Remove"), "notes.remove");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_menu (AdwActionRow *row, CharterNote *note, const char *title)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the menu of a note; %s is the note’s beginning. */
  g_autofree char *name = g_strdup_printf (_ ("Menu of: %s"), title);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu, note, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, button);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* Kind, place, day; and the words that are marked where the title has others. */
static char *
dup_subtitle (CharterNotesList *self, const CharterNote *note)
{
  g_autofree char *place = charter_note_dup_place_beside_title (note, find_pack (self, note));
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (note->changed / G_USEC_PER_SEC);
  g_autofree char *day = when != NULL ? g_date_time_format (when, _ ("%-d %b %Y")) : g_strdup ("");
  gboolean quoted = note->quote != NULL && note->text != NULL && *note->text != '\0';

  return g_strdup_printf ("%s%s%s%s%s%s · %s", quoted ? "“" : "", quoted ? note->quote : "", quoted ? "”\n" : "",
                          _ (kinds[note->kind].title), *place != '\0' ? " · " : "", place, day);
}

static GtkWidget *
make_row (CharterNotesList *self, CharterNote *note)
{
  g_autofree char *title = charter_note_dup_title (note, find_pack (self, note));
  g_autofree char *subtitle = dup_subtitle (self, note);
  AdwActionRow *row = charter_row_new (kinds[note->kind].icon, title, subtitle);
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_action_row_set_title_lines (row, LINES);
  g_object_set_data (G_OBJECT (row), "note", note);
  add_menu (row, note, title);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_row_key), self);
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
  return GTK_WIDGET (row);
}

static void append_rows (CharterNotesList *self, GtkListBox *list, guint start, guint end, guint n);

/* In the place of the row comes what it promised, and the focus to the first of that. */
static void
show_more (GtkListBoxRow *row, CharterNotesList *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  guint start = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "start"));
  guint end = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "end"));
  int index = gtk_list_box_row_get_index (row);

  gtk_list_box_remove (list, GTK_WIDGET (row));
  append_rows (self, list, start, end, FIRST);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, index)));
}

/* Of the notes from start on, which end before end, n; and the way to the rest. */
static void
append_rows (CharterNotesList *self, GtkListBox *list, guint start, guint end, guint n)
{
  guint until = MIN (end, start + n);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%'u more", "%'u more", end - until), end - until);
  AdwActionRow *more;

  for (guint i = start; i < until; i++)
    gtk_list_box_append (list, make_row (self, self->notes->pdata[i]));
  if (until == end)
    return;
  more = charter_row_new (NULL, _ ("Show More"), subtitle);
  g_object_set_data (G_OBJECT (more), "start", GUINT_TO_POINTER (until));
  g_object_set_data (G_OBJECT (more), "end", GUINT_TO_POINTER (end));
  g_signal_connect (more, "activated", G_CALLBACK (show_more), self);
  gtk_list_box_append (list, GTK_WIDGET (more));
}

static void
append_group (CharterNotesList *self, guint start, guint end, guint n)
{
  const CharterNote *note = self->notes->pdata[start];
  CharterPack *pack = find_pack (self, note);
  GtkListBox *list;

  gtk_box_append (self->groups, charter_group_new (pack != NULL ? pack->title.plain : note->pack,
                                                   pack != NULL ? NULL : _ ("This pack is no longer in your library."),
                                                   &list));
  append_rows (self, list, start, end, n);
}

static guint
find_end (GPtrArray *notes, guint start)
{
  guint end = start;

  while (end < notes->len
         && g_str_equal (((CharterNote *)notes->pdata[end])->pack, ((CharterNote *)notes->pdata[start])->pack))
    end++;
  return end;
}

/* --- the place of the focus --------------------------------------------------------------------------------------- */

static GtkWidget *
get_focused_row (CharterNotesList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
}

static GtkListBox *
get_list (CharterNotesList *self, guint index)
{
  GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups));

  for (; index > 0 && group != NULL && gtk_widget_get_next_sibling (group) != NULL; index--)
    group = gtk_widget_get_next_sibling (group);
  return group != NULL ? GTK_LIST_BOX (gtk_widget_get_last_child (group)) : NULL;
}

/* Which list has the focus, and which of its rows. Returns: FALSE where it is elsewhere */
static gboolean
find_focus (CharterNotesList *self, guint *list, int *row)
{
  GtkWidget *focused = get_focused_row (self);
  GtkWidget *box = focused != NULL ? gtk_widget_get_parent (focused) : NULL;

  *list = 0;
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL && box != NULL;
       group = gtk_widget_get_next_sibling (group), (*list)++)
    if (gtk_widget_get_last_child (group) == box)
      {
        *row = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused));
        return TRUE;
      }
  return FALSE;
}

/* Or the last one there. */
static void
restore_focus (CharterNotesList *self, guint list, int row)
{
  GtkListBox *box = get_list (self, list);
  GtkListBoxRow *found = NULL;

  for (; box != NULL && found == NULL && row >= 0; row--)
    found = gtk_list_box_get_row_at_index (box, row);
  if (found != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (found));
}

void
charter_notes_list_show (CharterNotesList *self, GPtrArray *notes)
{
  GtkWidget *child;
  guint list = 0;
  int row = 0;
  gboolean focused = find_focus (self, &list, &row);

  self->meant = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  g_ptr_array_set_size (self->notes, 0);
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (self->notes, charter_note_copy (notes->pdata[i]));
  for (guint start = 0; start < self->notes->len; start = find_end (self->notes, start))
    append_group (self, start, find_end (self->notes, start), MAX (FIRST, (guint)row + 1));
  if (focused)
    restore_focus (self, list, row);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_notes_list_dispose (GObject *object)
{
  CharterNotesList *self = CHARTER_NOTES_LIST (object);

  g_clear_object (&self->study);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (charter_notes_list_parent_class)->dispose (object);
}

static void
charter_notes_list_finalize (GObject *object)
{
  g_ptr_array_unref (CHARTER_NOTES_LIST (object)->notes);
  G_OBJECT_CLASS (charter_notes_list_parent_class)->finalize (object);
}

static void
charter_notes_list_class_init (CharterNotesListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_notes_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_notes_list_finalize;
  gtk_widget_class_install_action (widget_class, "notes.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "notes.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "notes.copy-letter", NULL, copy_letter_action);
  gtk_widget_class_install_action (widget_class, "notes.remove", NULL, remove_action);
}

static void
charter_notes_list_init (CharterNotesList *self)
{
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_note_free);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->groups));
}

GtkWidget *
charter_notes_list_new (CharterStudy *study, CharterLibrary *library)
{
  CharterNotesList *self = g_object_new (CHARTER_TYPE_NOTES_LIST, NULL);

  self->study = g_object_ref (study);
  self->library = g_object_ref (library);
  return GTK_WIDGET (self);
}
