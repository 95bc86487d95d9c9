/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "charter-lint.h"
#include "charter-loader.h"
#include "tool-checked.h"
#include "tool-command.h"
#include "tool-fix.h"
#include "tool-packs.h"
#include "tool-stock.h"
#include "tool-watch.h"

typedef enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF } Format;

static const char *const formats[] = { "text", "json", "sarif", NULL };

static char *format_name;
static gboolean as_json; /* the older way to say so */
static Format format;
static gboolean watch;
static gboolean quiet;
static gboolean strict;
static gboolean fix;
static gboolean lint;
static gboolean list_rules;
static char *profile;
static int n_mocks = 1;

static void
load_with_bytes (ToolChecked *checked, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  checked->bytes = g_file_load_bytes (file, NULL, NULL, &checked->error);
  if (checked->bytes != NULL)
    checked->pack = charter_loader_load_bytes (checked->bytes, folder, &checked->diagnostics);
}

static void
load (ToolChecked *checked, const char *path, ToolOut *out)
{
  g_autoptr (GFile) file = NULL;

  checked->status = fix ? tool_fix_file (path, format == FORMAT_TEXT ? out : NULL) : TOOL_CLEAN;
  checked->name = g_filename_display_name (path);
  checked->path = g_strdup (path);
  file = tool_packs_open (path, &checked->error);
  if (file != NULL && lint)
    load_with_bytes (checked, file);
  else if (file != NULL)
    checked->pack = charter_loader_load_file (file, &checked->diagnostics, NULL, &checked->error);
  if (checked->diagnostics == NULL)
    checked->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
}

/* Advice on all packs together: a question may stand in two of them. */
static void
add_advice (ToolChecked *checked, guint n, CharterPack *home, const CharterExam *exam)
{
  g_autofree CharterLintFile *files = g_new0 (CharterLintFile, n);
  g_autofree guint *indices = g_new (guint, n);
  guint n_files = 0;

  for (guint i = 0; i < n; i++)
    if (checked[i].pack != NULL)
      {
        indices[n_files] = i;
        files[n_files++]
          = (CharterLintFile){ .name = checked[i].name, .pack = checked[i].pack, .bytes = checked[i].bytes };
      }
  charter_lint_check (files, n_files, home, exam);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_extend_and_steal (checked[indices[i]].diagnostics, files[i].findings);
}

/* ---- the exam that packs are held against ---- */

/* Returns: (transfer full) (nullable) the pack of that id among those checked, else the one that is named so */
static CharterPack *
load_home (const ToolChecked *checked, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (checked[i].pack != NULL && g_str_equal (checked[i].pack->id, name))
      return charter_pack_ref (checked[i].pack);
  return tool_packs_load (name);
}

static int
fail_exam (const CharterPack *pack, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("The pack has no exam with the id “%s”."), id);

  for (guint i = 0; i < pack->n_exams; i++)
    g_ptr_array_add (ids, (gpointer)pack->exams[i].id);
  g_ptr_array_add (ids, NULL);
  return tool_fail_unknown (what, id, (const char *const *)ids->pdata, _ ("“charter-tool show” lists the exams."));
}

/* home: (out) (transfer full). Returns: an exit status */
static int
find_exam (const ToolChecked *checked, guint n, CharterPack **home, const CharterExam **exam)
{
  const char *hash = strrchr (profile, '#');
  g_autofree char *name = hash != NULL ? g_strndup (profile, (gsize)(hash - profile)) : NULL;

  if (hash == NULL)
    return tool_fail (_ ("The profile does not name an exam of a pack."), _ ("For example: --profile pmp-exam#full"));
  *home = load_home (checked, n, name);
  if (*home == NULL)
    return TOOL_COULD_NOT;
  *exam = charter_pack_find_exam (*home, hash + 1);
  return *exam != NULL ? TOOL_CLEAN : fail_exam (*home, hash + 1);
}

/* Returns: an exit status */
static int
report_stock (const ToolChecked *checked, guint n, CharterPack *home, const CharterExam *exam, ToolOut *out)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterFormStock) stock = NULL;

  for (guint i = 0; i < n; i++)
    if (checked[i].pack != NULL)
      g_ptr_array_add (packs, checked[i].pack);
  stock = charter_form_stock_new (home, exam, packs, (guint)n_mocks);
  if (format == FORMAT_JSON)
    tool_stock_print_json (stock, profile, (guint)n_mocks);
  else if (format == FORMAT_TEXT)
    tool_stock_print (stock, profile, (guint)n_mocks, out);
  return strict && tool_stock_lacks (stock) ? TOOL_PROBLEMS : TOOL_CLEAN;
}

/* ---- the rules ---- */

static int
print_rules (ToolOut *out)
{
  const CharterLintRule *rule;

  for (guint i = 0; (rule = charter_lint_get_rule (i)) != NULL; i++)
    {
      tool_out_heading (out, rule->code);
      tool_out_wrapf (out, "  ", _ ("Expected: %s"), _ (rule->expected));
      tool_out_wrapf (out, "  ", _ ("To mend it: %s"), _ (rule->mend));
      tool_out_wrap (out, "  ", _ (rule->reason));
      tool_out_wrapf (out, "  ", _ ("Not: %s"), _ (rule->bad));
      tool_out_wrapf (out, "  ", _ ("But: %s"), _ (rule->good));
      if (rule->by_exam)
        tool_out_wrap (out, "  ", _ ("Only with --profile."));
      if (rule->source != NULL)
        tool_out_wrapf (out, "  ", _ ("Source: %s"), rule->source);
    }
  return TOOL_CLEAN;
}

/* ---- running ---- */

static gboolean
has_problems (const ToolChecked *checked)
{
  return checked->pack == NULL || checked->n_errors > 0 || (strict && checked->n_warnings + checked->n_advice > 0);
}

/* Returns: an exit status */
static int
report (ToolChecked *checked, ToolOut *out)
{
  tool_checked_count (checked);
  if (format == FORMAT_JSON)
    tool_checked_print_json (checked, lint);
  if (checked->error != NULL)
    return format == FORMAT_TEXT ? tool_fail_reading (checked->name, checked->error) : TOOL_COULD_NOT;
  if (format == FORMAT_TEXT)
    tool_checked_print_text (checked, quiet, out);
  return has_problems (checked) ? MAX (checked->status, TOOL_PROBLEMS) : checked->status;
}

/* Returns: an exit status */
static int
report_all (ToolChecked *checked, guint n, CharterPack *home, const CharterExam *exam, ToolOut *out)
{
  int status = TOOL_CLEAN;

  for (guint i = 0; i < n; i++)
    {
      int one = report (&checked[i], out);

      status = MAX (status, one);
    }
  if (format == FORMAT_SARIF)
    tool_checked_print_sarif (checked, n);
  if (exam != NULL)
    {
      int one = report_stock (checked, n, home, exam, out);

      status = MAX (status, one);
    }
  return status;
}

/* Packs that are looked at together. */
static int
check (const char *const *paths, guint n, ToolOut *out)
{
  g_autofree ToolChecked *checked = g_new0 (ToolChecked, n);
  g_autoptr (CharterPack) home = NULL;
  const CharterExam *exam = NULL;
  int status = TOOL_CLEAN;

  for (guint i = 0; i < n; i++)
    load (&checked[i], paths[i], out);
  if (profile != NULL)
    status = find_exam (checked, n, &home, &exam);
  if (status == TOOL_CLEAN && lint)
    add_advice (checked, n, home, exam);
  if (status == TOOL_CLEAN)
    status = report_all (checked, n, home, exam, out);
  for (guint i = 0; i < n; i++)
    tool_checked_clear (&checked[i]);
  return status;
}

/* Advice and SARIF look at all packs together, everything else at one after the other. */
static int
check_all (const char *const *paths, ToolOut *out)
{
  guint n = g_strv_length ((char **)paths);
  int status = TOOL_CLEAN;

  if (lint || format == FORMAT_SARIF)
    return check (paths, n, out);
  for (guint i = 0; i < n; i++)
    {
      int one = check (paths + i, 1, out);

      status = MAX (status, one);
    }
  return status;
}

/* ---- again and again ---- */

typedef struct {
  const char *const *paths;
  ToolOut *out;
  gboolean is_again;
  int status;
} Watched;

static void
tell_time (ToolOut *out)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%X");

  tool_out_gap (out);
  tool_out_linef (out, TOOL_DIM "%s" TOOL_PLAIN, time);
}

static void
check_watched (gpointer data)
{
  Watched *watched = data;

  if (format == FORMAT_TEXT && watched->is_again)
    tell_time (watched->out);
  watched->status = check_all (watched->paths, watched->out);
  if (format == FORMAT_TEXT && !watched->is_again)
    tool_out_linef (watched->out, TOOL_DIM "%s" TOOL_PLAIN,
                    _ ("Each time that a file is saved it is checked again. Ctrl+C ends."));
  tool_out_flush (watched->out);
  watched->is_again = TRUE;
}

static int
check_and_watch (const char *const *paths, ToolOut *out)
{
  Watched watched = { .paths = paths, .out = out };

  tool_watch (paths, check_watched, &watched);
  return watched.status;
}

/* ---- what was asked for ---- */

/* Returns: an exit status */
static int
read_format (void)
{
  if (as_json && format_name == NULL)
    format_name = g_strdup (formats[FORMAT_JSON]);
  format = FORMAT_TEXT;
  if (format_name == NULL)
    return TOOL_CLEAN;
  for (guint i = 0; formats[i] != NULL; i++)
    if (g_str_equal (formats[i], format_name))
      {
        format = (Format)i;
        return TOOL_CLEAN;
      }
  return tool_fail_unknown (_ ("There is no such format."), format_name, formats,
                            _ ("There are text, json and sarif."));
}

static int
check_options (const char *const *arguments)
{
  if (n_mocks < 1 || n_mocks > 1000)
    return tool_fail (_ ("The number of exams is not a whole number from 1 to 1000."), _ ("For example: --mocks 3"));
  if (arguments[0] == NULL)
    return tool_fail (_ ("Which file is to be checked?"), _ ("For example: charter-tool check my-pack.xml"));
  if (read_format () != TOOL_CLEAN)
    return TOOL_COULD_NOT;
  if (watch && format == FORMAT_SARIF)
    return tool_fail (_ ("A log in SARIF is one whole, and a watch has no end."),
                      _ ("Take --format json with --watch."));
  return TOOL_CLEAN;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  if (list_rules)
    return print_rules (out);
  if (check_options (arguments) != TOOL_CLEAN)
    return TOOL_COULD_NOT;
  lint |= profile != NULL;
  return watch ? check_and_watch (arguments, out) : check_all (arguments, out);
}

static const GOptionEntry options[] = {
  { "fix", 0, 0, G_OPTION_ARG_NONE, &fix,
    N_ ("Write missing ids into the file first; the file as it was is kept as FILE~"), NULL },
  { "lint", 0, 0, G_OPTION_ARG_NONE, &lint, N_ ("Give advice on questions, too: what gives an answer away, and more"),
    NULL },
  { "profile", 0, 0, G_OPTION_ARG_STRING, &profile,
    N_ ("Hold packs against the rules of an exam, too, and count what they have for it"), N_ ("PACK#EXAM") },
  { "mocks", 0, 0, G_OPTION_ARG_INT, &n_mocks, N_ ("Count for so many exams in which no question comes twice"),
    N_ ("NUMBER") },
  { "rules", 0, 0, G_OPTION_ARG_NONE, &list_rules, N_ ("List what advice is given, and why"), NULL },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name,
    N_ ("Print text, json (an object a file, each on a line of its own) or sarif (a log for other programs)"),
    N_ ("FORMAT") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("The same as --format json"), NULL },
  { "watch", 'w', 0, G_OPTION_ARG_NONE, &watch, N_ ("Check again each time that a file is saved, until Ctrl+C"), NULL },
  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print problems only, no summary"), NULL },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &strict,
    N_ ("Take warnings, advice and what is missing for problems in the exit status"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "check my-pack.xml", N_ ("lists everything that is wrong with the pack, and how to mend it") },
  { "check --fix my-pack.xml", N_ ("gives an id to each element that lacks one, then checks") },
  { "check --lint my-pack.xml other.xml", N_ ("advice on the questions of both, and which are asked twice") },
  { "check --profile pmp-exam#full --mocks 3 packs/*.xml", N_ ("what is missing for three whole exams") },
  { "check --json packs/*.xml", N_ ("the same for scripts, a line for each file") },
  { "check --format sarif packs/*.xml > check.sarif", N_ ("a log that editors and code review show beside the lines") },
  { "check --watch my-pack.xml", N_ ("beside an editor: checks whenever it saves") },
  { NULL },
};

const ToolCommand tool_check_command = {
  .name = "check",
  .arguments = N_ ("FILE…"),
  .summary = N_ ("Check packs, and say how to mend what is wrong"),
  .description = N_ ("Reads packs and prints a line for each problem: file, line, column, what was found, what was "
                     "expected, and how to mend it. A last line for each file says what is inside.\n"
                     "An error sets the part that holds it aside: the rest of the pack can be used. A warning leaves "
                     "everything in use. Advice, with --lint, is no fault: what it tells of may be right as it is.\n"
                     "Exit status: 0 where no errors were found, 1 where some were, 2 where a file could not be read."),
  .options = options,
  .examples = examples,
  .run = run,
};
