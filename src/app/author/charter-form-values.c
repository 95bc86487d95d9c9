/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-values.h"

#include <string.h>

#include "charter-author-values.h"
#include "charter-form-words.h"

#define LONGEST 60 /* characters of a label: what is longer makes the list wider than the window */

typedef struct {
  CharterElementKind kind;
  const CharterAttributeRule *rule;
  const char *only; /* the value that is meant, or NULL for all */
  GPtrArray *values, *labels;
} List;

static char *
shorten (const char *words)
{
  g_autofree char *begin = g_utf8_strlen (words, -1) > LONGEST ? g_utf8_substring (words, 0, LONGEST - 1) : NULL;

  return begin != NULL ? g_strconcat (begin, "…", NULL) : g_strdup (words);
}

static void
add (List *list, const char *value, const char *label)
{
  g_ptr_array_add (list->values, g_strdup (value));
  g_ptr_array_add (list->labels, shorten (label));
}

static void
on_value (const char *value, const char *help, gpointer data)
{
  List *list = data;

  if (list->only != NULL && strcmp (list->only, value) != 0)
    return;
  add (list, value,
       help != NULL && *help != '\0' ? help : charter_form_words_get_value (list->kind, list->rule->attribute, value));
}

static gboolean
has (List *list, const char *value)
{
  for (guint i = 0; i < list->values->len; i++)
    if (strcmp (list->values->pdata[i], value) == 0)
      return TRUE;
  return FALSE;
}

static GStrv
end (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return (GStrv)g_ptr_array_free (words, FALSE);
}

static GStrv
list_values (CharterAuthorForm *form,
             guint index,
             const CharterAttributeRule *rule,
             const char *value,
             gboolean is_all,
             GStrv *labels)
{
  CharterOutline *outline = charter_author_form_get_outline (form);
  List list = { charter_outline_get (outline, index)->kind, rule, is_all ? NULL : value, g_ptr_array_new (),
                g_ptr_array_new () };

  if (value == NULL || (is_all && !rule->required))
    add (&list, "", "—");
  if (value != NULL || is_all)
    charter_author_values_list (outline, index, rule, on_value, &list);
  if (value != NULL && !has (&list, value))
    add (&list, value, value);
  *labels = end (list.labels);
  return end (list.values);
}

GStrv
charter_form_values_list (
  CharterAuthorForm *form, guint index, const CharterAttributeRule *rule, const char *value, GStrv *labels)
{
  return list_values (form, index, rule, value, TRUE, labels);
}

GStrv
charter_form_values_list_one (
  CharterAuthorForm *form, guint index, const CharterAttributeRule *rule, const char *value, GStrv *labels)
{
  return list_values (form, index, rule, value, FALSE, labels);
}
