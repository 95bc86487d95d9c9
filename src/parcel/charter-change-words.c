/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-change-words.h"

#include <glib/gi18n.h>

/* words: said of n already; taken. */
static void
add_part (GPtrArray *parts, guint n, char *words)
{
  if (n > 0)
    g_ptr_array_add (parts, words);
  else
    g_free (words);
}

char *
charter_change_words_dup_summary (const CharterPackChange *change)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_text = change->n_items[CHARTER_CHANGE_TEXT], n_added = change->n_items[CHARTER_CHANGE_ADDED];
  guint n_gone = change->n_items[CHARTER_CHANGE_REMOVED], n_keys = change->n_items[CHARTER_CHANGE_KEY];
  guint n_others = change->n_others;
  g_autofree char *list = NULL;

  add_part (parts, n_text,
            g_strdup_printf (ngettext ("%'u question has other words", "%'u questions have other words", n_text),
                             n_text));
  add_part (parts, n_added,
            g_strdup_printf (ngettext ("%'u question is new", "%'u questions are new", n_added), n_added));
  add_part (parts, n_gone,
            g_strdup_printf (ngettext ("%'u question is gone", "%'u questions are gone", n_gone), n_gone));
  add_part (parts, n_others,
            g_strdup_printf (ngettext ("%'u other part is not as it was", "%'u other parts are not as they were",
                                       n_others),
                             n_others));
  add_part (parts, n_keys,
            g_strdup_printf (ngettext ("%'u question has another key and comes up again",
                                       "%'u questions have another key and come up again", n_keys),
                             n_keys));
  if (parts->len == 0)
    return g_strdup (_ ("Nothing in it has changed."));
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **)parts->pdata);
  return g_strdup_printf (_ ("%s."), list);
}

const char *
charter_change_words_get (CharterChangeKind kind)
{
  switch (kind)
    {
    case CHARTER_CHANGE_ADDED:
      return _ ("new");
    case CHARTER_CHANGE_REMOVED:
      return _ ("gone");
    case CHARTER_CHANGE_KEY:
      return _ ("another key: it comes up again");
    case CHARTER_CHANGE_TEXT:
    case CHARTER_N_CHANGES:
    default:
      return _ ("other words");
    }
}

/* ---- what a unit is called ---- */

static const char *
find_title (const CharterPack *pack, const char *id)
{
  for (guint i = 0; i < pack->n_lessons; i++)
    if (g_str_equal (pack->lessons[i]->id, id))
      return pack->lessons[i]->title.plain;
  for (guint i = 0; i < pack->n_groups; i++)
    if (g_str_equal (pack->groups[i]->id, id))
      return pack->groups[i]->title.plain;
  for (guint i = 0; i < pack->n_cases; i++)
    if (g_str_equal (pack->cases[i]->id, id))
      return pack->cases[i]->title.plain;
  for (guint i = 0; i < pack->n_exams; i++)
    if (g_str_equal (pack->exams[i].id, id))
      return pack->exams[i].title.plain;
  for (guint i = 0; i < pack->n_entries; i++)
    if (g_str_equal (pack->entries[i].id, id))
      return pack->entries[i].name.plain;
  return NULL;
}

char *
charter_change_words_dup_title (const CharterPackChange *change, const CharterChange *unit)
{
  const CharterPack *pack = unit->kind == CHARTER_CHANGE_REMOVED ? change->before : change->after;
  g_autofree char *stem = unit->item != NULL ? charter_blocks_to_plain (unit->item->stem) : NULL;
  const char *title = stem != NULL && *stem != '\0' ? stem : find_title (pack, unit->id);

  return g_strdelimit (g_strdup (title != NULL && *title != '\0' ? title : unit->id), "\n", ' ');
}
