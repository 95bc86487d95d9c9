/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-diagnostic.h"

#include <glib/gi18n-lib.h>

CharterDiagnostic *
charter_diagnostic_copy (const CharterDiagnostic *diagnostic)
{
  CharterDiagnostic *copy = g_memdup2 (diagnostic, sizeof *diagnostic);

  copy->found = g_strdup (diagnostic->found);
  copy->expected = g_strdup (diagnostic->expected);
  copy->mend = g_strdup (diagnostic->mend);
  return copy;
}

void
charter_diagnostic_free (CharterDiagnostic *diagnostic)
{
  g_free (diagnostic->found);
  g_free (diagnostic->expected);
  g_free (diagnostic->mend);
  g_free (diagnostic);
}

static const char *
name_severity (CharterSeverity severity)
{
  return severity == CHARTER_SEVERITY_WARNING  ? _ ("warning: ")
         : severity == CHARTER_SEVERITY_ADVICE ? _ ("advice: ")
                                               : "";
}

char *
charter_diagnostic_to_string (const CharterDiagnostic *diagnostic, const char *name)
{
  gboolean has_code = diagnostic->severity == CHARTER_SEVERITY_ADVICE;

  return g_strdup_printf ("%s%s%u:%u: %s%s; %s; %s%s%s%s", name ? name : "", name ? ":" : "", diagnostic->line,
                          diagnostic->column, name_severity (diagnostic->severity), diagnostic->found,
                          diagnostic->expected, diagnostic->mend, has_code ? " [" : "",
                          has_code ? diagnostic->code : "", has_code ? "]" : "");
}
