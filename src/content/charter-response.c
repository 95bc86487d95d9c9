/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-response.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* More than any item has; keeps hostile text from costing time. */
#define MAX_ENTRIES 1000

struct _CharterResponse {
  gatomicrefcount refs;
  CharterResponseShape shape;
  GArray *pairings; /* of CharterPairing, whose strings are ours */
  char *typed;      /* TYPED only */
};

static void
clear_pairing (gpointer data)
{
  CharterPairing *pairing = data;

  g_free ((char *)pairing->source);
  g_free ((char *)pairing->target);
}

static CharterPairing *
peek (const CharterResponse *self, guint index)
{
  return &g_array_index (self->pairings, CharterPairing, index);
}

CharterResponse *
charter_response_new_empty (CharterResponseShape shape)
{
  CharterResponse *self = g_new0 (CharterResponse, 1);

  g_atomic_ref_count_init (&self->refs);
  self->shape = shape;
  self->pairings = g_array_new (FALSE, FALSE, sizeof (CharterPairing));
  g_array_set_clear_func (self->pairings, clear_pairing);
  if (shape == CHARTER_RESPONSE_TYPED)
    self->typed = g_strdup ("");
  return self;
}

CharterResponse *
charter_response_ref (CharterResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
charter_response_unref (CharterResponse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->pairings);
  g_free (self->typed);
  g_free (self);
}

static gboolean
find (const CharterResponse *self, const char *source, guint *index)
{
  for (guint i = 0; i < self->pairings->len; i++)
    if (g_strcmp0 (peek (self, i)->source, source) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* Only while a response is being made. */
static void
add (CharterResponse *self, const char *source, const char *target)
{
  CharterPairing pairing = { g_strdup (source), g_strdup (target) };

  g_array_append_val (self->pairings, pairing);
}

static CharterResponse *
copy_without (const CharterResponse *self, const char *source, const char *target)
{
  CharterResponse *copy = charter_response_new_empty (self->shape);

  for (guint i = 0; i < self->pairings->len; i++)
    {
      const CharterPairing *pairing = peek (self, i);

      if (g_strcmp0 (pairing->source, source) == 0 || (target != NULL && g_strcmp0 (pairing->target, target) == 0))
        continue;
      add (copy, pairing->source, pairing->target);
    }
  return copy;
}

CharterResponse *
charter_response_new_ids (CharterResponseShape shape, const char *const *ids)
{
  CharterResponse *self = charter_response_new_empty (shape);
  guint index;

  g_return_val_if_fail (shape == CHARTER_RESPONSE_CHOICE || shape == CHARTER_RESPONSE_ORDER, self);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!find (self, ids[i], &index))
      add (self, ids[i], NULL);
  return self;
}

CharterResponse *
charter_response_new_typed (const char *text)
{
  CharterResponse *self = charter_response_new_empty (CHARTER_RESPONSE_TYPED);

  g_free (self->typed);
  self->typed = g_utf8_make_valid (text != NULL ? text : "", -1);
  return self;
}

CharterResponse *
charter_response_with_pair (const CharterResponse *self, const char *source, const char *target, gboolean exclusive)
{
  gboolean paired = self->shape == CHARTER_RESPONSE_PAIRS;
  CharterResponse *copy;

  g_return_val_if_fail (source != NULL && self->shape != CHARTER_RESPONSE_TYPED, NULL);

  copy = copy_without (self, source, paired && exclusive ? target : NULL);
  if (!paired || target != NULL)
    add (copy, source, paired ? target : NULL);
  return copy;
}

CharterResponse *
charter_response_toggled (const CharterResponse *self, const char *id)
{
  CharterResponse *copy;

  g_return_val_if_fail (id != NULL && self->shape == CHARTER_RESPONSE_CHOICE, NULL);

  copy = copy_without (self, id, NULL);
  if (!charter_response_contains (self, id))
    add (copy, id, NULL);
  return copy;
}

static gboolean
read_id (CharterResponse *self, const char *word, GError **error)
{
  guint index;

  if (strchr (word, '=') != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” is a pair, but this item is answered with single words, such as “%.*s”"), word,
                   (int)strcspn (word, "="), word);
      return FALSE;
    }
  if (!find (self, word, &index))
    add (self, word, NULL);
  return TRUE;
}

static gboolean
read_pair (CharterResponse *self, const char *word, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (word, "=", -1);
  guint index;

  if (g_strv_length (sides) != 2 || *sides[0] == '\0' || *sides[1] == '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” is not a pair; write what goes where with one “=” between, such as “card=category”"), word);
      return FALSE;
    }
  if (find (self, sides[0], &index))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is placed twice; place it once"), sides[0]);
      return FALSE;
    }
  add (self, sides[0], sides[1]);
  return TRUE;
}

static CharterResponse *
parse_words (CharterResponseShape shape, const char *text, GError **error)
{
  g_autoptr (CharterResponse) self = charter_response_new_empty (shape);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (self->pairings->len == MAX_ENTRIES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("this answer has more than %d words; no item takes so many"), MAX_ENTRIES);
          return NULL;
        }
      if (!(shape == CHARTER_RESPONSE_PAIRS ? read_pair : read_id) (self, words[i], error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

CharterResponse *
charter_response_parse (CharterResponseShape shape, const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("this answer is not UTF-8 text; type it anew"));
      return NULL;
    }
  if (shape == CHARTER_RESPONSE_TYPED)
    return charter_response_new_typed (text);
  return parse_words (shape, text, error);
}

static int
compare_pairings (gconstpointer a, gconstpointer b)
{
  const CharterPairing *const *left = a, *const *right = b;

  return strcmp ((*left)->source, (*right)->source);
}

static GPtrArray *
list_for_text (const CharterResponse *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->pairings->len; i++)
    g_ptr_array_add (list, peek (self, i));
  if (self->shape != CHARTER_RESPONSE_ORDER)
    g_ptr_array_sort (list, compare_pairings);
  return list;
}

char *
charter_response_to_string (const CharterResponse *self)
{
  g_autoptr (GPtrArray) list = NULL;
  GString *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->shape == CHARTER_RESPONSE_TYPED)
    return g_strdup (self->typed);

  list = list_for_text (self);
  text = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const CharterPairing *pairing = list->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", pairing->source);
      if (pairing->target != NULL)
        g_string_append_printf (text, "=%s", pairing->target);
    }
  return g_string_free (text, FALSE);
}

CharterResponseShape
charter_response_get_shape (const CharterResponse *self)
{
  return self->shape;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

gboolean
charter_response_is_empty (const CharterResponse *self)
{
  return self->shape == CHARTER_RESPONSE_TYPED ? is_blank (self->typed) : self->pairings->len == 0;
}

gboolean
charter_response_equal (const CharterResponse *a, const CharterResponse *b)
{
  g_autofree char *text_a = charter_response_to_string (a);
  g_autofree char *text_b = charter_response_to_string (b);

  return a->shape == b->shape && g_str_equal (text_a, text_b);
}

guint
charter_response_get_n (const CharterResponse *self)
{
  return self->pairings->len;
}

CharterPairing
charter_response_get (const CharterResponse *self, guint index)
{
  g_return_val_if_fail (index < self->pairings->len, ((CharterPairing){ NULL, NULL }));

  return *peek (self, index);
}

gboolean
charter_response_contains (const CharterResponse *self, const char *id)
{
  guint index;

  return find (self, id, &index);
}

const char *
charter_response_find_target (const CharterResponse *self, const char *source)
{
  guint index;

  return find (self, source, &index) ? peek (self, index)->target : NULL;
}

const char *
charter_response_find_source (const CharterResponse *self, const char *target)
{
  for (guint i = 0; i < self->pairings->len; i++)
    if (target != NULL && g_strcmp0 (peek (self, i)->target, target) == 0)
      return peek (self, i)->source;
  return NULL;
}

const char *
charter_response_get_typed (const CharterResponse *self)
{
  return self->typed;
}

static guint
count_chosen (const CharterResponse *self, const CharterItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->n_parts; i++)
    n += charter_response_contains (self, item->parts[i].id);
  return n;
}

static gboolean
has_enough_chosen (const CharterResponse *self, const CharterItem *item)
{
  guint n = count_chosen (self, item);

  if (item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_TRUEFALSE)
    return n == 1;
  return item->select > 0 ? n == item->select : n > 0;
}

/* What has to be placed: the cards of classify, the left sides of match, the blanks of cloze. */
static gboolean
has_all_placed (const CharterResponse *self, const CharterItem *item)
{
  if (item->kind == CHARTER_ITEM_CLASSIFY)
    {
      for (guint i = 0; i < item->n_parts; i++)
        if (charter_response_find_target (self, item->parts[i].id) == NULL)
          return FALSE;
      return TRUE;
    }
  for (guint i = 0; i < item->n_slots; i++)
    if (charter_response_find_target (self, item->slots[i].id) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
charter_response_is_complete (const CharterResponse *self, const CharterItem *item)
{
  g_return_val_if_fail (self->shape == charter_item_kind_response_shape (item->kind), FALSE);

  switch (self->shape)
    {
    case CHARTER_RESPONSE_CHOICE:
      return has_enough_chosen (self, item);
    case CHARTER_RESPONSE_PAIRS:
      return has_all_placed (self, item);
    case CHARTER_RESPONSE_ORDER:
      return count_chosen (self, item) == item->n_parts;
    case CHARTER_RESPONSE_TYPED:
    default:
      return !charter_response_is_empty (self);
    }
}
