/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-author-values.h"

#include <glib/gi18n-lib.h>

#include "charter-lint.h"

/* What an attribute refers to: elements of these kinds, in the pack or in the nearest around it of the kind within. */
typedef struct {
  guint8 attribute;
  guint8 element; /* EL_NONE for any */
  guint8 within;  /* EL_NONE for the whole pack */
  guint8 kinds[4];
} Target;

#define ITEMS EL_SINGLE /* stands for all kinds of item */

static const Target targets[] = {
  { AT_TOPIC, EL_NONE, EL_NONE, { EL_TOPIC } },
  { AT_MISCONCEPTION, EL_NONE, EL_NONE, { EL_MISCONCEPTION } },
  { AT_SEE, EL_NONE, EL_NONE, { EL_SECTION, EL_LESSON } },
  { AT_REF, EL_TERM, EL_NONE, { EL_ENTRY } },
  { AT_REF, EL_CHECK, EL_NONE, { ITEMS } },
  { AT_TWIN, EL_NONE, EL_NONE, { ITEMS } },
  { AT_SHEET, EL_EXAM, EL_NONE, { EL_LESSON } },
  { AT_FROM, EL_DRAW, EL_NONE, { EL_BANK, EL_SCENARIO } },
  { AT_FROM, EL_EDGE, EL_DIAGRAM, { EL_NODE } },
  { AT_TO, EL_EDGE, EL_DIAGRAM, { EL_NODE } },
  { AT_IN, EL_CARD, EL_CLASSIFY, { EL_CATEGORY } },
  { AT_TO, EL_MOVE, EL_CASE, { EL_SCENE, EL_ENDING } },
  { AT_GAUGE, EL_EFFECT, EL_CASE, { EL_GAUGE } },
  { AT_SIDE, EL_ASPECT_CELL, EL_COMPARISON, { EL_SIDE } },
  { AT_NODE, EL_TARGET, EL_HOTSPOT, { EL_NODE } },
  { AT_POINT, EL_TARGET, EL_HOTSPOT, { EL_POINT } },
};

typedef struct {
  const CharterOutline *outline;
  CharterAuthorValue call;
  gpointer data;
} Listing;

static CharterElementKind
get_kind (const CharterOutline *outline, guint index)
{
  return charter_outline_get (outline, index)->kind;
}

static gboolean
is_meant (const Target *target, CharterElementKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (target->kinds) && target->kinds[i] != EL_NONE; i++)
    if (target->kinds[i] == kind || (target->kinds[i] == ITEMS && charter_element_is_item (kind)))
      return TRUE;
  return FALSE;
}

/* What it is called: its first child’s words. */
static char *
dup_called (const CharterOutline *outline, guint index)
{
  guint child = charter_outline_first_child (outline, index);

  return child != CHARTER_OUTLINE_NONE ? charter_outline_dup_words (outline, child) : NULL;
}

static void
list_ids (const Listing *listing, const Target *target, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *called = NULL;

      if (!is_meant (target, get_kind (listing->outline, i))
          || (id = charter_outline_dup_value (listing->outline, i, "id")) == NULL)
        continue;
      called = dup_called (listing->outline, i);
      listing->call (id, called, listing->data);
    }
}

static void
list_targets (const Listing *listing, guint element, CharterAttribute attribute)
{
  CharterElementKind kind = get_kind (listing->outline, element);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      guint around = element;

      if (targets[i].attribute != attribute || (targets[i].element != EL_NONE && targets[i].element != kind))
        continue;
      while (targets[i].within != EL_NONE && around != CHARTER_OUTLINE_NONE
             && get_kind (listing->outline, around) != targets[i].within)
        around = charter_outline_get (listing->outline, around)->parent;
      if (targets[i].within == EL_NONE)
        list_ids (listing, &targets[i], 0, charter_outline_get_length (listing->outline));
      else if (around != CHARTER_OUTLINE_NONE)
        list_ids (listing, &targets[i], around, charter_outline_get (listing->outline, around)->next);
    }
}

/* The pack itself, and those that it uses. */
static void
list_packs (const Listing *listing)
{
  guint info = charter_outline_find_child (listing->outline, 0, EL_INFO);
  g_autofree char *own = charter_outline_dup_value (listing->outline, 0, "id");
  g_autofree char *called = info != CHARTER_OUTLINE_NONE ? dup_called (listing->outline, info) : NULL;

  if (own != NULL)
    listing->call (own, called, listing->data);
  for (guint use = info != CHARTER_OUTLINE_NONE ? charter_outline_first_child (listing->outline, info) : info;
       use != CHARTER_OUTLINE_NONE; use = charter_outline_next_sibling (listing->outline, use))
    {
      g_autofree char *pack
        = get_kind (listing->outline, use) == EL_USE ? charter_outline_dup_value (listing->outline, use, "pack") : NULL;

      if (pack != NULL)
        listing->call (pack, NULL, listing->data);
    }
}

static void
list_words (const Listing *listing, const char *const *words)
{
  for (; *words != NULL; words++)
    listing->call (*words, NULL, listing->data);
}

static void
list_rules (const Listing *listing)
{
  const CharterLintRule *rule;

  for (guint i = 0; (rule = charter_lint_get_rule (i)) != NULL; i++)
    listing->call (rule->code, _ (rule->expected), listing->data);
}

void
charter_author_values_list (const CharterOutline *outline,
                            guint element,
                            const CharterAttributeRule *rule,
                            CharterAuthorValue call,
                            gpointer data)
{
  static const char *const yes_no[] = { "true", "false", NULL };
  static const char *const one_to_five[] = { "1", "2", "3", "4", "5", NULL };
  Listing listing = { outline, call, data };

  if (rule->value == VALUE_CHOICE || rule->value == VALUE_CHOICES)
    list_words (&listing, rule->choices);
  else if (rule->value == VALUE_YES_NO)
    list_words (&listing, yes_no);
  else if (rule->value == VALUE_ONE_TO_FIVE)
    list_words (&listing, one_to_five);
  else if (rule->attribute == AT_ADVICE)
    list_rules (&listing);
  else
    list_targets (&listing, element, rule->attribute);
  if (rule->attribute == AT_FROM && get_kind (outline, element) == EL_DRAW)
    list_packs (&listing);
}

gboolean
charter_author_values_are_listed (CharterElementKind kind, const CharterAttributeRule *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (targets[i].attribute == rule->attribute && (targets[i].element == EL_NONE || targets[i].element == kind))
      return TRUE;
  return rule->value == VALUE_CHOICE || rule->value == VALUE_CHOICES || rule->value == VALUE_YES_NO
         || rule->value == VALUE_ONE_TO_FIVE || rule->attribute == AT_ADVICE;
}
