/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-paper.h"

#include <glib/gi18n-lib.h>

#include "charter-print-blocks.h"
#include "charter-print-item.h"
#include "charter-print-text.h"

#define MAP_COLUMNS 16 /* that a page has room for */

typedef struct {
  CharterDocument *document;
  const CharterVersions *versions;
  guint version;
  gboolean with_points; /* not all items are worth the same */
} Paper;

static const CharterStep *
get_step (const Paper *paper, guint index)
{
  return charter_versions_get_step (paper->versions, paper->version, index);
}

/* Sections are in the paper itself; they are as long in every version. */
static guint
get_section (const Paper *paper, guint index)
{
  return charter_path_get_step (charter_versions_get_paper (paper->versions), index)->section;
}

static gboolean
has_uneven_points (const CharterVersions *versions)
{
  for (guint i = 1; i < charter_versions_get_n_steps (versions); i++)
    if (charter_versions_get_step (versions, 0, i)->item->points
        != charter_versions_get_step (versions, 0, 0)->item->points)
      return TRUE;
  return FALSE;
}

/* ---- the head ---- */

/* "Version A · 12 questions · 14 points · 30 minutes" */
static char *
dup_facts (const Paper *paper, guint minutes)
{
  guint n = charter_versions_get_n_steps (paper->versions);
  g_autofree char *version = g_strdup_printf (_ ("Version %c"), charter_versions_get_letter (paper->version));
  g_autofree char *questions = g_strdup_printf (ngettext ("%'u question", "%'u questions", n), n);
  g_autofree char *points = charter_print_item_dup_points (charter_versions_sum_points (paper->versions));
  g_autofree char *time = g_strdup_printf (ngettext ("%'u minute", "%'u minutes", minutes), minutes);

  return g_strjoin (" · ", version, questions, points, minutes > 0 ? time : NULL, NULL);
}

static void
add_name_line (CharterDocument *document)
{
  charter_document_begin_table (document, 4, FALSE, FALSE);
  charter_document_add_cell_words (document, _ ("Name"));
  charter_document_add_blank (document, CHARTER_CELL_LINE);
  charter_document_add_cell_words (document, _ ("Date"));
  charter_document_add_blank (document, CHARTER_CELL_LINE);
  charter_document_end_table (document);
}

static void
add_head (const Paper *paper, const char *title, guint minutes)
{
  g_autofree char *facts = dup_facts (paper, minutes);

  charter_document_add_words (paper->document, CHARTER_STYLE_TITLE, title);
  charter_document_add_words (paper->document, CHARTER_STYLE_NOTE, facts);
  add_name_line (paper->document);
}

/* ---- the questions ---- */

static void
add_section (const Paper *paper, guint index)
{
  CharterPath *path = charter_versions_get_paper (paper->versions);
  guint n = charter_path_get_n_sections (path);
  const CharterPaperSection *section;

  if (n == 0 || (index > 0 && get_section (paper, index) == get_section (paper, index - 1)))
    return;
  section = charter_path_get_section (path, get_section (paper, index));
  if (index > 0)
    charter_document_add_new_page (paper->document);
  if (*section->title.plain != '\0')
    charter_document_add_text (paper->document, CHARTER_STYLE_HEADING, section->title);
}

static const CharterGroup *
find_scenario (const CharterStep *step)
{
  const CharterGroup *group = charter_pack_find_group (step->pack, step->item->group);

  return group != NULL && group->is_scenario ? group : NULL;
}

/* Where the questions of the scenario of this one end. */
static guint
find_scenario_end (const Paper *paper, guint index)
{
  const CharterGroup *scenario = find_scenario (get_step (paper, index));

  while (index < charter_versions_get_n_steps (paper->versions) && find_scenario (get_step (paper, index)) == scenario)
    index++;
  return index;
}

/* Nothing where all questions are of one scenario, as the title says. */
static void
add_scenario_heading (const Paper *paper, const CharterGroup *scenario, guint index)
{
  guint end = find_scenario_end (paper, index);
  g_autofree char *words = NULL;

  if (end - index == charter_versions_get_n_steps (paper->versions))
    return;
  charter_document_add_text (paper->document, CHARTER_STYLE_SUBHEADING, scenario->title);
  if (end == index + 1)
    return;
  /* Translators: above a text that several questions, such as 3 to 7, are about. */
  words = g_strdup_printf (_ ("For the questions %u to %u"), index + 1, end);
  charter_document_add_words (paper->document, CHARTER_STYLE_NOTE, words);
}

/* A scenario's situation stands above its first question. */
static void
add_situation (const Paper *paper, guint index)
{
  const CharterStep *step = get_step (paper, index);
  const CharterGroup *scenario = find_scenario (step);

  if (scenario == NULL || (index > 0 && find_scenario (get_step (paper, index - 1)) == scenario))
    return;
  add_scenario_heading (paper, scenario, index);
  charter_print_blocks (paper->document, step->pack, scenario->situation);
}

static void
add_questions (const Paper *paper)
{
  for (guint i = 0; i < charter_versions_get_n_steps (paper->versions); i++)
    {
      add_section (paper, i);
      add_situation (paper, i);
      charter_print_item (paper->document, get_step (paper, i), i + 1, paper->with_points);
    }
}

/* what: "Version A", which stands at the foot of each page. */
static CharterDocument *
make_document (const CharterVersions *versions, const char *title, const char *what)
{
  CharterPack *pack = charter_path_get_pack (charter_versions_get_paper (versions));
  g_autofree char *full = g_strdup_printf ("%s · %s", title, what);

  return charter_document_new (full, full, pack->language, charter_print_text_is_rtl (pack->title.plain));
}

CharterDocument *
charter_print_paper_new (const CharterVersions *versions, guint version, const char *title, guint minutes)
{
  g_autofree char *what = g_strdup_printf (_ ("Version %c"), charter_versions_get_letter (version));
  const Paper paper = { make_document (versions, title, what), versions, version, has_uneven_points (versions) };

  add_head (&paper, title, minutes);
  add_questions (&paper);
  return paper.document;
}

/* ---- the key ---- */

/* The first paragraph that says why the answer is right: of the question, else of its right parts. */
static char *
dup_why (const CharterItem *item)
{
  g_autofree char *words = charter_blocks_to_plain (item->rationale);

  for (guint i = 0; *words == '\0' && i < item->n_parts; i++)
    if (item->parts[i].correct)
      {
        g_free (words);
        words = charter_blocks_to_plain (item->parts[i].why);
      }
  words[strcspn (words, "\n")] = '\0';
  return g_steal_pointer (&words);
}

/* Returns: (nullable) where to read on: the lesson and its section */
static char *
dup_reference (const Paper *paper, const CharterStep *step)
{
  CharterPack *pack = charter_path_follow (charter_versions_get_paper (paper->versions), step, step->item->see);
  const CharterSection *section = pack != NULL ? charter_pack_find_section (pack, step->item->see) : NULL;

  if (section == NULL)
    return NULL;
  return g_strdup_printf ("%s › %s", section->lesson->title.plain, section->title.plain);
}

static char *
dup_remarks (const Paper *paper, const CharterStep *step)
{
  g_autofree char *why = dup_why (step->item);
  g_autofree char *reference = dup_reference (paper, step);
  GString *remarks = g_string_new (why);

  if (step->unscored)
    g_string_append_printf (remarks, "%s%s", remarks->len > 0 ? "\n" : "", _ ("Not scored"));
  if (reference != NULL)
    g_string_append_printf (remarks, "%s→ %s", remarks->len > 0 ? "\n" : "", reference);
  g_string_append_printf (remarks, "%s%s", remarks->len > 0 ? "\n" : "", step->item->id);
  return g_string_free (remarks, FALSE);
}

static void
add_key_row (const Paper *paper, guint index)
{
  const CharterStep *step = get_step (paper, index);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *key = charter_print_item_dup_key (step);
  g_autofree char *points = g_strdup_printf ("%'.6g", step->unscored ? 0 : step->item->points);
  g_autofree char *remarks = dup_remarks (paper, step);

  charter_document_add_cell_words (paper->document, number);
  charter_document_add_cell_words (paper->document, key);
  charter_document_add_cell_words (paper->document, points);
  charter_document_add_cell_words (paper->document, remarks);
}

static void
add_answers (const Paper *paper)
{
  charter_document_begin_table (paper->document, 4, TRUE, TRUE);
  /* Translators: the head of a column of question numbers, as short as it can be. */
  charter_document_add_cell_words (paper->document, _ ("No."));
  charter_document_add_cell_words (paper->document, _ ("Answer"));
  charter_document_add_cell_words (paper->document, _ ("Points"));
  charter_document_add_cell_words (paper->document, _ ("Why, and where to read on"));
  for (guint i = 0; i < charter_versions_get_n_steps (paper->versions); i++)
    add_key_row (paper, i);
  charter_document_end_table (paper->document);
}

/* A gap between columns that belong together and the next ones. */
static void
add_gap (const Paper *paper, guint block)
{
  if (block > 0)
    charter_document_add_cell_words (paper->document, "\342\200\203"); /* U+2003 */
}

static void
add_map_head (const Paper *paper, guint n_blocks)
{
  for (guint block = 0; block < n_blocks; block++)
    {
      add_gap (paper, block);
      for (guint version = 0; version < charter_versions_get_n (paper->versions); version++)
        {
          const char letter[] = { charter_versions_get_letter (version), '\0' };

          charter_document_add_cell_words (paper->document, letter);
        }
    }
}

/* Where the question of version A stands in each; nothing where there are no more. */
static void
add_places (const Paper *paper, guint index)
{
  for (guint version = 0; version < charter_versions_get_n (paper->versions); version++)
    {
      g_autofree char *number = NULL;

      if (index < charter_versions_get_n_steps (paper->versions))
        number = g_strdup_printf ("%u", charter_versions_find (paper->versions, version, index) + 1);
      charter_document_add_cell_words (paper->document, number);
    }
}

/* A row a question of version A, a column a version; the rows stand in blocks side by side, down and then across. */
static void
add_map (const Paper *paper)
{
  guint n = charter_versions_get_n (paper->versions);
  guint n_blocks = MAX (1, MAP_COLUMNS / (n + 1));
  guint n_steps = charter_versions_get_n_steps (paper->versions);
  guint n_rows = (n_steps + n_blocks - 1) / n_blocks;

  if (n < 2)
    return;
  n_blocks = (n_steps + n_rows - 1) / n_rows;
  charter_document_add_words (paper->document, CHARTER_STYLE_HEADING, _ ("The Same Question in Each Version"));
  charter_document_begin_table (paper->document, n_blocks * (n + 1) - 1, TRUE, TRUE);
  add_map_head (paper, n_blocks);
  for (guint row = 0; row < n_rows; row++)
    for (guint block = 0; block < n_blocks; block++)
      {
        add_gap (paper, block);
        add_places (paper, block * n_rows + row);
      }
  charter_document_end_table (paper->document);
}

CharterDocument *
charter_print_key_new (const CharterVersions *versions, guint version, const char *title)
{
  g_autofree char *heading = g_strdup_printf (_ ("Key, version %c"), charter_versions_get_letter (version));
  const Paper paper = { make_document (versions, title, heading), versions, version, FALSE };
  g_autofree char *facts = dup_facts (&paper, 0);
  g_autofree char *seed
    = g_strdup_printf ("%" G_GUINT64_FORMAT, charter_path_get_seed (charter_versions_get_paper (versions)));
  g_autofree char *drawn = g_strdup_printf (_ ("Drawn with the seed %s"), seed);

  charter_document_add_words (paper.document, CHARTER_STYLE_NOTE, title);
  charter_document_add_words (paper.document, CHARTER_STYLE_TITLE, heading);
  charter_document_add_words (paper.document, CHARTER_STYLE_NOTE, facts);
  charter_document_add_words (paper.document, CHARTER_STYLE_NOTE, drawn);
  charter_document_tighten (paper.document);
  add_answers (&paper);
  add_map (&paper);
  return paper.document;
}
