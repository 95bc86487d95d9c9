/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-sketch.h"

#include <string.h>

struct _CharterSketch {
  CharterItem item;
  CharterTyped typed;
  CharterDrill drill;
  GStringChunk *texts;
  GArray *parts, *slots, *nears, *lets;
  GPtrArray *accepts;
  guint64 seed;
  const char *where;
};

static const char *
keep (CharterSketch *self, const char *text)
{
  return g_string_chunk_insert_const (self->texts, text);
}

static gboolean
cut_end (char *text, char sign)
{
  gsize length = strlen (text);

  if (length == 0 || text[length - 1] != sign)
    return FALSE;
  text[length - 1] = '\0';
  return TRUE;
}

/* "id", "id*" for a key, "id!" for a pinned part, "id:Words" for its text, "id@belief" for its misconception, in the
 * order id:Words@belief*!. */
static void
add_part (CharterSketch *self, const char *word, const char *slot, gboolean correct)
{
  g_autofree char *text = g_strdup (word);
  CharterPart part = { .slot = slot != NULL ? keep (self, slot) : NULL, .text.plain = "" };
  char *mark;

  part.fixed = cut_end (text, '!');
  part.correct = cut_end (text, '*') || correct;
  if ((mark = strchr (text, '@')) != NULL)
    {
      part.misconception = keep (self, mark + 1);
      *mark = '\0';
    }
  if ((mark = strchr (text, ':')) != NULL)
    {
      part.text.plain = keep (self, mark + 1);
      *mark = '\0';
    }
  part.id = keep (self, text);
  g_array_append_val (self->parts, part);
}

static void
add_slot (CharterSketch *self, const char *id)
{
  CharterSlot slot = { .id = keep (self, id), .text.plain = "" };

  for (guint i = 0; i < self->slots->len; i++)
    if (g_str_equal (g_array_index (self->slots, CharterSlot, i).id, id))
      return;
  g_array_append_val (self->slots, slot);
}

static void
read_choices (CharterSketch *self, char **words)
{
  for (; *words != NULL; words++)
    add_part (self, *words, NULL, FALSE);
}

/* card=category */
static void
read_cards (CharterSketch *self, char **words)
{
  for (; *words != NULL; words++)
    {
      g_auto (GStrv) sides = g_strsplit (*words, "=", 2);

      if (g_strv_length (sides) != 2)
        g_error ("%s: “%s” is no card=category", self->where, *words);
      add_part (self, sides[0], sides[1], FALSE);
      add_slot (self, sides[1]);
    }
}

/* pair pair + extra */
static void
read_matches (CharterSketch *self, char **words)
{
  gboolean extra = FALSE;

  for (; *words != NULL; words++)
    {
      g_autofree char *id = g_strndup (*words, strcspn (*words, ":@!"));

      if (g_str_equal (*words, "+"))
        {
          extra = TRUE;
          continue;
        }
      add_part (self, *words, extra ? NULL : id, FALSE);
      if (!extra)
        add_slot (self, id);
    }
}

/* blank: choice* choice, blank: … */
static void
read_blanks (CharterSketch *self, char **words)
{
  const char *blank = NULL;

  for (; *words != NULL; words++)
    {
      gboolean last = cut_end (*words, ',');

      if (cut_end (*words, ':'))
        add_slot (self, blank = *words);
      else if (blank != NULL)
        add_part (self, *words, blank, FALSE);
      else
        g_error ("%s: “%s” stands in no blank", self->where, *words);
      if (last)
        blank = NULL;
    }
}

static void
read_typed (CharterSketch *self, const char *text)
{
  g_auto (GStrv) accepts = g_strsplit (text, self->item.kind == CHARTER_ITEM_SHORT ? " / " : ";", -1);

  for (guint i = 0; accepts[i] != NULL; i++)
    g_ptr_array_add (self->accepts, (gpointer)keep (self, accepts[i]));
  if (self->item.kind == CHARTER_ITEM_NUMBER)
    self->typed.number = g_ascii_strtod (text, NULL);
}

static void
read_head (CharterSketch *self, const char *head)
{
  g_autofree char *name = g_strndup (head, strcspn (head, " "));
  const char *rest = head + strlen (name) + strspn (head + strlen (name), " ");
  g_auto (GStrv) words = NULL;

  if (!charter_item_kind_from_name (name, &self->item.kind))
    g_error ("%s: “%s” is no kind of item", self->where, name);
  self->item.scoring = charter_item_kind_default_scoring (self->item.kind);
  words = g_strsplit (rest, " ", -1);
  switch (self->item.kind)
    {
    case CHARTER_ITEM_CLASSIFY:
      read_cards (self, words);
      break;
    case CHARTER_ITEM_MATCH:
      read_matches (self, words);
      break;
    case CHARTER_ITEM_CLOZE:
      read_blanks (self, words);
      break;
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_SHORT:
    case CHARTER_ITEM_DRILL:
      read_typed (self, rest);
      break;
    default:
      read_choices (self, words);
      break;
    }
}

/* near 550, near 550 by 10, near bac * cpi by 0.01, near the manager; each may end in @belief */
static void
add_near (CharterSketch *self, const char *rest)
{
  g_autofree char *value = g_strdup (rest);
  CharterNear near = { 0 };
  char *mark;

  if ((mark = strchr (value, '@')) != NULL)
    {
      near.misconception = keep (self, mark + 1);
      *mark = '\0';
    }
  if ((mark = strstr (value, " by ")) != NULL)
    {
      near.tolerance = g_ascii_strtod (mark + 4, NULL);
      *mark = '\0';
    }
  near.value = keep (self, g_strchomp (value));
  near.number = g_ascii_strtod (value, NULL);
  g_array_append_val (self->nears, near);
}

/* let a from 1 to 9 step 2, let b = a + 1 */
static void
add_let (CharterSketch *self, const char *rest)
{
  g_auto (GStrv) words = g_strsplit (rest, " ", 3);
  CharterLet let = { 0 };
  char *end;

  if (g_strv_length (words) != 3)
    g_error ("%s: “let %s” is no let", self->where, rest);
  let.name = keep (self, words[0]);
  if (g_str_equal (words[1], "="))
    let.expression = keep (self, words[2]);
  else
    {
      let.from = g_ascii_strtod (words[2], &end);
      if (!g_str_has_prefix (end, " to ") || strstr (end, " step ") == NULL)
        g_error ("%s: “let %s” is no let", self->where, rest);
      let.to = g_ascii_strtod (end + 4, NULL);
      let.step = g_ascii_strtod (strstr (end, " step ") + 6, NULL);
    }
  g_array_append_val (self->lets, let);
}

static void
keep_as_typed (CharterSketch *self, const char *what)
{
  self->typed.keep_case |= g_str_equal (what, "case");
  self->typed.keep_accents |= g_str_equal (what, "accents");
  self->typed.keep_spaces |= g_str_equal (what, "spaces");
}

static void
read_setting (CharterSketch *self, const char *setting)
{
  g_auto (GStrv) words = g_strsplit (setting, " ", 2);
  const char *name = words[0], *rest = words[1] != NULL ? words[1] : "";

  if (g_str_equal (name, "exact"))
    self->item.scoring = CHARTER_SCORING_EXACT;
  else if (g_str_equal (name, "partial"))
    self->item.scoring = CHARTER_SCORING_PARTIAL;
  else if (g_str_equal (name, "points"))
    self->item.points = g_ascii_strtod (rest, NULL);
  else if (g_str_equal (name, "select"))
    self->item.select = g_ascii_strtoull (rest, NULL, 10);
  else if (g_str_equal (name, "topic"))
    self->item.topic = keep (self, rest);
  else if (g_str_equal (name, "tolerance"))
    self->typed.tolerance = g_ascii_strtod (rest, NULL);
  else if (g_str_equal (name, "unit"))
    self->typed.unit = keep (self, rest);
  else if (g_str_equal (name, "keep"))
    keep_as_typed (self, rest);
  else if (g_str_equal (name, "near"))
    add_near (self, rest);
  else if (g_str_equal (name, "let"))
    add_let (self, rest);
  else if (g_str_equal (name, "seed"))
    self->seed = g_ascii_strtoull (rest, NULL, 10);
  else
    g_error ("%s: “%s” is no setting", self->where, setting);
}

/* The arrays no longer grow, so what they hold may be pointed to. */
static void
tie_up (CharterSketch *self)
{
  CharterItem *item = &self->item;

  item->parts = (const CharterPart *)self->parts->data;
  item->n_parts = self->parts->len;
  item->slots = (const CharterSlot *)self->slots->data;
  item->n_slots = self->slots->len;
  if (self->accepts->len > 0)
    item->typed = &self->typed;
  self->typed.accepts = (const char *const *)self->accepts->pdata;
  self->typed.n_accepts = self->accepts->len;
  self->typed.nears = (const CharterNear *)self->nears->data;
  self->typed.n_nears = self->nears->len;
  if (item->kind == CHARTER_ITEM_DRILL)
    item->drill = &self->drill;
  self->drill = (CharterDrill){ (const CharterLet *)self->lets->data, self->lets->len };
}

CharterSketch *
charter_sketch_new (const char *id, const char *text, const char *where)
{
  CharterSketch *self = g_new0 (CharterSketch, 1);
  g_auto (GStrv) pieces = g_strsplit (text, ";", -1);

  self->where = where;
  self->texts = g_string_chunk_new (256);
  self->parts = g_array_new (FALSE, TRUE, sizeof (CharterPart));
  self->slots = g_array_new (FALSE, TRUE, sizeof (CharterSlot));
  self->nears = g_array_new (FALSE, TRUE, sizeof (CharterNear));
  self->lets = g_array_new (FALSE, TRUE, sizeof (CharterLet));
  self->accepts = g_ptr_array_new ();
  self->item.id = keep (self, id);
  self->item.points = 1;
  read_head (self, g_strstrip (pieces[0]));
  for (guint i = 1; pieces[i] != NULL; i++)
    read_setting (self, g_strstrip (pieces[i]));
  tie_up (self);
  return self;
}

void
charter_sketch_free (CharterSketch *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->parts);
  g_array_unref (self->slots);
  g_array_unref (self->nears);
  g_array_unref (self->lets);
  g_ptr_array_unref (self->accepts);
  g_free (self);
}

CharterItem *
charter_sketch_get_item (CharterSketch *self)
{
  return &self->item;
}

guint64
charter_sketch_get_seed (CharterSketch *self)
{
  return self->seed;
}
