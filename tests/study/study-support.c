/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study-support.h"

#include <glib/gstdio.h>

static gint64
get_wall (gpointer data)
{
  return ((TestClock *)data)->wall;
}

static gint64
get_ticks (gpointer data)
{
  return ((TestClock *)data)->ticks;
}

CharterClock
test_clock (TestClock *clock)
{
  return (CharterClock){ get_wall, get_ticks, clock };
}

void
test_clock_pass (TestClock *clock, gint64 microseconds)
{
  clock->wall += microseconds;
  clock->ticks += microseconds;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

void
place_init (Place *place)
{
  g_autofree char *path = NULL;

  place->folder = g_dir_make_tmp ("charter-study-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  path = g_build_filename (place->folder, "charter.db", NULL);
  place->file = g_file_new_for_path (path);
}

void
place_clear (Place *place)
{
  remove_tree (place->folder);
  g_clear_pointer (&place->folder, g_free);
  g_clear_object (&place->file);
}

CharterPack *
load_pack (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  CharterPack *pack = charter_loader_load_file (file, &diagnostics, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = charter_diagnostic_to_string (diagnostics->pdata[i], name);
      g_test_message ("%s", text);
    }
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_nonnull (pack);
  return pack;
}

void
choose (CharterSession *session, const char *response)
{
  CharterResponseShape shape = charter_item_kind_response_shape (charter_session_get_current (session)->item->kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterResponse) parsed = charter_response_parse (shape, response, &error);

  g_assert_no_error (error);
  charter_session_set_response (session, parsed);
}

gboolean
answer (CharterStudy *study, CharterSession *session, const char *response, GError **error)
{
  choose (session, response);
  return charter_study_answer (study, session, error);
}

void
answer_key (CharterStudy *study, CharterSession *session)
{
  const CharterStep *step = charter_session_get_current (session);
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);
  g_autoptr (GError) error = NULL;

  charter_session_set_response (session, key);
  charter_study_answer (study, session, &error);
  g_assert_no_error (error);
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

gboolean
take_back (CharterStudy *study, CharterSession *session, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_take_back_async (study, session, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_study_take_back_finish (study, result, error);
}

static void
on_changed (CharterStudy *study, gboolean *changed)
{
  *changed = TRUE;
}

void
settle (CharterStudy *study)
{
  gboolean changed = FALSE;
  gulong id = g_signal_connect (study, "changed", G_CALLBACK (on_changed), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handler_disconnect (study, id);
}

void
assert_verified (CharterStore *store)
{
  g_autoptr (GError) error = NULL;

  charter_store_verify (store, &error);
  g_assert_no_error (error);
}
