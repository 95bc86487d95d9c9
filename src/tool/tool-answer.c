/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-answer.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "charter-number.h"
#include "tool-suggest.h"

#define SEPARATORS " \t,;"

G_GNUC_PRINTF (2, 3)
static void
set_error (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
}

/* ---- letters ---- */

static gboolean
add_letter (const CharterStep *step, GPtrArray *ids, const char *word, gsize length)
{
  guint index;

  if (!tool_item_read_letter (word, length, tool_item_count_lettered (step, 0), &index))
    return FALSE;
  g_ptr_array_add (ids, (gpointer)tool_item_get_lettered (step, 0, index));
  return TRUE;
}

/* "cadb": each character a letter. */
static gboolean
add_letters_of_word (const CharterStep *step, GPtrArray *ids, const char *word)
{
  for (const char *at = word; *at != '\0'; at++)
    if (!add_letter (step, ids, at, 1))
      return FALSE;
  return TRUE;
}

static gboolean
has_twice (const GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; j < i; j++)
      if (ids->pdata[i] == ids->pdata[j])
        return TRUE;
  return FALSE;
}

static char *
dup_letter_range (const CharterStep *step, guint number)
{
  guint n = tool_item_count_lettered (step, number);
  g_autofree char *last = tool_item_dup_letter (n - 1);

  return n == 1 ? g_strdup ("A") : g_strdup_printf (_ ("A to %s"), last);
}

static CharterResponse *
read_letters (const CharterStep *step, CharterResponseShape shape, char **words, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *range = dup_letter_range (step, 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      guint before = ids->len;

      if (length == 0
          || add_letter (step, ids, words[i], length == 1 || tool_item_count_lettered (step, 0) > 26 ? length : 0))
        continue;
      if (add_letters_of_word (step, ids, words[i]))
        continue;
      g_ptr_array_set_size (ids, (int)before);
      set_error (error, _ ("“%s” is not among the letters %s."), words[i], range);
      return NULL;
    }
  if (has_twice (ids))
    {
      set_error (error, _ ("A letter stands twice. Each can be given once."));
      return NULL;
    }
  g_ptr_array_add (ids, NULL);
  return charter_response_new_ids (shape, (const char *const *)ids->pdata);
}

static gboolean
is_full_order (const CharterStep *step, const CharterResponse *response, GError **error)
{
  guint missing = step->item->n_parts - charter_response_get_n (response);

  if (missing == 0)
    return TRUE;
  set_error (error,
             ngettext ("%'u step is missing: give all letters in their order.",
                       "%'u steps are missing: give all letters in their order.", missing),
             missing);
  return FALSE;
}

static gboolean
is_full_choice (const CharterStep *step, const CharterResponse *response, GError **error)
{
  guint wanted = step->item->select;

  if (step->item->kind == CHARTER_ITEM_SINGLE || step->item->kind == CHARTER_ITEM_TRUEFALSE)
    wanted = 1;
  if (charter_response_is_complete (response, step->item))
    return TRUE;
  if (wanted > 0)
    set_error (error, ngettext ("Choose %'u letter.", "Choose %'u letters.", wanted), wanted);
  else
    set_error (error, _ ("Choose at least one letter."));
  return FALSE;
}

/* ---- pairs ---- */

/* "1b" or "b1". letter: what is left of the word. */
static gboolean
split_pair (const char *word, guint *number, const char **letter, gsize *length)
{
  gsize digits = strspn (word, "0123456789");
  gsize letters = strcspn (word, "0123456789");
  const char *number_at = digits > 0 ? word : word + letters;

  *letter = digits > 0 ? word + digits : word;
  *length = digits > 0 ? strlen (word) - digits : letters;
  *number = (guint)g_ascii_strtoull (number_at, NULL, 10);
  return *length > 0 && *number > 0 && strlen (number_at) < 4 + (digits > 0 ? *length : 0);
}

static const char *
read_pair (const CharterStep *step, const char *word, guint *number, GError **error)
{
  g_autofree char *range = NULL;
  const char *letter;
  gsize length;
  guint index;

  if (!split_pair (word, number, &letter, &length))
    set_error (error, _ ("“%s” is not a number with a letter, such as “1a”."), word);
  else if (*number > tool_item_count_numbered (step))
    set_error (error, _ ("There is no number %u here; the last is %u."), *number, tool_item_count_numbered (step));
  else if (!tool_item_read_letter (letter, length, tool_item_count_lettered (step, *number - 1), &index))
    {
      range = dup_letter_range (step, *number - 1);
      set_error (error, _ ("“%.*s” is not among the letters %s."), (int)length, letter, range);
    }
  else
    return tool_item_get_lettered (step, *number - 1, index);
  return NULL;
}

/* "1 a" is typed as well as "1a": a lone number takes the letter that follows it. */
static char **
join_lone_numbers (char **words)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **joined;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_lone = *words[i] != '\0' && words[i][strspn (words[i], "0123456789")] == '\0';
      g_autofree char *both = is_lone && words[i + 1] != NULL ? g_strconcat (words[i], words[i + 1], NULL) : NULL;

      if (*words[i] != '\0')
        g_strv_builder_add (builder, both != NULL ? both : words[i]);
      i += both != NULL;
    }
  joined = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return joined;
}

static gboolean
has_all_pairs (const CharterStep *step, const CharterResponse *response, GError **error)
{
  for (guint i = 0; i < tool_item_count_numbered (step); i++)
    if (charter_response_find_target (response, tool_item_get_numbered (step, i)) == NULL)
      {
        set_error (error, _ ("Number %u has no letter yet. Give one for each number, such as “1a 2b”."), i + 1);
        return FALSE;
      }
  return TRUE;
}

static CharterResponse *
read_pairs (const CharterStep *step, char **words, GError **error)
{
  g_autoptr (CharterResponse) response = charter_response_new_empty (CHARTER_RESPONSE_PAIRS);
  g_auto (GStrv) joined = join_lone_numbers (words);
  gboolean exclusive = step->item->kind == CHARTER_ITEM_MATCH;

  for (guint i = 0; joined[i] != NULL; i++)
    {
      guint number;
      const char *target = read_pair (step, joined[i], &number, error);
      const char *source = target != NULL ? tool_item_get_numbered (step, number - 1) : NULL;
      CharterResponse *next;

      if (target == NULL)
        return NULL;
      if (charter_response_find_target (response, source) != NULL)
        {
          set_error (error, _ ("Number %u stands twice. Give one letter for each number."), number);
          return NULL;
        }
      if (exclusive && charter_response_find_source (response, target) != NULL)
        {
          set_error (error, _ ("A letter stands twice. Each goes with one number."));
          return NULL;
        }
      next = charter_response_with_pair (response, source, target, exclusive);
      charter_response_unref (response);
      response = next;
    }
  return has_all_pairs (step, response, error) ? g_steal_pointer (&response) : NULL;
}

/* ---- all of them ---- */

static const char **
list_ids (const CharterItem *item)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < item->n_parts; i++)
    g_ptr_array_add (ids, (gpointer)item->parts[i].id);
  for (guint i = 0; i < item->n_slots; i++)
    g_ptr_array_add (ids, (gpointer)item->slots[i].id);
  g_ptr_array_add (ids, NULL);
  return (const char **)g_ptr_array_free (ids, FALSE);
}

static gboolean
check_id (const CharterItem *item, const char *id, gboolean is_slot, GError **error)
{
  g_autofree const char **ids = NULL;
  const char *meant;

  if (is_slot ? charter_item_find_slot (item, id) != NULL : charter_item_find_part (item, id) != NULL)
    return TRUE;
  ids = list_ids (item);
  meant = tool_suggest (id, ids);
  if (meant != NULL)
    set_error (error, _ ("“%s” is no id of “%s”. Did you mean “%s”?"), id, item->id, meant);
  else
    set_error (error, _ ("“%s” is no id of “%s”."), id, item->id);
  return FALSE;
}

gboolean
tool_answer_check_ids (const CharterItem *item, const CharterResponse *response, GError **error)
{
  gboolean is_slot_first = item->kind == CHARTER_ITEM_MATCH || item->kind == CHARTER_ITEM_CLOZE;

  for (guint i = 0; i < charter_response_get_n (response); i++)
    {
      CharterPairing pairing = charter_response_get (response, i);

      if (!check_id (item, pairing.source, is_slot_first, error))
        return FALSE;
      if (pairing.target != NULL && !check_id (item, pairing.target, !is_slot_first, error))
        return FALSE;
    }
  return TRUE;
}

static CharterResponse *
read_by_ids (const CharterStep *step, CharterResponseShape shape, const char *text, GError **error)
{
  g_autoptr (CharterResponse) response = charter_response_parse (shape, text, error);

  if (response == NULL || !tool_answer_check_ids (step->item, response, error))
    return NULL;
  if (charter_response_is_complete (response, step->item))
    return g_steal_pointer (&response);
  set_error (error, _ ("This is not a whole answer yet."));
  return NULL;
}

/* True and false have words of their own beside their letters. */
static const char *
find_truth (const CharterStep *step, const char *line)
{
  static const char *const words[] = { "true", "t", "false", "f" };

  if (step->item->kind == CHARTER_ITEM_TRUEFALSE)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (g_ascii_strcasecmp (line, words[i]) == 0)
        return i < 2 ? "true" : "false";
  return NULL;
}

static CharterResponse *
read_typed (const CharterStep *step, const char *line, GError **error)
{
  double readings[CHARTER_NUMBER_MAX_READINGS];

  if (step->item->kind == CHARTER_ITEM_SHORT || charter_number_parse (line, step->item->typed->unit, readings) > 0)
    return charter_response_new_typed (line);
  set_error (error, _ ("“%s” can’t be read as a number."), line);
  return NULL;
}

CharterResponse *
tool_answer_read (const CharterStep *step, const char *line, GError **error)
{
  CharterResponseShape shape = charter_item_kind_response_shape (step->item->kind);
  const char *truth = find_truth (step, line);
  g_auto (GStrv) words = g_strsplit_set (line, SEPARATORS, -1);
  g_autoptr (CharterResponse) response = NULL;

  if (shape == CHARTER_RESPONSE_TYPED)
    return read_typed (step, line, error);
  if (*line == '=')
    return read_by_ids (step, shape, line + 1, error);
  if (truth != NULL)
    return charter_response_new_ids (shape, (const char *const[]){ truth, NULL });
  if (shape == CHARTER_RESPONSE_PAIRS)
    return read_pairs (step, words, error);
  response = read_letters (step, shape, words, error);
  if (response == NULL)
    return NULL;
  if (!(shape == CHARTER_RESPONSE_ORDER ? is_full_order : is_full_choice) (step, response, error))
    return NULL;
  return g_steal_pointer (&response);
}

/* ---- as it is typed ---- */

/* number: the blank whose choices are meant. */
static char *
dup_letter_of (const CharterStep *step, guint number, const char *id)
{
  for (guint i = 0; i < tool_item_count_lettered (step, number); i++)
    if (g_strcmp0 (tool_item_get_lettered (step, number, i), id) == 0)
      return tool_item_dup_letter (i);
  return g_strdup (id);
}

static void
add_letters (const CharterStep *step, const CharterResponse *response, GStrvBuilder *words)
{
  for (guint i = 0; i < charter_response_get_n (response); i++)
    {
      g_autofree char *letter = dup_letter_of (step, 0, charter_response_get (response, i).source);

      g_strv_builder_add (words, letter);
    }
}

static void
add_pairs (const CharterStep *step, const CharterResponse *response, GStrvBuilder *words)
{
  for (guint i = 0; i < tool_item_count_numbered (step); i++)
    {
      const char *target = charter_response_find_target (response, tool_item_get_numbered (step, i));
      g_autofree char *letter = target != NULL ? dup_letter_of (step, i, target) : NULL;
      g_autofree char *pair = letter != NULL ? g_strdup_printf ("%u%s", i + 1, letter) : NULL;

      if (pair != NULL)
        g_strv_builder_add (words, pair);
    }
}

char *
tool_answer_dup_line (const CharterStep *step, const CharterResponse *response)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (charter_response_get_shape (response) == CHARTER_RESPONSE_TYPED)
    return g_strdup (charter_response_get_typed (response));
  if (charter_response_get_shape (response) == CHARTER_RESPONSE_PAIRS)
    add_pairs (step, response, words);
  else
    add_letters (step, response, words);
  list = g_strv_builder_end (words);
  return g_strjoinv (" ", list);
}
