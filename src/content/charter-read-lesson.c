/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lessons, their comparisons, and the glossary. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEE_KINDS (CHARTER_INDEX_MASK (CHARTER_INDEX_LESSON) | CHARTER_INDEX_MASK (CHARTER_INDEX_SECTION))

/* ---- lessons */

static gboolean
read_section (CharterReader *reader, const CharterElement *element, CharterSection *section)
{
  section->id = charter_reader_claim_id (reader, element, CHARTER_INDEX_SECTION, section);
  if (!section->id)
    return FALSE;
  section->title = charter_read_child_text (reader, element, EL_TITLE);
  section->blocks = charter_read_blocks (reader, element);
  return TRUE;
}

void
charter_read_lesson (CharterReader *reader, const CharterElement *element)
{
  CharterLesson *lesson = charter_arena_new_n (reader->arena, CharterLesson, 1);
  CharterSection *sections;

  sections = charter_arena_new_n (reader->arena, CharterSection, charter_element_count (element, EL_SECTION));
  lesson->id = charter_reader_claim_id (reader, element, CHARTER_INDEX_LESSON, lesson);
  lesson->topic = charter_reader_read_ref (reader, element, AT_TOPIC, CHARTER_INDEX_MASK (CHARTER_INDEX_TOPIC));
  lesson->minutes = charter_element_get_count (element, AT_MINUTES);
  lesson->title = charter_read_child_text (reader, element, EL_TITLE);
  lesson->summary = charter_read_child_text (reader, element, EL_SUMMARY);
  lesson->sections = sections;
  charter_element_foreach (child, element, EL_SECTION)
  {
    CharterSection *section = &sections[lesson->n_sections];

    section->lesson = lesson;
    if (read_section (reader, child, section))
      lesson->n_sections++;
    else
      reader->n_set_aside++;
  }
  if (!lesson->id || lesson->n_sections == 0)
    {
      reader->n_set_aside++;
      charter_reader_reserve_id (reader, element, CHARTER_INDEX_LESSON);
      return;
    }
  if (!*lesson->title.plain)
    lesson->title.plain = lesson->id;
  charter_pack_builder_add_lesson (reader->builder, lesson);
}

/* ---- comparisons */

static void
read_sides (CharterReader *reader, const CharterElement *element, CharterComparison *comparison)
{
  guint n = charter_element_count (element, EL_SIDE);
  CharterSide *sides = charter_arena_new_n (reader->arena, CharterSide, n);
  g_autofree const char **taken = g_new0 (const char *, n + 1);

  charter_element_foreach (child, element, EL_SIDE)
  {
    CharterSide *side = &sides[comparison->n_sides];
    const char *id = charter_element_get (child, AT_ID);

    if (!charter_reader_check_local_id (reader, child, id, taken, comparison->n_sides))
      continue;
    taken[comparison->n_sides++] = id;
    side->id = charter_arena_strdup (reader->arena, id);
    side->text = charter_read_child_text (reader, child, EL_TEXT);
  }
  comparison->sides = sides;
  if (n == 1)
    charter_reader_error (reader, "missing-element", element, AT_NONE,
                          g_strdup (_ ("the comparison has only one “side”")),
                          g_strdup (_ ("a comparison tells at least two sides apart")), g_strdup (_ ("add a “side”")));
}

static int
find_side (const CharterComparison *comparison, const char *id)
{
  for (guint i = 0; i < comparison->n_sides; i++)
    if (strcmp (comparison->sides[i].id, id) == 0)
      return (int)i;
  return -1;
}

static void
read_cell (CharterReader *reader,
           const CharterElement *element,
           const CharterComparison *comparison,
           CharterCell *cells)
{
  const char *id = charter_element_get (element, AT_SIDE);
  int side = find_side (comparison, id);

  if (side < 0)
    charter_reader_error (reader, "broken-reference", element, AT_SIDE,
                          g_strdup_printf (_ ("the comparison has no side “%s”"), id),
                          g_strdup (_ ("a cell names the side that it belongs to")),
                          g_strdup (_ ("write the id of one of the sides")));
  else if (cells[side].text.plain)
    charter_reader_error (reader, "too-many", element, AT_SIDE,
                          g_strdup_printf (_ ("a second cell for the side “%s”"), id),
                          g_strdup (_ ("an aspect has one cell for each side")), g_strdup (_ ("remove one of them")));
  else
    {
      cells[side].text = charter_read_child_text (reader, element, EL_TEXT);
      cells[side].why = charter_read_child_blocks (reader, element, EL_WHY);
    }
}

static void
check_cells (CharterReader *reader,
             const CharterElement *element,
             const CharterComparison *comparison,
             const CharterCell *cells)
{
  for (guint i = 0; i < comparison->n_sides; i++)
    if (!cells[i].text.plain)
      charter_reader_error (reader, "missing-element", element, AT_NONE,
                            g_strdup_printf (_ ("the aspect has no cell for the side “%s”"), comparison->sides[i].id),
                            g_strdup (_ ("an aspect has one cell for each side")),
                            g_strdup_printf (_ ("add <cell side=\"%s\">"), comparison->sides[i].id));
}

static void
read_aspects (CharterReader *reader, const CharterElement *element, CharterComparison *comparison)
{
  guint n = charter_element_count (element, EL_ASPECT);
  CharterAspect *aspects = charter_arena_new_n (reader->arena, CharterAspect, n);
  g_autofree const char **taken = g_new0 (const char *, n + 1);

  charter_element_foreach (child, element, EL_ASPECT)
  {
    CharterAspect *aspect = &aspects[comparison->n_aspects];
    CharterCell *cells = charter_arena_new_n (reader->arena, CharterCell, comparison->n_sides);
    const char *id = charter_element_get (child, AT_ID);

    if (!charter_reader_check_local_id (reader, child, id, taken, comparison->n_aspects))
      continue;
    taken[comparison->n_aspects++] = id;
    aspect->id = charter_arena_strdup (reader->arena, id);
    aspect->text = charter_read_child_text (reader, child, EL_TEXT);
    aspect->drill = g_strcmp0 (charter_element_get (child, AT_DRILL), "false") != 0;
    charter_element_foreach (cell, child, EL_ASPECT_CELL) read_cell (reader, cell, comparison, cells);
    check_cells (reader, child, comparison, cells);
    aspect->cells = cells;
  }
  comparison->aspects = aspects;
}

static void
fill_card (CharterReader *reader,
           const CharterComparison *comparison,
           const CharterAspect *aspect,
           guint side,
           CharterPart *part)
{
  g_autofree char *id = g_strconcat (aspect->id, ".", comparison->sides[side].id, NULL);

  part->id = charter_arena_strdup (reader->arena, id);
  part->text = aspect->cells[side].text;
  part->why = aspect->cells[side].why;
  part->slot = comparison->sides[side].id;
}

static const CharterItem *
make_sorting (CharterReader *reader, const CharterElement *element, const CharterComparison *comparison)
{
  CharterItem *item = charter_arena_new_n (reader->arena, CharterItem, 1);
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, comparison->n_aspects * comparison->n_sides);
  CharterSlot *slots = charter_arena_new_n (reader->arena, CharterSlot, comparison->n_sides);

  for (guint i = 0; i < comparison->n_sides; i++)
    slots[i] = (CharterSlot){ comparison->sides[i].id, comparison->sides[i].text };
  for (guint i = 0; i < comparison->n_aspects; i++)
    for (guint side = 0; comparison->aspects[i].drill && side < comparison->n_sides; side++)
      fill_card (reader, comparison, &comparison->aspects[i], side, &parts[item->n_parts++]);
  item->kind = CHARTER_ITEM_CLASSIFY;
  item->id = item->group = comparison->id;
  item->topic = charter_reader_read_ref (reader, element, AT_TOPIC, CHARTER_INDEX_MASK (CHARTER_INDEX_TOPIC));
  item->see = charter_reader_read_ref (reader, element, AT_SEE, SEE_KINDS);
  item->points = 1;
  item->scoring = CHARTER_SCORING_PARTIAL;
  item->parts = parts;
  item->slots = slots;
  item->n_slots = comparison->n_sides;
  return item->n_parts > 0 ? item : NULL;
}

const CharterComparison *
charter_read_comparison (CharterReader *reader, const CharterElement *element)
{
  CharterComparison *comparison = charter_arena_new_n (reader->arena, CharterComparison, 1);

  reader->strict_fault = FALSE;
  comparison->id = charter_reader_claim_id (reader, element, CHARTER_INDEX_COMPARISON, comparison);
  comparison->caption = charter_read_child_text (reader, element, EL_CAPTION);
  read_sides (reader, element, comparison);
  read_aspects (reader, element, comparison);
  if (reader->strict_fault)
    {
      reader->n_set_aside++;
      charter_reader_reserve_id (reader, element, CHARTER_INDEX_COMPARISON);
      return NULL;
    }
  comparison->sorting = make_sorting (reader, element, comparison);
  return comparison;
}

/* ---- the glossary */

void
charter_read_entry (CharterReader *reader, const CharterElement *element)
{
  CharterEntry entry = { 0 };

  entry.id = charter_reader_claim_id (reader, element, CHARTER_INDEX_ENTRY, NULL);
  if (!entry.id)
    {
      reader->n_set_aside++;
      return;
    }
  entry.name = charter_read_child_text (reader, element, EL_ENTRY_NAME);
  entry.meaning = charter_read_blocks (reader, element);
  charter_pack_builder_add_entry (reader->builder, &entry);
}
