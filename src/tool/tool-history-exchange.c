/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charter-tool history export, import and sync: what goes out and what comes in. */
#include "tool-history.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "charter-backups.h"
#include "charter-history-in.h"
#include "charter-history-out.h"
#include "tool-bus.h"
#include "tool-command.h"

#define MOST_TOLD 20 /* problems of a file */

/* ---- export ---- */

static GPtrArray *
load_from_store (CharterStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_load_events_async (store, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  return charter_store_load_events_finish (store, result, error);
}

/* A Charter that runs holds the file, and makes a copy when it is asked; where it can't be asked, the latest copy is
 * read. Said on standard error: the history itself may go to standard output. */
static GPtrArray *
load_from_backup (GFile *file, GError **error)
{
  gboolean fresh = tool_bus_back_up (g_file_peek_path (file), NULL) == TOOL_BUS_DONE;
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (file));
  g_autoptr (ToolOut) err = tool_out_new (stderr);
  const CharterBackupFile *latest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  if (latest == NULL)
    return NULL;
  tool_out_wrapf (err, "",
                  fresh ? _ ("Charter is running and has made a backup, which was read: %s")
                        : _ ("Another program holds the file, so the latest backup was read: %s"),
                  latest->name);
  return charter_backup_load_events (latest->path, error);
}

static GPtrArray *
load_events (GFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (CharterStore) store = charter_store_open (file, tool_history_get_wall (), &reason);
  GPtrArray *events = NULL;

  if (store != NULL)
    return load_from_store (store, error);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_BUSY))
    events = load_from_backup (file, error);
  if (events == NULL && (error == NULL || *error == NULL))
    g_propagate_error (error, g_steal_pointer (&reason));
  return events;
}

/* A file comes into place when it is whole, readable by its owner only. */
static GOutputStream *
open_target (const char *name, GError **error)
{
  g_autoptr (GFile) target = NULL;

  if (name == NULL || strcmp (name, "-") == 0)
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  target = g_file_new_for_commandline_arg (name);
  return G_OUTPUT_STREAM (
    g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error));
}

/* What was not written to its end does not take the file's place. */
static gboolean
close_target (GOutputStream *stream, gboolean written, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (written)
    return g_output_stream_close (stream, NULL, error);
  g_cancellable_cancel (cancellable);
  g_output_stream_close (stream, cancellable, NULL);
  return FALSE;
}

static int
write_events (GPtrArray *events, CharterHistoryFormat format, const char *actor, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = open_target (name, &error);
  g_autofree char *what = NULL;

  if (stream != NULL
      && close_target (stream, charter_history_write (events, format, actor, stream, NULL, &error), &error))
    return TOOL_CLEAN;
  what = g_strdup_printf (_ ("The history could not be written: %s."), tool_describe_error (error));
  return tool_fail (what, NULL);
}

static int
fail_unknown_format (const char *name)
{
  g_autofree char *what = g_strdup_printf (_ ("There is no format “%s”."), name);

  return tool_fail_unknown (what, name, charter_history_format_names (), _ ("It is one of jsonl, csv and xapi."));
}

int
tool_history_export (GFile *file, const char *format_name, const char *actor, const char *name, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  CharterHistoryFormat format = CHARTER_HISTORY_LINES;

  if (format_name != NULL && !charter_history_format_from_name (&format, format_name))
    return fail_unknown_format (format_name);
  if (!tool_history_exists (file))
    return tool_history_tell_none (out);
  events = load_events (file, &error);
  if (events == NULL)
    return tool_history_fail_opening (error);
  return write_events (events, format, actor, name);
}

/* ---- import ---- */

static GInputStream *
open_source (const char *name, GError **error)
{
  g_autoptr (GFile) source = NULL;

  if (strcmp (name, "-") == 0)
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  source = g_file_new_for_commandline_arg (name);
  return G_INPUT_STREAM (g_file_read (source, NULL, error));
}

static void
tell_problem (const char *name, guint *n_told, guint line, const char *sentence, ToolOut *out)
{
  if ((*n_told)++ < MOST_TOLD)
    tool_out_linef (out, "%s:%u: %s", name, line, sentence);
}

static guint
tell_problems (const char *name, CharterHistoryRead *read, const CharterMerged *merged, ToolOut *out)
{
  guint n_told = 0;

  for (guint i = 0; i < read->problems->len; i++)
    {
      const CharterLineProblem *problem = g_ptr_array_index (read->problems, i);
      tell_problem (name, &n_told, problem->line, problem->sentence, out);
    }
  for (guint i = 0; i < merged->refused->len; i++)
    tell_problem (name, &n_told, charter_history_read_get_line (read, g_ptr_array_index (merged->refused, i)),
                  _ ("Another entry of this device and number is in the history already; this one was left out."), out);
  if (n_told > MOST_TOLD)
    tool_out_linef (out, ngettext ("… and %'u more line", "… and %'u more lines", n_told - MOST_TOLD),
                    n_told - MOST_TOLD);
  return n_told;
}

static void
tell_merged (const CharterMerged *merged, ToolOut *out)
{
  tool_out_linef (out, ngettext ("%'u entry is new", "%'u entries are new", merged->n_new), merged->n_new);
  tool_out_linef (out, ngettext ("%'u was there already", "%'u were there already", merged->n_known), merged->n_known);
  if (merged->n_erased > 0)
    tool_out_linef (out, ngettext ("%'u was erased and stays so", "%'u were erased and stay so", merged->n_erased),
                    merged->n_erased);
}

static int
merge (GFile *file, const char *name, CharterHistoryRead *read, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterMerged) merged = NULL;
  g_autoptr (CharterStore) store = charter_store_open (file, tool_history_get_wall (), &error);

  if (store == NULL)
    return tool_history_fail_opening (error);
  charter_store_merge_async (store, read->events, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  merged = charter_store_merge_finish (store, result, &error);
  if (merged == NULL)
    return tool_fail (error->message, NULL);
  tell_merged (merged, out);
  return tell_problems (name, read, merged, out) > 0 ? TOOL_PROBLEMS : TOOL_CLEAN;
}

int
tool_history_import (GFile *file, const char *name, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = open_source (name, &error);
  g_autoptr (CharterHistoryRead) read = NULL;

  if (stream != NULL)
    read = charter_history_read (stream, NULL, &error);
  if (read == NULL)
    return tool_fail_reading (name, error);
  return merge (file, name, read, out);
}

/* ---- sync ---- */

static int
tell_in_step (const CharterInStep *in_step, ToolOut *out)
{
  tool_out_linef (out, ngettext ("%'u entry came in", "%'u entries came in", in_step->n_in), in_step->n_in);
  tool_out_linef (out, ngettext ("%'u entry went out", "%'u entries went out", in_step->n_out), in_step->n_out);
  for (guint i = 0; i < in_step->troubles->len; i++)
    {
      const CharterTrouble *trouble = g_ptr_array_index (in_step->troubles, i);
      if (trouble->file != NULL)
        tool_out_wrapf (out, "", "%s: %s", trouble->file, trouble->sentence);
      else
        tool_out_wrap (out, "", trouble->sentence);
    }
  return in_step->troubles->len > 0 ? TOOL_PROBLEMS : TOOL_CLEAN;
}

int
tool_history_sync (GFile *file, const char *folder, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterInStep) in_step = NULL;
  g_autoptr (CharterStore) store = charter_store_open (file, tool_history_get_wall (), &error);

  if (store == NULL)
    return tool_history_fail_opening (error);
  charter_store_keep_in_step_async (store, folder, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  in_step = charter_store_keep_in_step_finish (store, result, &error);
  return in_step != NULL ? tell_in_step (in_step, out) : tool_fail (error->message, NULL);
}
