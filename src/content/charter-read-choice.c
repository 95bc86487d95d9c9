/* SPDX-License-Identifier: GPL-3.0-or-later */
/* single, multiple and truefalse. */
#include "charter-read-item-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_options (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, charter_element_count (element, EL_OPTION));

  charter_element_foreach (option, element, EL_OPTION) charter_read_part (reader, option, &parts[item->n_parts++]);
  item->parts = parts;
}

void
charter_read_single (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  guint n;

  read_options (reader, element, item);
  n = charter_item_count_keys (item);
  if (n == 0)
    charter_report_key (reader, element, g_strdup_printf (_ ("the item “%s” has no right option"), item->id),
                        _ ("a “single” has exactly one"), _ ("write correct=\"true\" on the option that is right"));
  else if (n > 1)
    charter_report_key (reader, element, g_strdup_printf (_ ("the item “%s” has %u right options"), item->id, n),
                        _ ("a “single” has exactly one"),
                        _ ("leave correct=\"true\" on one of them, or make it a “multiple”"));
}

void
charter_read_multiple (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  guint n;

  read_options (reader, element, item);
  n = charter_item_count_keys (item);
  item->select = charter_element_get_count (element, AT_SELECT);
  if (n == 0)
    charter_report_key (reader, element, g_strdup_printf (_ ("the item “%s” has no right option"), item->id),
                        _ ("a “multiple” has at least one"),
                        _ ("write correct=\"true\" on the options that are right"));
  else if (charter_element_get (element, AT_SELECT) && item->select != n)
    charter_reader_error (reader, "wrong-key", element, AT_SELECT,
                          g_strdup_printf (_ ("select=\"%u\" does not fit the %u right options"), item->select, n),
                          g_strdup (_ ("“select” tells how many options are right")),
                          g_strdup_printf (_ ("write select=\"%u\", or change which options are right"), n));
}

/* Its two options are not written down: their words are the screen's, their whys are. */
static void
read_truth (CharterReader *reader, const CharterElement *element, const char *truth, CharterPart *part)
{
  part->id = truth;
  part->text.plain = "";
  part->correct = strcmp (charter_element_get (element, AT_ANSWER), truth) == 0;
  part->fixed = TRUE;
  charter_element_foreach (why, element, EL_TRUEFALSE_WHY)
  {
    if (strcmp (charter_element_get (why, AT_FOR), truth) != 0)
      continue;
    if (part->why.n_blocks > 0)
      charter_reader_error (reader, "too-many", why, AT_NONE, g_strdup_printf (_ ("a second why for “%s”"), truth),
                            g_strdup (_ ("one why for “true” and one for “false”")),
                            g_strdup (_ ("remove one of them, or change its “for”")));
    part->why = charter_read_blocks (reader, why);
    part->misconception = charter_read_misconception (reader, why);
  }
}

void
charter_read_truefalse (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, 2);

  read_truth (reader, element, "true", &parts[0]);
  read_truth (reader, element, "false", &parts[1]);
  item->parts = parts;
  item->n_parts = 2;
}
