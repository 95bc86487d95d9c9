/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "charter-lint.h"
#include "charter-loader.h"
#include "tool-command.h"
#include "tool-fix.h"
#include "tool-packs.h"
#include "tool-stock.h"

static gboolean as_json;
static gboolean quiet;
static gboolean strict;
static gboolean fix;
static gboolean lint;
static gboolean list_rules;
static char *profile;
static int n_mocks = 1;

/* One file and what came of it. pack is NULL where nothing of the file can be used. */
typedef struct {
  char *name;
  GBytes *bytes; /* where advice is asked for, which tells places too */
  CharterPack *pack;
  GPtrArray *diagnostics;
  GError *error; /* it could not be read */
  guint n_errors;
  guint n_warnings;
  guint n_advice;
  int status;
} Checked;

static void
checked_clear (Checked *checked)
{
  g_free (checked->name);
  g_clear_pointer (&checked->bytes, g_bytes_unref);
  g_clear_pointer (&checked->pack, charter_pack_unref);
  g_clear_pointer (&checked->diagnostics, g_ptr_array_unref);
  g_clear_error (&checked->error);
}

static void
load_with_bytes (Checked *checked, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  checked->bytes = g_file_load_bytes (file, NULL, NULL, &checked->error);
  if (checked->bytes != NULL)
    checked->pack = charter_loader_load_bytes (checked->bytes, folder, &checked->diagnostics);
  else
    checked->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
}

static void
load (Checked *checked, const char *path, ToolOut *out)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  checked->status = fix ? tool_fix_file (path, as_json ? NULL : out) : TOOL_CLEAN;
  checked->name = g_filename_display_name (path);
  if (lint)
    load_with_bytes (checked, file);
  else
    checked->pack = charter_loader_load_file (file, &checked->diagnostics, NULL, &checked->error);
}

/* Advice on all packs together: a question may stand in two of them. */
static void
add_advice (Checked *checked, guint n, CharterPack *home, const CharterExam *exam)
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

static void
count (Checked *checked)
{
  for (guint i = 0; i < checked->diagnostics->len; i++)
    switch (((const CharterDiagnostic *)g_ptr_array_index (checked->diagnostics, i))->severity)
      {
      case CHARTER_SEVERITY_ERROR:
        checked->n_errors++;
        break;
      case CHARTER_SEVERITY_WARNING:
        checked->n_warnings++;
        break;
      case CHARTER_SEVERITY_ADVICE:
      default:
        checked->n_advice++;
        break;
      }
}

static void
count_kinds (const CharterPack *pack, guint counts[CHARTER_N_ITEM_KINDS])
{
  for (guint i = 0; i < pack->n_items; i++)
    counts[pack->items[i]->kind]++;
}

static guint
count_groups (const CharterPack *pack, gboolean is_scenario)
{
  guint n = 0;

  for (guint i = 0; i < pack->n_groups; i++)
    n += pack->groups[i]->is_scenario == is_scenario;
  return n;
}

/* ---- as text ---- */

static const char *
name_severity (CharterSeverity severity)
{
  return severity == CHARTER_SEVERITY_ERROR     ? _ ("error")
         : severity == CHARTER_SEVERITY_WARNING ? _ ("warning")
                                                : _ ("advice");
}

/* Advice has its rule's name behind it, by which it can be ignored. */
static void
print_diagnostic (const Checked *checked, const CharterDiagnostic *diagnostic, ToolOut *out)
{
  gboolean is_advice = diagnostic->severity == CHARTER_SEVERITY_ADVICE;

  tool_out_linef (out, TOOL_BOLD "%s:%u:%u:" TOOL_PLAIN " %s%s:" TOOL_PLAIN " %s; %s; %s%s%s%s", checked->name,
                  diagnostic->line, diagnostic->column,
                  diagnostic->severity == CHARTER_SEVERITY_ERROR ? TOOL_BAD : TOOL_NOTE,
                  name_severity (diagnostic->severity), diagnostic->found, diagnostic->expected, diagnostic->mend,
                  is_advice ? " [" : "", is_advice ? diagnostic->code : "", is_advice ? "]" : "");
}

/* Adds what is counted, unless there is none. */
G_GNUC_PRINTF (3, 4)
static void
add_count (GPtrArray *parts, guint n, const char *format, ...)
{
  va_list arguments;

  if (n == 0)
    return;
  va_start (arguments, format);
  g_ptr_array_add (parts, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **)parts->pdata);
}

static char *
dup_kinds (const CharterPack *pack)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint counts[CHARTER_N_ITEM_KINDS] = { 0 };

  count_kinds (pack, counts);
  for (guint kind = 0; kind < CHARTER_N_ITEM_KINDS; kind++)
    if (counts[kind] > 0)
      g_ptr_array_add (parts, g_strdup_printf ("%u %s", counts[kind], charter_item_kind_name (kind)));
  return join (parts);
}

/* What is inside: "3 lessons, 1 scenario, 15 items (9 single, 6 order)". */
static char *
dup_contents (const CharterPack *pack)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_scenarios = count_groups (pack, TRUE), n_banks = count_groups (pack, FALSE);
  g_autofree char *kinds = dup_kinds (pack);

  add_count (parts, pack->n_lessons, ngettext ("%'u lesson", "%'u lessons", pack->n_lessons), pack->n_lessons);
  add_count (parts, pack->n_entries, ngettext ("%'u glossary entry", "%'u glossary entries", pack->n_entries),
             pack->n_entries);
  add_count (parts, n_scenarios, ngettext ("%'u scenario", "%'u scenarios", n_scenarios), n_scenarios);
  add_count (parts, n_banks, ngettext ("%'u bank", "%'u banks", n_banks), n_banks);
  add_count (parts, pack->n_cases, ngettext ("%'u case", "%'u cases", pack->n_cases), pack->n_cases);
  add_count (parts, pack->n_exams, ngettext ("%'u exam", "%'u exams", pack->n_exams), pack->n_exams);
  add_count (parts, pack->n_items, ngettext ("%'u item (%s)", "%'u items (%s)", pack->n_items), pack->n_items, kinds);
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("nothing inside yet")));
  return join (parts);
}

static char *
dup_verdict (const Checked *checked)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_aside = checked->pack != NULL ? checked->pack->n_set_aside : 0;

  add_count (parts, checked->n_errors, ngettext ("%'u error", "%'u errors", checked->n_errors), checked->n_errors);
  add_count (parts, checked->n_warnings, ngettext ("%'u warning", "%'u warnings", checked->n_warnings),
             checked->n_warnings);
  add_count (parts, checked->n_advice, ngettext ("%'u piece of advice", "%'u pieces of advice", checked->n_advice),
             checked->n_advice);
  add_count (parts, n_aside, ngettext ("%'u part set aside", "%'u parts set aside", n_aside), n_aside);
  for (guint i = 0; i < checked->diagnostics->len; i++)
    {
      const CharterDiagnostic *diagnostic = g_ptr_array_index (checked->diagnostics, i);

      if (strcmp (diagnostic->code, "not-well-formed") == 0)
        g_ptr_array_add (parts, g_strdup_printf (_ ("not read beyond line %u"), diagnostic->line));
    }
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("no problems")));
  return join (parts);
}

static void
print_text (const Checked *checked, ToolOut *out)
{
  g_autofree char *contents
    = checked->pack != NULL ? dup_contents (checked->pack) : g_strdup (_ ("nothing of it can be used"));
  g_autofree char *verdict = dup_verdict (checked);

  for (guint i = 0; i < checked->diagnostics->len; i++)
    print_diagnostic (checked, g_ptr_array_index (checked->diagnostics, i), out);
  if (!quiet)
    tool_out_linef (out, "%s: %s; %s%s" TOOL_PLAIN, checked->name, contents,
                    checked->n_errors > 0                         ? TOOL_BAD
                    : checked->n_warnings + checked->n_advice > 0 ? TOOL_NOTE
                                                                  : TOOL_GOOD,
                    verdict);
}

/* ---- as JSON: the man page documents it, so names and meanings stay ---- */

static void
add_number (JsonBuilder *builder, const char *name, guint n)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, n);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  json_builder_set_member_name (builder, name);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

static void
add_counts (JsonBuilder *builder, const CharterPack *pack)
{
  guint kinds[CHARTER_N_ITEM_KINDS] = { 0 };

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  add_number (builder, "lessons", pack->n_lessons);
  add_number (builder, "entries", pack->n_entries);
  add_number (builder, "scenarios", count_groups (pack, TRUE));
  add_number (builder, "banks", count_groups (pack, FALSE));
  add_number (builder, "cases", pack->n_cases);
  add_number (builder, "exams", pack->n_exams);
  add_number (builder, "items", pack->n_items);
  add_number (builder, "set-aside", pack->n_set_aside);
  count_kinds (pack, kinds);
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_object (builder);
  for (guint kind = 0; kind < CHARTER_N_ITEM_KINDS; kind++)
    add_number (builder, charter_item_kind_name (kind), kinds[kind]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static const char *
get_severity (CharterSeverity severity)
{
  static const char *const names[] = { "error", "warning", "advice" };

  return names[severity];
}

static void
add_diagnostic (JsonBuilder *builder, const CharterDiagnostic *diagnostic)
{
  json_builder_begin_object (builder);
  add_string (builder, "severity", get_severity (diagnostic->severity));
  add_string (builder, "code", diagnostic->code);
  add_number (builder, "line", diagnostic->line);
  add_number (builder, "column", diagnostic->column);
  add_string (builder, "found", diagnostic->found);
  add_string (builder, "expected", diagnostic->expected);
  add_string (builder, "mend", diagnostic->mend);
  json_builder_end_object (builder);
}

static void
add_checked (JsonBuilder *builder, const Checked *checked)
{
  json_builder_begin_object (builder);
  add_string (builder, "file", checked->name);
  add_string (builder, "error", checked->error != NULL ? tool_describe_error (checked->error) : NULL);
  add_string (builder, "pack", checked->pack != NULL ? checked->pack->id : NULL);
  add_string (builder, "release", checked->pack != NULL ? checked->pack->release : NULL);
  if (checked->pack != NULL)
    add_counts (builder, checked->pack);
  add_number (builder, "errors", checked->n_errors);
  add_number (builder, "warnings", checked->n_warnings);
  if (lint)
    add_number (builder, "advice", checked->n_advice);
  json_builder_set_member_name (builder, "diagnostics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < checked->diagnostics->len; i++)
    add_diagnostic (builder, g_ptr_array_index (checked->diagnostics, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const Checked *checked)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  add_checked (builder, checked);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  fputs (text, stdout); /* JSON is UTF-8 whatever the locale */
  fputc ('\n', stdout);
}

/* ---- the exam that packs are held against ---- */

/* Returns: (transfer full) (nullable) the pack of that id among those checked, else the one that is named so */
static CharterPack *
load_home (const Checked *checked, guint n, const char *name)
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
find_exam (const Checked *checked, guint n, CharterPack **home, const CharterExam **exam)
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
report_stock (const Checked *checked, guint n, CharterPack *home, const CharterExam *exam, ToolOut *out)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterFormStock) stock = NULL;

  for (guint i = 0; i < n; i++)
    if (checked[i].pack != NULL)
      g_ptr_array_add (packs, checked[i].pack);
  stock = charter_form_stock_new (home, exam, packs, (guint)n_mocks);
  if (as_json)
    tool_stock_print_json (stock, profile, (guint)n_mocks);
  else
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
      if (rule->by_exam)
        tool_out_wrap (out, "  ", _ ("Only with --profile."));
      if (rule->source != NULL)
        tool_out_wrapf (out, "  ", _ ("Source: %s"), rule->source);
    }
  return TOOL_CLEAN;
}

/* ---- running ---- */

static gboolean
has_problems (const Checked *checked)
{
  return checked->pack == NULL || checked->n_errors > 0 || (strict && checked->n_warnings + checked->n_advice > 0);
}

/* Returns: an exit status */
static int
report (Checked *checked, ToolOut *out)
{
  count (checked);
  if (as_json)
    print_json (checked);
  if (checked->error != NULL)
    return as_json ? TOOL_COULD_NOT : tool_fail_reading (checked->name, checked->error);
  if (!as_json)
    print_text (checked, out);
  return has_problems (checked) ? MAX (checked->status, TOOL_PROBLEMS) : checked->status;
}

/* Returns: an exit status */
static int
report_all (Checked *checked, guint n, CharterPack *home, const CharterExam *exam, ToolOut *out)
{
  int status = TOOL_CLEAN;

  for (guint i = 0; i < n; i++)
    {
      int one = report (&checked[i], out);

      status = MAX (status, one);
    }
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
  g_autofree Checked *checked = g_new0 (Checked, n);
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
    checked_clear (&checked[i]);
  return status;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  guint n = g_strv_length ((char **)arguments);
  int status = TOOL_CLEAN;

  if (list_rules)
    return print_rules (out);
  if (n_mocks < 1 || n_mocks > 1000)
    return tool_fail (_ ("The number of exams is not a whole number from 1 to 1000."), _ ("For example: --mocks 3"));
  lint |= profile != NULL;
  if (n == 0)
    return tool_fail (_ ("Which file is to be checked?"), _ ("For example: charter-tool check my-pack.xml"));
  if (lint)
    return check (arguments, n, out);
  for (guint i = 0; i < n; i++)
    {
      int one = check (arguments + i, 1, out);

      status = MAX (status, one);
    }
  return status;
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
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object a file, each on a line of its own"), NULL },
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
