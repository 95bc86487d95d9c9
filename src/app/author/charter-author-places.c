/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place in all that the window for authors shows, and the ways to go to another one. */
#include "charter-author-window-private.h"

#include <glib/gi18n.h>
#include "charter-mend.h"
#include "charter-widget.h"

static void
on_moved (CharterAuthorWindow *self)
{
  if (self->file == NULL)
    return;
  charter_author_window_show_place (self);
  charter_form_view_show (self->form, charter_source_view_get_cursor (self->source));
}

void
charter_author_window_focus_source (CharterAuthorWindow *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->faces), "form"))
    charter_form_view_focus (self->form);
  else
    charter_source_view_focus (self->source);
}

static void
on_pointed (CharterAuthorWindow *self, guint64 offset)
{
  charter_source_view_set_cursor (self->source, offset);
}

/* Whoever only moves through the contents keeps them. */
static void
on_chosen (CharterAuthorWindow *self, guint64 offset, gboolean stay)
{
  charter_source_view_set_cursor (self->source, offset);
  if (!stay)
    return;
  charter_author_window_fold_contents (self);
  charter_author_window_focus_source (self);
}

static void
on_left (CharterAuthorWindow *self)
{
  charter_author_window_fold_contents (self);
  charter_author_window_focus_source (self);
}

static void
go_to_line (CharterAuthorWindow *self, guint line, guint column)
{
  if (self->proof == NULL || line == 0)
    return;
  charter_author_window_show_pane (self, "source");
  charter_source_view_set_cursor (self->source, charter_outline_get_offset (self->proof->outline, line, column));
  charter_author_window_focus_source (self);
}

static void
on_problem (CharterAuthorWindow *self, guint line, guint column)
{
  go_to_line (self, line, column);
}

/* Only of the text that is read: what is being written is read in a moment. */
static void
on_mend (CharterAuthorWindow *self, guint index)
{
  const CharterDiagnostic *problem;

  if (self->proof == NULL || self->proof->version != charter_draft_get_version (charter_author_window_get_draft (self))
      || index >= self->proof->problems->len)
    return;
  problem = self->proof->problems->pdata[index];
  if (charter_mend_apply (charter_author_window_get_draft (self), self->proof->outline, problem))
    charter_source_view_set_cursor (self->source,
                                    charter_outline_get_offset (self->proof->outline, problem->line, problem->column));
}

static void
go_to_problem (CharterAuthorWindow *self, gboolean backward)
{
  const CharterDiagnostic *next;
  guint line, column;

  if (self->proof == NULL)
    return;
  charter_outline_locate (self->proof->outline, charter_source_view_get_cursor (self->source), &line, &column);
  next = charter_problem_list_find_next (self->problems, line, column, backward);
  if (next == NULL)
    {
      charter_author_window_tell (self, _ ("There is no problem."));
      return;
    }
  charter_author_window_unfold_problems (self);
  go_to_line (self, next->line, next->column);
  charter_author_window_tell (self, next->found);
}

static void
next_problem_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to_problem (data, FALSE);
}

static void
previous_problem_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to_problem (data, TRUE);
}

static void
element_help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  charter_source_view_show_help (CHARTER_AUTHOR_WINDOW (data)->source);
}

/* ---- finding ---- */

static void
find (CharterAuthorWindow *self, gboolean backward)
{
  gboolean found = charter_source_view_find (self->source, gtk_editable_get_text (self->find_entry), backward);

  charter_widget_set_class (GTK_WIDGET (self->find_entry), "error",
                            !found && *gtk_editable_get_text (self->find_entry) != '\0');
}

static void
find_forward (CharterAuthorWindow *self)
{
  find (self, FALSE);
}

static void
find_backward (CharterAuthorWindow *self)
{
  find (self, TRUE);
}

static void
stop_search (CharterAuthorWindow *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  charter_source_view_focus (self->source);
}

static void
search_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;

  charter_author_window_show_pane (self, "source");
  gtk_stack_set_visible_child_name (self->faces, "xml");
  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

/* ---- undo ---- */

static void
after_undo (CharterAuthorWindow *self, gboolean done, gsize at)
{
  if (done)
    charter_source_view_set_cursor (self->source, at);
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;
  gsize at = 0;

  after_undo (self, charter_draft_undo (charter_author_window_get_draft (self), &at), at);
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterAuthorWindow *self = data;
  gsize at = 0;

  after_undo (self, charter_draft_redo (charter_author_window_get_draft (self), &at), at);
}

static const GActionEntry actions[] = {
  { "undo-edit", undo_action, NULL, NULL, NULL },
  { "redo-edit", redo_action, NULL, NULL, NULL },
  { "search", search_action, NULL, NULL, NULL },
  { "element-help", element_help_action, NULL, NULL, NULL },
  { "next-problem", next_problem_action, NULL, NULL, NULL },
  { "previous-problem", previous_problem_action, NULL, NULL, NULL },
};

void
charter_author_window_bind_places (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_chosen);
  gtk_widget_class_bind_template_callback (klass, on_left);
  gtk_widget_class_bind_template_callback (klass, on_mend);
  gtk_widget_class_bind_template_callback (klass, on_moved);
  gtk_widget_class_bind_template_callback (klass, on_pointed);
  gtk_widget_class_bind_template_callback (klass, on_problem);
  gtk_widget_class_bind_template_callback (klass, find_forward);
  gtk_widget_class_bind_template_callback (klass, find_backward);
  gtk_widget_class_bind_template_callback (klass, stop_search);
}

void
charter_author_window_init_places (CharterAuthorWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
