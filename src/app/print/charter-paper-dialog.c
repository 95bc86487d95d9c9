/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-paper-dialog.h"

#include <glib/gi18n.h>

#include "charter-file-chooser.h"
#include "charter-form.h"
#include "charter-paper-saving.h"
#include "charter-print-run.h"
#include "charter-print-set.h"
#include "charter-quiz.h"
#include "charter-rows.h"

#define SEED_DIGITS 7 /* wide; one may type more */
#define MOST_VERSIONS 8 /* more can be had in a terminal */

/* Kept by the dialog, and by the choice of a folder that outlives it. */
typedef struct {
  CharterWindow *window; /* borrowed: the dialog goes with it */
  CharterPack *pack;
  GPtrArray *packs;
  char *id;

  /* widgets of the dialog */
  AdwMessageDialog *dialog;
  GtkEditable *seed;
  GtkSpinButton *versions;
  GtkSwitch *papers;
  GtkSwitch *keys;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  charter_pack_unref (wish->pack);
  g_ptr_array_unref (wish->packs);
  g_free (wish->id);
  g_free (wish);
}

/* ---- the paper ---- */

static gboolean
read_seed (Wish *wish, guint64 *seed)
{
  return g_ascii_string_to_unsigned (gtk_editable_get_text (wish->seed), 10, 0, G_MAXUINT64, seed, NULL);
}

static CharterPath *
draw_exam (Wish *wish, const CharterExam *exam, guint64 seed, CharterPrintWish *print, GError **error)
{
  g_autoptr (CharterForm) form = charter_form_draw (wish->pack, exam, wish->packs, seed, NULL, NULL);

  print->title = exam->title.plain;
  print->minutes = form->minutes;
  return charter_form_new_path (form, error);
}

static CharterPath *
draw_group (Wish *wish, guint64 seed, CharterPrintWish *print, GError **error)
{
  const CharterGroup *group = charter_pack_find_group (wish->pack, wish->id);

  print->title = group != NULL ? group->title.plain : wish->id;
  return charter_paper_new (wish->pack, wish->id, NULL, seed, error);
}

/* Returns: (transfer full) (nullable) (element-type CharterSheet) */
static GPtrArray *
make_sheets (Wish *wish, GError **error)
{
  const CharterExam *exam = charter_pack_find_exam (wish->pack, wish->id);
  CharterPrintWish print = {
    .id = wish->id,
    .versions = (1u << gtk_spin_button_get_value_as_int (wish->versions)) - 1,
    .with_papers = gtk_switch_get_active (wish->papers),
    .with_keys = gtk_switch_get_active (wish->keys),
  };
  g_autoptr (CharterPath) paper = NULL;
  guint64 seed = 0;

  read_seed (wish, &seed);
  paper = exam != NULL ? draw_exam (wish, exam, seed, &print, error) : draw_group (wish, seed, &print, error);
  if (paper == NULL)
    return NULL;
  print.paper = paper;
  return charter_print_set_new (&print);
}

/* ---- to files ---- */

static void
save_sheets (GObject *owner, GFile *folder)
{
  charter_paper_saving_begin (CHARTER_WINDOW (owner), g_object_get_data (owner, "charter-sheets"), folder,
                              g_object_get_data (owner, "charter-sheets-authors"));
}

static void
ask_folder (Wish *wish, GPtrArray *sheets)
{
  g_object_set_data_full (G_OBJECT (wish->window), "charter-sheets", sheets, (GDestroyNotify)g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (wish->window), "charter-sheets-authors",
                          g_strjoinv (", ", (char **)wish->pack->authors), g_free);
  charter_choose_folder (GTK_WINDOW (wish->window), _ ("Save the Papers"), G_OBJECT (wish->window), save_sheets);
}

/* ---- the dialog ---- */

static void
on_response (AdwMessageDialog *dialog, const char *response, Wish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  if (g_str_equal (response, "cancel"))
    return;
  sheets = make_sheets (wish, &error);
  if (sheets == NULL)
    charter_window_toast_fault (wish->window, error->message);
  else if (g_str_equal (response, "save"))
    ask_folder (wish, g_steal_pointer (&sheets));
  else
    charter_print_run (GTK_WINDOW (wish->window), wish->id, charter_print_set_take_documents (sheets));
}

/* There has to be something to print, and a seed that is one. */
static void
check (Wish *wish)
{
  guint64 seed;
  gboolean has_seed = read_seed (wish, &seed);
  gboolean can = has_seed && (gtk_switch_get_active (wish->papers) || gtk_switch_get_active (wish->keys));

  if (has_seed)
    gtk_widget_remove_css_class (GTK_WIDGET (wish->seed), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (wish->seed), "error");
  adw_message_dialog_set_response_enabled (wish->dialog, "save", can);
  adw_message_dialog_set_response_enabled (wish->dialog, "print", can);
}

static GtkSwitch *
add_switch (GtkListBox *list, const char *title, const char *subtitle, Wish *wish)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_SWITCH, NULL);
  GtkWidget *toggle = g_object_new (GTK_TYPE_SWITCH, "active", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (row, toggle);
  charter_row_be_toggle (row, toggle);
  gtk_list_box_append (list, GTK_WIDGET (row));
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (check), wish);
  return GTK_SWITCH (toggle);
}

static GtkSpinButton *
add_versions (GtkListBox *list)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MOST_VERSIONS, 1);
  AdwActionRow *row
    = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Versions"), "subtitle",
                    _ ("A, B, C…: the same questions in another order"), "activatable-widget", spin, NULL);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Versions"), -1);
  adw_action_row_add_suffix (row, spin);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return GTK_SPIN_BUTTON (spin);
}

static GtkEditable *
add_seed (GtkListBox *list, Wish *wish)
{
  GtkWidget *entry = gtk_entry_new ();
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Seed"), "subtitle",
                                    _ ("The same number, the same paper"), "activatable-widget", entry, NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, charter_quiz_draw_seed () % 1000000);

  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), SEED_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), SEED_DIGITS);
  gtk_editable_set_text (GTK_EDITABLE (entry), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Seed"), -1);
  adw_action_row_add_suffix (row, entry);
  gtk_list_box_append (list, GTK_WIDGET (row));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check), wish);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
make_list (Wish *wish)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  wish->papers = add_switch (list, _ ("Paper"), _ ("Questions to be answered with a pen"), wish);
  wish->keys = add_switch (list, _ ("Key"), _ ("Answers, points, why, and where to read on"), wish);
  wish->versions = add_versions (list);
  wish->seed = add_seed (list, wish);
  return GTK_WIDGET (list);
}

void
charter_paper_dialog_show (CharterWindow *window, CharterPack *pack, const char *id, GPtrArray *packs)
{
  Wish *wish = g_new0 (Wish, 1);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Print a Paper"), NULL);

  *wish = (Wish){ window, charter_pack_ref (pack), g_ptr_array_ref (packs), g_strdup (id) };
  wish->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_set_extra_child (wish->dialog, make_list (wish));
  adw_message_dialog_add_responses (wish->dialog, "cancel", _ ("Cancel"), "save", _ ("Save…"), "print", _ ("Print…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (wish->dialog, "print", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (wish->dialog, "print");
  adw_message_dialog_set_close_response (wish->dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "charter-wish", wish, wish_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), wish);
  gtk_window_present (GTK_WINDOW (dialog));
}
