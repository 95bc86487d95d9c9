/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another learner's turn: what is open is saved and left, and what is theirs is opened in its place. */
#include "charter-application-private.h"

#include <glib/gi18n.h>

#include "charter-learners.h"

static void
tell_not_changed (CharterApplication *self, CharterWindow *window, const char *reason)
{
  gboolean again = g_strcmp0 (self->next_learner, self->learner) == 0;
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (window),
                              again ? _ ("Your History Could Not Be Opened") : _ ("The Learner Was Not Changed"),
                              reason);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* It stays the turn of whose it was. */
static void
end_change (CharterApplication *self, const char *reason)
{
  CharterWindow *window = charter_application_ensure_window (self);

  if (self->next != NULL)
    charter_store_close (self->next);
  g_clear_object (&self->next);
  charter_application_present (self, window);
  tell_not_changed (self, window, reason);
  g_clear_pointer (&self->next_learner, g_free);
  g_application_release (G_APPLICATION (self));
}

static gboolean
is_ours (CharterApplication *self, GtkWindow *window)
{
  return gtk_window_get_application (window) == GTK_APPLICATION (self) || gtk_window_get_transient_for (window) != NULL;
}

/* Returns: (transfer full) (element-type GtkWindow) those that are not closed; main: the main ones, or all others */
static GPtrArray *
list_windows (CharterApplication *self, gboolean main)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);
      if (is_ours (self, window) && CHARTER_IS_WINDOW (window) == main)
        g_ptr_array_add (windows, g_steal_pointer (&window));
    }
  return windows;
}

/* What is written in a window over the main one is saved as it closes; one that can't save stays and says so. */
static void
close_others (CharterApplication *self)
{
  g_autoptr (GPtrArray) others = list_windows (self, FALSE);

  for (guint i = 0; i < others->len; i++)
    gtk_window_close (others->pdata[i]);
}

static void
leave_all (CharterApplication *self)
{
  g_autoptr (GPtrArray) mains = list_windows (self, TRUE);

  close_others (self);
  for (guint i = 0; i < mains->len; i++)
    charter_window_leave (mains->pdata[i]);
}

static void
be_as_large_as (GtkWindow *window, GtkWindow *other)
{
  int width, height;

  gtk_window_get_default_size (other, &width, &height);
  gtk_window_set_default_size (window, width, height);
  if (gtk_window_is_maximized (other))
    gtk_window_maximize (window);
}

/* In a new window, so that nothing of the one before can stay in it. */
static void
show_learner (CharterApplication *self, gboolean again)
{
  g_autoptr (GPtrArray) before = list_windows (self, TRUE);
  CharterWindow *window = charter_window_new (self);
  g_autofree char *name = charter_application_dup_learner_name (self);
  /* Translators: %s is the name of a learner. */
  g_autofree char *words = again          ? g_strdup (_ ("Your history is open again"))
                           : name != NULL ? g_strdup_printf (_ ("%s is learning now"), name)
                                          : NULL;

  if (before->len > 0)
    be_as_large_as (GTK_WINDOW (window), before->pdata[0]);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < before->len; i++)
    gtk_window_destroy (before->pdata[i]);
  if (words != NULL)
    charter_window_toast (window, words);
}

static void
take_turn (CharterApplication *self)
{
  g_autoptr (CharterStore) before = g_steal_pointer (&self->store);
  gboolean again = g_strcmp0 (self->next_learner, self->learner) == 0;

  charter_application_follow_folder (self, NULL);
  g_clear_object (&self->study);
  if (before == NULL)
    g_clear_pointer (&self->trouble, g_free);
  g_clear_error (&self->failure);
  g_free (self->learner);
  self->learner = g_steal_pointer (&self->next_learner);
  charter_application_take_store (self, g_steal_pointer (&self->next));
  show_learner (self, again);
  if (before != NULL)
    {
      g_signal_handlers_disconnect_by_data (before, self);
      charter_store_close (before);
    }
  g_application_release (G_APPLICATION (self));
}

static void
make_current (CharterApplication *self)
{
  g_autoptr (CharterLearners) learners = charter_learners_new_default ();
  g_autoptr (GPtrArray) others = list_windows (self, FALSE);
  g_autoptr (GError) error = NULL;

  if (others->len > 0) /* it says why it is still there */
    end_change (self, _ ("There is something that is not saved yet."));
  else if (!charter_learners_set_current (learners, self->next_learner, &error))
    end_change (self, error->message);
  else
    take_turn (self);
}

static void
on_all_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (charter_store_commit_finish (CHARTER_STORE (store), result, &error))
    make_current (self);
  else
    end_change (self, error->message);
}

static void
on_next_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterApplication) self = data;
  g_autoptr (GError) error = NULL;

  self->next = charter_store_open_finish (result, &error);
  if (self->next == NULL)
    {
      end_change (self, error->message);
      return;
    }
  leave_all (self);
  if (self->store != NULL) /* behind all that they had to save */
    charter_store_commit_async (self->store, NULL, NULL, on_all_saved, g_object_ref (self));
  else
    make_current (self);
}

/* backup: NULL for what they have. */
static void
open_next (CharterApplication *self, const char *id, const char *backup)
{
  g_autoptr (CharterLearners) learners = charter_learners_new_default ();
  g_autoptr (GFile) history = charter_learners_dup_file (learners, id);

  if (self->next_learner != NULL)
    return;
  g_application_hold (G_APPLICATION (self)); /* there may be no window for a moment */
  self->next_learner = g_strdup (id);
  close_others (self);
  charter_store_open_backup_async (history, backup, g_get_real_time (), NULL, on_next_opened, g_object_ref (self));
}

void
charter_application_change_learner (CharterApplication *self, const char *id)
{
  g_return_if_fail (charter_application_is_ready (self));

  if (!g_str_equal (id, self->learner))
    open_next (self, id, NULL);
}

void
charter_application_open_again (CharterApplication *self, const char *backup)
{
  g_return_if_fail (charter_application_is_ready (self) && self->store == NULL);

  open_next (self, self->learner, backup);
}
