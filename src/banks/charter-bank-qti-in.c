/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads items of QTI 2.1, 2.2 and 3. The kinds of interaction are a table. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-qti.h"
#include "charter-loader.h"

#define MOST_INTERACTIONS 40
#define MOST_FEEDBACK 400

/* ---- responses ---- */

static CharterBankNode *
find_declaration (CharterBankQti *self, const CharterBankNode *interaction)
{
  const char *id = charter_bank_qti_get (interaction, "responseidentifier");

  for (CharterBankNode *child = self->node->first; child != NULL; child = child->next)
    if (charter_bank_qti_is (child, "responsedeclaration")
        && g_strcmp0 (charter_bank_qti_get (child, "identifier"), id) == 0)
      return child;
  return NULL;
}

/* The correct values, or where only a mapping tells them, those that are worth most. */
static GPtrArray *
list_correct (const CharterBankNode *declaration)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  const CharterBankNode *correct = charter_bank_qti_find (declaration, "correctresponse");
  const CharterBankNode *mapping = charter_bank_qti_find (declaration, "mapping");

  for (CharterBankNode *value = correct != NULL ? correct->first : NULL; value != NULL; value = value->next)
    if (charter_bank_qti_is (value, "value"))
      g_ptr_array_add (values, charter_bank_node_dup_words (value));
  if (values->len > 0)
    return values;
  for (CharterBankNode *entry = mapping != NULL ? mapping->first : NULL; entry != NULL; entry = entry->next)
    {
      const char *worth = charter_bank_qti_get (entry, "mappedvalue"), *key = charter_bank_qti_get (entry, "mapkey");

      if (key != NULL && worth != NULL && g_ascii_strtod (worth, NULL) > 0)
        g_ptr_array_add (values, g_strdup (key));
    }
  return values;
}

static gboolean
holds (const GPtrArray *values, const char *value)
{
  return value != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *)values, value, g_str_equal, NULL);
}

/* ---- texts ---- */

static gboolean
is_interaction (const CharterBankNode *node)
{
  return node->name != NULL
         && (g_str_has_suffix (node->name, "nteraction") || g_str_has_suffix (node->name, "-interaction"));
}

/* A place to type that stands alone in its paragraph needs no mark there. */
static char *
dup_mark (const CharterBankNode *entry)
{
  g_autofree char *words = charter_bank_node_dup_words (entry->parent);

  return g_strdup (*words != '\0' ? "_____" : "");
}

/* Questions stand apart from what is asked; a place to type is a line. */
static char *
leave_out (const CharterBankNode *node, gpointer data)
{
  static const char *const apart[] = { "feedbackblock", "feedbackinline", "rubricblock", "templateblock", NULL };

  for (guint i = 0; apart[i] != NULL; i++)
    if (charter_bank_qti_is (node, apart[i]))
      return g_strdup ("");
  if (!is_interaction (node))
    return NULL;
  return charter_bank_qti_is (node, "textentryinteraction") ? dup_mark (node) : g_strdup ("");
}

/* The body without its interaction, then the interaction's own prompt. */
static char *
dup_stem (CharterBankQti *self, const CharterBankNode *interaction)
{
  g_autofree char *body
    = charter_bank_qti_flow (self, charter_bank_qti_find (self->node, "itembody"), FALSE, leave_out, NULL);
  g_autofree char *prompt
    = charter_bank_qti_flow (self, charter_bank_qti_find (interaction, "prompt"), FALSE, NULL, NULL);

  if (body == NULL || prompt == NULL)
    return g_strdup (body != NULL ? body : prompt);
  return g_strconcat (body, prompt, NULL);
}

/* Feedback by an answer's identifier. Returns: (transfer full) (nullable) */
static char *
dup_feedback (CharterBankQti *self, const char *id)
{
  for (CharterBankNode *child = self->node->first; id != NULL && child != NULL; child = child->next)
    if (charter_bank_qti_is (child, "modalfeedback") && g_strcmp0 (charter_bank_qti_get (child, "identifier"), id) == 0)
      return charter_bank_qti_flow (self, child, FALSE, NULL, NULL);
  return NULL;
}

static gboolean
is_choice_id (CharterBankQti *self, const char *id)
{
  const CharterBankNode *body = charter_bank_qti_find (self->node, "itembody");

  for (const CharterBankNode *at = body != NULL ? body->first : NULL; at != NULL;
       at = charter_bank_node_walk (at, body))
    if (at->name != NULL && g_strcmp0 (charter_bank_qti_get (at, "identifier"), id) == 0)
      return TRUE;
  return FALSE;
}

/* What is said whatever was answered, or of no answer of its own. */
static char *
dup_rationale (CharterBankQti *self)
{
  GString *texts = g_string_new (NULL);
  g_autofree char *rationale = NULL;
  guint n = 0;

  for (CharterBankNode *child = self->node->first; child != NULL; child = child->next)
    {
      g_autofree char *text = NULL;

      if (!charter_bank_qti_is (child, "modalfeedback") || n++ >= MOST_FEEDBACK
          || is_choice_id (self, charter_bank_qti_get (child, "identifier")))
        continue;
      text = charter_bank_qti_flow (self, child, FALSE, NULL, NULL);
      if (text != NULL && strstr (texts->str, text) == NULL)
        g_string_append (texts, text);
    }
  rationale = g_string_free (texts, FALSE);
  return *rationale != '\0' ? g_steal_pointer (&rationale) : NULL;
}

static CharterBankItem *
begin (CharterBankQti *self, CharterItemKind kind, const CharterBankNode *interaction)
{
  CharterBankItem *item = charter_bank_question_add (self->question, kind);
  const char *id = charter_bank_qti_get (self->node, "identifier");

  item->id = g_strdup (id);
  item->rationale = dup_rationale (self);
  if (kind != CHARTER_ITEM_CLOZE)
    item->stem = dup_stem (self, interaction);
  return item;
}

/* ---- choices ---- */

static char *
leave_feedback (const CharterBankNode *node, gpointer data)
{
  return charter_bank_qti_is (node, "feedbackinline") || charter_bank_qti_is (node, "feedbackblock") ? g_strdup ("")
                                                                                                     : NULL;
}

static char *
dup_why (CharterBankQti *self, const CharterBankNode *choice)
{
  const CharterBankNode *inside = charter_bank_qti_search (choice, "feedbackinline");

  return inside != NULL ? charter_bank_qti_flow (self, inside, FALSE, NULL, NULL)
                        : dup_feedback (self, charter_bank_qti_get (choice, "identifier"));
}

static void
add_choices (CharterBankQti *self, CharterBankItem *item, const CharterBankNode *interaction, const GPtrArray *correct)
{
  for (const CharterBankNode *choice = interaction->first; choice != NULL; choice = choice->next)
    {
      CharterBankPart *part;

      if (!charter_bank_qti_is (choice, "simplechoice") || item->parts->len > CHARTER_MAX_PARTS)
        continue;
      part = charter_bank_item_add (item);
      part->text = charter_bank_qti_flow (self, choice, TRUE, leave_feedback, NULL);
      part->why = dup_why (self, choice);
      part->correct = holds (correct, charter_bank_qti_get (choice, "identifier"));
      part->is_fixed = g_strcmp0 (charter_bank_qti_get (choice, "fixed"), "true") == 0;
    }
}

/* Two choices that are called "true" and "false" are a statement, as Charter writes it itself. */
static gboolean
is_truth (const CharterBankNode *interaction)
{
  guint n = 0, n_truths = 0;

  for (const CharterBankNode *choice = interaction->first; choice != NULL; choice = choice->next)
    if (charter_bank_qti_is (choice, "simplechoice"))
      {
        const char *id = charter_bank_qti_get (choice, "identifier");

        n++;
        n_truths += g_strcmp0 (id, "true") == 0 || g_strcmp0 (id, "false") == 0;
      }
  return n == 2 && n_truths == 2;
}

static void
read_truth (CharterBankQti *self, CharterBankItem *item, const CharterBankNode *interaction, const GPtrArray *correct)
{
  const char *key = correct->len == 1 ? g_ptr_array_index (correct, 0) : "";

  item->kind = CHARTER_ITEM_TRUEFALSE;
  item->is_true = strcmp (key, "true") == 0;
  charter_bank_item_add (item)->why = dup_feedback (self, "true");
  charter_bank_item_add (item)->why = dup_feedback (self, "false");
  if (!item->is_true && strcmp (key, "false") != 0)
    charter_bank_question_list (self->question, "no-right-answer",
                                g_strdup (_ ("neither true nor false is marked right")),
                                g_strdup (_ ("one of them is right")), g_strdup (_ ("mend it in the file")));
}

/* Whether the points come from that template, or from rules with that element. */
static gboolean
scores_by (const CharterBankQti *self, const char *template_name, const char *element)
{
  const CharterBankNode *processing = charter_bank_qti_find (self->node, "responseprocessing");
  const char *used = processing != NULL ? charter_bank_qti_get (processing, "template") : NULL;

  return (used != NULL && strstr (used, template_name) != NULL)
         || (processing != NULL && charter_bank_qti_search (processing, element) != NULL);
}

static void
read_choice (CharterBankQti *self, const CharterBankNode *interaction)
{
  const CharterBankNode *declaration = find_declaration (self, interaction);
  g_autoptr (GPtrArray) correct = list_correct (declaration);
  CharterBankItem *item = begin (self, CHARTER_ITEM_SINGLE, interaction);

  if (is_truth (interaction))
    {
      read_truth (self, item, interaction, correct);
      return;
    }
  add_choices (self, item, interaction, correct);
  if (g_strcmp0 (charter_bank_qti_get (interaction, "shuffle"), "false") == 0)
    charter_bank_item_pin_all (item);
  if (g_strcmp0 (charter_bank_qti_get (declaration, "cardinality"), "multiple") == 0)
    {
      item->kind = CHARTER_ITEM_MULTIPLE;
      item->is_partial = scores_by (self, "map_response", "mapresponse");
      item->is_exact = !item->is_partial && scores_by (self, "match_correct", "match");
    }
}

static void
read_order (CharterBankQti *self, const CharterBankNode *interaction)
{
  g_autoptr (GPtrArray) correct = list_correct (find_declaration (self, interaction));
  CharterBankItem *item = begin (self, CHARTER_ITEM_ORDER, interaction);

  for (guint i = 0; i < correct->len && i <= CHARTER_MAX_PARTS; i++)
    for (const CharterBankNode *choice = interaction->first; choice != NULL; choice = choice->next)
      if (charter_bank_qti_is (choice, "simplechoice")
          && g_strcmp0 (charter_bank_qti_get (choice, "identifier"), g_ptr_array_index (correct, i)) == 0)
        {
          CharterBankPart *part = charter_bank_item_add (item);

          part->text = charter_bank_qti_flow (self, choice, TRUE, leave_feedback, NULL);
          part->why = dup_why (self, choice);
        }
}

/* ---- pairs ---- */

static const CharterBankNode *
find_choice (const CharterBankNode *set, const char *id)
{
  for (const CharterBankNode *choice = set != NULL ? set->first : NULL; choice != NULL; choice = choice->next)
    if (choice->name != NULL && g_strcmp0 (charter_bank_qti_get (choice, "identifier"), id) == 0)
      return choice;
  return NULL;
}

static void
add_pair (CharterBankQti *self, CharterBankItem *item, const CharterBankNode *left, const CharterBankNode *right)
{
  CharterBankPart *part = charter_bank_item_add (item);

  part->text = left != NULL ? charter_bank_qti_flow (self, left, TRUE, leave_feedback, NULL) : NULL;
  part->match = charter_bank_qti_flow (self, right, TRUE, leave_feedback, NULL);
  part->why = dup_feedback (self, charter_bank_qti_get (left != NULL ? left : right, "identifier"));
}

static gboolean
is_paired (const GPtrArray *correct, const char *id)
{
  for (guint i = 0; id != NULL && i < correct->len; i++)
    {
      g_auto (GStrv) ids = g_strsplit (g_ptr_array_index (correct, i), " ", 2);

      if (g_strv_contains ((const char *const *)ids, id))
        return TRUE;
    }
  return FALSE;
}

static void
read_pairs (CharterBankQti *self, const CharterBankNode *interaction)
{
  g_autoptr (GPtrArray) correct = list_correct (find_declaration (self, interaction));
  const CharterBankNode *lefts = charter_bank_qti_find (interaction, "simplematchset"), *rights;
  CharterBankItem *item = begin (self, CHARTER_ITEM_MATCH, interaction);

  for (rights = lefts != NULL ? lefts->next : NULL; rights != NULL; rights = rights->next)
    if (charter_bank_qti_is (rights, "simplematchset"))
      break;
  for (guint i = 0; i < correct->len && i <= CHARTER_MAX_PARTS; i++)
    {
      g_auto (GStrv) ids = g_strsplit (g_ptr_array_index (correct, i), " ", 2);
      const CharterBankNode *left = find_choice (lefts, ids[0]), *right = find_choice (rights, ids[1]);

      if (left != NULL && right != NULL)
        add_pair (self, item, left, right);
    }
  for (const CharterBankNode *right = rights != NULL ? rights->first : NULL; right != NULL; right = right->next)
    if (charter_bank_qti_is (right, "simpleassociablechoice") && item->parts->len <= CHARTER_MAX_PARTS
        && !is_paired (correct, charter_bank_qti_get (right, "identifier")))
      add_pair (self, item, NULL, right);
}

/* ---- what is typed ---- */

/* "equal" may say how far off a number may be. */
static char *
dup_tolerance (CharterBankQti *self)
{
  const CharterBankNode *equal = charter_bank_qti_search (self->node, "equal");
  const char *mode = charter_bank_qti_get (equal, "tolerancemode"),
             *tolerance = charter_bank_qti_get (equal, "tolerance");
  g_auto (GStrv) words = tolerance != NULL ? g_strsplit (tolerance, " ", 2) : NULL;
  g_autofree char *decimal = NULL;

  if (words == NULL || words[0] == NULL || g_strcmp0 (mode, "absolute") != 0)
    return NULL;
  decimal = charter_bank_words_dup_decimal (words[0]);
  return decimal != NULL && g_ascii_strtod (decimal, NULL) > 0 ? g_steal_pointer (&decimal) : NULL;
}

static gboolean
is_numeric (const CharterBankNode *declaration)
{
  const char *type = charter_bank_qti_get (declaration, "basetype");

  return g_strcmp0 (type, "float") == 0 || g_strcmp0 (type, "integer") == 0;
}

static void
add_words (CharterBankItem *item, const char *words, gboolean is_right)
{
  CharterBankPart *part;

  for (guint i = 0; i < item->parts->len; i++)
    if (g_strcmp0 (((const CharterBankPart *)g_ptr_array_index (item->parts, i))->value, words) == 0)
      return;
  part = charter_bank_item_add (item);
  part->value = g_strdup (words);
  part->correct = is_right;
}

/* Besides the correct one, what a mapping says is worth as much. */
static void
add_mapped (CharterBankItem *item, const CharterBankNode *declaration)
{
  const CharterBankNode *mapping = charter_bank_qti_find (declaration, "mapping");
  double best = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (CharterBankNode *entry = mapping != NULL ? mapping->first : NULL; entry != NULL; entry = entry->next)
      {
        const char *key = charter_bank_qti_get (entry, "mapkey"), *worth = charter_bank_qti_get (entry, "mappedvalue");
        double value = worth != NULL ? g_ascii_strtod (worth, NULL) : 0;

        best = MAX (best, value);
        if (pass == 1 && key != NULL && item->parts->len <= CHARTER_MAX_PARTS)
          add_words (item, key, value > 0 && value >= best);
      }
}

static void
read_typed (CharterBankQti *self, const CharterBankNode *interaction)
{
  const CharterBankNode *declaration = find_declaration (self, interaction);
  g_autoptr (GPtrArray) correct = list_correct (declaration);
  gboolean numeric = is_numeric (declaration);
  CharterBankItem *item = begin (self, numeric ? CHARTER_ITEM_NUMBER : CHARTER_ITEM_SHORT, interaction);

  if (numeric)
    {
      CharterBankPart *part = charter_bank_item_add (item);

      part->value = correct->len > 0 ? charter_bank_words_dup_decimal (g_ptr_array_index (correct, 0)) : NULL;
      part->tolerance = dup_tolerance (self);
      part->correct = part->value != NULL;
      return;
    }
  for (guint i = 0; i < correct->len && i <= CHARTER_MAX_PARTS; i++)
    add_words (item, g_ptr_array_index (correct, i), TRUE);
  add_mapped (item, declaration);
}

/* ---- blanks ---- */

typedef struct {
  CharterBankQti *self;
  guint n;
  gboolean is_broken;
  const CharterBankNode *gap_match; /* or NULL */
  const GPtrArray *correct;         /* of it: "word gap" */
} Blanks;

static void
part_free (CharterBankPart *part)
{
  g_free (part->text);
  g_free (part->why);
  g_free (part);
}

static void
add_blank_choice (Blanks *blanks, GPtrArray *choices, const CharterBankNode *node, gboolean is_right)
{
  CharterBankPart *part = g_new0 (CharterBankPart, 1);

  part->text = charter_bank_qti_flow (blanks->self, node, TRUE, leave_feedback, NULL);
  part->why = dup_why (blanks->self, node);
  part->correct = is_right;
  if (part->text != NULL)
    g_ptr_array_add (choices, part);
  else
    part_free (part);
}

static char *
end_blank (Blanks *blanks, const GPtrArray *choices)
{
  guint n_right = 0;

  for (guint i = 0; i < choices->len; i++)
    n_right += ((const CharterBankPart *)g_ptr_array_index (choices, i))->correct;
  blanks->is_broken |= choices->len < 2 || n_right != 1;
  return charter_bank_blank_xml (blanks->n++, choices);
}

static char *
dup_inline_choice (Blanks *blanks, const CharterBankNode *node)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  g_autoptr (GPtrArray) correct = list_correct (find_declaration (blanks->self, node));

  for (const CharterBankNode *choice = node->first; choice != NULL; choice = choice->next)
    if (charter_bank_qti_is (choice, "inlinechoice") && choices->len <= CHARTER_MAX_PARTS)
      add_blank_choice (blanks, choices, choice, holds (correct, charter_bank_qti_get (choice, "identifier")));
  return end_blank (blanks, choices);
}

static char *
dup_gap (Blanks *blanks, const CharterBankNode *gap)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  const char *gap_id = charter_bank_qti_get (gap, "identifier");

  for (const CharterBankNode *word = blanks->gap_match->first; word != NULL; word = word->next)
    if (charter_bank_qti_is (word, "gaptext") && choices->len <= CHARTER_MAX_PARTS)
      {
        const char *id = charter_bank_qti_get (word, "identifier");
        g_autofree char *pair = g_strdup_printf ("%s %s", id, gap_id);

        add_blank_choice (blanks, choices, word, holds (blanks->correct, pair));
      }
  return end_blank (blanks, choices);
}

static char *
put_blank (const CharterBankNode *node, gpointer data)
{
  Blanks *blanks = data;

  if (charter_bank_qti_is (node, "inlinechoiceinteraction"))
    return dup_inline_choice (blanks, node);
  if (blanks->gap_match != NULL && charter_bank_qti_is (node, "gap"))
    return dup_gap (blanks, node);
  if (charter_bank_qti_is (node, "gaptext") || charter_bank_qti_is (node, "feedbackblock"))
    return g_strdup ("");
  return NULL;
}

static void
read_blanks (CharterBankQti *self, const CharterBankNode *interaction)
{
  const CharterBankNode *body = charter_bank_qti_find (self->node, "itembody");
  gboolean is_gaps = charter_bank_qti_is (interaction, "gapmatchinteraction");
  g_autoptr (GPtrArray) correct = list_correct (find_declaration (self, interaction));
  Blanks blanks = { .self = self, .gap_match = is_gaps ? interaction : NULL, .correct = correct };
  CharterBankItem *item = begin (self, CHARTER_ITEM_CLOZE, interaction);

  item->passage = charter_bank_qti_flow (self, body, TRUE, put_blank, &blanks);
  if (blanks.is_broken)
    charter_bank_question_list (self->question, "bad-blank", g_strdup (_ ("a blank without one choice that is right")),
                                g_strdup (_ ("each blank has what is right, and a choice something to choose from")),
                                g_strdup (_ ("mend it in the file, or write the question anew")));
}

/* ---- pictures ---- */

static gboolean
read_size (const CharterBankNode *picture, double *width, double *height)
{
  const char *w = charter_bank_qti_get (picture, "width"), *h = charter_bank_qti_get (picture, "height");

  *width = w != NULL ? g_ascii_strtod (w, NULL) : 0;
  *height = h != NULL ? g_ascii_strtod (h, NULL) : 0;
  return *width > 0 && *height > 0;
}

static void
add_percent (GString *at, double value, double whole)
{
  g_autofree char *percent
    = charter_bank_words_decimal (CLAMP ((double)(gint64)(value / whole * 1e6 + 0.5) / 1e4, 0, 100));

  g_string_append_printf (at, " %s", percent);
}

/* Pixels become per cent. Returns: (transfer full) (nullable) NULL for a shape that packs don't have */
static char *
dup_place (const CharterBankNode *choice, double width, double height)
{
  const char *shape = charter_bank_qti_get (choice, "shape"), *coords = charter_bank_qti_get (choice, "coords");
  g_auto (GStrv) numbers = coords != NULL ? g_strsplit (coords, ",", 200) : NULL;
  guint n = numbers != NULL ? g_strv_length (numbers) : 0;
  double v[4] = { 0 };
  GString *at;

  for (guint i = 0; i < MIN (n, 4); i++)
    v[i] = g_ascii_strtod (numbers[i], NULL);
  if (g_strcmp0 (shape, "rect") == 0 && n == 4)
    {
      at = g_string_new ("rect");
      add_percent (at, v[0], width);
      add_percent (at, v[1], height);
      add_percent (at, v[2] - v[0], width);
      add_percent (at, v[3] - v[1], height);
    }
  else if (g_strcmp0 (shape, "circle") == 0 && n == 3)
    {
      at = g_string_new ("circle");
      add_percent (at, v[0], width);
      add_percent (at, v[1], height);
      add_percent (at, v[2], width);
    }
  else if (g_strcmp0 (shape, "poly") == 0 && n >= 6 && n % 2 == 0)
    {
      at = g_string_new ("polygon");
      for (guint i = 0; i < n; i++)
        add_percent (at, g_ascii_strtod (numbers[i], NULL), i % 2 == 0 ? width : height);
    }
  else
    return NULL;
  return g_string_free (at, FALSE);
}

static void
add_regions (
  CharterBankQti *self, CharterBankItem *item, const CharterBankNode *interaction, double width, double height)
{
  g_autoptr (GPtrArray) correct = list_correct (find_declaration (self, interaction));

  for (const CharterBankNode *choice = interaction->first; choice != NULL; choice = choice->next)
    {
      const char *label = charter_bank_qti_get (choice, "hotspotlabel"),
                 *id = charter_bank_qti_get (choice, "identifier");
      g_autofree char *at = charter_bank_qti_is (choice, "hotspotchoice") ? dup_place (choice, width, height) : NULL;
      CharterBankPart *part;

      if (at == NULL)
        continue;
      part = charter_bank_item_add (item);
      part->at = g_steal_pointer (&at);
      part->text = charter_bank_inline_from_plain (label != NULL ? label : id != NULL ? id : "?");
      part->why = dup_feedback (self, id);
      part->correct = holds (correct, id);
    }
}

static void
read_hotspot (CharterBankQti *self, const CharterBankNode *interaction)
{
  const CharterBankNode *object = charter_bank_qti_find (interaction, "object");
  const CharterBankNode *picture = object != NULL ? object : charter_bank_qti_find (interaction, "img");
  const char *src = picture == NULL ? NULL : charter_bank_qti_get (picture, object != NULL ? "data" : "src");
  double width = 0, height = 0;
  g_autofree char *path = src != NULL ? charter_bank_qti_find_picture (src, self) : NULL, *alt = NULL;
  CharterBankItem *item;

  if (path == NULL || !read_size (picture, &width, &height))
    {
      charter_bank_question_list (self->question, "no-picture", g_strdup (_ ("the picture or its size is missing")),
                                  g_strdup (_ ("a place is pointed at in a picture that comes with the file")),
                                  g_strdup (_ ("add the picture, and write the question anew")));
      return;
    }
  item = begin (self, CHARTER_ITEM_HOTSPOT, interaction);
  item->picture = g_steal_pointer (&path);
  alt = object != NULL ? charter_bank_node_dup_words (object) : g_strdup (charter_bank_qti_get (picture, "alt"));
  item->alt = g_strdup (!charter_bank_is_blank (alt) ? alt : _ ("A picture"));
  add_regions (self, item, interaction, width, height);
}

/* ---- an item ---- */

static const struct {
  const char *name;
  void (*read) (CharterBankQti *self, const CharterBankNode *interaction);
  gboolean may_repeat;
} interactions[] = {
  { "choiceinteraction", read_choice, FALSE },      { "orderinteraction", read_order, FALSE },
  { "matchinteraction", read_pairs, FALSE },        { "textentryinteraction", read_typed, FALSE },
  { "inlinechoiceinteraction", read_blanks, TRUE }, { "gapmatchinteraction", read_blanks, FALSE },
  { "hotspotinteraction", read_hotspot, FALSE },
};

static GPtrArray *
list_interactions (CharterBankQti *self)
{
  GPtrArray *found = g_ptr_array_new ();
  const CharterBankNode *body = charter_bank_qti_find (self->node, "itembody");

  for (const CharterBankNode *at = body != NULL ? body->first : NULL; at != NULL;
       at = charter_bank_node_walk (at, body))
    if (is_interaction (at))
      g_ptr_array_add (found, (gpointer)at);
  return found;
}

static gboolean
are_alike (const GPtrArray *found)
{
  const CharterBankNode *first = g_ptr_array_index (found, 0);

  for (guint i = 1; i < found->len; i++)
    if (strcmp (first->name, ((const CharterBankNode *)g_ptr_array_index (found, i))->name) != 0)
      return FALSE;
  return TRUE;
}

static void
list_several (CharterBankQti *self, guint n)
{
  charter_bank_question_list (self->question, "several-interactions",
                              g_strdup_printf (_ ("%u places to answer in one question"), n),
                              g_strdup (_ ("a question has one, or blanks with choices")),
                              g_strdup (_ ("write a question for each of them")));
}

static void
read_interaction (CharterBankQti *self, const CharterBankNode *first, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (interactions); i++)
    if (charter_bank_qti_is (first, interactions[i].name))
      {
        if (n > 1 && !interactions[i].may_repeat)
          list_several (self, n);
        else
          interactions[i].read (self, first);
        return;
      }
  charter_bank_question_list_type (self->question, first->name);
}

void
charter_bank_qti_read_item (CharterBankQti *self)
{
  g_autoptr (GPtrArray) found = list_interactions (self);

  if (found->len == 0)
    charter_bank_question_list (self->question, "no-question", g_strdup (_ ("a text that asks nothing")),
                                g_strdup (_ ("a question has answers")),
                                g_strdup (_ ("make it the situation of a scenario, if questions belong to it")));
  else if (!are_alike (found) || found->len > MOST_INTERACTIONS)
    list_several (self, found->len);
  else
    read_interaction (self, g_ptr_array_index (found, 0), found->len);
}

/* ---- the package ---- */

static gboolean
is_item (const CharterBankNode *node)
{
  return charter_bank_qti_is (node, "assessmentitem");
}

static void
read_question (CharterBankBook *book, GPtrArray *entries, const char *file, const CharterBankNode *node)
{
  const char *title = charter_bank_qti_get (node, "title"), *id = charter_bank_qti_get (node, "identifier");
  const char *language = charter_bank_node_get (node, "lang");
  CharterBankQti self = { .entries = entries, .file = file, .node = node };

  if (book->language == NULL && language != NULL)
    book->language = g_strdup (language);
  self.question = charter_bank_book_begin (book, node->line, title != NULL && *title != '\0' ? title : id);
  charter_bank_qti_read_item (&self);
}

/* XML of other kinds (manifests, tests, metadata) holds no questions. */
static void
read_entry (CharterBankBook *book, GPtrArray *entries, const CharterArchiveEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterBankTree) tree = charter_bank_tree_new (entry->bytes, &error);

  if (tree == NULL)
    {
      charter_bank_question_list (charter_bank_book_begin (book, 0, entry->name), "not-well-formed",
                                  g_strdup (error->message), g_strdup (_ ("a file of XML")),
                                  g_strdup (_ ("look at the place in the file")));
      return;
    }
  charter_bank_tell_slips (book, tree);
  if (is_item (tree->root))
    read_question (book, entries, entry->name, tree->root);
  else
    for (const CharterBankNode *at = tree->root->first; at != NULL; at = charter_bank_node_walk (at, tree->root))
      if (is_item (at))
        read_question (book, entries, entry->name, at);
}

gboolean
charter_bank_qti_read (GBytes *bytes, CharterBankBook *book, GError **error)
{
  return charter_bank_package_read (bytes, book, read_entry, error);
}
