/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charter-tool history result: what a learner hands to an instructor of one attempt. */
#include "tool-history.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "charter-class-file.h"
#include "charter-study-attempts.h"
#include "charter-study-before.h"
#include "tool-command.h"
#include "tool-packs.h"

/* Returns: (transfer full) (nullable) the attempt with that number, from 1, the latest first */
static CharterSessionRecord *
find_attempt (CharterStudy *study, guint number, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterAttempts) attempts = NULL;

  charter_study_load_attempts_async (study, number - 1, 1, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  attempts = charter_study_load_attempts_finish (study, result, error);
  if (attempts == NULL)
    return NULL;
  if (attempts->list->len > 0)
    return charter_session_record_copy (attempts->list->pdata[0]);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such attempt."));
  return NULL;
}

/* Returns: (transfer full) (nullable) */
static CharterSession *
load_session (CharterStudy *study, const CharterSessionRecord *attempt, const char *const *packs, GError **error)
{
  g_autoptr (GPtrArray) loaded = tool_packs_load_installed ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GObject) object = NULL;

  for (guint i = 0; packs != NULL && packs[i] != NULL; i++)
    {
      CharterPack *pack = tool_packs_load (packs[i]);
      if (pack != NULL)
        g_ptr_array_insert (loaded, 0, pack);
    }
  charter_study_load_attempt_async (study, loaded, attempt, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  object = charter_study_load_attempt_finish (study, result, error);
  if (object == NULL || CHARTER_IS_SESSION (object))
    return object != NULL ? CHARTER_SESSION (g_steal_pointer (&object)) : NULL;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("That was a case: its moves are no answers that can be compared."));
  return NULL;
}

static GHashTable *
load_before (CharterStudy *study, CharterSession *session, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_load_before_async (study, session, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  return charter_study_load_before_finish (study, result, error);
}

static char *
dup_day (const CharterSessionRecord *attempt)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (attempt->last_wall / G_USEC_PER_SEC);

  return g_date_time_format (when, "%Y-%m-%d");
}

/* Returns: (transfer full) (nullable) the file's text */
static char *
make_result (CharterStudy *study, guint number, const char *name, const char *const *packs, GError **error)
{
  g_autoptr (CharterSessionRecord) attempt = find_attempt (study, number, error);
  g_autoptr (CharterSession) session = attempt != NULL ? load_session (study, attempt, packs, error) : NULL;
  g_autoptr (GHashTable) before = session != NULL ? load_before (study, session, error) : NULL;
  g_autoptr (CharterClassResult) result = NULL;
  g_autofree char *made_up = charter_class_dup_random_name ((guint64)g_random_int () << 32 | g_random_int ());
  g_autofree char *day = NULL;

  if (before == NULL)
    return NULL;
  day = dup_day (attempt);
  result = charter_class_result_new (session, name != NULL ? name : made_up, day, before);
  return charter_class_file_write (result);
}

static int
save (const char *text, const char *target, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (target == NULL || g_str_equal (target, "-"))
    {
      fputs (text, stdout);
      return TOOL_CLEAN;
    }
  file = g_file_new_for_commandline_arg (target);
  if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    {
      tool_out_wrapf (out, "", _ ("Made %s"), target);
      return TOOL_CLEAN;
    }
  return tool_fail (error->message, NULL);
}

int
tool_history_result (
  GFile *file, guint number, const char *name, const char *const *packs, const char *target, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autofree char *text = NULL;

  if (!tool_history_exists (file))
    return tool_history_tell_none (out);
  if (name != NULL && (*name == '\0' || g_utf8_strlen (name, -1) > CHARTER_CLASS_LONGEST_NAME))
    return tool_fail (_ ("The name is too long, or there is none."), NULL);
  store = charter_store_open (file, tool_history_get_wall (), &error);
  if (store == NULL)
    return tool_history_fail_opening (error);
  study = charter_study_new (store, charter_clock_system ());
  text = make_result (study, MAX (number, 1), name, packs, &error);
  return text != NULL ? save (text, target, out) : tool_fail (error->message, NULL);
}
