/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads Moodle's XML, a question after the other. A type is a row in a table. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-moodle.h"

typedef struct {
  CharterBankBook *book;
  char *path;     /* of the category */
  char *scenario; /* id of the scenario that is open, or NULL */
} Reader;

/* ---- text ---- */

static char *
find_picture (const char *src, gpointer data)
{
  CharterBankMoodle *self = data;
  g_autofree char *unescaped = g_uri_unescape_string (src, NULL);
  g_autofree char *name = unescaped != NULL ? g_path_get_basename (unescaped) : NULL;
  const char *place;

  if (g_str_has_prefix (src, "data:image/"))
    {
      const char *comma = strstr (src, ";base64,");
      gsize length;
      g_autofree guchar *raw = comma != NULL ? g_base64_decode (comma + strlen (";base64,"), &length) : NULL;
      g_autoptr (GBytes) bytes = raw != NULL ? g_bytes_new (raw, length) : NULL;

      return bytes != NULL ? charter_bank_book_keep (self->question->book, "picture", bytes) : NULL;
    }
  if (!g_str_has_prefix (src, "@@PLUGINFILE@@") || name == NULL)
    return NULL;
  place = g_hash_table_lookup (self->pictures, name);
  return g_strdup (place);
}

char *
charter_bank_moodle_flow (CharterBankMoodle *self, const char *html, gboolean is_inline, const char *const *inserts)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (is_inline);
  char *xml;

  charter_bank_flow_set_pictures (flow, find_picture, self);
  charter_bank_flow_html (flow, html, inserts);
  xml = charter_bank_flow_finish (flow);
  charter_bank_tell_lost (self->question, flow);
  return xml;
}

static gboolean
is_plain (const CharterBankNode *element)
{
  return element != NULL && g_strcmp0 (charter_bank_node_get (element, "format"), "plain_text") == 0;
}

/* Moodle's own format ends a paragraph with each line. */
char *
charter_bank_moodle_dup_html (const CharterBankNode *element)
{
  const CharterBankNode *text = charter_bank_node_find (element, "text");
  char *html = charter_bank_node_dup_text (text != NULL ? text : element);
  const char *format = element != NULL ? charter_bank_node_get (element, "format") : NULL;
  GString *lines;

  if (g_strcmp0 (format, "moodle_auto_format") != 0 && g_strcmp0 (format, "markdown") != 0)
    return html;
  lines = g_string_new (html);
  g_string_replace (lines, "\n", "<br>", 0);
  g_free (html);
  return g_string_free (lines, FALSE);
}

char *
charter_bank_moodle_dup_blocks (CharterBankMoodle *self, const CharterBankNode *element)
{
  g_autofree char *html = charter_bank_moodle_dup_html (element);

  return is_plain (element) ? charter_bank_blocks_from_plain (html)
                            : charter_bank_moodle_flow (self, html, FALSE, NULL);
}

char *
charter_bank_moodle_dup_inline (CharterBankMoodle *self, const CharterBankNode *element)
{
  g_autofree char *html = charter_bank_moodle_dup_html (element);

  return is_plain (element) ? charter_bank_inline_from_plain (html) : charter_bank_moodle_flow (self, html, TRUE, NULL);
}

static char *
dup_words_of (const CharterBankNode *node, const char *name)
{
  return charter_bank_node_dup_words (charter_bank_node_find (node, name));
}

/* ---- pictures ---- */

static void
keep_file (CharterBankMoodle *self, const CharterBankNode *file)
{
  const char *name = charter_bank_node_get (file, "name");
  g_autofree char *text = charter_bank_node_dup_text (file);
  gsize length;
  g_autofree guchar *raw = g_base64_decode (text, &length);
  g_autoptr (GBytes) bytes = g_bytes_new (raw, length);
  g_autofree char *base = name != NULL ? g_path_get_basename (name) : NULL;
  char *place;

  if (base == NULL || g_hash_table_contains (self->pictures, base))
    return;
  place = charter_bank_book_keep (self->question->book, base, bytes);
  if (place != NULL)
    g_hash_table_insert (self->pictures, g_strdup (base), place);
}

/* A file is kept where a text of the question names it; others only swell. */
static void
keep_files (CharterBankMoodle *self)
{
  g_autofree char *all = charter_bank_node_dup_text (self->node);

  for (const CharterBankNode *at = self->node->first; at != NULL; at = charter_bank_node_walk (at, self->node))
    {
      const char *name = charter_bank_node_is (at, "file") ? charter_bank_node_get (at, "name") : NULL;
      g_autofree char *base = name != NULL ? g_path_get_basename (name) : NULL;
      g_autofree char *escaped = base != NULL ? g_uri_escape_string (base, NULL, TRUE) : NULL;

      if (base != NULL && (strstr (all, base) != NULL || strstr (all, escaped) != NULL))
        keep_file (self, at);
    }
}

/* ---- what all kinds have ---- */

static void
set_points (CharterBankMoodle *self, CharterBankItem *item)
{
  g_autofree char *text = dup_words_of (self->node, "defaultgrade"), *points = charter_bank_words_dup_decimal (text);
  double worth = points != NULL ? g_ascii_strtod (points, NULL) : 1;

  if (worth > 0 && worth != 1)
    item->points = charter_bank_words_decimal (worth);
}

static void
set_tags (CharterBankMoodle *self, CharterBankItem *item)
{
  const CharterBankNode *tags = charter_bank_node_find (self->node, "tags");

  charter_bank_node_foreach (tag, tags, "tag")
  {
    g_autofree char *words = charter_bank_node_dup_words (tag);

    if (!g_str_has_prefix (words, "scenario-"))
      charter_bank_item_tag (item, words);
  }
}

/* Several hints stand one after the other. */
static void
set_hint (CharterBankMoodle *self, CharterBankItem *item)
{
  GString *hints = g_string_new (NULL);

  charter_bank_node_foreach (hint, self->node, "hint")
  {
    g_autofree char *xml = charter_bank_moodle_dup_blocks (self, hint);

    if (xml != NULL)
      g_string_append (hints, xml);
  }
  item->hint = hints->len > 0 ? g_strdup (hints->str) : NULL;
  g_string_free (hints, TRUE);
}

CharterBankItem *
charter_bank_moodle_begin (CharterBankMoodle *self, CharterItemKind kind)
{
  CharterBankItem *item = charter_bank_question_add (self->question, kind);

  item->id = g_strdup (self->id);
  set_points (self, item);
  set_tags (self, item);
  set_hint (self, item);
  item->rationale = charter_bank_moodle_dup_blocks (self, charter_bank_node_find (self->node, "generalfeedback"));
  if (kind != CHARTER_ITEM_CLOZE)
    item->stem = charter_bank_moodle_dup_blocks (self, charter_bank_node_find (self->node, "questiontext"));
  return item;
}

static double
get_fraction (const CharterBankNode *answer)
{
  const char *text = charter_bank_node_get (answer, "fraction");
  g_autofree char *words = text == NULL ? dup_words_of (answer, "fraction") : NULL;

  return g_ascii_strtod (text != NULL ? text : words, NULL);
}

static CharterBankPart *
add_part (CharterBankMoodle *self, CharterBankItem *item, const CharterBankNode *answer)
{
  CharterBankPart *part = charter_bank_item_add (item);

  part->why = charter_bank_moodle_dup_blocks (self, charter_bank_node_find (answer, "feedback"));
  return part;
}

/* ---- kinds ---- */

static gboolean
is_single (CharterBankMoodle *self)
{
  g_autofree char *single = dup_words_of (self->node, "single");

  return strcmp (single, "true") == 0 || strcmp (single, "1") == 0;
}

/* Where one is to be chosen, the answers that are worth most are the right ones. */
static double
find_best (CharterBankMoodle *self)
{
  double best = 0;

  charter_bank_node_foreach (answer, self->node, "answer") best = MAX (best, get_fraction (answer));
  return best;
}

static void
warn_of_credit (CharterBankMoodle *self)
{
  double best = find_best (self);

  charter_bank_node_foreach (answer, self->node,
                             "answer") if (get_fraction (answer) > 0 && get_fraction (answer) < best)
  {
    charter_bank_tell_credit (self->question);
    return;
  }
}

static void
keep_order (CharterBankMoodle *self, CharterBankItem *item)
{
  g_autofree char *shuffle = charter_bank_node_dup_words (charter_bank_node_find (self->node, "shuffleanswers"));

  if (strcmp (shuffle, "0") == 0 || g_ascii_strcasecmp (shuffle, "false") == 0)
    charter_bank_item_pin_all (item);
}

static void
read_choice (CharterBankMoodle *self)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_SINGLE);
  gboolean single = is_single (self);
  double best = find_best (self);

  charter_bank_node_foreach (answer, self->node, "answer")
  {
    CharterBankPart *part = add_part (self, item, answer);
    double fraction = get_fraction (answer);

    part->text = charter_bank_moodle_dup_inline (self, answer);
    part->correct = fraction > 0 && (!single || fraction >= best);
  }
  keep_order (self, item);
  if (single)
    warn_of_credit (self);
  else
    {
      item->kind = CHARTER_ITEM_MULTIPLE;
      item->is_partial = TRUE;
    }
  charter_bank_question_check (self->question);
}

/* The plug-in for all or nothing has no fractions of its own: any that is above 0 is right. */
static void
read_choice_set (CharterBankMoodle *self)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_MULTIPLE);

  charter_bank_node_foreach (answer, self->node, "answer")
  {
    CharterBankPart *part = add_part (self, item, answer);

    part->text = charter_bank_moodle_dup_inline (self, answer);
    part->correct = get_fraction (answer) > 0;
  }
  item->is_exact = TRUE;
  charter_bank_question_check (self->question);
}

static void
read_truth (CharterBankMoodle *self)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_TRUEFALSE);
  CharterBankPart *whys[] = { charter_bank_item_add (item), charter_bank_item_add (item) };
  guint n_right = 0;

  charter_bank_node_foreach (answer, self->node, "answer")
  {
    g_autofree char *words = dup_words_of (answer, "text");
    gboolean is_true = g_ascii_strcasecmp (words, "true") == 0 || strcmp (words, "1") == 0;
    CharterBankPart *part = whys[is_true ? 0 : 1];

    g_free (part->why);
    part->why = charter_bank_moodle_dup_blocks (self, charter_bank_node_find (answer, "feedback"));
    if (get_fraction (answer) <= 0)
      continue;
    item->is_true = is_true;
    n_right++;
  }
  if (n_right != 1)
    charter_bank_question_list (self->question, "no-right-answer",
                                g_strdup (_ ("neither true nor false is marked right")),
                                g_strdup (_ ("one of them is right")), g_strdup (_ ("mend it in the file")));
  charter_bank_question_check (self->question);
}

static gboolean
drop_pattern (CharterBankMoodle *self, const char *words)
{
  if (strchr (words, '*') == NULL)
    return FALSE;
  charter_bank_question_warn (self->question, "wildcard",
                              g_strdup_printf (_ ("the answer “%s” stands for many"), words),
                              g_strdup (_ ("Charter compares whole answers; it was left out")),
                              g_strdup (_ ("write down the answers that it stands for")));
  return TRUE;
}

static void
read_short (CharterBankMoodle *self)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_SHORT);
  g_autofree char *use_case = dup_words_of (self->node, "usecase");
  double best = find_best (self);

  item->keeps_case = strcmp (use_case, "1") == 0;
  charter_bank_node_foreach (answer, self->node, "answer")
  {
    g_autofree char *html = charter_bank_moodle_dup_html (answer), *words = charter_bank_words_fold (html);
    CharterBankPart *part;

    if (strcmp (words, "*") == 0 || drop_pattern (self, words))
      continue;
    part = add_part (self, item, answer);
    part->value = g_steal_pointer (&words);
    part->correct = get_fraction (answer) > 0 && get_fraction (answer) >= best;
  }
  warn_of_credit (self);
  charter_bank_question_check (self->question);
}

static void
set_unit (CharterBankMoodle *self, CharterBankItem *item)
{
  const CharterBankNode *units = charter_bank_node_find (self->node, "units");
  g_autofree char *name = dup_words_of (charter_bank_node_find (units, "unit"), "unit_name");

  if (*name != '\0' && g_utf8_strlen (name, -1) <= 40)
    item->unit = g_steal_pointer (&name);
}

static void
read_number (CharterBankMoodle *self)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_NUMBER);
  double best = find_best (self);
  gboolean has_right = FALSE;

  set_unit (self, item);
  charter_bank_node_foreach (answer, self->node, "answer")
  {
    g_autofree char *html = charter_bank_moodle_dup_html (answer), *words = charter_bank_words_fold (html);
    g_autofree char *tolerance = dup_words_of (answer, "tolerance");
    CharterBankPart *part;

    if (strcmp (words, "*") == 0)
      continue;
    part = add_part (self, item, answer);
    part->value = charter_bank_words_dup_decimal (words);
    part->tolerance = charter_bank_words_dup_decimal (tolerance);
    if (part->tolerance != NULL && g_ascii_strtod (part->tolerance, NULL) <= 0)
      g_clear_pointer (&part->tolerance, g_free);
    part->correct = !has_right && get_fraction (answer) > 0 && get_fraction (answer) >= best && part->value != NULL;
    has_right |= part->correct;
  }
  warn_of_credit (self);
  charter_bank_question_check (self->question);
}

/* A distractor has an answer, and nothing that it belongs to. */
static void
read_pairs (CharterBankMoodle *self)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_MATCH);

  charter_bank_node_foreach (pair, self->node, "subquestion")
  {
    CharterBankPart *part = charter_bank_item_add (item);

    part->text = charter_bank_moodle_dup_inline (self, pair);
    part->match = charter_bank_moodle_dup_inline (self, charter_bank_node_find (pair, "answer"));
  }
  charter_bank_question_check (self->question);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double x = get_fraction (*(const CharterBankNode *const *)a), y = get_fraction (*(const CharterBankNode *const *)b);

  return x < y ? -1 : x > y;
}

/* An answer's fraction is its place. */
static void
read_order (CharterBankMoodle *self)
{
  CharterBankItem *item = charter_bank_moodle_begin (self, CHARTER_ITEM_ORDER);
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  charter_bank_node_foreach (answer, self->node, "answer") g_ptr_array_add (answers, answer);
  g_ptr_array_sort (answers, compare_places);
  for (guint i = 0; i < answers->len; i++)
    {
      const CharterBankNode *answer = g_ptr_array_index (answers, i);
      CharterBankPart *part = add_part (self, item, answer);

      part->text = charter_bank_moodle_dup_inline (self, answer);
    }
  charter_bank_question_check (self->question);
}

static const struct {
  const char *type;
  void (*read) (CharterBankMoodle *self);
} types[] = {
  { "multichoice", read_choice },
  { "multichoiceset", read_choice_set },
  { "truefalse", read_truth },
  { "shortanswer", read_short },
  { "numerical", read_number },
  { "matching", read_pairs },
  { "ddmatch", read_pairs },
  { "ordering", read_order },
  { "multianswer", charter_bank_moodle_read_cloze },
  { "cloze", charter_bank_moodle_read_cloze },
  { "gapselect", charter_bank_moodle_read_gaps },
  { "ddwtos", charter_bank_moodle_read_gaps },
};

/* ---- the file ---- */

static void
read_category (Reader *reader, const CharterBankNode *node)
{
  g_autofree char *words = charter_bank_node_dup_words (charter_bank_node_find (node, "category"));

  g_free (reader->path);
  reader->path = charter_bank_category_to_path (words);
  g_clear_pointer (&reader->scenario, g_free);
  charter_bank_book_enter (reader->book, reader->path);
}

static gboolean
has_tag (const CharterBankNode *node, const char *tag)
{
  const CharterBankNode *tags = charter_bank_node_find (node, "tags");

  charter_bank_node_foreach (child, tags, "tag")
  {
    g_autofree char *words = charter_bank_node_dup_words (child);

    if (strcmp (words, tag) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A description that Charter wrote itself begins a scenario. Returns: FALSE for others. */
static gboolean
read_situation (Reader *reader, CharterBankMoodle *self, const char *id)
{
  char *situation;

  if (!g_str_has_prefix (id, "scenario-"))
    return FALSE;
  situation = charter_bank_moodle_dup_blocks (self, charter_bank_node_find (self->node, "questiontext"));
  if (situation == NULL)
    return FALSE;
  g_free (reader->scenario);
  reader->scenario = g_strdup (id);
  {
    g_autofree char *title = g_strdup (self->question->name != NULL ? self->question->name : "");

    g_ptr_array_remove (reader->book->group->questions, self->question);
    charter_bank_book_enter_scenario (reader->book, id + strlen ("scenario-"), title, situation);
  }
  return TRUE;
}

static void
read_type (CharterBankMoodle *self, const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, type) == 0)
      {
        types[i].read (self);
        return;
      }
  if (strcmp (type, "description") == 0)
    charter_bank_question_list (self->question, "no-question", g_strdup (_ ("a text that asks nothing")),
                                g_strdup (_ ("a question has answers")),
                                g_strdup (_ ("make it the situation of a scenario, if questions belong to it")));
  else
    charter_bank_question_list_type (self->question, type);
}

static void
read_question (Reader *reader, const CharterBankNode *node, const char *type)
{
  g_autofree char *name = dup_words_of (charter_bank_node_find (node, "name"), "text");
  g_autofree char *id = dup_words_of (node, "idnumber");
  g_autoptr (GHashTable) pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CharterBankMoodle self = { .node = node, .pictures = pictures, .id = *id != '\0' ? id : NULL };

  if (reader->scenario != NULL && !has_tag (node, reader->scenario))
    {
      g_clear_pointer (&reader->scenario, g_free);
      charter_bank_book_enter (reader->book, reader->path);
    }
  self.question = charter_bank_book_begin (reader->book, node->line, name);
  keep_files (&self);
  if (strcmp (type, "description") != 0 || !read_situation (reader, &self, id))
    read_type (&self, type);
}

static void
read_node (Reader *reader, const CharterBankNode *node)
{
  const char *type = charter_bank_node_get (node, "type");

  if (g_strcmp0 (type, "category") == 0)
    read_category (reader, node);
  else
    read_question (reader, node, type != NULL ? type : "");
}

static void
read_questions (Reader *reader, const CharterBankNode *root)
{
  for (const CharterBankNode *at = root->first; at != NULL; at = charter_bank_node_walk (at, root))
    if (charter_bank_node_is (at, "question"))
      read_node (reader, at);
}

/* The one with the fault stays behind. */
static void
list_broken (Reader *reader, const CharterBankTree *piece)
{
  const CharterBankSlip *slip = g_ptr_array_index (piece->slips, 0);
  const CharterBankNode *name = charter_bank_node_find (piece->root, "name");
  g_autofree char *words = dup_words_of (name, "text");

  charter_bank_question_list (charter_bank_book_begin (reader->book, piece->first_line, words), "not-well-formed",
                              g_strdup (slip->found), g_strdup (_ ("a question of well-formed XML")),
                              g_strdup (slip->mend));
}

/* Where the XML is broken, each question is read for itself. */
static void
read_pieces (Reader *reader, const CharterBankTree *tree)
{
  g_autoptr (GPtrArray) pieces = charter_bank_tree_cut (tree, "question");

  for (guint i = 0; i < pieces->len; i++)
    {
      const CharterBankTree *piece = g_ptr_array_index (pieces, i);

      if (charter_bank_tree_is_broken (piece))
        list_broken (reader, piece);
      else if (piece->root != NULL)
        read_node (reader, piece->root);
    }
}

gboolean
charter_bank_moodle_read (GBytes *bytes, CharterBankBook *book, GError **error)
{
  g_autoptr (CharterBankTree) tree = charter_bank_tree_new (bytes, error);
  Reader reader = { .book = book };

  if (tree == NULL)
    return FALSE;
  reader.path = g_strdup ("");
  if (charter_bank_tree_is_broken (tree))
    read_pieces (&reader, tree);
  else
    {
      charter_bank_tell_slips (book, tree);
      read_questions (&reader, tree->root);
    }
  g_free (reader.path);
  g_free (reader.scenario);
  return TRUE;
}
