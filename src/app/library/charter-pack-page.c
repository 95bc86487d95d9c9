/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* strverscmp */
#include "charter-pack-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-banner.h"
#include "charter-change-words.h"
#include "charter-edit.h"
#include "charter-learn-page.h"
#include "charter-line.h"
#include "charter-menu-button.h"
#include "charter-rows.h"
#include "charter-way-out.h"
#include "charter-window.h"

#define SHOWN_AT_MOST 100 /* problems; all can be copied */

struct _CharterPackPage {
  AdwBin parent_instance;

  /* template widgets */
  AdwWindowTitle *title;
  GtkWidget *way_in;
  GtkLabel *way_words;
  GtkButton *add;
  CharterBanner *banner;
  GtkBox *groups;

  /* owned */
  CharterLibrary *library;
  CharterPackFile *file;
  GVariant *undo;
  char *offer;    /* what adding it means; NULL where the library holds no other release */
  gulong waiting; /* for the library, which may hold one; 0 once that is known */
};

G_DEFINE_FINAL_TYPE (CharterPackPage, charter_pack_page, ADW_TYPE_BIN)

/* --- problems ----------------------------------------------------------------------------------------------------- */

static char *
list_problems (CharterPackPage *self)
{
  GPtrArray *diagnostics = charter_pack_file_get_diagnostics (self->file);
  g_autofree char *name = g_file_get_basename (charter_pack_file_get_file (self->file));
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = charter_diagnostic_to_string (diagnostics->pdata[i], name);

      g_string_append_printf (words, "%s\n", line);
    }
  return g_string_free (words, FALSE);
}

static void
copy_problems (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *words = list_problems (CHARTER_PACK_PAGE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  charter_window_toast (charter_window_of (widget), _ ("Problems copied"));
}

/* Diagnostics are parts of a sentence; each stands on a line of its own here. What begins with an attribute as it is
 * written (id="…") stays so: XML tells small letters from large ones. */
static char *
begin_large (const char *words)
{
  gboolean quoted = words[strcspn (words, " =")] == '=';

  return quoted ? g_strdup (words) : charter_line_begin_large (words);
}

/* What should stand there and what to do about it: a line each, where there is one. */
static char *
join_words (const CharterDiagnostic *diagnostic)
{
  GString *words = g_string_new (NULL);
  const char *const lines[] = { diagnostic->expected, diagnostic->mend };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = lines[i] != NULL ? begin_large (lines[i]) : NULL;

      if (line != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
  return g_string_free (words, FALSE);
}

static GtkWidget *
make_problem (const CharterDiagnostic *diagnostic)
{
  gboolean error = diagnostic->severity == CHARTER_SEVERITY_ERROR;
  g_autofree char *words = join_words (diagnostic);
  g_autofree char *found = begin_large (diagnostic->found != NULL ? diagnostic->found : diagnostic->code);
  AdwActionRow *row = charter_row_new (NULL, found, words);
  GtkWidget *icon = charter_row_add_icon (row, error ? "cross-circle-symbolic" : "dialog-warning-symbolic");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (icon, error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error ? _ ("Error") : _ ("Warning"), -1);
  if (diagnostic->line > 0)
    {
      g_autofree char *where = g_strdup_printf ("%u:%u", diagnostic->line, diagnostic->column);
      GtkWidget *place = gtk_label_new (where);

      gtk_widget_add_css_class (place, "numeric");
      gtk_widget_add_css_class (place, "explanation");
      gtk_widget_set_tooltip_text (place, _ ("Line and column"));
      adw_action_row_add_suffix (row, place);
    }
  return GTK_WIDGET (row);
}

static char *
describe_problems (CharterPackPage *self)
{
  CharterPack *pack = charter_pack_file_get_pack (self->file);

  if (pack == NULL)
    return g_strdup (_ ("Nothing of this file can be used yet."));
  if (pack->n_set_aside == 0)
    return g_strdup (_ ("All of the pack can be used."));
  return g_strdup_printf (ngettext ("%'u part of the pack is set aside; the rest can be used.",
                                    "%'u parts of the pack are set aside; the rest can be used.", pack->n_set_aside),
                          pack->n_set_aside);
}

static GtkWidget *
make_copy_all (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy All"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "pack.copy-problems");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
add_problems (CharterPackPage *self)
{
  GPtrArray *diagnostics = charter_pack_file_get_diagnostics (self->file);
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  GtkListBox *list;
  GtkWidget *group;

  if (diagnostics->len == 0)
    return;
  title = g_strdup_printf (ngettext ("%'u Problem", "%'u Problems", diagnostics->len), diagnostics->len);
  description = describe_problems (self);
  group = charter_group_new (title, description, &list);
  for (guint i = 0; i < MIN (diagnostics->len, SHOWN_AT_MOST); i++)
    gtk_list_box_append (list, make_problem (diagnostics->pdata[i]));
  if (diagnostics->len > SHOWN_AT_MOST)
    {
      guint n = diagnostics->len - SHOWN_AT_MOST;
      g_autofree char *more
        = g_strdup_printf (ngettext ("%'u more. Copy all to read it.", "%'u more. Copy all to read them.", n), n);
      AdwActionRow *row = charter_row_new (NULL, more, NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
  gtk_box_append (GTK_BOX (group), make_copy_all ());
  gtk_box_append (self->groups, group);
}

/* --- an earlier release ------------------------------------------------------------------------------------------- */

/* Returns: (transfer full) */
static char *
describe_release (const CharterPackChange *change)
{
  g_autofree char *summary = charter_change_words_dup_summary (change);
  const char *before = change->before->release, *after = change->after->release;

  if (g_str_equal (before, after) && change->n_changes == 0)
    return g_strdup (_ ("This release of the pack is in your library already."));
  if (g_str_equal (before, after))
    return g_strdup_printf (_ ("You have this pack, in the same release, %s. %s What you answered is kept."), before,
                            summary);
  if (strverscmp (after, before) < 0)
    return g_strdup_printf (_ (
                              "You have this pack in release %s; this is the older release %s. %s What you answered is "
                              "kept."),
                            before, after, summary);
  return g_strdup_printf (_ ("You have this pack in release %s; this is release %s. %s What you answered is kept."),
                          before, after, summary);
}

static GtkWidget *
make_change (const CharterPackChange *change, const CharterChange *unit)
{
  g_autofree char *title = charter_change_words_dup_title (change, unit);
  g_autofree char *words = charter_line_begin_large (charter_change_words_get (unit->kind));
  AdwActionRow *row = charter_row_new (NULL, title, words);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_action_row_set_title_lines (row, 2);
  return GTK_WIDGET (row);
}

static void
add_changes (CharterPackPage *self, const CharterPackChange *change)
{
  guint n = change->n_changes;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u Change", "%'u Changes", n), n);
  GtkListBox *list;
  GtkWidget *group = charter_group_new (title, NULL, &list);

  for (guint i = 0; i < MIN (n, SHOWN_AT_MOST); i++)
    gtk_list_box_append (list, make_change (change, &change->changes[i]));
  if (n > SHOWN_AT_MOST)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%'u more", "%'u more", n - SHOWN_AT_MOST), n - SHOWN_AT_MOST);
      AdwActionRow *row = charter_row_new (NULL, more, NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
  gtk_box_insert_child_after (self->groups, group, self->way_in);
}

static void
show_offer (CharterPackPage *self, const CharterPackChange *change)
{
  self->offer = describe_release (change);
  gtk_label_set_label (self->way_words, self->offer);
  gtk_button_set_label (self->add, _ ("Update"));
  gtk_widget_set_visible (GTK_WIDGET (self->add),
                          change->n_changes > 0 || !g_str_equal (change->before->release, change->after->release));
  if (change->n_changes > 0)
    add_changes (self, change);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterPackPage) self = data;
  g_autoptr (CharterPackChange) change = charter_library_compare_finish (CHARTER_LIBRARY (source), result, NULL);

  if (change == NULL || self->waiting == 0)
    return;
  g_clear_signal_handler (&self->waiting, self->library);
  show_offer (self, change);
}

/* The library may still be read when the first pack is opened. */
static void
compare (CharterPackPage *self)
{
  charter_library_compare_async (self->library, self->file, NULL, on_compared, g_object_ref (self));
}

/* --- the way into the library ------------------------------------------------------------------------------------- */

/* Once it is in the library, it is no guest any more, and its answers are kept. */
static void
show_added (CharterPackPage *self, gboolean added)
{
  gtk_widget_set_visible (GTK_WIDGET (self->add), !added);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), !added);
  gtk_label_set_label (self->way_words,
                       added ? _ ("This pack is in your library.")
                       : self->offer != NULL
                         ? self->offer
                         : _ ("You can read and try this pack as it is. What you answer is kept once it is in "
                              "your library."));
  if (added)
    charter_library_dismiss (self->library, self->file);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    charter_library_welcome (self->library, self->file);
}

static void
undo_add (AdwToast *toast, CharterPackPage *self)
{
  g_autoptr (GError) error = NULL;
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (self->undo == NULL)
    return;
  if (!charter_library_undo (self->library, self->undo, &error) && window != NULL)
    charter_window_toast_fault (window, error->message);
  g_clear_pointer (&self->undo, g_variant_unref);
  show_added (self, FALSE);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterPackPage) self = data;
  g_autoptr (GError) error = NULL;
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  g_clear_pointer (&self->undo, g_variant_unref);
  self->undo = charter_library_add_finish (CHARTER_LIBRARY (source), result, &error);
  if (self->undo == NULL)
    {
      charter_banner_set_title (self->banner, error->message);
      charter_banner_set_revealed (self->banner, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->add), TRUE);
      return;
    }
  charter_banner_set_revealed (self->banner, FALSE);
  show_added (self, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD); /* the button that had it has gone */
  if (window == NULL)
    return;
  charter_window_toast_with_button (window, _ ("Added to your library"), _ ("Undo"), G_CALLBACK (undo_add),
                                    g_object_ref (self), (GClosureNotify)G_CALLBACK (g_object_unref));
}

static void
add_to_library (CharterPackPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), FALSE);
  if (self->waiting != 0)
    g_clear_signal_handler (&self->waiting, self->library);
  charter_library_add_async (self->library, self->file, NULL, on_added, g_object_ref (self));
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add_to_library (CHARTER_PACK_PAGE (widget));
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  charter_edit (widget, CHARTER_PACK_PAGE (widget)->file);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
append (CharterPackPage *self, GtkWidget *group)
{
  if (group != NULL)
    gtk_box_append (self->groups, group);
}

static char *
describe_pack (CharterPack *pack)
{
  g_autofree char *authors = g_strjoinv (", ", (char **)pack->authors);

  return *authors != '\0' ? g_strdup_printf ("%s\n%s", pack->summary.plain, authors) : g_strdup (pack->summary.plain);
}

static void
fill (CharterPackPage *self)
{
  CharterPack *pack = charter_pack_file_get_pack (self->file);
  g_autofree char *name = g_file_get_basename (charter_pack_file_get_file (self->file));

  adw_window_title_set_title (self->title, pack != NULL ? pack->title.plain : name);
  adw_window_title_set_subtitle (self->title, pack != NULL ? name : "");
  gtk_widget_set_visible (self->way_in, pack != NULL);
  add_problems (self);
  if (pack == NULL)
    return;
  {
    g_autofree char *description = describe_pack (pack);
    GtkWidget *lessons = charter_learn_make_lessons (pack, NULL, _ ("Lessons"), description);

    append (self, lessons);
    append (self, charter_learn_make_scenarios (pack, _ ("Scenarios")));
    append (self, charter_learn_make_banks (pack, _ ("Questions")));
    append (self, charter_learn_make_reason (pack, _ ("Questions")));
  }
}

static void
charter_pack_page_root (GtkWidget *widget)
{
  CharterPackPage *self = CHARTER_PACK_PAGE (widget);

  GTK_WIDGET_CLASS (charter_pack_page_parent_class)->root (widget);
  charter_library_welcome (self->library, self->file);
}

static void
charter_pack_page_unroot (GtkWidget *widget)
{
  CharterPackPage *self = CHARTER_PACK_PAGE (widget);

  charter_library_dismiss (self->library, self->file);
  GTK_WIDGET_CLASS (charter_pack_page_parent_class)->unroot (widget);
}

/* The focus comes in at the way into the library or, where there is none, below it; not at the header bar. */
static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterPackPage *self = CHARTER_PACK_PAGE (widget);

  gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

static void
charter_pack_page_dispose (GObject *object)
{
  CharterPackPage *self = CHARTER_PACK_PAGE (object);

  if (self->waiting != 0)
    g_clear_signal_handler (&self->waiting, self->library);
  g_clear_pointer (&self->offer, g_free);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_clear_pointer (&self->undo, g_variant_unref);

  G_OBJECT_CLASS (charter_pack_page_parent_class)->dispose (object);
}

static void
charter_pack_page_class_init (CharterPackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_pack_page_dispose;
  widget_class->root = charter_pack_page_root;
  widget_class->unroot = charter_pack_page_unroot;
  g_type_ensure (CHARTER_TYPE_BANNER);
  g_type_ensure (CHARTER_TYPE_MENU_BUTTON);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "pack.copy-problems", NULL, copy_problems);
  gtk_widget_class_install_action (widget_class, "pack.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "pack.edit", NULL, edit_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/library/charter-pack-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterPackPage, title);
  gtk_widget_class_bind_template_child (widget_class, CharterPackPage, way_in);
  gtk_widget_class_bind_template_child (widget_class, CharterPackPage, way_words);
  gtk_widget_class_bind_template_child (widget_class, CharterPackPage, add);
  gtk_widget_class_bind_template_child (widget_class, CharterPackPage, banner);
  gtk_widget_class_bind_template_child (widget_class, CharterPackPage, groups);
}

static void
charter_pack_page_init (CharterPackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_pack_page_new (CharterLibrary *library, CharterPackFile *file)
{
  CharterPackPage *self = g_object_new (CHARTER_TYPE_PACK_PAGE, NULL);

  self->library = g_object_ref (library);
  self->file = g_object_ref (file);
  fill (self);
  self->waiting = g_signal_connect_swapped (library, "changed", G_CALLBACK (compare), self);
  compare (self);
  return GTK_WIDGET (self);
}
