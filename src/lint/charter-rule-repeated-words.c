/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Haladyna and others call it a clang: the answer sounds like the question. */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>

#define SHORTEST 5 /* bytes; shorter words are mostly those that every sentence has */
#define LEAST 3    /* words that the right answer shares with the stem, and the wrong ones don't */

/* Returns: (transfer full) the longer words of the stem */
static GHashTable *
list_stem (const LintItem *item)
{
  GHashTable *words = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < item->stem_words->len; i++)
    {
      const LintWord *word = &g_array_index (item->stem_words, LintWord, i);

      if (word->length >= SHORTEST)
        g_hash_table_add (words, GUINT_TO_POINTER (word->id));
    }
  return words;
}

/* Adds the words that a part shares with the stem to shared, each once. */
static void
add_shared (Lint *lint, GHashTable *stem, const CharterPart *part, GHashTable *shared, GString *text)
{
  g_autoptr (GArray) words = lint_vocabulary_read (lint->vocabulary, part->text.plain);

  for (guint i = 0; i < words->len; i++)
    {
      const LintWord *word = &g_array_index (words, LintWord, i);
      gpointer id = GUINT_TO_POINTER (word->id);

      if (g_hash_table_contains (stem, id) && g_hash_table_add (shared, id))
        g_string_append_printf (text, "%s“%.*s”", text->len > 0 ? ", " : "", (int)word->length,
                                part->text.plain + word->start);
    }
}

static void
check (Lint *lint, const LintItem *item, const LintChoice *choice)
{
  g_autoptr (GHashTable) stem = list_stem (item), of_key = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) of_others = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) said = g_string_new (NULL), by_others = g_string_new (NULL);
  const CharterPart *key = choice->parts[0];

  for (guint i = 0; i < choice->n_parts; i++)
    if (choice->parts[i]->correct)
      add_shared (lint, stem, key = choice->parts[i], of_key, said);
    else
      add_shared (lint, stem, choice->parts[i], of_others, by_others);
  if (g_hash_table_size (of_key) >= LEAST && g_hash_table_size (of_others) == 0)
    lint_tell_item (lint, item, key->id,
                    g_strdup_printf (_ ("only the right answer repeats words of the question: %s"), said->str));
}

static void
check_item (Lint *lint, const LintItem *item)
{
  g_autoptr (GArray) choices = lint_item_list_choices (item->item);

  for (guint i = 0; item->item->kind == CHARTER_ITEM_SINGLE && i < choices->len; i++)
    if (lint_choice_is_single (&g_array_index (choices, LintChoice, i)))
      check (lint, item, &g_array_index (choices, LintChoice, i));
}

const LintRule lint_rule_repeated_words = {
  .rule = {
    .code = "repeated-words",
    .bad = N_ ("“He moves forty hives before the blossom opens”, with “Whether the blossom opens when the hives "
               "arrive” and “The price of honey”"),
    .good = N_ ("… with “Whether the trees flower by then” and “What forty hives cost”"),
    .expected = N_ ("the words of the question stand in wrong answers as much as in the right one"),
    .mend = N_ ("say the right answer in other words, or let wrong ones take up the question’s, too"),
    .reason = N_ ("An answer that sounds like the question is taken for that alone. Wrong answers have to be about the "
                  "same story."),
    .source = "Haladyna, Downing & Rodriguez 2002; NBME, Item-Writing Guide",
  },
  .check_item = check_item,
};
