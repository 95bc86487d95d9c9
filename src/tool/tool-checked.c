/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-checked.h"

void
tool_checked_count_kinds (const CharterPack *pack, guint counts[CHARTER_N_ITEM_KINDS])
{
  for (guint i = 0; i < pack->n_items; i++)
    counts[pack->items[i]->kind]++;
}

guint
tool_checked_count_groups (const CharterPack *pack, gboolean is_scenario)
{
  guint n = 0;

  for (guint i = 0; i < pack->n_groups; i++)
    n += pack->groups[i]->is_scenario == is_scenario;
  return n;
}

void
tool_checked_count (ToolChecked *checked)
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

void
tool_checked_clear (ToolChecked *checked)
{
  g_free (checked->name);
  g_free (checked->path);
  g_clear_pointer (&checked->bytes, g_bytes_unref);
  g_clear_pointer (&checked->pack, charter_pack_unref);
  g_clear_pointer (&checked->diagnostics, g_ptr_array_unref);
  g_clear_error (&checked->error);
}
