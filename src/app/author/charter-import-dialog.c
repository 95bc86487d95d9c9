/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-import-dialog.h"

#include <glib/gi18n.h>

#include "charter-problem-row.h"
#include "charter-rows.h"
#include "charter-widget.h"

#define WIDTH 600         /* px at most */
#define HEIGHT 640        /* px at most */
#define AROUND 24         /* px of the window below that stay to be seen */
#define SHOWN_AT_MOST 200 /* notes of each kind */

struct _CharterImportDialog {
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *save_button;
  GtkBox *groups;

  /* made here, owned as children */
  GtkEditable *title, *id;
  GtkLabel *note;

  CharterLibrary *library;
  gboolean filling, own_id; /* an id that somebody has written does not follow the title any more */
};

G_DEFINE_FINAL_TYPE (CharterImportDialog, charter_import_dialog, ADW_TYPE_WINDOW)

enum { NAMED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- what the pack is called ---- */

static char *
dup_title (CharterImportDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

/* note: what is to be said of the id, or NULL */
static void
show_note (CharterImportDialog *self, const char *note, gboolean is_fault)
{
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  charter_widget_set_class (GTK_WIDGET (self->note), "error", is_fault);
  charter_widget_set_class (GTK_WIDGET (self->id), "error", is_fault);
  if (note != NULL)
    charter_widget_announce (GTK_WIDGET (self), note);
}

static void
check (CharterImportDialog *self)
{
  const char *id = gtk_editable_get_text (self->id);
  g_autofree char *title = dup_title (self);
  gboolean fits = charter_bank_is_pack_id (id);
  CharterPackFile *other = fits ? charter_library_find_file (self->library, id) : NULL;
  g_autofree char *taken
    = other != NULL ? g_strdup_printf (_ ("“%s” in your library has this id. Added, this pack takes its place."),
                                       charter_pack_file_get_pack (other)->title.plain)
                    : NULL;

  gtk_widget_set_sensitive (self->save_button, fits && *title != '\0');
  show_note (self,
             fits ? taken
                  : _ ("An id is words of small letters, digits and hyphens with full stops between them, such as "
                       "org.example.capitals."),
             !fits);
}

static void
on_title_changed (CharterImportDialog *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *id = charter_bank_dup_pack_id (title);

  self->filling = TRUE;
  if (!self->own_id && *title != '\0')
    gtk_editable_set_text (self->id, id);
  self->filling = FALSE;
  check (self);
}

static void
on_id_changed (CharterImportDialog *self)
{
  if (self->filling)
    return;
  self->own_id = TRUE;
  check (self);
}

static GtkEditable *
add_entry (CharterImportDialog *self, GtkListBox *list, const char *title, GCallback changed)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (list, row);
  g_signal_connect_object (row, "changed", changed, self, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (row);
}

static void
add_names (CharterImportDialog *self, const CharterBankImport *import)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%'u of %'u Question Can Be Taken",
                                                      "%'u of %'u Questions Can Be Taken", import->n_found),
                                            import->n_taken, import->n_found);
  GtkListBox *list;
  GtkWidget *group = charter_group_new (
    words, _ ("Learners’ answers are kept by the id. Before you hand the pack out, give it one that nobody else has."),
    &list);

  self->note = g_object_new (GTK_TYPE_LABEL, "accessible-role", CHARTER_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE,
                             "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  self->title = add_entry (self, list, _ ("Title"), G_CALLBACK (on_title_changed));
  self->id = add_entry (self, list, _ ("Id"), G_CALLBACK (on_id_changed));
  gtk_box_append (GTK_BOX (group), GTK_WIDGET (self->note));
  gtk_box_append (self->groups, group);
  gtk_editable_set_text (self->title, import->title);
}

/* ---- what does not come along ---- */

static void
add_more (GtkListBox *list, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("… and %'u more", "… and %'u more", n), n);
  AdwActionRow *row = charter_row_new (NULL, words, _ ("“charter-tool import” lists all of them."));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

/* The question it is about goes before what is to be said of it. */
static GtkWidget *
make_row (const CharterBankNote *note)
{
  AdwActionRow *row = charter_problem_row_new (note->diagnostic);
  g_autofree char *subtitle = note->question != NULL
                                ? g_strdup_printf (_ ("“%s”. %s"), note->question, adw_action_row_get_subtitle (row))
                                : NULL;

  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return GTK_WIDGET (row);
}

static void
add_notes (CharterImportDialog *self,
           const CharterBankImport *import,
           CharterSeverity severity,
           const char *title,
           const char *about)
{
  GtkListBox *list;
  GtkWidget *group = g_object_ref_sink (charter_group_new (title, about, &list));
  guint n = 0;

  for (guint i = 0; i < import->notes->len; i++)
    {
      const CharterBankNote *note = g_ptr_array_index (import->notes, i);

      if (note->diagnostic->severity == severity && n++ < SHOWN_AT_MOST)
        gtk_list_box_append (list, make_row (note));
    }
  if (n > SHOWN_AT_MOST)
    add_more (list, n - SHOWN_AT_MOST);
  if (n > 0)
    gtk_box_append (self->groups, group);
  g_object_unref (group);
}

static void
add_nothing (CharterImportDialog *self)
{
  GtkListBox *list;

  gtk_box_append (self->groups,
                  charter_group_new (_ ("Nothing Can Be Taken"), _ ("No pack can be made of this file."), &list));
  gtk_widget_set_visible (GTK_WIDGET (list), FALSE);
  gtk_widget_set_visible (self->save_button, FALSE);
}

/* ---- the object ---- */

static void
save (CharterImportDialog *self)
{
  g_autofree char *title = dup_title (self);

  g_signal_emit (self, signals[NAMED], 0, gtk_editable_get_text (self->id), title);
}

static void
charter_import_dialog_dispose (GObject *object)
{
  g_clear_object (&CHARTER_IMPORT_DIALOG (object)->library);
  G_OBJECT_CLASS (charter_import_dialog_parent_class)->dispose (object);
}

static void
charter_import_dialog_class_init (CharterImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_import_dialog_dispose;
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/author/charter-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterImportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CharterImportDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
charter_import_dialog_init (CharterImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

CharterImportDialog *
charter_import_dialog_show (GtkWindow *parent, const CharterBankImport *import, CharterLibrary *library)
{
  CharterImportDialog *self = g_object_new (CHARTER_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  GtkWidget *below = GTK_WIDGET (parent);

  self->library = g_object_ref (library);
  if (import->n_items > 0)
    add_names (self, import);
  else
    add_nothing (self);
  add_notes (self, import, CHARTER_SEVERITY_ERROR, _ ("Left Behind"), _ ("These questions are not in the pack."));
  add_notes (self, import, CHARTER_SEVERITY_WARNING, _ ("Taken With a Loss"),
             _ ("These questions are in the pack without what is listed here."));
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (below) - AROUND),
                               MIN (HEIGHT, gtk_widget_get_height (below) - AROUND));
  gtk_window_present (GTK_WINDOW (self));
  if (self->title != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return self;
}
