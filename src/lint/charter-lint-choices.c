/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

static void
clear_choice (gpointer data)
{
  g_free (((LintChoice *)data)->parts);
}

/* slot: whose parts, or NULL for all. */
static void
add_choice (GArray *choices, const CharterItem *item, const char *slot)
{
  LintChoice choice = { g_new (const CharterPart *, item->n_parts + 1), 0, 0 };

  for (guint i = 0; i < item->n_parts; i++)
    if (slot == NULL || g_strcmp0 (item->parts[i].slot, slot) == 0)
      {
        choice.parts[choice.n_parts++] = &item->parts[i];
        choice.n_keys += item->parts[i].correct;
      }
  g_array_append_val (choices, choice);
}

GArray *
lint_item_list_choices (const CharterItem *item)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (LintChoice));

  g_array_set_clear_func (choices, clear_choice);
  if (item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE)
    add_choice (choices, item, NULL);
  for (guint i = 0; item->kind == CHARTER_ITEM_CLOZE && i < item->n_slots; i++)
    add_choice (choices, item, item->slots[i].id);
  return choices;
}
