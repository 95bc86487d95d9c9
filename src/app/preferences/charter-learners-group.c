/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-learners-group.h"

#include <glib/gi18n.h>

#include "charter-learner-dialog.h"
#include "charter-toast.h"

struct _CharterLearnersGroup {
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;

  CharterApplication *app; /* borrowed */
  CharterLearners *learners;
  char *leaving; /* id of whom is about to be removed, or NULL */
  char *focus;   /* id of the learner whose row gets the focus when it is made anew, or NULL */
};

G_DEFINE_FINAL_TYPE (CharterLearnersGroup, charter_learners_group, ADW_TYPE_PREFERENCES_GROUP)

enum { TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
tell (CharterLearnersGroup *self, AdwToast *toast)
{
  g_signal_emit (self, signals[TOLD], 0, toast);
  g_object_unref (toast);
}

/* Takes words. */
static void
tell_words (CharterLearnersGroup *self, char *words)
{
  tell (self, charter_toast_new (words));
  g_free (words);
}

static GtkWindow *
get_window (CharterLearnersGroup *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* The list was changed: everybody looks at it anew, and so does the group. The learner gets the focus. */
static void
tell_changed (CharterLearnersGroup *self, const char *id)
{
  g_free (self->focus);
  self->focus = g_strdup (id);
  charter_application_tell_learners (self->app);
}

/* --- what can be done --------------------------------------------------------------------------------------------- */

static void
on_added (CharterLearnersGroup *self, const char *name)
{
  tell_changed (self, NULL);
  /* Translators: %s is the name of a learner. */
  tell_words (self, g_strdup_printf (_ ("%s was added"), name));
}

static void
add (CharterLearnersGroup *self)
{
  CharterLearnerDialog *dialog = charter_learner_dialog_show (get_window (self), NULL);

  g_signal_connect_object (dialog, "named", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
}

static void
on_renamed (CharterLearnersGroup *self)
{
  tell_changed (self, self->focus);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterLearnersGroup *self = CHARTER_LEARNERS_GROUP (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  const CharterLearner *learner = charter_learners_find (self->learners, id);
  CharterLearnerDialog *dialog;

  if (learner == NULL)
    return;
  g_free (self->focus);
  self->focus = g_strdup (id);
  dialog = charter_learner_dialog_show (get_window (self), learner);
  g_signal_connect_object (dialog, "named", G_CALLBACK (on_renamed), self, G_CONNECT_SWAPPED);
}

static void
put_back (CharterLearnersGroup *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  char *words;

  if (!charter_learners_put_back (self->learners, id, &error))
    {
      tell (self, charter_toast_new_fault (error->message));
      return;
    }
  /* Translators: %s is the name of a learner. */
  words = g_strdup_printf (_ ("%s is on the list again"), charter_learners_find (self->learners, id)->name);
  tell_changed (self, id); /* the learners are read anew */
  tell_words (self, words);
}

static void
put_back_clicked (GtkWidget *button, CharterLearnersGroup *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  put_back (self, id);
}

static void
undo_removal (AdwToast *toast, CharterLearnersGroup *self)
{
  put_back (self, g_object_get_data (G_OBJECT (toast), "id"));
}

static void
tell_removed (CharterLearnersGroup *self, const CharterLearner *learner)
{
  /* Translators: %s is the name of a learner. */
  g_autofree char *words = g_strdup_printf (_ ("%s was removed from the list"), learner->name);
  AdwToast *toast = charter_toast_new (words);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, 0);
  g_object_set_data_full (G_OBJECT (toast), "id", g_strdup (learner->id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_removal), self, 0);
  tell (self, toast);
}

static gboolean
remove_now (gpointer data)
{
  CharterLearnersGroup *self = data;
  g_autofree char *id = g_steal_pointer (&self->leaving);
  g_autoptr (GError) error = NULL;

  if (id != NULL && charter_learners_remove (self->learners, id, &error))
    {
      tell_removed (self, charter_learners_find (self->learners, id));
      tell_changed (self, NULL);
    }
  else if (error != NULL)
    tell (self, charter_toast_new_fault (error->message));
  return G_SOURCE_REMOVE;
}

/* The menu it was chosen from goes with its row, so it has to be done first. */
static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterLearnersGroup *self = CHARTER_LEARNERS_GROUP (widget);

  g_free (self->leaving);
  self->leaving = g_variant_dup_string (parameter, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_now, g_object_ref (self), g_object_unref);
}

/* This window goes with it. */
static void
change_clicked (GtkWidget *button, CharterLearnersGroup *self)
{
  charter_application_change_learner (self->app, g_object_get_data (G_OBJECT (button), "id"));
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static gboolean
is_current (CharterLearnersGroup *self, const char *id)
{
  return g_strcmp0 (charter_application_get_learner (self->app), id) == 0;
}

static void
append_entry (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
add_menu (CharterLearnersGroup *self, AdwActionRow *row, const CharterLearner *learner)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: the menu of a learner; %s is their name. */
  g_autofree char *spoken = g_strdup_printf (_ ("Menu of: %s"), learner->name);

  append_entry (menu, _ ("Re_name…"), "learners.rename", learner->id);
  if (!is_current (self, learner->id))
    append_entry (menu, _ ("_Remove"), "learners.remove", learner->id);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_add_suffix (row, button);
}

static void
add_button (CharterLearnersGroup *self, AdwActionRow *row, const char *id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", clicked, self);
  adw_action_row_add_suffix (row, button);
}

static AdwActionRow *
row_new (const CharterLearner *learner)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), learner->name);
  adw_action_row_set_title_lines (row, 0);
  return row;
}

static void
append_learner (CharterLearnersGroup *self, const CharterLearner *learner)
{
  AdwActionRow *row = row_new (learner);

  if (is_current (self, learner->id))
    adw_action_row_set_subtitle (row, _ ("Learning now"));
  else
    add_button (self, row, learner->id, _ ("Change"), G_CALLBACK (change_clicked));
  add_menu (self, row, learner);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  if (g_strcmp0 (self->focus, learner->id) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Returns: the row */
static GtkWidget *
append_adding (CharterLearnersGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Add a Learner…"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (add), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
append_removed (CharterLearnersGroup *self)
{
  g_autoptr (GPtrArray) removed = charter_learners_list (self->learners, TRUE);
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Removed"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), _ ("Nothing of theirs was deleted"));
  for (guint i = 0; i < removed->len; i++)
    {
      const CharterLearner *learner = removed->pdata[i];
      AdwActionRow *row = row_new (learner);

      add_button (self, row, learner->id, _ ("Put Back"), G_CALLBACK (put_back_clicked));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), GTK_WIDGET (row));
    }
  gtk_widget_set_visible (expander, removed->len > 0);
  gtk_list_box_append (self->list, expander);
}

static gboolean
has_focus_within (CharterLearnersGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/* The rows are made anew, and the focus is where it is of use: with the learner it is about, or where one is added. */
static void
fill (CharterLearnersGroup *self)
{
  g_autoptr (GPtrArray) list = NULL;
  gboolean had_focus = has_focus_within (self);
  GtkListBoxRow *row;
  GtkWidget *adding;

  g_clear_pointer (&self->learners, charter_learners_free);
  self->learners = charter_learners_new_default ();
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  list = charter_learners_list (self->learners, FALSE);
  for (guint i = 0; i < list->len; i++)
    append_learner (self, list->pdata[i]);
  adding = append_adding (self);
  append_removed (self);
  if (had_focus && !has_focus_within (self))
    gtk_widget_grab_focus (adding);
  g_clear_pointer (&self->focus, g_free);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_learners_group_finalize (GObject *object)
{
  CharterLearnersGroup *self = CHARTER_LEARNERS_GROUP (object);

  g_clear_pointer (&self->learners, charter_learners_free);
  g_free (self->leaving);
  g_free (self->focus);

  G_OBJECT_CLASS (charter_learners_group_parent_class)->finalize (object);
}

static void
charter_learners_group_class_init (CharterLearnersGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_learners_group_finalize;
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, ADW_TYPE_TOAST);

  gtk_widget_class_install_action (widget_class, "learners.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "learners.remove", "s", remove_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/preferences/charter-learners-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterLearnersGroup, list);
}

static void
charter_learners_group_init (CharterLearnersGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
charter_learners_group_show (CharterLearnersGroup *self, CharterApplication *app)
{
  self->app = app;
  g_signal_connect_object (app, "learners-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

void
charter_learners_group_enter (CharterLearnersGroup *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}
