/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-reader-private.h"

#include "charter-loader.h"

/* Never told, only counted beyond this; kept a little above what the loader tells. */
#define LARGEST (CHARTER_MAX_DIAGNOSTICS + 1)

void
charter_fault_free (CharterFault *fault)
{
  g_free (fault->diagnostic.found);
  g_free (fault->diagnostic.expected);
  g_free (fault->diagnostic.mend);
  g_free (fault->attribute);
  g_free (fault);
}

gboolean
charter_reader_is_full (CharterReader *reader)
{
  if (reader->faults->len < LARGEST)
    return FALSE;
  reader->strict_fault = TRUE;
  return TRUE;
}

void
charter_reader_report_at (CharterReader *reader,
                          CharterSeverity severity,
                          const char *code,
                          guint ordinal,
                          const char *attribute,
                          char *found,
                          char *expected,
                          char *mend)
{
  CharterFault *fault = g_new0 (CharterFault, 1);

  fault->diagnostic = (CharterDiagnostic){ severity, code, 0, 0, found, expected, mend };
  fault->ordinal = ordinal;
  fault->attribute = g_strdup (attribute);
  if (severity == CHARTER_SEVERITY_ERROR)
    reader->strict_fault = TRUE;
  if (reader->faults->len < LARGEST)
    g_ptr_array_add (reader->faults, fault);
  else
    charter_fault_free (fault);
}

void
charter_reader_report (CharterReader *reader,
                       CharterSeverity severity,
                       const char *code,
                       const CharterElement *element,
                       CharterAttribute attribute,
                       char *found,
                       char *expected,
                       char *mend)
{
  charter_reader_report_at (reader, severity, code, element->ordinal,
                            attribute == AT_NONE ? NULL : charter_grammar_get_attribute_name (attribute), found,
                            expected, mend);
}
