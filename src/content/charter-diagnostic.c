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

char *
charter_diagnostic_to_string (const CharterDiagnostic *diagnostic, const char *name)
{
  return g_strdup_printf ("%s%s%u:%u: %s%s; %s; %s", name ? name : "", name ? ":" : "", diagnostic->line,
                          diagnostic->column, diagnostic->severity == CHARTER_SEVERITY_WARNING ? _ ("warning: ") : "",
                          diagnostic->found, diagnostic->expected, diagnostic->mend);
}
