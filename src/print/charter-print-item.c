/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-item.h"

#include <glib/gi18n-lib.h>

#include "charter-print-blocks.h"
#include "charter-scoring.h"

#define NO_BREAK "\302\240"

typedef struct {
  CharterDocument *document;
  const CharterStep *step;
} Sheet;

/* "A" for 0; after "Z" comes "AA". */
static char *
dup_letter (guint index)
{
  g_autofree char *before = index >= 26 ? dup_letter (index / 26 - 1) : g_strdup ("");

  return g_strdup_printf ("%s%c", before, 'A' + (char)(index % 26));
}

static const CharterPart *
get_part (const CharterStep *step, guint index)
{
  return &step->item->parts[step->part_order[index]];
}

static const CharterSlot *
get_slot (const CharterStep *step, guint index)
{
  return &step->item->slots[step->slot_order[index]];
}

static CharterText
get_part_text (const CharterStep *step, const CharterPart *part)
{
  if (step->item->kind == CHARTER_ITEM_TRUEFALSE)
    return (CharterText){ g_str_equal (part->id, "true") ? _ ("True") : _ ("False") };
  return part->text;
}

/* ---- parts to tick ---- */

static void
add_option (const Sheet *sheet, const CharterPart *part, guint index, CharterLabelShape shape)
{
  g_autofree char *letter = dup_letter (index);

  charter_document_add_labelled (sheet->document, letter, shape, get_part_text (sheet->step, part));
}

static void
add_circles (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->step->item->n_parts; i++)
    add_option (sheet, get_part (sheet->step, i), i, CHARTER_LABEL_CIRCLE);
}

static void
add_squares (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->step->item->n_parts; i++)
    add_option (sheet, get_part (sheet->step, i), i, CHARTER_LABEL_SQUARE);
}

/* The picture says what the letters are. */
static void
add_spots (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;
  gboolean has_picture = item->hotspot->figure != NULL;

  if (has_picture)
    charter_print_figure (sheet->document, sheet->step->pack, item->hotspot->figure, item);
  else
    charter_print_diagram (sheet->document, sheet->step->pack, item->hotspot->diagram, item);
  for (guint i = 0; i < item->n_parts; i++)
    add_option (sheet, get_part (sheet->step, i), i,
                charter_item_count_keys (item) > 1 ? CHARTER_LABEL_SQUARE : CHARTER_LABEL_CIRCLE);
}

/* ---- parts that go somewhere ---- */

static void
add_lettered_cell (CharterDocument *document, guint index, CharterText text)
{
  g_autofree char *letter = dup_letter (index);
  g_autofree char *words = g_strdup_printf ("%s  %s", letter, text.plain);

  charter_document_add_cell_words (document, words);
}

static void
add_numbered_cell (CharterDocument *document, guint index, CharterText text)
{
  g_autofree char *words = g_strdup_printf ("%u  %s", index + 1, text.plain);

  charter_document_add_cell_words (document, words);
}

static void
add_grid (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;

  charter_document_begin_table (sheet->document, item->n_slots + 1, TRUE, TRUE);
  charter_document_add_cell_words (sheet->document, "");
  for (guint i = 0; i < item->n_slots; i++)
    add_lettered_cell (sheet->document, i, get_slot (sheet->step, i)->text);
  for (guint i = 0; i < item->n_parts; i++)
    {
      add_numbered_cell (sheet->document, i, get_part (sheet->step, i)->text);
      for (guint slot = 0; slot < item->n_slots; slot++)
        charter_document_add_blank (sheet->document, CHARTER_CELL_BOX);
    }
  charter_document_end_table (sheet->document);
}

static void
add_match_row (const Sheet *sheet, guint row)
{
  const CharterItem *item = sheet->step->item;

  if (row < item->n_slots)
    {
      charter_document_add_blank (sheet->document, CHARTER_CELL_BOX);
      add_numbered_cell (sheet->document, row, get_slot (sheet->step, row)->text);
    }
  else
    {
      charter_document_add_cell_words (sheet->document, "");
      charter_document_add_cell_words (sheet->document, "");
    }
  if (row < item->n_parts)
    add_lettered_cell (sheet->document, row, get_part (sheet->step, row)->text);
  else
    charter_document_add_cell_words (sheet->document, "");
}

static void
add_sides (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;

  charter_document_begin_table (sheet->document, 3, FALSE, FALSE);
  for (guint row = 0; row < MAX (item->n_slots, item->n_parts); row++)
    add_match_row (sheet, row);
  charter_document_end_table (sheet->document);
}

static void
add_steps (const Sheet *sheet)
{
  charter_document_begin_table (sheet->document, 2, FALSE, FALSE);
  for (guint i = 0; i < sheet->step->item->n_parts; i++)
    {
      charter_document_add_blank (sheet->document, CHARTER_CELL_BOX);
      add_lettered_cell (sheet->document, i, get_part (sheet->step, i)->text);
    }
  charter_document_end_table (sheet->document);
}

/* ---- blanks and lines ---- */

static void
add_choices (const Sheet *sheet, const CharterSlot *blank, guint number)
{
  /* Translators: a blank in a text: “Blank 2” */
  g_autofree char *name = g_strdup_printf (_ ("Blank %u"), number);
  guint n = 0;

  charter_document_add_words (sheet->document, CHARTER_STYLE_NOTE, name);
  for (guint i = 0; i < sheet->step->item->n_parts; i++)
    {
      const CharterPart *part = get_part (sheet->step, i);

      if (g_strcmp0 (part->slot, blank->id) != 0)
        continue;
      add_option (sheet, part, n++, CHARTER_LABEL_CIRCLE);
      charter_document_tighten (sheet->document);
    }
}

static void
add_passage (const Sheet *sheet)
{
  const CharterItem *item = sheet->step->item;

  charter_document_add_text (sheet->document, CHARTER_STYLE_BODY, *item->passage);
  for (guint i = 0; i < item->n_slots; i++)
    add_choices (sheet, &item->slots[i], i + 1);
}

static void
add_answer_line (const Sheet *sheet)
{
  charter_document_add_line (sheet->document, _ ("Answer"), sheet->step->item->typed->unit);
}

static void (*const answers[CHARTER_N_ITEM_KINDS]) (const Sheet *) = {
  [CHARTER_ITEM_SINGLE] = add_circles,     [CHARTER_ITEM_MULTIPLE] = add_squares,
  [CHARTER_ITEM_TRUEFALSE] = add_circles,  [CHARTER_ITEM_CLASSIFY] = add_grid,
  [CHARTER_ITEM_MATCH] = add_sides,        [CHARTER_ITEM_ORDER] = add_steps,
  [CHARTER_ITEM_NUMBER] = add_answer_line, [CHARTER_ITEM_SHORT] = add_answer_line,
  [CHARTER_ITEM_CLOZE] = add_passage,      [CHARTER_ITEM_HOTSPOT] = add_spots,
  [CHARTER_ITEM_DRILL] = add_answer_line,
};

/* ---- what is to be done ---- */

static char *
dup_multiple_task (const CharterItem *item)
{
  if (item->select == 0)
    return g_strdup (_ ("Choose all that apply"));
  return g_strdup_printf (ngettext ("Choose %'u answer", "Choose %'u answers", item->select), item->select);
}

static char *
dup_task (const CharterItem *item)
{
  switch (item->kind)
    {
    case CHARTER_ITEM_MULTIPLE:
      return dup_multiple_task (item);
    case CHARTER_ITEM_CLASSIFY:
      return g_strdup (_ ("Tick where each line belongs"));
    case CHARTER_ITEM_MATCH:
      return g_strdup (_ ("Write the letter of what goes with each line into its box"));
    case CHARTER_ITEM_ORDER:
      return g_strdup (_ ("Write 1 into the box of the first step, 2 into that of the second, and so on"));
    case CHARTER_ITEM_CLOZE:
      return g_strdup (_ ("Choose one answer for each blank"));
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_DRILL:
      return g_strdup (_ ("Write a number"));
    case CHARTER_ITEM_SHORT:
      return g_strdup (_ ("Write a word or two"));
    case CHARTER_ITEM_HOTSPOT:
      if (charter_item_count_keys (item) > 1)
        return g_strdup (_ ("Choose all that apply"));
      return g_strdup (_ ("Choose one answer"));
    case CHARTER_ITEM_TRUEFALSE:
    case CHARTER_ITEM_SINGLE:
    default:
      return g_strdup (_ ("Choose one answer"));
    }
}

char *
charter_print_item_dup_points (double points)
{
  g_autofree char *number = g_strdup_printf ("%'.6g", points);

  return g_strdup_printf (ngettext ("%s point", "%s points", points == 1 ? 1 : 2), number);
}

/* The stem's first paragraph hangs from the number. */
static void
add_stem (CharterDocument *document, const CharterStep *step, guint number)
{
  CharterBlocks stem = step->item->stem;
  gboolean begins_with_words = stem.n_blocks > 0 && stem.blocks[0].kind == CHARTER_BLOCK_P;
  g_autofree char *label = g_strdup_printf ("%u.", number);
  const CharterText none = { "" };

  charter_document_add_labelled (document, label, CHARTER_LABEL_PLAIN, begins_with_words ? stem.blocks[0].p : none);
  charter_document_set_space (document, CHARTER_STYLE_HEADING);
  charter_document_indent (document, 1);
  if (begins_with_words)
    stem = (CharterBlocks){ stem.blocks + 1, stem.n_blocks - 1 };
  charter_print_blocks (document, step->pack, stem);
}

void
charter_print_item (CharterDocument *document, const CharterStep *step, guint number, gboolean with_points)
{
  const Sheet sheet = { document, step };
  g_autofree char *task = dup_task (step->item);
  g_autofree char *points = charter_print_item_dup_points (step->item->points);
  g_autofree char *note = with_points ? g_strdup_printf ("%s · %s", task, points) : g_strdup (task);

  charter_document_begin_unit (document);
  add_stem (document, step, number);
  charter_document_add_words (document, CHARTER_STYLE_NOTE, note);
  answers[step->item->kind](&sheet);
  charter_document_indent (document, -1);
  charter_document_end_unit (document);
}

/* ---- the key ---- */

static void
append (GString *key, const char *words)
{
  g_string_append_printf (key, "%s%s", key->len > 0 ? ", " : "", words);
}

static void
append_pair (GString *key, guint number, guint letter)
{
  g_autofree char *letters = dup_letter (letter);
  g_autofree char *words = g_strdup_printf ("%u" NO_BREAK "%s", number + 1, letters);

  append (key, words);
}

static char *
dup_correct (const CharterStep *step)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < step->item->n_parts; i++)
    if (get_part (step, i)->correct)
      {
        g_autofree char *letter = dup_letter (i);
        append (key, letter);
      }
  return g_string_free (key, FALSE);
}

static char *
dup_sorted (const CharterStep *step)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < step->item->n_parts; i++)
    for (guint slot = 0; slot < step->item->n_slots; slot++)
      if (g_strcmp0 (get_part (step, i)->slot, get_slot (step, slot)->id) == 0)
        append_pair (key, i, slot);
  return g_string_free (key, FALSE);
}

static char *
dup_matched (const CharterStep *step)
{
  GString *key = g_string_new (NULL);

  for (guint slot = 0; slot < step->item->n_slots; slot++)
    for (guint i = 0; i < step->item->n_parts; i++)
      if (g_strcmp0 (get_part (step, i)->slot, get_slot (step, slot)->id) == 0)
        append_pair (key, slot, i);
  return g_string_free (key, FALSE);
}

/* What to write into the boxes, from top to bottom: a step's place is where it was written. */
static char *
dup_places (const CharterStep *step)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < step->item->n_parts; i++)
    {
      g_autofree char *letter = dup_letter (i);
      g_autofree char *words = g_strdup_printf ("%s" NO_BREAK "%u", letter, step->part_order[i] + 1);

      append (key, words);
    }
  return g_string_free (key, FALSE);
}

static void
append_choice (GString *key, const CharterStep *step, guint blank)
{
  guint n = 0;

  for (guint i = 0; i < step->item->n_parts; i++)
    {
      const CharterPart *part = get_part (step, i);

      if (g_strcmp0 (part->slot, step->item->slots[blank].id) != 0)
        continue;
      if (part->correct)
        append_pair (key, blank, n);
      n++;
    }
}

static char *
dup_choices (const CharterStep *step)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < step->item->n_slots; i++)
    append_choice (key, step, i);
  return g_string_free (key, FALSE);
}

static char *
dup_typed (const CharterStep *step)
{
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);
  g_autofree char *words = charter_typed_dup_words (step->item->typed, charter_response_get_typed (key));

  return g_strjoin (" ", words, step->item->typed->unit, NULL);
}

static char *(*const keys[CHARTER_N_ITEM_KINDS]) (const CharterStep *) = {
  [CHARTER_ITEM_SINGLE] = dup_correct,  [CHARTER_ITEM_MULTIPLE] = dup_correct, [CHARTER_ITEM_TRUEFALSE] = dup_correct,
  [CHARTER_ITEM_CLASSIFY] = dup_sorted, [CHARTER_ITEM_MATCH] = dup_matched,    [CHARTER_ITEM_ORDER] = dup_places,
  [CHARTER_ITEM_NUMBER] = dup_typed,    [CHARTER_ITEM_SHORT] = dup_typed,      [CHARTER_ITEM_CLOZE] = dup_choices,
  [CHARTER_ITEM_HOTSPOT] = dup_correct, [CHARTER_ITEM_DRILL] = dup_typed,
};

char *
charter_print_item_dup_key (const CharterStep *step)
{
  return keys[step->item->kind](step);
}
