/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-choices.h"

#include <string.h>

#include "charter-scoring.h"

static void
clear_choice (gpointer data)
{
  g_free (((CharterClassChoice *)data)->id);
}

/* ---- what a response chooses ---- */

/* Returns: (transfer full) (element-type utf8) the parts of a response that are told apart */
static GPtrArray *
list_chosen (const CharterResponse *response)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_free);
  CharterResponseShape shape = charter_response_get_shape (response);

  if (shape == CHARTER_RESPONSE_ORDER || shape == CHARTER_RESPONSE_TYPED)
    {
      g_ptr_array_add (chosen, charter_response_to_string (response));
      return chosen;
    }
  for (guint i = 0; i < charter_response_get_n (response); i++)
    {
      CharterPairing pairing = charter_response_get (response, i);
      g_ptr_array_add (chosen, pairing.target != NULL ? g_strdup_printf ("%s=%s", pairing.source, pairing.target)
                                                      : g_strdup (pairing.source));
    }
  return chosen;
}

/* ---- the table of choices ---- */

typedef struct {
  CharterClassItem *item;
  const gint8 *thirds;
  GHashTable *known; /* index + 1 by id; the strings are the choices' */
} Counting;

static CharterClassChoice *
get_choice (Counting *counting, const char *id)
{
  gpointer known = g_hash_table_lookup (counting->known, id);
  CharterClassChoice added = { .id = NULL };

  if (known != NULL)
    return &g_array_index (counting->item->choices, CharterClassChoice, GPOINTER_TO_UINT (known) - 1);
  added.id = g_strdup (id);
  g_array_append_val (counting->item->choices, added);
  g_hash_table_insert (counting->known, added.id, GUINT_TO_POINTER (counting->item->choices->len));
  return &g_array_index (counting->item->choices, CharterClassChoice, counting->item->choices->len - 1);
}

static void
add_key (Counting *counting, const CharterResponse *key)
{
  g_autoptr (GPtrArray) chosen = list_chosen (key);

  for (guint i = 0; i < chosen->len; i++)
    {
      CharterClassChoice *choice = get_choice (counting, chosen->pdata[i]);
      choice->is_key = choice->key_known = TRUE;
    }
}

static void
add_options (Counting *counting)
{
  const CharterItem *asked = counting->item->column->item;

  for (guint i = 0; i < asked->n_parts; i++)
    {
      CharterClassChoice *choice = get_choice (counting, asked->parts[i].id);
      choice->part = &asked->parts[i];
      choice->is_key = asked->parts[i].correct;
      choice->key_known = TRUE;
    }
}

static void
add_chosen (Counting *counting, const CharterClassMark *mark)
{
  CharterResponseShape shape = charter_item_kind_response_shape (counting->item->column->kind);
  g_autoptr (CharterResponse) response = charter_response_parse (shape, mark->answer->response, NULL);
  g_autoptr (GPtrArray) chosen = list_chosen (response);
  int third = counting->thirds != NULL ? counting->thirds[mark->learner] : 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      CharterClassChoice *choice = get_choice (counting, chosen->pdata[i]);

      choice->n++;
      choice->n_upper += third > 0;
      choice->n_lower += third < 0;
      choice->is_key |= mark->correct;
    }
}

/* ---- what is then told of them ---- */

static void
judge (Counting *counting, CharterResponseShape shape, gboolean any_right)
{
  CharterClassItem *item = counting->item;

  for (guint i = 0; i < item->choices->len; i++)
    {
      CharterClassChoice *choice = &g_array_index (item->choices, CharterClassChoice, i);

      choice->key_known |= item->column->item != NULL || any_right;
      choice->is_dead = shape == CHARTER_RESPONSE_CHOICE && choice->part != NULL && !choice->is_key
                        && item->n_answered > 0 && choice->n < CHARTER_CLASS_DEAD * item->n_answered;
    }
}

/* Options stand as they are written, all else by how often. */
static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const CharterClassChoice *left = a, *right = b;

  if (left->part != NULL && right->part != NULL)
    return left->part < right->part ? -1 : left->part > right->part;
  if ((left->part != NULL) != (right->part != NULL))
    return left->part != NULL ? -1 : 1;
  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  return strcmp (left->id, right->id);
}

static void
shorten (CharterClassItem *item)
{
  for (guint i = CHARTER_CLASS_MOST_CHOICES; i < item->choices->len; i++)
    item->n_other += g_array_index (item->choices, CharterClassChoice, i).n;
  if (item->choices->len > CHARTER_CLASS_MOST_CHOICES)
    g_array_set_size (item->choices, CHARTER_CLASS_MOST_CHOICES);
}

static void
add_what_is_known (Counting *counting, CharterResponseShape shape)
{
  const CharterItem *asked = counting->item->column->item;
  g_autoptr (CharterResponse) key = NULL;

  if (asked == NULL || asked->kind == CHARTER_ITEM_DRILL)
    return;
  if (shape == CHARTER_RESPONSE_CHOICE)
    {
      add_options (counting);
      return;
    }
  key = charter_scoring_dup_key (asked, 0);
  add_key (counting, key);
}

void
charter_class_choices_add (CharterClassItem *item, const gint8 *thirds)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  Counting counting = { item, thirds, known };
  CharterResponseShape shape = charter_item_kind_response_shape (item->column->kind);
  gboolean any_right = FALSE;

  item->choices = g_array_new (FALSE, FALSE, sizeof (CharterClassChoice));
  g_array_set_clear_func (item->choices, clear_choice);
  add_what_is_known (&counting, shape);
  for (guint i = 0; i < item->n; i++)
    {
      const CharterClassMark *mark = &g_array_index (item->column->marks, CharterClassMark, i);

      item->n_upper += thirds != NULL && thirds[mark->learner] > 0;
      item->n_lower += thirds != NULL && thirds[mark->learner] < 0;
      any_right |= mark->correct;
      if (mark->answer->response != NULL)
        add_chosen (&counting, mark);
    }
  judge (&counting, shape, any_right);
  g_array_sort (item->choices, compare_choices);
  shorten (item);
}
