/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-number.h"
#include "charter-response.h"

#include <math.h>
#include <string.h>

/* One row a kind. The help has the same table, and a test compares them. */
static const struct {
  const char *name;
  CharterScoringRule scoring;
  CharterResponseShape shape;
} kinds[CHARTER_N_ITEM_KINDS] = {
  [CHARTER_ITEM_SINGLE] = { "single", CHARTER_SCORING_EXACT, CHARTER_RESPONSE_CHOICE },
  [CHARTER_ITEM_MULTIPLE] = { "multiple", CHARTER_SCORING_EXACT, CHARTER_RESPONSE_CHOICE },
  [CHARTER_ITEM_TRUEFALSE] = { "truefalse", CHARTER_SCORING_EXACT, CHARTER_RESPONSE_CHOICE },
  [CHARTER_ITEM_CLASSIFY] = { "classify", CHARTER_SCORING_PARTIAL, CHARTER_RESPONSE_PAIRS },
  [CHARTER_ITEM_MATCH] = { "match", CHARTER_SCORING_PARTIAL, CHARTER_RESPONSE_PAIRS },
  [CHARTER_ITEM_ORDER] = { "order", CHARTER_SCORING_PARTIAL, CHARTER_RESPONSE_ORDER },
  [CHARTER_ITEM_NUMBER] = { "number", CHARTER_SCORING_EXACT, CHARTER_RESPONSE_TYPED },
  [CHARTER_ITEM_SHORT] = { "short", CHARTER_SCORING_EXACT, CHARTER_RESPONSE_TYPED },
  [CHARTER_ITEM_CLOZE] = { "cloze", CHARTER_SCORING_PARTIAL, CHARTER_RESPONSE_PAIRS },
  [CHARTER_ITEM_HOTSPOT] = { "hotspot", CHARTER_SCORING_EXACT, CHARTER_RESPONSE_CHOICE },
  [CHARTER_ITEM_DRILL] = { "drill", CHARTER_SCORING_EXACT, CHARTER_RESPONSE_TYPED },
};

const char *
charter_item_kind_name (CharterItemKind kind)
{
  g_return_val_if_fail (kind < CHARTER_N_ITEM_KINDS, "");

  return kinds[kind].name;
}

gboolean
charter_item_kind_from_name (const char *name, CharterItemKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < CHARTER_N_ITEM_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

CharterScoringRule
charter_item_kind_default_scoring (CharterItemKind kind)
{
  g_return_val_if_fail (kind < CHARTER_N_ITEM_KINDS, CHARTER_SCORING_EXACT);

  return kinds[kind].scoring;
}

CharterResponseShape
charter_item_kind_response_shape (CharterItemKind kind)
{
  g_return_val_if_fail (kind < CHARTER_N_ITEM_KINDS, CHARTER_RESPONSE_CHOICE);

  return kinds[kind].shape;
}

guint
charter_item_count_keys (const CharterItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->n_parts; i++)
    n += item->parts[i].correct != FALSE;
  return n;
}

const CharterPart *
charter_item_find_part (const CharterItem *item, const char *id)
{
  for (guint i = 0; i < item->n_parts; i++)
    if (g_strcmp0 (item->parts[i].id, id) == 0)
      return &item->parts[i];
  return NULL;
}

const CharterSlot *
charter_item_find_slot (const CharterItem *item, const char *id)
{
  for (guint i = 0; i < item->n_slots; i++)
    if (g_strcmp0 (item->slots[i].id, id) == 0)
      return &item->slots[i];
  return NULL;
}

/* What most keys and parts of them need. */
#define KEY_LENGTH 256
#define PART_LENGTH 64

/* Ten thousand keys are told apart when Today opens, so what each is made of is written without printf. */
static void
add_digits (GString *key, guint64 number)
{
  char digits[20];
  guint i = sizeof digits;

  do
    digits[--i] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (key, digits + i, (gssize)sizeof digits - i);
}

/* Each piece goes in with its length, so that no two items make the same bytes. */
static void
add_piece (GString *key, const char *text, gsize length)
{
  add_digits (key, length);
  g_string_append_c (key, ':');
  g_string_append_len (key, text, (gssize)length);
  g_string_append_c (key, ',');
}

static void
add_text (GString *key, const char *text)
{
  if (text == NULL)
    g_string_append (key, "-,");
  else
    add_piece (key, text, strlen (text));
}

/* As g_ascii_dtostr has it, which takes its time; most numbers are of one digit. */
static void
add_number (GString *key, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number >= 0 && number < 10 && number == (int)number && !signbit (number))
    {
      digits[0] = (char)('0' + (int)number);
      add_piece (key, digits, 1);
    }
  else
    add_text (key, g_ascii_dtostr (digits, sizeof digits, number));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
describe_part (const CharterPart *part)
{
  GString *key = g_string_sized_new (PART_LENGTH);

  add_text (key, part->id);
  add_text (key, part->slot);
  add_text (key, part->correct ? "correct" : "");
  return g_string_free (key, FALSE);
}

/* The place in which a part is written decides nothing, except where the order is the key. */
static void
add_parts (GString *key, const CharterItem *item)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < item->n_parts; i++)
    g_ptr_array_add (texts, describe_part (&item->parts[i]));
  if (item->kind != CHARTER_ITEM_ORDER)
    g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    add_text (key, texts->pdata[i]);
}

static void
add_slots (GString *key, const CharterItem *item)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < item->n_slots; i++)
    g_ptr_array_add (texts, (gpointer)item->slots[i].id);
  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    add_text (key, texts->pdata[i]);
}

/* The unit is how the key is written and not the key; near misses only explain. The words of a short are others in each
 * language, while what a learner knows is the same. */
static void
add_typed (GString *key, const CharterItem *item)
{
  const CharterTyped *typed = item->typed;

  if (item->kind != CHARTER_ITEM_SHORT)
    for (guint i = 0; i < typed->n_accepts; i++)
      add_text (key, typed->accepts[i]);
  add_number (key, typed->number);
  add_number (key, typed->tolerance);
  add_text (key, typed->keep_case ? "case" : "");
  add_text (key, typed->keep_accents ? "accents" : "");
  add_text (key, typed->keep_spaces ? "spaces" : "");
}

static void
add_drill (GString *key, const CharterDrill *drill)
{
  for (guint i = 0; i < drill->n_lets; i++)
    {
      const CharterLet *let = &drill->lets[i];

      add_text (key, let->name);
      add_text (key, let->expression);
      add_number (key, let->from);
      add_number (key, let->to);
      add_number (key, let->step);
    }
}

static char *
make_key_hash (const CharterItem *item)
{
  g_autoptr (GString) key = g_string_sized_new (KEY_LENGTH);
  g_autofree char *digest = NULL;

  add_text (key, charter_item_kind_name (item->kind));
  add_text (key, item->id);
  add_number (key, item->points);
  add_text (key, item->scoring == CHARTER_SCORING_EXACT ? "exact" : "partial");
  add_number (key, item->select);
  add_parts (key, item);
  add_slots (key, item);
  if (item->typed != NULL)
    add_typed (key, item);
  if (item->drill != NULL)
    add_drill (key, item->drill);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key->str, key->len);
  return g_strndup (digest, CHARTER_KEY_HASH_LENGTH);
}

enum { MEMO_NONE, MEMO_BEING_WRITTEN, MEMO_MADE };

/* An item is a constant to everybody but this. */
char *
charter_item_dup_key_hash (const CharterItem *item)
{
  CharterKeyMemo *memo;
  char *hash;

  g_return_val_if_fail (item != NULL, NULL);

  memo = (CharterKeyMemo *)&item->key_memo;
  if (g_atomic_int_get (&memo->state) == MEMO_MADE)
    return g_strdup (memo->hash);
  hash = make_key_hash (item);
  if (g_atomic_int_compare_and_exchange (&memo->state, MEMO_NONE, MEMO_BEING_WRITTEN))
    {
      memcpy (memo->hash, hash, sizeof memo->hash);
      g_atomic_int_set (&memo->state, MEMO_MADE);
    }
  return hash;
}

char *
charter_typed_dup_words (const CharterTyped *typed, const char *value)
{
  return typed->mark != '\0' ? charter_number_to_words (value, typed->mark) : g_strdup (value);
}
