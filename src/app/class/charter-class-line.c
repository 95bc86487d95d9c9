/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-line.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charter-class-words.h"

struct _CharterClassLine {
  GObject parent_instance;

  const CharterClassItem *item;
  guint number;
};

G_DEFINE_FINAL_TYPE (CharterClassLine, charter_class_line, G_TYPE_OBJECT)

static void
charter_class_line_class_init (CharterClassLineClass *klass)
{
}

static void
charter_class_line_init (CharterClassLine *self)
{
}

CharterClassLine *
charter_class_line_new (const CharterClassItem *item, guint number)
{
  CharterClassLine *self = g_object_new (CHARTER_TYPE_CLASS_LINE, NULL);

  self->item = item;
  self->number = number;
  return self;
}

const CharterClassItem *
charter_class_line_get_item (CharterClassLine *self)
{
  return self->item;
}

guint
charter_class_line_get_number (CharterClassLine *self)
{
  return self->number;
}

const char *
charter_class_line_get_title (CharterClassLineColumn column)
{
  switch (column)
    {
    case CHARTER_CLASS_COLUMN_LEARNERS:
      return _ ("Learners");
    case CHARTER_CLASS_COLUMN_FACILITY:
      return _ ("Facility");
    case CHARTER_CLASS_COLUMN_DISCRIMINATION:
      return _ ("Discrimination");
    case CHARTER_CLASS_COLUMN_EFFICIENCY:
      return _ ("Efficiency");
    case CHARTER_CLASS_COLUMN_TIME:
      return _ ("Median Time");
    case CHARTER_CLASS_COLUMN_QUESTION:
    default:
      return _ ("Question");
    }
}

gboolean
charter_class_line_is_small (CharterClassLine *self, CharterClassLineColumn column)
{
  switch (column)
    {
    case CHARTER_CLASS_COLUMN_FACILITY:
      return charter_class_item_is_small (self->item, CHARTER_CLASS_FACILITY);
    case CHARTER_CLASS_COLUMN_DISCRIMINATION:
    case CHARTER_CLASS_COLUMN_EFFICIENCY:
      return charter_class_item_is_small (self->item, CHARTER_CLASS_DISCRIMINATION);
    case CHARTER_CLASS_COLUMN_TIME:
      return charter_class_item_is_small (self->item, CHARTER_CLASS_TIME);
    case CHARTER_CLASS_COLUMN_QUESTION:
    case CHARTER_CLASS_COLUMN_LEARNERS:
    default:
      return FALSE;
    }
}

static char *
dup_figure (CharterClassLine *self, CharterClassLineColumn column)
{
  const CharterClassItem *item = self->item;
  g_autofree char *stem = NULL;

  switch (column)
    {
    case CHARTER_CLASS_COLUMN_LEARNERS:
      return g_strdup_printf ("%'u", item->n);
    case CHARTER_CLASS_COLUMN_FACILITY:
      return charter_class_words_dup_share (item->facility);
    case CHARTER_CLASS_COLUMN_DISCRIMINATION:
      return charter_class_words_dup_number (item->discrimination, 1);
    case CHARTER_CLASS_COLUMN_EFFICIENCY:
      return charter_class_words_dup_number (item->efficiency, 1);
    case CHARTER_CLASS_COLUMN_TIME:
      return charter_class_words_dup_seconds (item->quartiles[1]);
    case CHARTER_CLASS_COLUMN_QUESTION:
    default:
      stem = charter_class_words_dup_item (item);
      return g_strdup_printf ("%u. %s", self->number, stem);
    }
}

char *
charter_class_line_dup_words (CharterClassLine *self, CharterClassLineColumn column)
{
  g_autofree char *figure = dup_figure (self, column);

  return g_strconcat (figure, charter_class_line_is_small (self, column) ? CHARTER_CLASS_LINE_SMALL : "", NULL);
}

char *
charter_class_line_dup_sentence (CharterClassLine *self)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (guint i = 0; i < CHARTER_CLASS_N_LINE_COLUMNS; i++)
    {
      g_autofree char *words = charter_class_line_dup_words (self, (CharterClassLineColumn)i);

      if (i > 0)
        g_string_append_printf (sentence, ", %s: ", charter_class_line_get_title ((CharterClassLineColumn)i));
      g_string_append (sentence, words);
    }
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

static double
get_figure (CharterClassLine *self, CharterClassLineColumn column)
{
  switch (column)
    {
    case CHARTER_CLASS_COLUMN_LEARNERS:
      return self->item->n;
    case CHARTER_CLASS_COLUMN_FACILITY:
      return self->item->facility;
    case CHARTER_CLASS_COLUMN_DISCRIMINATION:
      return self->item->discrimination;
    case CHARTER_CLASS_COLUMN_EFFICIENCY:
      return self->item->efficiency;
    case CHARTER_CLASS_COLUMN_TIME:
      return self->item->quartiles[1];
    case CHARTER_CLASS_COLUMN_QUESTION:
    default:
      return self->number;
    }
}

int
charter_class_line_compare (CharterClassLine *a, CharterClassLine *b, CharterClassLineColumn column)
{
  double left = get_figure (a, column), right = get_figure (b, column);

  if (isnan (left) || isnan (right))
    return (isnan (left) != 0) - (isnan (right) != 0);
  return (left > right) - (left < right);
}
