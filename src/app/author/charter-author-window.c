/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-author-window-private.h"

#include <glib/gi18n.h>

#include "charter-application.h"
#include "charter-toast.h"
#include "charter-widget.h"

G_DEFINE_FINAL_TYPE (CharterAuthorWindow, charter_author_window, ADW_TYPE_APPLICATION_WINDOW)

CharterDraft *
charter_author_window_get_draft (CharterAuthorWindow *self)
{
  return charter_draft_file_get_draft (self->file);
}

void
charter_author_window_tell (CharterAuthorWindow *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, charter_toast_new (words));
  charter_widget_announce (GTK_WIDGET (self), words);
}

void
charter_author_window_tell_fault (CharterAuthorWindow *self, const char *reason)
{
  adw_toast_overlay_add_toast (self->toasts, charter_toast_new_fault (reason));
  charter_widget_announce (GTK_WIDGET (self), reason);
}

void
charter_author_window_use_banner (CharterAuthorWindow *self, BannerUse use, const char *words, const char *button)
{
  self->banner_use = use;
  charter_banner_set_title (self->banner, words);
  charter_banner_set_button_label (self->banner, button);
  charter_banner_set_revealed (self->banner, TRUE);
}

static void
set_enabled (CharterAuthorWindow *self, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), is_enabled);
}

void
charter_author_window_show_actions (CharterAuthorWindow *self)
{
  gboolean open = self->file != NULL;

  set_enabled (self, "undo-edit", open && charter_draft_can_undo (charter_author_window_get_draft (self)));
  set_enabled (self, "redo-edit", open && charter_draft_can_redo (charter_author_window_get_draft (self)));
  set_enabled (self, "save", open);
  set_enabled (self, "save-as", open);
  set_enabled (self, "search", open);
  set_enabled (self, "show-contents", open);
  set_enabled (self, "find-part", open);
  set_enabled (self, "element-help", open);
  set_enabled (self, "next-problem", open);
  set_enabled (self, "previous-problem", open);
}

/* ---- its life ---- */

static void
show_shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/charterstudy/Charter/charter-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  g_object_set (shortcuts, "section-name", "author", NULL);
  gtk_window_set_transient_for (shortcuts, data);
  gtk_window_present (shortcuts);
}

static const GActionEntry actions[] = {
  { "show-shortcuts", show_shortcuts_action, NULL, NULL, NULL },
};

static void
charter_author_window_dispose (GObject *object)
{
  CharterAuthorWindow *self = CHARTER_AUTHOR_WINDOW (object);

  charter_author_window_stop_reading (self);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (charter_author_window_parent_class)->dispose (object);
}

static void
charter_author_window_finalize (GObject *object)
{
  CharterAuthorWindow *self = CHARTER_AUTHOR_WINDOW (object);

  g_clear_object (&self->journals);
  g_free (self->wanted);
  g_free (self->pane);
  G_OBJECT_CLASS (charter_author_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/charterstudy/Charter/author/charter-author-window.ui");
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, toasts);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, title);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, banner);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, find_bar);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, find_entry);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, stack);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, start);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, contents);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, contents_toggle);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, rows);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, columns);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, source_place);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, faces);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, source);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, form);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, preview);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, problems);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, problems_words);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, switcher);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, undo);
  gtk_widget_class_bind_template_child (klass, CharterAuthorWindow, redo);
  charter_author_window_bind_panes (klass);
  charter_author_window_bind_places (klass);
  charter_author_window_bind_saving (klass);
}

static void
charter_author_window_class_init (CharterAuthorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_author_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_author_window_finalize;

  g_type_ensure (CHARTER_TYPE_AUTHOR_START);
  g_type_ensure (CHARTER_TYPE_BANNER);
  g_type_ensure (CHARTER_TYPE_CONTENTS_VIEW);
  g_type_ensure (CHARTER_TYPE_FORM_VIEW);
  g_type_ensure (CHARTER_TYPE_PREVIEW);
  g_type_ensure (CHARTER_TYPE_PROBLEM_LIST);
  g_type_ensure (CHARTER_TYPE_SOURCE_VIEW);
  bind_template (widget_class);
}

static void
charter_author_window_init (CharterAuthorWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  charter_author_window_init_panes (self);
  charter_author_window_init_places (self);
  charter_author_window_init_opening (self);
  charter_author_window_init_saving (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->find_bar, self->find_entry);
  charter_author_window_add_faces (self);
}

CharterAuthorWindow *
charter_author_window_new (GtkApplication *app)
{
  CharterAuthorWindow *self = g_object_new (CHARTER_TYPE_AUTHOR_WINDOW, "application", app, NULL);

  charter_preview_set_library (self->preview, charter_application_get_library (CHARTER_APPLICATION (app)));
  return self;
}

/* Returns: (nullable) the window that has file, or for NULL one that has none */
static CharterAuthorWindow *
find_window (GtkApplication *app, GFile *file)
{
  for (GList *at = gtk_application_get_windows (app); at != NULL; at = at->next)
    {
      CharterAuthorWindow *self = CHARTER_IS_AUTHOR_WINDOW (at->data) ? at->data : NULL;
      GFile *has = self != NULL && self->file != NULL ? charter_draft_file_get_file (self->file) : NULL;

      if (self != NULL && (file != NULL ? has != NULL && g_file_equal (has, file) : self->file == NULL))
        return self;
    }
  return NULL;
}

void
charter_author_show_item (GtkApplication *app, GFile *file, const char *id)
{
  CharterAuthorWindow *self = find_window (app, file);
  gboolean is_there = self != NULL && file != NULL;

  if (self == NULL)
    self = find_window (app, NULL);
  if (self == NULL)
    self = charter_author_window_new (app);
  if (file == NULL)
    charter_author_window_start (self);
  else if (!is_there)
    charter_author_window_open_file (self, file);
  gtk_window_present (GTK_WINDOW (self));
  if (id == NULL)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  if (is_there)
    charter_author_window_show_wanted (self);
}

void
charter_author_show (GtkApplication *app, GFile *file)
{
  charter_author_show_item (app, file, NULL);
}
