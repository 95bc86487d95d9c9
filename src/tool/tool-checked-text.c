/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check for people: as compilers tell it, which editors understand, too. */
#include <glib/gi18n.h>
#include <string.h>

#include "tool-checked.h"

static const char *
name_severity (CharterSeverity severity)
{
  return severity == CHARTER_SEVERITY_ERROR     ? _ ("error")
         : severity == CHARTER_SEVERITY_WARNING ? _ ("warning")
                                                : _ ("advice");
}

/* Advice has its rule's name behind it, by which it can be ignored. */
static void
print_diagnostic (const ToolChecked *checked, const CharterDiagnostic *diagnostic, ToolOut *out)
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

  tool_checked_count_kinds (pack, counts);
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
  guint n_scenarios = tool_checked_count_groups (pack, TRUE), n_banks = tool_checked_count_groups (pack, FALSE);
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
dup_verdict (const ToolChecked *checked)
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

void
tool_checked_print_text (const ToolChecked *checked, gboolean quiet, ToolOut *out)
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
