/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-notes-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-file-chooser.h"
#include "charter-key.h"
#include "charter-menu-button.h"
#include "charter-note-text.h"
#include "charter-notes-list.h"
#include "charter-way-out.h"
#include "charter-widget.h"
#include "charter-words.h"

struct _CharterNotesPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkWidget *back;
  GtkEditable *entry;
  GtkDropDown *kind;
  GtkLabel *count;
  GtkStack *stack;
  AdwBin *place;

  /* owned */
  CharterStudy *study;
  CharterLibrary *library;

  CharterNotesList *list; /* owned by its place */
};

G_DEFINE_FINAL_TYPE (CharterNotesPage, charter_notes_page, ADW_TYPE_BIN)

/* --- which -------------------------------------------------------------------------------------------------------- */

/* The filter's first entry stands for all. */
static gboolean
is_of_kind (CharterNotesPage *self, const CharterNote *note)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);

  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION || note->kind == chosen - 1;
}

static gboolean
has_word (GStrv words, const char *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], word))
      return TRUE;
  return FALSE;
}

/* Every word begins one of the note's own, of those it marks, or of its place. */
static gboolean
has_words (CharterNotesPage *self, const CharterNote *note, GStrv words)
{
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) own = NULL;

  if (*words == NULL)
    return TRUE;
  place = charter_note_dup_place (note, charter_library_find_pack (self->library, note->pack));
  text = g_strjoin ("\n", note->text != NULL ? note->text : "", note->quote != NULL ? note->quote : "", place, NULL);
  own = charter_words_of (text);
  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (own, words[i]))
      return FALSE;
  return TRUE;
}

/* A pack's title, or what stands for it. */
static const char *
get_pack_title (CharterNotesPage *self, const CharterNote *note)
{
  CharterPack *pack = charter_library_find_pack (self->library, note->pack);

  return pack != NULL ? pack->title.plain : note->pack;
}

/* By pack, the latest first. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const CharterNote *first = *(const CharterNote *const *)a;
  const CharterNote *second = *(const CharterNote *const *)b;
  int order = 0;

  if (!g_str_equal (first->pack, second->pack))
    {
      order = g_utf8_collate (get_pack_title (data, first), get_pack_title (data, second));
      return order != 0 ? order : strcmp (first->pack, second->pack);
    }
  return -charter_note_compare (a, b);
}

/* Returns: (transfer container) (element-type CharterNote) */
static GPtrArray *
list_chosen (CharterNotesPage *self)
{
  g_auto (GStrv) words = charter_words_of (gtk_editable_get_text (self->entry));
  GPtrArray *notes = charter_study_list_notes (self->study, NULL);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    if (is_of_kind (self, notes->pdata[i]) && has_words (self, notes->pdata[i], words))
      notes->pdata[n++] = notes->pdata[i];
  g_ptr_array_set_size (notes, (int)n);
  g_ptr_array_sort_with_data (notes, compare, self);
  return notes;
}

static gboolean
has_any (CharterNotesPage *self)
{
  g_autoptr (GPtrArray) notes = charter_study_list_notes (self->study, NULL);

  return notes->len > 0;
}

static gboolean
has_focus (CharterNotesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* With the last note goes the row that had the focus; the page's keys, Ctrl+Z among them, go on only within it. */
static void
refresh (CharterNotesPage *self)
{
  gboolean focused = has_focus (self);
  g_autoptr (GPtrArray) notes = list_chosen (self);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u note", "%'u notes", notes->len), notes->len);
  gboolean any = has_any (self);

  charter_notes_list_show (self->list, notes);
  gtk_label_set_label (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), any);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->kind)), any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.export", notes->len > 0);
  gtk_stack_set_visible_child_name (self->stack, !any ? "empty" : notes->len > 0 ? "notes" : "nothing");
  if (focused && !has_focus (self))
    gtk_widget_grab_focus (self->back);
}

/* --- handing out -------------------------------------------------------------------------------------------------- */

static char *
write_markdown (CharterNotesPage *self)
{
  g_autoptr (GPtrArray) notes = list_chosen (self);
  GString *out = g_string_new (NULL);

  for (guint start = 0, end; start < notes->len; start = end)
    {
      g_autoptr (GPtrArray) own = g_ptr_array_new ();
      const CharterNote *first = notes->pdata[start];
      g_autofree char *text = NULL;

      for (end = start; end < notes->len && g_str_equal (((CharterNote *)notes->pdata[end])->pack, first->pack); end++)
        g_ptr_array_add (own, notes->pdata[end]);
      text = charter_notes_to_markdown (own, charter_library_find_pack (self->library, first->pack));
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", text);
    }
  return g_string_free (out, FALSE);
}

static void
on_written (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterNotesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *words = g_strdup_printf (_ ("Saved as %s"), name);
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  g_file_replace_contents_finish (G_FILE (file), result, NULL, &error);
  if (window != NULL)
    charter_window_toast_outcome (window, words, error);
}

static void
on_place_chosen (GObject *owner, GFile *file)
{
  CharterNotesPage *self = CHARTER_NOTES_PAGE (owner);
  g_autofree char *text = write_markdown (self);
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, on_written,
                                       g_object_ref (self));
}

/* What is chosen by the filter. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const endings[] = { "md", NULL };

  charter_choose_place (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save Notes as Markdown"), _ ("notes.md"),
                        endings, G_OBJECT (widget), on_place_chosen);
}

/* --- typing anywhere ---------------------------------------------------------------------------------------------- */

/* An accent is typed before its letter. */
static gboolean
begins_letter (guint keyval)
{
  return g_unichar_isgraph (gdk_keyval_to_unicode (keyval))
         || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek);
}

/* A letter that nothing else takes begins or goes on with the filter; space opens what has the focus. Not by the
 * entry's own key capture: that would also hand it Ctrl+Z, which takes back what was removed. */
static gboolean
on_key_pressed (
  CharterNotesPage *self, guint keyval, guint code, GdkModifierType modifiers, GtkEventControllerKey *controller)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (self->entry));

  if (!charter_key_is_free (gtk_widget_get_root (GTK_WIDGET (self)), modifiers) || !begins_letter (keyval)
      || !gtk_widget_get_mapped (text) || gtk_widget_has_focus (text))
    return GDK_EVENT_PROPAGATE;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (self->entry, -1);
  return gtk_event_controller_key_forward (controller, text);
}

static void
add_keys (CharterNotesPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterNotesPage *self = CHARTER_NOTES_PAGE (widget);

  if (!gtk_widget_child_focus (GTK_WIDGET (self->place), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
leave (CharterNotesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
charter_notes_page_dispose (GObject *object)
{
  CharterNotesPage *self = CHARTER_NOTES_PAGE (object);

  g_clear_object (&self->study);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (charter_notes_page_parent_class)->dispose (object);
}

static void
charter_notes_page_class_init (CharterNotesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_notes_page_dispose;
  g_type_ensure (CHARTER_TYPE_MENU_BUTTON);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "notes.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "notes.export", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/notes/charter-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterNotesPage, back);
  gtk_widget_class_bind_template_child (widget_class, CharterNotesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, CharterNotesPage, kind);
  gtk_widget_class_bind_template_child (widget_class, CharterNotesPage, count);
  gtk_widget_class_bind_template_child (widget_class, CharterNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CharterNotesPage, place);
  gtk_widget_class_bind_template_callback (widget_class, leave);
}

static void
charter_notes_page_init (CharterNotesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

GtkWidget *
charter_notes_page_new (CharterStudy *study, CharterLibrary *library)
{
  CharterNotesPage *self = g_object_new (CHARTER_TYPE_NOTES_PAGE, NULL);

  self->study = g_object_ref (study);
  self->library = g_object_ref (library);
  self->list = CHARTER_NOTES_LIST (charter_notes_list_new (study, library));
  adw_bin_set_child (self->place, GTK_WIDGET (self->list));
  g_signal_connect_object (study, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
