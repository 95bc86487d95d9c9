/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-case-words.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>

#define SAME 1e-9
#define LEFT_TO_RIGHT_MARK "\u200e"

char *
charter_case_words_dup_level (double level)
{
  return g_strdup_printf (fabs (level - round (level)) < SAME ? "%.0f" : "%.1f", level);
}

char *
charter_case_words_dup_change (double by)
{
  g_autofree char *size = charter_case_words_dup_level (fabs (by));
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  /* A sign between words that are written from the right would go to the other side of its number. */
  return g_strconcat (rtl ? LEFT_TO_RIGHT_MARK : "", by < 0 ? "−" : "+", size, NULL);
}

static double
get_change (CharterWalk *walk, guint turn, guint gauge)
{
  return charter_walk_get_gauges (walk, turn + 1)[gauge] - charter_walk_get_gauges (walk, turn)[gauge];
}

gboolean
charter_case_words_has_changed (CharterWalk *walk, guint turn, guint gauge)
{
  return fabs (get_change (walk, turn, gauge)) >= SAME;
}

char *
charter_case_words_dup_gauge_change (CharterWalk *walk, guint turn, guint gauge)
{
  const CharterCase *story = charter_walk_get_case (walk);
  g_autofree char *before = charter_case_words_dup_level (charter_walk_get_gauges (walk, turn)[gauge]);
  g_autofree char *after = charter_case_words_dup_level (charter_walk_get_gauges (walk, turn + 1)[gauge]);
  g_autofree char *by = charter_case_words_dup_change (get_change (walk, turn, gauge));

  /* Translators: a gauge's name, its number before and after, and by how much it changed: “Trust: 40 → 55 (+15)”.
     In a language that is written from right to left, turn the arrow. */
  return g_strdup_printf (_ ("%s: %s → %s (%s)"), story->gauges[gauge].text.plain, before, after, by);
}

char *
charter_case_words_dup_changes (CharterWalk *walk, guint turn)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < charter_walk_get_case (walk)->n_gauges; i++)
    if (charter_case_words_has_changed (walk, turn, i))
      g_ptr_array_add (lines, charter_case_words_dup_gauge_change (walk, turn, i));
  if (lines->len == 0)
    return g_strdup (_ ("No gauge has changed."));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

const char *
charter_case_words_get_grade (CharterMoveGrade grade)
{
  static const char *const words[] = { N_ ("Best move"), N_ ("Fair move"), N_ ("Poor move") };

  return _ (words[grade]);
}

const char *
charter_case_words_get_grade_icon (CharterMoveGrade grade)
{
  static const char *const icons[] = { "check-circle-symbolic", "partly-circle-symbolic", "cross-circle-symbolic" };

  return icons[grade];
}

const char *
charter_case_words_get_grade_class (CharterMoveGrade grade)
{
  static const char *const classes[] = { "right", "partly", "wrong" };

  return classes[grade];
}

const char *
charter_case_words_get_ending (const CharterScene *ending)
{
  return *ending->title.plain != '\0' ? ending->title.plain : _ ("The End");
}
