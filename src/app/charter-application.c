/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-application-private.h"

#include <glib/gi18n.h>

#include "charter-class-file.h"
#include "charter-class-window.h"
#include "charter-contrast.h"
#include "charter-history-service.h"
#include "charter-learners.h"
#include "charter-plan.h"
#include "charter-reminders.h"
#include "charter-study-hindsight.h"
#include "charter-text-size.h"
#include "charter-window.h"

#define RESULT_TYPE "application/vnd.charter.result+json"
#define REST_AFTER 10 /* seconds: what was begun in the last window has come back by then */

G_DEFINE_FINAL_TYPE (CharterApplication, charter_application, ADW_TYPE_APPLICATION)

enum { READY, NOTICE_CHANGED, LEARNERS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- what is read beside the first frame -------------------------------------------------------------------------- */

gboolean
charter_application_is_ready (CharterApplication *self)
{
  return self->study != NULL && charter_library_is_loaded (self->library);
}

static void rest_soon (CharterApplication *self);
static void begin_reading (CharterApplication *self);

void
charter_application_show_class (CharterApplication *self)
{
  g_autoptr (GPtrArray) results = g_steal_pointer (&self->results);

  self->class_wanted = !charter_application_is_ready (self);
  if (self->class_wanted)
    {
      self->results = g_steal_pointer (&results);
      charter_class_show_waiting (self);
      begin_reading (self);
    }
  else if (results != NULL)
    charter_class_show_files (self, results);
  else
    charter_class_show (self);
}

static void
tell_ready (CharterApplication *self)
{
  if (!charter_application_is_ready (self))
    return;
  g_signal_emit (self, signals[READY], 0);
  rest_soon (self);
  if (self->preferences_wanted)
    g_action_group_activate_action (G_ACTION_GROUP (self), "preferences", NULL);
  self->preferences_wanted = FALSE;
  if (self->class_wanted)
    charter_application_show_class (self);
}

static void
on_library_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (!charter_library_load_finish (CHARTER_LIBRARY (source), result, &error))
    g_warning ("%s", error->message);
  tell_ready (self);
}

static void
notice_changed (CharterApplication *self)
{
  g_signal_emit (self, signals[NOTICE_CHANGED], 0);
}

void
charter_application_follow_folder (CharterApplication *self, const char *folder)
{
  if (self->keeper != NULL)
    charter_keeper_stop (self->keeper);
  g_clear_object (&self->keeper);
  if (folder != NULL && self->store != NULL)
    self->keeper = charter_keeper_new (self->study, folder, CHARTER_KEEPER_DELAY);
}

static void
keep_in_step_as_set (CharterApplication *self)
{
  g_autoptr (CharterLearners) learners = charter_learners_new_default ();

  const CharterLearner *learner = charter_learners_find (learners, self->learner);

  charter_application_follow_folder (self, learner != NULL ? learner->shared : NULL);
}

void
charter_application_take_store (CharterApplication *self, CharterStore *store)
{
  self->store = store;
  self->study = charter_study_new (store, charter_clock_system ());
  if (store != NULL)
    g_signal_connect_object (store, "notify::notice", G_CALLBACK (notice_changed), self, G_CONNECT_SWAPPED);
  keep_in_step_as_set (self);
}

/* Today asks for it as soon as packs are there, which take longer to load. */
static void
read_ahead (CharterApplication *self)
{
  if (!charter_library_is_loaded (self->library) && gtk_application_get_windows (GTK_APPLICATION (self)) != NULL
      && !charter_plan_is_first_time (self->study))
    charter_study_read_ahead (self->study);
}

/* Without its history the application still teaches, and says that it does not remember. */
static void
on_store_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterApplication) self = data;
  g_autoptr (GError) error = NULL;

  charter_application_take_store (self, charter_store_open_finish (result, &error));
  if (self->store == NULL)
    {
      g_free (self->trouble);
      self->trouble = g_strdup_printf (
        /* Translators: %s is one or two sentences that tell why. */
        _ ("Your answers are not being kept. %s Preferences can try again, or restore a backup."), error->message);
      self->failure = g_steal_pointer (&error);
    }
  notice_changed (self);
  read_ahead (self);
  tell_ready (self);
}

/* CHARTER_PACKS_DIR stands in for the installed packs: for a build that is not installed, and for tests. */
static CharterLibrary *
make_library (void)
{
  const char *told = g_getenv ("CHARTER_PACKS_DIR");
  g_autoptr (GFile) installed
    = told != NULL ? g_file_new_for_path (told) : g_file_new_build_filename (CHARTER_PKGDATADIR, "packs", NULL);
  g_autoptr (GFile) added = g_file_new_build_filename (g_get_user_data_dir (), "charter", "packs", NULL);

  return charter_library_new (installed, added, g_get_language_names ());
}

/* A default that comes late is not seen by windows that are there already. */
static void
show_icon (CharterApplication *self)
{
  gtk_window_set_default_icon_name (CHARTER_APP_ID);
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    gtk_window_set_icon_name (at->data, CHARTER_APP_ID);
}

/* Not before the first frame, which shows what needs no reading. The windows' icon waits too, because to draw it the
 * library for SVG has to be loaded. */
static void
begin_reading (CharterApplication *self)
{
  g_autoptr (CharterLearners) learners = NULL;
  g_autoptr (GFile) history = NULL;

  if (self->reading)
    return;
  self->reading = TRUE;
  learners = charter_learners_new_default ();
  self->learner = g_strdup (charter_learners_get_current (learners)->id);
  history = charter_learners_dup_file (learners, self->learner);
  show_icon (self);
  if (!charter_library_is_loaded (self->library)) /* for somebody who writes */
    charter_library_load_async (self->library, NULL, on_library_loaded, g_object_ref (self));
  charter_store_open_async (history, g_get_real_time (), NULL, on_store_opened, g_object_ref (self));
}

/* --- without a window --------------------------------------------------------------------------------------------- */

void
charter_application_wake (CharterApplication *self)
{
  self->n_awake++;
  begin_reading (self);
}

void
charter_application_rest (CharterApplication *self)
{
  self->n_awake--;
  rest_soon (self);
}

/* As it was at startup; charter-tool, or another program, can have the history. */
static void
let_go (CharterApplication *self)
{
  g_clear_object (&self->keeper);
  g_clear_object (&self->study);
  if (self->store != NULL)
    charter_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->learner, g_free);
  g_clear_pointer (&self->trouble, g_free);
  g_clear_error (&self->failure);
  g_object_unref (self->library);
  self->library = make_library ();
  self->reading = FALSE;
}

static gboolean
on_rest (gpointer data)
{
  CharterApplication *self = data;

  self->rest = 0;
  if (self->n_awake == 0 && self->next_learner == NULL && charter_application_is_ready (self)
      && gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    let_go (self);
  return G_SOURCE_REMOVE;
}

static void
rest_soon (CharterApplication *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    self->rest = g_timeout_add_seconds (REST_AFTER, on_rest, self);
}

/* --- the window --------------------------------------------------------------------------------------------------- */

CharterWindow *
charter_application_ensure_window (CharterApplication *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    if (CHARTER_IS_WINDOW (at->data))
      return at->data;
  return charter_window_new (self);
}

void
charter_application_present (CharterApplication *self, CharterWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  if (!self->reading)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                             G_CALLBACK (begin_reading), self, G_CONNECT_SWAPPED);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_application_activate (GApplication *app)
{
  CharterApplication *self = CHARTER_APPLICATION (app);

  if (self->is_authoring)
    {
      self->is_authoring = FALSE;
      return;
    }
  charter_reminders_withdraw (self->reminders);
  charter_application_present (self, charter_application_ensure_window (self));
}

/* A result file, whatever a mail program has called it, or a folder, which can only be of such. */
static gboolean
is_result (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (g_str_has_suffix (name, "." CHARTER_CLASS_FILE_ENDING))
    return TRUE;
  return info != NULL
         && (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
             || g_strcmp0 (g_file_info_get_content_type (info), RESULT_TYPE) == 0);
}

static void
add_result (CharterApplication *self, GFile *file)
{
  if (self->results == NULL)
    self->results = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->results, g_object_ref (file));
}

static void
open_pack (CharterApplication *self, GFile *file)
{
  CharterWindow *window = charter_application_ensure_window (self);

  charter_window_open_file (window, file);
  charter_application_present (self, window);
}

static void
charter_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  CharterApplication *self = CHARTER_APPLICATION (app);

  for (int i = 0; i < n_files; i++)
    if (is_result (files[i]))
      add_result (self, files[i]);
    else
      open_pack (self, files[i]);
  if (self->results != NULL)
    charter_application_show_class (self);
}

/* Each is an action of the same name. */
static const GOptionEntry options[] = {
  { "learn", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the lessons"), NULL },
  { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the scenarios"), NULL },
  { "progress", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show what you know"), NULL },
  { "open-pack", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Ask for a pack to open"), NULL },
  { NULL },
};

static const GOptionEntry author_options[] = {
  { "author", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Write a pack: the one in this file, or a new one"), N_ ("PACK") },
  { NULL },
};

/* An option's value can't be left out: without one it is made empty. */
static gboolean
charter_application_local_command_line (GApplication *app, char ***arguments, int *status)
{
  char **words = *arguments;

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], "--author") && (words[i + 1] == NULL || g_str_has_prefix (words[i + 1], "--")))
      {
        g_free (words[i]);
        words[i] = g_strdup ("--author=");
      }
  return G_APPLICATION_CLASS (charter_application_parent_class)->local_command_line (app, arguments, status);
}

static void
activate_author (GApplication *app, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *uri = g_file_get_uri (file);

  if (*path == '\0')
    g_action_group_activate_action (G_ACTION_GROUP (app), "author", NULL);
  else
    g_action_group_activate_action (G_ACTION_GROUP (app), "author-file", g_variant_new_string (uri));
}

/* path: "" for a choice of templates. Returns: -1 to go on as ever, or the exit status. */
static int
begin_authoring (GApplication *app, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (app, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  CHARTER_APPLICATION (app)->is_authoring = TRUE;
  activate_author (app, path);
  return g_application_get_is_remote (app) ? 0 : -1;
}

static int
charter_application_handle_local_options (GApplication *app, GVariantDict *dict)
{
  g_autoptr (GError) error = NULL;
  const char *path;

  if (g_variant_dict_lookup (dict, "author", "^&ay", &path))
    return begin_authoring (app, path);

  for (const GOptionEntry *option = options; option->long_name != NULL; option++)
    {
      if (!g_variant_dict_contains (dict, option->long_name))
        continue;
      if (!g_application_register (app, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (app), option->long_name, NULL);
    }
  return -1;
}

static void
charter_application_startup (GApplication *app)
{
  CharterApplication *self = CHARTER_APPLICATION (app);

  G_APPLICATION_CLASS (charter_application_parent_class)->startup (app);
  charter_contrast_follow ();
  self->settings = charter_settings_new_default ();
  self->trouble = g_strdup (charter_settings_get_notice (self->settings));
  charter_text_size_follow (self->settings);
  self->reminders = charter_reminders_new (self);
  g_signal_connect (self, "window-removed", G_CALLBACK (rest_soon), NULL);
  charter_application_add_actions (self);
}

static void
charter_application_shutdown (GApplication *app)
{
  CharterApplication *self = CHARTER_APPLICATION (app);

  G_APPLICATION_CLASS (charter_application_parent_class)->shutdown (app);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->reminders);
  g_clear_object (&self->keeper);
  if (self->store != NULL)
    charter_store_close (self->store);
}

static CharterStore *
get_store (gpointer data)
{
  return CHARTER_APPLICATION (data)->store;
}

static gboolean
charter_application_dbus_register (GApplication *app, GDBusConnection *connection, const char *path, GError **error)
{
  CharterApplication *self = CHARTER_APPLICATION (app);

  if (!G_APPLICATION_CLASS (charter_application_parent_class)->dbus_register (app, connection, path, error))
    return FALSE;
  self->service = charter_history_service_register (connection, path, get_store, self, error);
  return self->service != 0;
}

static void
charter_application_dbus_unregister (GApplication *app, GDBusConnection *connection, const char *path)
{
  CharterApplication *self = CHARTER_APPLICATION (app);

  if (self->service != 0)
    g_dbus_connection_unregister_object (connection, self->service);
  self->service = 0;
  G_APPLICATION_CLASS (charter_application_parent_class)->dbus_unregister (app, connection, path);
}

static void
charter_application_finalize (GObject *object)
{
  CharterApplication *self = CHARTER_APPLICATION (object);

  g_clear_object (&self->study);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_free (self->trouble);
  g_clear_error (&self->failure);
  g_free (self->learner);
  g_free (self->next_learner);

  G_OBJECT_CLASS (charter_application_parent_class)->finalize (object);
}

static void
charter_application_class_init (CharterApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_application_finalize;
  app_class->local_command_line = charter_application_local_command_line;
  app_class->handle_local_options = charter_application_handle_local_options;
  app_class->dbus_register = charter_application_dbus_register;
  app_class->dbus_unregister = charter_application_dbus_unregister;
  app_class->startup = charter_application_startup;
  app_class->shutdown = charter_application_shutdown;
  app_class->activate = charter_application_activate;
  app_class->open = charter_application_open;

  signals[READY]
    = g_signal_new ("ready", CHARTER_TYPE_APPLICATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTICE_CHANGED]
    = g_signal_new ("notice-changed", CHARTER_TYPE_APPLICATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEARNERS_CHANGED] = g_signal_new ("learners-changed", CHARTER_TYPE_APPLICATION, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_application_init (CharterApplication *self)
{
  self->library = make_library ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_add_main_option_entries (G_APPLICATION (self), author_options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[PACK…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Open packs to read and to practise, or Charter itself."));
}

CharterApplication *
charter_application_new (void)
{
  return g_object_new (CHARTER_TYPE_APPLICATION, "application-id", CHARTER_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/charterstudy/Charter", NULL);
}

CharterSettings *
charter_application_get_settings (CharterApplication *self)
{
  return self->settings;
}

CharterLibrary *
charter_application_get_library (CharterApplication *self)
{
  return self->library;
}

CharterStudy *
charter_application_get_study (CharterApplication *self)
{
  return self->study;
}

CharterStore *
charter_application_get_store (CharterApplication *self)
{
  return self->store;
}

const char *
charter_application_get_learner (CharterApplication *self)
{
  return self->learner;
}

static char *
dup_name (CharterApplication *self, gboolean given)
{
  g_autoptr (CharterLearners) learners = charter_learners_new_default ();
  g_autoptr (GPtrArray) list = charter_learners_list (learners, FALSE);
  const CharterLearner *learner = self->learner != NULL ? charter_learners_find (learners, self->learner) : NULL;

  if (learner == NULL || list->len < 2 || (given && !charter_learner_is_named (learner)))
    return NULL;
  return g_strdup (learner->name);
}

char *
charter_application_dup_learner_name (CharterApplication *self)
{
  return dup_name (self, FALSE);
}

char *
charter_application_dup_given_name (CharterApplication *self)
{
  return dup_name (self, TRUE);
}

void
charter_application_tell_learners (CharterApplication *self)
{
  g_signal_emit (self, signals[LEARNERS_CHANGED], 0);
}

GFile *
charter_application_dup_history (CharterApplication *self)
{
  g_autoptr (CharterLearners) learners = charter_learners_new_default ();

  return charter_learners_dup_file (learners, self->learner);
}

CharterKeeper *
charter_application_get_keeper (CharterApplication *self)
{
  return self->keeper;
}

gboolean
charter_application_keep_in_step (CharterApplication *self, const char *folder, GError **error)
{
  g_autoptr (CharterLearners) learners = charter_learners_new_default ();

  if (!charter_learners_set_shared (learners, self->learner, folder, error))
    return FALSE;
  charter_application_follow_folder (self, folder);
  return TRUE;
}

gboolean
charter_application_is_history_kept (CharterApplication *self)
{
  return self->store != NULL;
}

const GError *
charter_application_get_failure (CharterApplication *self)
{
  return self->failure;
}

const char *
charter_application_get_notice (CharterApplication *self)
{
  if (self->trouble != NULL)
    return self->trouble;
  return self->store != NULL ? charter_store_get_notice (self->store) : NULL;
}

void
charter_application_clear_notice (CharterApplication *self)
{
  g_clear_pointer (&self->trouble, g_free);
  if (self->store != NULL)
    charter_store_clear_notice (self->store);
  notice_changed (self);
}
