/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-contents.h"

#include <string.h>

#include "charter-diagnostic.h"

struct _CharterContents {
  GArray *rows; /* of CharterContentsRow, by their elements */
};

char *
charter_contents_fold (const char *text)
{
  g_autofree char *large = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  large = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  return g_utf8_casefold (large != NULL ? large : text, -1);
}

static gboolean
has_row (CharterElementKind kind)
{
  return charter_element_is_unit (kind) || kind == EL_SCENE || kind == EL_ENDING || kind == EL_GLOSSARY;
}

/* What has a title is called by that, other things by what they begin with, and a glossary by nothing. */
static guint
find_title (const CharterOutline *outline, guint element)
{
  static const guint8 titled[]
    = { EL_INFO, EL_LESSON, EL_SECTION, EL_SCENARIO, EL_BANK, EL_CASE, EL_EXAM, EL_MISCONCEPTION };
  CharterElementKind kind = charter_outline_get (outline, element)->kind;
  guint info = kind == EL_PACK ? charter_outline_find_child (outline, element, EL_INFO) : CHARTER_OUTLINE_NONE;

  if (kind == EL_PACK)
    return info != CHARTER_OUTLINE_NONE ? find_title (outline, info) : CHARTER_OUTLINE_NONE;
  if (kind == EL_GLOSSARY)
    return CHARTER_OUTLINE_NONE;
  return memchr (titled, (int)kind, sizeof titled) != NULL ? charter_outline_find_child (outline, element, EL_TITLE)
                                                           : charter_outline_first_child (outline, element);
}

/* As a label can show it, whatever the bytes are. */
static char *
dup_words (const CharterOutline *outline, guint element, const char *id)
{
  guint title = find_title (outline, element);
  g_autofree char *raw = title != CHARTER_OUTLINE_NONE ? charter_outline_dup_words (outline, title) : g_strdup ("");
  char *words = g_utf8_make_valid (raw, -1);

  if (*words != '\0' || id == NULL)
    return words;
  g_free (words);
  return g_utf8_make_valid (id, -1);
}

static char *
fold (const char *words, const char *id)
{
  g_autofree char *both = id != NULL ? g_strjoin (" ", words, id, NULL) : g_strdup (words);
  g_autofree char *valid = g_utf8_make_valid (both, -1);

  return charter_contents_fold (valid);
}

static void
add_row (CharterContents *self, const CharterOutline *outline, guint element, guint depth)
{
  g_autofree char *id = charter_outline_dup_value (outline, element, "id");
  CharterContentsRow row = { .element = element, .depth = (guint8)MIN (depth, G_MAXUINT8) };

  row.kind = charter_outline_get (outline, element)->kind;
  row.words = dup_words (outline, element, id);
  row.folded = fold (row.words, id);
  g_array_append_val (self->rows, row);
}

/* What is open around each element are the ends of those that have a row. */
static void
read_rows (CharterContents *self, const CharterOutline *outline)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = charter_outline_get_length (outline);

  for (guint i = 0; i < n; i++)
    {
      const CharterOutlineElement *element = charter_outline_get (outline, i);

      while (ends->len > 0 && g_array_index (ends, guint, ends->len - 1) <= i)
        g_array_set_size (ends, ends->len - 1);
      if (!has_row (element->kind))
        continue;
      add_row (self, outline, i, ends->len);
      g_array_append_val (ends, element->next);
    }
}

static void
mark_rows (CharterContents *self, const CharterOutline *outline, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const CharterDiagnostic *problem = problems->pdata[i];
      gsize offset = charter_outline_get_offset (outline, problem->line, problem->column);
      guint position = charter_contents_find (self, outline, charter_outline_find_at (outline, offset));
      guint8 trouble = problem->severity == CHARTER_SEVERITY_ERROR ? CHARTER_CONTENTS_ERROR : CHARTER_CONTENTS_WARNING;

      if (position != CHARTER_OUTLINE_NONE)
        {
          CharterContentsRow *row = &g_array_index (self->rows, CharterContentsRow, position);

          row->trouble = MAX (row->trouble, trouble);
        }
    }
}

static void
row_clear (CharterContentsRow *row)
{
  g_free (row->words);
  g_free (row->folded);
}

CharterContents *
charter_contents_new (const CharterOutline *outline, const GPtrArray *problems)
{
  CharterContents *self = g_atomic_rc_box_new0 (CharterContents);

  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterContentsRow));
  g_array_set_clear_func (self->rows, (GDestroyNotify)row_clear);
  read_rows (self, outline);
  mark_rows (self, outline, problems);
  return self;
}

CharterContents *
charter_contents_ref (CharterContents *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
contents_clear (CharterContents *self)
{
  g_array_unref (self->rows);
}

void
charter_contents_unref (CharterContents *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)contents_clear);
}

guint
charter_contents_get_length (const CharterContents *self)
{
  return self->rows->len;
}

const CharterContentsRow *
charter_contents_get (const CharterContents *self, guint position)
{
  return &g_array_index (self->rows, CharterContentsRow, position);
}

static int
compare_element (gconstpointer row, gconstpointer element)
{
  guint a = ((const CharterContentsRow *)row)->element, b = *(const guint *)element;

  return a < b ? -1 : a > b;
}

guint
charter_contents_find (const CharterContents *self, const CharterOutline *outline, guint element)
{
  guint position;

  while (element != CHARTER_OUTLINE_NONE && !has_row (charter_outline_get (outline, element)->kind))
    element = charter_outline_get (outline, element)->parent;
  if (element != CHARTER_OUTLINE_NONE && g_array_binary_search (self->rows, &element, compare_element, &position))
    return position;
  return self->rows->len > 0 ? 0 : CHARTER_OUTLINE_NONE;
}
