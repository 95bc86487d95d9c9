/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charter-tool history: looks through the learner's history, and lists, makes and restores backups of it. */
#include "tool-history.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charter-backups.h"
#include "charter-study.h"
#include "tool-bus.h"
#include "tool-command.h"
#include "tool-table.h"

static gboolean repair;
static char *format;
static char *actor;
static char *learner_name;
static int attempt_number = 1;
static char **pack_names;

gint64
tool_history_get_wall (void)
{
  CharterClock clock = charter_clock_system ();

  return clock.wall (clock.data);
}

void
tool_history_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

void
tool_history_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
tool_history_exists (GFile *file)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (file));

  return backups->len > 0 || g_file_query_exists (file, NULL);
}

int
tool_history_tell_none (ToolOut *out)
{
  tool_out_wrap (out, "", _ ("There is no history yet: nothing was answered."));
  return TOOL_CLEAN;
}

int
tool_history_fail_opening (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    return tool_fail (_ ("The history is in use."),
                      _ ("Close Charter, or the quiz in another terminal, and try again."));
  return tool_fail (error->message, NULL);
}

/* ---- verify ---- */

static void
print_checkup (const CharterCheckup *checkup, ToolOut *out)
{
  g_autofree char *events = g_strdup_printf ("%'" G_GINT64_FORMAT, checkup->n_events);
  g_autofree char *answers = g_strdup_printf ("%'" G_GINT64_FORMAT, checkup->n_answers);
  g_autofree char *items = g_strdup_printf ("%'" G_GINT64_FORMAT, checkup->n_items);
  g_autofree char *sessions = g_strdup_printf ("%'" G_GINT64_FORMAT, checkup->n_sessions);
  /* Translators: a time in seconds. */
  g_autofree char *time = g_strdup_printf (_ ("%.2f s"), (double)checkup->time / G_TIME_SPAN_SECOND);
  const char *const cells[] = { _ ("Events"), events,         _ ("Answers"), answers,    _ ("Questions"),
                                items,        _ ("Sessions"), sessions,      _ ("Time"), time };

  tool_out_indent (out, 2);
  tool_table_print (cells, G_N_ELEMENTS (cells) / 2, 2, FALSE, out);
  tool_out_indent (out, -2);
}

static int
tell_verdict (const CharterCheckup *checkup, const GError *error, ToolOut *out)
{
  if (error == NULL)
    {
      tool_out_wrap (out, "", _ ("All is well: the file is sound, and everything shown is what its log says."));
      print_checkup (checkup, out);
      return TOOL_CLEAN;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return tool_fail (error->message, NULL);
  tool_out_wrapf (out, "", _ ("Something is wrong: %s"), error->message);
  return TOOL_PROBLEMS;
}

/* What is folded is folded anew; the log is never touched. */
static int
mend (CharterStore *store, ToolOut *out)
{
  g_autoptr (GError) error = NULL;

  if (!repair)
    {
      tool_out_wrap (out, "",
                     _ ("What is shown is worked out from the log of your answers; “charter-tool history verify "
                        "--repair” does that once more."));
      return TOOL_PROBLEMS;
    }
  if (!charter_store_rebuild (store, &error) || !charter_store_verify (store, &error))
    return tool_fail (error->message, NULL);
  tool_out_wrap (out, "", _ ("It was worked out from the log once more, and all is well now."));
  return TOOL_CLEAN;
}

static int
check_store (CharterStore *store, ToolOut *out)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree CharterCheckup *checkup = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  charter_store_check_async (store, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  checkup = charter_store_check_finish (store, result, &error);
  status = tell_verdict (checkup, error, out);
  return status == TOOL_PROBLEMS ? mend (store, out) : status;
}

/* Somebody holds the file who can't be asked: the latest copy is what can be looked at. */
static int
check_backup (GFile *file, const GError *reason, ToolOut *out)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (file));
  g_autoptr (GError) error = NULL;
  CharterCheckup checkup = { 0 };

  if (backups->len == 0)
    return tool_history_fail_opening (reason);
  tool_out_wrapf (out, "", _ ("Another program holds the file, so the latest backup was read: %s"),
                  ((CharterBackupFile *)g_ptr_array_index (backups, 0))->name);
  charter_checkup_backup (((CharterBackupFile *)g_ptr_array_index (backups, 0))->path, &checkup, &error);
  return tell_verdict (&checkup, error, out);
}

static int
check_file (GFile *file, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = NULL;
  int status;

  if (!tool_history_exists (file))
    return tool_history_tell_none (out);
  store = charter_store_open (file, tool_history_get_wall (), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    return check_backup (file, error, out);
  if (store == NULL)
    return tool_fail (error->message, NULL);
  tool_out_wrapf (out, "", _ ("Charter is not running, so the file was opened: %s"), g_file_peek_path (file));
  if (charter_store_get_notice (store) != NULL)
    tool_out_wrap (out, "", charter_store_get_notice (store));
  status = check_store (store, out);
  return charter_store_get_notice (store) != NULL ? MAX (status, TOOL_PROBLEMS) : status;
}

static int
verify (GFile *file, const char *argument, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  CharterCheckup checkup = { 0 };

  if (tool_bus_verify (g_file_peek_path (file), &checkup, &error) == TOOL_BUS_NOBODY)
    return check_file (file, out);
  tool_out_wrapf (out, "", _ ("Charter is running and has looked through the file that it holds: %s"),
                  g_file_peek_path (file));
  return tell_verdict (&checkup, error, out);
}

/* ---- backups ---- */

static const char *
get_kind_name (CharterBackupKind kind)
{
  switch (kind)
    {
    case CHARTER_BACKUP_ASKED:
      return _ ("made when asked for");
    case CHARTER_BACKUP_MIGRATION:
      return _ ("before Charter was updated");
    case CHARTER_BACKUP_ASIDE:
      return _ ("before a backup was restored");
    case CHARTER_BACKUP_DAILY:
    default:
      return _ ("of the day");
    }
}

static char *
dup_answers (const CharterBackupFile *backup)
{
  if (backup->n_answers < 0)
    return g_strdup (_ ("damaged"));
  return g_strdup_printf (ngettext ("%'u answer", "%'u answers", (gulong)backup->n_answers), (guint)backup->n_answers);
}

static int
list_backups (GFile *file, const char *argument, ToolOut *out)
{
  g_autoptr (GPtrArray) backups = charter_backups_list (file);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (backups->len == 0)
    {
      tool_out_wrap (out, "", _ ("There are no backups yet. One is made on each day on which Charter is opened."));
      return TOOL_CLEAN;
    }
  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      g_ptr_array_add (cells, g_strdup (backup->name));
      g_ptr_array_add (cells, dup_answers (backup));
      g_ptr_array_add (cells, g_strdup (get_kind_name (backup->kind)));
    }
  tool_table_print ((const char *const *)cells->pdata, backups->len, 3, FALSE, out);
  return TOOL_CLEAN;
}

static int
tell_backed_up (GFile *file, ToolOut *out)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (file));

  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      if (backup->kind != CHARTER_BACKUP_ASKED)
        continue;
      tool_out_wrapf (out, "", _ ("Made %s"), backup->path);
      break;
    }
  return TOOL_CLEAN;
}

static int
back_up_file (GFile *file, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (!tool_history_exists (file))
    return tool_history_tell_none (out);
  store = charter_store_open (file, tool_history_get_wall (), &error);
  if (store == NULL)
    return tool_history_fail_opening (error);
  charter_store_back_up_async (store, tool_history_get_wall (), NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  if (!charter_store_back_up_finish (store, result, &error))
    return tool_fail (error->message, NULL);
  return tell_backed_up (file, out);
}

static int
back_up (GFile *file, const char *argument, ToolOut *out)
{
  g_autoptr (GError) error = NULL;

  switch (tool_bus_back_up (g_file_peek_path (file), &error))
    {
    case TOOL_BUS_DONE:
      return tell_backed_up (file, out);
    case TOOL_BUS_FAILED:
      return tool_fail (error->message, NULL);
    case TOOL_BUS_NOBODY:
    default:
      return back_up_file (file, out);
    }
}

/* ---- attempts ---- */

static char *
dup_when (gint64 wall)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (wall / G_USEC_PER_SEC);

  return when != NULL ? g_date_time_format (when, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static char *
dup_attempt (const CharterSessionRecord *attempt)
{
  if (g_str_equal (attempt->group, CHARTER_STUDY_REVIEW))
    return g_strdup (_ ("Reviews"));
  if (g_str_equal (attempt->group, CHARTER_STUDY_BUILT))
    return g_strdup_printf ("%s: %s", attempt->pack, _ ("Your Quiz"));
  return g_strdup_printf ("%s#%s", attempt->pack, attempt->group);
}

static void
add_attempt (GPtrArray *cells, const CharterSessionRecord *attempt)
{
  double share = attempt->maximum > 0 ? CLAMP (attempt->points / attempt->maximum, 0, 1) : 0;
  guint n = attempt->n_answered;
  gboolean is_case = attempt->n_steps == 0;

  g_ptr_array_add (cells, dup_when (attempt->last_wall));
  g_ptr_array_add (cells, g_strdup_printf (_ ("%d%%"), (int)round (share * 100)));
  g_ptr_array_add (cells, is_case ? g_strdup_printf (ngettext ("%'u move", "%'u moves", n), n)
                                  : g_strdup_printf (ngettext ("%'u answer", "%'u answers", n), n));
  g_ptr_array_add (cells, dup_attempt (attempt));
  g_ptr_array_add (cells, g_strdup (attempt->state == CHARTER_SESSION_LEFT ? _ ("left before its end") : ""));
}

static int
print_attempts (const CharterAttempts *attempts, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (attempts->n_all == 0)
    tool_out_wrap (out, "", _ ("Nothing was finished yet."));
  for (guint i = 0; i < attempts->list->len; i++)
    add_attempt (cells, attempts->list->pdata[i]);
  tool_table_print ((const char *const *)cells->pdata, attempts->list->len, 5, FALSE, out);
  return TOOL_CLEAN;
}

static int
list_attempts (GFile *file, const char *argument, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CharterAttempts) attempts = NULL;

  if (!tool_history_exists (file))
    return tool_history_tell_none (out);
  store = charter_store_open (file, tool_history_get_wall (), &error);
  if (store == NULL)
    return tool_history_fail_opening (error);
  charter_store_load_attempts_async (store, 0, G_MAXINT, NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  attempts = charter_store_load_attempts_finish (store, result, &error);
  return attempts != NULL ? print_attempts (attempts, out) : tool_fail (error->message, NULL);
}

/* ---- restore ---- */

/* By its name, or the latest of a day. Returns: (nullable) */
static const CharterBackupFile *
find_backup (GPtrArray *backups, const char *wish)
{
  for (guint i = 0; i < backups->len; i++)
    if (g_str_equal (((CharterBackupFile *)g_ptr_array_index (backups, i))->name, wish))
      return g_ptr_array_index (backups, i);
  for (guint i = 0; i < backups->len; i++)
    if (g_str_equal (((CharterBackupFile *)g_ptr_array_index (backups, i))->date, wish))
      return g_ptr_array_index (backups, i);
  return NULL;
}

static int
fail_unknown_backup (GPtrArray *backups, const char *wish)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("There is no backup “%s”."), wish);

  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (names, ((CharterBackupFile *)g_ptr_array_index (backups, i))->name);
  g_ptr_array_add (names, NULL);
  return tool_fail_unknown (what, wish, (const char *const *)names->pdata,
                            _ ("“charter-tool history backups” lists them."));
}

static int
tell_restored (GFile *file, const char *name, ToolOut *out)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (file));

  tool_out_wrapf (out, "", _ ("“%s” is in place."), name);
  for (guint i = 0; i < backups->len; i++)
    {
      const CharterBackupFile *backup = g_ptr_array_index (backups, i);
      if (backup->kind != CHARTER_BACKUP_ASIDE)
        continue;
      tool_out_wrapf (out, "", _ ("What was there before is kept as “%s” and can be restored in its turn."),
                      backup->name);
      break;
    }
  return TOOL_CLEAN;
}

static int
restore (GFile *file, const char *wish, ToolOut *out)
{
  g_autoptr (GPtrArray) backups = charter_backups_find (g_file_peek_path (file));
  const CharterBackupFile *backup = find_backup (backups, wish);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (backup == NULL)
    return fail_unknown_backup (backups, wish);
  store = charter_store_open (file, tool_history_get_wall (), &error);
  if (store == NULL)
    return tool_history_fail_opening (error);
  charter_store_restore_async (store, backup->name, tool_history_get_wall (), NULL, tool_history_keep_result, &result);
  tool_history_wait_for (&result);
  if (!charter_store_restore_finish (store, result, &error))
    return tool_fail (error->message, NULL);
  return tell_restored (file, backup->name, out);
}

/* ---- the command ---- */

static int export(GFile *file, const char *name, ToolOut *out)
{
  return tool_history_export (file, format, actor, name, out);
}

static int
result (GFile *file, const char *target, ToolOut *out)
{
  return tool_history_result (file, (guint)MAX (attempt_number, 1), learner_name, (const char *const *)pack_names,
                              target, out);
}

static const struct {
  const char *name;
  guint least, most; /* arguments */
  int (*run) (GFile *file, const char *argument, ToolOut *out);
} actions[] = {
  { "verify", 0, 0, verify },          { "backups", 0, 0, list_backups },   { "backup", 0, 0, back_up },
  { "restore", 1, 1, restore },        { "export", 0, 1, export },          { "import", 1, 1, tool_history_import },
  { "sync", 1, 1, tool_history_sync }, { "attempts", 0, 0, list_attempts }, { "result", 0, 1, result },
};

static int
fail_usage (const char *name)
{
  const char *known[G_N_ELEMENTS (actions) + 1] = { NULL };
  g_autofree char *what = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    known[i] = actions[i].name;
  if (name == NULL)
    return tool_fail (_ ("What is to be done with the history?"), _ ("“charter-tool help history” tells what can be."));
  if (g_str_equal (name, "restore"))
    return tool_fail (_ ("Which backup? Say its date, such as 2026-05-31, or its name."),
                      _ ("“charter-tool history backups” lists them."));
  if (g_str_equal (name, "import"))
    return tool_fail (_ ("Which file? Say its name, or “-” for standard input."),
                      _ ("It is one that “charter-tool history export” wrote."));
  if (g_str_equal (name, "sync"))
    return tool_fail (_ ("Which folder? Say one that your devices share."), NULL);
  what = g_strdup_printf (_ ("“%s” can’t be done with a history like this."), name);
  return tool_fail_unknown (what, name, known, _ ("“charter-tool help history” tells what can be."));
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (GFile) file = charter_store_new_default_file ();
  guint n = g_strv_length ((char **)arguments);

  for (guint i = 0; arguments[0] != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (arguments[0], actions[i].name) && n > actions[i].least && n <= actions[i].most + 1)
      return actions[i].run (file, arguments[1], out);
  return fail_usage (arguments[0]);
}

static const GOptionEntry options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair,
    N_ ("With verify: where what is shown differs from the log, work it out once more"), NULL },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format,
    N_ ("With export: jsonl (all there is, to be read back in), csv (for a spreadsheet) or xapi (statements for a "
        "learning record store); jsonl unless told"),
    N_ ("FORMAT") },
  { "actor", 0, 0, G_OPTION_ARG_STRING, &actor,
    N_ ("With --format xapi: the name that its statements give you; a pseudonym unless told"), N_ ("NAME") },
  { "attempt", 0, 0, G_OPTION_ARG_INT, &attempt_number,
    N_ ("With result: which attempt, 1 for the latest, as “attempts” lists them; 1 unless told"), N_ ("NUMBER") },
  { "name", 0, 0, G_OPTION_ARG_STRING, &learner_name,
    N_ ("With result: the name that it gives you; a made-up one unless told"), N_ ("NAME") },
  { "pack", 0, 0, G_OPTION_ARG_STRING_ARRAY, &pack_names,
    N_ ("With result: a pack that is not installed, of which the attempt was; may be given again"), N_ ("PACK") },
  { NULL },
};

static const ToolExample examples[] = {
  { "history verify", N_ ("looks whether every answer is there and counted right") },
  { "history attempts", N_ ("lists what was finished, the latest first, with its score") },
  { "history result ana.charter-result --name Ana", N_ ("writes the latest attempt for an instructor") },
  { "history backups", N_ ("lists the backups, the latest first") },
  { "history restore 2026-11-23", N_ ("goes back to the latest backup of that day") },
  { "history export --format csv answers.csv", N_ ("writes all answers as a table") },
  { "history import history.jsonl", N_ ("adds what another computer has exported") },
  { "history sync ~/Sync/charter", N_ ("exchanges what is new with a folder that other devices share") },
  { NULL },
};

const ToolCommand tool_history_command = {
  .name = "history",
  .arguments
  = "verify | attempts | backups | backup | restore DATE | result [FILE] | export [FILE] | import FILE | sync FOLDER",
  .summary = N_ ("Look through your history, restore it, take it along"),
  .description = N_ (
    "Cares for the history of the learner whose turn it is: all answers that were ever given, and what is worked out "
    "from them.\n"
    "“verify” checks the file, works everything out anew from the log of answers, and compares. A Charter that runs is "
    "asked to do so; else the file is opened; where another program holds it, the latest backup is read. It says "
    "which.\n"
    "“attempts” lists what was finished or left for good, with date, score and ids, the latest first. Close Charter "
    "before.\n"
    "“result” writes one of these for an instructor, who looks at a class with “charter-tool report”: what was asked "
    "and answered, a name of your choice or a made-up one, and nothing else. Close Charter before.\n"
    "“backups” lists the backups. “backup” makes one now. “restore” puts one in the place of the history, by its date "
    "or name; what was there before is kept as a backup too. Close Charter before.\n"
    "“export” writes the history to a file, or to standard output. “import” adds what an export in the format jsonl "
    "holds; what is there already is left out. “sync” does both with a folder that Syncthing, Nextcloud or a stick "
    "carries to other devices. Close Charter before “import” and “sync”.\n"
    "The exit status is 1 where “verify” found something wrong, or “import” or “sync” left something out."),
  .options = options,
  .examples = examples,
  .run = run,
};
