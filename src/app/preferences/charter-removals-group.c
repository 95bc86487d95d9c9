/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-removals-group.h"

#include <glib/gi18n.h>

#include "charter-removal-words.h"
#include "charter-study-removals.h"
#include "charter-toast.h"

#define PAGE 20 /* rows; as many more each time */

struct _CharterRemovalsGroup {
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *list;

  CharterStudy *study;
  CharterLibrary *library;
  GCancellable *loading;
  CharterRemovals *removals; /* what is listed, or NULL */
  GPtrArray *rows;           /* borrowed, of the list */
  guint limit;
};

G_DEFINE_FINAL_TYPE (CharterRemovalsGroup, charter_removals_group, ADW_TYPE_PREFERENCES_GROUP)

enum { TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void load (CharterRemovalsGroup *self);
static void show_list (CharterRemovalsGroup *self);

static void
tell (CharterRemovalsGroup *self, AdwToast *toast)
{
  g_signal_emit (self, signals[TOLD], 0, toast);
  g_object_unref (toast);
}

/* --- bringing back, and taking away again ------------------------------------------------------------------------- */

static void
on_taken_away (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterRemovalsGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = charter_study_revert_finish (CHARTER_STUDY (study), result, &error);

  tell (self, charter_toast_new_outcome (_ ("It is as it was before"), error));
}

static void
take_away (AdwToast *toast, CharterRemovalsGroup *self)
{
  charter_study_revert_async (self->study, g_object_get_data (G_OBJECT (toast), "events"), NULL, on_taken_away,
                              g_object_ref (self));
}

static const char *
get_outcome (GPtrArray *events)
{
  const CharterEvent *event = g_ptr_array_index (events, 0);

  return event->kind == CHARTER_EVENT_SUSPEND ? _ ("It will be asked again") : _ ("It counts again");
}

static void
on_brought_back (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterRemovalsGroup) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *events = charter_study_revert_finish (CHARTER_STUDY (study), result, &error);
  AdwToast *toast = charter_toast_new_outcome (events != NULL ? get_outcome (events) : NULL, error);

  if (events != NULL)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_timeout (toast, 0);
      g_object_set_data_full (G_OBJECT (toast), "events", events, (GDestroyNotify)g_ptr_array_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (take_away), self, 0);
    }
  else
    show_list (self); /* the button can be pressed again */
  tell (self, toast);
}

static void
undo_clicked (GtkWidget *button, CharterRemovalsGroup *self)
{
  gtk_widget_set_sensitive (button, FALSE); /* once is enough */
  charter_study_revert_async (self->study, g_object_get_data (G_OBJECT (button), "events"), NULL, on_brought_back,
                              g_object_ref (self));
}

/* --- the list ----------------------------------------------------------------------------------------------------- */

static void
add_row (CharterRemovalsGroup *self, GtkWidget *row)
{
  adw_expander_row_add_row (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_removal (CharterRemovalsGroup *self, const CharterRemoval *removal)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));
  g_autofree char *what = charter_removal_words_dup_what (removal, self->library);
  g_autofree char *how = charter_removal_words_dup_how (removal);
  /* Translators: %s is what was deleted, begun anew or left out. */
  g_autofree char *spoken = g_strdup_printf (_ ("Bring back: %s"), what);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), how);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "events", g_ptr_array_ref (removal->events),
                          (GDestroyNotify)g_ptr_array_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (undo_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row);
}

static void
show_more (CharterRemovalsGroup *self)
{
  self->limit += PAGE;
  load (self);
}

static void
add_more (CharterRemovalsGroup *self, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Show More"));
  g_autofree char *words = g_strdup_printf (ngettext ("%'u more", "%'u more", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row);
}

/* Which of the rows has the focus, or -1: they are made anew, and it would be nowhere then. */
static int
find_focus (CharterRemovalsGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (gtk_widget_is_ancestor (focus, self->rows->pdata[i]) || focus == self->rows->pdata[i])
      return (int)i;
  return -1;
}

/* The row that is now where the old one was. */
static void
put_focus (CharterRemovalsGroup *self, int at)
{
  if (at < 0)
    return;
  if (self->rows->len > 0)
    gtk_widget_child_focus (self->rows->pdata[MIN ((guint)at, self->rows->len - 1)], GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
show_list (CharterRemovalsGroup *self)
{
  guint n = self->removals->n_all;
  g_autofree char *words = g_strdup_printf (ngettext ("%'u, which can be undone", "%'u, which can be undone", n), n);
  int focus = find_focus (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->removals->list->len; i++)
    add_removal (self, self->removals->list->pdata[i]);
  if (n > self->removals->list->len)
    add_more (self, n - self->removals->list->len);
  adw_expander_row_set_subtitle (self->list, n > 0 ? words : _ ("Nothing"));
  if (adw_expander_row_get_enable_expansion (self->list) != (n > 0))
    {
      adw_expander_row_set_enable_expansion (self->list, n > 0);
      adw_expander_row_set_expanded (self->list, FALSE); /* what becomes possible would be done at once */
    }
  put_focus (self, focus);
}

static gboolean
is_same (const CharterRemoval *a, const CharterRemoval *b)
{
  return a->events->len == b->events->len && a->n_answers == b->n_answers
         && charter_event_compare (charter_removal_get_latest (a), charter_removal_get_latest (b)) == 0;
}

static gboolean
is_shown (CharterRemovalsGroup *self, const CharterRemovals *removals)
{
  if (self->removals == NULL || self->removals->n_all != removals->n_all
      || self->removals->list->len != removals->list->len)
    return FALSE;
  for (guint i = 0; i < removals->list->len; i++)
    if (!is_same (self->removals->list->pdata[i], removals->list->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
on_loaded (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterRemovalsGroup) self = data;
  g_autoptr (CharterRemovals) removals = charter_study_load_removals_finish (CHARTER_STUDY (study), result, NULL);

  if (removals == NULL || self->loading == NULL || is_shown (self, removals))
    return;
  g_clear_pointer (&self->removals, charter_removals_free);
  self->removals = g_steal_pointer (&removals);
  show_list (self);
}

static void
load (CharterRemovalsGroup *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  charter_study_load_removals_async (self->study, self->limit, self->loading, on_loaded, g_object_ref (self));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_removals_group_dispose (GObject *object)
{
  CharterRemovalsGroup *self = CHARTER_REMOVALS_GROUP (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (charter_removals_group_parent_class)->dispose (object);
}

static void
charter_removals_group_finalize (GObject *object)
{
  CharterRemovalsGroup *self = CHARTER_REMOVALS_GROUP (object);

  g_clear_object (&self->study);
  g_clear_object (&self->library);
  g_clear_pointer (&self->removals, charter_removals_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (charter_removals_group_parent_class)->finalize (object);
}

static void
charter_removals_group_class_init (CharterRemovalsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_removals_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_removals_group_finalize;
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, ADW_TYPE_TOAST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-removals-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterRemovalsGroup, list);
}

static void
charter_removals_group_init (CharterRemovalsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->limit = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
charter_removals_group_show (CharterRemovalsGroup *self, CharterStudy *study, CharterLibrary *library)
{
  g_set_object (&self->study, study);
  g_set_object (&self->library, library);
  g_signal_connect_object (study, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}
