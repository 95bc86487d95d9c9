/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads QTI 1.2 as Canvas writes it, with its own types of question, and as others wrote it before. A type is a row in
 * a table; what names none is looked at for what it holds. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-qti.h"
#include "charter-loader.h"

/* ---- what an item holds ---- */

/* "question_type" and others stand in pairs of label and entry. Returns: (transfer full) (nullable) */
static char *
dup_field (const CharterBankNode *item, const char *label)
{
  for (const CharterBankNode *at = item->first; at != NULL; at = charter_bank_node_walk (at, item))
    if (charter_bank_node_is (at, "qtimetadatafield"))
      {
        g_autofree char *name = charter_bank_node_dup_words (charter_bank_node_find (at, "fieldlabel"));

        if (strcmp (name, label) == 0)
          return charter_bank_node_dup_words (charter_bank_node_find (at, "fieldentry"));
      }
  return NULL;
}

static void
add_text (CharterBankFlow *flow, const CharterBankNode *node)
{
  g_autofree char *text = charter_bank_node_dup_text (node);

  if (g_strcmp0 (charter_bank_node_get (node, "texttype"), "text/html") == 0 || strpbrk (text, "<&") != NULL)
    charter_bank_flow_html (flow, text, NULL);
  else
    charter_bank_flow_text (flow, text, strlen (text));
}

/* A "mattext" in the format that it names, HTML being escaped in it; or a picture. */
static void
add_material (CharterBankFlow *flow, const CharterBankNode *node)
{
  if (charter_bank_node_is (node, "mattext"))
    add_text (flow, node);
  else if (charter_bank_node_is (node, "matimage"))
    {
      const char *attributes[] = { "src", charter_bank_node_get (node, "uri"), NULL };

      charter_bank_flow_open (flow, "img", attributes[1] != NULL ? attributes : NULL);
    }
}

static char *
finish (CharterBankQti *self, CharterBankFlow *flow)
{
  char *xml = charter_bank_flow_finish (flow);

  charter_bank_tell_lost (self->question, flow);
  return xml;
}

static char *
dup_material (CharterBankQti *self, const CharterBankNode *node, gboolean is_inline)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (is_inline);

  if (node == NULL)
    return NULL;
  charter_bank_flow_set_pictures (flow, charter_bank_qti_find_picture, self);
  for (const CharterBankNode *at = node->first; at != NULL; at = charter_bank_node_walk (at, node))
    add_material (flow, at);
  return finish (self, flow);
}

static char *
dup_feedback (CharterBankQti *self, const char *id)
{
  charter_bank_node_foreach (feedback, self->node,
                             "itemfeedback") if (g_strcmp0 (charter_bank_node_get (feedback, "ident"), id)
                                                 == 0) return dup_material (self, feedback, FALSE);
  return NULL;
}

static char *
dup_answer_feedback (CharterBankQti *self, const char *answer)
{
  g_autofree char *id = g_strconcat (answer, "_fb", NULL);

  return dup_feedback (self, id);
}

static gboolean
is_in_response (const CharterBankNode *node, const CharterBankNode *top)
{
  for (; node != NULL && node != top; node = node->parent)
    if (charter_bank_node_is (node, "response_lid") || charter_bank_node_is (node, "response_str")
        || charter_bank_node_is (node, "response_num"))
      return TRUE;
  return FALSE;
}

static guint
count_places (const CharterBankNode *node)
{
  guint n = 0;

  for (const CharterBankNode *at = node->first; at != NULL; at = charter_bank_node_walk (at, node))
    n += charter_bank_node_is (at, "response_str");
  return n;
}

static const CharterBankNode *
find_last_words (const CharterBankNode *presentation)
{
  const CharterBankNode *last = NULL;

  for (const CharterBankNode *at = presentation->first; at != NULL; at = charter_bank_node_walk (at, presentation))
    if (charter_bank_node_is (at, "mattext") && !is_in_response (at, presentation))
      last = at;
  return last;
}

/* The question's words are all material that is none of a response's. Where words follow a place to type, it stands as
 * a line among them, with a number where there are several. */
static char *
dup_stem (CharterBankQti *self)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (FALSE);
  const CharterBankNode *presentation = charter_bank_node_find (self->node, "presentation");
  const CharterBankNode *last = presentation != NULL ? find_last_words (presentation) : NULL;
  guint n_places = presentation != NULL ? count_places (presentation) : 0, n = 0;
  gboolean is_in_words = FALSE;

  charter_bank_flow_set_pictures (flow, charter_bank_qti_find_picture, self);
  for (const CharterBankNode *at = presentation != NULL ? presentation->first : NULL; at != NULL;
       at = charter_bank_node_walk (at, presentation))
    {
      g_autofree char *place = NULL;

      if (is_in_words && charter_bank_node_is (at, "material"))
        charter_bank_flow_text (flow, " ", 1);
      if (!is_in_response (at, presentation))
        add_material (flow, at);
      is_in_words |= charter_bank_node_is (at, "mattext");
      if (at == last)
        last = NULL;
      if (!charter_bank_node_is (at, "response_str"))
        continue;
      is_in_words = FALSE;
      place = n_places > 1 ? g_strdup_printf (" (%u) _____", ++n) : last != NULL ? g_strdup (" _____") : g_strdup ("");
      charter_bank_flow_text (flow, place, strlen (place));
    }
  return finish (self, flow);
}

static CharterBankItem *
begin (CharterBankQti *self, CharterItemKind kind)
{
  CharterBankItem *item = charter_bank_question_add (self->question, kind);
  g_autofree char *points = dup_field (self->node, "points_possible");
  double worth = points != NULL ? g_ascii_strtod (points, NULL) : 1;

  item->stem = dup_stem (self);
  item->rationale = dup_feedback (self, "general_fb");
  item->points = worth > 0 && worth != 1 ? charter_bank_words_decimal (worth) : NULL;
  return item;
}

/* ---- scoring ---- */

static double
get_score (const CharterBankNode *condition)
{
  const CharterBankNode *setvar = charter_bank_node_find (condition, "setvar");
  g_autofree char *words = charter_bank_node_dup_words (setvar);

  return setvar != NULL ? g_ascii_strtod (words, NULL) : 0;
}

static gboolean
is_negated (const CharterBankNode *node, const CharterBankNode *top)
{
  for (; node != NULL && node != top; node = node->parent)
    if (charter_bank_node_is (node, "not"))
      return TRUE;
  return FALSE;
}

/* What a response of that identifier with that value gains. response: or NULL for any */
static double
find_score (const CharterBankQti *self, const char *response, const char *value)
{
  const CharterBankNode *processing = charter_bank_node_find (self->node, "resprocessing");
  double best = 0;

  charter_bank_node_foreach (condition, processing, "respcondition")
  {
    for (const CharterBankNode *at = condition->first; at != NULL; at = charter_bank_node_walk (at, condition))
      if (charter_bank_node_is (at, "varequal") && !is_negated (at, condition)
          && (response == NULL || g_strcmp0 (charter_bank_node_get (at, "respident"), response) == 0))
        {
          g_autofree char *words = charter_bank_node_dup_words (at);

          if (strcmp (words, value) == 0)
            best = MAX (best, get_score (condition));
        }
  }
  return best;
}

static gboolean
is_right (const CharterBankQti *self, const char *response, const char *value)
{
  return find_score (self, response, value) > 0;
}

/* ---- types ---- */

static void
add_labels (CharterBankQti *self, CharterBankItem *item, const CharterBankNode *response)
{
  for (const CharterBankNode *at = response != NULL ? response->first : NULL; at != NULL;
       at = charter_bank_node_walk (at, response))
    if (charter_bank_node_is (at, "response_label") && item->parts->len <= CHARTER_MAX_PARTS)
      {
        const char *id = charter_bank_node_get (at, "ident");
        CharterBankPart *part = charter_bank_item_add (item);

        part->text = dup_material (self, at, TRUE);
        part->correct = id != NULL && is_right (self, charter_bank_node_get (response, "ident"), id);
        part->why = id != NULL ? dup_answer_feedback (self, id) : NULL;
      }
}

/* Where one answer is to be chosen, only what gains most is right. */
static void
keep_best (CharterBankQti *self, CharterBankItem *item, const CharterBankNode *response)
{
  g_autofree double *scores = g_new0 (double, item->parts->len + 1);
  double best = 0;
  guint n = 0;

  for (const CharterBankNode *at = response->first; at != NULL && n < item->parts->len;
       at = charter_bank_node_walk (at, response))
    if (charter_bank_node_is (at, "response_label"))
      {
        const char *id = charter_bank_node_get (at, "ident");

        scores[n] = id != NULL ? find_score (self, charter_bank_node_get (response, "ident"), id) : 0;
        best = MAX (best, scores[n]);
        n++;
      }
  for (guint i = 0; i < n; i++)
    {
      ((CharterBankPart *)g_ptr_array_index (item->parts, i))->correct = best > 0 && scores[i] >= best;
      if (scores[i] > 0 && scores[i] < best)
        charter_bank_tell_credit (self->question);
    }
}

static void
read_choice (CharterBankQti *self)
{
  CharterBankItem *item = begin (self, CHARTER_ITEM_SINGLE);
  const CharterBankNode *response = charter_bank_node_search (self->node, "response_lid");

  add_labels (self, item, response);
  if (response != NULL
      && g_ascii_strcasecmp (charter_bank_node_get (response, "rcardinality") != NULL
                               ? charter_bank_node_get (response, "rcardinality")
                               : "",
                             "Multiple")
           == 0)
    item->kind = CHARTER_ITEM_MULTIPLE;
  else if (response != NULL)
    keep_best (self, item, response);
}

static void
read_answers (CharterBankQti *self)
{
  CharterBankItem *item = begin (self, CHARTER_ITEM_MULTIPLE);

  add_labels (self, item, charter_bank_node_search (self->node, "response_lid"));
}

/* Its words are "True" and "False", or those of another language in this order. */
static void
read_truth (CharterBankQti *self)
{
  CharterBankItem *item = begin (self, CHARTER_ITEM_TRUEFALSE);
  const CharterBankPart *first;
  gboolean is_false_first;

  add_labels (self, item, charter_bank_node_search (self->node, "response_lid"));
  if (item->parts->len != 2 || charter_bank_item_count_right (item) != 1)
    {
      charter_bank_question_list (self->question, "no-right-answer",
                                  g_strdup (_ ("neither true nor false is marked right")),
                                  g_strdup (_ ("one of them is right")), g_strdup (_ ("mend it in the file")));
      return;
    }
  first = g_ptr_array_index (item->parts, 0);
  is_false_first = first->text != NULL && g_ascii_strcasecmp (first->text, "false") == 0;
  if (is_false_first)
    g_ptr_array_add (item->parts, g_ptr_array_steal_index (item->parts, 0));
  first = g_ptr_array_index (item->parts, 0);
  item->is_true = first->correct;
}

/* response: whose answers, or NULL for all */
static void
add_typed (CharterBankQti *self, CharterBankItem *item, const char *response)
{
  const CharterBankNode *processing = charter_bank_node_find (self->node, "resprocessing");

  charter_bank_node_foreach (condition, processing, "respcondition")
  {
    if (get_score (condition) <= 0)
      continue;
    for (const CharterBankNode *at = condition->first; at != NULL; at = charter_bank_node_walk (at, condition))
      if (charter_bank_node_is (at, "varequal") && !is_negated (at, condition)
          && (response == NULL || g_strcmp0 (charter_bank_node_get (at, "respident"), response) == 0))
        {
          CharterBankPart *part = charter_bank_item_add (item);

          part->value = charter_bank_node_dup_words (at);
          part->correct = TRUE;
        }
  }
}

static void
tell_divided (CharterBankQti *self, guint n)
{
  charter_bank_question_warn (self->question, "divided",
                              g_strdup_printf (_ ("a text with %u blanks, of which some are typed"), n),
                              g_strdup (_ ("a cloze has choices only; each blank became a question of its own")),
                              g_strdup (_ ("look whether each can be asked alone")));
}

/* Returns: (transfer full) (nullable) the stem with the question which of its blanks is meant */
static char *
dup_asking (const char *stem, guint asked)
{
  g_autofree char *question = g_strdup_printf (_ ("What belongs into blank (%u)?"), asked + 1);
  g_autofree char *escaped = charter_bank_words_dup_escaped (question);

  return stem != NULL ? g_strconcat (stem, "<p>", escaped, "</p>", NULL) : NULL;
}

/* Several places to type become a question each. */
static void
read_places (CharterBankQti *self, guint n_places)
{
  guint n = 0;

  for (const CharterBankNode *at = self->node->first; at != NULL; at = charter_bank_node_walk (at, self->node))
    if (charter_bank_node_is (at, "response_str"))
      {
        CharterBankItem *item = begin (self, CHARTER_ITEM_SHORT);
        g_autofree char *stem = g_steal_pointer (&item->stem);
        const char *id = charter_bank_node_get (at, "ident");

        item->stem = dup_asking (stem, n++);
        g_clear_pointer (&item->points, g_free);
        add_typed (self, item, id != NULL ? id : "");
      }
  tell_divided (self, n_places);
}

static void
read_short (CharterBankQti *self)
{
  guint n_places = count_places (self->node);

  if (n_places > 1 && n_places <= CHARTER_MAX_PARTS)
    read_places (self, n_places);
  else
    add_typed (self, begin (self, CHARTER_ITEM_SHORT), NULL);
}

static char *
dup_bound (const CharterBankNode *condition, const char *name)
{
  const CharterBankNode *bound = charter_bank_node_search (condition, name);
  g_autofree char *words = charter_bank_node_dup_words (bound);

  return bound != NULL ? charter_bank_words_dup_decimal (words) : NULL;
}

/* Either a number, or what lies between two bounds. */
static void
add_number (CharterBankItem *item, const CharterBankNode *condition)
{
  CharterBankPart *part = charter_bank_item_add (item);
  g_autofree char *exact = dup_bound (condition, "varequal"), *low = dup_bound (condition, "vargte"),
                  *high = dup_bound (condition, "varlte"), *above = dup_bound (condition, "vargt");
  const char *least = low != NULL ? low : above;

  if (least != NULL && high != NULL)
    {
      double a = g_ascii_strtod (least, NULL), b = g_ascii_strtod (high, NULL);

      part->value = exact != NULL ? g_steal_pointer (&exact) : charter_bank_words_decimal ((a + b) / 2);
      part->tolerance = b > a ? charter_bank_words_decimal ((b - a) / 2) : NULL;
    }
  else
    part->value = g_steal_pointer (&exact);
  part->correct = part->value != NULL;
}

static void
read_number (CharterBankQti *self)
{
  CharterBankItem *item = begin (self, CHARTER_ITEM_NUMBER);
  const CharterBankNode *processing = charter_bank_node_find (self->node, "resprocessing");
  guint n = 0;

  charter_bank_node_foreach (condition, processing, "respcondition") if (get_score (condition) > 0)
  {
    if (n++ == 0)
      add_number (item, condition);
  }
  if (n > 1)
    charter_bank_question_warn (self->question, "several-right",
                                g_strdup_printf (_ ("%u numbers are right, and any one of them is enough"), n),
                                g_strdup (_ ("one number is right; the first was kept")),
                                g_strdup (_ ("ask for words instead, if all of them are to be right")));
}

/* One response for each left side, whose labels are all right sides. */
static void
read_pairs (CharterBankQti *self)
{
  CharterBankItem *item = begin (self, CHARTER_ITEM_MATCH);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  const CharterBankNode *last = NULL;

  for (const CharterBankNode *at = self->node->first; at != NULL; at = charter_bank_node_walk (at, self->node))
    {
      CharterBankPart *part;
      const char *response = charter_bank_node_is (at, "response_lid") ? charter_bank_node_get (at, "ident") : NULL;

      if (response == NULL || item->parts->len > CHARTER_MAX_PARTS)
        continue;
      last = at;
      part = charter_bank_item_add (item);
      part->text = dup_material (self, charter_bank_node_find (at, "material"), TRUE);
      for (const CharterBankNode *label = at->first; label != NULL; label = charter_bank_node_walk (label, at))
        {
          const char *id
            = charter_bank_node_is (label, "response_label") ? charter_bank_node_get (label, "ident") : NULL;

          if (id == NULL || part->match != NULL || !is_right (self, response, id))
            continue;
          part->match = dup_material (self, label, TRUE);
          g_ptr_array_add (used, (gpointer)id);
        }
    }
  for (const CharterBankNode *label = last != NULL ? last->first : NULL; label != NULL;
       label = charter_bank_node_walk (label, last))
    {
      const char *id = charter_bank_node_is (label, "response_label") ? charter_bank_node_get (label, "ident") : NULL;

      if (id != NULL && !g_ptr_array_find_with_equal_func (used, id, g_str_equal, NULL))
        charter_bank_item_add (item)->match = dup_material (self, label, TRUE);
    }
}

/* The first response that gains something names the labels in their right order. */
static void
read_order (CharterBankQti *self)
{
  CharterBankItem *item = begin (self, CHARTER_ITEM_ORDER);
  const CharterBankNode *processing = charter_bank_node_find (self->node, "resprocessing"), *right = NULL;

  charter_bank_node_foreach (condition, processing, "respcondition") if (right == NULL && get_score (condition) > 0)
    right
    = condition;
  for (const CharterBankNode *at = right != NULL ? right->first : NULL; at != NULL;
       at = charter_bank_node_walk (at, right))
    {
      g_autofree char *id = charter_bank_node_is (at, "varequal") ? charter_bank_node_dup_words (at) : NULL;

      for (const CharterBankNode *label = self->node->first; id != NULL && label != NULL;
           label = charter_bank_node_walk (label, self->node))
        if (charter_bank_node_is (label, "response_label")
            && g_strcmp0 (charter_bank_node_get (label, "ident"), id) == 0)
          charter_bank_item_add (item)->text = dup_material (self, label, TRUE);
    }
}

/* ---- blanks ---- */

static void
part_free (CharterBankPart *part)
{
  g_free (part->text);
  g_free (part);
}

static GPtrArray *
list_choices (CharterBankQti *self, const CharterBankNode *response)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);

  for (const CharterBankNode *at = response->first; at != NULL; at = charter_bank_node_walk (at, response))
    if (charter_bank_node_is (at, "response_label") && choices->len <= CHARTER_MAX_PARTS)
      {
        const char *id = charter_bank_node_get (at, "ident");
        CharterBankPart *part = g_new0 (CharterBankPart, 1);

        part->text = dup_material (self, at, TRUE);
        part->correct = id != NULL && is_right (self, charter_bank_node_get (response, "ident"), id);
        if (part->text != NULL)
          g_ptr_array_add (choices, part);
        else
          part_free (part);
      }
  return choices;
}

static guint
count_right (const GPtrArray *choices)
{
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    n += ((const CharterBankPart *)g_ptr_array_index (choices, i))->correct;
  return n;
}

/* The responses by the brackets that name them: "[colour]", by the words of the response or by its identifier. */
static GHashTable *
list_brackets (CharterBankQti *self)
{
  g_autoptr (GHashTable) brackets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (CharterBankNode *node = self->node->first; node != NULL; node = charter_bank_node_walk (node, self->node))
    if (charter_bank_node_is (node, "response_lid"))
      {
        g_autofree char *name = charter_bank_node_dup_words (charter_bank_node_find (node, "material"));
        const char *id = charter_bank_node_get (node, "ident");

        g_hash_table_insert (brackets, g_strdup_printf ("[%s]", name), node);
        if (id != NULL && g_str_has_prefix (id, "response_"))
          g_hash_table_insert (brackets, g_strdup_printf ("[%s]", id + strlen ("response_")), node);
      }
  return g_steal_pointer (&brackets);
}

/* Each bracket that has a response becomes U+E000. */
static char *
dup_marked (CharterBankQti *self, GPtrArray *responses)
{
  const CharterBankNode *presentation = charter_bank_node_find (self->node, "presentation");
  const CharterBankNode *material = charter_bank_node_search (presentation, "mattext");
  g_autofree char *html = charter_bank_node_dup_text (material);
  g_autoptr (GHashTable) brackets = list_brackets (self);
  GString *marked = g_string_new (NULL);

  for (const char *at = html, *next; *at != '\0'; at = next)
    {
      gsize length = *at == '[' ? strcspn (at + 1, "[]") + 2 : 0;
      g_autofree char *bracket = length > 0 ? g_strndup (at, length) : NULL;
      CharterBankNode *found = bracket != NULL ? g_hash_table_lookup (brackets, bracket) : NULL;

      next = found != NULL ? at + length : at + 1;
      if (found == NULL)
        {
          g_string_append_c (marked, *at);
          continue;
        }
      g_ptr_array_add (responses, found);
      g_string_append (marked, "\356\200\200");
    }
  return g_string_free (marked, FALSE);
}

static char *
dup_flow (CharterBankQti *self, const char *html, gboolean is_inline, char **inserts)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (is_inline);
  char *xml;

  charter_bank_flow_set_pictures (flow, charter_bank_qti_find_picture, self);
  charter_bank_flow_html (flow, html, (const char *const *)inserts);
  xml = charter_bank_flow_finish (flow);
  charter_bank_tell_lost (self->question, flow);
  return xml;
}

static void
list_bad_blank (CharterBankQti *self)
{
  charter_bank_question_list (self->question, "bad-blank", g_strdup (_ ("a blank without one choice that is right")),
                              g_strdup (_ ("each blank has what is right, and a choice something to choose from")),
                              g_strdup (_ ("mend it in the file, or write the question anew")));
}

static void
read_dropdowns (CharterBankQti *self)
{
  g_autoptr (GPtrArray) responses = g_ptr_array_new ();
  g_autofree char *marked = dup_marked (self, responses);
  g_auto (GStrv) inserts = g_new0 (char *, responses->len + 1);
  CharterBankItem *item = begin (self, CHARTER_ITEM_CLOZE);

  g_clear_pointer (&item->stem, g_free);
  for (guint i = 0; i < responses->len; i++)
    {
      g_autoptr (GPtrArray) choices = list_choices (self, g_ptr_array_index (responses, i));

      if (choices->len < 2 || count_right (choices) != 1)
        {
          list_bad_blank (self);
          return;
        }
      inserts[i] = charter_bank_blank_xml (i, choices);
    }
  item->passage = dup_flow (self, marked, TRUE, inserts);
}

static char *
dup_blank_stem (CharterBankQti *self, const char *marked, guint n, guint asked)
{
  g_auto (GStrv) inserts = g_new0 (char *, n + 1);
  g_autofree char *stem = NULL;

  for (guint i = 0; i < n; i++)
    inserts[i] = n == 1 ? g_strdup ("_____") : g_strdup_printf ("(%u) _____", i + 1);
  stem = dup_flow (self, marked, FALSE, inserts);
  return n == 1 ? g_steal_pointer (&stem) : dup_asking (stem, asked);
}

/* New Quizzes say of each label whether it is typed or chosen. */
static gboolean
is_chosen (const CharterBankNode *label)
{
  const char *type = charter_bank_node_get (label, "answer_type");

  return g_strcmp0 (type, "dropdown") == 0 || g_strcmp0 (type, "wordbank") == 0;
}

static gboolean
are_chosen (const CharterBankQti *self)
{
  gboolean any = FALSE;

  for (const CharterBankNode *at = self->node->first; at != NULL; at = charter_bank_node_walk (at, self->node))
    if (charter_bank_node_is (at, "response_label"))
      {
        if (!is_chosen (at))
          return FALSE;
        any = TRUE;
      }
  return any;
}

/* Blanks to be typed become a question each; their labels are the answers that are taken. */
static void
read_typed_blanks (CharterBankQti *self)
{
  g_autoptr (GPtrArray) responses = g_ptr_array_new ();
  g_autofree char *marked = dup_marked (self, responses);

  if (are_chosen (self))
    {
      read_dropdowns (self);
      return;
    }
  if (responses->len == 0 || responses->len > 40)
    {
      list_bad_blank (self);
      return;
    }
  for (guint i = 0; i < responses->len; i++)
    {
      CharterBankItem *item = begin (self, CHARTER_ITEM_SHORT);
      const CharterBankNode *response = g_ptr_array_index (responses, i);

      g_free (item->stem);
      item->stem = dup_blank_stem (self, marked, responses->len, i);
      if (responses->len > 1)
        g_clear_pointer (&item->points, g_free);
      for (const CharterBankNode *at = response->first; at != NULL; at = charter_bank_node_walk (at, response))
        if (charter_bank_node_is (at, "response_label")
            && (!is_chosen (at)
                || is_right (self, charter_bank_node_get (response, "ident"), charter_bank_node_get (at, "ident"))))
          {
            CharterBankPart *part = charter_bank_item_add (item);

            part->value = charter_bank_node_dup_words (at);
            part->correct = TRUE;
          }
    }
  if (responses->len > 1)
    tell_divided (self, responses->len);
}

static void
read_text (CharterBankQti *self)
{
  charter_bank_question_list (self->question, "no-question", g_strdup (_ ("a text that asks nothing")),
                              g_strdup (_ ("a question has answers")),
                              g_strdup (_ ("make it the situation of a scenario, if questions belong to it")));
}

/* ---- the file ---- */

static const struct {
  const char *type;
  void (*read) (CharterBankQti *self);
} types[] = {
  { "multiple_choice_question", read_choice },
  { "true_false_question", read_truth },
  { "multiple_answers_question", read_answers },
  { "short_answer_question", read_short },
  { "numerical_question", read_number },
  { "matching_question", read_pairs },
  { "multiple_dropdowns_question", read_dropdowns },
  { "fill_in_multiple_blanks_question", read_typed_blanks },
  { "text_only_question", read_text },
};

/* Who names no type: one set of labels is a choice, a place to type is words. */
static void
read_untyped (CharterBankQti *self)
{
  const CharterBankNode *lid = charter_bank_node_search (self->node, "response_lid");
  const CharterBankNode *str = charter_bank_node_search (self->node, "response_str");

  if (lid != NULL && g_strcmp0 (charter_bank_node_get (lid, "rcardinality"), "Ordered") == 0)
    read_order (self);
  else if (lid != NULL && charter_bank_node_search (lid, "render_choice") != NULL)
    read_choice (self);
  else if (str != NULL && charter_bank_node_search (self->node, "varequal") != NULL)
    read_short (self);
  else
    charter_bank_question_list_type (self->question, lid != NULL || str != NULL ? "response" : "?");
}

static void
read_item (CharterBankQti *self)
{
  g_autofree char *type = dup_field (self->node, "question_type");

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, type) == 0)
      {
        types[i].read (self);
        return;
      }
  if (type == NULL)
    read_untyped (self);
  else
    charter_bank_question_list_type (self->question, type);
}

static void
read_entry (CharterBankBook *book, GPtrArray *entries, const CharterArchiveEntry *entry)
{
  g_autoptr (CharterBankTree) tree = charter_bank_tree_new (entry->bytes, NULL);
  const CharterBankNode *assessment;
  const char *title;

  if (tree == NULL || !charter_bank_node_is (tree->root, "questestinterop"))
    return;
  charter_bank_tell_slips (book, tree);
  assessment = charter_bank_node_find (tree->root, "assessment");
  title = assessment != NULL ? charter_bank_node_get (assessment, "title") : NULL;
  charter_bank_book_enter (book, title != NULL ? title : "");
  for (const CharterBankNode *at = tree->root->first; at != NULL; at = charter_bank_node_walk (at, tree->root))
    if (charter_bank_node_is (at, "item"))
      {
        CharterBankQti self = { .entries = entries, .file = entry->name, .node = at };
        const char *name = charter_bank_node_get (at, "title");

        self.question
          = charter_bank_book_begin (book, at->line,
                                     name != NULL && *name != '\0' ? name : charter_bank_node_get (at, "ident"));
        read_item (&self);
      }
}

gboolean
charter_bank_canvas_read (GBytes *bytes, CharterBankBook *book, GError **error)
{
  return charter_bank_package_read (bytes, book, read_entry, error);
}
