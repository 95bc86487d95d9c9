/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-comparison-text.h"

#include <string.h>

/* How one form writes a table: what stands around rows and cells, and how words are made safe in it. */
typedef struct {
  const char *before_row, *after_first, *between, *after_row;
  char *(*escape) (const char *words);
} Form;

static char *
escape_text (const char *words)
{
  GString *safe = g_string_new (words);

  g_string_replace (safe, "\t", " ", 0);
  return g_string_free (safe, FALSE);
}

static char *
escape_markdown (const char *words)
{
  GString *safe = g_string_new (NULL);

  for (const char *c = words; *c != '\0'; c++)
    {
      if (strchr ("\\|*_`[]<>", *c) != NULL)
        g_string_append_c (safe, '\\');
      g_string_append_c (safe, *c);
    }
  return g_string_free (safe, FALSE);
}

static char *
escape_html (const char *words)
{
  return g_markup_escape_text (words, -1);
}

static void
add_row (GString *out, const Form *form, const char *first, const CharterComparison *comparison,
         const CharterAspect *aspect)
{
  g_autofree char *safe = form->escape (first);

  g_string_append (out, form->before_row);
  g_string_append (out, safe);
  for (guint i = 0; i < comparison->n_sides; i++)
    {
      const char *words = aspect != NULL ? aspect->cells[i].text.plain : comparison->sides[i].text.plain;
      g_autofree char *safe_words = form->escape (words);

      g_string_append (out, i == 0 ? form->after_first : form->between);
      g_string_append (out, safe_words);
    }
  g_string_append (out, form->after_row);
}

static void
add_aspects (GString *out, const Form *form, const CharterComparison *comparison)
{
  for (guint i = 0; i < comparison->n_aspects; i++)
    add_row (out, form, comparison->aspects[i].text.plain, comparison, &comparison->aspects[i]);
}

char *
charter_comparison_to_text (const CharterComparison *comparison)
{
  const Form form = { "", "\t", "\t", "\n", escape_text };
  GString *out = g_string_new (NULL);

  add_row (out, &form, "", comparison, NULL);
  add_aspects (out, &form, comparison);
  return g_string_free (out, FALSE);
}

char *
charter_comparison_to_markdown (const CharterComparison *comparison)
{
  const Form form = { "| ", " | ", " | ", " |\n", escape_markdown };
  GString *out = g_string_new (NULL);

  add_row (out, &form, "", comparison, NULL);
  g_string_append (out, "|");
  for (guint i = 0; i <= comparison->n_sides; i++)
    g_string_append (out, " --- |");
  g_string_append_c (out, '\n');
  add_aspects (out, &form, comparison);
  return g_string_free (out, FALSE);
}

char *
charter_comparison_to_html (const CharterComparison *comparison)
{
  const Form head = { "<tr><th>", "</th><th>", "</th><th>", "</th></tr>\n", escape_html };
  const Form body = { "<tr><th>", "</th><td>", "</td><td>", "</td></tr>\n", escape_html };
  GString *out = g_string_new ("<table>\n");

  add_row (out, &head, "", comparison, NULL);
  add_aspects (out, &body, comparison);
  g_string_append (out, "</table>\n");
  return g_string_free (out, FALSE);
}
