/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-class.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-class-words.h"
#include "charter-print-html.h"
#include "charter-print-text.h"

/* words: (transfer full) */
static void
add_cell (CharterDocument *document, char *words)
{
  charter_document_add_cell_words (document, words);
  g_free (words);
}

static void
add_count (CharterDocument *document, guint n)
{
  add_cell (document, g_strdup_printf ("%'u", n));
}

static void
begin (CharterDocument *document, CharterStyle style, const char *heading, const char *const *columns)
{
  charter_document_add_words (document, style, heading);
  charter_document_begin_table (document, g_strv_length ((char **)columns), TRUE, TRUE);
  for (guint i = 0; columns[i] != NULL; i++)
    charter_document_add_cell_words (document, columns[i]);
}

static void
add_sentences (CharterDocument *document, CharterStyle style, const char *const *sentences)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    charter_document_add_words (document, style, sentences[i]);
}

/* A mark stands for the sentences that say why a figure says little. */
static char *
dup_marked (const char *words, gboolean is_small)
{
  return is_small ? g_strconcat (words, " *", NULL) : g_strdup (words);
}

/* facts: (transfer full) */
static void
add_facts (CharterDocument *document, GArray *facts)
{
  charter_document_begin_table (document, 2, FALSE, TRUE);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterClassFact *fact = &g_array_index (facts, CharterClassFact, i);

      charter_document_add_cell_words (document, fact->title);
      add_cell (document, dup_marked (fact->words, fact->is_small));
    }
  charter_document_end_table (document);
  g_array_unref (facts);
}

/* ---- the class ---- */

static void
add_class (CharterDocument *document, const CharterClassAnalysis *analysis)
{
  g_auto (GStrv) rules = charter_class_words_list_rules (analysis);
  g_auto (GStrv) cautions = charter_class_words_list_cautions (analysis);

  charter_document_add_words (document, CHARTER_STYLE_HEADING, _ ("The Class"));
  add_facts (document, charter_class_words_list_figures (analysis));
  add_sentences (document, CHARTER_STYLE_NOTE, (const char *const *)rules);
  if (cautions[0] == NULL)
    return;
  charter_document_add_words (document, CHARTER_STYLE_SUBHEADING, _ ("Few Learners"));
  charter_document_add_words (document, CHARTER_STYLE_BODY,
                              _ ("Figures with an asterisk rest on so few learners that they say little."));
  add_sentences (document, CHARTER_STYLE_NOTE, (const char *const *)cautions);
}

static void
add_ideas (CharterDocument *document, CharterStyle style, GArray *ideas)
{
  const char *const columns[] = { _ ("Misconception"), _ ("Shown"), _ ("Of Answers"), NULL };

  if (ideas->len == 0)
    return;
  begin (document, style, _ ("Misconceptions"), columns);
  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterClassIdea *idea = &g_array_index (ideas, CharterClassIdea, i);

      charter_document_add_cell_words (document, charter_class_words_get_idea (idea));
      add_count (document, idea->n_shown);
      add_count (document, idea->n_offered);
    }
  charter_document_end_table (document);
}

/* ---- all items ---- */

static void
add_line (CharterDocument *document, const CharterClassItem *item, guint number)
{
  g_autofree char *facility = charter_class_words_dup_share (item->facility);
  g_autofree char *discrimination = charter_class_words_dup_number (item->discrimination, 1);
  g_autofree char *efficiency = charter_class_words_dup_number (item->efficiency, 1);
  gboolean small = charter_class_item_is_small (item, CHARTER_CLASS_DISCRIMINATION);

  add_cell (document, g_strdup_printf ("%u. %s", number, item->column->id));
  add_count (document, item->n);
  add_cell (document, dup_marked (facility, charter_class_item_is_small (item, CHARTER_CLASS_FACILITY)));
  add_cell (document, dup_marked (discrimination, small));
  add_cell (document, dup_marked (efficiency, small));
  add_cell (document, charter_class_words_dup_seconds (item->quartiles[1]));
}

static void
add_items (CharterDocument *document, const CharterClassAnalysis *analysis)
{
  const char *const columns[] = {
    _ ("Question"), _ ("Learners"), _ ("Facility"), _ ("Discrimination"), _ ("Efficiency"), _ ("Median Time"), NULL
  };

  begin (document, CHARTER_STYLE_HEADING, _ ("All Questions"), columns);
  for (guint i = 0; i < analysis->items->len; i++)
    add_line (document, analysis->items->pdata[i], i + 1);
  charter_document_end_table (document);
}

/* ---- an item ---- */

static void
add_choice (CharterDocument *document, const CharterClassItem *item, const CharterClassChoice *choice)
{
  add_cell (document, charter_class_words_dup_choice (item, choice));
  charter_document_add_cell_words (document, charter_class_words_get_role (choice));
  add_count (document, choice->n);
  add_count (document, choice->n_upper);
  add_count (document, choice->n_lower);
}

static void
add_choices (CharterDocument *document, const CharterClassItem *item)
{
  const char *const columns[]
    = { _ ("Answer"), _ ("Key"), _ ("Chosen"), _ ("By the Best Third"), _ ("By the Weakest Third"), NULL };
  g_autofree char *others
    = g_strdup_printf (ngettext ("%'u other answer", "%'u other answers", item->n_other), item->n_other);

  if (item->choices->len == 0)
    return;
  begin (document, CHARTER_STYLE_SUBHEADING, NULL, columns);
  for (guint i = 0; i < item->choices->len; i++)
    add_choice (document, item, &g_array_index (item->choices, CharterClassChoice, i));
  charter_document_end_table (document);
  if (item->n_other > 0)
    charter_document_add_words (document, CHARTER_STYLE_NOTE, others);
}

static void
add_confidence (CharterDocument *document, const CharterClassItem *item)
{
  const char *const columns[] = { _ ("How Sure"), _ ("Answers"), _ ("Wholly Right"), NULL };

  if (charter_class_item_count_sure (item) == 0)
    return;
  begin (document, CHARTER_STYLE_SUBHEADING, NULL, columns);
  for (guint i = CHARTER_CONFIDENCE_GUESS; i <= CHARTER_CONFIDENCE_SURE; i++)
    {
      charter_document_add_cell_words (document, charter_class_words_get_confidence ((CharterConfidence)i));
      add_count (document, item->n_sure[i]);
      add_count (document, item->n_sure_right[i]);
    }
  charter_document_end_table (document);
}

static void
add_item (CharterDocument *document, const CharterClassItem *item, guint number)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, item->column->id);
  g_autofree char *words = charter_class_words_dup_item (item);
  g_auto (GStrv) findings = charter_class_words_list_findings (item);

  charter_document_add_words (document, CHARTER_STYLE_HEADING, heading);
  if (item->column->item != NULL)
    charter_document_add_words (document, CHARTER_STYLE_BODY, words);
  add_sentences (document, CHARTER_STYLE_STRONG, (const char *const *)findings);
  add_facts (document, charter_class_words_list_item (item));
  add_choices (document, item);
  add_confidence (document, item);
  add_ideas (document, CHARTER_STYLE_SUBHEADING, item->ideas);
}

/* ---- files ---- */

static void
add_faults (CharterDocument *document, GPtrArray *faults)
{
  const char *const columns[] = { _ ("File"), _ ("What Is to Be Said of It"), NULL };

  if (faults->len == 0)
    return;
  begin (document, CHARTER_STYLE_HEADING, _ ("Files"), columns);
  for (guint i = 0; i < faults->len; i++)
    {
      const CharterClassFault *fault = faults->pdata[i];

      charter_document_add_cell_words (document, fault->file);
      charter_document_add_cell_words (document, fault->sentence);
    }
  charter_document_end_table (document);
}

/* ---- the whole ---- */

CharterDocument *
charter_print_class_new (const CharterPrintClass *what)
{
  g_autofree char *foot = g_strdup_printf ("%s · %s", what->title, what->date);
  CharterDocument *document
    = charter_document_new (what->title, foot, what->language, charter_print_text_is_rtl (_ ("All Questions")));

  charter_document_add_words (document, CHARTER_STYLE_TITLE, what->title);
  charter_document_add_words (document, CHARTER_STYLE_NOTE, what->date);
  add_class (document, what->analysis);
  add_items (document, what->analysis);
  add_ideas (document, CHARTER_STYLE_HEADING, what->analysis->ideas);
  for (guint i = 0; i < what->analysis->items->len; i++)
    add_item (document, what->analysis->items->pdata[i], i + 1);
  add_faults (document, what->faults);
  return document;
}

static char *
write_html (const CharterPrintClass *what)
{
  g_autoptr (CharterDocument) document = charter_print_class_new (what);

  return charter_print_html_write (document);
}

char *
charter_print_class_write (const CharterPrintClass *what, const char *name)
{
  if (g_str_has_suffix (name, ".csv"))
    return charter_class_export_csv (what->analysis, what->faults);
  if (g_str_has_suffix (name, ".json"))
    return charter_class_export_json (what->analysis, what->faults);
  return write_html (what);
}

gboolean
charter_print_class_save (const CharterPrintClass *what, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = charter_print_class_write (what, name);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}
